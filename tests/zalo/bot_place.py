"""The program with a bot of the Bot Platform, as `baocao serve` composes it, on a clock that tests move."""

import asyncio
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from aiohttp import web
from sqlalchemy import select, update

import bot.serve
from bot.channels.zalo.bot_in import NAME
from bot.clock import ManualClock
from bot.messenger_zalo_bot import ZaloBotMessenger
from bot.serve import Service
from bot.settings import load
from bot.work.pace import Pace
from storage.database import Database
from storage.queries import outbox, people, units
from storage.queries.outbox import Draft
from storage.tables import contacts
from storage.tables import inbox as inbox_table
from storage.tables import outbox as outbox_table
from tests.fakes.zalo.bot import FakeBotPlatform

HOOK, KEY = "bi-mat-cua-webhook", "k" * 40


class FakeTime:
    """The fake's clock: ours."""

    def __init__(self, clock: ManualClock) -> None:
        self.clock = clock

    def __call__(self) -> float:
        return self.clock.now().timestamp()


async def _no_time(seconds: float) -> None:
    await asyncio.sleep(0)


class Place:
    """A Service whose loops do not run: `settle` does what they would, until nothing is left to do now."""

    def __init__(
        self, url: str, start: datetime, monkeypatch: pytest.MonkeyPatch, *, polling: bool = False
    ) -> None:
        self.clock = ManualClock(start)
        monkeypatch.setattr(bot.serve, "SystemClock", lambda: self.clock)
        monkeypatch.setattr(bot.serve, "found_printer", lambda: None)
        self.fake = FakeBotPlatform(FakeTime(self.clock))
        self.fake.answer_within = 20.0
        self.url, self.polling = url, polling
        self.database = Database(url)

    async def open(self, **more: Any) -> None:
        """Serve on a port of 127.0.0.1, and tell the platform where."""
        sockets = web.AppRunner(web.Application())
        await sockets.setup()
        site = web.TCPSite(sockets, "127.0.0.1", 0)
        await site.start()
        port = sockets.addresses[0][1]  # free: ours in a moment
        await sockets.cleanup()
        self.public = "" if self.polling else f"http://127.0.0.1:{port}"
        given = {
            "database_url": self.url, "zalo_bot_token": self.fake.token, "zalo_bot_api_base": self.fake.origin,
            "zalo_bot_webhook_secret": HOOK, "secret_key": KEY, "public_url": self.public,
        }  # fmt: skip
        self.service = Service(load(**given | more), self.database)
        (messenger,) = self.service.messengers
        assert isinstance(messenger, ZaloBotMessenger)
        self.messenger, self.engine = messenger, self.service.engine
        (self.sender,) = self.engine.senders
        self.sender.pace = Pace(1e6, 0.0, time.monotonic)
        self.sender.sleep = _no_time
        self.web = web.AppRunner(self.service.app(), access_log=None)
        await self.web.setup()
        await web.TCPSite(self.web, "127.0.0.1", port).start()
        await messenger.introduce()

    async def close(self) -> None:
        await self.web.cleanup()
        await self.service.end()
        self.fake.close()
        self.database.dispose()

    async def does(self, doing: Callable[..., Any], *arguments: Any, **more: Any) -> Any:
        """What somebody does on a phone (it blocks), and all that follows. Returns what the webhook answered."""
        answered = await asyncio.to_thread(lambda: doing(*arguments, **more))
        await self.settle()
        return answered

    async def settle(self) -> None:
        while True:
            while self.polling and await self.messenger.poller.once():
                continue
            handled = await self.engine.fetcher.run() + await self.engine.run(self.service.runtime.inbox.run)
            await self.sender.drain()
            if not handled and not await self.engine.run(self.service.runtime.jobs.run):
                return

    async def move_to(self, moment: datetime) -> None:
        """The clock moves; what is due then is done."""
        self.clock.set(moment)
        await self.engine.run(self.service.runtime.tick)
        await self.settle()

    # --- what lies in the tables ------------------------------------------------------------------------------

    def stored(self) -> list[tuple[str, str, str, bool]]:
        """Every update: its id, address, message id, and whether a file is still to be fetched."""
        i = inbox_table.c
        with self.database.read() as tx:
            rows = tx.execute(select(i.update_id, i.address, i.message_id, i.fetching).order_by(i.id))
            return [tuple(row) for row in rows]

    def states(self) -> list[tuple[str, int, str]]:
        """State, failed attempts and error of every row to send."""
        o = outbox_table.c
        with self.database.read() as tx:
            return [tuple(row) for row in tx.execute(select(o.state, o.attempts, o.error).order_by(o.id))]

    def queue(self, address: str, text: str, *, person: int | None = None, **more: Any) -> int:
        """Something to send now."""
        fields = {"choices": [], "documents": []} | more
        now = self.clock.now()
        with self.database.begin() as tx:
            draft = Draft(NAME, address, person, text, not_before=now, **fields)
            return outbox.queue(tx, [draft], now)[0]

    def member(self, name: str, role: str, address: str) -> int:
        """Somebody of the province, linked to the bot."""
        with self.database.begin() as tx:
            unit = units.by_code(tx, "LC")
            top = (
                unit.id
                if unit
                else units.add(tx, code="LC", name="LĐLĐ tỉnh", kind="province", parent_id=None)
            )
            person = people.add(tx, name)
            people.add_membership(tx, person, top, role, self.clock.now())
            people.link(tx, person, NAME, address, self.clock.now())
        return person

    def moved(self, address: str) -> None:
        """Somebody of the sample writes by the bot from now on, under the same address."""
        with self.database.begin() as tx:
            tx.execute(update(contacts).where(contacts.c.address == address).values(channel=NAME))
