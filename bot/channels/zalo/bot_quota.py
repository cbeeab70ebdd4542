"""The Bot Platform's monthly limits, said before they bite: at 80 % and at 95 %, once a month each."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import structlog

from bot.channels.zalo.bot import MESSAGES, USERS
from bot.channels.zalo.bot_in import NAME
from bot.clock import ZONE
from handlers.alerts import alert
from handlers.turn import Context
from handlers.world import World
from storage.database import Database, Tx
from storage.queries import slots
from storage.queries.usage import usage

STEPS = (95, 80)  # per cent, highest first
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Used:
    """How much of one limit is used up this month."""

    what: Literal["messages", "people"]
    count: int
    limit: int

    @property
    def step(self) -> int:
        """The highest of 80 and 95 per cent that is reached; 0: none."""
        return next((step for step in STEPS if self.count * 100 >= self.limit * step), 0)


def month_of(now: datetime) -> datetime:
    """The month's first moment, in Vietnam."""
    return now.astimezone(ZONE).replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def used(tx: Tx, now: datetime) -> tuple[Used, Used]:
    """This month's messages and people."""
    found = usage(tx, NAME, month_of(now))
    return Used("messages", found.messages, MESSAGES), Used("people", found.people, USERS)


def warn(database: Database, world: World, now: datetime) -> int:
    """Tell administrators of each limit that came near. Returns how many warnings were given."""
    with database.read() as tx:
        near = [one for one in used(tx, now) if one.step]
        known = slots.recorded(tx, f"{NAME}/{now.astimezone(ZONE):%Y-%m}/") if near else set()
    given = 0
    for one in near:
        if _keys(one, now) - known:
            given += _warn(database, world, one, now)
    return given


def _keys(one: Used, now: datetime) -> set[str]:
    """The slots of every step reached: who hears of 95 % is not told of 80 % any more."""
    month = f"{now.astimezone(ZONE):%Y-%m}"
    return {f"{NAME}/{month}/{one.what}-{step}" for step in STEPS if step <= one.step}


def _warn(database: Database, world: World, one: Used, now: datetime) -> int:
    with database.begin() as tx:
        fresh = [key for key in sorted(_keys(one, now)) if slots.record(tx, key, now, "done", now)]
        if not fresh:
            return 0
        told = alert(
            Context(tx, world, now), f"quota_{one.what}", about=f"{one.what}-{one.step}", channel=NAME,
            count=one.count, limit=one.limit,
        )  # fmt: skip
    log.warning("quota_near", channel=NAME, what=one.what, count=one.count, limit=one.limit, told=told)
    return 1


def tell_exceeded(database: Database, world: World, now: datetime) -> None:
    """Tell administrators, by another messenger if there is one, that the platform refuses messages. Once an hour."""
    with database.begin() as tx:
        told = alert(Context(tx, world, now), "quota_exceeded", without=NAME, channel=NAME)
    if told is not None:
        log.error("quota_exceeded", channel=NAME, told=told)
