"""The way between a bot and a fake Zalo: our webhook and our links on a port of their own, on the stage's clock."""

import asyncio
import time
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any, TypeVar

import aiohttp
from aiohttp import web

from bot.channels.base import RemoteChannel
from bot.channels.zalo.bot_web import PATH as BOT_PATH
from bot.channels.zalo.bot_web import bot_route
from bot.channels.zalo.oa_web import PATH as OA_PATH
from bot.channels.zalo.oa_web import oa_route
from bot.clock import ManualClock
from bot.links import Links, link_routes
from bot.messenger_zalo_bot import ZaloBotMessenger, webhook_secret
from bot.messenger_zalo_oa import ZaloOAMessenger, signing
from bot.messengers import Surroundings
from bot.sample.load import START
from bot.settings import load
from bot.work.pace import Pace
from reporting.notices import FACTS
from storage.database import Database
from storage.queries.inbox import RawUpdate
from templates.office_file import default_office
from tests.fakes.zalo.bot import FakeBotPlatform
from tests.fakes.zalo.oa import FakeOA
from tests.support.running_bot import RunningBot, at_once, clock_of

KEY = "khoa-bi-mat-cua-co-quan-" + "k" * 24
T = TypeVar("T")


class ZaloBot(RunningBot):
    """The bot between two starts, its messenger made anew as `baocao serve` makes it."""

    def __init__(self, database: Database, line: "ZaloLine", number: int) -> None:
        clock = clock_of(database)
        self.line = line
        self.links = Links(line.settings, clock)
        around = Surroundings(line.settings, database, clock, at_once, self.links.link_for)
        channel: RemoteChannel = line.kind(around).channel
        pace = Pace(1e6, 0.0, time.monotonic)
        super().__init__(database, clock, channel, line.settings, number, line.run, pace, _no_time)
        line.bot, line.clock = self, clock

    def end(self) -> None:
        self.line.bot = None
        self._run(self.channel.stop())


class ZaloLine:
    """What goes on while the bot is started anew. `clock` is the one clock: the fake's too."""

    kind: type[Any]

    def __init__(self) -> None:
        self.bot: ZaloBot | None = None
        self.clock = ManualClock(START)
        self._runner = asyncio.Runner()
        self._links = web.Application()
        self.run(self._open())

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Carry out something of our event loop; the fake has its own, in a thread."""
        return self._runner.run(work)

    def now(self) -> float:
        return self.clock.now().timestamp()

    async def _open(self) -> None:
        self._sockets = web.AppRunner(web.Application())
        await self._sockets.setup()
        await web.TCPSite(self._sockets, "127.0.0.1", 0).start()
        port = self._sockets.addresses[0][1]
        await self._sockets.cleanup()  # free: ours in a moment
        self.public = f"http://127.0.0.1:{port}"
        self.prepare()
        app = web.Application(client_max_size=1024 * 1024)
        app.add_routes([self.route(), web.get("/t/{token:.*}", self._hand_over)])
        self._web = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._web.setup()
        await web.TCPSite(self._web, "127.0.0.1", port).start()

    def prepare(self) -> None:
        """Open the fake, and set `settings`."""
        raise NotImplementedError

    def route(self) -> web.RouteDef:
        """Our webhook."""
        raise NotImplementedError

    async def store(self, updates: Sequence[RawUpdate]) -> None:
        """The webhook's receiver: that of the bot as it runs now. Raises RuntimeError while none does."""
        if self.bot is None:
            raise RuntimeError("no bot is running")
        await self.bot.receiver.store(updates)

    async def _hand_over(self, request: web.Request) -> web.StreamResponse:
        assert self.bot is not None
        (route,) = link_routes(self.bot.database, self.bot.links, at_once)
        handler: Callable[[web.Request], Any] = route.handler  # type: ignore[assignment]
        found: web.StreamResponse = await handler(request)
        return found

    def opened(self, url: str) -> bytes:
        """What a person gets who opens a link."""
        return self.run(_get(url))

    def close(self) -> None:
        self.run(self._web.cleanup())
        self._runner.close()
        self.fake.close()

    fake: Any
    settings: Any


async def _get(url: str) -> bytes:
    async with aiohttp.ClientSession() as client, client.get(url) as answer:
        assert answer.status == 200, url
        return await answer.read()


async def _no_time(seconds: float) -> None:
    await asyncio.sleep(0)


class OALine(ZaloLine):
    """An Official Account with an approved template for every kind of notice; `folder` takes the office's file."""

    kind = ZaloOAMessenger
    fake: FakeOA

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__()
        assert self.run(asyncio.to_thread(self.fake.hooks.save, self.public + OA_PATH))

    def prepare(self) -> None:
        self.fake = fake = FakeOA(self.now)
        fake.hooks.answer_within = 20.0
        fake.wallet.balance = 10_000_000
        for kind, facts in FACTS.items():
            places = ", ".join(f"{fact}: <{fact}>" for fact in facts)
            fake.templates.add(f"mau-{kind}", f"Mẫu {kind}", places, fields=dict.fromkeys(facts, 100))
        office = self.folder / "office.toml"
        office.write_text(default_office().partition("[zalo]")[0] + _approved(), "utf8")
        self.settings = load(
            public_url=self.public, secret_key=KEY, office_file=office,
            zalo_oa_app_id=fake.app_id, zalo_oa_id=fake.oa_id, zalo_oa_secret=fake.oa_secret,
            zalo_oa_app_secret=fake.app_secret, zalo_oa_api_base=fake.api, zalo_oa_oauth_base=fake.oauth,
            zalo_oa_template_base=fake.template, zalo_oa_refresh_token=fake.grant().refresh,
        )  # fmt: skip

    def route(self) -> web.RouteDef:
        return oa_route(signing(self.settings), self)  # type: ignore[arg-type]


def _approved() -> str:
    """The office's part on templates. A kind of which only some notices have a fact does without that fact."""
    lines = ["[zalo]", "pays_after_48h = false", "", "[zalo.prices]", "template_uid = 165"]
    for kind, facts in FACTS.items():
        fields = ", ".join(f'{fact} = "{fact}"' for fact in facts)
        lines += ["", f"[zalo.templates.{kind}]", f'by_user = "mau-{kind}"', f"fields = {{ {fields} }}"]
    return "\n".join(lines) + "\n"


class BotLine(ZaloLine):
    """A bot of the Bot Platform, in a plan whose monthly limits are not reached here."""

    kind = ZaloBotMessenger
    fake: FakeBotPlatform

    def __init__(self) -> None:
        super().__init__()
        self.run(self._introduce())

    def prepare(self) -> None:
        self.fake = fake = FakeBotPlatform(self.now)
        fake.answer_within = 20.0
        fake.shape = "alternating"
        fake.user_limit = fake.message_limit = 1_000_000
        self.settings = load(
            public_url=self.public, secret_key=KEY, office_file=None,
            zalo_bot_token=fake.token, zalo_bot_api_base=fake.origin,
        )  # fmt: skip

    def route(self) -> web.RouteDef:
        return bot_route(webhook_secret(self.settings), self)  # type: ignore[arg-type]

    async def _introduce(self) -> None:
        url = f"{self.fake.origin}/bot{self.fake.token}/setWebhook"
        given = {"url": self.public + BOT_PATH, "secret_token": webhook_secret(self.settings)}
        async with aiohttp.ClientSession() as client, client.post(url, json=given) as answer:
            assert (await answer.json())["ok"]
