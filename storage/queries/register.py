"""The register of outgoing papers: each number of a series is taken once, whoever asks at the same time."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, select

from storage.database import Tx
from storage.document_tables import register
from storage.statements import per_dialect


@dataclass(frozen=True, slots=True)
class Entry:
    """`dated` is the day on the paper; `document_id` None: another paper of the office."""

    series: str
    number: int
    subject: str
    document_id: int | None
    dated: date
    at: datetime


_r = register.c
_TAKE = per_dialect(lambda insert: insert(register).on_conflict_do_nothing().returning(_r.id))
_LAST = select(func.coalesce(func.max(_r.number), 0)).where(_r.series == bindparam("series"))
_COLUMNS = (_r.series, _r.number, _r.subject, _r.document_id, _r.dated, _r.at)
_ENTRY = select(*_COLUMNS).where(_r.series == bindparam("series"), _r.number == bindparam("number"))
_NEWEST = select(*_COLUMNS).order_by(_r.id.desc()).limit(bindparam("most"))


def next_number(tx: Tx, series: str) -> int:
    """The number after the highest one taken; 1 in a new series."""
    last: int = tx.execute(_LAST, {"series": series}).scalar_one()
    return last + 1


def take(
    tx: Tx,
    series: str,
    number: int,
    *,
    subject: str,
    dated: date,
    at: datetime,
    person_id: int | None,
    document_id: int | None = None,
) -> bool:
    """Write a paper in. False: the number is another paper's, or the document has a number already."""
    fields = {
        "series": series,
        "number": number,
        "subject": subject[:300],
        "document_id": document_id,
        "person_id": person_id,
        "dated": dated.isoformat(),
        "at": at,
    }
    return tx.execute(_TAKE.on(tx), fields).first() is not None


def entry(tx: Tx, series: str, number: int) -> Entry | None:
    """The paper that has a number."""
    row = tx.execute(_ENTRY, {"series": series, "number": number}).first()
    return _entry(row) if row is not None else None


def newest(tx: Tx, most: int) -> list[Entry]:
    """The papers written in last, whatever their series, the newest first."""
    return [_entry(row) for row in tx.execute(_NEWEST, {"most": most})]


def _entry(row: Any) -> Entry:
    return Entry(row.series, row.number, row.subject, row.document_id, date.fromisoformat(row.dated), row.at)
