"""A superior or the office returns lines of a unit's report, each with its reason."""

import re

from handlers.dialogues import pick_unit, return_form, totals
from handlers.dialogues.unit_sheet import sheet_facts
from handlers.report import load
from handlers.scenes import Idle, PickingUnit, Returning
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.periods import Month
from reporting.reading.commands import Command
from reporting.reading.oversight import asked
from reporting.reading.typed_period import split_period
from storage.queries import campaigns, documents

_UNIT_AND_REMARK = tuple(
    re.compile(rf"^(?P<unit>.+?){between}$", re.IGNORECASE | re.DOTALL)
    for between in (
        r"[,;:]?\s+(?P<remark>(?:dòng|dong|mục|muc)\s*\d.*)",
        r"\s*:\s*(?P<remark>.+)",
        r"[,;]?\s+(?:vì|vi|lý do|ly do|do|để|de)\s+(?P<remark>.+)",
        r"(?:,\s+|\s+[-–]\s+)(?P<remark>.+)",
    )
)
_SHEET_OF = re.compile(
    r"^(?:phiếu|phieu|báo cáo|bao cao|bc|số liệu|so lieu|số|so)\s+(?:(?:của|cua|cho|bên|ben)\s+)+",
    re.IGNORECASE,
)


def command(turn: Turn, order: Command) -> None:
    """«Trả lại [đơn vị]», «trả lại [đơn vị] dòng 6 [lý do]»."""
    if not turn.may_somewhere("return_lines"):
        raise Refused("no_right", action="return_lines")
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
    scene, text = PickingUnit("return"), _SHEET_OF.sub("", text)
    if pick_unit.named(turn, scene, text):
        return text, ""
    matches = [found for shape in _UNIT_AND_REMARK if (found := shape.match(text)) is not None]
    ways = [(found["unit"].strip(" ,;"), found["remark"].strip()) for found in matches]
    known = next((way for way in ways if pick_unit.named(turn, scene, way[0])), None)
    if known is None:
        name, rest = pick_unit.at_beginning(turn, scene, text, shortest=1)
        known = (name, rest) if name else None
    return known or (ways[0] if ways else (text, ""))


def look(turn: Turn, text: str) -> None:
    """«Xem [đơn vị] [tháng]»: what a unit sent, with its explanations, for whoever may see it."""
    month, name = _month_and_name(turn, text)
    if _names_nobody(text) and turn.may_somewhere("see_totals"):
        totals.show(turn, Command("totals", text))
        return
    scene = PickingUnit("view", month=month)
    if not pick_unit.named(turn, scene, name):
        said = asked(f"xem {name}")  # «số liệu của trường Bình Lư»
        if said is not None and (
            pick_unit.named(turn, scene, said.rest) or pick_unit.names_any(turn, said.rest)
        ):
            name = said.rest
    alone = pick_unit.only(turn, scene, name)
    if alone is None:
        pick_unit.find(turn, scene, name)
    else:
        look_at(turn, alone)


def _names_nobody(text: str) -> bool:
    """«xem tháng 9», «xem số liệu tháng 9»: a period and no unit."""
    said = asked(f"xem {text}")
    return said is not None and said.period and not said.rest


def _month_and_name(turn: Turn, text: str) -> tuple[str, str]:
    """The month that a text names beside the unit, by its id, "" where it is the newest; and the rest."""
    newest = campaigns.latest(turn.tx)
    typed, rest = split_period(text)
    month = typed.resolve(Month.parse(newest.period)) if typed is not None and newest is not None else None
    known = isinstance(month, Month) and campaigns.by_period(turn.tx, str(month)) is not None
    return (str(month), rest) if known else ("", rest if month is not None else text)


def look_at(turn: Turn, assignment_id: int) -> None:
    """The card of a unit's report, to read only."""
    report = load(turn.tx, turn.world, assignment_id, turn.now)
    if not turn.may("see_unit_figures", report.unit.id):
        raise Refused("no_right", action="return_lines")
    if report.assignment.state not in pick_unit.STATES_OF["view"]:
        pick_unit.say_state(turn, [(report.unit, report.assignment)], PickingUnit("view"))
        turn.enter(Idle(), show=False)
        return
    turn.say("review/sheet", **sheet_facts(turn, report))
    turn.enter(Idle(shown=assignment_id if turn.may("enter_for", report.unit.id) else 0), show=False)


def begin(turn: Turn, assignment_id: int) -> None:
    """Show the unit's card and ask for lines and reasons."""
    report = load(turn.tx, turn.world, assignment_id, turn.now)
    if not turn.may("return_lines", report.unit.id):
        raise Refused("no_right", action="return_lines")
    if report.assignment.state != "submitted" or report.locked:
        turn.say(
            "review/cannot_return", unit=report.unit.name, month=report.month, locked=report.locked,
            office=turn.may_somewhere("resolve_task"),
        )  # fmt: skip
        turn.enter(Idle(), show=False)
        return
    remark = turn.scene.remark if isinstance(turn.scene, PickingUnit) else ""
    turn.say("review/sheet", **sheet_facts(turn, report))
    if documents.latest(turn.tx, report.campaign.id) is not None:
        turn.say("review/return_late", month=report.month)
    turn.enter(Returning(assignment_id, at=turn.now.isoformat()))
    if remark:
        return_form.on_text(turn, Returning(assignment_id), remark)
