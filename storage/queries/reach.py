"""How people are reached unasked: where they prefer it, whether they agreed, what was announced, what it cost."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, literal_column, or_, select, update

from storage.database import Tx
from storage.queries import outbox as rows
from storage.queries.outbox import NOTICE, Row
from storage.tables import contacts, outbox
from storage.times import UtcTime

_c, _o = contacts.c, outbox.c
_OF_PERSON = _c.person_id == bindparam("of_person")
_QUEUED: ColumnElement[Any] = literal_column("'queued'")  # written out for SQLite's partial index
_MOST_PIECES = 50

_PREFER_NONE = update(contacts).where(_OF_PERSON).values(preferred_at=None)
_PREFER = (
    update(contacts)
    .where(_OF_PERSON, _c.channel == bindparam("of_channel"), _c.address == bindparam("of_address"))
    .values(preferred_at=bindparam("now"))
)
_OPT_OUT = update(contacts).where(_OF_PERSON, _c.opted_out_at.is_(None)).values(opted_out_at=bindparam("now"))
_CONSENT = (
    update(contacts)
    .where(_OF_PERSON)
    .values(opted_out_at=None, consented_at=func.coalesce(_c.consented_at, bindparam("now", type_=UtcTime)))
)
_OPTED_OUT = select(func.count()).where(_c.person_id == bindparam("person"), _c.opted_out_at.is_not(None))
_AGREED = select(_c.consented_at).where(
    _c.channel == bindparam("channel"), _c.address == bindparam("address")
)
_DROP_NOTICES = (
    update(outbox)
    .where(_o.state == _QUEUED, _o.person_id == bindparam("of_person"), _o.lane == NOTICE)
    .values(state="dropped", armed=False)
)
_HERE = (_o.channel == bindparam("channel"), _o.address == bindparam("address"))
_ANNOUNCED = (
    select(_o.id)
    .where(
        *_HERE,
        _o.kind == "send",
        or_(
            (literal_column("rung <> ''") & _o.rung.like("template%") & (_o.sent_at > bindparam("since"))),
            (_o.state == "failed")
            & (_o.lane == NOTICE)
            & _o.notice.is_(None)
            & (_o.queued_at > bindparam("since")),
        ),
    )
    .order_by(_o.id)
)
_WAITING = select(_o.id).where(_o.state == _QUEUED, *_HERE, _o.kind == "send").order_by(_o.lane, _o.id)
_PIECES = (
    select(_o.id)
    .where(
        *_HERE,
        _o.id < bindparam("last"),
        _o.id > bindparam("first"),
        _o.state == "failed",
        _o.lane == NOTICE,
        _o.notice.is_(None),
        _o.queued_at == select(_o.queued_at).where(_o.id == bindparam("last")).scalar_subquery(),
    )
    .order_by(_o.id)
)
_COSTS = (
    select(_o.rung, func.count(), func.coalesce(func.sum(_o.cost), 0))
    .where(
        literal_column("rung <> ''"),
        _o.kind == "send",
        _o.sent_at >= bindparam("start"),
        _o.sent_at < bindparam("end"),
    )
    .group_by(_o.rung)
)


@dataclass(frozen=True, slots=True)
class Spent:
    """What was sent on one rung: how many messages, how many đồng."""

    rung: str
    count: int
    cost: int


def prefer(tx: Tx, person_id: int, channel: str, address: str, at: datetime) -> None:
    """From now on a person is written to at this address of theirs, wherever they write from."""
    tx.execute(_PREFER_NONE, {"of_person": person_id})
    fields = {"of_person": person_id, "of_channel": channel, "of_address": address, "now": at}
    tx.execute(_PREFER, fields)


def opt_out(tx: Tx, person_id: int, at: datetime) -> bool:
    """Nothing is sent to a person unasked any more, on any messenger. False: it was not before either."""
    tx.execute(_DROP_NOTICES, {"of_person": person_id})
    return bool(tx.execute(_OPT_OUT, {"of_person": person_id, "now": at}).rowcount)


def consent(tx: Tx, person_id: int, at: datetime) -> bool:
    """A person agrees to be written to unasked, wherever they are linked. True: they had opted out."""
    before = has_opted_out(tx, person_id)
    tx.execute(_CONSENT, {"of_person": person_id, "now": at})
    return before


def has_opted_out(tx: Tx, person_id: int) -> bool:
    """Whether a person wants nothing unasked."""
    return bool(tx.execute(_OPTED_OUT, {"person": person_id}).scalar())


def agreed_at(tx: Tx, channel: str, address: str) -> datetime | None:
    """When whoever has the address agreed to be written to there; None: not yet, or it is nobody's."""
    found: datetime | None = tx.execute(_AGREED, {"channel": channel, "address": address}).scalar()
    return found


def announced(tx: Tx, channel: str, address: str, since: datetime) -> list[Row]:
    """What was only announced at an address since a moment, by a template: it was not read there in full.

    With the earlier pieces of those messages, which no template stands for and which were given up.
    """
    return _rows(tx, _ANNOUNCED, channel=channel, address=address, since=since)


def waiting(tx: Tx, channel: str, address: str) -> list[Row]:
    """The messages queued for an address, in the order they would go."""
    return _rows(tx, _WAITING, channel=channel, address=address)


def earlier_pieces(tx: Tx, row: Row) -> list[Row]:
    """The pieces of the same message before this last one, given up since only the last can be announced."""
    return _rows(
        tx, _PIECES, channel=row.channel, address=row.address, last=row.id, first=row.id - _MOST_PIECES
    )


def spent(tx: Tx, start: datetime, end: datetime) -> list[Spent]:
    """What was sent by rung from `start` (counted) to `end` (not counted)."""
    return [Spent(*fields) for fields in tx.execute(_COSTS, {"start": start, "end": end})]


def _rows(tx: Tx, statement: object, **values: object) -> list[Row]:
    ids: Sequence[int] = [row.id for row in tx.execute(statement, values)]  # type: ignore[call-overload]
    return [row for row in (rows.get(tx, one) for one in ids) if row is not None]
