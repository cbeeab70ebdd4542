"""The card with all lines, sending it, and the receipt."""

from dataclasses import replace
from typing import Any

from handlers.actions.partners import tell_of_submission
from handlers.actions.request_correction import office_facts
from handlers.actions.returns import tell_reviewer
from handlers.actions.submit import submit
from handlers.choices import choice, opening_choices
from handlers.dialogues import at_hand, confirm, desk, fill, focus, line_changes
from handlers.lines import card_lines, why_impossible
from handlers.report import Report, load
from handlers.scenes import AskingBack, AskingSplit, Confirming, Filling, Idle, PickingLine, Reviewing, Scene
from handlers.turn import Turn
from reporting.errors import Refused
from storage.queries import assignments


def show(turn: Turn, scene: Reviewing) -> None:
    """The card: every line with its change against last month, what is open or impossible, and what can be done."""
    report = load(turn.tx, turn.world, scene.assignment, turn.now)
    closed = report.locked and turn.bound_by_lock(report.unit)
    turn.say("review/next" if scene.brief else "review/card", **{**card_facts(report), "locked": closed})
    if closed or report.assignment.state == "submitted":
        turn.enter(Idle(), show=False)
        return
    if report.sheet.open_questions():
        turn.offer(choice("fill"), choice("later"))
    elif report.sheet.violations():
        turn.offer(choice("fix"), choice("later"))
    else:
        turn.offer(choice("send"), choice("fix"), choice("later"))


def look(turn: Turn, text: str) -> None:
    """«Xem»: the card of the report as it stands; a doubt that is open is put again below it."""
    report = at_hand.report(turn) or focus.one(turn, text)
    if report is None:
        return
    doubts = tuple(code for code in focus.open_doubts(turn, report) if focus.is_own(turn, report, code))
    filling = isinstance(turn.scene, Filling) and (
        report.assignment.state != "submitted" or (turn.scene.fix and bool(turn.scene.asked))
    )
    closed = report.locked and turn.bound_by_lock(report.unit)
    asking = not closed and (filling or isinstance(turn.scene, AskingBack | AskingSplit))
    if not doubts and not asking:
        turn.enter(Reviewing(report.assignment.id))
        return
    turn.say("review/card", **{**card_facts(report), "locked": closed})
    if asking:
        turn.enter(_still_asked(turn.scene, report))
        return
    confirm.after_card(turn, report, doubts)


def _still_asked(scene: Scene, report: Report) -> Scene:
    """What was being asked, without what has been answered meanwhile: it is asked again below the card."""
    if not isinstance(scene, Filling) or scene.fix:
        return scene
    left = {q.code for q in report.sheet.open_questions()} | set(scene.anew)
    return replace(scene, asked=tuple(code for code in scene.asked if code in left))


def again(turn: Turn) -> None:
    """The scene once more; of a report that was sent meanwhile, only where it stands."""
    scene = turn.scene
    if isinstance(scene, Reviewing) and assignments.get(turn.tx, scene.assignment).state == "submitted":
        turn.enter(Idle(), show=False)
        desk.standing(turn)
    else:
        turn.enter(scene)


def card_facts(report: Report) -> dict[str, Any]:
    """What the card's template shows."""
    numbers = {line.question.code: line.number for line in report.sheet.lines()}
    returned = (report.assignment.returned or {}).get("lines", {})
    return {
        "unit": report.unit.name,
        "month": report.month,
        "lines": card_lines(report),
        "open": [numbers[q.code] for q in report.sheet.open_questions() if q.code in numbers],
        "violations": [
            {"number": numbers.get(v.code, 0), "message": why_impossible(report, v)}
            for v in report.sheet.violations()
        ],
        "state": report.assignment.state,
        "reviewer": False,
        "locked": report.locked,
        "returned": [{"number": numbers.get(code, 0), "reason": reason} for code, reason in returned.items()],
        "no_activity": bool(report.answers)
        and all(a.origin == "no_activity" for a in report.answers.values()),
        "stocks_of": report.history[0].period if report.history and not report.last_month else "",
    }


def on_choice(turn: Turn, scene: Reviewing, choice_id: str) -> None:
    """Send, correct a line, or fill what is open."""
    match choice_id:
        case "send":
            send(turn, scene.assignment)
        case "fix":
            turn.enter(PickingLine(scene.assignment, scene.odd))
        case "fill":
            turn.enter(Filling(scene.assignment, odd=scene.odd))
        case _:
            turn.enter(scene)


def agreed(turn: Turn, scene: Reviewing) -> None:
    """«Đúng» typed at the card sends, but where it may be meant for what was said before: then that is asked once."""
    if scene.agreed or not (scene.confirmed or scene.unclear):
        send(turn, scene.assignment)
        return
    turn.say("review/send_now")
    turn.offer(choice("send"), choice("fix"), choice("later"))
    turn.enter(replace(scene, agreed=True), show=False)


def begun_anew(turn: Turn) -> bool:
    """Ask everything where the unsent card of «Không phát sinh» stands: whoever tapped it by mistake begins again."""
    if not isinstance(turn.scene, Reviewing):
        return False
    report = load(turn.tx, turn.world, turn.scene.assignment, turn.now)
    if report.assignment.state == "submitted" or not card_facts(report)["no_activity"]:
        return False
    fill.begin_anew(turn, turn.scene.assignment)
    return True


def send(turn: Turn, assignment_id: int, *, offer: bool = True) -> None:
    """«Gửi»: the receipt, or what is still in the way: doubts not yet answered come first.

    `offer`: who answers for several units is offered the next one behind it.
    """
    report = load(turn.tx, turn.world, assignment_id, turn.now, lock=True)
    doubts = focus.open_doubts(turn, report)
    if doubts:
        confirm.not_sent(turn, report, doubts)
        turn.enter(Confirming(doubts, Filling(assignment_id)))
        return
    returned = report.assignment.returned
    try:
        submission = submit(turn, report)
    except Refused as refused:
        unsent = refused.reason == "locked" and not report.assignment.sent
        turn.say(
            "refused/locked_unsent" if unsent else f"refused/{refused.reason}",
            **{"unit": report.unit.name, "month": report.month, "lines": [], **refused.facts},
            **(office_facts(turn) if unsent else {}),
        )
        if refused.reason == "unfinished":
            turn.enter(Filling(assignment_id))
        elif refused.reason == "impossible":
            turn.enter(Reviewing(assignment_id))
        else:
            turn.enter(Idle(), show=False)
        return
    report = load(turn.tx, turn.world, assignment_id, turn.now)
    told = tell_of_submission(turn, report, turn.person.id, submission)
    turn.say(
        "sent/receipt", unit=report.unit.name, month=report.month, code=submission.code, at=turn.now,
        late=report.assignment.late, again=submission.version > 1, lines=card_lines(report),
        locks=report.campaign.stages["locks"], own=any(m.unit_id == report.unit.id for m in turn.memberships),
        told=told, locked=report.locked,
    )  # fmt: skip
    if returned is not None:
        tell_reviewer(turn, report, returned, submission)
    own = any(m.unit_id == report.unit.id for m in turn.memberships)
    turn.enter(Idle(shown=0 if own else assignment_id), show=False)
    if offer:
        _offer_next_unit(turn, report)


def _offer_next_unit(turn: Turn, sent: Report) -> None:
    """Someone who answers for several units is offered the next one with the receipt."""
    current = focus.current_reports(turn)
    waiting = [
        r for r in current if r.assignment.id != sent.assignment.id and r.assignment.state != "submitted"
    ]
    if waiting and sent.assignment.id in (r.assignment.id for r in current):
        turn.say("sent/next_unit", units=[r.unit.name for r in waiting])
        turn.offer(*opening_choices(waiting[0]))


def ask_line(turn: Turn, assignment_id: int) -> None:
    """«Sửa» without a line: show the card's numbers and ask which."""
    odd = focus.open_doubts(turn, load(turn.tx, turn.world, assignment_id, turn.now))
    turn.enter(PickingLine(assignment_id, odd))


def show_pick_line(turn: Turn, scene: PickingLine) -> None:
    """Ask which line is to be corrected."""
    report = load(turn.tx, turn.world, scene.assignment, turn.now)
    turn.say("review/which_line", count=report.last_number())


def pick_line(turn: Turn, scene: PickingLine, text: str) -> None:
    """A line's number, or its name, perhaps with the new figure."""
    line_changes.fix(turn, scene.assignment, text)
