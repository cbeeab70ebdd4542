"""A province over a database, its people's telephones, and between them the program, to be killed and started."""

import asyncio
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from multiprocessing.process import BaseProcess
from pathlib import Path
from socket import socket
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.exc import DBAPIError

from bot.app import make_world
from bot.clock import ZONE, SystemClock
from bot.sample.load import load_october, load_province
from bot.settings import Settings
from handlers.messages import Capabilities
from storage import document_tables, tables
from storage.database import Database
from tests.fakes.telegram.person import Person
from tests.fakes.telegram.threaded import ThreadedFake
from tests.faults.victim import Orders, ShiftedClock, live

PATIENCE = 60.0  # seconds, on a busy machine
STEP = 0.01
OPENED = datetime(2023, 10, 12, 8, 0, tzinfo=ZONE)
REPORTED = datetime(2023, 10, 17, 8, 30, tzinfo=ZONE)
FIRST_CHAT = 7_000_000

_processes = multiprocessing.get_context("forkserver")
_processes.set_forkserver_preload(["__main__", "tests.faults.victim"])


def fill(url: str, chairs: int) -> None:
    """Make the tables and a province with so many chairs, before the month opens; 0: October, ready to be composed."""
    database = Database(url)
    try:
        database.upgrade()
        world = make_world(
            Settings.model_construct(office_file=None), channels={"telegram": Capabilities(files_apart=True)}
        )
        if chairs:
            load_province(database, world, grassroots=chairs, superiors=1, months=2)
        else:
            load_october(database, world)
        contacts = tables.contacts
        with database.begin() as tx:
            for row in tx.execute(select(contacts.c.id, contacts.c.person_id, contacts.c.address)).all():
                tx.execute(
                    update(contacts).where(contacts.c.id == row.id)
                    .values(channel="telegram", address=str(FIRST_CHAT + row.person_id))
                )  # fmt: skip
    finally:
        database.dispose()


def free_port() -> int:
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Town:
    """One campaign under fire. `now` is set once and then runs on; `at` moves it."""

    def __init__(self, url: str, folder: Path, fake: ThreadedFake, now: datetime) -> None:
        self.url, self.folder, self.fake = url, folder, fake
        self.database = Database(url)
        self.clock = folder / "clock"
        self.log = folder / "log"
        self.running: list[BaseProcess] = []
        self.deaths = 0
        self.at(now)
        self.orders = Orders(url, fake.origin, fake.token, free_port(), self.clock, self.log)
        self.people = self._phones()

    def _phones(self) -> dict[int, Person]:
        """The telephones by their chats' numbers; everybody pressed «start» long ago."""
        with self.database.read() as tx:
            chats = [int(a) for (a,) in tx.execute(select(tables.contacts.c.address))]
        return {chat: self.fake.person(chat, started=True)._target for chat in chats}

    def holders(self, role: str) -> list[Person]:
        """Everybody's telephones of a role, in the order of the units."""
        m, c = tables.memberships.c, tables.contacts.c
        wanted = (
            select(c.address).join(tables.memberships, m.person_id == c.person_id)
            .where(m.role == role, m.until.is_(None)).order_by(m.unit_id, c.person_id)
        )  # fmt: skip
        with self.database.read() as tx:
            return [self.people[int(address)] for (address,) in tx.execute(wanted)]

    def at(self, now: datetime) -> None:
        """Let the clock of every program show this, now."""
        made = self.clock.with_suffix(".new")
        made.write_text(str((now - SystemClock().now()).total_seconds()))
        made.replace(self.clock)

    def now(self) -> datetime:
        return ShiftedClock(self.clock).now()

    # --- programs -----------------------------------------------------------------------------------------

    def start(self, **orders: Any) -> BaseProcess:
        """Another program, doomed or not."""
        given = replace(self.orders, **orders)
        process = _processes.Process(target=live, args=(given,), daemon=True)
        process.start()
        self.running.append(process)
        return process

    def kill(self, process: BaseProcess) -> None:
        if process.pid is not None and process.is_alive():
            os.kill(process.pid, signal.SIGKILL)
            self.deaths += 1
        process.join(PATIENCE)
        self.running.remove(process)

    def bury(self, process: BaseProcess) -> None:
        """See that a doomed one died by its own hand, and not otherwise."""
        process.join(PATIENCE)
        assert process.exitcode == -signal.SIGKILL, self.told(f"ended with {process.exitcode}")
        self.running.remove(process)
        self.deaths += 1

    def end(self) -> None:
        """Kill what still runs."""
        for process in list(self.running):
            self.kill(process)
        self.database.dispose()

    def told(self, why: str) -> str:
        """What to say when something did not happen: the end of the programs' log."""
        return f"{why}\n{self.log.read_text('utf8')[-6000:] if self.log.exists() else ''}"

    # --- waiting ------------------------------------------------------------------------------------------

    def until(self, ready: Callable[[], Any], what: str, patience: float = PATIENCE) -> None:
        """Wait for something, however busy the machine."""
        deadline = time.monotonic() + patience
        while not ready():
            assert time.monotonic() < deadline, self.told(f"never came: {what}")
            time.sleep(STEP)

    def open_rows(self) -> dict[str, int]:
        """What waits in each queue; messages that are due later do not count."""
        i, o, j = tables.inbox.c, tables.outbox.c, document_tables.jobs.c
        with self.database.read() as tx:
            return {
                "inbox": tx.execute(select(func.count()).where(i.state == "new")).scalar_one(),
                "outbox": tx.execute(
                    select(func.count()).where(o.state == "queued", o.not_before <= self.now())
                ).scalar_one(),
                "jobs": tx.execute(select(func.count()).where(j.state == "new")).scalar_one(),
            }

    def drained(self) -> bool:
        """Whether everything that people did was taken in, handled and answered."""
        if self.fake.run(lambda: len(self.fake._target.updates.pending)):
            return False
        try:
            return not any(self.open_rows().values())
        except DBAPIError:  # the server is being started
            return False


async def _impatient(seconds: float) -> None:
    """The messenger's waits between two tries of a webhook, ten times shorter."""
    await asyncio.sleep(seconds / 10)


@contextmanager
def town(url: str, folder: Path, now: datetime) -> Iterator[Town]:
    """A town over a filled database; nothing runs afterwards."""
    with ThreadedFake(limits=None, sleep=_impatient) as fake:
        made = Town(url, folder, fake, now)
        try:
            yield made
        finally:
            made.end()
