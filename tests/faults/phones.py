"""People at their telephones: each says their next line when the last one was answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from reporting.values import Value
from storage import tables
from storage.queries import submissions
from tests.fakes.telegram.person import Person
from tests.faults.place import PATIENCE, Town

LAST_MONTH = "2023-09"
CODES = (
    "members_admitted", "members_left", "members_women", "propaganda_events", "propaganda_turns", "dialogues",
    "tuldtt_new", "visits", "gifts", "gifts_vnd", "initiatives_recognised", "training_turns",
)  # fmt: skip
"""Questions in the order of the form: the first is line 1."""
TOGETHER = ((0, 2), (2, 3), (3, 7), (7, 10), (10, 12))  # which ones are answered in one message


@dataclass
class Talk:
    """What one person says, line by line; «[…]» taps the newest button whose label has these words."""

    who: Person
    lines: Sequence[str]
    figures: Mapping[str, Value] = field(default_factory=dict)
    said: int = 0
    seen: int = 0  # messages in the chat when the last line was said

    @property
    def done(self) -> bool:
        """Whether all was said, and answered."""
        return self.said == len(self.lines) and self._answered()

    def _answered(self) -> bool:
        return len(self.who.chat.messages) > self.seen

    def go_on(self) -> None:
        """Say the next line, if the last one was answered."""
        if self.said == len(self.lines) or not self._answered():
            return
        line = self.lines[self.said]
        if line.startswith("["):
            button = self._button(line[1:-1])
            if button is None:
                return
            self.who.tap(*button)
        else:
            self.who.say(line)
        self.said += 1
        self.seen = len(self.who.chat.messages)

    def standing(self) -> str:
        """Where this talk came to a halt, for who reads why."""
        shown = [message.get("text", "[…]") for message in self.who.chat.messages.values()][-4:]
        return f"{self.who.id} said {self.said} of {self.lines}; the chat ends with:\n" + "\n---\n".join(
            shown
        )

    def _button(self, words: str) -> tuple[int, str] | None:
        for message in reversed(self.who.chat.messages.values()):
            rows = message.get("reply_markup", {}).get("inline_keyboard", [])
            for button in (button for row in rows for button in row):
                if words in button["text"]:
                    return message["message_id"], button["callback_data"]
        return None


def chairs_talks(town: Town, many: int, *, short: bool = False) -> list[Talk]:
    """So many chairs fill the form with last month's figures, in nine messages each, or (`short`) in four."""
    contacts, memberships = tables.contacts.c, tables.memberships.c
    wanted = (
        select(memberships.unit_id, contacts.address)
        .join(tables.contacts, contacts.person_id == memberships.person_id)
        .where(memberships.role == "chair").order_by(memberships.unit_id)
    )  # fmt: skip
    with town.database.read() as tx:
        figures = {f.unit_id: f.figures for f in submissions.figures_of_periods(tx, [LAST_MONTH])}
        rows = tx.execute(wanted).all()
    known = [(figures[unit], town.people[int(address)]) for unit, address in rows if unit in figures]
    return [Talk(who, said_by(last, short), {c: last[c] for c in CODES}) for last, who in known[:many]]


def said_by(last: Mapping[str, Value], short: bool) -> list[str]:
    """The lines of one chair."""
    if short:
        return [", ".join(_words(last[code]) for code in CODES), "không có", "không có", "gửi"]
    figures = [", ".join(_words(last[code]) for code in CODES[first:end]) for first, end in TOGETHER]
    return ["bắt đầu", *figures, "không có", "không có", "gửi"]


def _words(value: Value) -> str:
    return f"{value // 1000} nghìn" if isinstance(value, int) and value >= 10_000 else str(value)


def talk(town: Town, talks: Sequence[Talk], patience: float = PATIENCE, until: Any = None) -> None:
    """Let them all talk until each has said all and was answered, or `until()` is true."""

    def step() -> bool:
        for one in talks:
            one.go_on()
        return all(one.done for one in talks)

    try:
        town.until(lambda: town.fake.run(step) or (until is not None and until()), "an answer", patience)
    except AssertionError as error:
        raise AssertionError("\n\n".join([*(one.standing() for one in talks), str(error)])) from None


def paper_talk(town: Town) -> list[Talk]:
    """The office has the report composed and issued, a leader approves it."""
    office, leader = town.holders("office")[0], town.holders("leader")[0]
    return [
        Talk(office, ["soạn báo cáo", "[Trình lãnh đạo]", "[Cấp số]", "[Đồng ý]"], seen=-1),
        Talk(leader, ["[Phê duyệt]", "[: phê duyệt]"]),
    ]
