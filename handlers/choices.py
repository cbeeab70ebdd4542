"""Making buttons: an id that says what to do, a label from templates."""

from collections.abc import Mapping, Sequence

from handlers.messages import Choice
from handlers.report import Report
from handlers.world import World
from reporting.values import Value
from storage.queries.assignments import Assignment
from storage.queries.people import Membership
from templates.labels import label


def choice(key: str, subject: int | str | None = None) -> Choice:
    """The button `key`, about `subject` (an assignment's or a task's id) where it stands for itself.

    >>> choice("start", 12).id
    'start:12'
    """
    return Choice(key if subject is None else f"{key}:{subject}", label(key))


def split_id(choice_id: str) -> tuple[str, str]:
    """The verb and the subject of a choice id; the subject is empty where there is none."""
    verb, _, subject = choice_id.partition(":")
    return verb, subject


def opening_choices(report: Report) -> list[Choice]:
    """What can be done with a report from a prompt. «Không phát sinh» only where every stock has a last value."""
    started = bool(report.answers)
    subject = report.assignment.id
    first = choice("resume" if started else "start", subject)
    zero = (
        [choice("zero", subject)]
        if report.can_repeat_stocks() and not started and report.unit.kind != "province"
        else []
    )
    return [first, *zero, choice("later", subject)]


def prompt_choices(
    world: World,
    duty: Sequence[tuple[Membership, Assignment]],
    past: Mapping[tuple[int, str], Mapping[str, Value]],
) -> list[Choice]:
    """The same for a person's prompt when a campaign opens, without loading each report; several units: one each."""
    if len(duty) > 1:
        return [Choice(f"start:{a.id}", member.unit.name) for member, a in duty]
    (member, assignment) = duty[0]
    figures = past.get((member.unit_id, assignment.form), {})
    stocks = [q.code for q in world.forms[assignment.form].questions if q.agg == "last" and not q.computed]
    known = all(isinstance(figures.get(code), int) for code in stocks if code in figures) and bool(figures)
    zero = [choice("zero", assignment.id)] if known and member.unit.kind != "province" else []
    return [choice("start", assignment.id), *zero, choice("later", assignment.id)]
