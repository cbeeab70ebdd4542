"""Which messengers an installation uses, by its settings, and what each brings to the program that serves them."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from bot.channels.base import RemoteChannel
from bot.channels.simulator import Simulator
from bot.clock import Clock
from bot.settings import Settings
from handlers.messages import Capabilities

if TYPE_CHECKING:
    from aiohttp import web

    from bot.engine import Engine
    from storage.database import Database
    from storage.queries.outbox import Row as OutboxRow

TELEGRAM_LINK = "telegram_link"  # the stored fact that holds the bot's address, for invitations
ZALO_BOT_TITLE = "zalo_bot_title"  # the one that holds how people find the Bot Platform's bot: by its name
Loop = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a messenger is made from. `run` runs work in a worker thread, once the engine is there."""

    settings: Settings
    database: "Database"
    clock: Clock
    run: Callable[..., Awaitable[Any]]
    link: Callable[["OutboxRow", int], str] = lambda row, index: (
        ""
    )  # the signed link to one of a row's documents


class Messenger(Protocol):
    """One messenger of the program that serves: its channel, its way in, and how it learns where we are."""

    name: ClassVar[str]
    capabilities: ClassVar[Capabilities]

    def __init__(self, around: Surroundings) -> None: ...

    @property
    def channel(self) -> RemoteChannel:
        """What decodes and sends."""

    @staticmethod
    def check(settings: Settings) -> None:
        """Raises WrongUse when something needed is not set."""

    def join(self, engine: "Engine") -> None:
        """The engine stands: take from it what the way in needs, before the two below are called."""

    def routes(self) -> Sequence["web.RouteDef"]:
        """What stands on the public address for it."""

    def loops(self) -> Sequence[Loop]:
        """What runs beside the engine until cancelled, such as polling."""

    async def introduce(self) -> None:
        """Start the channel and tell the messenger where we are. Called once by the program that leads; raises to be
        called again."""


def kinds(settings: Settings) -> list[type[Messenger]]:
    """The messengers that are set up; each is imported only then: it brings libraries most commands do not need."""
    found: list[type[Messenger]] = []
    if settings.telegram_token is not None:
        from bot.messenger_telegram import TelegramMessenger

        found.append(TelegramMessenger)
    if settings.zalo_bot_token is not None:
        from bot.messenger_zalo_bot import ZaloBotMessenger

        found.append(ZaloBotMessenger)
    if settings.zalo_oa_app_id:
        from bot.messenger_zalo_oa import ZaloOAMessenger

        found.append(ZaloOAMessenger)
    return found


def in_use(settings: Settings) -> Mapping[str, Capabilities]:
    """What the messengers that are set up can do, by name; the simulated one where none is."""
    able = {kind.name: kind.capabilities for kind in kinds(settings)}
    return able or {Simulator.name: Simulator.capabilities}
