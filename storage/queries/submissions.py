"""Submissions: a report as it was sent, figures frozen; a corrected report is a new version."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from sqlalchemy import bindparam, func, select

from reporting.values import Value, from_json, to_json
from storage.database import Tx
from storage.prepared import Prepared
from storage.statements import per_dialect
from storage.tables import assignments, campaigns, submissions


@dataclass(frozen=True, slots=True)
class Submission:
    """`version` counts from 1, `code` is the receipt, `figures` hold the computed ones too."""

    id: int
    assignment_id: int
    version: int
    code: str
    at: datetime
    person_id: int
    figures: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """What a unit last sent for a period; `submission_id` 0: not sent yet."""

    unit_id: int
    form: str
    period: str
    figures: Mapping[str, Value]
    submission_id: int = field(default=0, compare=False)


_s, _a, _c = submissions.c, assignments.c, campaigns.c
_OF_ASSIGNMENT = select(_s.id, _s.assignment_id, _s.version, _s.code, _s.at, _s.person_id, _s.figures).where(
    _s.assignment_id == bindparam("assignment_id")
)
_ALL = _OF_ASSIGNMENT.order_by(_s.version)
_LATEST = _OF_ASSIGNMENT.order_by(_s.version.desc()).limit(1)
_last = submissions.alias("last")
_LAST_VERSION = (
    select(func.coalesce(func.max(_last.c.version), 0))
    .where(_last.c.assignment_id == bindparam("of_assignment"))
    .scalar_subquery()
)
_ADD = per_dialect(
    lambda insert: (
        insert(submissions)
        .values(version=_LAST_VERSION + 1)
        .on_conflict_do_nothing(index_elements=["assignment_id", "version"])
        .returning(_s.version)
    )
)
_NEWER = (
    select(_last.c.id).where(_last.c.assignment_id == _s.assignment_id, _last.c.version > _s.version).exists()
)
_FIGURES = (
    select(_a.unit_id, _a.form, _c.period, _s.figures, _s.id)
    .select_from(campaigns)
    .join(assignments, _a.campaign_id == _c.id)
    .join(submissions, _s.assignment_id == _a.id)
    .where(~_NEWER)
)
_OF_PERIODS = _FIGURES.where(_c.period.in_(bindparam("periods", expanding=True))).order_by(_c.period, _a.id)
_HISTORY = Prepared(
    _FIGURES.where(
        _a.unit_id == bindparam("unit_id"), _a.form == bindparam("form"), _c.period < bindparam("before")
    )
    .order_by(_c.period.desc())
    .limit(bindparam("most"))
)


@lru_cache(maxsize=4096)
def _figures(text: str) -> Mapping[str, Value]:
    """What was sent never changes, and is read again with every message of its unit: each text is parsed once."""
    raw: dict[str, Any] = json.loads(text)
    figures = {code: value if type(value) is int else from_json(value) for code, value in raw.items()}
    return MappingProxyType(figures)


def _submission(row: Any) -> Submission:
    submission_id, assignment_id, version, code, at, person_id, figures = row
    return Submission(submission_id, assignment_id, version, code, at, person_id, _figures(figures))


def _unit_figures(row: Any) -> UnitFigures:
    unit_id, form, period, figures, submission_id = row
    return UnitFigures(unit_id, form, period, _figures(figures), submission_id)


def add(
    tx: Tx, assignment_id: int, code: str, at: datetime, person_id: int, figures: Mapping[str, Value]
) -> int:
    """Freeze a report; the version's number. A code in use is an IntegrityError. Hold the assignment's lock."""
    raw = {question: to_json(value) for question, value in figures.items()}
    fields = {
        "assignment_id": assignment_id,
        "of_assignment": assignment_id,
        "code": code,
        "at": at,
        "person_id": person_id,
        "figures": json.dumps(raw, ensure_ascii=False, separators=(",", ":")),
    }
    while True:  # on PostgreSQL a writer without the lock may take the number first: the next one is tried
        version: int | None = tx.execute(_ADD.on(tx), fields).scalar()
        if version is not None:
            return version


def latest(tx: Tx, assignment_id: int) -> Submission | None:
    row = tx.execute(_LATEST, {"assignment_id": assignment_id}).first()
    return None if row is None else _submission(row)


def all_of(tx: Tx, assignment_id: int) -> list[Submission]:
    """Every version, oldest first."""
    return [_submission(row) for row in tx.execute(_ALL, {"assignment_id": assignment_id})]


def figures_of_periods(tx: Tx, periods: Collection[str]) -> list[UnitFigures]:
    """The newest submission of every assignment of some periods, by period, then as assigned."""
    if not periods:
        return []
    rows = tx.execute(_OF_PERIODS, {"periods": list(periods)})
    return [_unit_figures(row) for row in rows]


def history(tx: Tx, unit_id: int, form: str, before: str, limit: int) -> list[UnitFigures]:
    """What a unit sent for periods before one, newest first, at most `limit` of them."""
    rows = _HISTORY.all(tx, {"unit_id": unit_id, "form": form, "before": before, "most": limit})
    return [_unit_figures(row) for row in rows]
