"""«Giữ nguyên số»: a returned report is sent again unchanged, with an explanation to the reviewer."""

from handlers.dialogues import review
from handlers.report import load
from handlers.scenes import Explaining
from handlers.turn import Turn
from reporting.errors import Refused
from storage.queries import answers


def begin(turn: Turn, assignment_id: int) -> None:
    """Ask why the figures are right."""
    report = load(turn.tx, turn.world, assignment_id, turn.now)
    if not turn.may_fill(report.unit):
        raise Refused("no_right")
    turn.enter(Explaining(assignment_id))


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
    for code in (report.assignment.returned or {}).get("lines", {}):
        answers.set_note(turn.tx, report.assignment.id, code, text)
    turn.audit(turn.person.id, "explain", "assignment", report.assignment.id)
    review.send(turn, scene.assignment)
