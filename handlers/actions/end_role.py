"""Somebody serves a unit no more: their role ends, what they reported stays, and they are told."""

from handlers.turn import Turn
from reporting.errors import Refused
from storage.queries import people
from storage.queries.people import Membership
from templates.notices import news
from templates.render import render

ENDED_IN_CHAT = ("chair", "deputy", "superior")  # the office's own roles are looked after on the command line


def held(turn: Turn) -> list[Membership]:
    """The roles that may be ended in chat, of everybody."""
    return people.all_holders(turn.tx, ENDED_IN_CHAT, turn.now)


def alone(turn: Turn, member: Membership) -> bool:
    """Whether nobody else answers for the unit, or oversees it."""
    roles = ("superior",) if member.role == "superior" else ("chair", "deputy")
    return all(one.id == member.person_id for one in people.holders(turn.tx, member.unit_id, roles, turn.now))


def end_role(turn: Turn, member: Membership) -> int:
    """End it now. Returns how many people were told: 0 where the person has no messenger.

    Raises Refused(no_right).
    """
    if not turn.may("end_role", member.unit_id) or member.role not in ENDED_IN_CHAT:
        raise Refused("no_right", action="end_role")
    people.end_membership(turn.tx, member.person_id, member.unit_id, member.role, turn.now)
    turn.audit(turn.person.id, "end_role", "unit", member.unit_id, role=member.role, person=member.person_id)
    told = render("partners/role_ended", unit=member.unit.name, office=turn.world.profile.short_name)
    return turn.tell([member.person_id], told, notice=news("role_ended"))
