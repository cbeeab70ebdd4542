"""Asking Telegram how our bot stands with it: who it is, what its webhook says, what time it is there."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any, Literal

import httpx

from bot.settings import Settings

SECONDS = 5.0  # for everything together
CLOCK_MAY_DIFFER = 30.0  # seconds


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `state`: "ok", "refused" (the token is not taken), "unreached" (`why`: the error's name).

    `ahead`: seconds our clock is ahead of Telegram's; None where it did not say. `webhook`: as getWebhookInfo gives it.
    """

    state: Literal["ok", "refused", "unreached"]
    why: str = ""
    name: str = ""
    ahead: float | None = None
    webhook: dict[str, Any] = field(default_factory=dict)


async def ask(settings: Settings, now: Callable[[], datetime], seconds: float = SECONDS) -> Answer:
    """Ask through the configured address and proxy. Never raises for what a network or a server does."""
    assert settings.telegram_token is not None
    place = f"{settings.telegram_api_base}/bot{settings.telegram_token.get_secret_value()}"
    try:
        async with (
            asyncio.timeout(seconds),
            httpx.AsyncClient(
                proxy=settings.telegram_proxy or None, trust_env=False, timeout=seconds
            ) as client,
        ):
            me = await client.get(f"{place}/getMe")
            ahead = _ahead(me, now())
            if me.status_code in (401, 404):
                return Answer("refused", ahead=ahead)
            name = _result(me).get("username", "")
            webhook = _result(await client.get(f"{place}/getWebhookInfo"))
    except TimeoutError:
        return Answer("unreached", why="TimeoutError")
    except (httpx.HTTPError, httpx.InvalidURL, ImportError, ValueError, OSError) as error:
        return Answer("unreached", why=type(error).__name__)
    return Answer("ok", name=str(name), ahead=ahead, webhook=webhook)


def _result(answer: httpx.Response) -> dict[str, Any]:
    """ValueError for what is no answer of Telegram's."""
    body = answer.json() if answer.status_code == 200 else None
    result = body.get("result") if isinstance(body, dict) else None
    if not isinstance(result, dict):
        raise ValueError("not Telegram")
    return result


def _ahead(answer: httpx.Response, now: datetime) -> float | None:
    try:
        return (now - parsedate_to_datetime(answer.headers.get("Date", ""))).total_seconds()
    except (TypeError, ValueError):
        return None
