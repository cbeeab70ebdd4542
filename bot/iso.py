"""ISO moments and durations, as the simulator's clock takes them."""

import re
from datetime import datetime, timedelta

from bot.clock import ZONE

_DURATION = re.compile(r"P(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
FARTHEST = timedelta(days=3660)


def parse_moment(text: str) -> datetime:
    """An ISO moment, aware; one without zone is in Việt Nam's. Raises ValueError."""
    moment = datetime.fromisoformat(text)
    try:
        return moment.replace(tzinfo=ZONE) if moment.tzinfo is None else moment.astimezone(ZONE)
    except OverflowError as error:  # of the first or the last day there is
        raise ValueError("out of range") from error


def parse_duration(text: str) -> timedelta:
    """An ISO duration of weeks, days, hours, minutes and seconds, at most ten years. Raises ValueError."""
    found = _DURATION.fullmatch(text)
    if found is None or not any(found.groups()):
        raise ValueError(f"not a duration: {text!r}")
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    try:
        duration = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    except OverflowError as error:
        raise ValueError("too long") from error
    if duration > FARTHEST:
        raise ValueError("too long")
    return duration
