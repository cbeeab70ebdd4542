"""Working days of Việt Nam: Tết, holidays, days made up for, overrides."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.calendar import Calendar
from reporting.errors import Broken

NATIONAL = Calendar()
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))

# (first, last) of the state sector's runs of days off, weekends included
RUNS_OFF = [
    (date(2021, 2, 10), date(2021, 2, 16)),  # Tết Tân Sửu
    (date(2023, 1, 20), date(2023, 1, 26)),  # Tết Quý Mão
    (date(2023, 4, 29), date(2023, 5, 3)),
    (date(2023, 9, 1), date(2023, 9, 4)),
    (date(2024, 2, 8), date(2024, 2, 14)),  # Tết Giáp Thìn
    (date(2024, 4, 27), date(2024, 5, 1)),  # with 29/4 swapped
    (date(2024, 8, 31), date(2024, 9, 3)),
    (date(2025, 1, 25), date(2025, 2, 2)),  # Tết Ất Tỵ
    (date(2025, 4, 30), date(2025, 5, 4)),
    (date(2025, 8, 30), date(2025, 9, 2)),
    (date(2026, 1, 1), date(2026, 1, 4)),  # with 2/1 swapped
    (date(2026, 2, 14), date(2026, 2, 22)),  # Tết Bính Ngọ
    (date(2026, 4, 25), date(2026, 4, 27)),  # 10/3 of the lunar year is a Sunday
    (date(2026, 4, 30), date(2026, 5, 3)),
    (date(2026, 8, 29), date(2026, 9, 2)),
    (date(2027, 2, 4), date(2027, 2, 10)),  # Tết Đinh Mùi, by the law's rule
    (date(2027, 4, 30), date(2027, 5, 3)),
]


@pytest.mark.parametrize(("first", "last"), RUNS_OFF, ids=[str(run[0]) for run in RUNS_OFF])
def test_a_run_of_days_off(first: date, last: date) -> None:
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert [day for day in days if NATIONAL.is_working_day(day)] == []
    assert NATIONAL.is_working_day(first - timedelta(days=1))
    assert NATIONAL.next_working_day(first) == last + timedelta(days=1)


@pytest.mark.parametrize(
    "saturday", [date(2024, 5, 4), date(2025, 4, 26), date(2026, 1, 10), date(2026, 8, 22)]
)
def test_a_saturday_worked_instead(saturday: date) -> None:
    assert saturday.weekday() == 5
    assert NATIONAL.is_working_day(saturday)
    assert not NATIONAL.is_working_day(saturday + timedelta(days=1))


def test_overrides_win_over_everything() -> None:
    office = Calendar(
        days_off=frozenset({date(2023, 10, 16)}),
        working_days=frozenset({date(2023, 10, 15), date(2024, 2, 8)}),
    )
    assert office.is_working_day(date(2023, 10, 15))
    assert not office.is_working_day(date(2023, 10, 16))
    assert office.is_working_day(date(2024, 2, 8))
    assert office.next_working_day(date(2023, 10, 16)) == date(2023, 10, 17)
    assert not Calendar(days_off=frozenset({date(2024, 5, 4)})).is_working_day(date(2024, 5, 4))


def test_a_day_cannot_be_both() -> None:
    day = frozenset({date(2026, 1, 2)})
    with pytest.raises(Broken):
        Calendar(days_off=day, working_days=day)


@pytest.mark.parametrize(
    ("day", "n", "expected"),
    [
        (date(2023, 10, 16), 0, date(2023, 10, 16)),
        (date(2023, 10, 15), 0, date(2023, 10, 15)),
        (date(2023, 10, 13), 1, date(2023, 10, 16)),
        (date(2023, 10, 14), 1, date(2023, 10, 16)),
        (date(2023, 10, 16), -1, date(2023, 10, 13)),
        (date(2023, 10, 15), -1, date(2023, 10, 13)),
        (date(2023, 10, 16), 5, date(2023, 10, 23)),
        (date(2024, 2, 7), 1, date(2024, 2, 15)),
        (date(2024, 2, 15), -1, date(2024, 2, 7)),
        (date(2024, 5, 3), 1, date(2024, 5, 4)),
    ],
)
def test_counting_working_days(day: date, n: int, expected: date) -> None:
    assert NATIONAL.add_working_days(day, n) == expected


@given(DAYS, st.integers(1, 30))
def test_going_on_lands_on_the_nth_working_day(day: date, n: int) -> None:
    reached = NATIONAL.add_working_days(day, n)
    between = [day + timedelta(days=k) for k in range(1, (reached - day).days + 1)]
    assert NATIONAL.is_working_day(reached)
    assert sum(NATIONAL.is_working_day(d) for d in between) == n


@given(DAYS)
def test_next_is_the_day_itself_or_later(day: date) -> None:
    found = NATIONAL.next_working_day(day)
    assert found >= day
    assert (found == day) == NATIONAL.is_working_day(day)
