"""The lunar calendar, against known days and against the holidays package."""

from datetime import date, timedelta

import holidays
import pytest

from reporting.reading.lunar import to_lunar, to_solar


@pytest.mark.parametrize(
    ("lunar", "solar"),
    [
        ((1, 1, 2023), date(2023, 1, 22)),
        ((15, 8, 2023), date(2023, 9, 29)),
        ((10, 3, 2023), date(2023, 4, 29)),
        ((1, 1, 2024), date(2024, 2, 10)),
        ((30, 12, 2023), date(2024, 2, 9)),
        ((15, 7, 2020), date(2020, 9, 2)),
        ((1, 1, 1985), date(1985, 1, 21)),  # a month before China's
        ((1, 1, 2007), date(2007, 2, 17)),  # a day before China's
    ],
)
def test_known_days(lunar: tuple[int, int, int], solar: date) -> None:
    assert to_solar(*lunar) == solar
    assert to_lunar(solar) == lunar


def test_there_is_no_such_day() -> None:
    assert to_solar(30, 1, 2023) is None
    assert to_solar(0, 1, 2023) is None
    assert to_solar(31, 12, 2023) is None


def test_feasts_are_where_the_calendar_has_them() -> None:
    table = holidays.country_holidays("VN", years=range(2008, 2045), language="en_US")
    checked = 0
    for day, name in table.items():
        if name == "Lunar New Year":
            assert to_solar(1, 1, day.year) == day
            checked += 1
        elif name == "Hung Kings' Commemoration Day":
            assert to_solar(10, 3, day.year) == day
            checked += 1
    assert checked > 60


def test_every_day_outside_leap_months_comes_back() -> None:
    day, elsewhere = date(2015, 1, 1), 0
    while day < date(2031, 1, 1):
        if to_solar(*to_lunar(day)) != day:
            elsewhere += 1  # a leap month has the number of the month before
        day += timedelta(days=1)
    assert elsewhere == sum(29 if year != 2017 else 30 for year in (2017, 2020, 2023, 2025, 2028))
