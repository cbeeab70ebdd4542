"""Telegram, over python-telegram-bot's Bot: nothing of its state, queues or limits, which lose data in a crash."""

import os

os.environ.setdefault("PTB_TIMEDELTA", "1")  # waits as timedelta: the library warns at each of the other kind

import json
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
)
from telegram.error import BadRequest, TelegramError
from telegram.request import HTTPXRequest

from bot.channels import telegram_in
from bot.channels.base import Delivered, Fetched, FetchError
from bot.channels.choice_data import pack
from bot.channels.rows import button_rows
from bot.channels.safe import storable
from bot.channels.telegram_errors import as_send_error, harmless, too_big
from handlers.messages import SHARE_CONTACT, Capabilities, Incoming
from storage.queries.inbox import Row as InboxRow
from storage.queries.outbox import Row as OutboxRow

ORIGIN = "https://api.telegram.org"
LONG_POLL = 25  # seconds
_POOL = 64
_WAITS: Any = {"connect_timeout": 10, "read_timeout": 20, "write_timeout": 20, "pool_timeout": 20}


class Telegram:
    """RemoteChannel of one bot. The rate stays a little under Telegram's 30 a second and 1 a second a chat."""

    name = telegram_in.NAME
    capabilities = Capabilities(files_apart=True, menu=True, contacts=True)
    rate = 29.0
    gap = 1.02

    def __init__(
        self, token: str, origin: str = ORIGIN, proxy: str | None = None, *, read_timeout: float = 20
    ) -> None:
        def request(connections: int, **waits: Any) -> HTTPXRequest:
            return HTTPXRequest(
                connection_pool_size=connections, proxy=proxy, media_write_timeout=60,
                httpx_kwargs={"trust_env": False}, **(_WAITS | waits),
            )  # fmt: skip

        self._polls = request(2, read_timeout=LONG_POLL + 10)
        self.bot = Bot(
            token,
            base_url=f"{origin}/bot",
            base_file_url=f"{origin}/file/bot",
            request=request(_POOL, read_timeout=read_timeout),
            get_updates_request=self._polls,
        )

    async def start(self) -> None:
        """Ask who we are. Raises SendError."""
        try:
            await self.bot.initialize()
        except TelegramError as error:
            raise as_send_error(error) from error

    async def stop(self) -> None:
        """See bot.channels.base.RemoteChannel."""
        await self.bot.shutdown()

    @property
    def link(self) -> str:
        """Where people find the bot; its start link takes `?start=CODE`."""
        return self.bot.link

    def decode(self, row: InboxRow) -> Incoming | None:
        """See bot.channels.base.Channel."""
        return telegram_in.decode(row)

    async def updates(self, offset: int, seconds: int) -> list[dict[str, Any]]:
        """What Telegram has for us from an update id on, waiting at most so long. Raises TelegramError.

        The raw answer: the library's own get_updates fails as a whole on one update that does not read.
        """
        asked = {"offset": offset, "timeout": seconds, "allowed_updates": json.dumps(telegram_in.KINDS)}
        found: Any = await self._polls.post(f"{self.bot.base_url}/getUpdates?{urlencode(asked)}")
        return [body for body in found if isinstance(body, dict)] if isinstance(found, list) else []

    # --- out ----------------------------------------------------------------------------------------------

    async def deliver(self, row: OutboxRow, files: Mapping[str, bytes]) -> Delivered:
        """See bot.channels.base.RemoteChannel."""
        try:
            match row.kind:
                case "send":
                    return Delivered(await self._send(row, files))
                case "menu":
                    commands = [BotCommand(name, text) for name, text, _ in row.choices]
                    await self.bot.set_my_commands(commands, scope=BotCommandScopeChat(int(row.address)))
                case _:
                    await self._change(row)
        except TelegramError as error:
            raise as_send_error(error) from error
        return Delivered(row.target_external_id)

    async def _send(self, row: OutboxRow, files: Mapping[str, bytes]) -> str:
        chat = int(row.address)
        if row.documents:
            name, media_type, sha256 = row.documents[0]
            content = BytesIO(files[sha256])
            if media_type in ("image/png", "image/jpeg"):
                sent = await self.bot.send_photo(chat, content, filename=name)
            else:
                sent = await self.bot.send_document(chat, content, filename=name)
        else:
            sent = await self.bot.send_message(
                chat,
                row.text,
                reply_markup=keyboard(row.id, row.choices),
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
        return str(sent.message_id)

    async def _change(self, row: OutboxRow) -> None:
        """An edit, or buttons taken away; a message that is gone or already so is left as it is."""
        chat, message = int(row.address), int(row.target_external_id)
        try:
            if row.kind == "disarm":
                await self.bot.edit_message_reply_markup(chat, message, reply_markup=None)
            else:
                await self.bot.edit_message_text(
                    row.text,
                    chat,
                    message,
                    reply_markup=_inline(row.target_id or row.id, row.choices) if row.choices else None,
                )
        except BadRequest as error:
            if not harmless(error):
                raise

    async def heard(self, query_id: str) -> None:
        """Let the tapped button stop spinning. Raises SendError."""
        try:
            await self.bot.answer_callback_query(query_id)
        except TelegramError as error:
            raise as_send_error(error) from error

    # --- files people send ----------------------------------------------------------------------------------

    async def fetch(self, row: InboxRow) -> Sequence[Fetched]:
        """See bot.channels.base.RemoteChannel."""
        message = row.raw["message"]
        document = message.get("document")
        file = document or max(message["photo"], key=lambda size: size["width"] * size["height"])
        if int(file.get("file_size") or 0) > telegram_in.MAX_FILE:
            raise FetchError("over Telegram's limit", retryable=False, too_large=True)
        try:
            place = await self.bot.get_file(storable(str(file["file_id"])))
            body = bytes(await place.download_as_bytearray())
        except BadRequest as error:
            raise FetchError(type(error).__name__, retryable=False, too_large=too_big(error)) from error
        except TelegramError as error:
            raise FetchError(type(error).__name__, retryable=True) from error
        if document:
            return [
                Fetched(
                    document.get("file_name") or "tep",
                    document.get("mime_type") or "application/octet-stream",
                    body,
                )
            ]
        return [Fetched("anh.jpg", "image/jpeg", body)]


Choices = Sequence[Sequence[Any]]


def keyboard(row_id: int, choices: Choices) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | None:
    """Buttons under the message; for the one that sends the phone's number, Telegram has only the other keyboard."""
    if not choices:
        return None
    if all(choice[0] != SHARE_CONTACT for choice in choices):
        return _inline(row_id, choices)
    rows = [[KeyboardButton(label, request_contact=key == SHARE_CONTACT)] for key, label, *_ in choices]
    return ReplyKeyboardMarkup(rows, resize_keyboard=True, one_time_keyboard=True)


def _inline(row_id: int, choices: Choices) -> InlineKeyboardMarkup:
    buttons = [InlineKeyboardButton(label, callback_data=pack(row_id, key)) for key, label, *_ in choices]
    rows = button_rows([button.text for button in buttons])
    return InlineKeyboardMarkup([[buttons[place] for place in row] for row in rows])
