"""A figure far from those of the months before: a doubt is asked about, it never forbids.

The rule: a figure is doubtful when it lies outside half the smallest to twice the largest of the last six months,
and also differs by at least 5 (money: 5 million đồng) from the nearest of these two months. The second half keeps
small units in peace: 1, 2, 1 and then 5 is odd by the first half alone. Months without a figure say nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

MONTHS = 6
LEAST_DIFFERENCE = {"count": 5, "money": 5_000_000}

# A slip of the hand: a nought too many or too few, thousands or millions written out or left out.
_SLIPS = {"count": (10, 1_000), "money": (10, 1_000, 1_000_000)}


@dataclass(frozen=True, slots=True)
class Doubt:
    """`low` and `high`: the smallest and largest of the months compared with. `likely`: the figure that was meant, if a
    nought or the thousands (money: also the millions) went wrong; None if nothing so simple explains it."""

    low: int
    high: int
    likely: int | None = None


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
