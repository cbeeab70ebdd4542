"""How far a figure is from last month's: «nữ tăng 3», «hơn tháng trước 2 cuộc», «ít hơn 5 so với tháng trước»."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from reporting.reading.reply_types import Item
from reporting.text import fold

_LAST = r"(?:so voi |voi |so )?(?:thang|ky|lan) (?:truoc|roi|vua roi|qua)"
_LESS = r"it hon|kem|giam di|giam bot|giam|bot di|bot|hut"
_MORE = r"nhieu hon|tang them|tang|them|hon"
_THAN = ("hon", "kem", "it hon", "nhieu hon")  # «hơn 20 người» is a rough figure
_UNIT = r"(?: (?:nguoi|doan vien|dv|dc|d c|ban|chi|co|em|nu|buoi|luot|cuoc|suat|sang kien))?"
_MOVED = re.compile(
    rf"\b(?P<front>{_LAST} )?(?P<how>{_LESS}|{_MORE}) (?P<amid>{_LAST} )?(?:duoc |la )?"
    rf"(?P<number>\d{{1,4}})\b{_UNIT}(?P<behind> {_LAST})?\b"
)
_AROUND = frozenset(["nay", "thi", "la", "cung", "co", "dang", "nu", "nua", "a", "nhe", "e", "em", "nha"])
_CLAUSE = re.compile(r"[\n;]|[,.](?!\d)")


@dataclass(frozen=True, slots=True)
class Moved:
    """By how much (less is negative), and whether last month was named beside it."""

    by: int
    compared: bool


def moved(text: str) -> Moved | None:
    """What a text says of how a figure moved; without last month beside it, only where it says nothing else.

    >>> moved("tăng 3")
    Moved(by=3, compared=False)
    >>> moved("tuyên truyền ít hơn tháng trước 2 cuộc")
    Moved(by=-2, compared=True)
    """
    said = " ".join(re.findall(r"\w+", fold(text)))
    found = _MOVED.search(said)
    if found is None:
        return None
    compared = bool(found["front"] or found["amid"] or found["behind"])
    around = (said[: found.start()] + said[found.end() :]).split()
    if not compared and (found["how"] in _THAN or not _AROUND.issuperset(around)):
        return None
    by = int(found["number"])
    return Moved(-by if re.fullmatch(_LESS, found["how"]) else by, compared)


def with_comparisons(items: Iterable[Item], text: str) -> list[Item]:
    """Items of a message; one whose figure the message compares with last month's has that clause for its text."""
    compared = [clause for clause in _CLAUSE.split(text) if (said := moved(clause)) and said.compared]
    return [_with_clause(item, compared) for item in items]


def _with_clause(item: Item, clauses: list[str]) -> Item:
    for clause in clauses:
        figures = re.findall(r"\d+", item.text)
        if figures and figures == re.findall(r"\d+", clause) and item.text.strip() in clause:
            return replace(item, text=clause.strip())
    return item
