"""A figure far from those of the months before: a doubt is asked about, it never forbids.

The rule: a figure is doubtful when it lies outside half the smallest to twice the largest of the last six months,
and also differs by at least 5 (money: 5 million đồng) from the nearest of these two months. The second half keeps
small units in peace: 1, 2, 1 and then 5 is odd by the first half alone. Months without a figure say nothing.

A figure is doubtful as well where what it cannot well be without is 0 (`NEEDS`).

A stock that is part of a whole is doubtful too where it moved, since the month before, by more than came
and went in the month: 60 women, 3 admitted, and then 64.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MONTHS = 6
LEAST_DIFFERENCE = {"count": 5, "money": 5_000_000}

# Stocks that only these figures of the month can move: what came, what went.
MOVED_BY: Mapping[str, tuple[str, str]] = {"members_women": ("members_admitted", "members_left")}

# What there cannot well be without any of these: people at no event, money for nobody, gifts that cost nothing.
NEEDS: Mapping[str, tuple[str, ...]] = {
    "propaganda_turns": ("propaganda_events",),
    "propaganda_events": ("propaganda_turns",),
    "gifts_vnd": ("gifts", "visits"),
    "gifts": ("gifts_vnd",),
}

# A slip of the hand: a nought too many or too few, thousands or millions written out or left out.
_SLIPS = {"count": (10, 1_000), "money": (10, 1_000, 1_000_000)}


@dataclass(frozen=True, slots=True)
class Doubt:
    """`low` and `high`: the smallest and largest of the months compared with. `likely`: the figure that was meant, if a
    nought or the thousands (money: also the millions) went wrong; None if nothing so simple explains it. `last`: where
    a stock moved by more than came and went, the month before's; `low` and `high` are then what it could be.
    `without`: the lines that are 0, though this one can hardly be without them."""

    low: int
    high: int
    likely: int | None = None
    last: int | None = None
    without: tuple[str, ...] = ()


def doubt(value: int, history: Sequence[int | None], kind: str) -> Doubt | None:
    """Whether `value` is doubtful against `history` (newest first; what goes beyond six months is not looked at).

    Only counts and money are weighed; without any figure in the history there is no doubt.
    """
    past = [figure for figure in history[:MONTHS] if figure is not None]
    if not past or kind not in LEAST_DIFFERENCE:
        return None
    low, high = min(past), max(past)
    distance = max(low - value, value - high)
    if _usual(value, low, high) or distance < LEAST_DIFFERENCE[kind]:
        return None
    return Doubt(low, high, _meant(value, low, high, _SLIPS[kind]))


def goes_without(code: str, value: int, others: Mapping[str, int | None]) -> bool:
    """Whether nought is plain, since what it comes with is nought too; `others` by code, None: not known."""
    needed = NEEDS.get(code, ())
    return value == 0 and bool(needed) and all(others.get(other) == 0 for other in needed)


def alone(code: str, value: int, others: Mapping[str, int | None]) -> Doubt | None:
    """Whether a figure stands where all that it needs are known to be 0; `others` by code, None: not known."""
    needed = NEEDS.get(code, ())
    if not needed or value <= 0 or any(others.get(other) != 0 for other in needed):
        return None
    return Doubt(0, 0, without=needed)


def moved_too_far(value: int, last: int, came: int, went: int) -> Doubt | None:
    """Whether a stock moved since the month before by more than what came and went explains."""
    low, high = max(last - went, 0), last + came
    if low <= value <= high:
        return None
    return Doubt(low, high, last=last)


def newcomers_only(value: int, last: int, came: int) -> int | None:
    """What a stock is if the figure given for it is only of those who came: 2 where there were 19 and 3 came is 21."""
    return last + value if 0 < value <= came and value < last else None


def _usual(value: int, low: int, high: int) -> bool:
    return low <= 2 * value and value <= 2 * high


def _meant(value: int, low: int, high: int, slips: tuple[int, ...]) -> int | None:
    """The figure a slip away that would be usual; the smallest slip that explains it."""
    for factor in slips:
        candidate = value * factor if value < low else value // factor
        exact = value < low or value % factor == 0
        if exact and candidate > 0 and _usual(candidate, low, high):
            return candidate
    return None
