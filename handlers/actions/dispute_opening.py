"""A unit's total carried over from the month before is wrong: its report goes on, the office is to look at it."""

from handlers.actions.request_correction import office_people
from handlers.choices import choice
from handlers.report import Report
from handlers.turn import Turn
from storage.queries import office_tasks
from templates.notices import news
from templates.render import render

KIND = "opening"


def tell_of_dispute(turn: Turn, report: Report, total: str, carried: int, said: int) -> None:
    """One task for each report, saying what it says now; the office is told."""
    detail = {"question": total, "carried": carried, "said": said, "period": report.campaign.period}
    known = _open_task(turn, report)
    if known is not None:
        task = known.id
        office_tasks.set_detail(turn.tx, task, detail)
    else:
        task = office_tasks.add(
            turn.tx, kind=KIND, assignment_id=report.assignment.id, person_id=turn.person.id, at=turn.now,
            detail=detail,
        )  # fmt: skip
    turn.audit(
        turn.person.id, "dispute_opening", "assignment", report.assignment.id,
        question=total, carried=carried, said=said, task=task,
    )  # fmt: skip
    text = render(
        "office/opening_disputed", who=turn.person.name, unit=report.unit.name, month=report.month,
        short=report.form.question(total).short, carried=carried, said=said,
    )  # fmt: skip
    others = [person for person in office_people(turn) if person != turn.person.id]
    turn.tell(others, text, [choice("task_done", task)], news("task"))


def withdraw_dispute(turn: Turn, report: Report) -> None:
    """The unit takes the figure carried over after all: nothing is left for the office to look at."""
    known = _open_task(turn, report)
    if known is not None:
        office_tasks.finish(turn.tx, known.id, turn.person.id, turn.now, "withdrawn")
        turn.audit(turn.person.id, "finish_task", "task", known.id, outcome="withdrawn")


def _open_task(turn: Turn, report: Report) -> office_tasks.Task | None:
    about = (KIND, report.assignment.id)
    return next((t for t in office_tasks.open_ones(turn.tx) if (t.kind, t.assignment_id) == about), None)
