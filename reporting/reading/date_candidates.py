"""What day is meant, seen from today: the day itself, or the days to choose from."""

from dataclasses import dataclass
from datetime import date, timedelta

from reporting.reading.lunar import to_lunar, to_solar
from reporting.reading.shapes import Settled
from reporting.values import Value

_EARLIEST, _LATEST = 1900, 2100
_LIVING = 1945  # what is dated earlier is a slip
_RECENT = timedelta(days=183)
_FULL_MOON = 15
_AHEAD_IN_TWO_DIGITS = 20  # years: 5/10/45 is 1945
_WEEK = 7


def day_of(year: int, month: int, day: int) -> date | None:
    """A date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def asked(*days: date | None) -> Settled | None:
    """These days, to choose from."""
    values: list[Value] = [day for day in days if day is not None]
    return Settled(tuple(dict.fromkeys(values)), False) if values else None


@dataclass(frozen=True, slots=True)
class Dates:
    """Days as people mean them on the day `today`."""

    today: date

    def day_month(self, day: int, month: int, year: int | None, doubt: bool = False) -> Settled | None:
        """5/10, 5/10/2023. Days ahead are asked back, with what may have been meant."""
        literal = day_of(year or self.today.year, month, day)
        swapped = day_of(year or self.today.year, day, month)
        if literal is None:
            return asked(swapped)
        if literal <= self.today:
            if literal.year >= _LIVING:
                return Settled((literal,), not doubt)
            return asked(literal if literal.year >= _EARLIEST else None, self._this_year(day, month))
        this_year = self._this_year(day, month) if year not in (None, self.today.year) else None
        others = [this_year or (swapped if swapped and swapped <= self.today else None)]
        last_year = day_of(self.today.year - 1, month, day)
        if year is None and last_year and self.today - last_year <= _RECENT:
            others.append(last_year)
        return asked(literal if literal.year <= _LATEST else None, *others) or asked(
            self._this_year(day, month)
        )

    def _this_year(self, day: int, month: int) -> date | None:
        found = day_of(self.today.year, month, day)
        return found if found and found <= self.today else None

    def century(self, two_digits: int) -> int:
        """The year of 5/10/23."""
        year = 2000 + two_digits
        return year if year <= self.today.year + _AHEAD_IN_TWO_DIGITS else year - 100

    def odd_year(self, day: int, month: int) -> Settled | None:
        """5/10/203: the year is a slip."""
        return asked(day_of(self.today.year, month, day))

    def day_alone(self, day: int) -> Settled | None:
        """12, mùng 5: of this month, or of the last where this one's has not come."""
        this = day_of(self.today.year, self.today.month, day)
        if this and this <= self.today:
            return asked(this)
        return asked(this, self._last_month(day))

    def day_of_month(self, day: int, months: int) -> Settled | None:
        """ngày 12 tháng này (0), tháng trước (-1), tháng sau (1)."""
        month = self.today.month - 1 + months
        found = day_of(self.today.year + month // 12, month % 12 + 1, day)
        if found is None:
            return None
        return Settled((found,), found <= self.today)

    def _last_month(self, day: int) -> date | None:
        before = self.today.replace(day=1) - timedelta(days=1)
        return day_of(before.year, before.month, day)

    def compact(self, digits: str) -> Settled | None:
        """20231005 and 05102023; 051023 and 0510 are asked back."""
        if len(digits) == 8:
            orders = ((digits[6:], digits[4:6], digits[:4]), (digits[:2], digits[2:4], digits[4:]))
            found = [settled for order in orders if (settled := self._whole(*map(int, order)))]
            if len(found) == 1:
                return found[0]
            values = tuple(value for settled in found for value in settled.values)
            return Settled(values, False) if values else None
        year = self.century(int(digits[4:])) if len(digits) == 6 else self.today.year
        return asked(day_of(year, int(digits[2:4]), int(digits[:2])))

    def _whole(self, day: int, month: int, year: int) -> Settled | None:
        possible = _EARLIEST <= year <= _LATEST and day_of(year, month, day) is not None
        return self.day_month(day, month, year) if possible else None

    def days_ago(self, days: int) -> Settled | None:
        return asked(self.today - timedelta(days)) if days < self.today.toordinal() else None

    def weekday(self, weekday: int, weeks: int | None) -> Settled | None:
        """thứ hai (the last one up to today), thứ hai tuần trước (weeks -1): always asked back."""
        monday = self.today - timedelta(self.today.weekday())
        if weeks is not None:
            return asked(monday + timedelta(weekday + _WEEK * weeks))
        return asked(self.today - timedelta((self.today.weekday() - weekday) % _WEEK))

    def weekday_and_date(self, weekday: int, found: Settled | None) -> Settled | None:
        """thứ năm 12/10: certain only if it was that weekday."""
        if found is None:
            return None
        days = [value for value in found.values if isinstance(value, date)]
        return Settled(found.values, found.certain and days[0].weekday() == weekday)

    def lunar(self, day: int, month: int, year: int | None = None) -> Settled | None:
        """A day of the lunar calendar: asked back by its date in the common one."""
        year = year or to_lunar(self.today)[2]
        possible = _EARLIEST < year < _LATEST and 1 <= month <= 12
        return asked(to_solar(day, month, year)) if possible else None

    def last_of_month(self, month: int, year: int | None) -> Settled | None:
        """ngày cuối tháng 9."""
        days = (day_of(year or self.today.year, month, day) for day in range(31, 27, -1))
        return asked(next((day for day in days if day), None))

    def full_moon(self) -> Settled | None:
        """rằm: the last full moon up to today."""
        _, month, year = to_lunar(self.today)
        this = to_solar(_FULL_MOON, month, year)
        if this and this > self.today:
            day = this - timedelta(days=29)
            _, month, year = to_lunar(day)
            this = to_solar(_FULL_MOON, month, year)
        return asked(this)
