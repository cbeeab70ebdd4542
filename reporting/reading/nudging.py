"""Whom «nhắc …» names: several, by «với», «và» or commas; all but some, by «trừ»; a union with all its units."""

import re
from dataclasses import dataclass

from reporting.text import clean

_BUT = re.compile(
    r"[,;]?\s*(?:(?:ngoại\s|ngoai\s)?(?:trừ|tru)(?:\s(?:ra|mỗi|moi))?"
    r"|(?:không|khong|khỏi|khoi|đừng|dung)\s(?:cần\s|can\s|phải\s|phai\s)?(?:nhắc|nhac))\s+",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*[,;]\s*|\s+(?:với|voi|và|va|cùng|cung)\s+(?=\S)", re.IGNORECASE)
_UNITS_OF = re.compile(
    r"^(?:(?:mấy|may|các|cac|những|nhung|tất cả|tat ca|hết|het|toàn bộ|toan bo)\s+)?"
    r"(?:(?:đơn vị|don vi|cơ sở|co so|trường|truong|bên|ben|khối|khoi)\s+)?"
    r"(?:(?:của|cua|thuộc|thuoc|ở|o|bên|ben|dưới|duoi|trên|tren)\s+)?",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"(?:\s+(?:giúp|giup|hộ|ho|giùm|gium|cho|em|chị|chi|anh|tôi|toi|mình|minh|với|voi|nhé|nhe|nha|ạ|a|đi|di|cái|cai))+[.!]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Nudged:
    """`names` and `but` as typed, without courtesies behind them; `whom`: all that stood before «trừ»."""

    whom: str
    names: tuple[str, ...]
    but: tuple[str, ...]


def nudged(text: str) -> Nudged:
    """What follows «nhắc».

    >>> nudged("bệnh viện tỉnh với Bum Nưa giúp chị").names
    ('bệnh viện tỉnh', 'Bum Nưa')
    >>> nudged("mấy đơn vị chưa gửi, trừ bệnh viện tỉnh nhé").but
    ('bệnh viện tỉnh',)
    """
    whom, *but = _BUT.split(clean(text), maxsplit=1)
    return Nudged(whom.strip(" ,;"), _names(whom), _names(but[0]) if but else ())


def of_union(name: str) -> str:
    """A name without «mấy đơn vị của …»: that of the union whose units are meant.

    >>> of_union("mấy đơn vị huyện Phong Thổ")
    'huyện Phong Thổ'
    """
    return _UNITS_OF.sub("", name, count=1)


def _names(text: str) -> tuple[str, ...]:
    parts = _AND.split(_COURTESY.sub("", f" {text.strip()}"))
    return tuple(part for each in parts if (part := _COURTESY.sub("", f" {each}").strip(" .,;!")))
