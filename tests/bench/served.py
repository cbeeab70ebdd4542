"""`baocao serve` in a process of its own over a generated province, and the fake Telegram in ours."""

import asyncio
import multiprocessing
import os
import secrets
import signal
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import psutil
import psycopg
from sqlalchemy import Integer, cast, func, select, update

from bot.app import make_world
from bot.clock import SystemClock
from bot.sample.load import load_province
from bot.settings import Settings
from handlers.messages import Capabilities
from reporting.errors import Broken
from storage import tables
from storage.database import Database
from tests.fakes.telegram.limits import VENDORS, Limits
from tests.fakes.telegram.server import FakeTelegram
from tests.faults.place import FIRST_CHAT, OPENED, free_port

SECRET = "bi-mat-cua-webhook"
KEY = "bí mật của cơ quan tỉnh, đủ dài để dùng"
PATIENCE = 120.0  # seconds
_SERVER = "postgresql://postgres@127.0.0.1:5432/postgres"


@contextmanager
def postgresql() -> Iterator[str | None]:
    """The URL of a fresh database; None where there is no server (BAOCAO_TEST_POSTGRES names another)."""
    server = os.environ.get("BAOCAO_TEST_POSTGRES") or _SERVER
    name = f"baocao_bench_{secrets.token_hex(6)}"
    try:
        with psycopg.connect(server, autocommit=True, connect_timeout=5) as admin:
            admin.execute(f'CREATE DATABASE "{name}"')
    except psycopg.OperationalError:
        yield None
        return
    try:
        yield f"{server.rpartition('/')[0]}/{name}"
    finally:
        with psycopg.connect(server, autocommit=True) as admin:
            admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def fill(url: str, units: int, superiors: int = 10) -> None:
    """A province whose people use Telegram, the afternoon before its month opens."""
    database = Database(url)
    try:
        database.upgrade()
        world = make_world(
            Settings.model_construct(office_file=None), channels={"telegram": Capabilities(files_apart=True)}
        )
        load_province(database, world, grassroots=units, superiors=superiors, months=2)
        c = tables.contacts.c
        with database.begin() as tx:
            tx.execute(update(tables.contacts).values(channel="telegram", address="-" + c.address))
            numbers = tx.execute(select(c.id, c.person_id)).all()
            tx.execute(
                update(tables.contacts).where(c.id.in_([one.id for one in numbers]))
                .values(address=cast(c.person_id + FIRST_CHAT, tables.contacts.c.address.type))
            )  # fmt: skip
    finally:
        database.dispose()


def chairs(database: Database) -> list[tuple[int, int]]:
    """(chat, unit) of every chair, in the order of their units."""
    m, c = tables.memberships.c, tables.contacts.c
    wanted = (
        select(cast(c.address, Integer), m.unit_id).join(tables.memberships, m.person_id == c.person_id)
        .where(m.role == "chair", m.until.is_(None)).order_by(m.unit_id)
    )  # fmt: skip
    with database.read() as tx:
        return [(chat, unit) for chat, unit in tx.execute(wanted)]


@dataclass(frozen=True, slots=True)
class Orders:
    """What the served process is to be; its clock begins at `opened`."""

    url: str
    origin: str
    token: str
    port: int
    opened: datetime
    log: Path


class _Ahead:
    """The machine's clock, so much ahead."""

    def __init__(self, by: timedelta) -> None:
        self._by = by

    def now(self) -> datetime:
        return SystemClock().now() + self._by


def _serve(orders: Orders) -> None:
    with orders.log.open("ab") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
    sys.stdout = os.fdopen(1, "w", closefd=False)
    sys.stderr = os.fdopen(2, "w", closefd=False, buffering=1)
    import bot.serve

    ahead = _Ahead(orders.opened - SystemClock().now())
    bot.serve.SystemClock = lambda: ahead  # type: ignore[assignment, misc]
    bot.serve.found_printer = lambda: None
    bot.serve.run_serve(
        Settings(
            database_url=orders.url, http_port=orders.port, metrics_port=0, telegram_token=orders.token,
            telegram_api_base=orders.origin, telegram_mode="webhook", telegram_webhook_secret=SECRET,
            public_url=f"http://127.0.0.1:{orders.port}", secret_key=KEY,
        )
    )  # type: ignore[arg-type]  # fmt: skip


class Served:
    """The served process, the messenger it talks to, and its database as it is now."""

    def __init__(self, url: str, folder: Path, fake: FakeTelegram) -> None:
        self.fake = fake
        self.database = Database(url)
        self.port = free_port()
        orders = Orders(url, fake.origin, fake.token, self.port, OPENED, folder / "serve.log")
        self.log = orders.log
        self._process = multiprocessing.get_context("spawn").Process(
            target=_serve, args=(orders,), daemon=True
        )
        self._process.start()

    @property
    def processor(self) -> float:
        """Seconds of processor time it has used."""
        times = psutil.Process(self._process.pid).cpu_times()
        return float(times.user + times.system)

    @property
    def memory(self) -> float:
        """Resident memory in MiB."""
        return psutil.Process(self._process.pid).memory_info().rss / 2**20

    async def until(self, ready: Callable[[], Any], what: str, patience: float = PATIENCE) -> None:
        """Look every 50 ms. Raises Broken when it never comes."""
        loop = asyncio.get_running_loop()
        ends = loop.time() + patience
        while not await loop.run_in_executor(None, ready):
            if loop.time() > ends or not self._process.is_alive():
                raise Broken(f"{what}: never came; {self.log.read_text('utf8')[-1500:]}")
            await asyncio.sleep(0.05)

    def count(self, table: Any, *where: Any) -> int:
        """Rows of a table."""
        with self.database.read() as tx:
            return int(tx.execute(select(func.count()).select_from(table).where(*where)).scalar_one())

    def end(self) -> None:
        if self._process.is_alive() and self._process.pid is not None:
            os.kill(self._process.pid, signal.SIGTERM)
        self._process.join(20)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self.database.dispose()


@asynccontextmanager
async def served(url: str, folder: Path, limits: Limits | None = VENDORS) -> AsyncIterator[Served]:
    """A filled database is served; everybody has pressed «start» long ago, and the month has opened."""
    fake = FakeTelegram(limits=limits)
    await fake.start()
    made = Served(url, folder, fake)
    try:
        with made.database.read() as tx:
            for (address,) in tx.execute(select(tables.contacts.c.address)):
                fake.person(int(address), started=True)
        await made.until(
            lambda: made.count(tables.campaigns, tables.campaigns.c.state == "open"), "the month"
        )
        await made.until(lambda: fake.courier.hook, "the webhook")
        yield made
    finally:
        made.end()
        await fake.stop()
