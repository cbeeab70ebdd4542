"""Sending to a messenger behind a network: many at once, none too fast, replies first, marks in batches."""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from typing import Any

import structlog

from bot.channels.base import Delivered, RemoteChannel, SendError
from bot.clock import Clock
from bot.logs import failure
from bot.work.outcomes import Outcomes, as_send_error
from bot.work.pace import Pace
from storage.database import Database
from storage.outage import is_outage
from storage.queries import files, outbox

AT_ONCE = 48  # messages on their way at the same time
FETCHED = 200  # rows looked at together
LOOK_AGAIN = 0.5  # seconds: what other programs queued
OUTAGE = (1.0, 2.0, 5.0, 10.0, 30.0)  # seconds between tries while the messenger cannot be reached
Run = Callable[..., Awaitable[Any]]
Sleep = Callable[[float], Awaitable[None]]
Heard = Callable[[str, str, str], None]
log = structlog.get_logger()


class Sender:
    """Sends one channel's rows while it is allowed to. `leads` says whether this program is the one that sends."""

    def __init__(
        self,
        database: Database,
        channel: RemoteChannel,
        outcomes: Outcomes,
        clock: Clock,
        run: Run,
        pace: Pace,
        *,
        leads: Callable[[], Awaitable[bool]],
        sleep: Sleep = asyncio.sleep,
        heard: Heard = lambda channel, way, error: None,
    ) -> None:
        self.database = database
        self.channel = channel
        self.outcomes = outcomes
        self.clock = clock
        self.run_aside = run
        self.pace = pace
        self.leads = leads
        self.sleep = sleep
        self.heard = heard
        self.woken = asyncio.Event()
        self._ready: dict[str, outbox.Row] = {}  # address → its next row
        self._flying: set[str] = set()  # addresses whose row is on its way, or not marked yet
        self._marked: set[int] = set()  # rows marked since the table was last looked at
        self._ended: list[tuple[outbox.Row, Delivered | SendError]] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._look_at = 0.0  # when the table is looked at again
        self._failing = 0  # tries in a row that did not reach the messenger
        self._changed = asyncio.Event()

    def wake(self) -> None:
        """There is something to send."""
        self.woken.set()

    async def work(self) -> None:
        """Send until cancelled; what is on its way then is marked first."""
        marking = asyncio.create_task(self._mark_forever())
        try:
            while True:
                try:
                    await self._once()
                except Exception as error:  # the database is away: nothing is forgotten, it is tried again
                    log.error("sending_failed", channel=self.channel.name, **failure(error))
                    await self.sleep(1.0)
        finally:
            if self._tasks:
                await asyncio.wait(self._tasks, timeout=5)
            marking.cancel()
            await self._mark()

    async def drain(self) -> None:
        """Send all that can be sent now; returns when nothing is on its way."""
        while True:
            self._ready.clear()
            await self._look()
            while (row := self._next()) is not None:
                await self._let_go(row)
            if not self._tasks and not self._ended and not self._ready:
                return
            if self._tasks:
                await asyncio.wait(self._tasks)
            await self._mark()
            resting = [self.pace.rest(address) for address in self._ready]
            if resting:
                await self.sleep(min(resting))

    async def _once(self) -> None:
        if not await self.leads():
            self._ready.clear()
            await self.sleep(LOOK_AGAIN)
            return
        time = asyncio.get_running_loop().time
        if self.woken.is_set() or time() >= self._look_at:
            self.woken.clear()
            await self._look()
            self._look_at = time() + LOOK_AGAIN
        while len(self._flying) < AT_ONCE and (row := self._next()) is not None:
            await self._let_go(row)
            if self.woken.is_set() or time() >= self._look_at:
                return  # a reply may have come in that goes before these
        rest = min((self.pace.rest(a) for a in self._ready), default=LOOK_AGAIN)
        await self._wait(max(0.005, min(rest, self._look_at - time())))

    async def _wait(self, seconds: float) -> None:
        """Until something is queued or a message has been marked, at most so long."""
        waits = [asyncio.ensure_future(e.wait()) for e in (self.woken, self._changed)]
        await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        for one in waits:
            one.cancel()
        self._changed.clear()

    async def _look(self) -> None:
        self._marked.clear()
        rows = await self.run_aside(self._due, frozenset(self._flying))
        # What was marked while the table was read may stand there as it was before: it is not to be sent again.
        self._ready = {
            row.address: row for row in rows if row.address not in self._flying and row.id not in self._marked
        }

    def _due(self, busy: Collection[str]) -> list[outbox.Row]:
        with self.database.read() as tx:
            rows = outbox.due(tx, self.clock.now(), FETCHED + len(busy), self.channel.name)
        if rows:
            self.database.sync()  # nobody is told what a failure of the machine could undo
        return rows

    def _next(self) -> outbox.Row | None:
        """The first of those whose address may be written to now."""
        able = (row for row in self._ready.values() if not self.pace.rest(row.address))
        return min(able, key=lambda row: (row.lane, row.id), default=None)

    async def _let_go(self, row: outbox.Row) -> None:
        while wait := self.pace.wait():  # a longer one may have been asked for meanwhile
            await self.sleep(wait)
            if not await self.leads():  # whoever leads now sends it
                self._ready.clear()
                return
        del self._ready[row.address]
        self.pace.take(row.address)
        self._flying.add(row.address)
        task = asyncio.create_task(self._deliver(row))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver(self, row: outbox.Row) -> None:
        end: Delivered | SendError
        try:
            wanted = [sha256 for _, _, sha256 in row.documents]
            content = await self.run_aside(self._content, wanted) if wanted else {}
            end = await self.channel.deliver(row, content)
            self._reached()
        except Exception as error:
            end = _not_read(error) if is_outage(error) else as_send_error(row, error)
            self._hold(end)
        self.pace.answered(row.address)
        self._ended.append((row, end))
        self._changed.set()

    def _hold(self, error: SendError) -> None:
        """Nobody is written to while the messenger wants a pause, or is away."""
        if not error.everybody:
            self._reached()
        elif error.wait is not None:
            self.pace.hold(error.wait)
        else:
            self.heard(self.channel.name, "out", str(error))
            self.pace.hold(OUTAGE[min(self._failing, len(OUTAGE) - 1)])
            self._failing += 1

    def _reached(self) -> None:
        self._failing = 0
        self.heard(self.channel.name, "out", "")

    def _content(self, wanted: list[str]) -> dict[str, bytes]:
        with self.database.read() as tx:
            found = {sha256: files.content(tx, sha256) for sha256 in wanted}
        return {sha256: kept[0] for sha256, kept in found.items() if kept is not None}

    # --- marks --------------------------------------------------------------------------------------------

    async def _mark_forever(self) -> None:
        while True:
            try:
                await self._mark()
            except Exception as error:  # kept in memory until the database is back
                log.error("marking_failed", channel=self.channel.name, **failure(error))
                await self.sleep(1.0)
            await self.sleep(0.03)

    async def _mark(self) -> None:
        ended = list(self._ended)
        if not ended:
            return
        again = [row for row, end in ended if _put_back(end)]
        await self.run_aside(self._write, [(row, end) for row, end in ended if not _put_back(end)])
        del self._ended[: len(ended)]
        self._marked |= {row.id for row, _ in ended}
        self._flying -= {row.address for row, _ in ended}
        self._changed.set()
        for row in again:
            log.info("flood_wait", outbox=row.id, channel=row.channel)

    def _write(self, ended: list[tuple[outbox.Row, Delivered | SendError]]) -> None:
        if not ended:
            return
        sent = [(row, end) for row, end in ended if isinstance(end, Delivered)]
        lost = [(row, end) for row, end in ended if isinstance(end, SendError)]
        with self.database.begin() as tx:
            self.outcomes.write(tx, sent, lost, self.clock.now())


def _not_read(error: Exception) -> SendError:
    """The database is away and the message's files with it: nothing was tried, the row stays as it is."""
    return SendError(type(error).__name__, retryable=True, everybody=True, wait=1.0)


def _put_back(end: Delivered | SendError) -> bool:
    """Whether the row stays as it is: a wait for everybody says nothing about it."""
    return isinstance(end, SendError) and end.everybody and end.wait is not None
