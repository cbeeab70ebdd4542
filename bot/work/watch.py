"""Looking after the program itself: what an administrator has to know is told by chat, or logged where it cannot be."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.logs import failure
from bot.machine import FREE_WANTED, free_at
from bot.runtime import Runtime
from bot.telegram_probe import CLOCK_MAY_DIFFER, Answer
from handlers.alerts import alert
from handlers.turn import Context
from storage.queries.waiting import oldest
from templates.cli.doctor import size

PATIENCE = timedelta(minutes=10)  # trouble shorter than this is nobody's concern
PROBE_EVERY = timedelta(minutes=10)
GRANT = "grant"  # the way of trouble with what lets us write at all; it ends only when that is mended
_WHY = {
    "InvalidToken": "refused",
    "refused": "refused",
    "Conflict": "conflict",
    "GrantDying": "grant_dying",
    "GrantDead": "grant_dead",
}
_AT_ONCE = ("grant_dying", "grant_dead")  # it does not pass by itself
_CAN_SEND = ("conflict", "grant_dying")
Run = Callable[..., Awaitable[Any]]
Ask = Callable[[], Awaitable[Answer]]
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Trouble:
    """`why`: refused | conflict | unreachable | grant_dying | grant_dead, as the alerts' templates are named."""

    since: datetime
    why: str


class Watch:
    """`place` is where the database lies; `asks` ask a messenger how we stand with it, by channel."""

    def __init__(self, runtime: Runtime, run: Run) -> None:
        self.runtime = runtime
        self.run_aside = run
        self.place = Path.cwd()
        self.asks: dict[str, Ask] = {}
        self._trouble: dict[tuple[str, str], Trouble] = {}  # by channel and way: in | out | probe | grant
        self._told: dict[str, Trouble] = {}  # of each channel, what lasted so long that it was told
        self._probe_at: datetime | None = None

    def heard(self, channel: str, way: str, error: str = "") -> None:
        """What a worker met on its way (in, out) to a messenger: an error's name, or nothing where it got through."""
        if not error:
            self._trouble.pop((channel, way), None)
            self._trouble.pop((channel, "probe"), None)
            return
        why = _WHY.get(error, "unreachable")
        known = self._trouble.get((channel, way))
        since = known.since if known else self.runtime.clock.now()
        self._trouble[channel, way] = Trouble(since, why)

    async def look(self, leads: bool) -> None:
        """Look at everything; only who leads asks and tells."""
        _, free = free_at(self.place.absolute())
        self.runtime.metrics.disk.set(free)
        if not leads:
            self._trouble.clear()
            self._told.clear()
        else:
            await self._probe()
        self._measure()
        if leads:
            await self.run_aside(self._tell_all, free)

    async def _probe(self) -> None:
        now = self.runtime.clock.now()
        if self._probe_at is not None and now < self._probe_at:
            return
        self._probe_at = now + PROBE_EVERY
        for channel, ask in self.asks.items():
            answer = await ask()
            if answer.state == "ok":
                self._trouble.pop((channel, "probe"), None)
            else:
                self.heard(channel, "probe", answer.why or answer.state)
            if answer.ahead is not None and abs(answer.ahead) > CLOCK_MAY_DIFFER:
                facts = {"channel": channel, "ahead": answer.ahead > 0, "seconds": round(abs(answer.ahead))}
                await self.run_aside(self._tell, "clock", facts)

    def _measure(self) -> None:
        now = self.runtime.clock.now()
        for channel in self.runtime.world.channels:
            worst = self._worst(channel)
            seconds = (now - worst.since).total_seconds() if worst else 0.0
            self.runtime.metrics.trouble.labels(channel).set(seconds)

    def _worst(self, channel: str) -> Trouble | None:
        """The oldest trouble with a messenger; first what does not pass by itself."""
        found = [trouble for (name, _), trouble in self._trouble.items() if name == channel]
        return min(found, key=lambda trouble: (trouble.why not in _AT_ONCE, trouble.since), default=None)

    # --- in a worker thread -----------------------------------------------------------------------------------

    def _tell_all(self, free: int) -> None:
        for channel in self.runtime.world.channels:
            self._tell_of_messenger(channel)
        if free < FREE_WANTED:
            self._tell("disk", {"free": size(free), "wanted": size(FREE_WANTED)})
        try:
            self._tell_of_queues()
        except SQLAlchemyError as error:
            log.error("not_watched", **failure(error))

    def _tell_of_messenger(self, channel: str) -> None:
        now, trouble, told = self.runtime.clock.now(), self._worst(channel), self._told.get(channel)
        if trouble is not None and (now - trouble.since >= PATIENCE or trouble.why in _AT_ONCE):
            self._told.setdefault(channel, trouble)
            # Where we can still send we do; otherwise another messenger has to carry it, if there is one.
            without = "" if trouble.why in _CAN_SEND else channel
            key, facts = f"messenger_{trouble.why}", {"channel": channel, "since": trouble.since}
            self._tell(key, facts, about=channel, without=without, everywhere=trouble.why in _AT_ONCE)
        elif trouble is None and told is not None:
            del self._told[channel]
            facts = {"channel": channel, "since": told.since, "until": now}
            self._tell("messenger_back", facts, about=f"{channel}/{told.since:%Y-%m-%dT%H:%M}")

    def _tell_of_queues(self) -> None:
        now = self.runtime.clock.now()
        with self.runtime.database.read() as tx:
            waiting = oldest(tx, now)
        for queue, since in waiting.items():
            if now - since >= PATIENCE and not (queue == "outbox" and self._trouble):
                facts = {"queue": queue, "minutes": int((now - since).total_seconds() // 60)}
                self._tell("queue", facts, about=queue)

    def _tell(
        self,
        key: str,
        facts: dict[str, Any],
        about: str = "",
        without: str = "",
        everywhere: bool = False,
    ) -> None:
        """Tell administrators, or else the log."""
        try:
            with self.runtime.database.begin() as tx:
                ctx = Context(tx, self.runtime.world, self.runtime.clock.now())
                told = alert(ctx, key, about=about, without=without, everywhere=everywhere, **facts)
        except SQLAlchemyError as error:
            log.error("alert_not_told", about=key, **failure(error))
            return
        if told:
            log.warning("alert", about=key, told=told)
        elif told == 0:
            log.error("alert_not_told", about=key)
