"""Keep a photo or file with a report; ask the office to enter a report from what was sent."""

from collections.abc import Sequence

from handlers.actions.entry_tasks import entry_asked
from handlers.actions.request_correction import office_people
from handlers.choices import choice
from handlers.messages import File
from handlers.report import Report
from handlers.turn import Turn
from storage.queries import evidence, office_tasks
from templates.notices import news
from templates.render import render


def keep_evidence(turn: Turn, report: Report, files: Sequence[File], question: str) -> list[str]:
    """Tie files to a report, and to a question where one asked for a file. Returns their names."""
    for file in files:
        evidence.add(
            turn.tx, assignment_id=report.assignment.id, person_id=turn.person.id, at=turn.now, question=question,
            name=file.name, media_type=file.media_type, size=file.size, sha256=file.sha256,
        )  # fmt: skip
    turn.audit(
        turn.person.id, "evidence", "assignment", report.assignment.id, files=[f.sha256[:12] for f in files]
    )
    return [file.name for file in files]


def ask_office_to_enter(turn: Turn, report: Report) -> bool:
    """Open the task «nhập hộ» once for a report. Returns False when it is open already."""
    if entry_asked(turn, report.assignment.id):
        return False
    task = office_tasks.add(
        turn.tx,
        kind="enter_for",
        assignment_id=report.assignment.id,
        person_id=turn.person.id,
        at=turn.now,
        detail={},
    )
    turn.audit(turn.person.id, "ask_enter_for", "assignment", report.assignment.id, task=task)
    text = render("office/enter_asked", who=turn.person.name, unit=report.unit.name, month=report.month)
    turn.tell(office_people(turn), text, [choice("enter_for", task)], news("task"))
    return True
