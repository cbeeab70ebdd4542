"""Which module speaks for which scene."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from handlers.actions.request_correction import office_names
from handlers.dialogues import (
    ask_back,
    asked,
    before_opening,
    begun,
    beside,
    beyond,
    confirm,
    desk,
    explain,
    figures,
    fill,
    focus,
    left_to_others,
    link_more,
    paused,
    pick_unit,
    picked_unit,
    requesting,
    rest_said,
    return_form,
    review,
    split_reply,
    text_lines,
    told_for,
    unprompted,
    wishes,
)
from handlers.dialogues.paper import approving, numbering, remarks, returned_file
from handlers.dialogues.paper_desk import table as paper_desk
from handlers.report import load
from handlers.scenes import (
    Approving,
    AskingBack,
    AskingSplit,
    AttachingScan,
    Confirming,
    Explaining,
    Filling,
    Idle,
    Linking,
    MendingFigures,
    NumberingPaper,
    Picking,
    PickingLine,
    PickingUnit,
    Requesting,
    Returning,
    ReturningPaper,
    Reviewing,
)
from handlers.turn import Turn
from reporting.errors import Refused

SHOW: dict[type[Any], Callable[[Turn, Any], None]] = {
    Idle: lambda turn, scene: desk.standing(turn),
    Linking: link_more.show,
    Picking: focus.show_picking,
    Filling: fill.show,
    AskingBack: ask_back.show,
    AskingSplit: split_reply.show,
    Confirming: confirm.show,
    Reviewing: review.show,
    PickingLine: review.show_pick_line,
    Returning: return_form.show,
    Explaining: explain.show,
    Requesting: requesting.show,
    PickingUnit: pick_unit.show,
    Approving: approving.show,
    ReturningPaper: remarks.show_returning,
    NumberingPaper: numbering.show,
    AttachingScan: numbering.show_scan,
    MendingFigures: returned_file.show,
    **paper_desk.SHOW,
}

ANSWER: dict[type[Any], Callable[[Turn, Any, str], None]] = {
    Filling: fill.on_text,
    AskingBack: ask_back.on_text,
    Confirming: confirm.on_text,
    PickingLine: review.pick_line,
    Returning: return_form.on_text,
    Explaining: explain.on_text,
    Requesting: requesting.on_text,
    PickingUnit: picked_unit.on_text,
    Approving: approving.on_text,
    ReturningPaper: remarks.remark,
    NumberingPaper: numbering.on_text,
    MendingFigures: returned_file.on_text,
    **paper_desk.ANSWER,
}

TAP: dict[type[Any], Callable[[Turn, Any, str], None]] = {
    Linking: link_more.on_choice,
    Filling: fill.on_choice,
    AskingBack: ask_back.on_choice,
    AskingSplit: split_reply.on_choice,
    Confirming: confirm.on_choice,
    Reviewing: review.on_choice,
    Returning: return_form.on_choice,
    Explaining: explain.on_choice,
    Approving: approving.on_choice,
    ReturningPaper: remarks.on_returning,
    NumberingPaper: numbering.on_choice,
    MendingFigures: returned_file.on_choice,
    **paper_desk.TAP,
}

# The scenes about the report as a paper: the right that a person keeps standing there with.
PAPER_RIGHTS: dict[type[Any], str] = {
    Approving: "approve_report",
    ReturningPaper: "approve_report",
    NumberingPaper: "issue_report",
    AttachingScan: "attach_scan",
    MendingFigures: "compose_report",
    **dict.fromkeys(paper_desk.SHOW, "write_report"),
}


def show(turn: Turn) -> None:
    """Let the scene say where it stands."""
    SHOW[type(turn.scene)](turn, turn.scene)


def answer(turn: Turn, text: str) -> None:
    """A typed text that is neither a command nor a choice."""
    if not is_text_question(turn) and confirm.explained_late(turn, text):
        return
    said = text if is_text_question(turn) else left_to_others.taken_out(turn, text)
    left = rest_said.taken_out(turn, said) if said is not None else None
    if left is not None:
        _answer_and_obey(turn, left)
        rest_said.forget(turn)


def _answer_and_obey(turn: Turn, text: str) -> None:
    """Answer with what a text says to what is asked; then take the changes that it orders beside."""
    then = getattr(turn.scene, "then", turn.scene)
    if not isinstance(then, Filling) or then.fix or then.held or is_text_question(turn):
        _answer(turn, text)
        return
    report = load(turn.tx, turn.world, then.assignment, turn.now, lock=True)
    text, items = text_lines.ordered(turn, report, text)
    _answer(turn, text)
    if items:
        beside.take(turn, report.again(turn.tx), items)


def _answer(turn: Turn, text: str) -> None:
    if isinstance(turn.scene, AskingBack):
        turn.scene = ask_back.instead(turn, turn.scene, text)
    elif isinstance(turn.scene, AskingSplit):
        if split_reply.agreed(turn, turn.scene, text):
            return
        turn.scene, text = split_reply.instead(turn.scene, text)
    handler = ANSWER.get(type(turn.scene))
    if handler is not None:
        handler(turn, turn.scene, text)
    elif (isinstance(turn.scene, Idle) and told_for.taken(turn, text)) or (
        isinstance(turn.scene, Idle | Reviewing)
        and (
            wishes.offered(turn, text)
            or before_opening.too_early(turn, text)
            or _began(turn, text)
            or unprompted.correct(turn, text)
        )
    ):
        return
    elif isinstance(turn.scene, Idle) and (named := focus.named(turn, text)) is not None:
        focus.begin(turn, named)
    elif isinstance(turn.scene, Idle) and remarks.perhaps_remark(turn, text):
        return
    else:
        if isinstance(turn.scene, Idle):
            beyond.refuse_parts(turn, text)
        turn.say("strays/not_understood", idle=isinstance(turn.scene, Idle))
        if isinstance(turn.scene, Reviewing):  # the card stands above already
            turn.scene = replace(turn.scene, brief=True, unclear=True)
        review.again(turn)


def _began(turn: Turn, text: str) -> bool:
    """Figures typed where nothing is asked: after the prompt, at an empty card, or while a report is paused."""
    if isinstance(turn.scene, Reviewing):
        report = load(turn.tx, turn.world, turn.scene.assignment, turn.now, lock=True)
        if report.answers:
            return begun.rest_taken(turn, report, text)
        return begun.taken(turn, [report], text) or figures.answer_prompt(turn, [report], text)
    waiting = focus.unsent(turn)
    return (
        paused.resumed(turn, waiting, text)
        or begun.taken(turn, waiting, text)
        or figures.answer_prompt(turn, waiting, text)
    )


def tap(turn: Turn, choice_id: str) -> None:
    """A choice that only the scene knows."""
    handler = TAP.get(type(turn.scene))
    if handler is not None:
        handler(turn, turn.scene, choice_id)
    else:
        desk.standing(turn)


def is_text_question(turn: Turn) -> bool:
    """Whether free words are the answer just now."""
    if paper_desk.takes_free_words(turn):
        return True
    scene = turn.scene
    if not isinstance(scene, Filling) or not scene.asked or scene.held:
        return False
    form = load(turn.tx, turn.world, scene.assignment, turn.now).form
    return form.question(scene.asked[0]).kind == "text"


_TRY_AGAIN = frozenset(
    {"no_remark", "no_reason", "day_ahead", "day_too_early", "day_unapproved", "not_a_scan"}
)


def refuse(turn: Turn, refused: Refused) -> None:
    """Say why something cannot be done; a scene about a locked report is left."""
    assignment_id = focus.focused(turn)
    report = load(turn.tx, turn.world, assignment_id, turn.now) if assignment_id is not None else None
    reason = refused.reason
    if type(turn.scene) in PAPER_RIGHTS and reason not in _TRY_AGAIN:
        turn.enter(Idle(), show=False)
    if report is not None and report.locked and turn.bound_by_lock(report.unit):
        turn.enter(Idle(), show=False)
        if reason == "locked" and report.assignment.submitted_at is None:
            reason = "locked_unsent"
    facts: dict[str, object] = {
        "unit": report.unit.name if report else "",
        "month": report.month if report else "",
        "lines": [],
        **({"people": office_names(turn)} if reason == "locked_unsent" else {}),
        "office": turn.may_somewhere("compose_report"),
        "roles": desk.roles(turn),
    }
    if reason == "no_right" and not turn.memberships:  # whoever served a unit until lately
        turn.say("idle/no_role", name=turn.person.name)
        return
    turn.say(f"refused/{reason}", **{**facts, **refused.facts})
    if reason == "no_right" and report is not None and turn.may_fill(report.unit):
        asked.go_on(turn)  # what was being filled waits still


def _overtaken(turn: Turn, assignment_id: int) -> bool:
    """Whether a report is closed to this person and the next month's is open to them: that one is meant now."""
    report = load(turn.tx, turn.world, assignment_id, turn.now)
    if not report.locked or not turn.bound_by_lock(report.unit):
        return False
    current = focus.current_reports(turn)
    return any(one.unit.id == report.unit.id and not one.locked for one in current)


def leave_what_is_not_theirs(turn: Turn) -> None:
    """Who was removed from a unit, or changed roles, no longer stands in its report, nor picks it."""
    if isinstance(turn.scene, Requesting) and requesting.over(turn, turn.scene, turn.incoming.text or ""):
        turn.scene = Idle()
    needed = PAPER_RIGHTS.get(type(turn.scene))
    if needed is not None and not turn.may_somewhere(needed):
        turn.scene = Idle()
    if isinstance(turn.scene, Picking):
        own = {r.assignment.id for r in focus.current_reports(turn)}
        if not own.issuperset(turn.scene.assignments):
            turn.scene = Idle()
    left = turn.scene.left if isinstance(turn.scene, Idle) else None
    assignment_id = turn.scene.of if isinstance(turn.scene, Requesting) else focus.focused(turn) or left
    if not assignment_id:
        return
    unit = load(turn.tx, turn.world, assignment_id, turn.now).unit
    if not isinstance(turn.scene, Requesting) and _overtaken(turn, assignment_id):
        turn.scene = Idle()
        return
    if any(m.unit_id == unit.id for m in turn.memberships):
        return
    if not turn.may_fill(unit) and not turn.may("return_lines", unit.id):
        turn.scene = Idle()
