"""Make an invitation: a code for one role in one unit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from reporting.errors import WrongUse
from reporting.phones import normal_phone
from reporting.reading.codes import make_code
from reporting.rights import RIGHTS
from storage.database import Tx
from storage.queries import audit, invitations, people, phones
from storage.queries.invitations import Invitation
from storage.queries.units import Unit
from storage.sealing import Sealer

VALID = timedelta(days=30)
ROLES_OF_KIND = {
    "grassroots": ("chair", "deputy"),
    "superior": ("superior",),
    "province": ("office", "leader", "admin"),
}


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number as it is kept: never in the clear."""

    digest: str
    sealed: str


def kept_number(sealer: Sealer, phone: str) -> Number:
    """The number of a person to be invited, sealed. Raises WrongUse for what is no telephone number."""
    number = normal_phone(phone)
    return Number(sealer.digest(number), sealer.seal(number))


def create_invitation(
    tx: Tx,
    *,
    unit: Unit,
    role: str,
    name: str = "",
    now: datetime,
    random: Callable[[int], int],
    actor: int | None = None,
    number: Number | None = None,
) -> Invitation:
    """A new code, valid for thirty days. Raises WrongUse for a role that such a unit does not have.

    Somebody of that name who was invited to that role before is meant again: an unused code is replaced, and who
    holds the role already links one more messenger. So does who is known by the telephone `number`, if the name is
    theirs or none is given.
    """
    if role not in RIGHTS or role not in ROLES_OF_KIND.get(unit.kind, ()):
        raise WrongUse(
            f"role {role!r} is not one of {', '.join(ROLES_OF_KIND.get(unit.kind, ()))} of {unit.code}"
        )
    code = make_code(random)
    while invitations.by_code(tx, code) is not None:
        code = make_code(random)
    replaced = [i for i in invitations.unused(tx, unit.id, role) if _same_name(i.name, name)]
    for earlier in replaced:
        invitations.spend(tx, earlier.id, None, now)
    invitation_id = invitations.add(
        tx,
        code=code,
        unit_id=unit.id,
        role=role,
        name=name,
        person_id=_known(tx, unit, role, name, number, now),
        expires_at=now + VALID,
    )
    _keep_number(tx, invitation_id, number, replaced, now)
    audit.write(tx, now, actor, "invite", "unit", unit.id, {"role": role, "invitation": invitation_id})
    made = invitations.by_code(tx, code)
    assert made is not None
    return made


def _known(tx: Tx, unit: Unit, role: str, name: str, number: Number | None, now: datetime) -> int | None:
    """Who is meant, if linked already: by name in that role, else by the number."""
    for person in people.holders(tx, unit.id, (role,), now):
        if _same_name(person.name, name):
            return person.id
    found = [people.get(tx, person_id) for person_id in phones.people(tx, number.digest)] if number else []
    meant = [person for person in found if not name.strip() or _same_name(person.name, name)]
    return meant[0].id if len(meant) == 1 else None


def _keep_number(
    tx: Tx, invitation_id: int, number: Number | None, replaced: Sequence[Invitation], now: datetime
) -> None:
    """The number given now, or else that of the invitation that was replaced."""
    for earlier in replaced:
        if number is None:
            phones.hand_over(tx, earlier.id, invitation_id)
        else:
            phones.drop(tx, earlier.id)
    if number is not None:
        phones.add(tx, invitation_id=invitation_id, digest=number.digest, sealed=number.sealed, at=now)


def _same_name(one: str, other: str) -> bool:
    """Whether two names are written alike; one that is not given is nobody's."""
    return bool(one.strip()) and one.casefold().split() == other.casefold().split()
