"""The stage of bot.month over Telegram: what people do goes through the fake's phones, what they hear is read there.

Telegram's own ways, which a script does not know: a document is a message of its own before the words (it is shown
with those words), a picture has no name (it is shown under the script's), and a group is a chat of its own.
"""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.channels.telegram_in import MAX_FILE, NAME
from bot.clock import ZONE
from bot.month.stage import NotOnThePhone, hide_codes
from handlers.messages import IncomingKind
from storage.database import Database
from storage.queries.demo import DemoMessage
from tests.fakes.telegram.person import Person
from tests.fakes.telegram.state import Shown
from tests.support import phones_stage
from tests.support.phones_stage import PhonesStage
from tests.support.telegram_line import Line, TelegramBot


def moved_sample(sample: Path, folder: Path) -> Path:
    """A copy of a sample's file in which everybody is linked by Telegram."""
    return phones_stage.moved_sample(sample, folder, NAME)


class TelegramStage(PhonesStage):
    """One run on a copy of a sample that was moved to Telegram, by polling or by the webhook."""

    channel = NAME

    def __init__(self, moved: Path, folder: Path, *, polling: bool, read_timeout: float = 20) -> None:
        super().__init__(moved, folder)
        self.line = Line(polling=polling, read_timeout=read_timeout)
        self.meet_everybody()

    def _new_phone(self, number: int, who: str, linked: Mapping[str, Any]) -> Person:
        return self.line.fake.person(number, started=str(number) in linked)

    def _start(self, number: int) -> TelegramBot:
        return TelegramBot(Database(self.url), self.line, number)

    def _end(self) -> None:
        self.line.bot = None

    def close(self) -> None:
        """End everything. AssertionError where not all was sent at the first try and within Telegram's limits."""
        try:
            fake = self.line.fake
            with self.running() as bot:
                assert bot.unsent() == []
            assert (fake.floods, fake.gate.refusals, fake.unanswered) == (0, 0, 0)
            assert all(200 <= status < 300 for _, status in fake.courier.attempts)
            assert [call for call in fake.calls if call.outcome != "ok"] == []
        finally:
            self.stop()
            self.line.close()

    # --- what people do -----------------------------------------------------------------------------------

    def say(self, who: str, text: str) -> None:
        typed = self.as_typed(who, text)
        self.act(lambda: self.phone(who).say(typed))

    def tap(self, who: str, label: str) -> None:
        buttons = [
            (shown.message_id, data)
            for shown in self.phone(who).shown()
            for title, data in _buttons(shown)
            if label in (title, hide_codes(title))
        ]
        if not buttons:
            raise NotOnThePhone(f"{who}: [{label}]")
        self.act(lambda: self.phone(who).tap(*buttons[-1]))

    def tap_old(self, who: str, label: str, of: str = "") -> None:
        if (of or who, label) not in self.buttons:
            raise NotOnThePhone(f"{of or who}: [{label}]")
        message, _, data = self.buttons[of or who, label].partition(" ")
        self.act(lambda: self.phone(who).tap(int(message), data))

    def edit(self, who: str, old: str, new: str) -> None:
        own = [s.message_id for s in self.phone(who).shown() if not s.from_bot and s.text == old]
        if not own:
            raise NotOnThePhone(f"{who}: «{old}»")
        self.act(lambda: self.phone(who).edit(own[-1], new))

    def send_file(
        self, who: str, name: str, body: bytes | None = b"x" * 100, media_type: str = "image/jpeg"
    ) -> None:
        phone = self.phone(who)
        if body is None:
            self.act(lambda: phone.send_document(name, b"", media_type, size=MAX_FILE + 1))
        elif media_type == "image/jpeg":
            self._names[hashlib.sha256(body).hexdigest()] = name
            self.act(lambda: phone.send_photo(body))
        else:
            self.act(lambda: phone.send_document(name, body, media_type))

    def stray(self, who: str, kind: IncomingKind) -> None:
        phone = self.phone(who)
        if kind == "group":
            self.act(lambda: self._group(phone).say(phone, "Chào cả nhóm"))
        else:
            self.act({"sticker": phone.sticker, "voice": phone.voice, "location": phone.location}[kind])

    def _group(self, phone: Person) -> Any:
        group = self.line.fake.group(-phone.id, "Nhóm của cơ sở")
        group.chat.access = "open"
        return group

    # --- what is seen -------------------------------------------------------------------------------------

    def _shown(self, who: str) -> list[DemoMessage]:
        """All that the bot sent somebody, also in a group of theirs, as the scripts show it."""
        phone = self.phone(who)
        grouped = self._group(phone).shown() if -phone.id in self.line.fake.world.chats else []
        messages: list[DemoMessage] = []
        files: list[dict[str, Any]] = []
        for shown in sorted((*phone.shown(), *grouped), key=lambda shown: shown.message_id):
            if not shown.from_bot:
                continue
            if shown.text:
                messages.append(_message(shown, self.named(shown.message_id, shown.text), files))
                files = []
            else:
                files.append(self._file(shown))
        assert not files, f"{who}: a document without words"
        return messages

    def _file(self, shown: Shown) -> dict[str, Any]:
        if shown.document is not None:
            name, _, body = shown.document
            return {"name": name, "body": body}
        assert shown.photo is not None
        return {"name": self._names[hashlib.sha256(shown.photo).hexdigest()], "body": shown.photo}

    def offered(self, message: DemoMessage) -> list[str]:
        return [label for _, label in message.choices]


def _buttons(shown: Shown) -> list[tuple[str, str]]:
    return [button for row in shown.buttons for button in row]


def _message(shown: Shown, text: str, files: list[dict[str, Any]]) -> DemoMessage:
    return DemoMessage(
        id=shown.message_id,
        seq=shown.message_id,
        at=datetime.fromtimestamp(shown.date, ZONE),
        sender="bot",
        text=text,
        choices=[[data, label] for label, data in _buttons(shown)],
        files=files,
        edited=shown.edited,
        outbox_id=None,
    )
