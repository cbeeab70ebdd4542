"""Make an invitation: a code for one role in one unit."""

from collections.abc import Callable
from datetime import datetime, timedelta

from reporting.errors import WrongUse
from reporting.reading.codes import make_code
from reporting.rights import RIGHTS
from storage.database import Tx
from storage.queries import audit, invitations, people
from storage.queries.invitations import Invitation
from storage.queries.units import Unit

VALID = timedelta(days=30)
ROLES_OF_KIND = {
    "grassroots": ("chair", "deputy"),
    "superior": ("superior",),
    "province": ("office", "leader", "admin"),
}


def create_invitation(
    tx: Tx,
    *,
    unit: Unit,
    role: str,
    name: str = "",
    now: datetime,
    random: Callable[[int], int],
    actor: int | None = None,
) -> Invitation:
    """A new code, valid for thirty days. Raises WrongUse for a role that such a unit does not have.

    Somebody of that name who was invited to that role before is meant again: an unused code is replaced, and who
    holds the role already links one more messenger.
    """
    if role not in RIGHTS or role not in ROLES_OF_KIND.get(unit.kind, ()):
        raise WrongUse(
            f"role {role!r} is not one of {', '.join(ROLES_OF_KIND.get(unit.kind, ()))} of {unit.code}"
        )
    code = make_code(random)
    while invitations.by_code(tx, code) is not None:
        code = make_code(random)
    for earlier in invitations.unused(tx, unit.id, role):
        if _same_name(earlier.name, name):
            invitations.spend(tx, earlier.id, None, now)
    holders = people.holders(tx, unit.id, (role,), now)
    person_id = next((person.id for person in holders if _same_name(person.name, name)), None)
    number = invitations.add(
        tx, code=code, unit_id=unit.id, role=role, name=name, person_id=person_id, expires_at=now + VALID
    )
    audit.write(tx, now, actor, "invite", "unit", unit.id, {"role": role, "invitation": number})
    made = invitations.by_code(tx, code)
    assert made is not None
    return made


def _same_name(one: str, other: str) -> bool:
    """Whether two names are written alike; one that is not given is nobody's."""
    return bool(one.strip()) and one.casefold().split() == other.casefold().split()
