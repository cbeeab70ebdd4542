"""«0 có j», «không có ai», «còn lại không»: ways to say that there was nothing, of one line or of all that are left."""

import re

_LONGEST = 400  # characters
_NOT = r"(?:0|không|khong|ko|k|kh|khg|hok|hông|hong|hổng|hem|chẳng|chả|chưa)"
_ANY = r"(?:j|gì|gi|zì|zi|ji|ai|(?:mục|muc|cái|cai|việc|viec|khoản|khoan)\s(?:nào|nao|gì|gi))"
_NOTHING = re.compile(
    rf"(?<![\w.,]){_NOT}\s*(?:có|co|c)\s+(?:phát sinh\s+|ps\s+)?{_ANY}"
    r"(?:\s+(?:cả|ca|hết|het|đâu|dau|sất|sat|luôn|luon))?(?!\w)",
    re.IGNORECASE,
)
_REST = re.compile(
    r"(?<!\w)(?:còn lại|con lai|"
    r"(?:mục|muc|cái|cai|số|so|phần|phan|dòng|dong|câu|cau)\s(?:còn lại|con lai|khác|khac|kia)"
    r"|ngoài ra|ngoai ra)(?:,\s|\s)(?:(?:thì|thi|là|la|đều|deu|bằng|bang|cũng|cung)\s){0,3}"
    rf"{_NOT}(?:\s(?:có|co|phát sinh|phat sinh|ps))?(?:\s{_ANY})?(?:\s(?:cả|ca|hết|het|đâu|dau))?"
    r"(?:\s(?:ạ|a|nhé|nhe|em|nha|chị|anh|luôn)){0,3}[ .!]{0,6}$",
    re.IGNORECASE,
)
# The same the other way round: «không phát sinh các mục khác».
_NO_REST = re.compile(
    rf"(?<!\w){_NOT}\s(?:có|co|phát sinh|phat sinh|ps)(?:\sgì|\sgi)?(?:\s(?:ở|o|trong|tại|tai))?\s"
    r"(?:(?:tất cả|tat ca|các|cac|những|nhung|mấy|may)\s){1,2}"
    r"(?:mục|muc|cái|cai|số|so|phần|phan|dòng|dong|câu|cau|chỉ tiêu|chi tieu|nội dung|noi dung)\s"
    r"(?:còn lại|con lai|khác|khac|kia)(?:\s(?:ạ|a|nhé|nhe|em|nha|chị|anh|nữa|nua|cả|ca|luôn)){0,3}[ .!]{0,6}$",
    re.IGNORECASE,
)
_BEFORE_REST = re.compile(
    r"(?:\s|^)(?:và|va|thì|thi|các|cac|mấy|may|những|nhung|tất cả|tat ca)$", re.IGNORECASE
)


def begins_none(text: str) -> bool:
    """Whether a text begins with that there was none of something: «không có đối thoại».

    >>> begins_none("không có đối thoại")
    True
    """
    return re.match(rf"(?:(?:dạ|da)\s)?{_NOT}\s(?:có|co)\s\w", text, re.IGNORECASE) is not None


def plainly_nothing(text: str) -> str:
    """The same with «không có gì» for all ways to spell it; «chưa có gì» stays.

    >>> plainly_nothing("đối thoại 0 có j")
    'đối thoại không có gì'
    """

    def plain(found: re.Match[str]) -> str:
        said = found[0].casefold()
        if said.startswith(("chưa", "chua")):
            return found[0]
        return "không có ai" if re.search(r"\sai(?!\w)", said) else "không có gì"

    return _NOTHING.sub(plain, text) if len(text) <= _LONGEST else text


def rest_nothing(text: str) -> str | None:
    """What stands before «còn lại không có»; None where that is not said.

    >>> rest_nothing("đối thoại 1 lần còn lại k có")
    'đối thoại 1 lần'
    """
    if len(text) > _LONGEST:
        return None
    one_row = " ".join(text.split()) if "\n" not in text else text
    found = _NO_REST.search(one_row) or _REST.search(one_row)
    if found is None:
        return None
    before = found.string[: found.start()].rstrip(" ,;.\n")
    return _BEFORE_REST.sub("", before).rstrip(" ,;.\n")
