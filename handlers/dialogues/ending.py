"""The office lets somebody serve no more: «cho chị Sáo thôi làm chủ tịch Bình Lư». It is confirmed by a button."""

from typing import Any

from handlers.actions.end_role import alone, end_role, held
from handlers.choices import choice
from handlers.dialogues import beyond
from handlers.messages import Choice
from handlers.scenes import Idle, PickingUnit
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.reading.match import find_units
from reporting.reading.role_ended import Ended, role_ended
from storage.queries import people, units
from storage.queries.people import Membership

MOST = 5


def heard(turn: Turn, text: str) -> bool:
    """Ask whether it is meant, or who. False: nobody is to serve no more. Raises Refused(no_right)."""
    said = role_ended(text) if isinstance(turn.scene, Idle | PickingUnit) and turn.memberships else None
    meant = _meant(turn, said) if said is not None else []
    if said is None or not (meant or (said.name and not beyond.may_be_remark(turn))):
        return False  # «bỏ chủ tịch ở mục 5»
    if not turn.may_somewhere("end_role"):
        raise Refused("no_right", action="end_role")
    turn.enter(Idle(), show=False)
    if len(meant) == 1:
        _ask(turn, meant[0])
        return True
    turn.say(
        "office/end_role_which",
        found=len(meant),
        more=max(0, len(meant) - MOST),
        name=said.name,
        role=said.role,
        unit=said.unit,
    )
    names = people.names(turn.tx, [m.person_id for m in meant])
    turn.offer(
        *(Choice(f"ask_end_role:{_id(m)}", f"{names[m.person_id]}, {m.unit.name}") for m in meant[:MOST])
    )
    return True


def chosen(turn: Turn, subject: str) -> None:
    """One of those offered: it is asked once more."""
    member = _find(turn, subject)
    if member is not None:
        _ask(turn, member)


def confirmed(turn: Turn, subject: str) -> None:
    """«Cho thôi vai này»."""
    member = _find(turn, subject)
    if member is not None:
        last, told = alone(turn, member), end_role(turn, member)
        turn.say("office/role_ended", done=True, told=bool(told), alone=last, **_facts(turn, member))


def kept(turn: Turn, subject: str) -> None:
    """«Thôi»: nobody loses a role, and that is said."""
    member = _find(turn, subject)
    if member is not None:
        turn.say("office/role_kept", **_facts(turn, member))


def _meant(turn: Turn, said: Ended) -> list[Membership]:
    """The roles that may be meant: by the unit, the role and the person's name, as far as each was said."""
    every = held(turn)
    if said.unit:
        within = {m.unit.id: m.unit for m in every}
        named = find_units(said.unit, [(u.id, u.name, u.code) for u in within.values()])
        every = [m for m in every if m.unit_id in named]
    if said.role:
        every = [m for m in every if m.role == said.role]
    if said.name:
        names = people.names(turn.tx, sorted({m.person_id for m in every}))
        called = find_units(said.name, [(person, name, "") for person, name in names.items()], whole=True)
        every = [m for m in every if m.person_id in called]
    return every if said.unit or said.name else []


def _ask(turn: Turn, member: Membership) -> None:
    turn.say("office/end_role", alone=alone(turn, member), **_facts(turn, member))
    left = Choice(f"keep_role:{_id(member)}", choice("cancel").label, ("không",))
    turn.offer(choice("end_role", _id(member)), left)


def _id(member: Membership) -> str:
    return f"{member.person_id}.{member.unit_id}.{member.role}"


def _find(turn: Turn, subject: str) -> Membership | None:
    """The role that a button names, if it is still held; else that it ended is said."""
    if not turn.may_somewhere("end_role"):
        raise Refused("no_right", action="end_role")
    person, unit, role = subject.split(".")
    found = next((m for m in held(turn) if _id(m) == subject), None)
    if found is None:
        name = people.names(turn.tx, [int(person)]).get(int(person), "")
        known = units.get(turn.tx, int(unit))
        turn.say(
            "office/role_ended", done=False, told=False, alone=False, name=name, role=role, unit=known.name
        )
    return found


def _facts(turn: Turn, member: Membership) -> dict[str, Any]:
    name = people.names(turn.tx, [member.person_id]).get(member.person_id, "")
    return {"name": name, "role": member.role, "unit": member.unit.name}
