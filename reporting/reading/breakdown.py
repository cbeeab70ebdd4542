"""A sum with what it is made of beside it: «chi 2tr1 (thăm 600k, quà 1tr5)»; its parts only explain it."""

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
# «1tr5, hai bạn mỗi bạn 1 triệu nữa là 3tr5»: the parts first, then what they come to.
_COME_TO = re.compile(
    rf"(?P<parts>[^;.\n]*(?:{_MONEY}))\s*,?\s+(?:(?:nữa|nua)\s+(?:là|la|thành|thanh)"
    r"|(?:vậy|vay|vị chi|vi chi)\s+(?:là|la)"
    rf"|(?:thành|thanh)\s+ra(?:\s+(?:là|la))?)\s+(?:tổng\s+|tong\s+)?(?P<sum>{_MONEY})(?=\s*(?:[,;.\n]|$|ạ|nhé|nhe|em))",
    re.IGNORECASE,
)
_EACH = re.compile(r"[\s,]+(?:mỗi|moi)\s+[^\d,;.\n]{1,15}$", re.IGNORECASE)


def without_breakdown(text: str) -> str:
    """A text without the amounts that a sum beside them is made of; what else stands among them stays.

    >>> without_breakdown("quà 2 suất, chi 2 triệu 1 (trong đó thăm 600k, quà 1tr5)")
    'quà 2 suất, chi 2 triệu 1'
    >>> without_breakdown("chi 2tr1 (thăm 1 người 600k, quà 3 suất 1tr5)")
    'chi 2tr1, thăm 1 người, quà 3 suất'
    >>> without_breakdown("chi 2tr1 (mỗi suất 300k)")
    'chi 2tr1 (mỗi suất 300k)'
    >>> without_breakdown("đúng 1tr5 đó em, hỗ trợ 2 bạn mỗi bạn 1 triệu nữa là 3tr5")
    'hỗ trợ 2 bạn, tổng 3tr5'
    """
    return _SUM.sub(_without, _COME_TO.sub(_come_to, text))


def _come_to(found: re.Match[str]) -> str:
    """What the parts are told of, without their amounts, and the sum; as it is where no part is less."""
    amounts = [_value(amount[0]) or 0 for amount in _AMOUNT.finditer(found["parts"])]
    several = len(amounts) > 1 or any(c.isdigit() for c in _AMOUNT.sub("", found["parts"]))
    if not several or not amounts or max(amounts) >= (_value(found["sum"]) or 0):
        return found[0]  # «tiền chăm lo thêm 500k nữa là 2tr» is a change to that line
    told = (_EACH.sub("", _AMOUNT.sub("\0", part).split("\0")[0]) for part in _PART.split(found["parts"]))
    left = (part.strip() for part in told if part)
    return ", ".join(
        [*(part for part in left if any(c.isdigit() for c in part)), f"tổng {found['sum'].strip()}"]
    )


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
