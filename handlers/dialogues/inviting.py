"""The office gives out invitation codes in chat: to chairs, deputies and superior unions."""

from handlers.actions.invite import ROLES_OF_KIND, create_invitation
from handlers.messages import Choice
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.reading.commands import Command
from reporting.reading.invited import Invited, invited
from reporting.reading.match import find_units
from storage.queries import people, units
from storage.queries.units import Unit

MOST = 5
VERB_OF = {"chair": "invite_chair", "deputy": "invite_deputy", "superior": "invite_superior"}


def command(turn: Turn, order: Command) -> None:
    """«Cấp mã [phó chủ tịch] [đơn vị] [cho đồng chí …]»: a code, where one unit is meant; else which one is asked."""
    if not turn.may_somewhere("invite"):
        raise Refused("no_right", action="invite")
    wanted = invited(order.argument)
    open_ones = [u for u in _invitable(turn) if turn.may("invite", u.id)]
    meant = find_units(wanted.unit, [(u.id, u.name, u.code) for u in open_ones]) if wanted.unit else []
    found = [unit for unit_id in meant for unit in open_ones if unit.id == unit_id]
    role = _role(wanted, found[0]) if found else ""
    if len(found) == 1 and role:
        _give(turn, found[0], role, wanted.name)
        return
    turn.say(
        "office/invite_whom",
        text=wanted.unit,
        name=wanted.name,
        found=[u.name for u in found[:MOST]],
        more=max(0, len(found) - MOST),
        some=[u.name for u in open_ones if u.kind == "grassroots"][:1],
    )
    if not wanted.name:  # a button has no room for one
        turn.offer(*(_choice(unit, wanted) for unit in found[:MOST] if _role(wanted, unit)))


def give(turn: Turn, unit_id: int, role: str) -> None:
    """A unit was chosen from those offered."""
    if not turn.may("invite", unit_id):
        raise Refused("no_right", action="invite")
    _give(turn, units.get(turn.tx, unit_id), role, "")


def _invitable(turn: Turn) -> list[Unit]:
    """Units that still exist and whose people report or oversee: not the province's own office."""
    today = turn.now.date()
    return [
        unit
        for unit in units.all_units(turn.tx)
        if unit.kind in ("grassroots", "superior") and (unit.closed_on is None or unit.closed_on > today)
    ]


def _role(wanted: Invited, unit: Unit) -> str:
    """The role meant in that unit; empty: it has no such role."""
    role = wanted.role or ("superior" if unit.kind == "superior" else "chair")
    return role if role in ROLES_OF_KIND[unit.kind] else ""


def _choice(unit: Unit, wanted: Invited) -> Choice:
    return Choice(f"{VERB_OF[_role(wanted, unit)]}:{unit.id}", unit.name)


def _give(turn: Turn, unit: Unit, role: str, name: str) -> None:
    made = create_invitation(
        turn.tx,
        unit=unit,
        role=role,
        name=name,
        now=turn.now,
        random=turn.world.random,
        actor=turn.person.id,
    )
    turn.say(
        "office/invited",
        unit=unit.name,
        role=role,
        name=name,
        holders=[p.name for p in people.holders(turn.tx, unit.id, (role,), turn.now)],
        expires=made.expires_at,
        code=made.code,
        how=turn.world.how_to_come(turn.tx, made.code),
    )
