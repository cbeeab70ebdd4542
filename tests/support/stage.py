"""A stage for conversations: the whole bot on a SQLite file, people with phones, a clock of ours.

Nothing lives in memory between two turns: `turn` opens the database anew, as after a crash and a restart.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from random import Random
from types import SimpleNamespace

from bot.app import make_demo, make_world
from bot.channels import simulator
from bot.clock import ZONE
from bot.demo_world import DemoWorld
from storage.database import Database
from storage.queries import demo
from storage.queries.demo import DemoMessage

SETTINGS = SimpleNamespace(office_file=None)


def fresh_sample(folder: Path) -> Path:
    """A database file with the sample province, at the sample's start."""
    file = folder / "sample.sqlite"
    database = Database(f"sqlite:///{file}")
    database.upgrade()
    make_demo(database, make_world(SETTINGS, Random(1).randrange))
    database.dispose()
    return file


class Stage:
    """One run on a copy of the sample."""

    def __init__(self, sample: Path, folder: Path) -> None:
        self.file = folder / "stage.sqlite"
        shutil.copy(sample, self.file)
        self.seen: dict[tuple[str, int], str] = {}
        self.buttons: dict[tuple[str, str], str] = {}
        self.turns = 0

    @contextmanager
    def running(self) -> Iterator[DemoWorld]:
        """The bot, started from the file and gone afterwards."""
        self.turns += 1
        database = Database(f"sqlite:///{self.file}")
        try:
            yield make_demo(database, make_world(SETTINGS, Random(self.turns).randrange))
        finally:
            database.dispose()

    def advance(self, moment: str) -> None:
        """Move the clock to a local moment such as 2023-10-12 08:00."""
        with self.running() as world:
            world.move_to(datetime.fromisoformat(moment).replace(tzinfo=ZONE))

    def now(self) -> datetime:
        with self.running() as world:
            return world.clock.now()

    def say(self, who: str, text: str) -> None:
        self._do(who, {"text": text})

    def tap(self, who: str, label: str) -> None:
        """Tap the working button of that label; where buttons are hidden, type the label."""
        with self.running() as world:
            found = [(m.id, c) for m in world.messages(who, 0) for c, shown in m.choices if shown == label]
            buttons = next(p.buttons for p in self._people(world) if p.address == who)
        if found:
            message_id, choice_id = found[-1]
            self._do(who, {"choice": f"{message_id}|{choice_id}"})
        else:
            assert not buttons, f"{who} has no button «{label}»"
            self.say(who, label)

    def tap_old(self, who: str, label: str) -> None:
        """Tap the first button of that label there was, whether it still works or not."""
        self._do(who, {"choice": self.buttons[who, label]})

    def code(self) -> str:
        """The guest's invitation code."""
        with self.running() as world:
            return next(p.code for p in self._people(world) if p.code)

    def edit(self, who: str, old: str, new: str) -> None:
        """Edit the newest own message that reads `old`."""
        with self.running() as world:
            own = [m for m in world.messages(who, 0) if m.sender == "me" and m.text == old]
        assert own, f"{who} has no message «{old}»"
        self._do(who, {"edit": str(max(m.id for m in own)), "text": new})

    def send_file(
        self, who: str, name: str, body: bytes | None = b"x" * 100, media_type: str = "image/jpeg"
    ) -> None:
        size = len(body) if body is not None else simulator.MAX_FILE + 1
        with self.running() as world:
            world.post_file(who, name, media_type, body, size, "")
            world.runtime.drain()

    def stray(self, who: str, kind: str) -> None:
        self._do(who, {"kind": kind})

    def text_only(self, who: str) -> None:
        with self.running() as world:
            world.set_buttons(who, False)

    def all_text_only(self) -> None:
        with self.running() as world:
            for person in self._people(world):
                world.set_buttons(person.address, False)

    def heard(self, who: str) -> list[DemoMessage]:
        """The bot's messages to somebody since the last call, and edited ones again; disarmed ones not."""
        with self.running() as world:
            messages = [m for m in world.messages(who, 0) if m.sender == "bot"]
        for message in messages:
            for choice, label in message.choices:
                self.buttons.setdefault((who, label), f"{message.id}|{choice}")
        shown = [m for m in messages if self.seen.get((who, m.id)) != m.text]
        self.seen.update({(who, m.id): m.text for m in messages})
        return sorted(shown, key=lambda m: m.id)

    def count(self, who: str) -> int:
        """How many messages the bot has sent somebody in all; edits in place do not count."""
        with self.running() as world:
            return sum(1 for m in world.messages(who, 0) if m.sender == "bot")

    def _people(self, world: DemoWorld) -> list[demo.DemoPerson]:
        with world.database.read() as tx:
            return demo.people(tx)

    def _do(self, who: str, body: dict[str, str]) -> None:
        with self.running() as world:
            world.post(who, body)
        with self.running() as world:
            world.runtime.drain()
