"""Work outside transactions. A job is claimed for a while, done aside, and its result written with the mark.

Whoever claimed one and died leaves it to be claimed again when that while is over.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, func, select, update

from storage.database import Tx
from storage.document_tables import jobs
from storage.statements import per_dialect

CLAIMED_FOR = timedelta(minutes=5)
_ERROR_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Job:
    """`attempts` counts those begun, this one included."""

    id: int
    kind: str
    key: str
    payload: Mapping[str, Any]
    attempts: int


_j = jobs.c
_QUEUE = per_dialect(
    lambda insert: insert(jobs).on_conflict_do_nothing(index_elements=["key"]).returning(_j.id)
)
_DUE = (
    select(_j.id, _j.kind, _j.key, _j.payload, _j.attempts)
    .where(_j.state == "new", _j.not_before <= bindparam("now"))
    .order_by(_j.id)
    .limit(1)
    .with_for_update(skip_locked=True)
)
_PAYLOADS = select(_j.payload).where(_j.kind == bindparam("kind")).order_by(_j.id.desc())
_CLAIM = (
    update(jobs)
    .where(_j.id == bindparam("of_id"))
    .values(attempts=_j.attempts + 1, not_before=bindparam("until"))
)
_DONE = (
    update(jobs)
    .where(_j.id == bindparam("of_id"), _j.state == "new", _j.attempts == bindparam("attempt"))
    .values(state="done", done_at=bindparam("at"), error="")
)
_RETRY = (
    update(jobs)
    .where(_j.id == bindparam("of_id"), _j.state == "new")
    .values(not_before=bindparam("again_at"), error=bindparam("why"))
)
_FAIL = (
    update(jobs)
    .where(_j.id == bindparam("of_id"), _j.state == "new")
    .values(state="failed", done_at=bindparam("at"), error=bindparam("why"))
)
_RELEASE = update(jobs).where(_j.state == "new").values(not_before=_j.queued_at)
_WAITING = select(func.count()).select_from(jobs).where(_j.state == "new")
_NEXT = select(func.min(_j.not_before)).where(_j.state == "new")


def queue(
    tx: Tx,
    kind: str,
    key: str,
    payload: Mapping[str, Any],
    at: datetime,
    *,
    not_before: datetime | None = None,
) -> bool:
    """Ask for a job. False: one of that key was asked for before."""
    fields = {
        "kind": kind,
        "key": key,
        "payload": dict(payload),
        "state": "new",
        "not_before": not_before or at,
        "queued_at": at,
    }
    return tx.execute(_QUEUE.on(tx), fields).first() is not None


def claim(tx: Tx, now: datetime) -> Job | None:
    """The oldest job that is due, for `CLAIMED_FOR`; nobody else gets it meanwhile."""
    row = tx.execute(_DUE, {"now": now}).first()
    if row is None:
        return None
    tx.execute(_CLAIM, {"of_id": row.id, "until": now + CLAIMED_FOR})
    return Job(row.id, row.kind, row.key, row.payload, row.attempts + 1)


def done(tx: Tx, job: Job, at: datetime) -> bool:
    """Mark a job, in the transaction of its result. False: another took it over; give the result up."""
    return tx.execute(_DONE, {"of_id": job.id, "attempt": job.attempts, "at": at}).rowcount == 1


def failed(tx: Tx, job_id: int, error: str, at: datetime, retry_at: datetime | None) -> None:
    """Note a failed attempt: to be tried again at a time, or (None) given up."""
    why = error[:_ERROR_LENGTH]
    if retry_at is None:
        tx.execute(_FAIL, {"of_id": job_id, "why": why, "at": at})
    else:
        tx.execute(_RETRY, {"of_id": job_id, "why": why, "again_at": retry_at})


def release(tx: Tx) -> None:
    """Make every open job due at once: for a program that starts and knows that it works alone."""
    tx.execute(_RELEASE)


def waiting(tx: Tx) -> int:
    """How many jobs are open, those claimed too."""
    return tx.execute(_WAITING).scalar_one()


def next_due(tx: Tx) -> datetime | None:
    """When `claim` next has a job to give, maybe in the past; None: there is none."""
    return tx.execute(_NEXT).scalar()


def payloads(tx: Tx, kind: str) -> Iterator[Mapping[str, Any]]:
    """What the jobs of a kind were about, newest first."""
    return (row.payload for row in tx.execute(_PAYLOADS, {"kind": kind}))
