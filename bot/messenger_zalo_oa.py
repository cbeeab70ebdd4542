"""Zalo's Official Account as `baocao serve` runs it: always by webhook, with a grant that is kept alive."""

import asyncio
import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import ClassVar

import structlog
from aiohttp import web

from bot.app import read_profile
from bot.channels.base import SendError
from bot.channels.zalo.api import ZaloApi
from bot.channels.zalo.oa import Reach, ZaloOA
from bot.channels.zalo.oa_web import Signing, oa_route
from bot.channels.zalo.tokens import CHANNEL, Tokens
from bot.engine import Engine
from bot.logs import failure
from bot.messengers import Loop, Surroundings
from bot.settings import Settings
from bot.telegram_probe import Answer
from bot.work.watch import GRANT
from handlers.messages import Capabilities
from reporting.errors import WrongUse
from storage.queries import facts, grants, people, phones
from storage.queries.grants import Grant
from storage.queries.outbox import Row as OutboxRow
from storage.sealing import Sealer
from templates.cli import serve as wording
from templates.cli.zalo import copy_the_address
from templates.pages.files import phone_card

LOOK_AT_GRANT = 600.0  # seconds
PICTURE = "/zalo/oa/so-dien-thoai.png"
AUTHORIZED = "/zalo/oa/authorized"  # where Zalo leads an administrator who agreed
MISFIT = "zalo_oa_misfit"  # the stored fact: when a signature last held with other settings, and with which
_MISFIT_AGAIN = timedelta(minutes=1)
log = structlog.get_logger()


class ZaloOAMessenger:
    """See bot.messengers.Messenger."""

    name: ClassVar[str] = ZaloOA.name
    capabilities: ClassVar[Capabilities] = ZaloOA.capabilities

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.settings = settings = around.settings
        sealer = settings.sealer()
        assert sealer is not None
        self.sealer = sealer
        self._misfit_at: datetime | None = None
        api = ZaloApi()
        self.tokens = make_tokens(around, sealer, api)
        self.channel = ZaloOA(
            self.tokens,
            api,
            around.clock,
            read_profile(settings).outreach,
            api_base=settings.zalo_oa_api_base,
            template_base=settings.zalo_oa_template_base,
            reach=self._reach,
            link=around.link,
            picture=settings.public_url + PICTURE if settings.public_url else "",
        )

    @staticmethod
    def check(settings: Settings) -> None:
        """See bot.messengers.Messenger."""
        if settings.zalo_oa_secret is None:
            raise WrongUse(wording.no_zalo_secret())
        if settings.secret_key is None:
            raise WrongUse(wording.no_secret_key())
        if settings.zalo_oa_sign_account == "oa" and not settings.zalo_oa_id:
            raise WrongUse(wording.no_oa_id())

    def join(self, engine: Engine) -> None:
        """See bot.messengers.Messenger."""
        self.engine = engine
        self.tokens.on_dead = lambda: engine.watch.heard(self.name, GRANT, "GrantDying")
        engine.watch.asks[self.name] = self._ask_grant

    def routes(self) -> Sequence[web.RouteDef]:
        """See bot.messengers.Messenger."""
        return (
            oa_route(signing(self.settings), self.engine.receiver, self._misfit),
            web.get(AUTHORIZED, _authorized),
            web.get(PICTURE, _picture),
        )

    def loops(self) -> Sequence[Loop]:
        """See bot.messengers.Messenger."""
        return (self._keep_grant,)

    async def introduce(self) -> None:
        """See bot.messengers.Messenger. The webhook's address is entered in Zalo's console, by a person."""
        await self.channel.start()
        log.info("zalo_oa_ready")

    async def _ask_grant(self) -> Answer:
        """Tell the watch how the grant stands, whoever of the replicas found it out."""
        grant = await self.around.run(self._grant)
        if grant is None or grant.dead_since is not None:
            usable = (
                grant is not None and grant.sealed_access and grant.access_until > self.around.clock.now()
            )
            self.engine.watch.heard(self.name, GRANT, "GrantDying" if usable else "GrantDead")
        else:
            self.engine.watch.heard(self.name, GRANT)
        return Answer("ok")

    def _grant(self) -> Grant | None:
        with self.around.database.read() as tx:
            return grants.get(tx, CHANNEL)

    async def _misfit(self, fits: str) -> None:
        """Keep which other settings a signature would hold with: the doctor says which to change."""
        now = self.around.clock.now()
        if self._misfit_at is not None and now - self._misfit_at < _MISFIT_AGAIN:
            return
        self._misfit_at = now
        try:
            await self.around.run(self._keep_misfit, json.dumps({"at": now.isoformat(), "fits": fits}))
        except Exception as error:  # it stands in the log too
            log.warning("misfit_not_kept", **failure(error))

    def _keep_misfit(self, told: str) -> None:
        with self.around.database.begin() as tx:
            facts.put(tx, MISFIT, told)

    async def _keep_grant(self) -> None:
        """Change the grant in good time, also when nobody writes for days."""
        while True:
            if await self.engine.leader.leads():
                try:
                    await self.tokens.access()
                except SendError as error:
                    log.warning("grant_not_refreshed", why=str(error))
            await asyncio.sleep(LOOK_AT_GRANT)

    async def _reach(self, row: OutboxRow) -> Reach:
        found: Reach = await self.around.run(self._look_up, row)
        return found

    def _look_up(self, row: OutboxRow) -> Reach:
        with self.around.database.read() as tx:
            seen = people.last_seen(tx, row.channel, row.address)
            sealed = phones.sealed_of(tx, row.person_id) if row.person_id is not None else []
        if row.person_id is None and seen is None:
            seen = self.around.clock.now()  # a stranger is only ever answered
        return Reach(seen, self.sealer.open(sealed[-1]) if sealed else "")


async def _picture(request: web.Request) -> web.Response:
    return web.Response(
        body=phone_card(), content_type="image/png", headers={"Cache-Control": "public, max-age=86400"}
    )


async def _authorized(request: web.Request) -> web.Response:
    return web.Response(
        text=copy_the_address(), headers={"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
    )


def make_tokens(around: Surroundings, sealer: Sealer, api: ZaloApi) -> Tokens:
    """The keeper of the grant, as the settings name application and secrets."""
    settings = around.settings
    secret = settings.zalo_oa_app_secret or settings.zalo_oa_secret
    first = settings.zalo_oa_refresh_token
    return Tokens(
        around.database,
        sealer,
        api,
        around.clock,
        around.run,
        oauth=settings.zalo_oa_oauth_base,
        app_id=settings.zalo_oa_app_id,
        app_secret=secret.get_secret_value() if secret is not None else "",
        first_refresh=first.get_secret_value() if first is not None else "",
    )


def signing(settings: Settings) -> Signing:
    """How events are signed, as the settings say."""
    assert settings.zalo_oa_secret is not None
    secret = settings.zalo_oa_secret.get_secret_value()
    app_secret = settings.zalo_oa_app_secret
    return Signing(
        accounts={"app": settings.zalo_oa_app_id, "oa": settings.zalo_oa_id},
        secrets={"oa": secret, "app": app_secret.get_secret_value() if app_secret is not None else secret},
        account=settings.zalo_oa_sign_account,
        secret=settings.zalo_oa_sign_secret,
        timestamp=settings.zalo_oa_sign_time,
    )
