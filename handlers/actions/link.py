"""Link a messenger address to a person by an invitation code, which is spent on the person's «đúng»."""

from datetime import datetime

from handlers.actions.consent import agree
from reporting.errors import Refused
from storage.database import Tx
from storage.queries import audit, invitations, people, phones, reach
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
    *,
    agreed: bool = True,
) -> Person:
    """Spend the code: the address becomes the invited person's, in the invited role.

    `linked` is who the address already belongs to: they get the role. `agreed`: they confirmed it themselves, and so
    agree to be written to; not where the office linked them. Raises Refused(code_used) when somebody
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
    phones.move(tx, invitation.id, person_id)
    held = {(m.unit_id, m.role) for m in people.memberships(tx, person_id, now)}
    if (invitation.unit_id, invitation.role) not in held:
        people.add_membership(tx, person_id, invitation.unit_id, invitation.role, now)
    before = reach.has_opted_out(tx, person_id)
    if linked is None:
        people.link(tx, person_id, channel, address, now)
    _note_consent(tx, person_id, now, agreed, before)
    audit.write(
        tx, now, person_id, "link", "unit", invitation.unit_id, {"role": invitation.role, "channel": channel}
    )
    return people.get(tx, person_id)


def _note_consent(tx: Tx, person_id: int, now: datetime, agreed: bool, opted_out: bool) -> None:
    """Who did not say so themselves has agreed to nothing new: who had opted out stays so, on the new address too."""
    if agreed:
        agree(tx, person_id, now)
    elif opted_out:
        reach.opt_out(tx, person_id, now)


def link_by_phone(
    tx: Tx, person_id: int, channel: str, address: str, now: datetime, *, agreed: bool = True
) -> Person:
    """One more messenger of somebody known by their telephone number. Raises Refused(code_unknown) without a role."""
    if not people.memberships(tx, person_id, now):
        raise Refused("code_unknown")
    before = reach.has_opted_out(tx, person_id)
    people.link(tx, person_id, channel, address, now)
    _note_consent(tx, person_id, now, agreed, before)
    audit.write(tx, now, person_id, "link", "person", person_id, {"channel": channel, "by": "phone"})
    return people.get(tx, person_id)
