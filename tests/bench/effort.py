"""What a report costs a chair: taps, messages, characters, and what there is to read. Played through the whole bot,
on each kind of phone and by each way the opening may arrive.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bot.sample.example_templates import with_example_templates
from handlers.world import World
from reporting.errors import Broken
from storage.database import Database
from storage.queries import answers, assignments, campaigns, demo, people, submissions
from tests.bench.figures import Figure
from tests.support.stage import Stage, fresh_sample

WHO = "ct-thpt-than-uyen"
BEFORE, OPENED = "2023-10-11 09:00", "2023-10-12 08:00"
TWELVE = ("1, 0, 46", "2, 60, 1, 1", "1, 3, 2 triệu", "1, 2")
CORRECTION = "sửa 5 65"


@dataclass(frozen=True, slots=True)
class Phone:
    """What a phone is like; `silent`: its owner has not written for weeks, so that the opening comes as a template."""

    name: str
    likeness: str
    silent: bool = True


PHONES = (
    Phone("Telegram", demo.TELEGRAM),
    Phone("Official Account, free message", demo.OA, silent=False),
    Phone("Official Account, template", demo.OA),
    Phone("words alone", demo.TEXT),
)


class Templates(Stage):
    """A stage whose office has approved templates."""

    def rules(self) -> World:
        return with_example_templates(super().rules())


@dataclass
class Chair:
    """One person's phone; counts what is done on it and what comes."""

    stage: Stage
    taps: int = 0
    typed: list[str] = field(default_factory=list)
    read: list[str] = field(default_factory=list)

    def tap(self, label: str) -> None:
        """Tap a button; where it is not on the phone, its words are typed."""
        if self.stage.has_button(WHO, label):
            self.taps += 1
            self.stage.tap(WHO, label)
            self.listen()
        else:
            self.say(label)

    def say(self, text: str) -> None:
        self.typed.append(text)
        self.stage.say(WHO, text)
        self.listen()

    def listen(self) -> None:
        """Read what is new: the text, and the words on its buttons."""
        for message in self.stage.heard(WHO):
            self.read.append(" ".join([message.text, *(label for _, label in message.choices)]))

    def begin_count(self) -> None:
        """Count from here."""
        self.taps, self.typed, self.read = 0, [], []


def unchanged(chair: Chair) -> None:
    chair.tap("Không phát sinh")
    chair.tap("Gửi báo cáo")


def twelve_changed(chair: Chair) -> None:
    chair.tap("Bắt đầu")
    for reply in TWELVE:
        chair.say(reply)
    chair.tap("Không có")
    chair.tap("Không có")
    chair.tap("Gửi báo cáo")


def corrected_after_sending(chair: Chair) -> None:
    unchanged(chair)
    chair.begin_count()
    chair.say(CORRECTION)


@dataclass(frozen=True, slots=True)
class Case:
    """What is played; how often the report must then have been sent; how many figures must differ from last month's.

    `actions` (taps and messages), `replies` (messages with figures) and `heard` (bot messages) are aims.
    """

    name: str
    play: Callable[[Chair], None]
    versions: int
    changed: int = 0
    actions: int | None = None
    replies: int | None = None
    heard: int | None = None


CASES = (
    Case("nothing happened", unchanged, 1, actions=2, heard=3),
    Case("twelve changed figures", twelve_changed, 1, 12, replies=4),
    Case("a correction after sending", corrected_after_sending, 2),
)


def measure(folder: Path) -> list[Figure]:
    """Each case on each phone, on its own copy of the sample. The opening prompt counts as read."""
    sample = fresh_sample(folder)
    return [figure for case in CASES for phone in PHONES for figure in _played(sample, folder, case, phone)]


def _played(sample: Path, folder: Path, case: Case, phone: Phone) -> list[Figure]:
    stage = Templates(sample, folder)
    try:
        with stage.running() as world:
            world.set_likeness(WHO, phone.likeness)
        if not phone.silent:
            stage.advance(BEFORE)
            stage.say(WHO, "trợ giúp")
        stage.heard(WHO)
        stage.advance(OPENED)
        chair = Chair(stage)
        chair.listen()
        case.play(chair)
    finally:
        stage.stop()  # the next one is played on a copy in the same place
    _judge(stage.file, case)
    return _figures(f"{case.name}, {phone.name}", case, chair)


def _figures(name: str, case: Case, chair: Chair) -> list[Figure]:
    replies = [text for text in chair.typed if any(letter.isdecimal() for letter in text)]
    acts = f"{chair.taps} taps, {len(chair.typed)} typed, {len(replies)} of them figures"
    aimed = [Figure(f"{name}: messages with figures", len(replies), "", case.replies)] if case.replies else []
    return [
        Figure(f"{name}: taps and messages", chair.taps + len(chair.typed), "", case.actions, note=acts),
        *aimed,
        Figure(f"{name}: characters typed", sum(map(len, chair.typed)), ""),
        Figure(f"{name}: bot messages", len(chair.read), "", case.heard),
        Figure(f"{name}: words to read", sum(len(text.split()) for text in chair.read), ""),
    ]  # fmt: skip


def _judge(file: Path, case: Case) -> None:
    """Raises Broken unless the report lies there, sent as often and changed as much as the case says."""
    database = Database(f"sqlite:///{file}")
    try:
        with database.read() as tx:
            person, campaign = people.by_contact(tx, "simulator", WHO), campaigns.latest(tx)
            if person is None or campaign is None:
                raise Broken(f"the sample has no {WHO}, or no campaign was opened")
            units = [member.unit_id for member in people.memberships(tx, person.id, campaign.opened_at)]
            (assignment,) = assignments.of_units(tx, units, campaign.id)
            sent = submissions.all_of(tx, assignment.id)
            (before,) = submissions.history(tx, assignment.unit_id, assignment.form, assignment.period, 1)
            answered = answers.latest(tx, assignment.id)
    finally:
        database.dispose()
    changed = sum(a.value not in ("", before.figures.get(a.question)) for a in answered.values())
    if len(sent) != case.versions or changed < case.changed:
        raise Broken(f"«{case.name}»: sent {len(sent)} times, {changed} figures changed")
