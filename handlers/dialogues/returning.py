"""A superior or the office returns lines of a unit's report, each with its reason."""

import re

from handlers.actions.returns import return_lines
from handlers.choices import choice
from handlers.dialogues import focus, pick_unit, review
from handlers.lines import facts_of
from handlers.report import load
from handlers.scenes import Idle, PickingUnit, Returning
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.reading.commands import Command
from reporting.reading.decisions import said_of_it

_LINE = re.compile(r"^\s*(?:dòng|dong|mục|muc)?\s*([1-9]\d{0,2})(?!\w)\s*[.:,)\-–]?\s*(.*)$", re.IGNORECASE)
_UNIT_AND_REMARK = tuple(
    re.compile(rf"^(?P<unit>.+?){between}$", re.IGNORECASE | re.DOTALL)
    for between in (
        r"[,;:]?\s+(?P<remark>(?:dòng|dong|mục|muc)\s*\d.*)",
        r"\s*:\s*(?P<remark>.+)",
        r"[,;]?\s+(?:vì|vi|lý do|ly do|do|để|de)\s+(?P<remark>.+)",
        r"(?:,\s+|\s+[-–]\s+)(?P<remark>.+)",
    )
)


def command(turn: Turn, order: Command) -> None:
    """«Trả lại [đơn vị]», «trả lại [đơn vị] dòng 6 [lý do]»."""
    if not turn.may_somewhere("return_lines"):
        raise Refused("no_right")
    unit, remark = _unit_and_remark(turn, order.argument)
    scene = PickingUnit("return", remark)
    alone = pick_unit.only(turn, scene, unit)
    if alone is None:
        pick_unit.find(turn, scene, unit)
    else:
        turn.scene = scene
        begin(turn, alone)


def _unit_and_remark(turn: Turn, text: str) -> tuple[str, str]:
    """«Bệnh viện Đa khoa tỉnh: số lượt tập huấn …», «… dòng 6 …», «… vì …»: the unit, and what is said of it."""
    scene = PickingUnit("return")
    for shape in _UNIT_AND_REMARK:
        found = shape.match(text)
        if found is not None and not pick_unit.named(turn, scene, text):
            return found["unit"].strip(" ,;"), found["remark"].strip()
    return text, ""


def look(turn: Turn, text: str) -> None:
    """«Xem [đơn vị]»: what a unit sent, with its explanations, for whoever may see it."""
    scene = PickingUnit("view")
    alone = pick_unit.only(turn, scene, text)
    if alone is None:
        pick_unit.find(turn, scene, text)
    else:
        look_at(turn, alone)


def look_at(turn: Turn, assignment_id: int) -> None:
    """The card of a unit's report, to read only."""
    report = load(turn.tx, turn.world, assignment_id, turn.now)
    if not turn.may("see_unit_figures", report.unit.id):
        raise Refused("no_right")
    if report.assignment.state not in pick_unit.STATES_OF["view"]:
        pick_unit.say_state(turn, [(report.unit, report.assignment)])
        turn.enter(Idle(), show=False)
        return
    turn.say("review/card", **{**review.card_facts(report), "reviewer": True})
    turn.enter(Idle(), show=False)


def begin(turn: Turn, assignment_id: int) -> None:
    """Show the unit's card and ask for lines and reasons."""
    report = load(turn.tx, turn.world, assignment_id, turn.now)
    if not turn.may("return_lines", report.unit.id):
        raise Refused("no_right")
    if report.assignment.state != "submitted" or report.locked:
        turn.say(
            "review/cannot_return", unit=report.unit.name, month=report.month, locked=report.locked,
            office=turn.may_somewhere("resolve_task"),
        )  # fmt: skip
        turn.enter(Idle(), show=False)
        return
    remark = turn.scene.remark if isinstance(turn.scene, PickingUnit) else ""
    turn.say("review/card", **{**review.card_facts(report), "reviewer": True})
    turn.enter(Returning(assignment_id))
    if remark:
        on_text(turn, Returning(assignment_id), remark)


def show(turn: Turn, scene: Returning) -> None:
    """Which lines, and why? Once some are named: return them?"""
    report = load(turn.tx, turn.world, scene.assignment, turn.now)
    reasons = dict(scene.lines)
    lines = [{**line, "reason": reasons[line["code"]]} for line in facts_of(report, list(reasons))]
    turn.say("review/return_which", unit=report.unit.name, lines=lines)
    turn.offer(*([choice("do_return")] if lines else []), choice("cancel"))


def on_text(turn: Turn, scene: Returning, text: str) -> None:
    """«5 số quà cao bất thường», one line of the report a line of text."""
    report = load(turn.tx, turn.world, scene.assignment, turn.now)
    reasons = dict(scene.lines)
    unknown: list[str] = []
    bare: list[int] = []
    for row in text.splitlines():
        found = _LINE.match(row)
        line = report.line(int(found[1])) if found else focus.find_line(report, row)[0]
        reason = said_of_it(found[2] if found else _reason_in(row, focus.find_line(report, row)[1]))
        if line is None or line.question.computed:
            unknown.append(row)
        elif not reason:
            bare.append(line.number)
        else:
            reasons[line.question.code] = reason
    if unknown:  # one of each kind shows what is wanted
        turn.say("review/return_no_line", text=unknown[0])
    if bare:
        turn.say("review/return_no_reason", number=bare[0])
    turn.enter(Returning(scene.assignment, tuple(reasons.items())))


def _reason_in(row: str, rest: str) -> str:
    """What is said of a line named in words: what follows its name; all of it where the name stands within."""
    return rest if row.rstrip().endswith(rest) else row


def on_choice(turn: Turn, scene: Returning, choice_id: str) -> None:
    """«Trả lại» or «Thôi»."""
    if choice_id != "do_return" or not scene.lines:
        turn.enter(scene)
        return
    report = load(turn.tx, turn.world, scene.assignment, turn.now, lock=True)
    return_lines(turn, report, dict(scene.lines))
    turn.say("review/return_done", unit=report.unit.name, count=len(scene.lines))
    turn.enter(Idle(), show=False)
