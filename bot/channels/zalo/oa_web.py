"""The webhook of an Official Account: signature over the raw bytes, stored and committed, then 200 well within 2 s.

X-ZEvent-Signature: mac=<hex>, where hex is the plain SHA-256 of account id + raw body + timestamp + secret. Sources
disagree on which id, timestamp and secret: settings say; a signature that fits another way is named in the log.
"""

import hashlib
import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import product

import structlog
from aiohttp import web

from bot.channels.safe import read_json
from bot.channels.zalo.oa_in import raw_update
from bot.logs import failure
from bot.work.receiver import Receiver
from storage.queries.inbox import RawUpdate

PATH = "/zalo/oa/webhook"
SIGNATURE, TIMESTAMP = "X-ZEvent-Signature", "X-ZEvent-Timestamp"
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Signing:
    """How events are signed. `accounts` and `secrets` are by name, those in use first."""

    accounts: dict[str, str]  # "app", "oa" → id
    secrets: dict[str, str]  # "oa", "app" → secret
    account: str = "app"
    secret: str = "oa"
    timestamp: str = "body"  # body | header

    def holds(self, body: bytes, given: str, stamps: dict[str, str]) -> bool:
        """Whether a signature is the one that was agreed on."""
        return _same(given, self._mac(body, stamps, self.account, self.secret, self.timestamp))

    def fits_otherwise(self, body: bytes, given: str, stamps: dict[str, str]) -> str:
        """The way a signature would hold, as settings name it; empty if none. It is not accepted for that."""
        for account, secret, stamp in product(self.accounts, self.secrets, ("body", "header")):
            if _same(given, self._mac(body, stamps, account, secret, stamp)):
                return f"account={account} secret={secret} timestamp={stamp}"
        return ""

    def _mac(self, body: bytes, stamps: dict[str, str], account: str, secret: str, stamp: str) -> str:
        time = stamps[stamp].encode("utf8", "surrogatepass")
        parts = (self.accounts[account].encode(), body, time, self.secrets[secret].encode())
        return hashlib.sha256(b"".join(parts)).hexdigest()


def _same(given: str, wanted: str) -> bool:
    bare = given.strip().removeprefix("mac=").strip().lower()
    return hmac.compare_digest(bare.encode("utf8", "surrogateescape"), wanted.encode())


Misfit = Callable[[str], Awaitable[None]]


async def _told_by_log(fits: str) -> None:
    """Nobody else wants to know."""


def oa_route(signing: Signing, receiver: Receiver, misfit: Misfit = _told_by_log) -> web.RouteDef:
    """POST /zalo/oa/webhook: 200 once stored, and for the console's unsigned `{}`; 401 for a wrong signature.

    `misfit` hears of signatures that would hold with other settings: those are set wrongly. What Zalo signed is never
    answered with an error for its content: the webhook would be switched off for it.
    """

    async def events(request: web.Request) -> web.Response:
        raw = await request.read()
        if b"".join(raw.split()) == b"{}":
            return web.Response()
        try:
            body = read_json(raw)
        except ValueError:
            return web.Response(status=400)
        stamp = body.get("timestamp", "") if isinstance(body, dict) else ""
        stamps = {"body": str(stamp), "header": request.headers.get(TIMESTAMP, "")}
        given = request.headers.get(SIGNATURE, "")
        if not signing.holds(raw, given, stamps):
            await _refuse(signing.fits_otherwise(raw, given, stamps), misfit)
            return web.Response(status=401)
        try:
            update = raw_update(body)
        except ValueError:
            log.warning("strange_event", channel="zalo_oa")
            return web.Response()
        return await _store(receiver, update)

    return web.post(PATH, events)


async def _refuse(fits: str, misfit: Misfit) -> None:
    log.warning("wrong_signature", channel="zalo_oa", fits=fits)
    if fits:
        await misfit(fits)


async def _store(receiver: Receiver, update: RawUpdate | None) -> web.Response:
    try:
        await receiver.store([update] if update is not None else [])
    except Exception as error:
        log.error("not_stored", channel="zalo_oa", **failure(error))
        return web.Response(status=503, headers={"Retry-After": "5"})
    return web.Response()
