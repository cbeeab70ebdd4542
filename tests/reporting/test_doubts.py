"""Doubts about figures: the rule, its limits, and the slips that are named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.doubts import Doubt, doubt, moved_too_far

MILLION = 1_000_000
FIGURES = st.integers(0, 10**9)
HISTORIES = st.lists(st.none() | FIGURES, max_size=6)


@pytest.mark.parametrize(
    ("value", "history", "expected"),
    [
        (120, [60, 55, 70], None),
        (140, [60, 55, 70], None),  # twice the largest is still in
        (141, [60, 55, 70], Doubt(55, 70)),
        (28, [60, 55, 70], None),
        (27, [60, 55, 70], Doubt(55, 70)),
        (0, [60, 55, 70], Doubt(55, 70)),
        (630, [63, 60], Doubt(60, 63, 63)),  # a nought too many
        (6, [63, 60], Doubt(60, 63, 60)),  # a nought too few
        (63_000, [63, 60], Doubt(60, 63, 63)),
        (631, [63, 60], Doubt(60, 63)),  # no nought at its end: not that slip
        (5, [1, 2, 1], None),  # outside, but by less than five
        (7, [1, 2, 1], Doubt(1, 2)),
        (6, [1, 2, 1], None),
        (4, [0, 0, 0], None),
        (5, [0, 0], Doubt(0, 0)),
        (0, [8, 8], Doubt(8, 8)),
        (0, [4, 4], None),
        (500, [], None),
        (500, [None, None], None),
        (500, [None, 50, None], Doubt(50, 50, 50)),
        (500, [50, 50, 50, 50, 50, 50, 500], Doubt(50, 50, 50)),  # the seventh month is not looked at
    ],
)
def test_counts(value: int, history: list[int | None], expected: Doubt | None) -> None:
    assert doubt(value, history, "count") == expected


@pytest.mark.parametrize(
    ("value", "history", "expected"),
    [
        (14 * MILLION, [5 * MILLION], Doubt(5 * MILLION, 5 * MILLION)),
        (4 * MILLION, [MILLION], None),  # four times, but less than five million more
        (6 * MILLION, [MILLION], Doubt(MILLION, MILLION, 600_000)),
        (450 * MILLION, [45 * MILLION, 40 * MILLION], Doubt(40 * MILLION, 45 * MILLION, 45 * MILLION)),
        (45, [45 * MILLION, 40 * MILLION], Doubt(40 * MILLION, 45 * MILLION, 45 * MILLION)),
        (45_000, [45 * MILLION], Doubt(45 * MILLION, 45 * MILLION, 45 * MILLION)),
        (0, [45 * MILLION], Doubt(45 * MILLION, 45 * MILLION)),
        (0, [4 * MILLION], None),
    ],
)
def test_money(value: int, history: list[int | None], expected: Doubt | None) -> None:
    assert doubt(value, history, "money") == expected


@given(FIGURES, HISTORIES, st.sampled_from(["percent", "pair", "ratio", "text", "date", "yesno"]))
def test_other_kinds_are_not_weighed(value: int, history: list[int | None], kind: str) -> None:
    assert doubt(value, history, kind) is None


@given(FIGURES, HISTORIES, st.sampled_from(["count", "money"]))
def test_a_doubt_is_outside_and_what_was_likely_meant_is_not(
    value: int, history: list[int | None], kind: str
) -> None:
    found = doubt(value, history, kind)
    past = [figure for figure in history if figure is not None]
    if found is None:
        return
    assert (found.low, found.high) == (min(past), max(past))
    assert value < found.low / 2 or value > found.high * 2
    assert min(abs(value - figure) for figure in past) >= 5
    assert found.likely is None or doubt(found.likely, history, kind) is None


@given(FIGURES, HISTORIES, st.sampled_from(["count", "money"]))
def test_a_figure_reported_before_is_never_doubted(value: int, history: list[int | None], kind: str) -> None:
    assert doubt(value, [value, *history], kind) is None


@pytest.mark.parametrize(
    ("value", "last", "came", "went", "expected"),
    [
        (100, 60, 3, 0, Doubt(60, 63, last=60)),
        (63, 60, 3, 0, None),
        (64, 60, 3, 0, Doubt(60, 63, last=60)),  # more than can be, however few
        (59, 60, 0, 0, Doubt(60, 60, last=60)),
        (58, 60, 3, 2, None),
        (57, 60, 3, 2, Doubt(58, 63, last=60)),
        (0, 3, 0, 9, None),
        (60, 60, 0, 0, None),
    ],
)
def test_a_stock_moves_by_what_came_and_went(
    value: int, last: int, came: int, went: int, expected: Doubt | None
) -> None:
    assert moved_too_far(value, last, came, went) == expected
