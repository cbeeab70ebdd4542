"""The Bot Platform without an address of our own: asking for events, one at a time.

There is no acknowledgement: an event is forgotten with the answer that brings it. One that arrives while the database
is away is held in memory until it is stored; if the program dies just then, it is lost. The webhook loses nothing.
"""

from typing import Any

import structlog

from bot.channels.zalo.bot import LONG_POLL, ZaloBot
from bot.channels.zalo.bot_in import raw_update
from bot.work.polling import Polling
from bot.work.receiver import Receiver
from storage.queries.inbox import RawUpdate

log = structlog.get_logger()


class BotPoller(Polling):
    """`more` are Polling's own."""

    def __init__(self, channel: ZaloBot, receiver: Receiver, **more: Any) -> None:
        super().__init__(channel.name, LONG_POLL, **more)
        self.channel = channel
        self.receiver = receiver
        self._held: list[RawUpdate] = []  # come, not stored yet

    async def once(self, seconds: int = 0) -> int:
        """Store what is held, ask once, store what comes. How many came. Raises SendError, and what storing raises."""
        await self._store()
        bodies = await self.channel.updates(seconds)
        self._held += [update for body in bodies if (update := _read(body)) is not None]
        await self._store()
        return len(bodies)

    async def _store(self) -> None:
        await self.receiver.store(self._held)
        self._held = []


def _read(body: Any) -> RawUpdate | None:
    try:
        return raw_update(body)
    except ValueError:
        log.warning("event_not_read", channel=ZaloBot.name)
        return None
