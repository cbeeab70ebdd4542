"""What runs by itself while the bot serves: handling, fetching, sending, documents, the tick."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import structlog

from bot.channels.base import RemoteChannel
from bot.logs import failure
from bot.runtime import Runtime
from bot.work.fetcher import Fetcher
from bot.work.leader import Leader
from bot.work.pace import Pace
from bot.work.receiver import Receiver
from bot.work.sender import Sender
from bot.work.ticker import start_ticker
from bot.work.watch import Watch
from storage.leadership import Lease

LOOK_AGAIN = 0.5  # seconds: what other programs stored
AFTER_FAILURE = (0.5, 1.0, 2.0, 5.0)  # seconds between tries while the database is away
BATCH = 20
log = structlog.get_logger()


class Engine:
    """The workers of one program around a runtime. `remote` are the messengers behind a network."""

    def __init__(
        self,
        runtime: Runtime,
        remote: Sequence[RemoteChannel],
        lease: Lease,
        monotonic: Callable[[], float],
    ) -> None:
        self.runtime = runtime
        several = runtime.database.dialect == "postgresql"  # on SQLite one writes at a time in any case
        self.handlers = 3 if several else 1
        self._threads = ThreadPoolExecutor(self.handlers + 6, thread_name_prefix="baocao")
        self._woken = [asyncio.Event() for _ in range(self.handlers + 2)]
        self.leader = Leader(lease, self.run, monotonic)
        runtime.metrics.leader.set_function(lambda: float(self.leader.leading))
        self.watch = Watch(runtime, self.run)
        self.receiver = Receiver(runtime.database, runtime.clock, self.run, self.wake, runtime.metrics)
        self.fetcher = Fetcher(
            runtime.database, {c.name: c for c in remote}, runtime.clock, self.run, self.wake
        )
        self.senders = [
            Sender(
                runtime.database, channel, runtime.outcomes, runtime.clock, self.run,
                Pace(channel.rate, channel.gap, monotonic), leads=self.leader.leads,
                heard=self.watch.heard,
            )
            for channel in remote
        ]  # fmt: skip
        self._tasks: list[asyncio.Task[None]] = []
        self._ticking: Any = None

    async def run(self, work: Callable[..., Any], *arguments: Any) -> Any:
        """Run `work` in a worker thread."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, work, *arguments)

    def wake(self) -> None:
        """There is something to do for everybody."""
        for event in self._woken:
            event.set()
        for sender in self.senders:
            sender.wake()

    def begin(self, *more: Callable[[], Awaitable[None]]) -> None:
        """Start the workers, and `more` loops beside them, in the running event loop."""
        loops: list[Callable[[], Awaitable[None]]] = [
            *(
                lambda event=event: self._forever("handling", event, self._handle)
                for event in self._woken[2:]
            ),
            lambda: self._forever("fetching", self._woken[0], self.fetcher.run),
            lambda: self._forever("documents", self._woken[1], self._do_jobs),
            self._tick_when_leading,
            *(sender.work for sender in self.senders),
            *more,
        ]
        self._tasks = [asyncio.ensure_future(loop()) for loop in loops]
        self._ticking = start_ticker(self._tick)

    async def end(self) -> None:
        """Stop: what is on its way is marked, and another program may lead at once."""
        if self._ticking is not None:
            self._ticking.shutdown(wait=False)
        for task in self._tasks:
            task.cancel()
        for task in self._tasks:
            with suppress(asyncio.CancelledError):
                await task
        await self.leader.resign()
        self._threads.shutdown(wait=True)

    async def _forever(self, what: str, event: asyncio.Event, work: Callable[[], Awaitable[int]]) -> None:
        """Call `work` whenever woken and every half second, until it finds nothing more to do."""
        failures = 0
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(event.wait(), LOOK_AGAIN)
            event.clear()
            try:
                while await work():
                    failures = 0
            except Exception as error:  # the database is away: nothing is lost, it is tried again
                log.error(f"{what}_failed", **failure(error))
                await asyncio.sleep(AFTER_FAILURE[min(failures, len(AFTER_FAILURE) - 1)])
                failures += 1

    async def _handle(self) -> int:
        handled: int = await self.run(self.runtime.inbox.run, BATCH)
        if handled:
            self._woken[1].set()
            for sender in self.senders:
                sender.wake()
        return handled

    async def _do_jobs(self) -> int:
        done: int = await self.run(self.runtime.jobs.run)
        if done:
            self.wake()
        return done

    async def _tick(self) -> None:
        leads = await self.leader.leads()
        try:
            await self.run(self.runtime.tick if leads else self.runtime.measure)
        finally:  # a full disk stops the tick, and is just what has to be told
            await self.watch.look(leads)
        self.wake()

    async def _tick_when_leading(self) -> None:
        """Whoever takes over does not wait for the next minute."""
        led = False
        while True:
            leads = await self.leader.leads()
            if leads and not led:
                try:
                    await self._tick()
                except Exception as error:
                    log.error("tick_failed", **failure(error))
                    leads = False  # tried again
            led = leads
            await asyncio.sleep(1.0)
