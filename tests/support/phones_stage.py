"""A stage over a messenger's wire: what people do goes through a fake's phones, what they hear is read there."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

from sqlalchemy import select, update

from bot.month.stage import CODE, HIDDEN_CODE, NotOnThePhone, hide_codes, url_of
from storage.database import Database, Tx
from storage.queries import demo
from storage.queries.demo import DemoMessage
from storage.tables import contacts
from tests.support.running_bot import RunningBot
from tests.support.stage import Restarting

FIRST = 70_001  # the number of the first phone
NAMELESS = "anh.jpg"  # what the bot calls a picture that came without a name


def moved_sample(sample: Path, folder: Path, channel: str) -> Path:
    """A copy of a sample's file in which everybody is linked by a messenger."""
    file = Path(shutil.copy(sample, folder / f"{sample.stem}-{channel}.sqlite"))
    database = Database(url_of(file))
    with database.begin() as tx:
        for who, number in numbers(tx).items():
            tx.execute(
                update(contacts).where(contacts.c.address == who).values(channel=channel, address=str(number))
            )
    database.dispose()
    return file


def numbers(tx: Tx) -> dict[str, int]:
    """The number of everybody's phone."""
    return {person.address: FIRST + place for place, person in enumerate(demo.people(tx))}


class PhonesStage(Restarting):
    """One run on a copy of a moved sample. A messenger's own stage opens its line and says how phones are used.

    With `restarting` the program is started anew for everything, else it runs on between two turns.

    `_names` are the pictures' names in scripts, by content or in the order they were sent, the newest last: messengers
    drop them, so that the bot names a picture by what it is.
    """

    channel: ClassVar[str]
    knows_rows: ClassVar[bool] = False

    def __init__(self, moved: Path, folder: Path, *, restarting: bool = False) -> None:
        self.file = Path(shutil.copy(moved, folder / "stage.sqlite"))
        super().__init__(self.file, restarting=restarting)
        self.phones: dict[str, Any] = {}
        self._names: dict[str, str] = {}
        self._texts: dict[tuple[Any, str], str] = {}  # (message, text on the phone): as the scripts have it
        self._bot: RunningBot | None = None

    def meet_everybody(self) -> None:
        """Give everybody of the sample a phone; those who are linked have used the messenger before."""
        with self.running() as bot, bot.database.read() as tx:
            rows = tx.execute(select(contacts.c.address, contacts.c.last_seen_at))
            linked = {row.address: row.last_seen_at for row in rows}
            for who, number in numbers(tx).items():
                self.phones[who] = self._new_phone(number, who, linked)

    # What a messenger's own stage provides

    def _new_phone(self, number: int, who: str, linked: Mapping[str, Any]) -> Any:
        """A phone; `linked` holds when the bot last saw each number it knows."""
        raise NotImplementedError

    def _start(self, number: int) -> RunningBot:
        """The bot, started from the file."""
        raise NotImplementedError

    def _end(self) -> None:
        """The line is told that the bot has ended."""

    def _shown(self, who: str) -> Sequence[DemoMessage]:
        """All that the bot sent somebody, as the scripts show it."""
        raise NotImplementedError

    # The bot

    @contextmanager
    def running(self) -> Iterator[Any]:
        """A RunningBot, started from the file if it does not run."""
        if self._bot is None:
            self._starts += 1
            self._bot = self._start(self._starts)
        yield self._bot

    def stop(self) -> None:
        if self._bot is not None:
            self._end()
            self._bot.database.dispose()
            self._bot = None

    def contact(self, who: str) -> tuple[str, str]:
        return self.channel, str(self.number(who))

    def number(self, who: str) -> int:
        """The number of somebody's phone, which is their address."""
        self.phone(who)
        return FIRST + list(self.phones).index(who)

    def phone(self, who: str) -> Any:
        """Somebody's phone; one that turned up since is new."""
        if who not in self.phones:
            self.person(who)
            self.phones[who] = self._new_phone(FIRST + len(self.phones), who, {})
        return self.phones[who]

    def act(self, doing: Callable[[], Any]) -> None:
        """Something done on a phone, and, after the bot was started anew, all that follows."""
        with self.starting() as bot:
            bot.take_in(doing)
        with self.starting() as bot:
            bot.drain()

    def as_typed(self, who: str, text: str) -> str:
        """What somebody types, with the newest code they were shown in the place of a hidden one."""
        return text.replace(HIDDEN_CODE, self.last_code(who)) if HIDDEN_CODE in text else text

    def text_only(self, who: str) -> None:
        """What a phone shows is the messenger's own choice."""

    # What is seen

    def named(self, message: Any, text: str) -> str:
        """A message's text, with the name of the picture that was sent before it."""
        name = next(reversed(self._names.values()), NAMELESS)
        return self._texts.setdefault((message, text), text.replace(NAMELESS, name))

    def heard(self, who: str) -> list[DemoMessage]:
        messages = self._shown(who)
        for message in messages:
            for data, label in message.choices:
                self.buttons.setdefault((who, hide_codes(label)), f"{message.id} {data}")
        heard = [m for m in messages if self.seen.get((who, m.id)) != m.text]
        self.seen.update({(who, m.id): m.text for m in heard})
        return heard

    def news(self) -> list[tuple[str, DemoMessage]]:
        found = [(who, message) for who in list(self.phones) for message in self.heard(who)]
        return sorted(found, key=lambda pair: pair[1].id)

    def count(self, who: str) -> int:
        return len(self._shown(who))

    def last_code(self, who: str) -> str:
        codes = [code for message in self._shown(who) for code in CODE.findall(message.text)]
        if not codes:
            raise NotOnThePhone(f"{who}: {HIDDEN_CODE}")
        return str(codes[-1])

    def last_file(self, who: str, suffix: str) -> tuple[str, bytes]:
        sent = [file for message in self._shown(who) for file in message.files]
        named = [file for file in sent if file["name"].endswith(suffix)]
        if not named:
            raise NotOnThePhone(f"{who}: {suffix}")
        return named[-1]["name"], named[-1]["body"]
