"""Who did what, and a chain of digests over it: a row changed, added or removed behind a seal shows.

A seal covers the rows since the last one and its digest contains the last one's. The rows after the newest seal, and a
newest seal cut off together with its rows, are not covered: write down a digest outside to cover those too.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, text

from storage.database import Tx
from storage.prepared import Prepared
from storage.tables import audit, audit_seals


@dataclass(frozen=True, slots=True)
class Entry:
    """One deed. `actor_id` None is the system itself; `detail` holds ids and codes, no personal data."""

    id: int
    at: datetime
    actor_id: int | None
    action: str
    subject: str
    subject_id: int
    detail: dict[str, Any]


_a, _s = audit.c, audit_seals.c
_WRITE = Prepared(insert(audit).inline(), "at", "actor_id", "action", "subject", "subject_id", "detail")
_ALL = select(_a.id, _a.at, _a.actor_id, _a.action, _a.subject, _a.subject_id, _a.detail).order_by(_a.id)
_ENTRIES = _ALL.where(_a.subject == bindparam("subject"), _a.subject_id == bindparam("subject_id"))
_AFTER = _ALL.where(_a.id > bindparam("after"))
_UP_TO = _AFTER.where(_a.id <= bindparam("last"))
_SEALS = select(_s.last_audit_id, _s.digest).order_by(_s.id)
_LAST_SEAL = select(_s.last_audit_id, _s.digest).order_by(_s.id.desc()).limit(1)
_SEAL = insert(audit_seals)


def write(
    tx: Tx,
    at: datetime,
    actor_id: int | None,
    action: str,
    subject: str,
    subject_id: int,
    detail: dict[str, Any],
) -> None:
    fields = {
        "at": at,
        "actor_id": actor_id,
        "action": action,
        "subject": subject,
        "subject_id": subject_id,
        "detail": detail,
    }
    _WRITE.run(tx, fields)


def entries(tx: Tx, subject: str, subject_id: int) -> list[Entry]:
    """What was done to something, oldest first."""
    return [Entry(*row) for row in tx.execute(_ENTRIES, {"subject": subject, "subject_id": subject_id})]


def seal(tx: Tx, at: datetime) -> int:
    """Chain the rows since the last seal; how many there were. Call it in a transaction of its own.

    On PostgreSQL it waits for the transactions that have written audit rows, for one of them might yet commit a row
    with a number below those seen here.
    """
    if tx.dialect.name == "postgresql":
        tx.execute(text("LOCK TABLE audit, audit_seals IN SHARE ROW EXCLUSIVE MODE"))
    after, before = tx.execute(_LAST_SEAL).first() or (0, "")
    rows = tx.execute(_AFTER, {"after": after}).all()
    if rows:
        tx.execute(_SEAL, {"last_audit_id": rows[-1].id, "digest": _digest(before, rows), "at": at})
    return len(rows)


def verify(tx: Tx) -> int | None:
    """Check the chain. None if it holds, else the first audit id that the first broken seal should cover."""
    after, before = 0, ""
    for last, digest in tx.execute(_SEALS).all():
        if _digest(before, tx.execute(_UP_TO, {"after": after, "last": last})) != digest:
            return after + 1
        after, before = last, digest
    return None


def _digest(before: str, rows: Iterable[Any]) -> str:
    digest = hashlib.sha256(before.encode())
    for row_id, at, *fields in rows:
        line = [row_id, at.astimezone(UTC).isoformat(), *fields]
        digest.update(json.dumps(line, sort_keys=True, separators=(",", ":")).encode() + b"\n")
    return digest.hexdigest()
