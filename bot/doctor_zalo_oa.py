"""The doctor at Zalo's Official Account: settings, the grant, whether Zalo takes it, signatures that fit otherwise."""

import asyncio
import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.clock import ZONE, Clock
from bot.doctor_check import Check, finding, ok
from bot.settings import Settings
from reporting.errors import WrongUse

if TYPE_CHECKING:
    from storage.queries.grants import Grant

SECONDS = 5.0
_LATE = timedelta(hours=25)
_NEEDED = ("zalo_oa_secret", "zalo_oa_app_secret", "secret_key")
_SETTING = {
    "account": "BAOCAO_ZALO_OA_SIGN_ACCOUNT",
    "secret": "BAOCAO_ZALO_OA_SIGN_SECRET",
    "timestamp": "BAOCAO_ZALO_OA_SIGN_TIME",
}


def zalo_oa(settings: Settings, clock: Clock) -> Iterator[Check]:
    """Everything about the account; nothing where none is set up."""
    if not settings.zalo_oa_app_id:
        return
    from bot.settings import variable

    missing = [variable(name) for name in _NEEDED if getattr(settings, name) is None]
    if settings.zalo_oa_sign_account == "oa" and not settings.zalo_oa_id:
        missing.append(variable("zalo_oa_id"))
    if missing:
        yield finding("zalo_oa.missing", names=", ".join(missing))
    yield from webhook(settings)
    known = _known(settings)
    if known is None or settings.secret_key is None:
        return
    grant, told = known
    yield from misfit(settings, told)
    yield from granted(settings, grant, clock.now())


def webhook(settings: Settings) -> Iterator[Check]:
    """The address to enter in the console."""
    from bot.channels.zalo.oa_web import PATH

    if settings.public_url:
        yield ok("zalo_oa.webhook", url=settings.public_url + PATH)
    else:
        yield finding("zalo_oa.no_public_url")


def _known(settings: Settings) -> "tuple[Grant | None, str | None] | None":
    """The grant and the last signature that fitted otherwise; None: the database does not read, as told elsewhere."""
    from sqlalchemy.exc import SQLAlchemyError

    from bot.channels.zalo.tokens import CHANNEL
    from bot.messenger_zalo_oa import MISFIT
    from storage.database import Database
    from storage.queries import facts, grants

    if settings.database_file is not None and not settings.database_file.is_file():
        return None
    base = Database(settings.database_url)
    try:
        with base.read() as tx:
            return grants.get(tx, CHANNEL), facts.get(tx, MISFIT)
    except (SQLAlchemyError, OSError):
        return None
    finally:
        base.dispose()


def misfit(settings: Settings, told: str | None) -> Iterator[Check]:
    """Which settings to change, where Zalo signs otherwise than they say. One that was changed since is no matter."""
    if told is None:
        return
    kept = json.loads(told)
    fits = dict(part.split("=", 1) for part in kept["fits"].split())
    now = {
        "account": settings.zalo_oa_sign_account,
        "secret": settings.zalo_oa_sign_secret,
        "timestamp": settings.zalo_oa_sign_time,
    }
    change = [f"{_SETTING[name]}={value}" for name, value in fits.items() if now.get(name) != value]
    if change:
        yield finding(
            "zalo_oa.misfit", at=_shown(datetime.fromisoformat(kept["at"])), change=", ".join(change)
        )


def granted(settings: Settings, grant: "Grant | None", now: datetime) -> Iterator[Check]:
    """The grant's state and age; whether Zalo takes its token now."""
    sealer = settings.sealer()
    assert sealer is not None
    if grant is None:
        # The first one may still be in the settings: `serve` begins with it.
        if settings.zalo_oa_refresh_token is None:
            yield finding("zalo_oa.no_grant")
        return
    if grant.dead_since is not None:
        yield finding("zalo_oa.dead", since=_shown(grant.dead_since))
        return
    if not grant.sealed_access:
        return
    try:
        token = sealer.open(grant.sealed_access)
    except WrongUse:
        yield finding("zalo_oa.unopened")
        return
    if now - grant.refreshed_at > _LATE:
        yield finding("zalo_oa.old", at=_shown(grant.refreshed_at))
        return
    yield ok("zalo_oa.grant", at=_shown(grant.refreshed_at), until=_shown(grant.access_until))
    yield asyncio.run(ask(settings, token))


async def ask(settings: Settings, token: str, seconds: float = SECONDS) -> Check:
    """Ask Zalo which account a token is for."""
    from bot.channels.base import SendError
    from bot.channels.zalo.api import ZaloApi
    from bot.channels.zalo.errors import ZaloError

    api = ZaloApi()
    try:
        async with asyncio.timeout(seconds):
            told = await api.get(f"{settings.zalo_oa_api_base}/v2.0/oa/getoa", token=token)
    except ZaloError as error:
        return finding("zalo_oa.refused", code=str(error.code))
    except (SendError, TimeoutError) as error:
        why = str(error) or type(error).__name__
        return finding("zalo_oa.unreached", place=settings.zalo_oa_api_base, why=why)
    finally:
        await api.close()
    found = str(told.get("oaid") or told.get("oa_id") or "")
    if settings.zalo_oa_id and found and found != settings.zalo_oa_id:
        return finding("zalo_oa.other", found=found)
    return ok("zalo_oa.ok", name=str(told.get("name") or found))


def _shown(at: datetime) -> str:
    return f"{at.astimezone(ZONE):%H:%M %d/%m/%Y}"
