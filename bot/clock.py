"""The only place that asks what time it is. Every time it gives is aware, in Việt Nam's zone."""

from datetime import datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
CLOCK_FACT = "demo_clock"  # the stored fact that holds the moment of a demo's clock


class Clock(Protocol):
    """What tells the time."""

    def now(self) -> datetime:
        """The present moment, aware, in `ZONE`."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(ZONE)


class ManualClock:
    """A clock that stands still until it is moved. It never goes backwards."""

    def __init__(self, start: datetime) -> None:
        self._now = _in_zone(start)

    def now(self) -> datetime:
        return self._now

    def set(self, moment: datetime) -> None:
        """Moves to `moment`. ValueError when it is naive or lies in the past."""
        moment = _in_zone(moment)
        if moment < self._now:
            raise ValueError(f"a clock does not go backwards: {moment.isoformat()} < {self._now.isoformat()}")
        self._now = moment

    def advance(self, by: timedelta) -> None:
        """Moves on by `by`. ValueError when it is negative."""
        self.set(self._now + by)


def _in_zone(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a time without zone")
    return moment.astimezone(ZONE)
