"""Store answers of a report: rights, the form's hard checks, the new versions, the audit row."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from handlers.actions.late_change import tell_of_late_change
from handlers.actions.submit import send
from handlers.report import DISPUTED, Report, load
from handlers.turn import Turn
from reporting import workflow
from reporting.errors import Refused
from reporting.forms.sheet import Violation
from reporting.values import Value
from storage.queries import answers, assignments
from storage.queries.submissions import Submission


@dataclass(frozen=True, slots=True)
class Change:
    """One answer's old and new value; `old` None: there was none. `note`: the reason given for this value before."""

    code: str
    old: Value | None
    new: Value
    note: str = ""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of some answers. `submission` is set where a sent report was corrected by them."""

    report: Report
    changes: tuple[Change, ...]
    refused: tuple[Violation, ...]
    submission: Submission | None

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(change.code for change in self.changes)


def record(turn: Turn, report: Report, values: Mapping[str, Value], *, origin: str) -> Recorded:
    """Write `values`; those that the form's hard checks forbid are left out and named.

    A report already sent is sent again with the corrections. Raises Refused: no_right, or locked to all but the office.
    """
    if not turn.may_fill(report.unit):
        raise Refused("no_right", action="enter_for")
    if (
        origin not in ("edited", DISPUTED)
        and not turn.may("answer", report.unit.id)
        and report.unit.kind != "province"
    ):
        origin = "on_behalf"
    state = report.assignment.state
    event = "correct" if state == "submitted" else "answer"
    next_state = workflow.step(state, event, locked=report.locked and turn.bound_by_lock(report.unit))
    refused = impossible(report, values)
    bad = {violation.code for violation in refused}
    changes = [_write(turn, report, c, value, origin) for c, value in values.items() if c not in bad]
    if not changes:
        return Recorded(report, (), refused, None)
    if next_state != state:
        assignments.set_state(turn.tx, report.assignment.id, state=next_state)
    turn.audit(
        turn.person.id,
        "answer",
        "assignment",
        report.assignment.id,
        questions=[c.code for c in changes],
        origin=origin,
    )
    before, report = report, load(turn.tx, turn.world, report.assignment.id, turn.now)
    submission = None
    if state == "submitted" and any(change.old != change.new for change in changes):
        submission = send(turn, report)
        tell_of_late_change(turn, before, report)
    return Recorded(report, tuple(changes), refused, submission)


def _write(turn: Turn, report: Report, code: str, value: Value, origin: str) -> Change:
    """One answer's new version; the reason that was given for the same value before goes with it."""
    old = report.answers.get(code)
    note = _reason_of(turn, report, code, value) if old else ""
    answers.write(
        turn.tx, report.assignment.id, code, value,
        person_id=turn.person.id, at=turn.now, origin=origin, inbox_id=turn.inbox_id, note=note,
    )  # fmt: skip
    return Change(code, old.value if old else None, value, note)


def _reason_of(turn: Turn, report: Report, code: str, value: Value) -> str:
    """The reason that was given for this very value before; "" for none. A reason stays with its value."""
    versions = answers.versions(turn.tx, report.assignment.id, code)
    return next((v.note for v in reversed(versions) if v.value == value and v.note), "")


def impossible(report: Report, values: Mapping[str, Value]) -> tuple[Violation, ...]:
    """The hard checks that these values would break, each laid to one of the values themselves.

    A check stands at one question but may be broken by a change of another (women ≤ total, broken by the number of
    those who left): then the changed values are tried one by one, and the one that breaks it is named.
    """
    left, found = dict(values), list[Violation]()
    while broken := _broken(report, left):
        found.append(broken[0])  # what stands behind it in the form may only follow from it
        del left[broken[0].code]
    return tuple(found)


def _broken(report: Report, values: Mapping[str, Value]) -> list[Violation]:
    """The checks that some values break together, in the form's order."""
    found: list[Violation] = []
    for violation in report.sheet_with(values).violations():
        if violation.code in values:
            found.append(violation)
        else:
            culprits = [
                code for code, value in values.items() if _breaks(report, violation.code, {code: value})
            ]
            found.extend(replace(violation, code=code) for code in culprits)
    return found


def _breaks(report: Report, check: str, values: Mapping[str, Value]) -> bool:
    before = {violation.code for violation in report.sheet.violations()}
    after = {violation.code for violation in report.sheet_with(values).violations()}
    return check in after - before
