"""A stage: the whole bot on a database file, people with phones, a clock of ours."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from random import Random

from bot.app import make_demo, make_world
from bot.channels import simulator
from bot.demo_world import DemoWorld
from bot.sample.load import SAMPLES
from bot.settings import Settings, load
from handlers.messages import IncomingKind
from handlers.world import World
from storage.database import Database
from storage.queries import demo, files
from storage.queries.demo import DemoMessage, DemoPerson


class NotOnThePhone(Exception):
    """The script asks for a button or a message that is not there."""


CODE = re.compile(r"(?<!dạng )\b[0-9A-F]{4}-[0-9A-F]{4}\b")  # but for the example of an invitation's
HIDDEN_CODE = "####-####"  # how a report's code is written in scripts: it follows every word of its templates


def hide_codes(text: str) -> str:
    """A text with the short codes of reports hidden."""
    return CODE.sub(HIDDEN_CODE, text)


def url_of(place: Path | str) -> str:
    """The address of a database: a file's, or the address itself."""
    return f"sqlite:///{place}" if isinstance(place, Path) else place


def fill_sample(place: Path | str, name: str = "lai-chau") -> None:
    """Make a database (a file, or an address) that holds a sample province (bot.sample.load.SAMPLES), at its moment."""
    database = Database(url_of(place))
    try:
        database.upgrade()
        world = make_world(load(office_file=None), Random(1).randrange)
        SAMPLES[name](database, world)
        make_demo(database, world)
    finally:
        database.dispose()


def _in_order(messages: Iterable[DemoMessage]) -> list[DemoMessage]:
    """As they were sent: one that was changed since stands where it stood."""
    return sorted(messages, key=lambda message: message.id)


@cache
def _settings() -> Settings:
    """Those of a demo: they do not change from start to start."""
    return load(office_file=None)


class Stage:
    """One run on a filled database, a file or an address. `restarting`: the bot starts anew for all it does.

    `seen` remembers what each phone was heard to show; `buttons` the first choice behind every label it ever showed.
    """

    def __init__(self, place: Path | str, *, restarting: bool = False) -> None:
        self.url = url_of(place)
        self.restarting = restarting
        self.seen: dict[tuple[str, int], str] = {}
        self.buttons: dict[tuple[str, str], str] = {}
        self._after: dict[str, int] = {}
        self._world: DemoWorld | None = None
        self._starts = 0

    @contextmanager
    def running(self) -> Iterator[DemoWorld]:
        """The bot, started from the file if it does not run."""
        if self._world is None:
            self._starts += 1
            self._world = make_demo(Database(self.url), self.rules())
        yield self._world

    @contextmanager
    def starting(self) -> Iterator[DemoWorld]:
        """The bot as it does the next thing: started anew for it, where the stage is `restarting`."""
        if self.restarting:
            self.stop()
        with self.running() as world:
            yield world

    def rules(self) -> World:
        """The installation's rules, for one start of the bot."""
        return make_world(_settings(), Random(self._starts).randrange)

    def stop(self) -> None:
        """Let the bot end; the next thing starts it again."""
        if self._world is not None:
            self._world.database.dispose()
            self._world = None

    # --- the clock ----------------------------------------------------------------------------------------

    def advance(self, moment: datetime) -> None:
        with self.starting() as world:
            world.move_to(moment)

    def now(self) -> datetime:
        with self.running() as world:
            return world.clock.now()

    # --- what people do -----------------------------------------------------------------------------------

    def say(self, who: str, text: str) -> None:
        if HIDDEN_CODE in text:
            text = text.replace(HIDDEN_CODE, self.last_code(who))
        self._do(who, {"text": text})

    def tap(self, who: str, label: str) -> None:
        """Tap the working button of that label; where buttons are hidden, type the label."""
        with self.running() as world:
            messages = _in_order(world.messages(who, 0))
        found = [(m.id, c) for m in messages for c, shown in m.choices if label in (shown, hide_codes(shown))]
        if found:
            message_id, choice_id = found[-1]
            self._do(who, {"choice": f"{message_id}|{choice_id}"})
        elif self.person(who).buttons:
            raise NotOnThePhone(f"{who}: [{label}]")
        else:
            self.say(who, label)

    def has_button(self, who: str, label: str) -> bool:
        """Whether a working button of that label is on somebody's phone."""
        with self.running() as world:
            shown = world.messages(who, 0)
        return any(label in (said, hide_codes(said)) for m in shown for _, said in m.choices)

    def last_code(self, who: str) -> str:
        """The newest code of a report that somebody was shown."""
        with self.running() as world:
            shown = [m.text for m in _in_order(world.messages(who, 0)) if m.sender == "bot"]
        codes: list[str] = [code for text in shown for code in CODE.findall(text)]
        if not codes:
            raise NotOnThePhone(f"{who}: {HIDDEN_CODE}")
        return codes[-1]

    def tap_old(self, who: str, label: str, of: str = "") -> None:
        """Tap the first button of that label there was, on the own phone or on another's (`of`), old or not."""
        if (of or who, label) not in self.buttons:
            raise NotOnThePhone(f"{of or who}: [{label}]")
        self._do(who, {"choice": self.buttons[of or who, label]})

    def edit(self, who: str, old: str, new: str) -> None:
        """Edit the newest own message that reads `old`."""
        with self.running() as world:
            own = [m.id for m in world.messages(who, 0) if m.sender == "me" and m.text == old]
        if not own:
            raise NotOnThePhone(f"{who}: «{old}»")
        self._do(who, {"edit": str(max(own)), "text": new})

    def send_file(
        self, who: str, name: str, body: bytes | None = b"x" * 100, media_type: str = "image/jpeg"
    ) -> None:
        """Send a file; `body` None: one over the limit."""
        size = len(body) if body is not None else simulator.MAX_FILE + 1
        with self.starting() as world:
            world.post_file(who, name, media_type, body, size, "")
            world.runtime.drain()

    def last_file(self, who: str, suffix: str) -> tuple[str, bytes]:
        """The name and content of the newest file with that ending that the bot sent somebody."""
        with self.running() as world, world.database.read() as tx:
            shown = _in_order(demo.after(tx, who, 0))
            sent = [file for m in shown if m.sender == "bot" for file in m.files]
            named = [file for file in sent if file["name"].endswith(suffix)]
            kept = files.content(tx, named[-1]["sha256"]) if named else None
        if kept is None:
            raise NotOnThePhone(f"{who}: {suffix}")
        return named[-1]["name"], kept[0]

    def stray(self, who: str, kind: IncomingKind) -> None:
        self._do(who, {"kind": kind})

    def contact(self, who: str) -> tuple[str, str]:
        """The channel and address under which a phone is linked."""
        return simulator.NAME, who

    def text_only(self, who: str) -> None:
        with self.running() as world:
            world.set_likeness(who, demo.TEXT)

    def _do(self, who: str, body: dict[str, str]) -> None:
        with self.starting() as world:
            world.post(who, body)
        with self.starting() as world:
            world.runtime.drain()

    # --- what is seen -------------------------------------------------------------------------------------

    def heard(self, who: str) -> list[DemoMessage]:
        """The bot's messages to somebody since the last call, and edited ones again; disarmed ones not."""
        with self.running() as world:
            changed = world.messages(who, self._after.get(who, 0))
        self._after[who] = max([self._after.get(who, 0), *(m.seq for m in changed)])
        messages = [m for m in changed if m.sender == "bot"]
        for message in messages:
            for choice, label in message.choices:
                self.buttons.setdefault((who, hide_codes(label)), f"{message.id}|{choice}")
        shown = [m for m in messages if self.seen.get((who, m.id)) != m.text]
        self.seen.update({(who, m.id): m.text for m in messages})
        return sorted(shown, key=lambda m: m.id)

    def news(self) -> list[tuple[str, DemoMessage]]:
        """What everybody heard since the last call, in the order it was sent."""
        with self.running() as world:
            newest = world.unread(0)["counts"]
        listening = [who for who, chat in newest.items() if chat["last"] > self._after.get(who, 0)]
        found = [(who, message) for who in listening for message in self.heard(who)]
        return sorted(found, key=lambda pair: (pair[1].at, pair[1].id))

    def count(self, who: str) -> int:
        """How many messages the bot has sent somebody in all; edits in place do not count."""
        with self.running() as world:
            return sum(1 for m in world.messages(who, 0) if m.sender == "bot")

    def people(self) -> list[DemoPerson]:
        """Everybody with a phone."""
        with self.running() as world, world.database.read() as tx:
            return demo.people(tx)

    def person(self, who: str) -> DemoPerson:
        found = next((p for p in self.people() if p.address == who), None)
        if found is None:
            raise NotOnThePhone(who)
        return found

    def code(self, who: str = "") -> str:
        """A guest's invitation code; without a name, that of the first who has one."""
        found = [p.code for p in self.people() if p.code and who in ("", p.address)]
        if not found:
            raise NotOnThePhone(f"{who}: <mã>")
        return found[0]
