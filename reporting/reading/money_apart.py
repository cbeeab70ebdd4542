"""A sum of money said beside what is counted: "quà 120 suất 24 triệu" is 120 gifts, and 24 million for them.

Words that can only be money (triệu, tỷ, đồng) take their figure to the line of money; "500k" behind a counted thing
may be for each of them or for all, so the reader of money gets the whole.
"""

import re
from dataclasses import dataclass

from reporting.reading.desk import trimmed

_END = r"(?![^\W\d_])"
_NUMBER = r"(?<![\d.,])\d[\d.,]*(?<=\d)\s*"
_DONG = r"(?:\s*(?:đồng|dong|vnđ|vnd|đ|d))"
_LARGE = rf"(?:(?:triệu|trieu|tr|tỷ|tỉ|ty|ti|củ){_END}(?:\d{{1,3}})?(?:{_DONG}{_END})?|tr\d{{1,3}})"
_SMALL = r"(?:nghìn|nghin|ngàn|ngan|k)"
_PLAIN = re.compile(
    rf"{_NUMBER}{_LARGE}(?:\s*{_NUMBER}{_LARGE})*|{_NUMBER}(?:{_SMALL}{_END})?{_DONG}{_END}", re.IGNORECASE
)
_ROUND = re.compile(
    rf"(?:{_NUMBER})(?<=\d\d){_SMALL}|(?:{_NUMBER})(?<=\d\d\s){_SMALL}", re.IGNORECASE
)  # 500k, 50 nghìn
_EACH = re.compile(
    rf"(?P<many>{_NUMBER}[^\W\d_]*)(?P<each>\s*(?:[x×*]|[,;]?\s*(?:mỗi|moi)\s+[^\W\d_]+(?:\s+[^\W\d_]+)?)\s*|\s+)"
    rf"(?P<sum>{_NUMBER}(?:{_LARGE}|{_SMALL}(?:{_DONG})?|đồng|dong|đ){_END})",
    re.IGNORECASE,
)
_BARE_END = re.compile(r"\s\d+$")


@dataclass(frozen=True, slots=True)
class Apart:
    """What was counted ("" if nothing), and the money as it is to be read; `only_figure` of its part."""

    counted: str
    money: str
    only_figure: bool = False


def money_apart(text: str, whole: str) -> Apart | None:
    """A count's text with money in it, taken apart; `whole` is its part of the message. None if none is in it."""
    each = _EACH.search(text)
    if each is not None and (each["each"].strip() or not _PLAIN.fullmatch(each["sum"].strip())):
        rest = f"{text[: each.start()]}{each['many']}{text[each.end() :]}"
        return Apart(trimmed(rest), each[0])
    found = _PLAIN.search(text) or _ROUND.fullmatch(text)
    if found is None:
        return None
    before, after = text[: found.start()], text[found.end() :]
    if _BARE_END.match(after) and _BARE_END.search(whole):  # "24tr 120" may be one sum
        return None
    rest = trimmed(f"{trimmed(before)} {trimmed(after)}")
    counted = rest if any(c.isdigit() for c in rest) else ""
    others = whole.replace(found[0], "", 1)
    return Apart(counted, found[0].strip(), whole != text and not any(c.isdigit() for c in others))


def is_money(text: str) -> bool:
    """Whether a text is an amount of money and nothing else ("15 tr", "2 triệu đồng"); "500" and "50k" are not."""
    return _PLAIN.fullmatch(trimmed(text)) is not None
