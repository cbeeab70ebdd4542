"""What the Zalo Bot Platform sends us: which events are kept, and what they mean (WIRE: Zalo Bot Platform).

An event comes flat or wrapped in {"ok", "result"}; ids are numbers or strings; a picture is `photo_url` or `photo`.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from bot.channels.safe import storable
from handlers.messages import File, Incoming, IncomingKind
from storage.queries.inbox import RawUpdate
from storage.queries.inbox import Row as InboxRow

NAME = "zalo_bot"
MAX_FILE = 20 * 1024 * 1024
_LONGEST_ID = 90
_KINDS: Mapping[str, IncomingKind] = {
    "message.text.received": "text",
    "message.image.received": "file",
    "message.sticker.received": "sticker",
    "message.voice.received": "voice",
}


def event_of(body: Any) -> Mapping[str, Any]:
    """The event in a body, wrapped or not. ValueError for what is no event."""
    for found in (body, body.get("result") if isinstance(body, Mapping) else None):
        if isinstance(found, Mapping) and isinstance(found.get("event_name"), str):
            return found
    raise ValueError("no event")


def raw_update(body: Any) -> RawUpdate | None:
    """An event as it is stored; None for one that does not say whose it is. ValueError for what is no event."""
    event = event_of(body)
    message = event.get("message")
    if not isinstance(message, Mapping) or _sender(message).get("is_bot") is True:
        return None
    address = _text_id(_chat(message).get("id")) or _text_id(_sender(message).get("id"))
    if not address:
        return None
    message_id = _text_id(message.get("message_id"))
    return RawUpdate(
        channel=NAME,
        update_id=message_id or _digest(event),
        address=address,
        message_id=message_id,
        raw=dict(event),
        fetching=_KINDS.get(event["event_name"]) == "file"
        and not _in_group(message)
        and bool(photo_of(event)),
    )


def photo_of(event: Mapping[str, Any]) -> str:
    """Where an image lies; empty where none is told."""
    message = event.get("message")
    for field in ("photo_url", "photo"):
        found = message.get(field) if isinstance(message, Mapping) else None
        if isinstance(found, str) and found.startswith(("https://", "http://")):
            return found
    return ""


def decode(row: InboxRow) -> Incoming | None:
    """A stored event as an Incoming."""
    message: Mapping[str, Any] = row.raw["message"]
    if _in_group(message):
        return _incoming(row, "group")
    kind = _KINDS.get(row.raw["event_name"], "other")
    if kind == "file":
        return _file(row, message)
    text = message.get("text")
    if kind == "text" and not isinstance(text, str):
        return _incoming(row, "other")
    return _incoming(row, kind, text=storable(text) if kind == "text" and isinstance(text, str) else "")


def _file(row: InboxRow, message: Mapping[str, Any]) -> Incoming:
    media = row.media or {}
    files = tuple(File(f["name"], f["type"], f["size"], f["sha256"]) for f in media.get("files", ()))
    caption = message.get("caption")
    return _incoming(
        row,
        "file",
        text=storable(caption) if isinstance(caption, str) else "",
        files=files,
        too_large=bool(media.get("too_large")),
        lost=not files and not media.get("too_large"),
    )


def _incoming(row: InboxRow, kind: IncomingKind, **more: Any) -> Incoming:
    return Incoming(
        channel=NAME, address=row.address, kind=kind, at=row.received_at, message_id=row.message_id, **more
    )


def _sender(message: Mapping[str, Any]) -> Mapping[str, Any]:
    sender = message.get("from")
    return sender if isinstance(sender, Mapping) else {}


def _chat(message: Mapping[str, Any]) -> Mapping[str, Any]:
    chat = message.get("chat")
    return chat if isinstance(chat, Mapping) else {}


def _in_group(message: Mapping[str, Any]) -> bool:
    return str(_chat(message).get("chat_type", "PRIVATE")).upper() not in ("PRIVATE", "USER")


def _text_id(value: Any) -> str:
    """An id as a string; empty for what is none, or longer than any."""
    plain = isinstance(value, str) or type(value) is int
    text = storable(str(value)) if plain else ""
    return text if 0 < len(text) <= _LONGEST_ID else ""


def _digest(event: Mapping[str, Any]) -> str:
    """What tells an event without an id from another; the same event sent again has the same."""
    return hashlib.sha256(json.dumps(event, sort_keys=True).encode("utf8", "surrogatepass")).hexdigest()
