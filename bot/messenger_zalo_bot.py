"""The Zalo Bot Platform as `baocao serve` runs it: by webhook where we have a public address, else by polling."""

import asyncio
import hashlib
import hmac
from collections.abc import Sequence
from typing import ClassVar

import structlog
from aiohttp import web
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.base import SendError
from bot.channels.zalo import bot_quota
from bot.channels.zalo.bot import ZaloBot
from bot.channels.zalo.bot_poll import BotPoller
from bot.channels.zalo.bot_web import PATH, bot_route
from bot.engine import Engine
from bot.links import Links
from bot.logs import failure
from bot.messengers import ZALO_BOT_TITLE, Loop, Surroundings
from bot.settings import Settings
from bot.telegram_probe import Answer
from handlers.messages import Capabilities
from reporting.errors import WrongUse
from storage.queries import facts
from templates.cli import serve as wording

COUNT_EVERY = 600.0  # seconds
PROBE_SECONDS = 5.0
log = structlog.get_logger()


class ZaloBotMessenger:
    """See bot.messengers.Messenger."""

    name: ClassVar[str] = ZaloBot.name
    capabilities: ClassVar[Capabilities] = ZaloBot.capabilities

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.settings = around.settings
        links = Links(self.settings, around.clock)
        assert self.settings.zalo_bot_token is not None
        self.channel = ZaloBot(
            self.settings.zalo_bot_token.get_secret_value(),
            self.settings.zalo_bot_api_base,
            with_links=links.with_links,
            on_quota=self._quota_exceeded,
        )
        self._asides: set[asyncio.Task[None]] = set()

    @staticmethod
    def check(settings: Settings) -> None:
        """See bot.messengers.Messenger."""
        if not settings.polls_zalo_bot:
            webhook_secret(settings)

    def join(self, engine: Engine) -> None:
        """See bot.messengers.Messenger."""
        self.engine = engine
        self.poller = BotPoller(
            self.channel, engine.receiver, leads=engine.leader.leads, report=engine.watch.heard
        )
        engine.watch.asks[self.name] = self.ask

    def routes(self) -> Sequence[web.RouteDef]:
        """See bot.messengers.Messenger."""
        if self.settings.polls_zalo_bot:
            return ()
        return (bot_route(webhook_secret(self.settings), self.engine.receiver),)

    def loops(self) -> Sequence[Loop]:
        """See bot.messengers.Messenger."""
        return (self._count, self.poller.work) if self.settings.polls_zalo_bot else (self._count,)

    async def introduce(self) -> None:
        """See bot.messengers.Messenger."""
        await self.channel.start()
        await self.around.run(self._keep_title)
        if self.settings.polls_zalo_bot:
            await self.channel.call("deleteWebhook")
        else:
            url, secret = self.settings.public_url + PATH, webhook_secret(self.settings)
            await self.channel.call("setWebhook", url=url, secret_token=secret)
        log.info("zalo_bot_ready", polling=self.settings.polls_zalo_bot)

    def _keep_title(self) -> None:
        with self.around.database.begin() as tx:
            facts.put(tx, ZALO_BOT_TITLE, self.channel.title)

    async def ask(self) -> Answer:
        """How we stand with the platform. Never raises for what a network or a server does."""
        return await probe(self.channel)

    # --- the month's limits ---------------------------------------------------------------------------------

    async def _count(self) -> None:
        while True:
            if await self.engine.leader.leads():
                await self.count_once()
                await asyncio.sleep(COUNT_EVERY)
            else:
                await asyncio.sleep(1.0)

    async def count_once(self) -> None:
        """Warn of limits that came near; the database's being away is nobody's news here."""
        try:
            await self.around.run(self._warn)
        except SQLAlchemyError as error:
            log.error("not_counted", channel=self.name, **failure(error))

    def _warn(self) -> None:
        runtime = self.engine.runtime
        bot_quota.warn(runtime.database, runtime.world, self.around.clock.now())

    def _quota_exceeded(self) -> None:
        """Told aside: the message that was refused is marked meanwhile."""
        task = asyncio.ensure_future(self._tell_exceeded())
        self._asides.add(task)
        task.add_done_callback(self._asides.discard)

    async def _tell_exceeded(self) -> None:
        runtime = self.engine.runtime
        try:
            await self.around.run(
                bot_quota.tell_exceeded, runtime.database, runtime.world, self.around.clock.now()
            )
        except SQLAlchemyError as error:
            log.error("alert_not_told", channel=self.name, **failure(error))


async def probe(channel: ZaloBot, seconds: float = PROBE_SECONDS) -> Answer:
    """Ask who we are and what the webhook says."""
    try:
        async with asyncio.timeout(seconds):
            await channel.start()
            webhook = await channel.call("getWebhookInfo")
    except TimeoutError:
        return Answer("unreached", why="TimeoutError")
    except SendError as error:
        refused = str(error) == "refused"
        return Answer("refused") if refused else Answer("unreached", why=str(error))
    return Answer("ok", name=channel.title, webhook=webhook)


def webhook_secret(settings: Settings) -> str:
    """The secret that the platform shows us: as set, or made from our own key. Raises WrongUse without either."""
    if settings.zalo_bot_webhook_secret is not None:
        return settings.zalo_bot_webhook_secret.get_secret_value()
    if settings.secret_key is None:
        raise WrongUse(wording.no_zalo_bot_secret())
    key = settings.secret_key.get_secret_value().encode()
    return hmac.digest(key, b"zalo bot webhook", hashlib.sha256).hex()
