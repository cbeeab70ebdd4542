"""Telegram as `baocao serve` runs it: by webhook where we have a public address, else by polling."""

import asyncio
import hashlib
import hmac
from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar

import structlog
from aiohttp import web

from bot.channels.base import SendError
from bot.channels.telegram import Telegram
from bot.channels.telegram_in import KINDS
from bot.channels.telegram_poll import TelegramPoller
from bot.channels.telegram_web import PATH, telegram_route
from bot.engine import Engine
from bot.messengers import TELEGRAM_LINK, Loop, Surroundings
from bot.settings import Settings
from bot.telegram_probe import ask
from handlers.messages import Capabilities
from reporting.errors import WrongUse
from storage.queries import facts
from templates.cli import serve as wording

log = structlog.get_logger()


class TelegramMessenger:
    """See bot.messengers.Messenger."""

    name: ClassVar[str] = Telegram.name
    capabilities: ClassVar[Capabilities] = Telegram.capabilities

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.settings = around.settings
        assert self.settings.telegram_token is not None
        self.channel = Telegram(
            self.settings.telegram_token.get_secret_value(),
            self.settings.telegram_api_base,
            self.settings.telegram_proxy or None,
        )
        self._asides: set[asyncio.Task[None]] = set()

    @staticmethod
    def check(settings: Settings) -> None:
        """See bot.messengers.Messenger."""
        if not settings.polls_telegram and not settings.public_url:
            raise WrongUse(wording.no_public_url())
        if not settings.polls_telegram:
            webhook_secret(settings)

    def join(self, engine: Engine) -> None:
        """See bot.messengers.Messenger."""
        self.receiver = engine.receiver
        self.poller = TelegramPoller(
            self.channel, engine.receiver, leads=engine.leader.leads, heard=self.heard, report=engine.watch.heard
        )  # fmt: skip
        engine.watch.asks[self.name] = partial(ask, self.settings, self.around.clock.now)

    def routes(self) -> Sequence[web.RouteDef]:
        """See bot.messengers.Messenger."""
        if self.settings.polls_telegram:
            return ()
        return (telegram_route(webhook_secret(self.settings), self.receiver, self.heard),)

    def loops(self) -> Sequence[Loop]:
        """See bot.messengers.Messenger."""
        return (self.poller.work,) if self.settings.polls_telegram else ()

    async def introduce(self) -> None:
        """See bot.messengers.Messenger."""
        await self.channel.start()
        await self.around.run(self._keep_link)
        bot = self.channel.bot
        if self.settings.polls_telegram:
            await bot.delete_webhook(drop_pending_updates=False)
        else:
            await bot.set_webhook(
                self.settings.public_url + PATH,
                secret_token=webhook_secret(self.settings),
                allowed_updates=list(KINDS),
                max_connections=40,
            )
        log.info("telegram_ready", polling=self.settings.polls_telegram)

    def _keep_link(self) -> None:
        with self.around.database.begin() as tx:
            facts.put(tx, TELEGRAM_LINK, self.channel.link)

    def heard(self, body: Any) -> None:
        """A tapped button stops spinning; nothing depends on it."""
        query = body.get("callback_query")
        if isinstance(query, dict) and isinstance(query.get("id"), str):
            task = asyncio.ensure_future(self._answer(query["id"]))
            self._asides.add(task)
            task.add_done_callback(self._asides.discard)

    async def _answer(self, query_id: str) -> None:
        try:
            await self.channel.heard(query_id)
        except SendError as error:  # too late, or not reached: the button stops by itself
            log.debug("tap_not_answered", why=str(error))


def webhook_secret(settings: Settings) -> str:
    """The secret that Telegram shows us: as set, or made from our own key. Raises WrongUse without either."""
    if settings.telegram_webhook_secret is not None:
        return settings.telegram_webhook_secret.get_secret_value()
    if settings.secret_key is None:
        raise WrongUse(wording.no_webhook_secret())
    return hmac.digest(
        settings.secret_key.get_secret_value().encode(), b"telegram webhook", hashlib.sha256
    ).hex()
