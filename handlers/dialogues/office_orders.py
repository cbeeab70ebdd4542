"""Orders of the office wherever a sheet is being filled: they are carried out, and are never words of the sheet."""

from collections.abc import Callable

from handlers.choices import choice
from handlers.dialogues import (
    at_hand,
    beside,
    office,
    own_words,
    pick_unit,
    progress_of,
    returning,
    superior,
    told_for,
)
from handlers.messages import Choice
from handlers.report import load
from handlers.scenes import (
    AskingBack,
    AskingSplit,
    Confirming,
    Filling,
    Idle,
    PickingLine,
    PickingUnit,
    Reviewing,
)
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.reading import oversight
from reporting.reading.commands import Command, command
from reporting.reading.nudging import nudged
from reporting.reading.reopening import reopened
from reporting.reading.sheet_left import leaves_sheet
from reporting.reading.unit_told import beginnings

_IN_SHEET = (Filling, AskingBack, AskingSplit, Confirming, Reviewing, PickingLine)
_ORDERS: dict[str, Callable[[Turn, Command], None]] = {
    "nudge": superior.nudge_late,
    "return": returning.command,
    "enter_for": office.command,
}
_STAYING = ("nudge",)
_SHORTEST = 2  # words of a name with others behind it


def heard(turn: Turn, text: str, *, narrow: bool) -> bool:
    """Carry out an order about a unit, or leave the unit's sheet. False: it is neither, or not of the office.

    `narrow`: words for a line are asked for just now, and only what plainly is an order counts.
    """
    if not turn.may_somewhere("enter_for"):
        return False
    if _reopened(turn, text):
        return True
    if not isinstance(turn.scene, _IN_SHEET):
        return False
    left, more = leaves_sheet(text) if at_hand.entering(turn) else (False, "")
    if left and not (getattr(turn.scene, "held", "") and len(text.split()) == 1):  # «thôi»: not those words
        _leave(turn, more)
        return True
    pending = turn.scene
    if progress_of.answered(turn, text):
        turn.enter(pending)
        return True
    order = command(text)
    if order is not None and order.name in _ORDERS and _names(turn, order):
        _carry_out(turn, order)
        return True
    return not narrow and told_for.taken(turn, text)


def _leave(turn: Turn, more: str) -> None:
    """Leave the sheet; what was ordered besides is done then."""
    own_words.cancel(turn, Command("cancel"))
    order = command(more) if more else None
    if order is not None and order.name in _ORDERS:
        _ORDERS[order.name](turn, order)


def _carry_out(turn: Turn, order: Command) -> None:
    pending = turn.scene
    if order.name in _STAYING:
        _ORDERS[order.name](turn, order)
        turn.enter(pending)
        return
    beside.say_unwritten(turn)
    _ORDERS[order.name](turn, order)
    if isinstance(turn.scene, Idle) and not (turn.scene.shown or turn.choices):  # nothing came of it
        turn.enter(pending)


def _names(turn: Turn, order: Command) -> bool:
    """Whether an order names a unit or a union, or all that have not sent."""
    if order.name == "nudge" and oversight.nudges_all(nudged(order.argument).whom):
        return True
    names = nudged(order.argument).names if order.name == "nudge" else (order.argument,)
    return any(_known(turn, name) for name in names)


def _known(turn: Turn, text: str) -> bool:
    scene = PickingUnit("progress")
    for name, rest in beginnings(text):
        if rest and len(name.split()) < _SHORTEST and not text[len(name) :].lstrip().startswith(":"):
            return False
        if pick_unit.named(turn, scene, name, whole=True) or superior.is_union(turn, name):
            return True
    return False


def _reopened(turn: Turn, text: str) -> bool:
    """«mở lại kỳ cho Đoàn Kết»: no month is opened again; what the office can do for the unit is said and offered."""
    name = reopened(text)
    meant = pick_unit.named(turn, PickingUnit("correct"), name) if name else []
    if not meant:
        return False
    if not turn.may("enter_for", meant[0][0].id):
        raise Refused("no_right", action="enter_for")
    unit, assignment = meant[0]
    report = load(turn.tx, turn.world, assignment.id, turn.now)
    turn.say(
        "office/reopening", unit=unit.name, month=report.month, locked=report.locked, several=len(meant) > 1,
        sent=assignment.state == "submitted", locks=report.campaign.stages["locks"],
    )  # fmt: skip
    if not isinstance(turn.scene, Idle):
        turn.enter(turn.scene)
    elif len(meant) == 1:
        enter = Choice(f"enter_unit:{assignment.id}", choice("enter_for").label)
        turn.offer(choice("correct_unit", assignment.id) if assignment.state == "submitted" else enter)
    return True
