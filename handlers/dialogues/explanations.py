"""«Bỏ giải thích»: a reason that was kept with a figure, and was none, is taken away."""

from handlers.dialogues import focus
from handlers.lines import facts_of
from handlers.report import load
from handlers.scenes import Idle
from handlers.turn import Turn
from reporting.reading.commands import Command
from storage.queries import answers


def drop(turn: Turn, order: Command) -> None:
    """Take away the reason of the line named, or the only one; of several it is asked which."""
    found = focus.one(turn, "bo giai thich")
    if found is None:
        return
    report = load(turn.tx, turn.world, found.assignment.id, turn.now, lock=True)
    own = [
        code for code, answer in report.answers.items() if answer.note and answer.person_id == turn.person.id
    ]
    named, _ = focus.find_line(report, order.argument) if order.argument else (None, "")
    meant = [code for code in own if named is None or named.question.code == code]
    if len(meant) == 1 and not report.locked:
        answers.set_note(turn.tx, report.assignment.id, meant[0], "")
        turn.audit(
            turn.person.id, "explain", "assignment", report.assignment.id, question=meant[0], dropped=True
        )
        turn.say("confirm/reason_dropped", line=facts_of(report, meant)[0])
    else:
        turn.say("confirm/which_reason", lines=facts_of(report, own), locked=report.locked)
    if not isinstance(turn.scene, Idle):
        turn.enter(turn.scene)
