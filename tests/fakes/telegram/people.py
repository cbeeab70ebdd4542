"""People, groups and channels around the bot."""

from copy import deepcopy
from typing import Any

from tests.fakes.telegram.person import Person
from tests.fakes.telegram.state import OPEN, Chat, Shown, World
from tests.fakes.telegram.text import command_entities
from tests.fakes.telegram.updates import Updates

SUPERGROUPS_BELOW = -1_000_000_000_000


class Group:
    """A group (a supergroup when its id is below −10¹²), without the bot until add_bot."""

    def __init__(self, fake: "People", chat: Chat) -> None:
        self._fake = fake
        self.chat = chat

    @property
    def id(self) -> int:
        return self.chat.id

    def say(self, person: Person, text: str, **fields: Any) -> int:
        """A member writes. A bot that does not read groups hears commands and its own name only."""
        entities = command_entities(text)
        content = {"text": text} | ({"entities": entities} if entities else {})
        message = self._fake.world.post(self.chat, person.user, content | fields)
        addressed = bool(entities) or f"@{self._fake.world.bot['username']}" in text
        if self.chat.access == OPEN and (self._fake.reads_groups or addressed):
            self._fake.push({"message": message})
        if person.chat.access == "unknown":
            person.chat.access = "uninitiated"
        return int(message["message_id"])

    def add_bot(self, person: Person) -> int:
        """A member adds the bot; returns the id of the my_chat_member update."""
        self.chat.access = OPEN
        update_id = self._change(person, "left", "member")
        bot = deepcopy(self._fake.world.bot)
        joined = {"new_chat_participant": bot, "new_chat_member": bot, "new_chat_members": [bot]}
        self._fake.push({"message": self._fake.world.post(self.chat, person.user, joined)})
        return update_id

    def remove_bot(self, person: Person) -> int:
        self.chat.access = "kicked"
        return self._change(person, "member", "kicked")

    def _change(self, person: Person, old: str, new: str) -> int:
        return self._fake.push({"my_chat_member": self._fake.member_change(self.chat, person.user, old, new)})

    def shown(self) -> list[Shown]:
        return self._fake.world.shown(self.chat)


class People:
    """Who is there; the part of the server that makes updates."""

    world: World
    updates: Updates
    reads_groups: bool

    def person(
        self,
        user_id: int,
        first_name: str = "Đồng chí",
        last_name: str = "",
        username: str = "",
        phone: str = "84900000000",
        started: bool = False,
    ) -> Person:
        """A person; the bot may write to them once they wrote first (or `started` says they did)."""
        named = {"last_name": last_name, "username": username}
        names = {"first_name": first_name} | {key: name for key, name in named.items() if name}
        user = {"id": user_id, "is_bot": False, **names, "language_code": "vi"}
        chat = Chat({"id": user_id, **names, "type": "private"}, OPEN if started else "unknown")
        if user_id in self.world.chats:
            raise ValueError(f"{user_id} is there already")
        self.world.chats[user_id] = chat
        return Person(self, user, chat, phone)

    def group(self, chat_id: int, title: str) -> Group:
        kind = "supergroup" if chat_id < SUPERGROUPS_BELOW else "group"
        chat = self.world.chats.setdefault(
            chat_id, Chat({"id": chat_id, "title": title, "type": kind}, "left")
        )
        return Group(self, chat)

    def channel_post(self, chat_id: int, text: str, title: str = "Kênh tin", username: str = "") -> int:
        """A post in a channel the bot is in; returns the message's id."""
        data = {"id": chat_id, "title": title, "type": "channel"} | (
            {"username": username} if username else {}
        )
        chat = self.world.chats.setdefault(chat_id, Chat(data, OPEN))
        message = self.world.post(chat, None, {"sender_chat": deepcopy(chat.data), "text": text})
        self.push({"channel_post": message})
        return int(message["message_id"])

    def raw(self, update: dict[str, Any]) -> int:
        """Any update as it is (its update_id is put in when it has none); returns the id."""
        return self.push(update)

    def push(self, content: dict[str, Any]) -> int:
        """Make an update and see to its delivery; 0 when the bot did not ask for its kind."""
        pending = self.updates.push(content)
        self.pushed()
        return pending.update_id if pending else 0

    def pushed(self) -> None:
        """Called after each new update."""
        raise NotImplementedError

    def member_change(self, chat: Chat, user: dict[str, Any], old: str, new: str) -> dict[str, Any]:
        """A ChatMemberUpdated about the bot itself."""

        def member(status: str) -> dict[str, Any]:
            banned = {"until_date": 0} if status == "kicked" else {}
            return {"user": deepcopy(self.world.bot), "status": status} | banned

        parties = {"chat": deepcopy(chat.data), "from": deepcopy(user), "date": self.world.now()}
        return parties | {"old_chat_member": member(old), "new_chat_member": member(new)}
