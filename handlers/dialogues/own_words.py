"""Words about one's own report, wherever they are said: begin, nothing happened, pause, back, correct, look, send."""

from collections.abc import Callable
from dataclasses import replace

from handlers.actions.no_activity import fill_no_activity
from handlers.dialogues import (
    asked,
    at_hand,
    begun,
    beside,
    confirm,
    fill,
    fixing,
    focus,
    locked,
    other_unit,
    registry,
    returning,
    review,
    unit_fix,
)
from handlers.report import load
from handlers.scenes import (
    AskingBack,
    AskingSplit,
    Confirming,
    Filling,
    Idle,
    PickingUnit,
    Returning,
    Reviewing,
)
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.reading.commands import Command, command
from reporting.reading.every_unit import nothing_in_every_unit, said_of_every_unit
from reporting.reading.match import find_units
from reporting.reading.stops import without_stop


def start(turn: Turn, order: Command) -> None:
    """«Bắt đầu», «tiếp tục»: the report that is to be filled, or which one is asked."""
    if isinstance(
        turn.scene, AskingBack | AskingSplit | Confirming
    ):  # what is being asked is not passed over
        turn.enter(turn.scene)
        return
    waiting = focus.unsent(turn)
    if focus.focused(turn) is None and locked.said_all_locked(turn, waiting):
        return
    report = focus.one(turn, "bat dau", waiting)
    if report is not None:
        focus.begin(turn, report.assignment.id)


def zero(turn: Turn, assignment_id: int) -> None:
    """«Không phát sinh» of one report: the rest is filled in, what is still doubted is asked first."""
    report = load(turn.tx, turn.world, assignment_id, turn.now, lock=True)
    doubts = focus.open_doubts(turn, report)
    fill_no_activity(turn, report)
    turn.enter(Confirming(doubts, Filling(assignment_id)) if doubts else Reviewing(assignment_id))


def no_activity(turn: Turn, order: Command) -> None:
    """«Không phát sinh», typed."""
    report = focus.one(turn, "khong phat sinh", focus.unsent(turn))
    if report is not None:
        zero(turn, report.assignment.id)


def nothing_anywhere(turn: Turn, text: str) -> bool:
    """«Cả hai đơn vị đều không phát sinh»: the first of those not sent yet; the others come behind it."""
    said = said_of_every_unit(text) if focus.focused(turn) is None else None
    order = command(said) if said is not None else None
    none = (order is not None and order.name == "no_activity") or nothing_in_every_unit(text)
    waiting = focus.unsent(turn) if said is not None and none else []
    if len(waiting) < 2 or any(r.locked or r.assignment.state == "submitted" for r in waiting):
        return False
    turn.say("idle/one_by_one", units=[r.unit.name for r in waiting])
    zero(turn, waiting[0].assignment.id)
    return True


def paused_behind(turn: Turn, text: str, take: Callable[[Turn, str], None]) -> bool:
    """«…, thôi bận quá mai làm tiếp»: what stands before is taken, then the person goes. False: they stay."""
    begun = without_stop(text) if isinstance(turn.scene, Filling) else ""
    if begun:
        take(turn, begun)
        pause(turn, Command("pause"))
    return bool(begun)


def pause(turn: Turn, order: Command) -> None:
    """«Tạm dừng»: what is written stays; until when there is time is said."""
    scene = getattr(turn.scene, "then", turn.scene)
    focused = focus.focused(turn)
    report = load(turn.tx, turn.world, focused, turn.now) if focused is not None else None
    due = report.due if report is not None and report.assignment.state in ("open", "draft") else None
    beside.say_unwritten(turn)
    turn.say(
        "idle/paused", working=not isinstance(scene, Idle), due=due, now=turn.now, unit=_entered_for(turn)
    )
    focus.leave(turn)


def later(turn: Turn, assignment_id: int) -> None:
    """«Để sau» of one report."""
    report = load(turn.tx, turn.world, assignment_id, turn.now)
    if not turn.may_fill(report.unit):
        raise Refused("no_right", action="enter_for")
    turn.say("idle/later", unit=report.unit.name, due=report.due, state=report.assignment.state)
    focus.leave(turn)


def _entered_for(turn: Turn) -> str:
    """The unit whose sheet, not sent yet, the office leaves; "" for any other."""
    at = at_hand.unit(turn)
    report = load(turn.tx, turn.world, at, turn.now) if at else None
    return report.unit.name if report is not None and report.assignment.state != "submitted" else ""


def cancel(turn: Turn, order: Command) -> None:
    """«Thôi»: what was being done is left."""
    of_own = not isinstance(turn.scene, Returning | PickingUnit)
    resume = of_own and bool(focus.current_reports(turn)) and type(turn.scene) not in registry.PAPER_RIGHTS
    beside.say_unwritten(turn)
    turn.say("idle/left", working=not isinstance(turn.scene, Idle), resume=resume, unit=_entered_for(turn))
    focus.leave(turn)


def back(turn: Turn, order: Command) -> None:
    """«Lùi»: the page before."""
    scene = getattr(turn.scene, "then", turn.scene)
    if isinstance(scene, Filling) and scene is turn.scene:
        fill.back(turn, scene)
    elif isinstance(scene, Filling):
        turn.enter(scene)
    elif isinstance(scene, Reviewing):
        fill.back_from_card(turn, scene)
    else:
        turn.enter(turn.scene)


def skip(turn: Turn, order: Command) -> None:
    """«Bỏ qua»."""
    scene = turn.scene
    inner = getattr(scene, "then", None)
    if isinstance(scene, Filling):
        fill.skip(turn, scene)
    elif inner is not None:
        queued = [d.code for d in getattr(scene, "queue", ())]
        turn.enter(replace(inner, skipped=tuple(dict.fromkeys((*inner.skipped, *queued)))))
    else:
        turn.enter(scene)


def same(turn: Turn, order: Command) -> None:
    """«Như tháng trước»."""
    if isinstance(turn.scene, Confirming):
        confirm.on_choice(turn, turn.scene, "fix")  # which offers last month's
        return
    scene = getattr(turn.scene, "then", turn.scene)
    if isinstance(scene, Filling) and scene.asked:
        fill.same_as_last(turn, scene)
    elif isinstance(scene, Idle | Reviewing) and begun.same_as_last(turn):
        return
    else:
        turn.say("idle/same_where")
        turn.enter(turn.scene)


def fix(turn: Turn, order: Command) -> None:
    """«Sửa [dòng] [số]»."""
    if unit_fix.heard(turn, order.argument):
        return
    if order.argument and turn.may_somewhere("see_progress") and not focus.current_reports(turn):
        raise Refused("no_right", action="enter_for")  # who only oversees means a unit's sheet
    report = focus.to_correct(turn, order.argument)
    if report is None:
        return
    if isinstance(turn.scene, Confirming) and confirm.is_about(turn.scene, report, order.argument):
        confirm.on_choice(turn, turn.scene, "fix")
    elif order.argument:
        fixing.fix(turn, report.assignment.id, order.argument)
    else:
        review.ask_line(turn, report.assignment.id)


def view(turn: Turn, order: Command) -> None:
    """«Xem»: the card."""
    if order.argument and turn.may_somewhere("see_unit_figures"):
        entering, pending = at_hand.entering(turn), turn.scene
        returning.look(turn, order.argument)
        if entering and isinstance(turn.scene, Idle) and turn.scene.shown in (0, entering):
            at_hand.go_back(turn, entering, pending)  # a look loses nothing
        return
    own = [(m.unit_id, m.unit.name, m.unit.code) for m in turn.memberships if m.role in focus.ANSWERING]
    if order.argument and not own and turn.may_somewhere("see_progress"):
        turn.say("progress/no_sheets")
        return
    if order.argument and own and not find_units(order.argument, own):
        asked.say_only_own(turn)
    other = focus.named(turn, order.argument) if order.argument else None
    if other is not None and focus.focused(turn) not in (None, other):
        other_unit.look(turn, other)
    elif at_hand.report(turn) is not None or order.argument or not asked.nothing_yet(turn):
        review.look(turn, "xem")


def anew(turn: Turn, order: Command) -> None:
    """«Làm lại từ đầu»: all questions once more, of a report that is not sent."""
    report = focus.one(turn, "lam lai tu dau", focus.unsent(turn))
    if report is None:
        return
    if report.answers and report.assignment.state == "draft" and not report.locked:
        fill.begin_anew(turn, report.assignment.id)
    else:
        focus.begin(turn, report.assignment.id)


def send(turn: Turn, order: Command) -> None:
    """«Gửi»: from the card, or where nothing is open; else the card tells first what is."""
    report = at_hand.report(turn) or focus.one(turn, "gui", focus.unsent(turn))
    if report is None:
        return
    left = bool(report.sheet.open_questions() or (isinstance(turn.scene, Filling) and turn.scene.anew))
    opened = report.answers and left and report.assignment.state != "submitted"
    if opened and not isinstance(turn.scene, Reviewing) and not focus.open_doubts(turn, report):
        turn.say("review/not_sent", count=len(report.sheet.open_questions()))
        turn.enter(Reviewing(report.assignment.id))
        return
    review.send(turn, report.assignment.id)
