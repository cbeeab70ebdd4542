"""One unit's report of one month as it stands: what was answered, what came before, what is still open."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from handlers.world import World
from reporting.doubts import MOVED_BY, NEEDS, Doubt, alone, doubt, goes_without, moved_too_far, newcomers_only
from reporting.forms.model import Form, Question
from reporting.forms.sheet import Line, Sheet
from reporting.periods import Month
from reporting.successors import previous_figures
from reporting.values import Value, bare
from storage.database import Tx
from storage.queries import answers as answer_rows
from storage.queries import duties, submissions, units
from storage.queries.answers import Answer
from storage.queries.assignments import Assignment
from storage.queries.campaigns import Campaign
from storage.queries.submissions import UnitFigures
from storage.queries.units import Unit
from storage.remembered import remembered

HISTORY_MONTHS = 6
DISPUTED = "disputed"  # the origin of an opening that the unit puts in the place of the one carried over


@dataclass(frozen=True)
class Report:
    """A unit's assignment with everything needed to ask, check and show it."""

    assignment: Assignment
    campaign: Campaign
    unit: Unit
    form: Form
    answers: Mapping[str, Answer]
    history: tuple[UnitFigures, ...]  # newest first, at most six
    today: date

    @cached_property
    def month(self) -> Month:
        return Month.parse(self.campaign.period)

    @property
    def due(self) -> datetime:
        return self.campaign.stages["due"]

    @property
    def locked(self) -> bool:
        return self.campaign.state == "locked"

    @cached_property
    def previous(self) -> Mapping[str, Value]:
        """The last reported figures, from whichever month they are."""
        return self.history[0].figures if self.history else {}

    @cached_property
    def last_month(self) -> Mapping[str, Value]:
        """The figures of exactly the month before, to compare with; empty if it was not reported."""
        if self.history and self.history[0].period == str(self.month.previous()):
            return self.history[0].figures
        return {}

    @cached_property
    def sheet(self) -> Sheet:
        return self.sheet_with({})

    def sheet_with(self, changes: Mapping[str, Value]) -> Sheet:
        """The form evaluated with `changes` on top of what is stored."""
        given = {code: answer.value for code, answer in self.answers.items()}
        disputed = {code for code, answer in self.answers.items() if answer.origin == DISPUTED} | set(changes)
        answers = {**given, **changes}
        carried = {
            total: answers[opening]
            for opening, total in self.form.openings.items()
            if total in self.previous and opening in answers and opening in disputed
        }
        return Sheet(self.form, answers, {**self.previous, **carried}, self.today)

    @property
    def disputed(self) -> Mapping[str, Value]:
        """What the month begins with as the unit says it, where that is not what was carried over; by the total."""
        return {
            total: self.answers[opening].value
            for opening, total in self.form.openings.items()
            if total in self.previous and opening in self.answers and self.answers[opening].origin == DISPUTED
        }

    def number(self, code: str) -> int:
        """The line's number on the card; 0 if it is computed or not shown."""
        return self.sheet.number(code)

    def line(self, number: int) -> Line | None:
        """The line with that number; None where there is none."""
        return next((line for line in self.sheet.lines() if 0 < line.number == number), None)

    def last_number(self) -> int:
        return max((line.number for line in self.sheet.lines()), default=0)

    @property
    def open_numbers(self) -> list[int]:
        """The numbers of the lines that nothing is written in."""
        return sorted(number for q in self.sheet.open_questions() if (number := self.number(q.code)))

    def doubt_of(self, code: str, value: Value) -> Doubt | None:
        """Whether a figure is far from those of the last six months, or moved by more than the month's flows explain;
        a qualifier is passed over."""
        question, figure = self.form.question(code), bare(value)
        if question.kind not in ("count", "money") or isinstance(figure, bool) or not isinstance(figure, int):
            return None
        past = [bare(f.figures.get(code)) for f in self.history]
        usual = doubt(figure, [v if isinstance(v, int) else None for v in past], question.kind)
        needed = {other: bare(self.sheet.value(other)) for other in NEEDS.get(code, ())}
        known = {other: value if isinstance(value, int) else None for other, value in needed.items()}
        if usual is not None and code in MOVED_BY:
            usual = replace(usual, likely=self._with_newcomers(code, figure) or usual.likely)
        if goes_without(code, figure, known):
            return None
        return usual or alone(code, figure, known) or self._moved(code, figure)

    def _moved(self, code: str, figure: int) -> Doubt | None:
        """A stock of last month against what came and went since; nothing is said where one of them is not known."""
        known = self._last_and_flows(code)
        return moved_too_far(figure, *known) if len(known) == 3 else None

    def _with_newcomers(self, code: str, figure: int) -> int | None:
        known = self._last_and_flows(code)
        return newcomers_only(figure, *known[:2]) if len(known) == 3 else None

    def _last_and_flows(self, code: str) -> list[int]:
        """Last month's stock, what came and what went since; fewer where one of them is not known."""
        flows = [self.sheet.value(flow) for flow in MOVED_BY.get(code, ())]
        known = map(bare, (self.last_month.get(code), *flows))
        return [v for v in known if isinstance(v, int) and not isinstance(v, bool)]

    def can_repeat_stocks(self) -> bool:
        """Whether «nothing happened» can be said: every stock asked has a last reported value."""
        return all(isinstance(bare(self.previous.get(q.code)), int) for q in self.asked_stocks())

    def asked_stocks(self) -> list[Question]:
        return [
            q
            for q in self.form.questions
            if q.agg == "last" and not q.computed and self.sheet.relevant(q.code)
        ]

    def again(self, tx: Tx) -> "Report":
        """The same report with the answers as they now are in the transaction."""
        return replace(self, answers=answer_rows.latest(tx, self.assignment.id))


def load(tx: Tx, world: World, assignment_id: int, now: datetime, *, lock: bool = False) -> Report:
    """Read a report; with `lock`, hold its assignment until the transaction ends."""
    today = now.astimezone(world.profile.zone).date()
    if lock:
        duties.lock(tx, assignment_id)
    return remembered(tx, ("report", assignment_id, today), lambda: _read(tx, world, assignment_id, today))


def _read(tx: Tx, world: World, assignment_id: int, today: date) -> Report:
    duty = duties.get(tx, assignment_id)
    assignment = duty.assignment
    return Report(
        assignment=assignment,
        campaign=duty.campaign,
        unit=duty.unit,
        form=world.forms[assignment.form],
        answers=answer_rows.latest(tx, assignment_id),
        history=tuple(past_figures(tx, assignment.unit_id, assignment.form, assignment.period)),
        today=today,
    )


def past_figures(tx: Tx, unit_id: int, form: str, before: str) -> list[UnitFigures]:
    """The unit's last six months, or for a new unit those of the units it was merged from."""
    own = submissions.history(tx, unit_id, form, before, HISTORY_MONTHS)
    merged = units.predecessors(tx, unit_id) if len(own) < HISTORY_MONTHS else []
    if not merged:
        return own
    newest = {old: submissions.history(tx, old, form, before, 1) for old in merged}
    last = {old: rows[0] for old, rows in newest.items() if rows} | ({unit_id: own[0]} if own else {})
    going_on = [old for old in merged if units.get(tx, old).closed_on is None]
    figures = previous_figures(unit_id, units.successions_of_all(tx), last, continuing=going_on)
    if not figures or (own and figures == own[0].figures):
        return own
    period = max(row.period for row in last.values())
    return [UnitFigures(unit_id, form, period, dict(figures)), *(row for row in own if row.period < period)]
