"""A person with a phone: what they do becomes updates in the vendor's shape, what they see can be read."""

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from tests.fakes.telegram.state import OPEN, Chat, Shown, Tap
from tests.fakes.telegram.text import command_entities, split_long

if TYPE_CHECKING:
    from tests.fakes.telegram.people import People

Message = dict[str, Any]


class Person:
    """One user and their private chat (same id). Whatever they do returns the message's id, or the
    update's id where no message is made (0: the bot did not ask for such updates)."""

    def __init__(self, fake: "People", user: dict[str, Any], chat: Chat, phone: str) -> None:
        self._fake = fake
        self._world = fake.world
        self.user = user
        self.chat = chat
        self.phone = phone

    @property
    def id(self) -> int:
        return int(self.user["id"])

    def send(self, **content: Any) -> int:
        """Any message with the given fields (an odd one too); an empty caption is left out."""
        if self.chat.access in ("blocked", "deactivated"):
            raise RuntimeError("a person who blocked the bot cannot write to it")
        self.chat.access = OPEN
        kept = {key: value for key, value in content.items() if not (key == "caption" and value == "")}
        message = self._world.post(self.chat, self.user, kept)
        self._fake.push({"message": message})
        return int(message["message_id"])

    def say(self, text: str, **fields: Any) -> int:
        """A text; a long one leaves as several, of which the first one's id is returned."""
        parts = split_long(text.strip())
        if not parts[0]:
            raise ValueError("a phone sends no empty text")
        sent = [self.send(**self._text_fields(part), **fields) for part in parts]
        return sent[0]

    @staticmethod
    def _text_fields(text: str) -> Message:
        entities = command_entities(text)
        return {"text": text} | ({"entities": entities} if entities else {})

    def start(self, payload: str = "") -> int:
        """The start button, with the payload of the link that was followed."""
        return self.say(f"/start {payload}".strip())

    def edit(self, message_id: int, text: str) -> int:
        """Correct one's own message, its caption when it has a file; returns the update's id."""
        message = self.chat.messages[message_id]
        if message["from"]["id"] != self.id:
            raise ValueError("only one's own messages can be edited")
        message.pop("entities", None)
        message |= self._text_fields(text) if "text" in message else {"caption": text}
        message["edit_date"] = self._world.now()
        return self._fake.push({"edited_message": message})

    def tap(self, message_id: int, data: str) -> int:
        """Press an inline button; a message deleted since still has its button on a slow phone.
        Returns the update's id."""
        message = deepcopy(self.chat.messages.get(message_id))
        if message is None:
            message = {"chat": self.chat.data, "message_id": message_id, "date": 0}
        query_id = str(4_611_686_000_000_000_000 + len(self._world.taps) * 7 + self.id)
        while query_id in self._world.taps:
            query_id = str(int(query_id) + 1)
        self._world.taps[query_id] = Tap(self.chat.id, self._world.clock())
        query = {"id": query_id, "from": self.user, "message": message}
        return self._fake.push(
            {"callback_query": query | {"chat_instance": str(-self.id * 31), "data": data}}
        )

    def tap_label(self, label: str) -> int:
        """Press the newest inline button with this label, else the key of that name in the reply keyboard."""
        for shown in reversed(self.shown()):
            for title, data in (button for row in shown.buttons for button in row):
                if title == label:
                    return self.tap(shown.message_id, data)
        for key in self._keys():
            if key["text"] == label:
                return self.share_contact(self.phone) if key.get("request_contact") else self.say(label)
        raise LookupError(f"no button {label!r} on {self.id}'s phone")

    def _keys(self) -> list[dict[str, Any]]:
        if self.chat.keyboard is None:
            return []
        return [key for row in self.chat.keyboard[1]["keyboard"] for key in row]

    @property
    def keyboard(self) -> list[list[str]] | None:
        """The reply keyboard that shows now."""
        if self.chat.keyboard is None:
            return None
        return [[key["text"] for key in row] for row in self.chat.keyboard[1]["keyboard"]]

    def send_document(
        self, name: str, data: bytes, mime: str, caption: str = "", size: int | None = None
    ) -> int:
        """A file; `size` declares more bytes than there are."""
        return self.send(document=self._world.files.document(name, data, mime, size), caption=caption)

    def send_photo(self, data: bytes, caption: str = "") -> int:
        """A picture, in several sizes."""
        return self.send(photo=self._world.files.photo(data), caption=caption)

    def send_album(self, items: list[tuple[str, bytes, str]], caption: str = "") -> list[int]:
        """Two to ten files (name, bytes, type): photos when all are pictures, else documents; one message each."""
        album = self._world.album_id()
        pictures = all(mime.startswith("image/") for _, _, mime in items)
        sent = []
        for number, (name, data, mime) in enumerate(items):
            files = self._world.files
            content = (
                {"photo": files.photo(data)} if pictures else {"document": files.document(name, data, mime)}
            )
            sent.append(self.send(media_group_id=album, caption="" if number else caption, **content))
        return sent

    def share_contact(self, phone: str, user_id: int | None = None) -> int:
        """A contact card: one's own by default, another's by id, one without Telegram by 0."""
        card: Message = {"phone_number": phone, "first_name": self.user["first_name"]}
        if user_id != 0:
            card["user_id"] = self.id if user_id is None else user_id
        fields: Message = {"contact": card}
        if self.chat.keyboard is not None and self.chat.keyboard[0] in self.chat.messages:
            asked = deepcopy(self.chat.messages[self.chat.keyboard[0]])
            asked.pop("reply_to_message", None)
            fields = {"reply_to_message": asked, **fields}
        return self.send(**fields)

    def sticker(self, emoji: str = "👍") -> int:
        stored = self._world.files.add("sticker.webp", b"RIFFfakeWEBP", "image/webp", "stickers")
        shape = {"width": 512, "height": 512, "emoji": emoji, "set_name": "ThuNghiem", "type": "regular"}
        return self.send(sticker={**shape, "is_animated": False, "is_video": False, **stored.reference})

    def voice(self, seconds: int = 3) -> int:
        stored = self._world.files.add("voice.oga", b"OggSfake", "audio/ogg", "voice")
        return self.send(voice={"duration": seconds, "mime_type": "audio/ogg", **stored.reference})

    def location(self, latitude: float = 22.386, longitude: float = 103.47) -> int:
        return self.send(location={"latitude": latitude, "longitude": longitude})

    def block(self) -> int:
        self.chat.access = "blocked"
        return self._member("member", "kicked")

    def unblock(self) -> int:
        self.chat.access = OPEN
        return self._member("kicked", "member")

    def deactivate(self) -> None:
        """The account is deleted; no update tells."""
        self.chat.access = "deactivated"

    def _member(self, old: str, new: str) -> int:
        return self._fake.push({"my_chat_member": self._fake.member_change(self.chat, self.user, old, new)})

    def shown(self) -> list[Shown]:
        """The messages of the private chat in order."""
        return self._world.shown(self.chat)

    @property
    def toasts(self) -> list[tuple[str, bool]]:
        """The answers to taps that showed a text: (text, as an alert)."""
        return list(self.chat.toasts)
