"""Moments of the schedule, each carried out once: whoever records its key first does it."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam, func, select

from storage.database import Tx
from storage.statements import per_dialect
from storage.tables import slots

_s = slots.c
_RECORD = per_dialect(
    lambda insert: insert(slots).on_conflict_do_nothing(index_elements=["key"]).returning(_s.id)
)
_RECORDED = select(_s.key).where(
    func.substr(_s.key, 1, func.length(bindparam("prefix"))) == bindparam("prefix")
)

_DONE_AT = select(func.max(_s.recorded_at)).where(
    _s.key.in_(bindparam("keys", expanding=True)), _s.state == "done"
)
_RECORDED_AT = select(_s.recorded_at).where(_s.key == bindparam("of_key"))


def record(tx: Tx, key: str, due_at: datetime, state: str, now: datetime) -> bool:
    """Take a slot, as done or skipped. False: it was recorded before, leave it."""
    fields = {"key": key, "due_at": due_at, "state": state, "recorded_at": now}
    return tx.execute(_RECORD.on(tx), fields).first() is not None


def recorded(tx: Tx, prefix: str) -> set[str]:
    """The keys recorded that begin with `prefix`."""
    return set(tx.execute(_RECORDED, {"prefix": prefix}).scalars())


def recorded_at(tx: Tx, key: str) -> datetime | None:
    """When a slot was taken; None: it was not."""
    return tx.execute(_RECORDED_AT, {"of_key": key}).scalar_one_or_none()


def done_at(tx: Tx, keys: Collection[str]) -> datetime | None:
    """When the last of some slots was carried out; None: none was, or all were skipped."""
    at: datetime | None = tx.execute(_DONE_AT, {"keys": list(keys)}).scalar()
    return at
