"""A correction after the lock: the right figure is asked, the office is, and the reason may follow."""

from handlers.actions.request_correction import explain_request, office_facts, withdraw_request
from handlers.dialogues import line_changes, taking
from handlers.lines import facts_of, line_facts
from handlers.report import load
from handlers.scenes import Idle, Requesting
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.reading.doubt_reply import is_question
from reporting.reading.named import named_figures
from reporting.reading.reasons import gives_reason
from reporting.reading.withdrawing import withdraws
from storage.queries import campaigns, office_tasks

FIGURES_OF_A_REPORT = 2  # lines


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
        raise Refused("no_right", action="enter_for")
    if withdraws(text):
        if scene.task:
            withdraw_request(turn, report, scene.task)
            turn.say("sent/withdrawn", number=report.number(scene.code))
        else:
            turn.say("sent/unchanged", lines=facts_of(report, [scene.code]))
        turn.enter(Idle(), show=False)
    elif scene.task and is_question(text):
        turn.say("sent/not_a_reason", number=report.number(scene.code), **office_facts(turn))
        turn.enter(scene, show=False)
    elif scene.task:
        explain_request(turn, report, scene.task, text)
        turn.say("sent/reason_told")
        turn.enter(Idle(), show=False)
    elif line is not None:
        line_changes.request(turn, report, line, text)


def over(turn: Turn, scene: Requesting, text: str) -> bool:
    """Whether what is said now is no reason for the request any more: a new month was opened since, or is reported.

    Figures of several lines are no reason, unless they begin as one does.
    """
    if not scene.task:
        return False
    asked_at = office_tasks.get(turn.tx, scene.task).at
    latest = campaigns.latest(turn.tx)
    report = load(turn.tx, turn.world, scene.of, turn.now)
    if latest is not None and latest.id != report.campaign.id and latest.opened_at > asked_at:
        return True
    if gives_reason(text):
        return False
    lines, _ = line_changes.correctable(report)
    named = named_figures(text, lines, taking.reader(turn))
    return len({item.code for item in named.items if item.settled}) >= FIGURES_OF_A_REPORT
