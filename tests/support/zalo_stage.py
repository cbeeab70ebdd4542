"""The stages of bot.month over Zalo: people's phones are the fakes', events come signed by the real webhooks.

What the two messengers do their own way is declared in tests/support/differences.py; here it is only carried out.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from sqlalchemy import select

from bot.channels.typed import with_typed_choices
from bot.clock import ZONE
from bot.links import LASTS
from bot.month.stage import NotOnThePhone, hide_codes
from handlers.dialogues.announced import BEGINS
from reporting import outreach
from storage.database import Database
from storage.queries.demo import DemoMessage
from storage.tables import outbox
from templates.render import render
from tests.support.phones_stage import NAMELESS, PhonesStage
from tests.support.running_bot import RunningBot
from tests.support.zalo_line import ZaloBot, ZaloLine

_LINKED = re.compile(r"^(?:Tệp )?(?P<name>[^\n]+): (?P<url>http://127\.0\.0\.1:\d+/t/\S+)$", re.M)
_FOR_YOU = render("channel/links", files=[], linked=True, days=LASTS.days).strip()
_TOO_LARGE = 20 * 1024 * 1024 + 1
_COVERS = re.compile(r"^Số liệu từ \S+ đến hết \S+; gửi sớm vẫn sửa được\.\n\n", re.M)
WRITTEN = ""  # the data of a choice that the phone shows in words, or not at all


@dataclass(frozen=True)
class Part:
    """One message on a phone, of either messenger. `buttons`: (what a tap sends, title)."""

    id: str
    at: float
    text: str = ""
    buttons: list[list[str]] = field(default_factory=list)
    files: list[dict[str, Any]] = field(default_factory=list)
    template: str = ""
    data: Mapping[str, str] = field(default_factory=dict)


class ZaloStage(PhonesStage):
    """One run on a copy of a sample that was moved to Zalo. `rungs`: how notices went out."""

    line: ZaloLine
    kind: ClassVar[type[Any]]  # the messenger as `baocao serve` has it
    strays: ClassVar[tuple[str, ...]]  # what people send that is neither words nor files

    def __init__(self, moved: Path, folder: Path, line: ZaloLine) -> None:
        super().__init__(moved, folder)
        self.line = line
        self.rungs: Counter[str] = Counter()
        self._messages: dict[str, list[DemoMessage]] = {}
        self._read: Counter[str] = Counter()
        self._places: dict[int, int] = {}  # outbox row whose message it is: where it first stood
        self._told: Counter[str] = Counter()
        self._announced: dict[str, list[DemoMessage]] = {}  # by templates, and not said in full since
        self.recut = False  # an answer stood behind what was announced: its pieces are cut elsewhere
        self.again: set[str] = (
            set()
        )  # buttons that came once more with what was announced, as scripts have them
        self.covers = 0  # how often it was told in words what a report covers
        self.meet_everybody()

    def _start(self, number: int) -> RunningBot:
        return ZaloBot(Database(self.url), self.line, number)

    def _end(self) -> None:
        assert isinstance(self._bot, ZaloBot)
        self._bot.end()

    def close(self) -> None:
        """End everything. AssertionError where not all was sent at the first try."""
        try:
            with self.running() as bot:
                assert self.unsent(bot) == []
            self.line.run(_nothing())
            self.check()
        finally:
            self.stop()
            self.line.close()

    def unsent(self, bot: RunningBot) -> list[tuple[Any, ...]]:
        """What was not sent at the first try."""
        return bot.unsent()

    def check(self) -> None:
        """What must be true at the end. AssertionError."""
        raise NotImplementedError

    def parts(self, who: str) -> list[Part]:
        """What a phone shows of ours, oldest first."""
        raise NotImplementedError

    # What people do

    def say(self, who: str, text: str) -> None:
        phone, typed = self.phone(who), self.as_typed(who, text)
        self.act(lambda: phone.say(typed))

    def tap(self, who: str, label: str) -> None:
        """Tap the newest button of that label; where the phone shows it in words, or not, type it."""
        for message in reversed(self._shown(who)):
            for data, title in message.choices or [[WRITTEN, found] for found in self._written(message)]:
                if label in (title, hide_codes(title)):
                    self.use(who, data, title)
                    return
        raise NotOnThePhone(f"{who}: [{label}]")

    def use(self, who: str, data: str, title: str) -> None:
        """Tap a button, or type its label."""
        self.say(who, data or title)

    def _written(self, message: DemoMessage) -> list[str]:
        return self.offered(message) if "\n\nTrả lời: " in message.text else []

    def tap_old(self, who: str, label: str, of: str = "") -> None:
        if (of or who, label) not in self.buttons:
            raise NotOnThePhone(f"{of or who}: [{label}]")
        _, _, data = self.buttons[of or who, label].partition(" ")
        self.use(who, data, label)

    def edit(self, who: str, old: str, new: str) -> None:
        raise NotOnThePhone(f"{who}: Zalo không cho sửa tin")

    # What is seen

    def _shown(self, who: str) -> list[DemoMessage]:
        parts = self.parts(who)
        fresh, known = parts[self._read[who] :], self._messages.setdefault(who, [])
        if fresh:
            self._read[who] = len(parts)
            known += self._folded(who, fresh)
        return known

    def _folded(self, who: str, parts: list[Part]) -> Iterator[DemoMessage]:
        """The messages that parts make up: files and words before the last part of a row go with it."""
        rows = self._rows(who, [part.id for part in parts])
        before: list[Part] = []
        for part in parts:
            before.append(part)
            if part.id in rows:
                yield from self._messages_of(who, rows[part.id], before)
                before = []
        assert not before, f"{who}: parts of no message: {before}"

    def _messages_of(self, who: str, row: Any, parts: list[Part]) -> Iterator[DemoMessage]:
        if row.notice is not None:
            self.rungs[row.rung or outreach.FREE] += 1
        if parts[-1].template:
            found = list(self.announced(row, parts[-1]))
            self._announced.setdefault(who, []).extend(found if row.notice["kind"] not in BEGINS else [])
            yield from found
            return
        text, linked = self._without_links(_whole(row, [part.text for part in parts if part.text]))
        files = [*(file for part in parts for file in part.files), *linked]
        files = [{**file, "name": self._name_of(file)} for file in files]
        said = self.message(row, parts[-1], self.named(row.id, text), parts[-1].buttons, files)
        rest = self._after_announced(who, self._without_covers(said))
        if rest is not None:
            yield rest

    def _without_covers(self, said: DemoMessage) -> DemoMessage:
        """What a report covers is told to whom its prompt came as a template; the scripts' prompts have said it."""
        text = _COVERS.sub("", said.text, count=1)
        self.covers += text != said.text
        return replace(said, text=text)

    def _name_of(self, file: dict[str, Any]) -> str:
        """A picture's name as the script has it."""
        name: str = file["name"]
        return self._names[digest(file["body"])] if name == NAMELESS else name

    def _after_announced(self, who: str, said: DemoMessage) -> DemoMessage | None:
        """A message without what it says, first of all, in full since a template announced it; None: all was that."""
        announced = self._announced.get(who, [])
        if not announced:
            return said
        text, left = _after(said.text, "\n".join(m.text for m in announced))
        if left:
            assert not text, f"{who} heard «{text}», not «{left}»"
            self._announced[who] = [
                replace(announced[-1], text=left, files=[f for m in announced for f in m.files])
            ]
            return None
        owed = [file["name"] for m in announced for file in m.files]
        self.recut = self.recut or bool(text)
        if text and not said.files and owed:  # a piece: the files come with the last
            self._announced[who] = [
                replace(announced[-1], text="", files=[f for m in announced for f in m.files])
            ]
            return replace(said, text=text)
        given = [file["name"] for file in said.files]
        assert given[: len(owed)] == owed, (given, owed)
        labels = next((m.choices for m in reversed(announced) if m.choices), [])
        if labels and [label for _, label in said.choices] == [label for _, label in labels]:
            self.again.add(" ".join(f"[{hide_codes(label)}]" for _, label in labels))
        self._announced[who] = []
        files = said.files[len(owed) :]
        return replace(said, text=text, files=files) if text or files else None

    def _rows(self, who: str, ids: list[str]) -> dict[str, Any]:
        channel, address = self.contact(who)
        o = outbox.c
        of = (o.channel == channel) & (o.address == address) & o.external_id.in_(ids) & (o.kind != "disarm")
        with self.running() as bot, bot.database.read() as tx:
            return {row.external_id: row for row in tx.execute(select(outbox).where(of).order_by(o.id))}

    def message(
        self, row: Any, part: Part, text: str, choices: list[list[str]], files: list[dict[str, Any]]
    ) -> DemoMessage:
        """A row as it stands on the phone."""
        place = self._places.setdefault(row.target_id or row.id, len(self._places))
        return DemoMessage(
            id=place,
            seq=place,
            at=datetime.fromtimestamp(part.at, ZONE),
            sender="bot",
            text=text,
            choices=choices,
            files=files,
            edited=row.kind == "edit",
            outbox_id=row.id,
        )

    def announced(self, row: Any, part: Part) -> Iterator[DemoMessage]:
        """What a template stands for: the row's words and choices. AssertionError if it says anything else."""
        raise AssertionError("no templates here")

    def _without_links(self, text: str) -> tuple[str, list[dict[str, Any]]]:
        """A text without the links below it, and the files they lead to."""
        found = [(one["name"], one["url"]) for one in _LINKED.finditer(text)]
        if not found:
            return text, []
        with self.running():
            files = [{"name": name, "body": self.line.opened(url)} for name, url in found]
        bare = _LINKED.sub("", text).replace(_FOR_YOU, "")
        head, typed, tail = bare.partition("\n\nTrả lời: ")
        return head.rstrip() + typed + tail, files

    def heard(self, who: str) -> list[DemoMessage]:
        """What is new on a phone; of a message and its change the change alone, where the message stood."""
        messages = self._shown(who)
        fresh = messages[self._told[who] :]
        self._told[who] = len(messages)
        for message in fresh:
            for data, label in message.choices:
                if data != WRITTEN:
                    self.buttons.setdefault((who, hide_codes(label)), f"{message.id} {data}")
        newest = {message.id: message for message in fresh}
        heard = [m for _, m in sorted(newest.items()) if self.seen.get((who, m.id)) != m.text]
        self.seen.update({(who, m.id): m.text for m in heard})
        return heard


def _after(text: str, start: str) -> tuple[str, str]:
    """A text without its start, and what of the start it does not hold, when blanks do not count."""
    place, wanted = 0, 0
    while place < len(text) and wanted < len(start):
        if start[wanted].isspace():
            wanted += 1
        elif text[place].isspace():
            place += 1
        elif text[place] == start[wanted]:
            place, wanted = place + 1, wanted + 1
        else:
            break
    return text[place:].lstrip(), start[wanted:].lstrip()


def digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def _whole(row: Any, texts: list[str]) -> str:
    """The words of a message that came in several parts."""
    if len(texts) < 2:
        return texts[0] if texts else ""
    whole = with_typed_choices(row.text, row.choices)
    assert "".join("".join(texts).split()) == "".join(whole.split()), texts
    return whole


async def _nothing() -> None:
    """One turn of the loop: what was closed is gone."""
