"""People with Zalo on their phones: what they do with an Official Account, and what their screen shows."""

import hashlib
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.fakes.zalo import events
from tests.fakes.zalo.uploads import File

if TYPE_CHECKING:
    from tests.fakes.zalo.hooks import Delivery


@dataclass(frozen=True)
class Button:
    """`kind` as sent (`oa.query.show` …); `payload`: the query, the address or the number."""

    title: str
    kind: str
    payload: str


@dataclass(frozen=True)
class Shown:
    """One message on the screen. `template`: its name; `data`: what filled it; `charged`: đồng; `rung`: see wallet."""

    text: str = ""
    buttons: tuple[Button, ...] = ()
    files: tuple[File, ...] = ()
    links: tuple[str, ...] = ()
    asks_info: bool = False
    template: str | None = None
    data: dict[str, str] = field(default_factory=dict)
    message_id: str = ""
    rung: str = ""
    charged: int = 0
    at: float = 0.0
    tracking_id: str = ""


class OAPerson:
    """Blocking methods; each returns the delivery of its event. Flags are set by tests as they like.

    `inactive`: 45 days away (-227); `refuses`: restricted the account (-244); `cannot_receive`: no templates (-114);
    `admin`: gets templates in development mode.
    """

    def __init__(self, user_id: str, name: str, phone: str | None, app_user_id: str, world: "World") -> None:
        self.user_id, self.name, self.phone, self.app_user_id = user_id, name, phone, app_user_id
        self.follows = self.inactive = self.refuses = self.cannot_receive = self.admin = False
        self.last_interaction: float | None = None
        self.received_since_interaction = 0
        self.said: list[str] = []
        self._shown: list[Shown] = []
        self._seen_by_test = 0
        self._received: set[str] = set()
        self._world = world

    # What the person does

    def follow(self, source: str = "oa_profile") -> "Delivery":
        self.follows = True
        self._interacts()
        return self._world.happens(events.follower("follow", self, source))

    def unfollow(self) -> "Delivery":
        self.follows = False
        return self._world.happens(events.follower("unfollow", self, "oa_profile"))

    def say(self, text: str) -> "Delivery":
        self.said.append(text)
        return self._sends("user_send_text", {"text": text})

    def tap(self, label: str) -> "Delivery | str":
        """Tap the newest button of that label: the event of a query, or the address or number that opens."""
        button = self._find(label)
        if not button.kind.startswith("oa.query."):
            return button.payload
        if button.kind == "oa.query.show":
            self.said.append(button.payload)
        return self._sends("user_send_text", {"text": button.payload})

    def send_image(self, content: bytes, caption: str = "") -> "Delivery":
        url = self._world.host(File("anh.jpg", content))
        payload = {"thumbnail": url + "?thumb=1", "url": url}
        text = {"text": caption} if caption else {}
        return self._sends(
            "user_send_image", {"attachments": [{"type": "image", "payload": payload}], **text}
        )

    def send_file(self, name: str, content: bytes) -> "Delivery":
        payload = {
            "size": str(len(content)),
            "name": name,
            "checksum": hashlib.md5(content, usedforsecurity=False).hexdigest(),
            "type": name.rpartition(".")[2].lower(),
            "url": self._world.host(File(name, content)),
        }
        return self._sends("user_send_file", {"attachments": [{"type": "file", "payload": payload}]})

    def send_other(self, event_name: str, attachment: dict[str, Any]) -> "Delivery":
        """Anything else: `user_send_sticker`, `user_send_location`, `user_send_audio` …"""
        return self._sends(event_name, {"attachments": [attachment]})

    def submit_info(self, name: str | None = None, phone: str | None = None) -> "Delivery":
        """Share name and number on the card that asked for it; LookupError when none did."""
        if not any(one.asks_info for one in self._shown):
            raise LookupError(f"{self.name} has not been asked for their number")
        return self._world.happens(events.submitted(self, name or self.name, phone or self.phone or ""))

    def receives(self) -> "list[Delivery]":
        """The phone comes online: a receipt for each message without one."""
        fresh = [one for one in self._shown if one.message_id not in self._received]
        self._received |= {one.message_id for one in fresh}
        return [
            self._world.happens(events.received(self, one, self._world.now()), _server(one)) for one in fresh
        ]

    def sees(self) -> "Delivery":
        """The chat is opened: one `user_seen_message` for all that is there."""
        return self._world.happens(events.seen(self, [one.message_id for one in self._shown]))

    # What the screen shows

    def shown(self) -> list[Shown]:
        """Every message of the account, oldest first."""
        return list(self._shown)

    def news(self) -> list[Shown]:
        """What has come since the last call."""
        fresh = self._shown[self._seen_by_test :]
        self._seen_by_test = len(self._shown)
        return fresh

    def show(self, shown: Shown) -> None:
        self._shown.append(shown)
        self.received_since_interaction += 1

    # How it is done

    def _find(self, label: str) -> Button:
        wanted = unicodedata.normalize("NFC", label)
        for one in reversed(self._shown):
            for button in one.buttons:
                if unicodedata.normalize("NFC", button.title) == wanted:
                    return button
        titles = [button.title for one in self._shown for button in one.buttons]
        raise LookupError(f"{self.name} has no button {label!r}; there are {titles}")

    def _sends(self, event_name: str, message: dict[str, Any]) -> "Delivery":
        self._interacts()
        return self._world.happens(events.user_sends(event_name, self, message, self._world.new_id()))

    def _interacts(self) -> None:
        self.last_interaction = self._world.now()
        self.received_since_interaction = 0


@dataclass
class World:
    """What people reach of the account they write to."""

    now: Callable[[], float]
    new_id: Callable[[], str]
    host: Callable[[File], str]
    happens: "Callable[..., Delivery]"


def _server(shown: Shown) -> str:
    return "ZNS" if shown.rung in ("template_phone", "development") else ""
