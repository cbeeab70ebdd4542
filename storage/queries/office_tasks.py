"""What waits for the office: to enter a report for a unit, to decide on a correction, somebody out of reach."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from reporting.errors import Broken
from storage.database import Tx
from storage.statements import new_id
from storage.tables import office_tasks


@dataclass(frozen=True, slots=True)
class Task:
    """`kind` is enter_for, correction, opening, unreachable, opted_out, link_request or parked.

    `person_id`: whom it is about or from.
    """

    id: int
    kind: str
    assignment_id: int | None
    person_id: int | None
    at: datetime
    detail: dict[str, Any]
    done_at: datetime | None
    done_by: int | None
    outcome: str


_t = office_tasks.c
_ADD = insert(office_tasks)
_ALL = select(
    _t.id, _t.kind, _t.assignment_id, _t.person_id, _t.at, _t.detail, _t.done_at, _t.done_by, _t.outcome
)
_BY_ID = _ALL.where(_t.id == bindparam("id"))
_OPEN = _ALL.where(_t.done_at.is_(None)).order_by(_t.id)
_SET_DETAIL = update(office_tasks).where(_t.id == bindparam("of_id")).values(detail=bindparam("new"))
_FINISH = (
    update(office_tasks)
    .where(_t.id == bindparam("of_id"), _t.done_at.is_(None))
    .values(done_at=bindparam("now"), done_by=bindparam("by"), outcome=bindparam("what"))
)


def add(
    tx: Tx,
    *,
    kind: str,
    at: datetime,
    assignment_id: int | None = None,
    person_id: int | None = None,
    detail: dict[str, Any] | None = None,
) -> int:
    """The new task's id."""
    fields = {
        "kind": kind,
        "assignment_id": assignment_id,
        "person_id": person_id,
        "at": at,
        "detail": detail or {},
    }
    return new_id(tx, _ADD, fields)


def open_ones(tx: Tx) -> list[Task]:
    """The tasks not done, oldest first."""
    return [Task(*row) for row in tx.execute(_OPEN)]


def get(tx: Tx, task_id: int) -> Task:
    row = tx.execute(_BY_ID, {"id": task_id}).first()
    if row is None:
        raise Broken(f"no office task {task_id}")
    return Task(*row)


def set_detail(tx: Tx, task_id: int, detail: dict[str, Any]) -> None:
    """Change what a task says."""
    tx.execute(_SET_DETAIL, {"of_id": task_id, "new": detail})


def finish(tx: Tx, task_id: int, by: int | None, at: datetime, outcome: str) -> bool:
    """Close a task; `by` None is the system itself. False: it was closed before."""
    fields = {"of_id": task_id, "now": at, "by": by, "what": outcome}
    return tx.execute(_FINISH, fields).rowcount == 1
