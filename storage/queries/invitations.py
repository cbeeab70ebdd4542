"""Invitation codes: each links one person, once."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, insert, select, update

from storage.database import Tx
from storage.statements import new_id
from storage.tables import invitations


@dataclass(frozen=True, slots=True)
class Invitation:
    """A role offered in a unit. `name` is who is meant, where known; `person_id` somebody known who links one more
    messenger. Used by nobody (`used_at` without `used_by`): a newer invitation took its place."""

    id: int
    code: str
    unit_id: int
    role: str
    name: str
    person_id: int | None
    expires_at: datetime
    used_at: datetime | None
    used_by: int | None


_i = invitations.c
ALL = select(
    _i.id, _i.code, _i.unit_id, _i.role, _i.name, _i.person_id, _i.expires_at, _i.used_at, _i.used_by
)
_BY_CODE = ALL.where(_i.code == bindparam("code"))
_BY_ID = ALL.where(_i.id == bindparam("id"))
_UNUSED = ALL.where(_i.unit_id == bindparam("unit"), _i.role == bindparam("of_role"), _i.used_at.is_(None))
_ADD = insert(invitations)
_SPEND = (
    update(invitations)
    .where(_i.id == bindparam("of_id"), _i.used_at.is_(None))
    .values(used_at=bindparam("at"), used_by=bindparam("by"))
)


def by_code(tx: Tx, code: str) -> Invitation | None:
    row = tx.execute(_BY_CODE, {"code": code}).first()
    return None if row is None else Invitation(*row)


def by_id(tx: Tx, invitation_id: int) -> Invitation | None:
    row = tx.execute(_BY_ID, {"id": invitation_id}).first()
    return None if row is None else Invitation(*row)


def unused(tx: Tx, unit_id: int, role: str) -> list[Invitation]:
    """The invitations for a role in a unit that nobody has used, expired ones too."""
    return [Invitation(*row) for row in tx.execute(_UNUSED, {"unit": unit_id, "of_role": role})]


def add(
    tx: Tx,
    *,
    code: str,
    unit_id: int,
    role: str,
    name: str = "",
    person_id: int | None = None,
    expires_at: datetime,
) -> int:
    """The new invitation's id. A code in use is an IntegrityError."""
    fields = {
        "code": code,
        "unit_id": unit_id,
        "role": role,
        "name": name,
        "person_id": person_id,
        "expires_at": expires_at,
    }
    return new_id(tx, _ADD, fields)


def spend(tx: Tx, invitation_id: int, person_id: int | None, at: datetime) -> bool:
    """Use an invitation up; by nobody: it was replaced. False: somebody was faster. Expiry is the caller's to check."""
    return tx.execute(_SPEND, {"of_id": invitation_id, "by": person_id, "at": at}).rowcount == 1
