"""«Ai là chủ tịch Bình Lư»: who answers for a unit, to whoever may see how far it is."""

from handlers.dialogues import asked, pick_unit
from handlers.scenes import Idle, PickingUnit
from handlers.turn import Turn
from reporting.reading.holders_asked import holders_asked
from storage.queries import people

MOST = 5
_REACH = PickingUnit("progress")
_ROLES = ("chair", "deputy", "superior")


def answered(turn: Turn, text: str) -> bool:
    """Say it. False: nobody is asked for, or no unit is named. Telephone numbers stand in «gọi ai» alone."""
    said = holders_asked(text) if isinstance(turn.scene, Idle | PickingUnit) and turn.memberships else None
    if said is None:
        return False
    meant = pick_unit.named(turn, _REACH, said.unit, whole=True)
    if not turn.may_somewhere("see_progress"):
        if not pick_unit.names_any(turn, said.unit):
            return False
        asked.say_only_own(turn)
        return True
    if not meant:
        return pick_unit.say_not_theirs(turn, _REACH, said.unit)
    rows = [
        {"unit": unit.name, "role": role, "people": [person.name for person in held]}
        for unit, _ in meant[:MOST]
        for role in _ROLES
        if (held := people.holders(turn.tx, unit.id, (role,), turn.now))
    ]
    known = {row["unit"] for row in rows}
    turn.say(
        "progress/holders", rows=rows, phone=said.phone,
        nobody=[u.name for u, _ in meant[:MOST] if u.name not in known],
        more=max(0, len(meant) - MOST), invites=turn.may_somewhere("invite"), calls=turn.may_somewhere("resolve_task"),
    )  # fmt: skip
    turn.enter(turn.scene, show=False)
    return True
