"""One start of the bot for a stage over a real messenger: all but what listens, on a clock of ours."""

import asyncio
from collections.abc import Awaitable, Callable
from random import Random
from typing import Any

from sqlalchemy import select

from bot.app import make_world
from bot.channels.base import RemoteChannel
from bot.clock import CLOCK_FACT, ManualClock
from bot.demo_world import start_of
from bot.metrics import Metrics
from bot.moves import Moves
from bot.runtime import Runtime
from bot.sample.load import START
from bot.settings import Settings
from bot.work.fetcher import Fetcher
from bot.work.pace import Pace
from bot.work.receiver import Receiver
from bot.work.sender import Sender
from storage.database import Database
from storage.queries import facts
from storage.tables import outbox

Run = Callable[[Any], Any]


async def at_once(work: Callable[..., Any], *arguments: Any) -> Any:
    """Work that a program would give to a thread."""
    return work(*arguments)


async def leads() -> bool:
    return True


def clock_of(database: Database) -> ManualClock:
    """The clock as the last start left it."""
    with database.read() as tx:
        return ManualClock(start_of(facts.get(tx, CLOCK_FACT), START))


class RunningBot:
    """The bot between two starts. `run` carries out a coroutine in the stage's event loop; `number` seeds codes."""

    def __init__(
        self,
        database: Database,
        clock: ManualClock,
        channel: RemoteChannel,
        settings: Settings,
        number: int,
        run: Run,
        pace: Pace,
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        self.database, self.clock, self.channel, self._run = database, clock, channel, run
        name = channel.name
        world = make_world(settings, Random(number).randrange, channels={name: channel.capabilities})
        self.runtime = Runtime(database, world, {name: channel}, clock, Metrics())
        self.receiver = Receiver(database, clock, at_once, _nothing)
        self.fetcher = Fetcher(database, {name: channel}, clock, at_once, _nothing)
        self.sender = Sender(
            database, channel, self.runtime.outcomes, clock, at_once, pace, leads=leads, sleep=sleep
        )
        self._moves = Moves(self.runtime, clock, self.drain)

    async def come_in(self) -> None:
        """What the messenger has for us and does not bring by itself."""

    def take_in(self, doing: Callable[[], Any]) -> None:
        """What somebody does on a phone (it may block), until it is stored; nothing of it is handled yet."""
        self._run(asyncio.to_thread(doing))

    def drain(self) -> None:
        """Take in, fetch, handle, send and do jobs until nothing is left that can be done now."""
        self._run(self._drain())

    async def _drain(self) -> None:
        while True:
            await self.come_in()
            handled = await self.fetcher.run() + self.runtime.inbox.run()
            await self.sender.drain()
            if not handled and not self.runtime.jobs.run():
                return

    def move_to(self, target: Any) -> None:
        self._moves.to(target)

    def unsent(self) -> list[tuple[Any, ...]]:
        """What did not go out at the first try, or should have by now."""
        o = outbox.c
        wrong = (o.attempts > 0) | o.state.in_(["failed", "unknown"])
        late = (o.state == "queued") & (o.not_before <= self.clock.now())
        with self.database.read() as tx:
            return [tuple(row) for row in tx.execute(select(o.id, o.state, o.error).where(wrong | late))]


def _nothing() -> None:
    """Nobody has to be woken: `drain` looks for itself."""
