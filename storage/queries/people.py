"""People, their roles in units, and the messenger addresses they are reached at."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, case, func, insert, or_, select, update

from reporting.errors import Broken
from storage.database import Tx
from storage.prepared import Prepared
from storage.queries.units import COLUMNS as UNIT_COLUMNS
from storage.queries.units import Unit, of_columns
from storage.remembered import forget, remembered
from storage.statements import new_id, per_dialect
from storage.tables import contacts as contact_table
from storage.tables import memberships as membership_table
from storage.tables import people as people_table
from storage.tables import units


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Membership:
    """A role held in a unit. `role` is chair, deputy, superior, office, leader or admin."""

    person_id: int
    unit_id: int
    role: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class Contact:
    """Where a person is reached; `name` is theirs, where it was looked up."""

    person_id: int
    channel: str
    address: str
    name: str = field(default="", compare=False)


_p, _m, _c = people_table.c, membership_table.c, contact_table.c


def _held_at() -> ColumnElement[bool]:
    return (_m.since <= bindparam("at")) & or_(_m.until.is_(None), _m.until > bindparam("at"))


_BY_ID = select(_p.id, _p.name).where(_p.id == bindparam("id"))
_ADD = insert(people_table)
_BY_CONTACT = Prepared(
    select(_p.id, _p.name, _c.blocked_at)
    .join(contact_table, _c.person_id == _p.id)
    .where(_c.channel == bindparam("channel"), _c.address == bindparam("address"))
)
_LOCK = select(_p.id).where(_p.id == bindparam("id")).with_for_update()
_ROLES = (
    select(_m.person_id, _m.role, *UNIT_COLUMNS)
    .join(units, units.c.id == _m.unit_id)
    .where(_held_at())
    .order_by(_m.id)
)
_OF_PERSON = Prepared(_ROLES.where(_m.person_id == bindparam("person_id")))
_OF_ROLES = _ROLES.where(_m.role.in_(bindparam("roles", expanding=True)))
_HOLDERS = Prepared(
    select(_p.id, _p.name, _m.role)
    .join(membership_table, _m.person_id == _p.id)
    .where(_m.unit_id == bindparam("unit_id"), _held_at())
    .order_by(_p.id)
)
_NAMES = select(_p.id, _p.name).where(_p.id.in_(bindparam("ids", expanding=True)))
_ADD_MEMBERSHIP = insert(membership_table)
_END_MEMBERSHIP = (
    update(membership_table)
    .where(
        _m.person_id == bindparam("of_person"),
        _m.unit_id == bindparam("in_unit"),
        _m.role == bindparam("as_role"),
        _m.until.is_(None),
    )
    .values(until=bindparam("at"))
)
_CONTACT_STATES = ("blocked_at", "preferred_at", "consented_at", "opted_out_at")
_LINK = per_dialect(
    lambda insert: (statement := insert(contact_table)).on_conflict_do_update(
        index_elements=["channel", "address"],
        set_={
            name: statement.excluded[name]
            for name in ("person_id", "linked_at", "last_seen_at", *_CONTACT_STATES)
        },
    )
)
_CONTACTS = (
    select(_c.person_id, _c.channel, _c.address, _p.name, _c.opted_out_at)
    .join(people_table, _p.id == _c.person_id)
    .where(_c.person_id.in_(bindparam("ids", expanding=True)), _c.blocked_at.is_(None))
    .order_by(
        case((_c.preferred_at.is_(None), 0), else_=1),
        _c.preferred_at,
        func.coalesce(_c.last_seen_at, _c.linked_at),
        _c.id,
    )
)
_OF_ADDRESS = (_c.channel == bindparam("of_channel")) & (_c.address == bindparam("of_address"))
_TOUCH = Prepared(
    update(contact_table).where(_OF_ADDRESS).values(last_seen_at=bindparam("at"), blocked_at=None)
)
_SEEN = select(_c.last_seen_at).where(_OF_ADDRESS)
_BLOCK = (
    update(contact_table)
    .where(
        _OF_ADDRESS,
        _c.blocked_at.is_(None),
        func.coalesce(_c.last_seen_at, _c.linked_at) <= bindparam("at"),
    )
    .values(blocked_at=bindparam("at"))
)


def get(tx: Tx, person_id: int) -> Person:
    row = tx.execute(_BY_ID, {"id": person_id}).first()
    if row is None:
        raise Broken(f"no person {person_id}")
    return Person(*row)


def add(tx: Tx, name: str) -> int:
    return new_id(tx, _ADD, {"name": name})


def by_contact(tx: Tx, channel: str, address: str) -> Person | None:
    """Whose address it is; None if it is linked to nobody."""
    return sender(tx, channel, address)[0]


def sender(tx: Tx, channel: str, address: str) -> tuple[Person | None, bool]:
    """Whose address it is, and whether the bot was shut out there."""
    row = _BY_CONTACT.first(tx, {"channel": channel, "address": address})
    if row is None:
        return None, False
    person_id, name, blocked_at = row
    return Person(person_id, name), blocked_at is not None


def lock(tx: Tx, person_id: int) -> None:
    """Hold the person until the transaction ends. On SQLite every writing transaction already holds everything."""
    if tx.dialect.name != "sqlite":
        tx.execute(_LOCK, {"id": person_id})
        forget(tx)


def memberships(tx: Tx, person_id: int, at: datetime) -> list[Membership]:
    """The roles a person holds at a moment, longest held first."""

    def read() -> tuple[Membership, ...]:
        rows = _OF_PERSON.all(tx, {"person_id": person_id, "at": at})
        return tuple(_membership(row) for row in rows)

    return list(remembered(tx, ("memberships", person_id, at), read))


def holders(tx: Tx, unit_id: int, roles: Collection[str], at: datetime) -> list[Person]:
    """Who holds one of the roles in a unit at a moment, each once."""
    rows = _HOLDERS.all(tx, {"unit_id": unit_id, "at": at})
    return list(dict.fromkeys(Person(person_id, name) for person_id, name, role in rows if role in roles))


def all_holders(tx: Tx, roles: Collection[str], at: datetime) -> list[Membership]:
    """Everybody's holdings of one of the roles at a moment, in any unit."""
    return [_membership(row) for row in tx.execute(_OF_ROLES, {"roles": list(roles), "at": at})]


def _membership(row: Any) -> Membership:
    person_id, role, *unit_fields = row
    unit = of_columns(unit_fields)
    return Membership(person_id, unit.id, role, unit)


def names(tx: Tx, ids: Collection[int]) -> dict[int, str]:
    """The names of some people by id; unknown ids are absent."""
    return {row.id: row.name for row in tx.execute(_NAMES, {"ids": list(ids)})} if ids else {}


def add_membership(tx: Tx, person_id: int, unit_id: int, role: str, since: datetime) -> int:
    fields = {"person_id": person_id, "unit_id": unit_id, "role": role, "since": since}
    return new_id(tx, _ADD_MEMBERSHIP, fields)


def end_membership(tx: Tx, person_id: int, unit_id: int, role: str, until: datetime) -> None:
    """End a role that has no end yet; nothing happens if there is none."""
    fields = {"of_person": person_id, "in_unit": unit_id, "as_role": role, "at": until}
    tx.execute(_END_MEMBERSHIP, fields)


def link(tx: Tx, person_id: int, channel: str, address: str, at: datetime) -> None:
    """Make an address a person's; it is taken from whoever had it. Their consent is noted apart."""
    fields = {
        "person_id": person_id,
        "channel": channel,
        "address": address,
        "linked_at": at,
        "last_seen_at": at,
        "blocked_at": None,
        "preferred_at": None,
        "consented_at": None,
        "opted_out_at": None,
    }
    tx.execute(_LINK.on(tx), fields)


def contacts(
    tx: Tx, person_ids: Collection[int], channels: Collection[str] | None = None, *, willing: bool = False
) -> dict[int, Contact]:
    """Where each person is written to, by person id: the address preferred, else that where they were last seen.

    Of the addresses that do not shut the bot out; those on `channels` only, if they are named; `willing`: of people who
    did not opt out of what is sent unasked. A person with no such address is absent.
    """
    if not person_ids:
        return {}
    rows = tx.execute(_CONTACTS, {"ids": list(person_ids)})
    found = (Contact(*row[:4]) for row in rows if not (willing and row[4] is not None))
    return {one.person_id: one for one in found if channels is None or one.channel in channels}


def contact_of(
    tx: Tx, person_id: int, channels: Collection[str] | None = None, *, willing: bool = False
) -> Contact | None:
    """Where a person is written to; see `contacts`."""
    return contacts(tx, (person_id,), channels, willing=willing).get(person_id)


def addresses(tx: Tx, person_id: int) -> list[Contact]:
    """Every address of a person that does not shut the bot out: the one preferred, else last seen, last."""
    return [Contact(*row[:4]) for row in tx.execute(_CONTACTS, {"ids": [person_id]})]


def last_seen(tx: Tx, channel: str, address: str) -> datetime | None:
    """When somebody was last heard from at an address; None if never, or it is nobody's."""
    seen: datetime | None = tx.execute(_SEEN, {"of_channel": channel, "of_address": address}).scalar()
    return seen


def touch(tx: Tx, channel: str, address: str, at: datetime) -> None:
    """Note that somebody was heard from at an address just now: whoever writes does not shut the bot out."""
    _TOUCH.run(tx, {"of_channel": channel, "of_address": address, "at": at})


def block(tx: Tx, channel: str, address: str, at: datetime) -> bool:
    """Note that the bot is shut out at an address. False: it was already, is nobody's, or was heard from since."""
    return tx.execute(_BLOCK, {"of_channel": channel, "of_address": address, "at": at}).rowcount == 1
