"""The doctor at the Zalo Bot Platform: reached, its webhook as it ought to be, how much of the month is used up."""

import asyncio
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.clock import Clock
from bot.doctor_check import Check, finding, note, ok
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.channels.zalo.bot_quota import Used
    from bot.telegram_probe import Answer


def zalo_bot(settings: Settings, clock: Clock) -> Iterator[Check]:
    """Everything about the Bot Platform; nothing where it is not set up."""
    if settings.zalo_bot_token is None:
        return
    if settings.polls_zalo_bot:
        yield note("zalo_bot.polling")
    elif settings.zalo_bot_webhook_secret is None and settings.secret_key is None:
        yield finding("zalo_bot.no_secret")
    if settings.secret_key is None or not settings.public_url:
        yield note("zalo_bot.no_links")
    answer = asyncio.run(_ask(settings))
    if answer.state == "refused":
        yield finding("zalo_bot.refused")
    elif answer.state == "unreached":
        yield finding("zalo_bot.unreached", place=settings.zalo_bot_api_base, why=answer.why)
    else:
        yield ok("zalo_bot.ok", name=answer.name)
        yield from webhook(settings, answer.webhook)
    yield from usage(settings, clock.now())


async def _ask(settings: Settings) -> "Answer":
    from bot.channels.zalo.bot import ZaloBot
    from bot.messenger_zalo_bot import probe

    assert settings.zalo_bot_token is not None
    token = settings.zalo_bot_token.get_secret_value()
    channel = ZaloBot(token, settings.zalo_bot_api_base, with_links=lambda text, row: text)
    try:
        return await probe(channel)
    finally:
        await channel.stop()


def webhook(settings: Settings, told: dict[str, Any]) -> Iterator[Check]:
    """What getWebhookInfo says, against the settings."""
    from bot.channels.zalo.bot_web import PATH

    url, expected = str(told.get("url") or ""), settings.public_url + PATH
    if settings.polls_zalo_bot:
        if url:
            yield finding("zalo_bot.webhook_while_polling", url=url)
    elif not url:
        yield note("zalo_bot.webhook_not_set")
    elif url != expected:
        yield finding("zalo_bot.webhook_elsewhere", url=url, expected=expected)
    else:
        yield ok("zalo_bot.webhook", url=url)


def usage(settings: Settings, now: datetime) -> Iterator[Check]:
    """This month's messages and people; nothing where the database cannot be asked: that is said elsewhere."""
    from sqlalchemy.exc import SQLAlchemyError

    from bot.channels.zalo.bot_quota import used
    from storage.database import Database

    if settings.database_file is not None and not settings.database_file.is_file():
        return
    base = Database(settings.database_url)
    try:
        with base.read() as tx:
            found = used(tx, now)
    except (SQLAlchemyError, OSError):
        return
    finally:
        base.dispose()
    yield from (_share(one) for one in found)


def _share(one: "Used") -> Check:
    level = {0: ok, 80: note, 95: finding}[one.step]
    return level(f"zalo_bot.{one.what}", count=str(one.count), limit=str(one.limit))
