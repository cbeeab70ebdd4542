"""Words and buttons that work anywhere; what only the scene knows is handed to it."""

from collections.abc import Callable

from handlers.choices import split_id
from handlers.dialogues import (
    ask_back,
    asked,
    asking,
    before_opening,
    begun,
    beyond,
    corrections,
    desk,
    ending,
    explain,
    explanations,
    focus,
    history,
    holding,
    inviting,
    notices,
    office,
    office_orders,
    office_reach,
    overseeing,
    own_words,
    progress,
    registry,
    rest_said,
    return_form,
    returned_reply,
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
from handlers.scenes import (
    AskingBack,
    AskingSplit,
    Confirming,
    Filling,
    Picking,
    Returning,
    Reviewing,
)
from handlers.turn import Turn
from reporting.reading.commands import Command, command
from reporting.reading.pausing import says_later, yes_or_no
from reporting.reading.questions import Question
from reporting.reading.typed import holds, words_of

_OF_PAPER = ("dự thảo", "trình", "duyệt")  # of the month's paper, never of one's own report
_WORKING = (Filling, AskingBack, AskingSplit, Confirming, Reviewing)
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
        "ask_office",
        "end_role",
        "way",
    ),
    "no": ("not_mine", "fix", "no", "other", "leave_older", "keep_role"),
    "pause": ("later",),
    "no_activity": ("zero",),
    "start": ("start", "resume"),
    "resume": ("resume", "start", "fill"),
    "cancel": ("cancel", "keep_role"),
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
    elif verb in _ABOUT_NAMED:
        _ABOUT_NAMED[verb](turn, subject)
    elif verb in _PLAIN:
        _PLAIN[verb](turn, Command(verb, ""))
    else:
        registry.tap(turn, choice_id)


def obey(turn: Turn, text: str, *, narrow: bool) -> bool:
    """Carry out a command. False: the text is none, or none for this person."""
    if not rest_said.is_answer(turn, text):  # «còn lại không có gì, gửi đi»
        return _obeyed(turn, text, narrow=narrow)
    return False


def _obeyed(turn: Turn, text: str, *, narrow: bool) -> bool:
    if _of_scene(turn, text, narrow=narrow) or explanations.given(turn, text):
        return True
    if not narrow and total_asked.answered(turn, text):
        return True
    said = asking.understood(turn, text, narrow=narrow)
    if not narrow and _of_others(turn, text, said):
        return True
    if corrections.answered(turn, text) or asked.answer(turn, said):
        return True
    order = Command(said.topic) if said is not None else _order(turn, text, narrow=narrow)
    if order is None:
        return False
    if (order.name in ("start", "anew", "no") and review.begun_anew(turn)) or _of_offered(turn, order):
        return True
    handler = _PLAIN.get(order.name)
    if handler is not None and not overseeing.without_form(turn, order):
        handler(turn, order)
    return handler is not None


def _of_offered(turn: Turn, order: Command) -> bool:
    """Choose what is offered under the command's word."""
    offered = [(split_id(option.id)[0], option.id) for option in turn.options]
    for wanted in SPOKEN.get(order.name, (order.name,)):
        meant = [choice_id for verb, choice_id in offered if verb == wanted]
        if order.name == "yes" and meant == ["send"] and isinstance(turn.scene, Reviewing):
            review.agreed(turn, turn.scene)
            return True
        if len(meant) == 1 and not order.argument:  # several: one for each unit, which one is asked
            choose(turn, meant[0])
            return True
    return False


def _of_others(turn: Turn, text: str, said: Question | None) -> bool:
    """What is asked of the month's paper or of the units, and what is another's to do."""
    return (
        (said is None and (ending.heard(turn, text) or holding.answered(turn, text)))
        or beyond.answered(turn, text, said)
        or paper.answered(turn, text)
        or overseeing.answered(turn, text, said)
    )


def _of_scene(turn: Turn, text: str, *, narrow: bool) -> bool:
    """Take what is surely meant for the list being made, the unit being picked, or a line that came back."""
    if office_orders.heard(turn, text, narrow=narrow) or (not narrow and returned_reply.heard(turn, text)):
        return True
    if isinstance(turn.scene, Returning):
        return return_form.heard(turn, turn.scene, text)
    if own_words.nothing_anywhere(turn, text) or before_opening.asked(turn, text):
        return True
    reminded = {verb for option in turn.options for verb in [split_id(option.id)[0]]} == {"resume", "later"}
    if reminded and (bare := yes_or_no(text)):  # «Tiếp tục chứ ạ?»
        wanted = "resume" if bare == "yes" else "later"
        choose(turn, next(o.id for o in turn.options if split_id(o.id)[0] == wanted))
        return True
    if isinstance(turn.scene, AskingBack) and ask_back.told_plainly(turn, turn.scene, text):
        return True
    if isinstance(turn.scene, _WORKING) and says_later(text):
        own_words.pause(turn, Command("pause"))
        return True
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
    if (
        order.name == "withdraw_paper"
        and focus.current_reports(turn)
        and not turn.may_somewhere("compose_report")
    ):
        return None  # their own one is meant
    if (
        order.name == "paper"
        and not turn.may_somewhere("see_report")
        and not holds(words_of(text), _OF_PAPER)
    ):
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


_ABOUT_ONE: dict[str, Callable[[Turn, int], None]] = {
    "start": focus.begin,
    "resume": focus.begin,
    "zero": own_words.zero,
    "later": own_words.later,
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
    "nudge": superior.nudge_under,
    "view_unit": returning.look_at,
    **paper.ABOUT_ONE,
}

_ABOUT_NAMED: dict[str, Callable[[Turn, str], None]] = {
    "ask_end_role": ending.chosen,
    "end_role": ending.confirmed,
    "keep_role": ending.kept,
    **paper.ABOUT_NAMED,
}

_PLAIN: dict[str, Callable[[Turn, Command], None]] = {
    "start": own_words.start,
    "resume": own_words.start,
    "no_activity": own_words.no_activity,
    "anew": own_words.anew,
    "pause": own_words.pause,
    "later": own_words.pause,
    "cancel": own_words.cancel,
    "back": own_words.back,
    "help_here": lambda turn, order: asked.help_here(turn),
    "help": desk.help_me,
    "skip": own_words.skip,
    "same_as_last": own_words.same,
    "fix": own_words.fix,
    "view": own_words.view,
    "drop_note": explanations.drop,
    "send": own_words.send,
    "history": history.show,
    "progress": progress.show,
    "totals": totals.show,
    "compare": totals.show,
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
