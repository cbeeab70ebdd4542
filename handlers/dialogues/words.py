"""Words and buttons that work anywhere; what only the scene knows is handed to it."""

from collections.abc import Callable
from dataclasses import replace

from handlers.actions.no_activity import fill_no_activity
from handlers.choices import split_id
from handlers.dialogues import (
    asked,
    asking,
    begun,
    beside,
    confirm,
    corrections,
    desk,
    explain,
    explanations,
    fill,
    fixing,
    focus,
    history,
    inviting,
    locked,
    notices,
    office,
    office_reach,
    other_unit,
    overseeing,
    progress,
    registry,
    return_form,
    returning,
    review,
    superior,
    total_asked,
    totals,
    unit_fix,
)
from handlers.dialogues.paper import approving, remarks
from handlers.dialogues.paper import office as paper_office
from handlers.dialogues.paper import table as paper
from handlers.dialogues.paper_desk import table as paper_desk
from handlers.report import load
from handlers.scenes import (
    AskingBack,
    AskingSplit,
    Confirming,
    Filling,
    Idle,
    Picking,
    PickingUnit,
    Returning,
    Reviewing,
)
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.reading.commands import Command, command
from reporting.reading.match import find_units

SPOKEN = {
    "yes": (
        "mine",
        "confirm",
        "yes",
        "write_text",
        "fill",
        "send",
        "approve_paper",
        "use_older",
        "issue_sure",
        "register_sure",
        "return_sure",
        "remark_sure",
        "way",
    ),
    "no": ("not_mine", "fix", "no", "other", "leave_older"),
    "pause": ("later",),
    "no_activity": ("zero",),
    "start": ("start", "resume"),
    "resume": ("resume", "start", "fill"),
    "cancel": ("cancel",),
    "enter_for": (),
    "compose_paper": ("compose_again",),
    "return": ("return_paper",),
}


def choose(turn: Turn, choice_id: str) -> None:
    """A button was tapped, or its words typed."""
    verb, subject = split_id(choice_id)
    turn.spent = verb != "later"
    handler = _ABOUT_ONE.get(verb) if subject.isdecimal() else None
    if handler is not None:
        handler(turn, int(subject))
    elif verb == "pick" and isinstance(turn.scene, Picking):
        _picked(turn, turn.scene, int(subject))
    elif verb in paper.ABOUT_NAMED:
        paper.ABOUT_NAMED[verb](turn, subject)
    elif verb in _PLAIN:
        _PLAIN[verb](turn, Command(verb, ""))
    else:
        registry.tap(turn, choice_id)


def obey(turn: Turn, text: str, *, narrow: bool) -> bool:
    """Carry out a command. False: the text is none, or none for this person."""
    if _of_scene(turn, text) or explanations.given(turn, text):
        return True
    if not narrow and total_asked.answered(turn, text):
        return True
    said = asking.understood(turn, text, narrow=narrow)
    of_paper = not narrow and (paper.answered(turn, text) or overseeing.answered(turn, text, said))
    if of_paper or corrections.answered(turn, text) or asked.answer(turn, said):
        return True
    order = Command(said.topic) if said is not None else _order(turn, text, narrow=narrow)
    if order is None:
        return False
    if order.name in ("start", "anew", "no") and review.begun_anew(turn):
        return True
    offered = [(split_id(option.id)[0], option.id) for option in turn.options]
    for wanted in SPOKEN.get(order.name, (order.name,)):
        meant = [choice_id for verb, choice_id in offered if verb == wanted]
        if order.name == "yes" and meant == ["send"] and isinstance(turn.scene, Reviewing):
            review.agreed(turn, turn.scene)
            return True
        if len(meant) == 1 and not order.argument:  # several: one for each unit, which one is asked
            choose(turn, meant[0])
            return True
    handler = _PLAIN.get(order.name)
    if handler is not None and not overseeing.without_form(turn, order):
        handler(turn, order)
    return handler is not None


def _of_scene(turn: Turn, text: str) -> bool:
    """Take what is surely meant for the list being made or the unit being picked."""
    if isinstance(turn.scene, Returning):
        return return_form.heard(turn, turn.scene, text)
    found = focus.picked(turn, turn.scene, text) if isinstance(turn.scene, Picking) else None
    if found is not None and isinstance(turn.scene, Picking):
        _picked(turn, turn.scene, found)
    return found is not None


def _order(turn: Turn, text: str, *, narrow: bool) -> Command | None:
    """The command a text is for this person: «báo cáo» is the month's paper to some, one's own report to others."""
    order = command(text, narrow=narrow)
    if order is None or (order.name in paper_desk.PLAIN and not turn.may_somewhere("write_report")):
        return None
    if order.name in ("start", "view") and paper_office.wants_status(turn, text):
        return Command("paper")
    if order.name == "withdraw_paper" and not turn.may_somewhere("compose_report"):
        return None
    if order.name == "paper" and not turn.may_somewhere("see_report"):
        order = Command("start", order.argument)
    if order.name == "start" and turn.may_somewhere("see_progress") and not focus.current_reports(turn):
        return Command("progress", order.argument)  # who oversees has none of their own
    return order


def _picked(turn: Turn, scene: Picking, assignment_id: int) -> None:
    """The unit is known now: carry out what was asked, for it."""
    turn.scene = Reviewing(assignment_id)
    if begun.picked(turn, assignment_id, scene.text):
        return
    if not scene.text or not obey(turn, scene.text, narrow=False):
        focus.begin(turn, assignment_id)


def _start(turn: Turn, order: Command) -> None:
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


def _zero(turn: Turn, assignment_id: int) -> None:
    report = load(turn.tx, turn.world, assignment_id, turn.now, lock=True)
    doubts = focus.open_doubts(turn, report)
    fill_no_activity(turn, report)
    turn.enter(Confirming(doubts, Filling(assignment_id)) if doubts else Reviewing(assignment_id))


def _no_activity(turn: Turn, order: Command) -> None:
    report = focus.one(turn, "khong phat sinh", focus.unsent(turn))
    if report is not None:
        _zero(turn, report.assignment.id)


def _pause(turn: Turn, order: Command) -> None:
    scene = getattr(turn.scene, "then", turn.scene)
    focused = focus.focused(turn)
    report = load(turn.tx, turn.world, focused, turn.now) if focused is not None else None
    due = report.due if report is not None and report.assignment.state in ("open", "draft") else None
    beside.say_unwritten(turn)
    turn.say("idle/paused", working=not isinstance(scene, Idle), due=due, now=turn.now)
    focus.leave(turn)


def _later(turn: Turn, assignment_id: int) -> None:
    report = load(turn.tx, turn.world, assignment_id, turn.now)
    if not turn.may_fill(report.unit):
        raise Refused("no_right")
    turn.say("idle/later", unit=report.unit.name, due=report.due, state=report.assignment.state)
    focus.leave(turn)


def _cancel(turn: Turn, order: Command) -> None:
    of_own = not isinstance(turn.scene, Returning | PickingUnit)
    resume = of_own and bool(focus.current_reports(turn)) and type(turn.scene) not in registry.PAPER_RIGHTS
    beside.say_unwritten(turn)
    turn.say("idle/left", working=not isinstance(turn.scene, Idle), resume=resume)
    focus.leave(turn)


def _back(turn: Turn, order: Command) -> None:
    scene = getattr(turn.scene, "then", turn.scene)
    if isinstance(scene, Filling) and scene is turn.scene:
        fill.back(turn, scene)
    elif isinstance(scene, Filling):
        turn.enter(scene)
    elif isinstance(scene, Reviewing):
        fill.back_from_card(turn, scene)
    else:
        turn.enter(turn.scene)


def _skip(turn: Turn, order: Command) -> None:
    scene = turn.scene
    inner = getattr(scene, "then", None)
    if isinstance(scene, Filling):
        fill.skip(turn, scene)
    elif inner is not None:
        queued = [d.code for d in getattr(scene, "queue", ())]
        turn.enter(replace(inner, skipped=tuple(dict.fromkeys((*inner.skipped, *queued)))))
    else:
        turn.enter(scene)


def _same(turn: Turn, order: Command) -> None:
    if isinstance(turn.scene, Confirming):
        confirm.on_choice(turn, turn.scene, "fix")  # which offers last month's
        return
    scene = getattr(turn.scene, "then", turn.scene)
    if isinstance(scene, Filling) and scene.asked:
        fill.same_as_last(turn, scene)
    else:
        turn.say("idle/same_where")
        turn.enter(turn.scene)


def _fix(turn: Turn, order: Command) -> None:
    if unit_fix.heard(turn, order.argument):
        return
    report = focus.to_correct(turn, order.argument)
    if report is None:
        return
    if isinstance(turn.scene, Confirming) and confirm.is_about(turn.scene, report, order.argument):
        confirm.on_choice(turn, turn.scene, "fix")
    elif order.argument:
        fixing.fix(turn, report.assignment.id, order.argument)
    else:
        review.ask_line(turn, report.assignment.id)


def _view(turn: Turn, order: Command) -> None:
    if order.argument and turn.may_somewhere("see_unit_figures"):
        returning.look(turn, order.argument)
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
    elif order.argument or not asked.nothing_yet(turn):
        review.look(turn, "xem")


def _return(turn: Turn, order: Command) -> None:
    """«Trả lại»: a unit's lines, or of a leader the report."""
    if turn.may_somewhere("approve_report") and not turn.may_somewhere("return_lines"):
        remarks.return_command(turn, order)
    else:
        returning.command(turn, order)


def _tasks(turn: Turn, order: Command) -> None:
    """«Việc»: of a leader what waits for a decision, of the office its tasks, of others where things stand."""
    if turn.may_somewhere("resolve_task"):
        office.tasks(turn, order)
    elif turn.may_somewhere("approve_report"):
        approving.waiting_tasks(turn)
    else:
        desk.standing(turn)


def _anew(turn: Turn, order: Command) -> None:
    """«Làm lại từ đầu»: all questions once more, of a report that is not sent."""
    report = focus.one(turn, "lam lai tu dau", focus.unsent(turn))
    if report is None:
        return
    if report.answers and report.assignment.state == "draft" and not report.locked:
        fill.begin_anew(turn, report.assignment.id)
    else:
        focus.begin(turn, report.assignment.id)


def _send(turn: Turn, order: Command) -> None:
    """«Gửi»: from the card, or where nothing is open; else the card tells first what is."""
    report = focus.one(turn, "gui", focus.unsent(turn))
    if report is None:
        return
    left = bool(report.sheet.open_questions() or (isinstance(turn.scene, Filling) and turn.scene.anew))
    opened = report.answers and left and report.assignment.state != "submitted"
    if opened and not isinstance(turn.scene, Reviewing) and not focus.open_doubts(turn, report):
        turn.say("review/not_sent", count=len(report.sheet.open_questions()))
        turn.enter(Reviewing(report.assignment.id))
        return
    review.send(turn, report.assignment.id)


_ABOUT_ONE: dict[str, Callable[[Turn, int], None]] = {
    "start": focus.begin,
    "resume": focus.begin,
    "zero": _zero,
    "later": _later,
    "keep": explain.begin,
    "amend": office.amend,
    "next_month": office.note_next_month,
    "enter_for": office.enter_for_task,
    "task_done": office.close_task,
    "approve_link": office.approve_link,
    "refuse_link": office.refuse_link,
    "invite_chair": lambda turn, unit: inviting.give(turn, unit, "chair"),
    "invite_deputy": lambda turn, unit: inviting.give(turn, unit, "deputy"),
    "invite_superior": lambda turn, unit: inviting.give(turn, unit, "superior"),
    "enter_unit": office.enter_for_assignment,
    "correct_unit": unit_fix.picked,
    "return_unit": returning.begin,
    "view_unit": returning.look_at,
    **paper.ABOUT_ONE,
}

_PLAIN: dict[str, Callable[[Turn, Command], None]] = {
    "start": _start,
    "resume": _start,
    "no_activity": _no_activity,
    "anew": _anew,
    "pause": _pause,
    "later": _pause,
    "cancel": _cancel,
    "back": _back,
    "help_here": lambda turn, order: asked.help_here(turn),
    "help": desk.help_me,
    "skip": _skip,
    "same_as_last": _same,
    "fix": _fix,
    "view": _view,
    "drop_note": explanations.drop,
    "send": _send,
    "history": history.show,
    "progress": progress.show,
    "totals": totals.show,
    "tasks": _tasks,
    "nudge": superior.nudge_late,
    "return": _return,
    "enter_for": office.command,
    "invite": inviting.command,
    "stop_notices": notices.stop,
    "notices_again": notices.again,
    "prefer_zalo": notices.prefer,
    "prefer_telegram": notices.prefer,
    "call_list": office_reach.call_list,
    "costs": office_reach.costs,
    **paper.PLAIN,
    **paper_desk.PLAIN,
}
