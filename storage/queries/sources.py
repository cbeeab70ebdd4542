"""Where a figure comes from: the submissions that were counted, and the messages their answers came in."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import bindparam, select

from reporting.values import Value
from storage.database import Tx
from storage.queries.submissions import all_of
from storage.tables import answers, assignments, inbox, submissions


@dataclass(frozen=True, slots=True)
class Counted:
    """A submission, and whose it is."""

    submission_id: int
    assignment_id: int
    unit_id: int
    form: str
    person_id: int
    at: datetime
    figures: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Message:
    """The message a version of an answer came in: its number, and as its messenger wrote it ({} once forgotten)."""

    assignment_id: int
    version: int
    person_id: int
    at: datetime
    inbox_id: int | None
    raw: Mapping[str, Any]


_s, _a, _q, _i = submissions.c, assignments.c, answers.c, inbox.c
_COUNTED = (
    select(_s.id, _s.assignment_id, _a.unit_id, _a.form)
    .join(assignments, _a.id == _s.assignment_id)
    .where(_s.id.in_(bindparam("ids", expanding=True)))
    .order_by(_s.id)
)
_MESSAGES = (
    select(_q.assignment_id, _q.version, _q.person_id, _q.at, _q.inbox_id, _i.raw)
    .outerjoin(inbox, _i.id == _q.inbox_id)
    .where(_q.question == bindparam("question"), _q.assignment_id.in_(bindparam("ids", expanding=True)))
    .order_by(_q.assignment_id, _q.version)
)


def counted(tx: Tx, submission_ids: Collection[int]) -> list[Counted]:
    """These submissions, by id."""
    found = []
    for submission_id, assignment_id, unit_id, form in tx.execute(_COUNTED, {"ids": list(submission_ids)}):
        sent = next(one for one in all_of(tx, assignment_id) if one.id == submission_id)
        found.append(
            Counted(submission_id, assignment_id, unit_id, form, sent.person_id, sent.at, sent.figures)
        )
    return found


def messages(tx: Tx, assignment_ids: Collection[int], question: str) -> list[Message]:
    """Every version of an answer in some reports, with the message it came in, oldest version first."""
    rows = tx.execute(_MESSAGES, {"question": question, "ids": list(assignment_ids)})
    return [Message(*row[:-1], MappingProxyType(row[-1] or {})) for row in rows]
