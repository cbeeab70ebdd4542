"""What Telegram sends us: which updates are kept, and what they mean. Shapes: core.telegram.org/bots/api#update."""

from collections.abc import Mapping
from typing import Any

import structlog
from telegram import CallbackQuery, ChatMemberUpdated, Message, Update

from bot.channels.choice_data import unpack
from bot.channels.safe import nests_too_deep, storable
from bot.logs import failure
from handlers.messages import File, Incoming, IncomingKind
from storage.queries.inbox import RawUpdate
from storage.queries.inbox import Row as InboxRow

NAME = "telegram"
MAX_FILE = 20 * 1024 * 1024  # what a bot may download
KINDS = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
)  # asked for by name: the rest never comes
_OWN = ("message", "edited_message")  # have a message id of the person's own
_SHUT = ("kicked", "left")
_LARGEST = 2**63  # of an id; Telegram's have at most 52 bits
log = structlog.get_logger()


def raw_update(body: Any) -> RawUpdate | None:
    """An update as it is stored; None for one that is not about a chat of ours. ValueError for what is no update."""
    if not isinstance(body, Mapping) or not _is_id(body.get("update_id")):
        raise ValueError("no update")
    if nests_too_deep(body):
        raise ValueError("nests too deep")
    kind = next((k for k in KINDS if isinstance(body.get(k), Mapping)), None)
    if kind is None:
        return None
    content: Mapping[str, Any] = body[kind]
    message = content.get("message") if kind == "callback_query" else content
    chat = message.get("chat") if isinstance(message, Mapping) else None
    if not isinstance(message, Mapping) or not isinstance(chat, Mapping) or not _is_id(chat.get("id")):
        return None
    if kind == "message" and _by_a_bot(content):
        return None
    return RawUpdate(
        channel=NAME,
        update_id=str(body["update_id"]),
        address=str(chat["id"]),
        message_id=str(message["message_id"]) if kind in _OWN and _is_id(message.get("message_id")) else "",
        raw=dict(body),
        fetching=kind == "message" and chat.get("type") == "private" and _to_fetch(content),
    )


def _is_id(value: Any) -> bool:
    return type(value) is int and -_LARGEST < value < _LARGEST


def _by_a_bot(message: Mapping[str, Any]) -> bool:
    sender = message.get("from")
    return isinstance(sender, Mapping) and sender.get("is_bot") is True


def _to_fetch(message: Mapping[str, Any]) -> bool:
    return bool(message.get("photo")) or isinstance(message.get("document"), Mapping)


def decode(row: InboxRow) -> Incoming | None:
    """A stored update as an Incoming. A message of a shape that is not the vendor's is one that does not read."""
    try:
        return _decoded(row)
    except Exception as error:  # nothing but the shape can be wrong here
        log.warning("update_unread", inbox=row.id, **failure(error))
        return _incoming(row, "other") if _is_private_message(row.raw) else None


def _is_private_message(raw: Mapping[str, Any]) -> bool:
    message = raw.get("message")
    return isinstance(message, Mapping) and message["chat"].get("type") == "private"


def _decoded(row: InboxRow) -> Incoming | None:
    update = Update.de_json(dict(row.raw), None)
    if update.my_chat_member is not None:
        return _membership(row, update.my_chat_member)
    if update.callback_query is not None:
        return _tap(row, update.callback_query)
    message = update.message or update.edited_message
    return None if message is None else _message(row, message, edited=update.message is None)


def _incoming(row: InboxRow, kind: IncomingKind, **more: Any) -> Incoming:
    return Incoming(
        channel=NAME, address=row.address, kind=kind, at=row.received_at, message_id=row.message_id, **more
    )


def _membership(row: InboxRow, change: ChatMemberUpdated) -> Incoming | None:
    if change.chat.type != "private":
        shut = change.new_chat_member.status in _SHUT
        return None if shut else _incoming(row, "group")
    return _incoming(row, "blocked" if change.new_chat_member.status in _SHUT else "unblocked")


def _tap(row: InboxRow, query: CallbackQuery) -> Incoming | None:
    message = query.message
    if message is None or message.chat.type != "private":
        return None
    of, choice = unpack(query.data) or (0, "")
    return _incoming(row, "choice", choice=choice, on_row=of, on_message=str(message.message_id))


def _message(row: InboxRow, message: Message, *, edited: bool) -> Incoming | None:
    if message.chat.type != "private":
        return _incoming(row, "group")
    text = storable(message.text or message.caption or "")
    if edited:
        return _incoming(row, "edit", text=text) if text else None
    if message.text is not None:
        return _incoming(row, "text", text=text)
    if message.contact is not None:
        own = message.from_user is not None and message.contact.user_id == message.from_user.id
        digits = "".join(c for c in message.contact.phone_number if c.isdecimal())
        return _incoming(row, "contact", phone=digits if own else "")
    if message.photo or message.document is not None:
        return _file(row, text)
    return _incoming(row, _stray(message))


def _file(row: InboxRow, caption: str) -> Incoming:
    media = row.media or {}
    files = tuple(File(f["name"], f["type"], f["size"], f["sha256"]) for f in media.get("files", ()))
    return _incoming(
        row,
        "file",
        text=caption,
        files=files,
        too_large=bool(media.get("too_large")),
        lost=not files and not media.get("too_large"),
    )


def _stray(message: Message) -> IncomingKind:
    if message.sticker is not None:
        return "sticker"
    if message.voice is not None or message.audio is not None or message.video_note is not None:
        return "voice"
    return "location" if message.location is not None else "other"
