"""Make an invitation: a code for one role in one unit."""

from collections.abc import Callable
from datetime import datetime, timedelta

from reporting.errors import WrongUse
from reporting.reading.codes import make_code
from reporting.rights import RIGHTS
from storage.database import Tx
from storage.queries import audit, invitations
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
    """A new code, valid for thirty days. Raises WrongUse for a role that such a unit does not have."""
    if role not in RIGHTS or role not in ROLES_OF_KIND.get(unit.kind, ()):
        raise WrongUse(
            f"role {role!r} is not one of {', '.join(ROLES_OF_KIND.get(unit.kind, ()))} of {unit.code}"
        )
    code = make_code(random)
    while invitations.by_code(tx, code) is not None:
        code = make_code(random)
    number = invitations.add(tx, code=code, unit_id=unit.id, role=role, name=name, expires_at=now + VALID)
    audit.write(tx, now, actor, "invite", "unit", unit.id, {"role": role, "invitation": number})
    made = invitations.by_code(tx, code)
    assert made is not None
    return made
