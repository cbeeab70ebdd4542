"""Photos and files kept with a report; their contents lie in the content store."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, insert, select

from storage.database import Tx
from storage.statements import new_id
from storage.tables import evidence


@dataclass(frozen=True, slots=True)
class Evidence:
    """`question` is the code of the question it answers, "" for the report as a whole; `size` in bytes."""

    id: int
    assignment_id: int
    person_id: int
    at: datetime
    question: str
    name: str
    media_type: str
    size: int
    sha256: str


_e = evidence.c
_ADD = insert(evidence)
_OF_ASSIGNMENT = (
    select(
        _e.id, _e.assignment_id, _e.person_id, _e.at, _e.question, _e.name, _e.media_type, _e.size, _e.sha256
    )
    .where(_e.assignment_id == bindparam("assignment_id"))
    .order_by(_e.id)
)


def add(
    tx: Tx,
    *,
    assignment_id: int,
    person_id: int,
    at: datetime,
    name: str,
    media_type: str,
    size: int,
    sha256: str,
    question: str = "",
) -> int:
    """The new row's id."""
    fields = {
        "assignment_id": assignment_id,
        "person_id": person_id,
        "at": at,
        "question": question,
        "name": name,
        "media_type": media_type,
        "size": size,
        "sha256": sha256,
    }
    return new_id(tx, _ADD, fields)


def of_assignment(tx: Tx, assignment_id: int) -> list[Evidence]:
    """In the order they were sent."""
    return [Evidence(*row) for row in tx.execute(_OF_ASSIGNMENT, {"assignment_id": assignment_id})]
