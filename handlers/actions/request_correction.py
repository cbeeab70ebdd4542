"""After the lock a correction becomes a request to the office: amend, or note next month."""

from typing import Any

from handlers.choices import choice
from handlers.lines import facts_of
from handlers.report import Report
from handlers.turn import Context, Turn
from reporting.reading.readings import Given
from reporting.reading.reply_types import Item
from storage.queries import office_tasks, people
from templates.formats import figure
from templates.notices import news
from templates.render import render


def request_correction(turn: Turn, report: Report, code: str, text: str) -> int:
    """Open a task for the office and tell it. Returns the task's id."""
    detail = {"question": code, "text": text, "period": report.campaign.period, "inbox": turn.inbox_id}
    task = office_tasks.add(
        turn.tx,
        kind="correction",
        assignment_id=report.assignment.id,
        person_id=turn.person.id,
        at=turn.now,
        detail=detail,
    )
    turn.audit(
        turn.person.id, "request_correction", "assignment", report.assignment.id, question=code, task=task
    )
    text_to_office = render(
        "office/correction_asked", who=turn.person.name, unit=report.unit.name, month=report.month,
        line=facts_of(report, [code])[0], text=text,
    )  # fmt: skip
    turn.tell(
        office_people(turn), text_to_office, [choice("amend", task), choice("next_month", task)], news("task")
    )
    return task


def explain_request(turn: Turn, report: Report, task_id: int, reason: str) -> None:
    """Add a reason to an open request, and tell the office."""
    task = office_tasks.get(turn.tx, task_id)
    office_tasks.set_detail(turn.tx, task_id, {**task.detail, "reason": reason})
    text = render(
        "office/correction_reason", who=turn.person.name, unit=report.unit.name, month=report.month,
        line=facts_of(report, [task.detail["question"]])[0], text=reason,
    )  # fmt: skip
    turn.tell(
        office_people(turn), text, [choice("amend", task_id), choice("next_month", task_id)], news("task")
    )


def withdraw_request(turn: Turn, report: Report, task_id: int) -> None:
    """Close a request that is not wanted any more, and tell the office; one that was decided stays as it is."""
    task = office_tasks.get(turn.tx, task_id)
    if not office_tasks.finish(turn.tx, task_id, turn.person.id, turn.now, "withdrawn"):
        return
    turn.audit(turn.person.id, "withdraw_request", "assignment", report.assignment.id, task=task_id)
    text = render(
        "office/correction_withdrawn", who=turn.person.name, unit=report.unit.name, month=report.month,
        line=facts_of(report, [task.detail["question"]])[0],
    )  # fmt: skip
    turn.tell(office_people(turn), text, (), news("task"))


def office_people(ctx: Context) -> list[int]:
    """Everybody of the provincial office."""
    return [m.person_id for m in people.all_holders(ctx.tx, ("office",), ctx.now)]


def as_read(report: Report, item: Item) -> str:
    """What was said of a line: the figure as it was read, else the words."""
    match item.reading:
        case Given(int(value)) if not isinstance(value, bool):
            return figure(value, report.form.question(item.code).kind, "")
    return item.text


def office_facts(ctx: Context) -> dict[str, Any]:
    """Whom somebody is sent to: the office's short name, and the names of its people."""
    return {"office": ctx.world.profile.short_name, "people": office_names(ctx)}


def office_names(ctx: Context) -> list[str]:
    """The names of the office's people, to be said to whoever is sent to them."""
    own = people.names(ctx.tx, office_people(ctx))
    return sorted(set(own.values()))
