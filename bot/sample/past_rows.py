"""The rows of what was: locked campaigns with their slots, who was asked, what they sent."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from random import Random
from typing import Any

from bot.sample.history import MonthReport, unit_history
from bot.sample.office_history import office_history
from bot.sample.roster import Roster, Unit
from bot.sample.who_rows import Rows, midnight, unit_ids
from bot.sample.words import Words
from handlers.world import FORM_OF_KIND, World
from reporting.calendar import ZONE
from reporting.periods import Month
from reporting.schedule import Stages, slots, stages
from reporting.values import Value, dumps, to_json
from reporting.workflow import receipt_code

REPORTER_ROLES = ("chair", "deputy", "office")
SENDING_HOURS = (9, 15)  # the hours people send in, whole hours; after the opening, before the due hour
BY_ANOTHER = 0.2  # how often somebody else than the first who could sends


Histories = Mapping[tuple[str, Month], MonthReport]  # by unit code and month
Current = Callable[[Histories], list[tuple[str, MonthReport]]]  # the month after them: what each unit reports


def past_rows(
    roster: Roster,
    world: World,
    start: datetime,
    months: int,
    seed: int,
    words: Words,
    current: Current | None = None,
) -> Iterator[tuple[str, Rows]]:
    """(table, rows) of the last `months` months that are locked at `start`, oldest first; answers of the last only.

    With `current` the month after them is open, and everybody has sent what it says.
    """
    asked = locked_months(world, start, months)
    past = _Past(roster, world, Random(f"{seed}/times"), _histories(roster, world, asked, seed, words))
    for number, month in enumerate(asked, 1):
        past.campaign(number, month, answers=number == len(asked))
    if current is not None:
        past.histories |= {(code, report.month): report for code, report in current(past.histories)}
        past.campaign(len(asked) + 1, asked[-1].next(), answers=True, open_still=True)
    yield from past.tables.items()


def locked_months(world: World, start: datetime, count: int) -> list[Month]:
    """The last `count` months that are locked at a moment, oldest first."""
    day = start.astimezone(ZONE).date()
    last = Month(day.year, day.month)
    while stages(last, world.profile).locks > start:
        last = last.previous()
    return [last.plus(-back) for back in reversed(range(count))]


def _histories(
    roster: Roster, world: World, months: Sequence[Month], seed: int, words: Words
) -> dict[tuple[str, Month], MonthReport]:
    """Every report there is, by unit and month."""
    found: dict[tuple[str, Month], MonthReport] = {}
    for unit in roster.units:
        form = world.forms.get(FORM_OF_KIND.get(unit.kind, ""))
        if form is None:
            continue
        asked = [month for month in months if unit.exists_in(month, world.profile)]
        if unit.kind == "province":
            reports = office_history(form, asked, seed, words)
        else:
            reports = unit_history(form, unit, asked, seed, words)
        found |= {(unit.code, report.month): report for report in reports}
    return found


def _tables() -> dict[str, Rows]:
    return {name: [] for name in ("campaigns", "slots", "assignments", "submissions", "answers")}


@dataclass
class _Past:
    """The rows, growing month by month."""

    roster: Roster
    world: World
    random: Random
    histories: dict[tuple[str, Month], MonthReport]
    tables: dict[str, Rows] = field(default_factory=_tables)
    ids: Mapping[str, int] = field(init=False)
    reporters: Mapping[str, list[tuple[int, datetime, datetime | None]]] = field(init=False)

    def __post_init__(self) -> None:
        self.ids = unit_ids(self.roster)
        self.reporters = _reporters(self.roster)

    def campaign(self, number: int, month: Month, *, answers: bool, open_still: bool = False) -> None:
        """A month and all that was sent in it; with `answers`, also each answer. `open_still`: due, not locked."""
        planned = stages(month, self.world.profile)
        moments = {name: at.isoformat() for name, at in planned.to_dict().items()}
        self.tables["campaigns"].append(
            {
                "id": number,
                "period": str(month),
                "state": "open" if open_still else "locked",
                "opened_at": planned.opens,
                "stages": moments,
            }
        )
        for slot in slots(planned, month, self.world.profile.quiet_hours):
            if open_still and slot.at > planned.overdue:
                break
            row = {"key": slot.key, "due_at": slot.at, "state": "done", "recorded_at": slot.at}
            self.tables["slots"].append(row)
        for unit in self.roster.units:
            form = FORM_OF_KIND.get(unit.kind)
            if form is not None and form in self.world.forms and unit.exists_in(month, self.world.profile):
                self._assignment(number, unit, form, month, planned, answers)

    def _assignment(
        self, campaign: int, unit: Unit, form: str, month: Month, planned: Stages, answers: bool
    ) -> None:
        number = len(self.tables["assignments"]) + 1
        report = self.histories.get((unit.code, month))
        late = report is not None and str(month) in unit.late
        sent_at = None if report is None else _sent_at(self.random, planned, late)
        row = {
            "id": number,
            "campaign_id": campaign,
            "unit_id": self.ids[unit.code],
            "form": form,
            "state": "submitted" if report else "open",
            "submitted_at": sent_at,
            "late": late,
        }
        self.tables["assignments"].append(row)
        if report is None or sent_at is None:
            return
        person = self._sender(unit.code, sent_at)
        self.tables["submissions"].append(
            {
                "id": len(self.tables["submissions"]) + 1,
                "assignment_id": number,
                "version": 1,
                "code": receipt_code(unit.code, month, 1, number),
                "at": sent_at,
                "person_id": person,
                "figures": _figures(report.figures),
            }
        )
        if answers:
            given = report.answers.items()
            self.tables["answers"] += [_answer(number, code, value, person, sent_at) for code, value in given]

    def _sender(self, unit: str, at: datetime) -> int:
        """Who sends for a unit; where it has nobody, the office."""
        own = _serving(self.reporters.get(unit, []), at)
        able = own or _serving(self.reporters[self.roster.units[0].code], at)
        other = self.random.random() < BY_ANOTHER
        return able[-1] if other else able[0]


def _serving(reporters: list[tuple[int, datetime, datetime | None]], at: datetime) -> list[int]:
    return [who for who, since, until in reporters if since <= at and (until is None or at < until)]


def _reporters(roster: Roster) -> dict[str, list[tuple[int, datetime, datetime | None]]]:
    """Who may send for a unit, from when until when, the first one first."""
    found: dict[str, list[tuple[int, datetime, datetime | None]]] = {}
    for number, person in enumerate(roster.people, 1):
        for holding in person.holdings:
            if holding.role in REPORTER_ROLES:
                until = None if holding.until is None else midnight(holding.until + timedelta(days=1))
                found.setdefault(holding.unit, []).append((number, midnight(holding.since), until))
    return found


def _sent_at(random: Random, planned: Stages, late: bool) -> datetime:
    """When a report came: on one of the days up to due; a late one the day after."""
    due = planned.due.date()
    days = max(1, (due - planned.opens.date()).days)
    day = due + timedelta(days=1) if late else due - timedelta(days=random.randrange(days))
    clock = time(random.randint(*SENDING_HOURS), random.randrange(60), random.randrange(60))
    at = datetime.combine(day, clock, ZONE)
    return at if late else min(at, planned.due)


def _figures(figures: Mapping[str, Value]) -> str:
    raw = {code: to_json(value) for code, value in figures.items()}
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":"))


def _answer(assignment: int, question: str, value: Value, person: int, at: datetime) -> dict[str, Any]:
    return {
        "assignment_id": assignment,
        "question": question,
        "version": 1,
        "value": dumps(value),
        "note": "",
        "person_id": person,
        "at": at,
        "origin": "sample",
        "inbox_id": None,
    }
