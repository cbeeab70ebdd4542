"""People who write to a bot of the Zalo Bot Platform, and what their screen shows."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.fakes.zalo.uploads import File

if TYPE_CHECKING:
    from tests.fakes.zalo.bot import FakeBotPlatform, Shape

Answer = int | str | None


@dataclass(frozen=True)
class BotShown:
    """One message on the screen; `photo` and `voice` are addresses, `text` is a photo's caption too."""

    text: str = ""
    photo: str = ""
    sticker: str = ""
    voice: str = ""
    message_id: str = ""
    at: float = 0.0


class BotPerson:
    """Blocking methods; each returns what the webhook answered (None: the event waits for polling).

    `shape`: "flat", "wrapped" or "alternating" for this person's events; None: as the platform has it.
    """

    def __init__(self, user_id: str, name: str, shape: "Shape | None", platform: "FakeBotPlatform") -> None:
        self.user_id, self.name, self.shape = user_id, name, shape
        self.said: list[str] = []
        self.typing = 0
        self._shown: list[BotShown] = []
        self._seen_by_test = 0
        self._platform = platform

    def say(self, text: str) -> Answer:
        self.said.append(text)
        return self._sends("text", {"text": text})

    def send_image(self, content: bytes, caption: str = "") -> Answer:
        url = self._platform.host(File("anh.jpg", content))
        more = {"caption": caption} if caption else {}
        return self._sends("image", {self._platform.photo_field: url, "message_type": "CHAT_PHOTO", **more})

    def send_sticker(self, sticker: str = "sticker-1") -> Answer:
        url = self._platform.host(File("sticker.png", b"\x89PNG\r\n\x1a\n"))
        return self._sends("sticker", {"sticker": sticker, "url": url, "message_type": "CHAT_STICKER"})

    def send_voice(self, content: bytes) -> Answer:
        url = self._platform.host(File("tieng.aac", content))
        return self._sends("voice", {"voice_url": url, "message_type": "CHAT_VOICE"})

    def send_unsupported(self, *, with_message: bool = False) -> Answer:
        """A document, a contact card …: its content is never told; by default not even whose it is."""
        if with_message:
            return self._sends("unsupported", {})
        return self._platform.happens({"event_name": "message.unsupported.received"}, self.shape)

    def shown(self) -> list[BotShown]:
        """Every message of the bot, oldest first."""
        return list(self._shown)

    def news(self) -> list[BotShown]:
        """What has come since the last call."""
        fresh = self._shown[self._seen_by_test :]
        self._seen_by_test = len(self._shown)
        return fresh

    def show(self, message: BotShown) -> None:
        self._shown.append(message)

    def _sends(self, kind: str, content: dict[str, Any]) -> Answer:
        message = {
            "date": round(self._platform.now() * 1000),
            "chat": {"chat_type": "PRIVATE", "id": self.user_id},
            "message_id": self._platform.new_id(),
            "from": {"id": self.user_id, "is_bot": False, "display_name": self.name},
            **content,
        }
        return self._platform.happens(
            {"message": message, "event_name": f"message.{kind}.received"}, self.shape
        )
