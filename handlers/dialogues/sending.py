"""«…, gửi luôn»: the wish to send beside other words. Those are taken first; then it is sent, or said not to be."""

from collections.abc import Callable
from dataclasses import replace

from handlers.dialogues import at_hand, confirm, focus, own_words, review, sending_all
from handlers.report import Report, load
from handlers.scenes import (
    AskingBack,
    AskingSplit,
    Confirming,
    Filling,
    Idle,
    Picking,
    PickingLine,
    Reviewing,
)
from handlers.turn import Turn
from reporting.reading.commands import Command, command, is_thanks
from reporting.reading.doubt_reply import is_yes
from reporting.reading.free_words import nothing_to_add, says_nothing_at_all
from reporting.reading.match import match_choice
from reporting.reading.rest import said_of_rest
from reporting.reading.sending import closes, leads_up, without_sending

_SCENES = (Filling, AskingBack, AskingSplit, Confirming, Reviewing, PickingLine, Idle, Picking)
_WARNING = "⚠"  # begins what could not be taken


def heard(turn: Turn, text: str, take: Callable[[Turn, str], None]) -> bool:
    """Take what a text says beside «gửi» by `take`, and send what is complete. False: it wishes no sending."""
    if not isinstance(turn.scene, _SCENES):
        return False
    if isinstance(turn.scene, Reviewing) and closes(text) and not is_thanks(text) and _offers_sending(turn):
        review.agreed(turn, turn.scene)  # «xong» at the card
        return True
    every = sending_all.meant(turn, text)
    if every is not None:
        _send_all(turn, every, take)
        return True
    rest, wished = without_sending(text)
    reports = _reports(turn) if wished and not isinstance(turn.scene, Picking) else []
    if not any(report.answers or rest for report in reports):
        return False
    if not rest:
        offered = match_choice(text, [(o.id, o.label, o.words) for o in turn.options], letters=False)
        if isinstance(offered, str) or ("," not in text and command(text, narrow=True) == Command("send")):
            return False  # the word as it always was
        own_words.send(turn, Command("send"))
        return True
    if isinstance(turn.scene, Reviewing) and (is_yes(rest) or leads_up(rest) or nothing_to_add(rest)):
        review.send(turn, turn.scene.assignment)
        return True
    if _nothing_of_what(turn, rest):
        return True
    take(turn, rest)
    _send_or_say(turn)
    return True


def _send_all(turn: Turn, rest: str, take: Callable[[Turn, str], None]) -> None:
    """«…, gửi cả hai»: what stands beside it is taken first, and has to be clear."""
    if rest:
        take(turn, rest)
    if rest and _asks(turn):
        turn.say("review/not_sent", count=0)
    else:
        sending_all.send(turn)


def _nothing_of_what(turn: Turn, rest: str) -> bool:
    """«không có gì, gửi luôn» while more is open than what is asked: of which lines it is said, has to be asked."""
    scene, order = turn.scene, command(rest)
    plain = said_of_rest(rest) is not None or (order is not None and order.name == "no_activity")
    if not isinstance(scene, Filling) or scene.fix or plain:
        return False
    report = load(turn.tx, turn.world, scene.assignment, turn.now)
    opened = report.sheet.open_questions()
    asked = [q for q in opened if q.code in scene.asked]
    if not 1 < len(asked) < len(opened) or not says_nothing_at_all(rest):
        return False
    turn.say("review/not_sent", count=len(opened), lines=report.open_numbers, nothing=rest)
    turn.enter(replace(scene, rest="offer"))
    return True


def _offers_sending(turn: Turn) -> bool:
    return any(option.id == "send" for option in turn.options)


def _reports(turn: Turn) -> list[Report]:
    """The reports of this person that can still be sent, the one talked about alone where one is: a unit's too."""
    entering, focused = at_hand.entering(turn), focus.focused(turn)
    if entering:
        entered = load(turn.tx, turn.world, entering, turn.now)
        return [entered] if entered.assignment.state != "submitted" else []
    waiting = [
        report
        for report in focus.current_reports(turn)
        if report.assignment.state != "submitted" and not report.locked
    ]
    return [r for r in waiting if r.assignment.id == focused] if focused is not None else waiting


def _send_or_say(turn: Turn) -> None:
    """After the rest was taken: send where nothing is open, doubted or unclear; else say that it is not sent."""
    focused = focus.focused(turn)
    if focused is None:
        return
    report = load(turn.tx, turn.world, focused, turn.now)
    if report.assignment.state == "submitted" or (report.locked and not at_hand.entering(turn)):
        return
    doubts = focus.open_doubts(turn, report)
    left = len(report.sheet.open_questions())
    if left or doubts or _asks(turn) or report.sheet.violations():
        if doubts:
            confirm.not_sent(turn, report, doubts, asked=False)
        else:
            turn.say("review/not_sent", count=left, lines=report.open_numbers)
            if isinstance(turn.scene, Filling) and not turn.scene.fix:
                turn.enter(replace(turn.scene, rest="offer"))
        return
    turn.enter(Reviewing(focused), show=False)
    review.send(turn, focused)


def _asks(turn: Turn) -> bool:
    """Whether something of what was said before has to be asked, or was not understood."""
    scene = turn.scene
    asking = not isinstance(scene, Filling | Reviewing) or bool(getattr(scene, "held", ""))
    asking = asking or (isinstance(scene, Filling) and scene.fix and bool(scene.asked))
    unclear = getattr(scene, "unclear", False) or any(part.startswith(_WARNING) for part in turn.parts)
    return asking or unclear
