"""What a unit reported before: merged, renamed, split."""

from collections.abc import Collection
from datetime import date

import pytest

from reporting.successors import Succession, previous_figures
from reporting.values import Missing, Value
from tests.reporting.province import Submitted

MERGED_ON = date(2023, 10, 1)
FIGURES = {
    10: Submitted(10, {"members": 30, "women": 10}, "2023-09"),
    11: Submitted(11, {"members": 12, "women": 5}, "2023-09"),
    12: Submitted(12, {"members": 8, "women": Missing("chưa rõ")}, "2023-09"),
    30: Submitted(30, {"members": 100, "women": 40}, "2023-09"),
}


def to(successor: int, *predecessors: int, on: date = MERGED_ON) -> list[Succession]:
    return [Succession(predecessor, successor, on) for predecessor in predecessors]


@pytest.mark.parametrize(
    ("unit", "successions", "continuing", "expected"),
    [
        (10, [], (), {"members": 30, "women": 10}),  # nothing happened
        (99, [], (), {}),  # a new unit
        (20, to(20, 10, 11), (), {"members": 42, "women": 15}),  # merged into a new one
        (20, to(20, 10), (), {"members": 30, "women": 10}),  # renamed
        (20, to(20, 10, 12), (), {"members": 38}),  # one part was missing: it is asked
        (20, to(20, 10, 99), (), {}),  # one of them never reported
        (30, to(30, 10), (), {"members": 130, "women": 50}),  # taken in by one that goes on
        (
            30,
            to(30, 10, on=date(2023, 9, 14)),
            (),
            {"members": 100, "women": 40},
        ),  # it was in its figures already
        (
            30,
            to(30, 10, on=date(2023, 9, 15)),
            (),
            {"members": 130, "women": 50},
        ),  # the day after they closed
        (20, [*to(20, 10), *to(21, 10)], (), {}),  # split in two: asked
        (21, [*to(20, 10), *to(21, 10, 11)], (), {}),  # a part of one joined with another: asked
        (20, to(20, 10), (10,), {}),  # split off from one that goes on: asked
        (
            40,
            [*to(20, 10, 11), *to(40, 20, 30)],
            (),
            {"members": 142, "women": 55},
        ),  # twice without a report between
        (20, [*to(20, 10), *to(10, 20)], (), {}),  # a circle: it ends, and it is asked
    ],
)
def test_previous_figures(
    unit: int, successions: list[Succession], continuing: Collection[int], expected: dict[str, Value]
) -> None:
    assert dict(previous_figures(unit, successions, FIGURES, continuing=continuing)) == expected
