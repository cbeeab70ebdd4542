# ruff: noqa: E501 — tables read better wide
"""Stages of months by table; properties over all months of many years; the opening and the moved due date."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.calendar import ZONE
from reporting.periods import Month
from reporting.profile import QuietHours
from reporting.schedule import Stages, opened_at, outside_quiet_hours, stages, with_due
from tests.reporting.offices import office

OFFICE = office()

# month: opens, reminders, due, overdue, review ends, submit by, locks — day/month hour, as on a wall calendar
TABLE = {
    "2023-10": ("Thu 12/10 08", ["Fri 13/10 08", "Mon 16/10 08"], "Mon 16/10 17", "Tue 17/10 08", "Tue 17/10 17", "Wed 18/10 17", "Mon 23/10 17"),
    # an ordinary year
    "2025-01": ("Sun 12/01 08", ["Tue 14/01 08", "Wed 15/01 08"], "Wed 15/01 17", "Thu 16/01 08", "Thu 16/01 17", "Fri 17/01 17", "Wed 22/01 17"),
    "2025-02": ("Wed 12/02 08", ["Fri 14/02 08", "Mon 17/02 08"], "Mon 17/02 17", "Tue 18/02 08", "Tue 18/02 17", "Wed 19/02 17", "Mon 24/02 17"),
    "2025-03": ("Wed 12/03 08", ["Fri 14/03 08", "Mon 17/03 08"], "Mon 17/03 17", "Tue 18/03 08", "Tue 18/03 17", "Wed 19/03 17", "Mon 24/03 17"),
    "2025-04": ("Sat 12/04 08", ["Mon 14/04 08", "Tue 15/04 08"], "Tue 15/04 17", "Wed 16/04 08", "Wed 16/04 17", "Thu 17/04 17", "Tue 22/04 17"),
    "2025-05": ("Mon 12/05 08", ["Wed 14/05 08", "Thu 15/05 08"], "Thu 15/05 17", "Fri 16/05 08", "Fri 16/05 17", "Mon 19/05 17", "Thu 22/05 17"),
    "2025-06": ("Thu 12/06 08", ["Fri 13/06 08", "Mon 16/06 08"], "Mon 16/06 17", "Tue 17/06 08", "Tue 17/06 17", "Wed 18/06 17", "Mon 23/06 17"),
    "2025-07": ("Sat 12/07 08", ["Mon 14/07 08", "Tue 15/07 08"], "Tue 15/07 17", "Wed 16/07 08", "Wed 16/07 17", "Thu 17/07 17", "Tue 22/07 17"),
    "2025-08": ("Tue 12/08 08", ["Thu 14/08 08", "Fri 15/08 08"], "Fri 15/08 17", "Mon 18/08 08", "Mon 18/08 17", "Tue 19/08 17", "Fri 22/08 17"),
    # the working day before Monday the 15th is the opening itself: that reminder is dropped
    "2025-09": ("Fri 12/09 08", ["Mon 15/09 08"], "Mon 15/09 17", "Tue 16/09 08", "Tue 16/09 17", "Wed 17/09 17", "Mon 22/09 17"),
    "2025-10": ("Sun 12/10 08", ["Tue 14/10 08", "Wed 15/10 08"], "Wed 15/10 17", "Thu 16/10 08", "Thu 16/10 17", "Fri 17/10 17", "Wed 22/10 17"),
    "2025-11": ("Wed 12/11 08", ["Fri 14/11 08", "Mon 17/11 08"], "Mon 17/11 17", "Tue 18/11 08", "Tue 18/11 17", "Wed 19/11 17", "Mon 24/11 17"),
    "2025-12": ("Fri 12/12 08", ["Mon 15/12 08"], "Mon 15/12 17", "Tue 16/12 08", "Tue 16/12 17", "Wed 17/12 17", "Mon 22/12 17"),
    # Tết: 8–14/2/2024, so the working day before the 15th is 7/2, before the opening
    "2023-01": ("Thu 12/01 08", ["Fri 13/01 08", "Mon 16/01 08"], "Mon 16/01 17", "Tue 17/01 08", "Tue 17/01 17", "Wed 18/01 17", "Mon 30/01 17"),
    "2024-02": ("Mon 12/02 08", ["Thu 15/02 08"], "Thu 15/02 17", "Fri 16/02 08", "Fri 16/02 17", "Mon 19/02 17", "Thu 22/02 17"),
    # 14–22/2/2026
    "2026-02": ("Thu 12/02 08", ["Fri 13/02 08", "Mon 23/02 08"], "Mon 23/02 17", "Tue 24/02 08", "Tue 24/02 17", "Wed 25/02 17", "Mon 02/03 17"),
    # 22/8/2026 is a Saturday worked for 31/8
    "2026-08": ("Wed 12/08 08", ["Fri 14/08 08", "Mon 17/08 08"], "Mon 17/08 17", "Tue 18/08 08", "Tue 18/08 17", "Wed 19/08 17", "Sat 22/08 17"),
    # 4–10/2/2027
    "2027-02": ("Fri 12/02 08", ["Mon 15/02 08"], "Mon 15/02 17", "Tue 16/02 08", "Tue 16/02 17", "Wed 17/02 17", "Mon 22/02 17"),
    # 16/4/2027 is the Hùng Kings' day, and 18/4/2024 was
    "2027-04": ("Mon 12/04 08", ["Wed 14/04 08", "Thu 15/04 08"], "Thu 15/04 17", "Mon 19/04 08", "Mon 19/04 17", "Tue 20/04 17", "Fri 23/04 17"),
    "2024-04": ("Fri 12/04 08", ["Mon 15/04 08"], "Mon 15/04 17", "Tue 16/04 08", "Tue 16/04 17", "Wed 17/04 17", "Tue 23/04 17"),
}  # fmt: skip


def written(moment: datetime) -> str:
    assert moment.tzinfo is ZONE
    assert moment.minute == 0
    return f"{moment:%a %d/%m %H}"


@pytest.mark.parametrize("month", TABLE)
def test_the_stages_of_a_month(month: str) -> None:
    s = stages(Month.parse(month), OFFICE)
    rest = [written(at) for at in (s.due, s.overdue, s.review_ends, s.submit_by, s.locks)]
    assert (written(s.opens), [written(at) for at in s.reminders], *rest) == TABLE[month]
    assert s.due.utcoffset() == timedelta(hours=7)


@given(st.integers(2020, 2060), st.integers(1, 12))
def test_stages_follow_each_other_in_every_month(year: int, month: int) -> None:
    s = stages(Month(year, month), OFFICE)
    in_order = [s.opens, *s.reminders, s.due, s.overdue, s.review_ends, s.submit_by, s.locks]
    assert in_order == sorted(set(in_order))
    assert s.due.date() >= date(year, month, 15)
    assert s.locks < stages(Month(year, month).next(), OFFICE).opens
    assert all(OFFICE.calendar.is_working_day(at.date()) for at in in_order[1:])
    assert Stages.from_dict(s.to_dict()) == s


def test_overrides_move_the_due_date_and_what_follows() -> None:
    storm = office("[calendar]\ndays_off = [2023-10-16]\nworking_days = [2023-10-21]")
    s = stages(Month(2023, 10), storm)
    assert [written(at) for at in (*s.reminders, s.due, s.overdue, s.locks)] == [
        "Fri 13/10 08", "Tue 17/10 08", "Tue 17/10 17", "Wed 18/10 08", "Mon 23/10 17",
    ]  # fmt: skip


def test_a_calendar_month_collected_in_the_next() -> None:
    calendar_month = office(
        '[schedule]\ncut_off = "calendar"\nopens_day = 31\nopens_at = "14:30"\n'
        'due_month = "next"\ndue_day = 3\nremind_before = [0, 1, 2]'
    )
    s = stages(Month(2026, 2), calendar_month)
    assert s.opens == datetime(2026, 2, 28, 14, 30, tzinfo=ZONE)
    assert s.due == datetime(2026, 3, 3, 17, tzinfo=ZONE)
    assert [written(at) for at in s.reminders] == ["Mon 02/03 08", "Tue 03/03 08"]


def test_extending_the_due_date_takes_the_rest_along() -> None:
    before = stages(Month(2023, 10), OFFICE)
    after = with_due(before, datetime(2023, 10, 19, 17, tzinfo=ZONE), OFFICE)
    assert after.opens == before.opens
    assert [written(at) for at in (*after.reminders, after.due, after.overdue, after.locks)] == [
        "Wed 18/10 08", "Thu 19/10 08", "Thu 19/10 17", "Fri 20/10 08", "Thu 26/10 17",
    ]  # fmt: skip
    with pytest.raises(KeyError):
        Stages.from_dict({"due": after.due})


@pytest.mark.parametrize(
    ("opened", "reminders", "due", "locks"),
    [
        ("2023-10-09T10:00", ["Fri 13/10 08", "Mon 16/10 08"], "Mon 16/10 17", "Mon 23/10 17"),
        ("2023-10-13T08:00", ["Mon 16/10 08"], "Mon 16/10 17", "Mon 23/10 17"),
        ("2023-10-16T16:59", [], "Mon 16/10 17", "Mon 23/10 17"),
        ("2023-10-16T17:00", ["Tue 17/10 08"], "Tue 17/10 17", "Tue 24/10 17"),
        ("2023-10-20T09:00", ["Mon 23/10 08"], "Mon 23/10 17", "Mon 30/10 17"),
    ],
)
def test_a_month_opened_by_hand_is_never_due_before_it_opens(
    opened: str, reminders: list[str], due: str, locks: str
) -> None:
    moment = datetime.fromisoformat(opened).replace(tzinfo=ZONE)
    s = opened_at(stages(Month(2023, 10), OFFICE), moment, OFFICE)
    assert s.opens == moment
    assert ([written(at) for at in s.reminders], written(s.due), written(s.locks)) == (reminders, due, locks)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2023-10-16T20:59:59", "2023-10-16T20:59:59"),
        ("2023-10-16T21:00:00", "2023-10-17T07:00:00"),
        ("2023-10-16T23:30:00", "2023-10-17T07:00:00"),
        ("2023-10-17T00:00:00", "2023-10-17T07:00:00"),
        ("2023-10-17T06:59:59", "2023-10-17T07:00:00"),
        ("2023-10-17T07:00:00", "2023-10-17T07:00:00"),
        ("2023-12-31T22:00:00", "2024-01-01T07:00:00"),
    ],
)
def test_nothing_is_sent_in_quiet_hours(moment: str, expected: str) -> None:
    at = datetime.fromisoformat(moment).replace(tzinfo=ZONE)
    assert outside_quiet_hours(at, QuietHours()) == datetime.fromisoformat(expected).replace(tzinfo=ZONE)


@given(st.integers(0, 10 * 366 * 24 * 60), st.times(), st.times())
def test_the_shifted_moment_is_never_quiet_nor_earlier(minutes: int, start: time, end: time) -> None:
    moment = datetime(2020, 1, 1, tzinfo=ZONE) + timedelta(minutes=minutes)
    quiet = QuietHours(start, end)
    shifted = outside_quiet_hours(moment, quiet)
    assert moment <= shifted < moment + timedelta(days=1)
    assert not quiet.holds(shifted.time())
    assert (shifted == moment) == (not quiet.holds(moment.time()))


def test_quiet_hours_within_a_day_and_none_at_all() -> None:
    siesta = QuietHours(time(11, 30), time(13, 30))
    assert outside_quiet_hours(datetime(2023, 10, 16, 12, tzinfo=ZONE), siesta).time() == time(13, 30)
    assert not any(QuietHours(time(7), time(7)).holds(time(hour)) for hour in range(24))
