"""Telegram without an address of our own: asking for updates, and letting go of them only once they are stored."""

from collections.abc import Callable
from typing import Any

import structlog
from telegram.error import TelegramError

from bot.channels.telegram import LONG_POLL, Telegram
from bot.channels.telegram_errors import as_send_error
from bot.channels.telegram_in import raw_update
from bot.work.polling import Polling
from bot.work.receiver import Receiver
from storage.queries.inbox import RawUpdate

log = structlog.get_logger()


class TelegramPoller(Polling):
    """`heard` is told of every stored update's body; `more` are Polling's own."""

    def __init__(
        self, channel: Telegram, receiver: Receiver, *, heard: Callable[[Any], None], **more: Any
    ) -> None:
        super().__init__(channel.name, LONG_POLL, **more)
        self.channel = channel
        self.receiver = receiver
        self.heard = heard
        self._offset = 0

    async def once(self, seconds: int = 0) -> int:
        """Ask once; what comes is stored, committed, and only then confirmed by the next question. How many came."""
        try:
            bodies = await self.channel.updates(self._offset, seconds)
        except TelegramError as error:  # Conflict: a webhook is set, or somebody else asks with our token
            raise as_send_error(error) from error
        await self.receiver.store([update for body in bodies if (update := _read(body)) is not None])
        numbers = [body["update_id"] for body in bodies if type(body.get("update_id")) is int]
        # After a quiet week Telegram begins anew at any number; what is confirmed does not come again without one.
        self._offset = max(numbers) + 1 if numbers else 0
        for body in bodies:
            self.heard(body)
        return len(bodies)


def _read(body: Any) -> RawUpdate | None:
    try:
        return raw_update(body)
    except ValueError:
        log.warning("update_not_read", channel=Telegram.name)
        return None
