"""What a message tells of visits and gifts: how many of each, and the sums of money for them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from reporting.reading import care_words as data
from reporting.reading.care_figures import Amount
from reporting.reading.care_parts import Part
from reporting.reading.care_sums import Sum, Sums

Of = Literal["visit", "gift"]


@dataclass(slots=True)
class Entry:
    """Visits or gifts told in one part. `count` None where it is not said; `plain` if only the name is said."""

    of: Of
    count: int | None
    plain: bool = False
    named: bool = False
    by_people: bool = False
    general: bool = False  # of no kind of visit or gift
    sums: list[Sum] = field(default_factory=list)


@dataclass(slots=True)
class Told:
    """What was found so far. `left` are parts that bring something no line is plainly given."""

    entries: list[Entry] = field(default_factory=list)
    totals: dict[Of, int] = field(default_factory=dict)
    none: set[str] = field(default_factory=set)
    sums: Sums = field(default_factory=Sums)
    left: list[Part] = field(default_factory=list)
    several: bool = False
    unclear: bool = False  # a sum of money is left
    ways: dict[Of, list[int]] = field(default_factory=dict)


def inside(text: str, part: Part) -> bool:
    """Whether a part stands in parentheses."""
    return text.count("(", 0, part.start) > text.count(")", 0, part.start)


def in_all(counts: Sequence[int], general: Sequence[bool]) -> int | None:
    """How many several counts come to: a `general` one that is the sum of all others has them in it.

    >>> in_all([3, 2, 1], [False] * 3), in_all([1, 1, 2], [False, False, True]), in_all([10, 5, 5], [True] * 3)
    (6, 2, 10)
    """
    if not counts:
        return None
    total = sum(counts)
    pairs = zip(counts, general, strict=True)
    within = [count for count, every in pairs if every and len(counts) > 2 and 2 * count == total]
    return within[0] if within else total


def says_none(part: Part, names: set[str] | None = None) -> bool:
    """Whether a part without a figure says that there was none, or that none was made yet."""
    keys = part.keys
    why = next((n for n, key in enumerate(keys) if key in ("vi", "do", "nen")), len(keys))
    keys = keys[:why]
    nots = [key for key in keys if key in data.NOT]
    yet = keys.count(data.NOT_YET)
    if len(nots) + yet != 1 or data.UNKNOWN & set(keys):
        return False
    named = {"qua", "suat", "tang", "trao", "vieng", "trung", "thu", "chua", *(names or ())}
    return all(key in data.NOT | data.BESIDE_NONE | named for key in keys)


def denied(part: Part, counts: Sequence[Amount]) -> bool:
    """Whether «không», «chưa» stands before the figure, or something else than money behind it."""
    if counts:
        before = {word.key for word in part.words if word.start < counts[0].start}
        return bool(before & (data.NOT | {data.NOT_YET}))
    return bool(set(part.keys) & (data.NOT | {data.NOT_YET}))


def people_each(part: Part, counts: Sequence[Amount]) -> bool:
    """«2 ng ốm 1 ng đẻ»"""
    return all(part.behind(each)[:1] and part.behind(each)[0].key in data.PEOPLE for each in counts)
