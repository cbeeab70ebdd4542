"""Webhook events of an Official Account, in the vendor's published shapes; ids and timestamps are strings."""

from typing import TYPE_CHECKING, Any

from tests.fakes.zalo.clock import milliseconds

if TYPE_CHECKING:
    from tests.fakes.zalo.phone import OAPerson, Shown

Event = dict[str, Any]
# Who the account is, put in when an event is sent.
OA = "<oa>"


def user_sends(name: str, person: "OAPerson", message: Event, message_id: str) -> Event:
    return {
        "sender": {"id": person.user_id},
        "recipient": {"id": OA},
        "user_id_by_app": person.app_user_id,
        "event_name": name,
        "message": {**message, "msg_id": message_id},
    }


def follower(name: str, person: "OAPerson", source: str) -> Event:
    return {
        "oa_id": OA,
        "follower": {"id": person.user_id},
        "user_id_by_app": person.app_user_id,
        "event_name": name,
        "source": source,
    }


def submitted(person: "OAPerson", name: str, phone: str) -> Event:
    return {
        "sender": {"id": person.user_id},
        "recipient": {"id": OA},
        "event_name": "user_submit_info",
        "info": {"name": name, "phone": phone, "address": "", "city": "", "district": "", "ward": ""},
    }


def received(person: "OAPerson", shown: "Shown", now: float) -> Event:
    """Of a template by phone the recipient is the number, and the caller's tracking id comes back."""
    message = {"delivery_time": milliseconds(now), "msg_id": shown.message_id}
    by_phone = shown.rung in ("template_phone", "development")
    if by_phone:
        message["tracking_id"] = shown.tracking_id
    return {
        "sender": {"id": OA},
        "recipient": {"id": person.phone if by_phone else person.user_id},
        "event_name": "user_received_message",
        "message": message,
    }


def seen(person: "OAPerson", message_ids: list[str]) -> Event:
    return {
        "sender": {"id": OA},
        "recipient": {"id": person.user_id},
        "event_name": "user_seen_message",
        "message": {"msg_ids": message_ids},
    }


def echo(person: "OAPerson", shown: "Shown", admin_id: str = "") -> Event:
    """What the account itself has sent; `admin_id`: a clerk typed it in the console."""
    kind = "file" if shown.files and not shown.files[0].name.endswith((".jpg", ".jpeg", ".png")) else "image"
    return {
        "sender": {"id": OA, **({"admin_id": admin_id} if admin_id else {})},
        "recipient": {"id": person.user_id},
        "event_name": f"oa_send_{kind if shown.files else 'text'}",
        "message": {"text": shown.text, "msg_id": shown.message_id},
    }


def complete(event: Event, app_id: str, oa_id: str, now: float) -> Event:
    """The event as it goes out: with the ids of application and account, and its timestamp."""
    filled = {key: _named(value, oa_id) for key, value in event.items()}
    return {"app_id": app_id, **filled, "timestamp": milliseconds(now)}


def _named(value: Any, oa_id: str) -> Any:
    if isinstance(value, dict):
        return {key: _named(inner, oa_id) for key, inner in value.items()}
    return oa_id if value == OA else value
