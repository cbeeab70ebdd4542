"""ISO moments and durations, as the simulator's clock takes them."""

import re
from datetime import datetime, timedelta

from bot.clock import ZONE

_DURATION = re.compile(r"P(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_MOST = timedelta(days=3660)


def parse_moment(text: str) -> datetime:
    """An ISO moment, aware; one without zone is in Việt Nam's. Raises ValueError."""
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=ZONE) if moment.tzinfo is None else moment.astimezone(ZONE)


def parse_duration(text: str) -> timedelta:
    """An ISO duration of weeks, days, hours, minutes and seconds, at most ten years. Raises ValueError."""
    found = _DURATION.fullmatch(text)
    if found is None or not any(found.groups()):
        raise ValueError(f"not a duration: {text!r}")
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    duration = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    if duration > _MOST:
        raise ValueError("too long")
    return duration
