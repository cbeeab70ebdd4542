"""A consultation message: its shape, and whether the person may be written to now."""

from dataclasses import dataclass, replace
from typing import Any

from tests.fakes.zalo.clock import DAY, HOUR
from tests.fakes.zalo.errors import Refusal
from tests.fakes.zalo.phone import Button, OAPerson, Shown
from tests.fakes.zalo.uploads import Uploads
from tests.fakes.zalo.wallet import Wallet

FREE, PAID = 48 * HOUR, 7 * DAY
TEXT_LIMIT, PAYLOAD_LIMIT, TITLE_LIMIT, BUTTON_LIMIT = 2000, 1000, 100, 5
QUERIES = ("oa.query.show", "oa.query.hide")


@dataclass
class Rules:
    """What the account may do. `quota`: messages left in all (None: no limit); amounts in đồng."""

    quota: int | None = None
    person_quota: int | None = None
    cs_price: int = 55
    needs_follower: bool = True
    too_late_code: int = -230
    never_code: int = -232


def read_message(body: Any, uploads: Uploads) -> Shown:
    """What the phone will show. Raises Refusal: -201 for a wrong shape, -210 for what is too long, -100."""
    message = body.get("message") if isinstance(body, dict) else None
    if not isinstance(message, dict):
        raise Refusal(-201, "message")
    text = message.get("text", "")
    if not isinstance(text, str):
        raise Refusal(-201, "text")
    if len(text) > TEXT_LIMIT:
        raise Refusal(-210, "text")
    shown = Shown(text=text)
    if "attachment" in message:
        return _attached(shown, message["attachment"], uploads)
    if not text.strip():
        raise Refusal(-201, "text")
    return shown


def _attached(shown: Shown, attachment: Any, uploads: Uploads) -> Shown:
    payload = attachment.get("payload") if isinstance(attachment, dict) else None
    if not isinstance(payload, dict):
        raise Refusal(-201, "attachment")
    if attachment.get("type") == "file":
        return replace(shown, files=(uploads.fetch("file", payload.get("token"), "token"),))
    if attachment.get("type") != "template":
        raise Refusal(-201, "attachment.type")
    match payload.get("template_type"):
        case "media":
            return _media(shown, payload, uploads)
        case "request_user_info":
            return _asking(shown, payload)
        case None | "button":
            return _buttons(shown, payload)
    raise Refusal(-201, "template_type")


def _only_element(payload: dict[str, Any]) -> dict[str, Any]:
    elements = payload.get("elements")
    if not isinstance(elements, list) or len(elements) != 1 or not isinstance(elements[0], dict):
        raise Refusal(-201, "elements")
    return elements[0]


def _media(shown: Shown, payload: dict[str, Any], uploads: Uploads) -> Shown:
    element = _only_element(payload)
    if element.get("media_type") != "image":
        raise Refusal(-201, "media_type")
    if ("url" in element) == ("attachment_id" in element):
        raise Refusal(-201, "attachment_id")
    if "url" in element:
        return replace(shown, links=(str(element["url"]),))
    return replace(shown, files=(uploads.fetch("image", element["attachment_id"], "attachment_id"),))


def _asking(shown: Shown, payload: dict[str, Any]) -> Shown:
    element = _only_element(payload)
    for field, limit in (("title", 100), ("subtitle", 500), ("image_url", 2048)):
        value = element.get(field)
        if not isinstance(value, str) or not value:
            raise Refusal(-201, field)
        if len(value) > limit:
            raise Refusal(-210, field)
    return replace(shown, text=f"{element['title']}\n{element['subtitle']}", asks_info=True)


def _buttons(shown: Shown, payload: dict[str, Any]) -> Shown:
    buttons = payload.get("buttons")
    if not shown.text.strip() or not isinstance(buttons, list) or not buttons:
        raise Refusal(-201, "text" if isinstance(buttons, list) else "buttons")
    if len(buttons) > BUTTON_LIMIT:
        raise Refusal(-210, "buttons")
    return replace(shown, buttons=tuple(_button(one) for one in buttons))


def _button(button: Any) -> Button:
    if (
        not isinstance(button, dict)
        or not isinstance(button.get("title"), str)
        or not button["title"].strip()
    ):
        raise Refusal(-201, "title")
    if len(button["title"]) > TITLE_LIMIT:
        raise Refusal(-210, "title")
    kind, payload = button.get("type"), button.get("payload")
    match kind, payload:
        case ("oa.query.show" | "oa.query.hide", str(query)) if query:
            if len(query) > PAYLOAD_LIMIT:
                raise Refusal(-210, "payload")
            return Button(button["title"], str(kind), query)
        case ("oa.open.url", {"url": str(url)}) if url.startswith(("http://", "https://")):
            return Button(button["title"], "oa.open.url", url)
        case ("oa.open.phone", {"phone_code": str(number)}) if number:
            return Button(button["title"], "oa.open.phone", number)
    raise Refusal(-201, "payload" if kind in (*QUERIES, "oa.open.url", "oa.open.phone") else "type")


def reach(person: OAPerson, rules: Rules, wallet: Wallet, now: float) -> tuple[str, int]:
    """The rung ("free" or "paid") and the charge for a message to a person now. Raises Refusal."""
    if person.inactive:
        raise Refusal(-227)
    if rules.needs_follower and not person.follows:
        raise Refusal(-213)
    if person.refuses:
        raise Refusal(-244)
    if person.last_interaction is None:
        raise Refusal(rules.never_code)
    age = now - person.last_interaction
    if age > PAID:
        raise Refusal(rules.too_late_code)
    if rules.quota is not None and rules.quota <= 0:
        raise Refusal(-211)
    if rules.person_quota is not None and person.received_since_interaction >= rules.person_quota:
        raise Refusal(-218)
    if age <= FREE:
        return "free", 0
    wallet.check(rules.cs_price, unconnected=-320, empty=-321)
    return "paid", rules.cs_price
