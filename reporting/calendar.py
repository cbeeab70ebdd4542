"""Vietnamese working days: weekends, public holidays, Tết, days off made up for on a Saturday.

Three layers, the later one wins: the `holidays` package (the Labour Code's days, substitute days, swaps it knows),
the swaps below that it lacks, and the office's own overrides from office.toml. Swaps are the state sector's: they
are decided a few months ahead, so Tết of a year not yet decided is the package's reckoning from the law.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from holidays import country_holidays

from reporting.errors import Broken

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

_DAY = timedelta(days=1)
_SATURDAY = 5

# (day off, the Saturday worked instead), decided by the Government for the state sector.
_SWAPS = (
    (date(2024, 4, 29), date(2024, 5, 4)),  # before 30/4–1/5; Government Office's letter 2450 of 12/4/2024
    (date(2025, 5, 2), date(2025, 4, 26)),  # after 30/4–1/5; Ministry of Labour's notice 6150 of 3/12/2024
    (date(2026, 1, 2), date(2026, 1, 10)),  # New Year; the Ministry of Home Affairs' notice of 25/12/2025
    (date(2026, 8, 31), date(2026, 8, 22)),  # National Day; decided with Tết 2026
)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working days under an office's overrides: further days off, and further days worked."""

    days_off: frozenset[date] = frozenset()
    working_days: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if self.days_off & self.working_days:
            raise Broken("a day both off and worked")

    def is_working_day(self, day: date) -> bool:
        if day in self.working_days:
            return True
        if day in self.days_off:
            return False
        off, worked = _national(day.year)
        return day in worked or (day.weekday() < _SATURDAY and day not in off)

    def next_working_day(self, day: date) -> date:
        """The day itself if it is worked, else the first worked day after it."""
        while not self.is_working_day(day):
            day += _DAY
        return day

    def add_working_days(self, day: date, n: int) -> date:
        """The n-th working day after the day, before it if n is negative; the day itself for 0."""
        step = _DAY if n > 0 else -_DAY
        for _ in range(abs(n)):
            day += step
            while not self.is_working_day(day):
                day += step
        return day


@lru_cache(maxsize=64)
def _national(year: int) -> tuple[frozenset[date], frozenset[date]]:
    """Days off and make-up working days of a year, the same everywhere in the country."""
    known = country_holidays("VN", years=year)
    off = {day for day in known if day.year == year}
    worked = {day for day in known.weekend_workdays if day.year == year}
    for day_off, made_up in _SWAPS:
        if day_off.year == year:
            off.add(day_off)
        if made_up.year == year:
            worked.add(made_up)
    return frozenset(off), frozenset(worked)
