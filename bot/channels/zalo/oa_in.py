"""What an Official Account's webhook brings: which events are kept, and what they mean."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from bot.channels.safe import storable
from handlers.messages import File, Incoming, IncomingKind
from reporting.errors import WrongUse
from reporting.phones import normal_phone
from storage.queries.inbox import RawUpdate
from storage.queries.inbox import Row as InboxRow

NAME = "zalo_oa"
MAX_FILE = 20 * 1024 * 1024
_STRAYS: Mapping[str, IncomingKind] = {
    "user_send_sticker": "sticker",
    "user_send_audio": "voice",
    "user_send_location": "location",
}
_FILES = ("user_send_image", "user_send_file")
_KEPT = frozenset({"user_send_text", "follow", "unfollow", "user_submit_info", "user_received_message"})
_BUTTON = re.compile(r"1\|(\d{1,15})\|([!-~]{1,60})")
_TRACKED = re.compile(r"baocao-(\d{1,15})")
BY_PHONE = "phone"  # the address of receipts for telephones: the number itself is kept nowhere in clear


def pack_choice(row_id: int, choice_id: str) -> str:
    """The payload of a button: it names the message, since a tap does not."""
    return f"1|{row_id}|{choice_id}"


def tracking(row_id: int) -> str:
    """Our mark on a template by telephone: its receipt names a number, not the person."""
    return f"baocao-{row_id}"


def raw_update(body: Any) -> RawUpdate | None:
    """An event as it is stored; None for an echo, or one about nobody. ValueError for what is no event."""
    if not isinstance(body, Mapping) or not isinstance(body.get("event_name"), str):
        raise ValueError("no event")
    event: str = body["event_name"]
    if event == "user_received_message" and _tracked(body):
        kept = ("app_id", "event_name", "timestamp", "message")
        body = {key: body[key] for key in kept if key in body} | {"recipient": {"id": BY_PHONE}}
    address = _person(event, body)
    if address is None or not (event in _KEPT or event.startswith("user_send_")):
        return None
    message = _object(body, "message")
    message_id = _text(message.get("msg_id"))
    return RawUpdate(
        channel=NAME,
        update_id=_key(event, address, message_id, body),
        address=address,
        message_id=message_id if event.startswith("user_send_") else "",
        raw=dict(body),
        fetching=event in _FILES and bool(_link(message)),
    )


def _key(event: str, address: str, message_id: str, body: Mapping[str, Any]) -> str:
    """What makes an event the same as another: its message, or, where it has none, who, what and when."""
    if message_id:
        return f"{event[:40]}:{message_id}"[:100]
    stamp = f"{event}|{address}|{_text(body.get('timestamp'))}"
    return "h:" + hashlib.sha256(stamp.encode("utf8", "replace")).hexdigest()


def _tracked(body: Mapping[str, Any]) -> int:
    """The outbox row of our mark in a receipt; 0 without one."""
    found = _TRACKED.fullmatch(_text(_object(body, "message").get("tracking_id")))
    return int(found[1]) if found else 0


def _person(event: str, body: Mapping[str, Any]) -> str | None:
    """Whom an event is about; in receipts sender and recipient are swapped."""
    if event in ("follow", "unfollow"):
        found = _object(body, "follower").get("id")
    elif event == "user_received_message":
        found = _object(body, "recipient").get("id")
    else:
        found = _object(body, "sender").get("id")
    text = _text(found)
    return text if 0 < len(text) <= 60 and text.isascii() and text.isprintable() else None


def _object(body: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = body.get(key)
    return value if isinstance(value, Mapping) else {}


def _text(value: Any) -> str:
    """Ids come as strings, and as numbers from some sources."""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _attachment(message: Mapping[str, Any]) -> Mapping[str, Any]:
    listed = message.get("attachments")
    first = listed[0] if isinstance(listed, list) and listed else None
    return first if isinstance(first, Mapping) else {}


def _link(message: Mapping[str, Any]) -> str:
    """Where the file of a message lies; empty for anything but an address of the web."""
    url = _text(_object(_attachment(message), "payload").get("url"))
    return url if url.startswith(("https://", "http://")) else ""


def file_of(row: InboxRow) -> tuple[str, str]:
    """Where the file of a stored event lies, and its name."""
    message = _object(row.raw, "message")
    name = _text(_object(_attachment(message), "payload").get("name"))
    return _link(message), name or ("anh.jpg" if row.raw.get("event_name") == "user_send_image" else "tep")


def decode(row: InboxRow) -> Incoming | None:
    """A stored event as an Incoming."""
    event, message = row.raw["event_name"], _object(row.raw, "message")
    text = unicodedata.normalize("NFC", storable(_text(message.get("text"))))

    def incoming(kind: IncomingKind, **more: Any) -> Incoming:
        return Incoming(
            channel=NAME,
            address=row.address,
            kind=kind,
            at=row.received_at,
            message_id=row.message_id,
            **more,
        )

    if event == "user_send_text":
        tapped = _BUTTON.fullmatch(text.strip())
        if tapped:
            return incoming("choice", choice=tapped[2], on_row=int(tapped[1]))
        return incoming("text", text=text)
    if event in _FILES:
        media = row.media or {}
        files = tuple(File(f["name"], f["type"], f["size"], f["sha256"]) for f in media.get("files", ()))
        large = bool(media.get("too_large"))
        return incoming("file", text=text, files=files, too_large=large, lost=not files and not large)
    match event:
        case "follow":
            return incoming("text", text="/start")
        case "unfollow":
            return incoming("blocked")
        case "user_submit_info":
            phone = _number(_text(_object(row.raw, "info").get("phone")))
            return incoming("contact", phone=phone, vouched=False)
        case "user_received_message":
            return incoming("received", on_message=_text(message.get("msg_id")), on_row=_tracked(row.raw))
    return incoming(_STRAYS.get(event, "other"))


def _number(typed: str) -> str:
    """A telephone number with its country code, 84…; empty for what is none."""
    try:
        return normal_phone(typed)
    except WrongUse:
        return ""
