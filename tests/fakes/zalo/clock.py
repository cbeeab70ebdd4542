"""Time for the fakes: a clock that tests move, and Vietnam's calendar read from it."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

Now = Callable[[], float]
VIETNAM = timezone(timedelta(hours=7))
MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0


class Clock:
    """Epoch seconds, called like a function; it moves only when told to."""

    def __init__(self, start: datetime | float = datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM)) -> None:
        self._now = start.timestamp() if isinstance(start, datetime) else start

    def __call__(self) -> float:
        return self._now

    def advance(self, seconds: float) -> None:
        self._now += seconds

    def set(self, moment: datetime) -> None:
        self._now = moment.timestamp()


def in_vietnam(moment: float) -> datetime:
    return datetime.fromtimestamp(moment, VIETNAM)


def day_of(moment: float) -> str:
    return in_vietnam(moment).strftime("%Y-%m-%d")


def month_of(moment: float) -> str:
    return in_vietnam(moment).strftime("%Y-%m")


def at_night(moment: float) -> bool:
    """22:00:00 to 05:59:59 in Vietnam, when phone templates are refused."""
    return not 6 <= in_vietnam(moment).hour < 22


def milliseconds(moment: float) -> str:
    return str(round(moment * 1000))
