"""Moving a clock that stands still: every moment at which something is due is visited on the way."""

from collections.abc import Callable
from datetime import datetime

from bot.clock import CLOCK_FACT, ManualClock
from bot.runtime import Runtime
from handlers.tick import coming
from storage.queries import facts


class Moves:
    """`drain` handles, sends and does what can be done now."""

    def __init__(self, runtime: Runtime, clock: ManualClock, drain: Callable[[], None]) -> None:
        self.runtime = runtime
        self.clock = clock
        self.drain = drain

    def to(self, target: datetime) -> None:
        """Move the clock to `target`; returns when all is quiet."""
        self._settle()
        while (moment := self._next_moment()) is not None and moment <= target:
            self._set(moment)
            self._settle()
        self._set(target)
        self._settle()

    def _settle(self) -> None:
        self.runtime.tick()
        self.drain()

    def _next_moment(self) -> datetime | None:
        now = self.clock.now()
        with self.runtime.database.read() as tx:
            slots = [slot.at for _, slot in coming(tx, self.runtime.world, now)[:1]]
        sends = [at for at in (self.runtime.next_send(),) if at is not None and at > now]
        return min([*slots, *sends], default=None)

    def _set(self, moment: datetime) -> None:
        self.clock.set(max(moment, self.clock.now()))
        with self.runtime.database.begin() as tx:
            facts.put(tx, CLOCK_FACT, self.clock.now().isoformat())
