"""Periods: ids, neighbours, months and bounds."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.errors import Broken, WrongUse
from reporting.periods import CutOff, Month, SoFar, Span, month_of, parse

MONTHS = st.builds(Month, st.integers(2000, 2100), st.integers(1, 12))

# id, first month, last month, number of months, next, previous, the same a year before
PERIODS = [
    ("2023-10", "2023-10", "2023-10", 1, "2023-11", "2023-09", "2022-10"),
    ("2023-12", "2023-12", "2023-12", 1, "2024-01", "2023-11", "2022-12"),
    ("2024-01", "2024-01", "2024-01", 1, "2024-02", "2023-12", "2023-01"),
    ("2023-Q3", "2023-07", "2023-09", 3, "2023-Q4", "2023-Q2", "2022-Q3"),
    ("2023-Q1", "2023-01", "2023-03", 3, "2023-Q2", "2022-Q4", "2022-Q1"),
    ("2023-H1", "2023-01", "2023-06", 6, "2023-H2", "2022-H2", "2022-H1"),
    ("2023-H2", "2023-07", "2023-12", 6, "2024-H1", "2023-H1", "2022-H2"),
    ("2023-9M", "2023-01", "2023-09", 9, "2024-9M", "2022-9M", "2022-9M"),
    ("2023", "2023-01", "2023-12", 12, "2024", "2022", "2022"),
    ("2021-2025", "2021-01", "2025-12", 60, "2026-2030", "2016-2020", "2016-2020"),
    ("2015-2020", "2015-01", "2020-12", 72, "2021-2026", "2009-2014", "2009-2014"),
]


@pytest.mark.parametrize("row", PERIODS, ids=[row[0] for row in PERIODS])
def test_a_period_and_its_neighbours(row: tuple[str, str, str, int, str, str, str]) -> None:
    text, first, last, count, following, before, last_year = row
    period = parse(text)
    months = period.months()
    assert str(period) == text
    assert (str(months[0]), str(months[-1]), str(period.last), len(months)) == (first, last, last, count)
    assert (str(period.next()), str(period.previous()), str(period.same_last_year())) == (
        following,
        before,
        last_year,
    )
    assert list(months) == [months[0].plus(n) for n in range(count)]


@pytest.mark.parametrize(
    "text",
    ["", "10/2023", "2023-13", "2023-00", "2023-1", "2023-Q5", "2023-H3", "2023-6M", "2023-2023", "2025-2021",
     "2020-2030", "1789", "2023-10 ", "2023-10-01", "٢٠٢٣", "2023-q3", "tháng 10"],
)  # fmt: skip
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(WrongUse):
        parse(text)


def test_a_month_is_wanted() -> None:
    assert Month.parse("2023-10") == Month(2023, 10)
    with pytest.raises(WrongUse):
        Month.parse("2023-Q3")


def test_no_such_period_can_be_built() -> None:
    with pytest.raises(Broken):
        Month(2023, 13)
    with pytest.raises(Broken):
        Span(2023, "year", 1)


@pytest.mark.parametrize(
    ("text", "cut_off", "first", "last"),
    [
        ("2023-10", "15-14", date(2023, 9, 15), date(2023, 10, 14)),
        ("2024-01", "15-14", date(2023, 12, 15), date(2024, 1, 14)),
        ("2024-02", "calendar", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-Q3", "15-14", date(2023, 6, 15), date(2023, 9, 14)),
        ("2023-H1", "calendar", date(2023, 1, 1), date(2023, 6, 30)),
        ("2023", "15-14", date(2022, 12, 15), date(2023, 12, 14)),
        ("2021-2025", "calendar", date(2021, 1, 1), date(2025, 12, 31)),
    ],
)
def test_bounds(text: str, cut_off: CutOff, first: date, last: date) -> None:
    assert parse(text).bounds(cut_off) == (first, last)


def test_months_sort_in_time() -> None:
    assert sorted([Month(2024, 1), Month(2023, 12), Month(2023, 2)]) == [
        Month(2023, 2),
        Month(2023, 12),
        Month(2024, 1),
    ]
    assert Month(2023, 9) < Month(2023, 10)


@given(MONTHS, st.integers(-100, 100))
def test_going_forth_and_back(month: Month, by: int) -> None:
    assert month.plus(by).plus(-by) == month
    assert month.next().previous() == month
    assert Month.parse(str(month)) == month
    assert (month.plus(by) > month) == (by > 0)


@given(MONTHS, st.sampled_from(["15-14", "calendar"]))
def test_months_leave_no_gap_and_own_their_days(month: Month, cut_off: CutOff) -> None:
    first, last = month.bounds(cut_off)
    assert month.next().bounds(cut_off)[0] == last + timedelta(days=1)
    assert month_of(first, cut_off) == month_of(last, cut_off) == month


def test_a_span_that_is_not_over_is_compared_with_as_many_months() -> None:
    so_far = SoFar(Span(2023, "year"), 10)
    assert (str(so_far), len(so_far.months()), so_far.last) == ("2023", 10, Month(2023, 10))
    assert so_far.bounds()[1] == date(2023, 10, 14)
    assert so_far.previous() == so_far.same_last_year() == SoFar(Span(2022, "year"), 10)
    assert so_far.next().last == Month(2024, 10)


def test_the_months_of_which_nothing_was_asked_are_left_out() -> None:
    begun = SoFar(Span(2022, "year"), 12, 9)
    assert begun.months() == (Month(2022, 10), Month(2022, 11), Month(2022, 12))
    assert begun.bounds()[0] == date(2022, 9, 15)
    assert begun.same_last_year() == SoFar(Span(2021, "year"), 12, 9)
