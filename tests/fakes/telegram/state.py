"""What the vendor knows: the bot, the chats and their messages, and what a phone shows of them."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.telegram.files import FileStore
from tests.fakes.telegram.wire import ApiError, bad

OPEN = "open"
_NO_ACCESS = {
    "uninitiated": "bot can't initiate conversation with a user",
    "blocked": "bot was blocked by the user",
    "deactivated": "user is deactivated",
    "left": "bot is not a member of the {type} chat",
    "kicked": "bot was kicked from the {type} chat",
}


@dataclass(frozen=True)
class Shown:
    """One message as the phone shows it. `buttons` are (label, callback_data; "" for a link)."""

    message_id: int
    from_bot: bool
    text: str
    caption: str
    buttons: list[list[tuple[str, str]]]
    keyboard: list[list[str]] | None
    document: tuple[str, str, bytes] | None
    edited: bool
    date: int
    photo: bytes | None = None


@dataclass
class Chat:
    """A chat as the vendor holds it. `access` is "open", or "unknown" or a key of the refusals."""

    data: dict[str, Any]
    access: str = "unknown"
    messages: dict[int, dict[str, Any]] = field(default_factory=dict)
    keyboards: dict[int, dict[str, Any]] = field(default_factory=dict)  # by the message they came with
    keyboard: tuple[int, dict[str, Any]] | None = None  # the reply keyboard under the text field now
    toasts: list[tuple[str, bool]] = field(default_factory=list)  # answers to taps: text, as an alert
    actions: list[str] = field(default_factory=list)
    last_id: int = 0

    @property
    def id(self) -> int:
        return int(self.data["id"])

    @property
    def private(self) -> bool:
        return bool(self.data["type"] == "private")

    def check_access(self) -> None:
        """Raises ApiError 403 when the bot may not write here."""
        if self.access != OPEN:
            kind = _NO_ACCESS[self.access].format(type=self.data["type"])
            raise ApiError(403, f"Forbidden: {kind}")


@dataclass
class Tap:
    """A callback query the bot may still answer."""

    chat_id: int
    at: float
    answers: int = 0


class World:
    """Everything kept between calls."""

    def __init__(
        self, username: str, bot_id: int, clock: Callable[[], float], now: Callable[[], int]
    ) -> None:
        self.bot = {"id": bot_id, "is_bot": True, "first_name": "Báo cáo (thử)", "username": username}
        self.clock = clock
        self.now = now
        self.chats: dict[int, Chat] = {}
        self.files = FileStore()
        self.taps: dict[str, Tap] = {}
        self.commands: dict[tuple[str, int, int, str], list[dict[str, Any]]] = {}
        self._last_id = 0
        self._last_group = 0

    def chat(self, chat_id: object) -> Chat:
        """The chat a call names, by number or text. Raises ApiError 400."""
        if chat_id in (None, ""):
            raise bad("chat_id is empty")
        try:
            chat = self.chats.get(int(str(chat_id)))
        except ValueError:
            names = (c for c in self.chats.values() if f"@{c.data.get('username')}" == chat_id)
            chat = next((c for c in names if not c.private), None)
        if chat is None or chat.access == "unknown":
            raise bad("chat not found")
        return chat

    def next_id(self, chat: Chat) -> int:
        """Supergroups and channels count for themselves; all other chats share one row of numbers."""
        if chat.data["type"] in ("supergroup", "channel"):
            chat.last_id += 1
            return chat.last_id
        self._last_id += 1
        return self._last_id

    def album_id(self) -> str:
        self._last_group += 1
        return str(13_500_000_000_000_000 + self._last_group)

    def post(self, chat: Chat, sender: dict[str, Any] | None, content: dict[str, Any]) -> dict[str, Any]:
        """A new message in a chat; returns the vendor's JSON, which stays the stored one."""
        message: dict[str, Any] = {"message_id": self.next_id(chat)}
        if sender is not None:
            message["from"] = deepcopy(sender)
        message |= {"chat": deepcopy(chat.data), "date": self.now(), **content}
        chat.messages[message["message_id"]] = message
        return message

    def is_bots(self, message: dict[str, Any]) -> bool:
        return bool(message.get("from", {}).get("id") == self.bot["id"])

    def shown(self, chat: Chat) -> list[Shown]:
        return [self._shown(chat, message) for message in chat.messages.values()]

    def _shown(self, chat: Chat, message: dict[str, Any]) -> Shown:
        document, photo = message.get("document"), message.get("photo")
        stored = self.files.by_id[document["file_id"]] if document else None
        keyboard = chat.keyboards.get(message["message_id"])
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        return Shown(
            message_id=message["message_id"],
            from_bot=self.is_bots(message),
            text=message.get("text", ""),
            caption=message.get("caption", ""),
            buttons=[[(button["text"], button.get("callback_data", "")) for button in row] for row in rows],
            keyboard=[[key["text"] for key in row] for row in keyboard["keyboard"]] if keyboard else None,
            document=(stored.name, stored.mime, stored.data) if stored else None,
            edited="edit_date" in message,
            date=message["date"],
            photo=self.files.by_id[photo[-1]["file_id"]].data if photo else None,
        )

    def menu(self, chat: Chat, language: str) -> list[dict[str, Any]]:
        """The commands a member of the chat is offered: the narrowest scope that has any."""
        everywhere = "all_private_chats" if chat.private else "all_group_chats"
        scopes = [("chat", chat.id, 0), (everywhere, 0, 0), ("default", 0, 0)]
        for kind, chat_id, user_id in scopes:
            for tongue in (language, ""):
                if found := self.commands.get((kind, chat_id, user_id, tongue)):
                    return found
        return []
