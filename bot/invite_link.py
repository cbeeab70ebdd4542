"""How somebody who is invited finds the bot, on the messengers in use."""

from bot.channels.simulator import Simulator
from bot.messengers import TELEGRAM_LINK, ZALO_BOT_TITLE, in_use
from bot.settings import Settings
from storage.database import Tx
from storage.queries import facts
from templates.cli import office as wording


def link_of(tx: Tx, settings: Settings, code: str) -> str | None:
    """A link that brings the code along: Telegram's, or the demo's page. None: no messenger in use has one.

    Telegram's is known once the bot has run.
    """
    bot = facts.get(tx, TELEGRAM_LINK) if settings.telegram_token is not None else None
    if bot:
        return f"{bot}?start={code}"
    if settings.telegram_token is not None or Simulator.name in in_use(settings):
        return f"{settings.base_url()}/demo?code={code}"
    return None


def told_on_zalo(tx: Tx, settings: Settings, code: str) -> str:
    """What to tell the person, where the bot of the Bot Platform is in use; it has no links. Empty where it is not."""
    if settings.zalo_bot_token is None:
        return ""
    return wording.invited_to_zalo_bot(facts.get(tx, ZALO_BOT_TITLE) or "", code)


def how_to_come(tx: Tx, settings: Settings, code: str) -> list[str]:
    """What the office hands on to who is invited, a sentence for each messenger in use."""
    link, zalo = link_of(tx, settings, code), told_on_zalo(tx, settings, code)
    return [*([wording.invited_by_link(link)] if link else []), *([zalo] if zalo else [])]
