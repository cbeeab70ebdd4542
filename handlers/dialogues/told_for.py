"""«Trường Nậm Hàng báo: giảm 1, nữ 12» of the office: entered, or corrected, for the unit that told it."""

from handlers.dialogues import office, pick_unit
from handlers.scenes import PickingUnit
from handlers.turn import Turn
from reporting.reading.commands import Command
from reporting.reading.free_words import nothing_happened
from reporting.reading.unit_told import endings, unit_told


def taken(turn: Turn, text: str) -> bool:
    """Enter what a unit told the office. False: no unit is named, or nothing of it was told."""
    if not turn.may_somewhere("enter_for"):
        return False
    told = unit_told(text)
    name = _named(turn, told.who) if told is not None else ""
    if told is None or not name:
        return False
    says = any(c.isdigit() for c in told.said) or nothing_happened(told.said)
    if not (told.bidden or says):
        return False
    office.command(turn, Command("enter_for", f"{name}: {told.said}" if says else name))
    return True


def _named(turn: Turn, who: str) -> str:
    """The part of a text that names a unit, from its first word that may: «chị Chiêm nông sản Trung Đồng»."""
    scene = PickingUnit("correct")
    found = (name for name in endings(who) if pick_unit.named(turn, scene, name, whole=True))
    name = next(found, "")
    return name if len(name.split()) > 1 or name == who else ""
