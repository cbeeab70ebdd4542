"""Telephone numbers people may be recognised by: sealed, found by a keyed digest (`storage.sealing`).

A number belongs to an invitation until somebody is linked by it, then to that person.
"""

from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select, update

from storage.channel_tables import phones
from storage.database import Tx
from storage.queries import invitations
from storage.queries.invitations import Invitation
from storage.statements import new_id
from storage.tables import invitations as invitation_table

_ph, _i = phones.c, invitation_table.c
_ADD = insert(phones)
_OF_INVITATION = select(_ph.id, _ph.digest, _ph.sealed).where(_ph.invitation_id == bindparam("invitation"))
_OF_PERSON = select(_ph.sealed).where(_ph.person_id == bindparam("person")).order_by(_ph.id)
_PEOPLE = (
    select(_ph.person_id)
    .where(_ph.digest == bindparam("digest"), _ph.person_id.is_not(None))
    .order_by(_ph.person_id)
)
_OPEN = (
    invitations.ALL.join(phones, _ph.invitation_id == _i.id)
    .where(_ph.digest == bindparam("digest"), _i.used_at.is_(None), _i.expires_at >= bindparam("at"))
    .order_by(_i.id.desc())
)
_TO_PERSON = (
    update(phones)
    .where(_ph.invitation_id == bindparam("of_invitation"))
    .values(person_id=bindparam("to_person"), invitation_id=None)
)
_TO_INVITATION = (
    update(phones)
    .where(_ph.invitation_id == bindparam("of_invitation"))
    .values(invitation_id=bindparam("to_invitation"))
)
_DROP = delete(phones).where(_ph.invitation_id == bindparam("of_invitation"))


def add(tx: Tx, *, invitation_id: int, digest: str, sealed: str, at: datetime) -> int:
    """Keep the number of whoever is invited. Returns the row's id."""
    fields = {
        "invitation_id": invitation_id,
        "person_id": None,
        "digest": digest,
        "sealed": sealed,
        "at": at,
    }
    return new_id(tx, _ADD, fields)


def move(tx: Tx, invitation_id: int, person_id: int) -> None:
    """The invitation was used: its number is the person's now, once."""
    numbers = tx.execute(_OF_INVITATION, {"invitation": invitation_id}).all()
    if any(person_id in people(tx, digest) for _, digest, _ in numbers):
        drop(tx, invitation_id)
    elif numbers:
        tx.execute(_TO_PERSON, {"of_invitation": invitation_id, "to_person": person_id})


def hand_over(tx: Tx, replaced_id: int, invitation_id: int) -> None:
    """A newer invitation took an unused one's place, and its number."""
    tx.execute(_TO_INVITATION, {"of_invitation": replaced_id, "to_invitation": invitation_id})


def drop(tx: Tx, invitation_id: int) -> None:
    """Forget an invitation's number."""
    tx.execute(_DROP, {"of_invitation": invitation_id})


def open_invitations(tx: Tx, digest: str, at: datetime) -> list[Invitation]:
    """The invitations of a number that nobody has used and that still hold, newest first."""
    return [Invitation(*row) for row in tx.execute(_OPEN, {"digest": digest, "at": at})]


def people(tx: Tx, digest: str) -> list[int]:
    """The linked people of a number, by id."""
    return [row.person_id for row in tx.execute(_PEOPLE, {"digest": digest})]


def sealed_of_invitation(tx: Tx, invitation_id: int) -> list[str]:
    """The numbers of whoever was invited and has not come yet, sealed."""
    return [row.sealed for row in tx.execute(_OF_INVITATION, {"invitation": invitation_id})]


def sealed_of(tx: Tx, person_id: int) -> list[str]:
    """A person's numbers, sealed, first given first."""
    return [row.sealed for row in tx.execute(_OF_PERSON, {"person": person_id})]
