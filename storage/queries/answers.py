"""Answers, every version kept: the newest one of a question counts."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select, update

from reporting.values import Value, dumps, loads
from storage.database import Tx
from storage.prepared import Prepared
from storage.statements import per_dialect
from storage.tables import answers


@dataclass(frozen=True, slots=True)
class Answer:
    """`version` counts from 1. `origin` says how it was given; `inbox_id` the message it came from, if one."""

    question: str
    version: int
    value: Value
    note: str
    person_id: int
    at: datetime
    origin: str
    inbox_id: int | None


_a = answers.c
_COLUMNS = (_a.question, _a.version, _a.value, _a.note, _a.person_id, _a.at, _a.origin, _a.inbox_id)
_OF_ASSIGNMENT = Prepared(
    select(*_COLUMNS).where(_a.assignment_id == bindparam("assignment_id")).order_by(_a.question, _a.version)
)
_OF_QUESTION = (
    select(*_COLUMNS)
    .where(_a.assignment_id == bindparam("assignment_id"), _a.question == bindparam("question"))
    .order_by(_a.version)
)
_BY_INBOX = (
    select(_a.assignment_id, *_COLUMNS)
    .where(_a.inbox_id.in_(bindparam("inbox_ids", expanding=True)))
    .order_by(_a.id)
)
_last = answers.alias("last")
_LAST_VERSION = (
    select(func.coalesce(func.max(_last.c.version), 0))
    .where(_last.c.assignment_id == bindparam("of_assignment"), _last.c.question == bindparam("of_question"))
    .scalar_subquery()
)
_WRITE = Prepared(
    per_dialect(
        lambda insert: (
            insert(answers)
            .values(version=_LAST_VERSION + 1)
            .on_conflict_do_nothing(index_elements=["assignment_id", "question", "version"])
            .returning(_a.version)
        )
    ),
    *("assignment_id", "question", "value", "note", "person_id", "at", "origin", "inbox_id"),
)
_SET_NOTE = (
    update(answers)
    .where(
        _a.assignment_id == bindparam("of_assignment"),
        _a.question == bindparam("of_question"),
        _a.version == _LAST_VERSION,
    )
    .values(note=bindparam("new"))
)


def _answer(row: Any) -> Answer:
    question, version, value, *rest = row
    return Answer(question, version, loads(value), *rest)


def latest(tx: Tx, assignment_id: int) -> dict[str, Answer]:
    """The answers that count, by question code; a question never answered is absent."""
    rows = {row[0]: row for row in _OF_ASSIGNMENT.all(tx, {"assignment_id": assignment_id})}
    return {question: _answer(row) for question, row in rows.items()}


def write(
    tx: Tx,
    assignment_id: int,
    question: str,
    value: Value,
    *,
    person_id: int,
    at: datetime,
    origin: str,
    inbox_id: int | None,
    note: str = "",
) -> int:
    """Store a new version of an answer, and return its number. Hold the assignment's lock."""
    fields = {
        "assignment_id": assignment_id,
        "question": question,
        "value": dumps(value),
        "note": note,
        "person_id": person_id,
        "at": at,
        "origin": origin,
        "inbox_id": inbox_id,
        "of_assignment": assignment_id,
        "of_question": question,
    }
    while True:  # on PostgreSQL a writer without the lock may take the number first: the next one is tried
        version: int | None = _WRITE.scalar(tx, fields)
        if version is not None:
            return version


def set_note(tx: Tx, assignment_id: int, question: str, note: str) -> None:
    """Put a person's explanation beside the answer that counts. That is no new version."""
    tx.execute(_SET_NOTE, {"of_assignment": assignment_id, "of_question": question, "new": note})


def versions(tx: Tx, assignment_id: int, question: str) -> list[Answer]:
    """Every version of an answer, oldest first."""
    rows = tx.execute(_OF_QUESTION, {"assignment_id": assignment_id, "question": question})
    return [_answer(row) for row in rows]


def by_inbox(tx: Tx, inbox_ids: Collection[int]) -> list[tuple[int, Answer]]:
    """The (assignment id, answer) pairs that came from some messages, oldest first."""
    if not inbox_ids:
        return []
    return [(row[0], _answer(row[1:])) for row in tx.execute(_BY_INBOX, {"inbox_ids": list(inbox_ids)})]
