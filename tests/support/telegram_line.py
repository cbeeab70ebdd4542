"""The way between a bot and the fake Telegram: what goes on while the bot is started anew, and one start of the bot."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

from aiohttp import web

from bot.channels.telegram import Telegram
from bot.channels.telegram_poll import TelegramPoller
from bot.channels.telegram_web import PATH, telegram_route
from bot.sample.load import START
from bot.settings import load
from bot.work.pace import Pace
from storage.database import Database
from storage.queries.inbox import RawUpdate
from tests.fakes.telegram.server import FakeTelegram
from tests.support.running_bot import RunningBot, clock_of, leads

SECRET = "bi-mat-cua-webhook"
STARTING = 2.0  # seconds a start of the bot takes
T = TypeVar("T")


class Line:
    """A fake Telegram with the vendor's limits, our connections to it and our webhook, all in one event loop.

    Nobody waits: `seconds` is the one clock of the fake and of the bot's pace, which sleeping moves on.
    """

    def __init__(self, *, polling: bool, read_timeout: float = 20) -> None:
        self.read_timeout = read_timeout
        self.polling = polling
        self.seconds = START.timestamp()
        self.bot: TelegramBot | None = None
        self._runner = asyncio.Runner()
        self.run(self._open())

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Carry out something of the event loop; nothing goes on in it between two such."""
        return self._runner.run(work)

    async def _open(self) -> None:
        self.fake = FakeTelegram(clock=lambda: self.seconds, now=lambda: int(self.seconds))
        await self.fake.start()
        self.telegram = Telegram(self.fake.token, self.fake.origin, read_timeout=self.read_timeout)
        await self.telegram.start()
        app = web.Application()
        app.add_routes([telegram_route(SECRET, self, self.heard)])  # type: ignore[arg-type]
        self._web = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._web.setup()
        await web.TCPSite(self._web, "127.0.0.1", 0).start()
        if not self.polling:
            address = f"http://127.0.0.1:{self._web.addresses[0][1]}{PATH}"
            await self.telegram.bot.set_webhook(address, secret_token=SECRET)

    async def store(self, updates: Sequence[RawUpdate]) -> None:
        """The webhook's receiver: that of the bot as it runs now. Raises RuntimeError while none does."""
        if self.bot is None:
            raise RuntimeError("no bot is running")
        await self.bot.receiver.store(updates)

    def heard(self, body: Any) -> None:
        if self.bot is not None:
            self.bot.heard(body)

    def close(self) -> None:
        self.run(self._close())
        self._runner.close()

    async def _close(self) -> None:
        await self.telegram.stop()
        await self.fake.stop()
        await self._web.cleanup()


class TelegramBot(RunningBot):
    """The bot between two starts: everything of it but the connections, which remember nothing."""

    def __init__(self, database: Database, line: Line, number: int) -> None:
        self.line = line
        telegram = line.telegram
        line.seconds += STARTING
        pace = Pace(telegram.rate, telegram.gap, lambda: line.seconds)
        super().__init__(
            database,
            clock_of(database),
            telegram,
            load(office_file=None),
            number,
            line.run,
            pace,
            self._sleep,
        )
        self.poller = TelegramPoller(telegram, self.receiver, leads=leads, heard=self.heard)
        self._tapped: list[str] = []
        line.bot = self

    async def _sleep(self, seconds: float) -> None:
        """Time passes only once the fake has what was sent before."""
        under_way = self.sender._tasks
        if under_way:
            await asyncio.wait(under_way)
        self.line.seconds += seconds

    def heard(self, body: Any) -> None:
        query = body.get("callback_query")
        if query is not None:
            self._tapped.append(query["id"])

    def take_in(self, doing: Callable[[], Any]) -> None:
        """What somebody does on a phone, until it is stored; nothing of it is handled yet."""
        self.line.run(self._take_in(doing))

    async def _take_in(self, doing: Callable[[], Any]) -> None:
        self._keep_up()
        doing()
        await (self.poller.once() if self.line.polling else self.line.fake.settled())
        await self._answer_taps()

    async def come_in(self) -> None:
        self._keep_up()
        while self.line.polling and await self.poller.once():
            continue  # asked again, it confirms what it has stored
        await self._answer_taps()

    async def _answer_taps(self) -> None:
        tapped, self._tapped = self._tapped, []
        for query_id in tapped:
            await self.line.telegram.heard(query_id)

    def _keep_up(self) -> None:
        self.line.seconds = max(self.line.seconds, self.clock.now().timestamp())
