"""A total told with what is counted into it: «thăm 5 lượt, tính cả hai bạn khó khăn» is 5, and never 7."""

import re

_LONGEST = 400  # characters
_SPELT = {"một": 1, "mot": 1, "hai": 2, "ba": 3, "bốn": 4, "bon": 4, "năm": 5, "nam": 5, "sáu": 6, "sau": 6, "bảy": 7,
          "bay": 7, "tám": 8, "tam": 8, "chín": 9, "chin": 9, "mười": 10, "muoi": 10}  # fmt: skip
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_SPELT)})"
_WHO = (
    r"(?:bạn|ban|người|nguoi|ng|đoàn viên|doan vien|đv|dv|đồng chí|dong chi|đ/c|đc|dc|chị|chi|anh|cô|co|thầy|thay|em"
    r"|cháu|chau|bác|bac|hộ|ho|nhà|nha|gia đình|gia dinh|ca|trường hợp|truong hop|đám|dam|hoàn cảnh|hoan canh)"
)
_COUNTED_IN = (
    r"(?:(?:đã|da|có|co|là|la)\s)?(?:tính|tinh|cộng|cong|kể|ke|gồm|gom|gộp|gop)\s"
    r"(?:(?:cả|ca|luôn|luon|thêm|them)\s){1,2}"
)
_IS = r"(?:(?:nữa|nua|thì|thi|vậy|vay|vị chi|vi chi|tổng|tong)\s)*(?:là|la|thành|thanh|thành ra|bằng|bang)\s"
_EXPLAINED = re.compile(
    rf"(?P<total>\d[^,;.\n]*?)[\s,(–-]+{_COUNTED_IN}{_NUMBER}\s{_WHO}(?!\w)[^,;.\n\d]*?\)?(?=\s*(?:[,;.\n]|$))",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:(?<![\w.,])(?P<one>\d{{1,3}})(?![\w.,])[^,;.\n\d]{{0,40}}?\s)?"
    rf"(?<!\w)(?:{_COUNTED_IN}|(?:cộng|cong)\s)(?P<other>{_NUMBER})\s{_WHO}(?!\w)[^,;.\n\d]{{0,40}}?\s{_IS}"
    rf"(?P<total>\d{{1,3}})(?![\w.,]|\s?(?:triệu|trieu|tr|nghìn|nghin|k|đồng)(?!\w))",
    re.IGNORECASE,
)


def total_alone(text: str) -> str:
    """A text without what a total is only explained with.

    >>> total_alone("thăm hỏi phải là 5 lượt nhé, tính cả hai bạn khó khăn")
    'thăm hỏi phải là 5 lượt nhé'
    >>> total_alone("thăm hỏi cộng 2 bạn khó khăn là 5 lượt")
    'thăm hỏi 5 lượt'
    >>> total_alone("thăm 3 người ốm cộng 2 bạn khó khăn là 4 lượt")
    'thăm 3 người ốm cộng 2 bạn khó khăn là 4 lượt'
    """
    if len(text) > _LONGEST:
        return text
    return _EXPLAINED.sub(lambda found: found["total"], _BEFORE.sub(_total, text))


def _total(found: re.Match[str]) -> str:
    """The total alone, where it can be one of what is told with it."""
    other, total = _value(found["other"]), int(found["total"])
    plain = total > other if found["one"] is None else total == int(found["one"]) + other
    return found["total"] if plain else found[0]


def _value(text: str) -> int:
    return int(text) if text.isdecimal() else _SPELT[text.casefold()]
