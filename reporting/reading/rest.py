"""«Còn lại không», «các mục khác như cũ»: what is said of all that a message does not name."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from reporting.reading import rest_words as data
from reporting.text import clean, fold

Of = Literal["none", "same"]

_LONGEST = 4096  # characters
_END = rf"{data.COURTESY}{data.SENDING}[\s.!]*(?=$|[,;.\n])"
# «nữ còn lại không đổi» says nothing of other lines.
_NOT_ITS = "".join(rf"(?<!\b{word}\s)" for word in ("nu", "tong", "so", "vien", "dv", "chi", "em", "nguoi"))
# «2 mục sau không» is of two lines, not of all that are left.
_NOT_SO_MANY = "".join(rf"(?<!\b{many}\s)" for many in (r"\d", "hai", "ba", "bon", "nam"))
_BEGIN = (
    rf"(?:^|(?<=[,;.\n(]\s)|(?<=[,;.\n])|(?<=\s){_NOT_ITS}{_NOT_SO_MANY})[-+*•–]?\s?"
    r"(?:(?:va|con|thi|nhung|da|vang)\s(?!lai))?"
)
_NONE = re.compile(rf"{_BEGIN}{data.REST}{data.LINKS}[\s,:=-]+{data.NONE}{_END}")
# The same the other way round: «không phát sinh các mục khác».
_NONE_OF = re.compile(
    rf"{_BEGIN}{data.NOT}\s(?:co|phat sinh|ps)(?:\s(?:gi|j))?(?:\s(?:o|trong|tai))?\s{data.REST}{_END}"
)
_SAME = re.compile(rf"{_BEGIN}{data.REST}{data.LINKS}[\s,:=-]+{data.SAME}{_END}")
_ALL_NOUGHT = re.compile(
    rf"(?:^|(?<=[,;.\n]\s))(?:so lieu|tat ca|cac muc|moi muc|moi thu)(?:\s(?:so lieu|cac muc))?{data.LINKS}"
    rf"[\s:=]+(?:so\s)?(?:0|khong)\s(?:het|ca|tat){_END}"
)
# «tháng này không có gì mới, chỉ …», «không có gì ngoài thăm 1 người»
_ONLY = re.compile(
    rf"^(?:[^,;.\n]{{0,60}}[,;.]\s)?(?:{data.MONTH}\s)?(?:[^,;.\n]{{0,40}}\s)?{data.NOT}\sco\s(?:hoat dong\s|viec\s)?"
    r"(?:gi|j)(?:\s(?:moi|khac|nhieu|dang ke|ca|dau|a|het|em|nhe))*(?:[,;.]\s*(?:ma\s)?(?=(?:chi|co moi|moi|duy)\s)"
    r"|\s(?=(?:chi co|chi|ngoai|tru)\s(?!ra\b)))"
)
_ONLY_WORD = re.compile(r"^(?:chi|co moi|moi|duy|ngoai|tru)\s(?:(?:co|la|moi|duy nhat|nhat|viec|moi mot)\s)*")
# «k có gì đâu em, nữ vẫn 7»
_NOTHING_BUT = re.compile(
    rf"^(?:da\s|{data.MONTH}\s|ben em\s|don vi\s)*{data.NOT}\sco\s(?:hoat dong\s|viec\s|bien dong\s)?(?:gi|j)"
    rf"(?:\s(?:moi|dac biet|thay doi|phat sinh))?{data.COURTESY}[,;.]\s*(?=[^\n]*\d)"
)
# «tháng 10 chỉ có … Hết.»
_JUST = re.compile(rf"^{data.MONTH}\schi\s(?:co\s)?(?=\w)")
_CLOSED = re.compile(
    r"[,;.\s]+(?:het|the thoi|vay thoi|chi the thoi|thoi)(?:\s(?:a|roi|nhe|em|chi|anh|chau))*[\s.!]*$"
)
# «tất cả 12 mục đều như tháng trước em nhé»
_ALL_SAME = re.compile(
    rf"^(?:da\s)?(?:ca|tat ca|toan bo|het)\s(?:(?:cac|moi|\d{{1,2}})\s)*(?:muc|so|so lieu|bao cao|phan)"
    rf"(?:\s(?:so lieu|bao cao))?{data.LINKS}[\s,:]+(?:{data.SAME}|{data.LIKE_LAST}){_END}"
)
_WHOLE_SAME = re.compile(
    r"^(?:(?:da|vang|u|em|chi|anh|cho|ghi|lay|gui|tat ca|ca|toan bo|cac muc|so lieu|bao cao|bc|thang nay|ky nay"
    r"|nay)\s)*"
    rf"(?:{data.LIKE_LAST}|{data.SAME}){data.COURTESY}[\s.!]*$"
)
_LIKE_LAST = re.compile(
    rf"^(?:da\s)?(?:{data.OF_FIGURES}{data.LIKE_LAST}{data.COURTESY}(?:[,;.]\s*|\s(?=chi\s))"
    rf"|{data.LIKE_LAST}{data.COURTESY}[,;.\s]\s*(?=(?:chi|rieng|khac|ngoai tru|tru|duy)\s))"
    r"(?:(?:chi|rieng|ngoai tru|tru|duy)\s(?:co\s|(?:muc|cai|so|phan|dong)\s(?!\d))?)?"
    r"(?:khac\s(?:(?:la|o)\s)?)?(?:co\s)?(?:moi\s)?(?=\w)"
)
_WITH_WORDS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Rest:
    """`before`: the message without it, perhaps empty; `of`: nothing of the rest, or as the month before."""

    before: str
    of: Of


@lru_cache(maxsize=8192)
def _plain(char: str) -> str:
    plain = fold(char)
    return plain if len(plain) == 1 else char


def same_length_fold(text: str) -> str:
    """A text folded letter by letter: each stays in its place.

    >>> same_length_fold("Còn lại Đ")
    'con lai d'
    """
    return "".join(map(_plain, text))


def said_of_rest(text: str) -> Rest | None:
    """What a message says of all it does not name; None where it says nothing of the kind.

    >>> said_of_rest("đối thoại 1 lần còn lại k có gì em nhé, gửi đi")
    Rest(before='đối thoại 1 lần', of='none')
    >>> said_of_rest("giảm 1 rồi nhé còn lại y nguyên").of
    'same'
    >>> said_of_rest("quỹ công đoàn chi 20 triệu, còn lại công ty") is None
    True
    """
    text = clean(text)
    if len(text) > _LONGEST:
        return None
    folded = same_length_fold(text)
    for pattern, of in (
        (_NONE, "none"),
        (_NONE_OF, "none"),
        (_ALL_NOUGHT, "none"),
        (_SAME, "same"),
        (_ALL_SAME, "same"),
    ):
        found = pattern.search(folded)
        if found is not None:
            kept = _joined(text[: found.start()], text[found.end() :])
            kept = _without_nothing(kept)
            return Rest(kept, "same" if of == "same" else "none")
    return _only(text, folded)


def says_all_same(text: str) -> bool:
    """Whether a whole message says that all is as last month.

    >>> says_all_same("Báo cáo như tháng trước nhé em"), says_all_same("quà như tháng trước")
    (True, False)
    """
    return _WHOLE_SAME.match(same_length_fold(clean(text))) is not None


def _only(text: str, folded: str) -> Rest | None:
    """What is said to be all there was, or all that is otherwise."""
    only, just, like = _ONLY.match(folded), _JUST.match(folded), _LIKE_LAST.match(folded)
    if only:
        after = _ONLY_WORD.match(folded[only.end() :])
        return Rest(text[only.end() + (after.end() if after else 0) :], "none")
    nothing, closed = _NOTHING_BUT.match(folded), _CLOSED.search(folded)
    if nothing:
        return Rest(text[nothing.end() :], "none")
    if just and closed:
        return Rest(text[just.end() : closed.start()], "none")
    if like and _WITH_WORDS.search(folded[like.end() :]):
        return Rest(text[like.end() :], "same")
    return None


def _without_nothing(text: str) -> str:
    """Without «tháng này không có gì mới, chỉ» before what there was; the rest is spoken of anyway."""
    folded = same_length_fold(text)
    only = _ONLY.match(folded)
    if only is None:
        return text
    after = _ONLY_WORD.match(folded[only.end() :])
    return text[only.end() + (after.end() if after else 0) :]


def _joined(before: str, after: str) -> str:
    before, after = before.rstrip(" ,;\n-+*•–("), after.strip(" ,;.!\n)")
    before = before if not after else before.rstrip(".")
    return "\n".join(part for part in (before.rstrip(" ,;"), after) if part)
