"""A correction after the lock: the right figure is asked, the office is, and the reason may follow."""

from handlers.actions.request_correction import explain_request, office_facts
from handlers.dialogues import focus
from handlers.lines import line_facts
from handlers.report import load
from handlers.scenes import Idle, Requesting
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.reading.doubt_reply import is_question


def show(turn: Turn, scene: Requesting) -> None:
    """Ask for the right figure; where it was given already, nothing."""
    if scene.task:
        return
    report = load(turn.tx, turn.world, scene.of, turn.now)
    line = report.line(report.number(scene.code))
    if line is None:  # not shown any more
        turn.enter(Idle(), show=False)
        return
    turn.say("sent/want_figure", line=line_facts(report, line), unit=report.unit.name, month=report.month)


def on_text(turn: Turn, scene: Requesting, text: str) -> None:
    """The right figure; then, if they like, why."""
    report = load(turn.tx, turn.world, scene.of, turn.now, lock=True)
    line = report.line(report.number(scene.code))
    if not turn.may_fill(report.unit):
        raise Refused("no_right")
    if scene.task and is_question(text):
        turn.say("sent/not_a_reason", number=report.number(scene.code), **office_facts(turn))
        turn.enter(scene, show=False)
    elif scene.task:
        explain_request(turn, report, scene.task, text)
        turn.say("sent/reason_told")
        turn.enter(Idle(), show=False)
    elif line is not None:
        focus.request(turn, report, line, text)
