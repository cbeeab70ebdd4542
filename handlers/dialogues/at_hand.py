"""Which unit's sheet the office is in: the one it enters or corrects for, until it leaves it or names another."""

from dataclasses import replace

from handlers.report import Report, load
from handlers.scenes import (
    AskingBack,
    AskingSplit,
    Confirming,
    Filling,
    Idle,
    PickingLine,
    Reviewing,
    Scene,
)
from handlers.turn import Turn
from storage.queries import assignments

_IN_SHEET = (Filling, AskingBack, AskingSplit, Confirming, Reviewing, PickingLine)


def unit(turn: Turn) -> int:
    """The assignment of a unit's sheet the office is in, or was in last; 0 for one's own, and where there is none."""
    if not turn.may_somewhere("enter_for"):
        return 0
    scene = turn.scene
    if isinstance(scene, Idle):
        return scene.shown
    if not isinstance(scene, _IN_SHEET):
        return 0
    at: int = getattr(getattr(scene, "then", scene), "assignment", 0)
    own = any(m.unit_id == assignments.get(turn.tx, at).unit_id for m in turn.memberships)
    return 0 if own else at


def entering(turn: Turn) -> int:
    """The same where something is being asked of that sheet just now."""
    return 0 if isinstance(turn.scene, Idle) else unit(turn)


def report(turn: Turn) -> Report | None:
    """The sheet that «xem», «gửi» are about where nothing is asked: not the office's own one."""
    at = unit(turn) if isinstance(turn.scene, Idle) else 0
    return load(turn.tx, turn.world, at, turn.now) if at else None


def go_back(turn: Turn, assignment: int, scene: Scene) -> None:
    """Ask on in a unit's sheet after something else was looked at; the unit is named again."""
    entered = load(turn.tx, turn.world, assignment, turn.now)
    turn.say("office/entering", unit=entered.unit.name, month=entered.month, files=[], locked=entered.locked)
    turn.enter(scene)


def stay(turn: Turn, before: int) -> None:
    """What was done in a unit's sheet does not leave it: «sửa 4 5» then is about that one still."""
    if before and not turn.left_unit and isinstance(turn.scene, Idle) and not turn.scene.shown:
        turn.scene = replace(turn.scene, shown=before)
