"""A sum with what it is made of behind it: «chi 2tr1 (thăm 600k, quà 1tr5)»; its parts only explain it."""

import re

from reporting.reading.money import read_money
from reporting.reading.readings import Given

_UNIT = r"(?:triệu|trieu|tr|củ|nghìn|nghin|ngàn|ngan|k|đồng|đ|vnđ|vnd)"
_MONEY = (
    rf"(?<![\d.,])\d[\d.,]*\s*{_UNIT}(?:\s?\d{{1,3}})?(?![^\W_])(?:\s*(?:rưỡi|ruoi|đồng|đ))?"
    r"|(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.])"
)
_MADE_OF = r"(?:trong (?:đó|do)|bao gồm|bao gom|gồm|gom|cụ thể|cu the)(?:\s+(?:có|co|là|la))?\s*:?\s+"
_SUM = re.compile(
    rf"(?P<sum>{_MONEY})(?:\s*\((?P<bracket>[^()\n]*)\)|\s*(?::|[,;–-]?(?P<marked>\s+{_MADE_OF}))(?P<behind>(?:[^.;\n]|\.(?=\d))*))",
    re.IGNORECASE,
)
_LEADING = re.compile(rf"^{_MADE_OF}", re.IGNORECASE)
_AMOUNT = re.compile(_MONEY, re.IGNORECASE)
_PART = re.compile(r"\s*(?:[;+]|,(?!\d)|\s(?:và|va|với|voi)\s)\s*", re.IGNORECASE)

# «trong đó quà 1tr5»: a part of the sum; «trong đó cấp trên hỗ trợ 500k» tells something else.
_SPENT = re.compile(r"(?:tiền\s|tien\s)?(?:thăm|tham|tặng|tang|quà|qua|ốm|hiếu|hieu|hỷ)(?!\w)", re.IGNORECASE)


def without_breakdown(text: str) -> str:
    """A text without the amounts that a sum right before them is made of; what else stands among them stays.

    >>> without_breakdown("quà 2 suất, chi 2 triệu 1 (trong đó thăm 600k, quà 1tr5)")
    'quà 2 suất, chi 2 triệu 1'
    >>> without_breakdown("chi 2tr1 (thăm 1 người 600k, quà 3 suất 1tr5)")
    'chi 2tr1, thăm 1 người, quà 3 suất'
    >>> without_breakdown("chi 2tr1 (mỗi suất 300k)")
    'chi 2tr1 (mỗi suất 300k)'
    """
    return _SUM.sub(_without, text)


def _without(found: re.Match[str]) -> str:
    behind = (found["bracket"] or found["behind"] or "").strip()
    inner = _LEADING.sub("", behind)
    parts = [part for part in _PART.split(inner) if part]
    amounts = [_value(amount[0]) or 0 for amount in _AMOUNT.finditer(inner)]
    whole, told = _value(found["sum"]) or 0, sum(amounts)
    marked = found["marked"] or inner != behind
    some = marked and told < whole and all(map(_SPENT.match, filter(_AMOUNT.search, parts)))
    if not amounts or 0 in amounts or not (some or (told == whole and len(amounts) > 1)):
        return found[0]
    left = (_AMOUNT.sub("", part).strip() for part in parts)
    return ", ".join([found["sum"], *(part for part in left if any(c.isdigit() for c in part))])


def _value(text: str) -> int | None:
    reading = read_money(text)
    return reading.value if isinstance(reading, Given) and isinstance(reading.value, int) else None
