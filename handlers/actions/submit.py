"""Send a report: all lines answered and possible, a frozen submission, a receipt, the state, the audit row."""

from handlers.actions.entry_tasks import close_entry_tasks
from handlers.lines import why_impossible
from handlers.report import Report
from handlers.turn import Turn
from reporting import workflow
from reporting.errors import Refused
from storage.queries import assignments, submissions
from storage.queries.submissions import Submission


def submit(turn: Turn, report: Report) -> Submission:
    """Send a draft or a returned report. Raises Refused: no_right, locked, already_sent, unfinished or impossible."""
    if not turn.may_fill(report.unit):
        raise Refused("no_right", action="enter_for")
    state = report.assignment.state
    event = "resubmit" if state == "returned" else "submit"
    workflow.step(state, event, locked=report.locked and turn.bound_by_lock(report.unit))
    open_lines = [q for q in report.sheet.open_questions() if q.required]
    if open_lines:
        raise Refused("unfinished", lines=[(report.number(q.code), q.short) for q in open_lines])
    return send(turn, report)


def send(turn: Turn, report: Report) -> Submission:
    """Freeze the figures as the next submission. Raises Refused(impossible) if a hard check is broken."""
    violations = report.sheet.violations()
    if violations:
        raise Refused(
            "impossible", lines=[(report.number(v.code), why_impossible(report, v)) for v in violations]
        )
    assignment = report.assignment
    before = submissions.latest(turn.tx, assignment.id)
    code = workflow.receipt_code(
        report.unit.code, report.campaign.period, (before.version if before else 0) + 1, assignment.id
    )
    submissions.add(turn.tx, assignment.id, code, turn.now, turn.person.id, report.sheet.figures())
    if before is None:
        late = turn.now > report.due
        assignments.set_state(
            turn.tx, assignment.id, state="submitted", returned=None, submitted_at=turn.now, late=late
        )
    else:
        assignments.set_state(turn.tx, assignment.id, state="submitted", returned=None)
    close_entry_tasks(turn, assignment.id, turn.person.id)
    sent = submissions.latest(turn.tx, assignment.id)
    assert sent is not None
    turn.audit(turn.person.id, "submit", "assignment", assignment.id, version=sent.version, code=code)
    return sent
