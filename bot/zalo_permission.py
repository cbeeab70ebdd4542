"""Asking an administrator's permission for an Official Account: OAuth v4 with PKCE, in two steps that may lie apart."""

import asyncio
import base64
import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qs, urlencode, urlsplit

from bot.channels.zalo.api import ZaloApi
from bot.clock import SystemClock
from bot.messenger_zalo_oa import AUTHORIZED, make_tokens
from bot.messengers import Surroundings
from bot.settings import Settings
from reporting.errors import WrongUse
from storage.database import Database
from storage.queries import facts
from templates.cli import zalo as wording

ASKED = "zalo_oa_asked"  # the stored fact that holds, sealed, what the newest address was made with


@dataclass(frozen=True, slots=True)
class Asked:
    """An address that was given out: `state` comes back with the code, `verifier` proves that the code is for us."""

    state: str
    verifier: str
    address: str
    redirect: str


def begin(settings: Settings, database: Database) -> Asked:
    """A new address; that before is worth nothing any more."""
    sealer = settings.sealer()
    assert sealer is not None
    state, verifier = secrets.token_urlsafe(16), secrets.token_urlsafe(48)
    with database.begin() as tx:
        facts.put(tx, ASKED, sealer.seal(json.dumps([state, verifier])))
    return _asked(settings, state, verifier)


def asked_before(settings: Settings, database: Database) -> Asked:
    """The address given out last. Raises WrongUse when there is none."""
    sealer = settings.sealer()
    assert sealer is not None
    with database.read() as tx:
        kept = facts.get(tx, ASKED)
    if kept is None:
        raise WrongUse(wording.not_begun())
    state, verifier = json.loads(sealer.open(kept))
    return _asked(settings, state, verifier)


def _asked(settings: Settings, state: str, verifier: str) -> Asked:
    redirect = settings.public_url + AUTHORIZED
    digest = hashlib.sha256(verifier.encode()).digest()
    fields = {
        "app_id": settings.zalo_oa_app_id,
        "redirect_uri": redirect,
        "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="),
        "state": state,
    }
    return Asked(
        state, verifier, f"{settings.zalo_oa_oauth_base}/v4/oa/permission?{urlencode(fields)}", redirect
    )


def code_in(answer: str, state: str, oa_id: str) -> str:
    """The code in what a person gave: the code itself, or the whole address they came back to.

    Raises WrongUse for none, for an address of another asking, and for another account's.
    """
    if not answer.startswith(("http://", "https://")):
        if not answer or any(c.isspace() for c in answer):
            raise WrongUse(wording.no_code())
        return answer
    found = {name: values[0] for name, values in parse_qs(urlsplit(answer).query).items()}
    if not hmac.compare_digest(found.get("state", "").encode(), state.encode()):
        raise WrongUse(wording.other_state())
    if oa_id and found.get("oa_id", oa_id) != oa_id:
        raise WrongUse(wording.other_account())
    if not found.get("code"):
        raise WrongUse(wording.no_code())
    return found["code"]


async def exchange(settings: Settings, database: Database, code: str, verifier: str) -> datetime:
    """Keep the grant that a code brings; until when it lasts unused. Raises CodeRefused, SendError."""
    sealer = settings.sealer()
    assert sealer is not None
    api = ZaloApi()
    around = Surroundings(settings, database, SystemClock(), asyncio.to_thread)
    try:
        until = await make_tokens(around, sealer, api).authorize(code, verifier)
    finally:
        await api.close()
    return until
