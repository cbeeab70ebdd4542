"""Link a messenger address to a person by an invitation code, which is spent on the person's «đúng»."""

from datetime import datetime

from reporting.errors import Refused
from storage.database import Tx
from storage.queries import audit, invitations, people
from storage.queries.invitations import Invitation
from storage.queries.people import Person


def valid_invitation(tx: Tx, code: str, now: datetime) -> Invitation:
    """The invitation of a code. Raises Refused: code_unknown, code_used, code_replaced, code_expired."""
    invitation = invitations.by_code(tx, code)
    if invitation is None:
        raise Refused("code_unknown")
    if invitation.used_at is not None:
        raise Refused("code_used" if invitation.used_by is not None else "code_replaced")
    if invitation.expires_at < now:
        raise Refused("code_expired")
    return invitation


def link(
    tx: Tx,
    invitation: Invitation,
    channel: str,
    address: str,
    name: str,
    now: datetime,
    linked: Person | None,
) -> Person:
    """Spend the code: the address becomes the invited person's, in the invited role.

    `linked` is who the address already belongs to: they get the role. Raises Refused(code_used) when somebody
    was faster.
    """
    if linked is not None:
        person_id = linked.id
    elif invitation.person_id is not None:
        person_id = invitation.person_id
    else:
        person_id = people.add(tx, invitation.name or name)
    if not invitations.spend(tx, invitation.id, person_id, now):
        raise Refused("code_used")
    held = {(m.unit_id, m.role) for m in people.memberships(tx, person_id, now)}
    if (invitation.unit_id, invitation.role) not in held:
        people.add_membership(tx, person_id, invitation.unit_id, invitation.role, now)
    if linked is None:
        people.link(tx, person_id, channel, address, now)
    audit.write(
        tx, now, person_id, "link", "unit", invitation.unit_id, {"role": invitation.role, "channel": channel}
    )
    return people.get(tx, person_id)
