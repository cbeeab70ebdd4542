"""The doctor at Telegram: reached as it is configured, the webhook as it ought to be, the clock."""

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from bot.clock import ZONE, Clock
from bot.doctor_check import Check, finding, note, ok
from bot.settings import Settings
from bot.telegram_probe import CLOCK_MAY_DIFFER, Answer, ask

MANY_WAIT = 100  # updates Telegram holds back for us
RECENT = timedelta(hours=1)


def telegram(settings: Settings, clock: Clock) -> Iterator[Check]:
    """Everything about Telegram; one note where it is not set up."""
    if settings.telegram_token is None:
        yield note("telegram.absent")
        return
    yield from address(settings)
    answer = asyncio.run(ask(settings, clock.now))
    if answer.state == "refused":
        yield finding("telegram.refused")
    elif answer.state == "unreached":
        key = "telegram.unreached_by_proxy" if settings.telegram_proxy else "telegram.unreached"
        yield finding(key, place=settings.telegram_api_base, why=answer.why)
    else:
        yield ok("telegram.ok", name=answer.name)
        yield from webhook(settings, answer.webhook, clock.now())
    yield from difference(answer)


def address(settings: Settings) -> Iterator[Check]:
    """What a webhook needs before Telegram is asked anything."""
    if settings.polls_telegram:
        return
    if not settings.public_url:
        yield finding("telegram.no_public_url")
    if settings.telegram_webhook_secret is None and settings.secret_key is None:
        yield finding("telegram.no_secret")


def public_url(settings: Settings) -> Iterator[Check]:
    """The public address is https: Telegram calls no other, and links carry invitation codes."""
    if not settings.public_url:
        return
    if settings.public_url.startswith("https://"):
        yield ok("public_url.ok", url=settings.public_url)
    elif settings.telegram_token is not None or settings.zalo_bot_token is not None:
        yield finding("public_url.plain", url=settings.public_url)
    else:
        yield note("public_url.plain", url=settings.public_url)


def webhook(settings: Settings, told: dict[str, Any], now: datetime) -> Iterator[Check]:
    """What getWebhookInfo says, against the settings. `now` is ours."""
    from bot.channels.telegram_web import PATH

    url, expected = str(told.get("url") or ""), settings.public_url + PATH
    if settings.polls_telegram:
        yield finding("telegram.webhook_while_polling", url=url) if url else ok("telegram.polling")
    elif not url:
        yield note("telegram.webhook_not_set")
    elif url != expected:
        yield finding("telegram.webhook_elsewhere", url=url, expected=expected)
    else:
        yield ok("telegram.webhook", url=url)
    waiting = int(told.get("pending_update_count") or 0)
    if waiting:
        yield (finding if waiting >= MANY_WAIT else note)("telegram.pending", count=str(waiting))
    if url and told.get("last_error_message"):
        at = datetime.fromtimestamp(int(told.get("last_error_date") or 0), ZONE)
        level = finding if now - at < RECENT else note
        yield level("telegram.last_error", at=f"{at:%H:%M %d/%m/%Y}", why=str(told["last_error_message"]))


def difference(answer: Answer) -> Iterator[Check]:
    """Our clock against Telegram's."""
    if answer.ahead is None:
        return
    seconds = round(abs(answer.ahead))
    if seconds <= CLOCK_MAY_DIFFER:
        yield ok("clock.ok", seconds=str(seconds))
    else:
        yield finding("clock.ahead" if answer.ahead > 0 else "clock.behind", seconds=str(seconds))
