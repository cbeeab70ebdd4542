"""The durable way in: raw updates, stored before they are acknowledged, each handled once and in order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Text, bindparam, cast, func, literal_column, or_, select, update

from storage.database import Tx
from storage.prepared import Prepared
from storage.statements import per_dialect
from storage.tables import inbox


@dataclass(frozen=True, slots=True)
class RawUpdate:
    """An update as the messenger sent it. `update_id` is unique in its channel.

    `fetching`: it brings a file, which is fetched before it is handled; what its sender does next waits for it.
    """

    channel: str
    update_id: str
    address: str
    message_id: str
    raw: dict[str, Any]
    fetching: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A stored update. `attempts` counts the failed ones, of fetching its file or of handling.

    `media`: {"files": [{"name", "type", "size", "sha256"}]} once fetched, or {"lost": true}, {"too_large": true}.
    """

    id: int
    channel: str
    update_id: str
    address: str
    message_id: str
    raw: dict[str, Any]
    received_at: datetime
    attempts: int
    media: dict[str, Any] | None = None


FETCHED_FOR = timedelta(minutes=2)  # how long one fetch may take before another worker tries

_i = inbox.c
_earlier = inbox.alias("earlier")
_NEW: ColumnElement[Any] = literal_column(
    "'new'"
)  # Written out: a bound value would keep SQLite from the partial indexes.
_FETCHING: ColumnElement[bool] = _i.fetching
_ROWS = select(
    _i.id, _i.channel, _i.update_id, _i.address, _i.message_id, _i.raw, _i.received_at, _i.attempts, _i.media
)
_STORE = per_dialect(
    lambda insert: (
        insert(inbox).on_conflict_do_nothing(index_elements=["channel", "update_id"]).returning(_i.id)
    )
)
_OVERTAKES = (
    select(_earlier.c.id)
    .where(
        _earlier.c.channel == _i.channel,
        _earlier.c.address == _i.address,
        _earlier.c.state == _NEW,
        _earlier.c.id < _i.id,
    )
    .exists()
)
_CLAIM = Prepared(
    _ROWS.where(_i.state == _NEW, ~_i.fetching, ~_OVERTAKES)
    .order_by(_i.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_TO_FETCH = (
    _ROWS.where(
        _FETCHING,
        _i.state == _NEW,
        or_(_i.fetch_after.is_(None), _i.fetch_after <= bindparam("now")),
    )
    .order_by(_i.id)
    .limit(1)
    .with_for_update(skip_locked=True)
)
_FETCH_LATER = update(inbox).where(_i.id == bindparam("of_id")).values(fetch_after=bindparam("until"))
_FETCHED = (
    update(inbox)
    .where(_i.id == bindparam("of_id"))
    .values(fetching=False, media=bindparam("found"), attempts=0)
)
_DONE = Prepared(
    update(inbox).where(_i.id == bindparam("of_id")).values(state="done", handled_at=bindparam("at"))
)
_PARK = update(inbox).where(_i.id == bindparam("of_id")).values(state="parked", handled_at=bindparam("at"))
_FAILED = (
    update(inbox)
    .where(_i.id == bindparam("of_id"), _i.state == _NEW)
    .values(attempts=_i.attempts + 1)
    .returning(_i.attempts)
)
_FORGET = (
    update(inbox)
    .where(_i.handled_at < bindparam("before"), _i.state == "done", cast(_i.raw, Text) != "{}")
    .values(raw={})
)
_WAITING = select(func.count()).select_from(inbox).where(_i.state == _NEW)
_BY_MESSAGE = _ROWS.where(
    _i.channel == bindparam("channel"),
    _i.address == bindparam("address"),
    _i.message_id == bindparam("message_id"),
).order_by(_i.id)


def store(tx: Tx, updates: Sequence[RawUpdate], at: datetime) -> list[int]:
    """Keep updates in the order they came; the ids of those never seen before."""
    if not updates:
        return []
    rows = [
        {
            "channel": one.channel,
            "update_id": one.update_id,
            "address": one.address,
            "message_id": one.message_id,
            "raw": one.raw,
            "received_at": at,
            "state": "new",
            "fetching": one.fetching,
        }
        for one in updates
    ]
    return sorted(tx.execute(_STORE.on(tx), rows).scalars())


def claim(tx: Tx, limit: int) -> list[Row]:
    """The oldest unhandled update of each address, oldest first: nobody's later message overtakes an earlier one.

    The rows are this transaction's until it ends: on PostgreSQL another worker passes over them. Handle them, and
    mark them `done`, in the same transaction; after a rollback they are to be claimed again.
    """
    return [Row(*row) for row in _CLAIM.all(tx, {"most": limit})]


def claim_fetch(tx: Tx, now: datetime) -> Row | None:
    """The oldest update whose file is to be fetched; nobody else gets it for `FETCHED_FOR`."""
    row = tx.execute(_TO_FETCH, {"now": now}).first()
    if row is None:
        return None
    fetch_later(tx, row.id, now + FETCHED_FOR)
    return Row(*row)


def fetch_later(tx: Tx, row_id: int, at: datetime) -> None:
    """Fetch its file again at a time."""
    tx.execute(_FETCH_LATER, {"of_id": row_id, "until": at})


def fetched(tx: Tx, row_id: int, media: dict[str, Any]) -> None:
    """Its file is here, or never will be: the update may be handled. `media` as in Row."""
    tx.execute(_FETCHED, {"of_id": row_id, "found": media})


def done(tx: Tx, row_id: int, at: datetime) -> None:
    _DONE.run(tx, {"of_id": row_id, "at": at})


def failed(tx: Tx, row_id: int) -> int:
    """Count a failed attempt, in a transaction of its own; how many there were. The row stays to be claimed.

    0: another worker, that tried it at the same time, has put it aside already.
    """
    return tx.execute(_FAILED, {"of_id": row_id}).scalar_one_or_none() or 0


def park(tx: Tx, row_id: int, at: datetime) -> None:
    """Put a row aside for good, so that those behind it go on."""
    tx.execute(_PARK, {"of_id": row_id, "at": at})


def forget(tx: Tx, before: datetime) -> None:
    """Empty the raw updates handled before a moment: what people typed is kept as answers only.

    The rows stay, since edits and answers refer to them by id.
    """
    tx.execute(_FORGET, {"before": before})


def waiting(tx: Tx) -> int:
    """How many updates are unhandled."""
    return tx.execute(_WAITING).scalar_one()


def by_message(tx: Tx, channel: str, address: str, message_id: str) -> list[Row]:
    """What came under a messenger's message id, its edits too, oldest first."""
    fields = {"channel": channel, "address": address, "message_id": message_id}
    return [Row(*row) for row in tx.execute(_BY_MESSAGE, fields)]
