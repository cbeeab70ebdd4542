"""The webhook as `baocao serve` builds it, on a real socket, with everything behind it; and what its knocks left."""

import asyncio
import hashlib
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from aiohttp import web
from sqlalchemy import func, select

import bot.serve
from bot.clock import ManualClock
from bot.settings import Settings
from storage import tables
from storage.database import Database, Tx
from storage.queries import conversations
from storage.schema import metadata
from tests.fakes.telegram.server import FakeTelegram
from tests.faults.place import FIRST_CHAT, OPENED, fill
from tests.faults.victim import KEY
from tests.hostile.knocks import SECRET, Knock
from tests.hostile.manners import OF_THE_MACHINE, faults
from tests.hostile.spoiling import FETCHED

CHAIRS = 4
PATIENCE = 20.0  # seconds for an answer
LONGEST = 1000  # bytes of an answer's body
_MAY_CHANGE = ("inbox", "outbox", "strangers", "files")
_SEEN = {"contacts": ("last_seen_at",), "conversations": ("at",)}  # when somebody was heard last

Digest = dict[str, str]


@dataclass
class Told:
    """What knocking came to. `wrong` are what should not be: (kind of knock, what)."""

    knocks: Counter[str] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)
    handled: int = 0
    wrong: list[str] = field(default_factory=list)


class Door:
    """Our application, the fake Telegram and whoever knocks, in one loop. Nothing works by itself: `handle` does."""

    def __init__(self, url: str) -> None:
        self._runner = asyncio.Runner()
        self.told = Told()
        self._answered = 0  # the newest outbox row looked at
        fill(url, CHAIRS)
        self.database = Database(url)
        self.run(self._open(url))
        self.chats = list(range(FIRST_CHAT + 1, FIRST_CHAT + 14))
        self.before = self.state()

    def run(self, work: Any) -> Any:
        return self._runner.run(work)

    async def _open(self, url: str) -> None:
        self.fake = FakeTelegram(limits=None)
        await self.fake.start()
        self.fake.world.files.by_id[FETCHED] = self.fake.world.files.add(
            "a", b"x" * 12, "image/png", "documents"
        )
        settings = Settings(
            database_url=url, metrics_port=0, telegram_token=self.fake.token, telegram_api_base=self.fake.origin,
            telegram_mode="webhook", telegram_webhook_secret=SECRET, public_url="http://127.0.0.1:1", secret_key=KEY,
        )  # type: ignore[arg-type]  # fmt: skip
        clock = ManualClock(OPENED)
        with patch.object(bot.serve, "SystemClock", lambda: clock), patch.object(bot.serve, "found_printer"):
            self.service = bot.serve.Service(settings, self.database)
        self.service.runtime.tick()
        self._web = web.AppRunner(self.service.app(), access_log=None, shutdown_timeout=1.0)
        await self._web.setup()
        await web.TCPSite(self._web, "127.0.0.1", 0).start()
        self.port = int(self._web.addresses[0][1])
        self._line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    def close(self) -> None:
        self.run(self._close())
        self._runner.close()
        self.database.dispose()

    async def _close(self) -> None:
        await self._hang_up()
        await self._web.cleanup()
        await self.service.end()
        await self.fake.stop()

    # --- knocking -----------------------------------------------------------------------------------------

    def knock(self, knocks: Iterable[Knock]) -> None:
        """One after the other; what is wrong with an answer is noted."""
        self.run(self._knock_all(knocks))

    async def _knock_all(self, knocks: Iterable[Knock]) -> None:
        for knock in knocks:
            status, body = await asyncio.wait_for(self._knock(knock), PATIENCE)
            self.told.knocks[knock.kind] += 1
            self.told.statuses[status] += 1
            shown = body.decode("utf8", "replace")
            if status not in knock.statuses or len(body) > LONGEST or OF_THE_MACHINE.search(_own(shown)):
                self.told.wrong.append(f"{knock.kind}: {status} {shown[:200]} to {knock.data[:300]!r}")

    async def _knock(self, knock: Knock) -> tuple[int, bytes]:
        again = knock.framed and self._line is not None
        reader, writer = self._line if again and self._line else await self._call()
        self._line = None
        try:
            writer.write(knock.data)
            if 0 in knock.statuses:  # more may be waited for, and does not come
                writer.write_eof()
            status, body, stays = await _answer(reader)
        except (ConnectionError, asyncio.IncompleteReadError):
            status, body, stays = 0, b"", False
        if knock.framed and stays:
            self._line = reader, writer
        else:
            await _end(writer)
            if again and status == 0:  # it was closed before we asked
                return await self._knock(knock)
        return status, body

    async def _call(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        await self._hang_up()
        return await asyncio.open_connection("127.0.0.1", self.port)

    async def _hang_up(self) -> None:
        if self._line is not None:
            await _end(self._line[1])
            self._line = None

    # --- what it came to ----------------------------------------------------------------------------------

    def handle(self) -> None:
        """Fetch and handle all that was stored; what should not be is noted."""
        self.run(self._handle())
        self._look()

    async def _handle(self) -> None:
        engine, inbox = self.service.engine, self.service.runtime.inbox
        while await engine.fetcher.run() + (handled := await engine.run(inbox.run, 500)):
            self.told.handled += handled

    def _look(self) -> None:
        i, o = tables.inbox.c, tables.outbox.c
        with self.database.read() as tx:
            bad = tx.execute(
                select(i.id, i.state, i.attempts, i.raw).where((i.state != "done") | (i.attempts > 0))
            ).all()
            said = tx.execute(
                select(o.id, o.address, o.kind, o.text, o.choices).where(o.id > self._answered).order_by(o.id)
            ).all()
            many = tx.execute(select(func.count()).select_from(tables.inbox)).scalar_one()
        self.told.wrong += [
            f"not handled: {state} {tries} {str(raw)[:300]}" for _, state, tries, raw in bad[:5]
        ]
        for number, address, kind, text, choices in said:
            self._answered = number
            found = faults(text, [*choices, "what to do lies elsewhere"]) if kind == "send" else []
            self.told.wrong += [f"said to {address}: {one}: {text[:200]}" for one in found]
        if many != self.told.handled:
            self.told.wrong.append(f"{self.told.handled} times handled, {many} updates")
        after = self.state()
        self.told.wrong += [f"changed: {name}" for name in after if after[name] != self.before[name]]

    def state(self) -> Digest:
        """A digest of every table but those a message may change."""
        with self.database.read() as tx:
            return {name: _digest(tx, name) for name in metadata.tables if name not in _MAY_CHANGE}


def _digest(tx: Tx, name: str) -> str:
    table = metadata.tables[name]
    columns = [c for c in table.c if c.name not in _SEEN.get(name, ())]
    rows = sorted(map(repr, tx.execute(select(*columns)).all()))
    if (
        name == conversations.conversations.name
    ):  # before the first message there is none; after it there is Idle
        rows = [row for row in rows if "idle" not in row.lower()]
    return hashlib.sha256("\n".join(rows).encode("utf8", "backslashreplace")).hexdigest()


def _own(shown: str) -> str:
    """An answer without its name: aiohttp says «400: Bad Request»."""
    return shown.replace("Internal Server Error", "Traceback")


async def _answer(reader: asyncio.StreamReader) -> tuple[int, bytes, bool]:
    """The status, the body, and whether the connection stays. (0, b"", False): closed without an answer."""
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    fields = dict(line.lower().split(b": ", 1) for line in lines[1:] if b": " in line)
    body = await reader.readexactly(int(fields.get(b"content-length", b"0")))
    return int(lines[0].split(b" ", 2)[1]), body, fields.get(b"connection") != b"close"


async def _end(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()


def url_in(folder: Path) -> str:
    """A SQLite database in a folder."""
    return f"sqlite:///{folder / 'door.sqlite'}"
