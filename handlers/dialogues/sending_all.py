"""«Gửi cả hai»: all one's reports at once; where one is not finished, that is said and the other's sending asked."""

from collections.abc import Sequence

from handlers.choices import choice, opening_choices
from handlers.dialogues import desk, focus, review
from handlers.messages import Choice
from handlers.report import Report
from handlers.scenes import Idle, Picking, Reviewing
from handlers.turn import Turn
from reporting.reading.every_unit import said_of_every_unit
from reporting.reading.sending import without_sending


def meant(turn: Turn, text: str) -> str | None:
    """What a text says beside «gửi cả hai», perhaps nothing; None where it does not say that."""
    if isinstance(turn.scene, Picking):  # «gửi», of which unit? «cả hai»
        text = f"{turn.scene.text} {text}"
    said = said_of_every_unit(text) if len(focus.current_reports(turn)) > 1 else None
    rest, wished = without_sending(said) if said is not None else ("", False)
    return rest if wished else None


def send(turn: Turn) -> None:
    """Send what is finished of all one's reports; nothing, until it is asked, where one is not."""
    current = focus.current_reports(turn)
    waiting = [r for r in current if r.assignment.state != "submitted" and not r.locked]
    unfinished = [r for r in waiting if _lacks(turn, r)]
    ready = [r for r in waiting if r not in unfinished]
    if not waiting:
        turn.enter(Idle(), show=False)
        desk.standing(turn)
    elif unfinished:
        _say_unfinished(turn, unfinished, ready)
    else:
        for report in ready:
            review.send(turn, report.assignment.id, offer=report is ready[-1])


def _lacks(turn: Turn, report: Report) -> bool:
    return bool(report.sheet.open_questions() or _doubts(turn, report) or report.sheet.violations())


def _doubts(turn: Turn, report: Report) -> list[str]:
    """The figures to be confirmed; of a report that is not talked about, all that are odd and bear no reason."""
    if report.assignment.id == focus.focused(turn):
        return list(focus.open_doubts(turn, report))
    typed = {
        code: answer.value
        for code, answer in report.answers.items()
        if answer.origin == "typed" and not answer.note
    }
    return [code for code, value in typed.items() if report.doubt_of(code, value)]


def _say_unfinished(turn: Turn, unfinished: Sequence[Report], ready: Sequence[Report]) -> None:
    """Name what each report lacks; of a finished one it is asked whether it is to go alone."""
    doubted = {r.assignment.id: _doubts(turn, r) for r in unfinished}
    focused = focus.focused(turn)
    stays = any(doubted[r.assignment.id] for r in unfinished if r.assignment.id == focused)
    facts = [
        {
            "name": r.unit.name,
            "open": r.open_numbers,
            "odd": [r.number(code) for code in doubted[r.assignment.id]],
        }
        for r in unfinished
    ]
    alone = ready[0] if ready and not stays else None
    turn.say("sent/not_all", units=facts, alone=alone.unit.name if alone else "")
    if alone is not None:
        turn.enter(Reviewing(alone.assignment.id), show=False)
        turn.offer(choice("send"), choice("later"))
    elif isinstance(turn.scene, Idle | Picking):
        turn.enter(Idle(), show=False)
        each = [Choice(f"start:{r.assignment.id}", r.unit.name) for r in unfinished]
        turn.offer(*(each if len(each) > 1 else opening_choices(unfinished[0])))
    else:
        turn.enter(turn.scene)
