"""The office finishes a task: a correction after the lock is amended or noted, an entry for a unit is done."""

from handlers.actions.record import record
from handlers.lines import facts_of, why_impossible
from handlers.report import Report, load
from handlers.turn import Turn
from reporting.reading.reader import read
from reporting.reading.readings import Given
from reporting.values import Value
from storage.queries import office_tasks
from storage.queries.office_tasks import Task
from templates.notices import news
from templates.render import render


def amend_report(turn: Turn, task: Task) -> None:
    """Write the asked correction into the locked report. What does not read as one figure is said, nothing changes."""
    assert task.assignment_id is not None
    report = load(turn.tx, turn.world, task.assignment_id, turn.now, lock=True)
    code = task.detail["question"]
    value = _asked(turn, report, code, task.detail["text"])
    recorded = None
    if value is not None:
        recorded = record(turn, report, {code: value}, origin="on_behalf")
    if recorded is None or recorded.refused:
        message = why_impossible(report, recorded.refused[0]) if recorded else ""
        turn.say("office/cannot_amend", text=task.detail["text"], message=message, unit=report.unit.name)
        return
    finish_task(turn, task, "amended")


def _asked(turn: Turn, report: Report, code: str, text: str) -> Value | None:
    question = report.form.question(code)
    if question.kind == "text":
        return text
    reading = read(question.kind, text, turn.now.astimezone(turn.world.profile.zone).date())
    return reading.value if isinstance(reading, Given) else None


def finish_task(turn: Turn, task: Task, outcome: str) -> None:
    """Close a task, and tell whoever asked. A task closed by somebody else meanwhile is left as it is."""
    assert task.assignment_id is not None
    if not office_tasks.finish(turn.tx, task.id, turn.person.id, turn.now, outcome):
        turn.say("office/already_done", who="", at=None)
        return
    turn.audit(turn.person.id, "finish_task", "task", task.id, outcome=outcome)
    report = load(turn.tx, turn.world, task.assignment_id, turn.now)
    facts = {
        "unit": report.unit.name,
        "month": report.month,
        "outcome": outcome,
        "line": facts_of(report, [task.detail["question"]])[0] if "question" in task.detail else None,
        "text": task.detail.get("text", ""),
    }
    turn.say("office/done", **facts)
    if task.person_id is not None and _still_serves(turn, task.person_id, report):
        turn.tell([task.person_id], render("office/outcome", **facts), notice=news("outcome"))


def _still_serves(turn: Turn, person_id: int, report: Report) -> bool:
    """Whether whoever asked may still see the unit's figures."""
    return any(turn.has_right(person_id, action, report.unit.id) for action in ("answer", "see_unit_figures"))
