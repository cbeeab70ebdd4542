"""Taking in updates: stored and committed before anybody is told so, many in one commit when many come at once."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from bot.clock import Clock
from bot.metrics import Metrics
from storage.database import Database
from storage.queries import inbox
from storage.queries.inbox import RawUpdate

TOGETHER = 200
Run = Callable[..., Awaitable[Any]]


class Receiver:
    """`wake` is called after each commit: there is something to handle."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        run: Run,
        wake: Callable[[], None],
        metrics: Metrics | None = None,
    ) -> None:
        self.database = database
        self.clock = clock
        self.run_aside = run
        self.wake = wake
        self.metrics = metrics
        self._waiting: list[tuple[RawUpdate, asyncio.Future[None]]] = []
        self._storing: asyncio.Task[None] | None = None

    async def store(self, updates: Sequence[RawUpdate]) -> None:
        """Returns once they are on the disk; one that was stored before is not stored twice.

        Raises what the database raises: nothing was acknowledged then, and the messenger sends them again.
        """
        if not updates:
            return
        loop = asyncio.get_running_loop()
        mine = [(update, loop.create_future()) for update in updates]
        self._waiting += mine
        if self._storing is None:
            self._storing = asyncio.create_task(self._store_waiting())
        ends = await asyncio.gather(*(future for _, future in mine), return_exceptions=True)
        failed = next((end for end in ends if end is not None), None)
        if failed is not None:
            raise failed

    async def _store_waiting(self) -> None:
        while self._waiting:
            now, self._waiting = self._waiting[:TOGETHER], self._waiting[TOGETHER:]
            try:
                await self.run_aside(self._commit, [update for update, _ in now])
                error: BaseException | None = None
            except Exception as raised:
                error = raised
            for _, future in now:
                if not future.done():
                    future.set_exception(error) if error else future.set_result(None)
            if error is None:
                self.wake()
        self._storing = None

    def _commit(self, updates: list[RawUpdate]) -> None:
        by_channel: dict[str, list[RawUpdate]] = {}
        for update in updates:
            by_channel.setdefault(update.channel, []).append(update)
        now = self.clock.now()
        with self.database.begin() as tx:
            new = {channel: len(inbox.store(tx, those, now)) for channel, those in by_channel.items()}
        if self.metrics is not None:
            for channel, count in new.items():
                self.metrics.stored.labels(channel).inc(count)
