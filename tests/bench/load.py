"""Five hundred chairs answer at once: how fast updates are taken in and handled, on SQLite and on PostgreSQL.

`baocao serve` runs in a process of its own, with its own pace of sending; the fake Telegram with the vendor's limits
and whoever brings the updates share another process. The next thing is said as soon as there is room: as many
messages as there are chairs wait to be handled at any time, over forty connections, as many as we let Telegram open.
"""

import asyncio
import json
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain, count
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from sqlalchemy import select

from bot.clock import SystemClock
from reporting.errors import Broken
from storage import tables
from storage.database import Database
from storage.queries import submissions
from tests.bench.durable import plan
from tests.bench.figures import Figure
from tests.bench.latency import TYPED
from tests.bench.mill import LAST_MONTH
from tests.bench.rival import measure_rival
from tests.bench.served import SECRET, Served, chairs, fill, postgresql, served

CHAIRS = 500
SECONDS = 60.0  # of answering, on each database
CONNECTIONS = 40
LOOK_EVERY = 0.05  # seconds
ODK_CENTRAL = 41.0  # submissions a second, as its makers published for their server
PATIENCE = 300.0  # seconds for what waits to be handled


@dataclass
class Taken:
    """What came of bringing updates: seconds each waited for its answer, answers other than 200, seconds in all."""

    waits: list[float] = field(default_factory=list)
    errors: int = 0
    seconds: float = 0.0

    def hundredth(self, which: int) -> float:
        """A percentile of the waits, in ms."""
        return quantiles(self.waits, n=100)[which - 1] * 1000


def measure(folder: Path, seconds: float = SECONDS, many: int = CHAIRS) -> list[Figure]:
    """Both databases, then what others reach."""
    figures: list[Figure] = []
    rates: dict[str, float] = {}
    for kind in ("SQLite", "PostgreSQL"):
        place = folder / kind
        place.mkdir()
        with postgresql() as server:
            url = f"sqlite:///{place / 'load.sqlite'}" if kind == "SQLite" else server
            if url is None:
                figures.append(
                    Figure(f"{kind}: updates stored and handled", None, "/s", note="no PostgreSQL here")
                )
                continue
            fill(url, many)
            found, rates[kind] = asyncio.run(_loaded(url, place, kind, seconds, many))
            figures += found
    rival = measure_rival(folder)
    figures += [
        Figure("python-telegram-bot's ConversationHandler, kept after every update", rival, "/s",
               note="PicklePersistence, 5,000 known users; nothing is synced to the disk"),
        *(Figure(f"{kind}, as many times as that", rate / rival, "×") for kind, rate in rates.items()),
        Figure("ODK Central, by its makers' own figure", ODK_CENTRAL, "/s", note="submissions; quoted, not measured"),
    ]  # fmt: skip
    return figures


async def _loaded(url: str, folder: Path, kind: str, seconds: float, many: int) -> tuple[list[Figure], float]:
    async with served(url, folder) as program:
        posts = Posts(program)
        everybody = list(posts.talks)
        burst = await posts.bring(everybody, float("inf"), once=True)
        await program.until(lambda: not _waiting(program), "the burst's handling", PATIENCE)
        burst_lags = _lags(program.database)
        before, processor = program.count(tables.inbox), program.processor
        began = time.perf_counter()
        taken = await posts.bring(everybody, seconds, room=lambda: _waiting(program) < many)
        backlog = _waiting(program)
        await program.until(lambda: not _waiting(program), "the handling", PATIENCE)
        whole = time.perf_counter() - began
        stored = program.count(tables.inbox) - before
        lags = _lags(program.database)[len(burst_lags) :]
        memory, cost = program.memory, (program.processor - processor) / stored * 1000
        parked = program.count(tables.inbox, tables.inbox.c.state == "parked")
        floods = program.fake.gate.refusals
    if parked or stored != len(taken.waits):
        raise Broken(f"{parked} parked; {stored} stored of {len(taken.waits)} taken")
    return _figures(
        kind, taken, burst, burst_lags, lags, stored / whole, backlog, cost, memory, floods
    ), stored / whole


def _figures(kind: str, taken: Taken, burst: Taken, burst_lags: list[float], lags: list[float], rate: float,
             backlog: int, cost: float, memory: float, floods: int) -> list[Figure]:  # fmt: skip
    note = f"{len(taken.waits)} updates in {taken.seconds:.0f} s, {backlog} of them still waited then"
    waits = f"half within {median(taken.waits) * 1000:.0f} ms, 99 of 100 within {taken.hundredth(99):.0f} ms"
    return [
        Figure(f"{kind}: updates stored and handled", rate, "/s", 100, "at least", note=note),
        Figure(f"{kind}: updates taken in", len(taken.waits) / taken.seconds, "/s"),
        Figure(f"{kind}: 95 of 100 webhooks are answered within", taken.hundredth(95), "ms", note=waits),
        Figure(f"{kind}: webhooks not answered by 200", taken.errors + burst.errors, "", 0),
        Figure(f"{kind}: half are handled after", median(lags), "s", note=f"the last after {max(lags):.1f} s"),
        Figure(f"{kind}: one message of every chair at once, all handled after", max(burst_lags), "s",
               note=f"all stored after {burst.seconds:.2f} s"),
        Figure(f"{kind}: processor time for an update, sending included", cost, "ms",
               note=f"{memory:.0f} MiB resident"),
        Figure(f"{kind}: refused by Telegram as too many", floods, "", 0),
    ]  # fmt: skip


def _waiting(program: Served) -> int:
    return program.count(tables.inbox, tables.inbox.c.state == "new")


def _lags(database: Database) -> list[float]:
    """Seconds from storing to having handled, of every update, in the order they were stored."""
    i = tables.inbox.c
    with database.read() as tx:
        rows = tx.execute(select(i.received_at, i.handled_at).order_by(i.id)).all()
    return [(handled - received).total_seconds() for received, handled in rows]


class Posts:
    """Every chair's talk, posted to the webhook."""

    def __init__(self, program: Served) -> None:
        self.port = program.port
        self._numbers = count(700_000_000)
        self._date = int(SystemClock().now().timestamp())
        with program.database.read() as tx:
            figures = {f.unit_id: f.figures for f in submissions.figures_of_periods(tx, [LAST_MONTH])}
        self.talks = {
            chat: self._bodies(chat, figures[unit])
            for chat, unit in chairs(program.database)
            if unit in figures
        }

    def _bodies(self, chat: int, last: Any) -> Iterator[bytes]:
        """What one chair does, endlessly: the form, then corrections."""
        form = (TYPED.get(words, words) for _, words in plan(1, last))
        more = (words for n in count(1) for words in (f"sửa 1 {n % 9}", "gửi"))
        who = {"id": chat, "is_bot": False, "first_name": "Đồng chí", "language_code": "vi"}
        place = {"id": chat, "first_name": "Đồng chí", "type": "private"}
        for text in chain(form, more):
            number = next(self._numbers)
            message = {"message_id": number, "from": who, "chat": place, "date": self._date, "text": text}
            body = json.dumps({"update_id": number, "message": message}).encode()
            yield (
                b"POST /telegram/webhook HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                b"X-Telegram-Bot-Api-Secret-Token: %s\r\nContent-Length: %d\r\n\r\n%s"
                % (SECRET.encode(), len(body), body)
            )

    async def bring(
        self, chats: list[int], seconds: float, *, once: bool = False, room: Callable[[], bool] | None = None
    ) -> Taken:
        """Everybody in turn over all connections, for so long, or each of them once; only while there is `room`."""
        taken, waiting, began = Taken(), deque(chats), time.perf_counter()
        may = asyncio.Event()
        may.set()

        async def look() -> None:
            while room is not None:
                found = await asyncio.get_running_loop().run_in_executor(None, room)
                may.set() if found else may.clear()
                await asyncio.sleep(LOOK_EVERY)

        async def one() -> None:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
            while waiting and time.perf_counter() - began < seconds:
                await may.wait()
                chat = waiting.popleft()
                sent = time.perf_counter()
                writer.write(next(self.talks[chat]))
                head = await reader.readuntil(b"\r\n\r\n")
                taken.waits.append(time.perf_counter() - sent)
                taken.errors += not head.startswith(b"HTTP/1.1 200")
                if not once:
                    waiting.append(chat)
            writer.close()

        looking = asyncio.create_task(look())
        await asyncio.gather(*(one() for _ in range(CONNECTIONS)))
        looking.cancel()
        taken.seconds = time.perf_counter() - began
        return taken
