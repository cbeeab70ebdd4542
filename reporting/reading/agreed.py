"""Collective agreements that were not signed in the month: «thỏa ước thì ký từ 2022 rồi», «không áp dụng»."""

import re
from collections.abc import Sequence

from reporting.reading.reply_types import Line

_LONGEST = 400  # characters
_NAME = (
    r"(?:(?:ký|ky)\s(?:kết\s|ket\s)?)?(?:(?:bản\s)?(?:thỏa ước|thoả ước"
    r"|thoa uoc)(?:\s(?:lao động tập thể|lao dong tap the|lđtt|ldtt))?"
    r"|tưlđtt|tuldtt|tưlđ|tuld)"
)
_BEFORE = (
    r"(?:(?:đã\s|da\s)?(?:ký|ky)\s(?:[^\W\d]+\s){0,2}?(?:(?:từ|tu)\s(?:năm\s|nam\s)?20\d\d|(?:(?:từ"
    r"|tu|hồi|hoi|trong)\s)?(?:năm|nam)\s"
    r"(?:ngoái|ngoai|trước|truoc|kia)|(?:từ|tu|hồi|hoi)\s(?:trước|truoc|lâu|lau|năm nào|đầu năm)"
    r"|trước đó|truoc do|lâu rồi|lau roi)"
    r"|(?:còn|con|vẫn còn|van con|đang còn|đang|dang|vẫn)\s(?:hiệu lực|hieu luc|hạn|han|giá trị)"
    r"|(?:chưa|chua)\s(?:hết hạn|het han|đến hạn|den han))"
)
_NOT_OURS = (
    r"(?:không|khong|ko|k)\s(?:(?:có|co|phải|phai)\s)?(?:áp dụng|ap dung|thuộc (?:diện|đối tượng)"
    r"|thuoc (?:dien|doi tuong)|phải ký|phai ky|ký|ky|diện)"
)
_NONE = re.compile(
    rf"(?:^|(?<=[,;.\n]\s)|(?<=[,;\n]))(?P<lead>(?:còn\s|con\s)?){_NAME}(?:\s|:\s?)(?:(?:thì|thi|là"
    rf"|la|cũ|cu|của đơn vị|bên em|bên mình)\s)*"
    rf"(?:{_BEFORE}|{_NOT_OURS})[^,;.\d\n]*(?=$|[,;.\n])",
    re.IGNORECASE,
)
# «ký mới 1 thỏa ước»
_SIGNED = re.compile(
    r"(?<!\w)(?:ký|ky)\s(?:(?:mới|moi|lại|lai|được|duoc|thêm|kết)\s){0,2}(?P<many>\d{1,2}|một"
    r"|mot)\s(?:bản\s|ban\s)?"
    r"(?:thỏa ước|thoả ước|thoa uoc|tưlđtt|tuldtt)(?:\s(?:lao động tập thể|mới|moi))?(?!\w)",
    re.IGNORECASE,
)
# «tư 0», «tu = 1», where a part begins.
_SHORT = re.compile(
    r"(?:^|(?<=[,;.\n]\s)|(?<=[,;\n]))(?:tư|tu)(?=\s*[:=]?\s*(?:\d{1,2}|không|khong|ko|k|chưa có"
    r"|chua co)(?:\s(?:bản|ban))?\s*(?:$|[,;.\n]))",
    re.IGNORECASE,
)


def not_signed_now(text: str, lines: Sequence[Line]) -> str:
    """A message with agreements that were not signed in the month as none.

    >>> line = Line(7, "a", "count", "Thỏa ước", ("thỏa ước",))
    >>> not_signed_now("2 buổi, thỏa ước thì ký từ 2022 rồi", (line,))
    '2 buổi, thỏa ước không'
    """
    if len(text) > _LONGEST or not any("thỏa ước" in line.words for line in lines):
        return text
    text = _SIGNED.sub(r"thỏa ước \g<many>", _SHORT.sub("thỏa ước", text))
    return _NONE.sub(r"\g<lead>thỏa ước không", text)
