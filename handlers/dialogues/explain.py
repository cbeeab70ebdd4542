"""«Giữ nguyên số»: a returned report is sent again unchanged, with an explanation to the reviewer."""

from typing import Any

from handlers.dialogues import review
from handlers.lines import facts_of
from handlers.report import Report, load
from handlers.scenes import Explaining, Reviewing
from handlers.turn import Turn
from reporting.errors import Refused
from storage.queries import answers, people, submissions


def begin(turn: Turn, assignment_id: int) -> None:
    """Ask why the figures are right."""
    report = load(turn.tx, turn.world, assignment_id, turn.now)
    if not turn.may_fill(report.unit):
        raise Refused("no_right")
    changed = _changed_since_sent(turn, report)
    if changed:
        turn.say("review/being_changed", lines=changed)
        turn.enter(Reviewing(assignment_id))
        return
    turn.enter(Explaining(assignment_id))


def _changed_since_sent(turn: Turn, report: Report) -> list[dict[str, Any]]:
    """Returned lines that stand otherwise than they were sent: there is no number left to keep."""
    sent = submissions.latest(turn.tx, report.assignment.id)
    lines = list((report.assignment.returned or {}).get("lines", {}))
    if sent is None:
        return []
    moved = [c for c in lines if c in report.answers and report.answers[c].value != sent.figures.get(c)]
    who = people.names(turn.tx, [report.answers[code].person_id for code in moved])
    return [
        {**line, "was": sent.figures.get(line["code"]), "by": who[report.answers[line["code"]].person_id]}
        for line in facts_of(report, moved)
    ]


def show(turn: Turn, scene: Explaining) -> None:
    turn.say("review/explain_why")


def on_text(turn: Turn, scene: Explaining, text: str) -> None:
    """Keep the explanation with the returned lines and send again."""
    report = load(turn.tx, turn.world, scene.assignment, turn.now, lock=True)
    if not any(c.isalpha() for c in text):
        turn.say("ask_back/again")
        turn.enter(scene)
        return
    if report.locked or report.assignment.state != "returned":
        review.send(turn, scene.assignment)  # which says why not
        return
    changed = _changed_since_sent(turn, report)
    if changed:  # by the partner, while the reason was asked
        turn.say("review/being_changed", lines=changed)
        turn.enter(Reviewing(scene.assignment))
        return
    for code in (report.assignment.returned or {}).get("lines", {}):
        answers.set_note(turn.tx, report.assignment.id, code, text)
    turn.audit(turn.person.id, "explain", "assignment", report.assignment.id)
    review.send(turn, scene.assignment)
