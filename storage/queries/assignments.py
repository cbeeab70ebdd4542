"""Assignments: one form asked of one unit in one campaign, and how far it has come."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Final, Literal

from sqlalchemy import bindparam, select, update

from reporting.errors import Broken
from storage.database import Tx
from storage.prepared import Prepared
from storage.remembered import remembered
from storage.statements import per_dialect
from storage.tables import assignments, campaigns


@dataclass(frozen=True, slots=True)
class Assignment:
    """`state` is open, draft, submitted or returned. `returned` {"lines": {code: reason}, "by": person id}.

    `submitted_at` and `late` are of the first submission.
    """

    id: int
    campaign_id: int
    unit_id: int
    form: str
    state: str
    returned: dict[str, Any] | None
    submitted_at: datetime | None
    late: bool
    period: str

    @property
    def sent(self) -> bool:
        """Whether the unit's figures are in: sent at least once, even if lines were returned since."""
        return self.submitted_at is not None


class _Keep(Enum):
    KEEP = "keep"


_KEEP: Final = _Keep.KEEP

_a = assignments.c
COLUMNS = (
    _a.id,
    _a.campaign_id,
    _a.unit_id,
    _a.form,
    _a.state,
    _a.returned,
    _a.submitted_at,
    _a.late,
    campaigns.c.period,
)
_ALL = select(*COLUMNS).join(campaigns, campaigns.c.id == _a.campaign_id)
_ADD = per_dialect(
    lambda insert: (
        insert(assignments)
        .on_conflict_do_nothing(index_elements=["campaign_id", "unit_id", "form"])
        .returning(_a.id)
    )
)
_BY_ID = Prepared(_ALL.where(_a.id == bindparam("id")))
_OF_CAMPAIGN = _ALL.where(_a.campaign_id == bindparam("campaign_id")).order_by(_a.id)
_OF_UNITS = _ALL.where(_a.unit_id.in_(bindparam("unit_ids", expanding=True))).order_by(
    campaigns.c.period.desc(), _a.id
)
_OF_UNITS_IN = _OF_UNITS.where(_a.campaign_id == bindparam("campaign_id"))
_OF_ONE_IN = Prepared(
    _ALL.where(_a.unit_id == bindparam("unit_id"), _a.campaign_id == bindparam("campaign_id")).order_by(_a.id)
)
_OF_UNIT = _ALL.where(_a.unit_id == bindparam("unit_id"), campaigns.c.period == bindparam("period")).order_by(
    _a.id
)
_UPDATE = update(assignments).where(_a.id == bindparam("of_id"))


def add_many(tx: Tx, campaign_id: int, wanted: Sequence[tuple[int, str]]) -> int:
    """Assign (unit id, form) pairs; those that exist are left as they are. How many are new."""
    if not wanted:
        return 0
    rows = [
        {"campaign_id": campaign_id, "unit_id": unit_id, "form": form, "state": "open"}
        for unit_id, form in wanted
    ]
    return len(tx.execute(_ADD.on(tx), rows).all())


def get(tx: Tx, assignment_id: int) -> Assignment:
    row = _BY_ID.first(tx, {"id": assignment_id})
    if row is None:
        raise Broken(f"no assignment {assignment_id}")
    return Assignment(*row)


def of_campaign(tx: Tx, campaign_id: int) -> list[Assignment]:
    """In the order they were assigned."""
    return [Assignment(*row) for row in tx.execute(_OF_CAMPAIGN, {"campaign_id": campaign_id})]


def of_units(tx: Tx, unit_ids: Collection[int], campaign_id: int | None = None) -> list[Assignment]:
    """All assignments of some units, of one campaign or of every one, newest period first."""
    if not unit_ids:
        return []

    def read() -> tuple[Assignment, ...]:
        rows: Iterable[Any]
        if campaign_id is None:
            rows = tx.execute(_OF_UNITS, {"unit_ids": list(unit_ids)})
        elif len(unit_ids) == 1:
            rows = _OF_ONE_IN.all(tx, {"unit_id": next(iter(unit_ids)), "campaign_id": campaign_id})
        else:
            rows = tx.execute(_OF_UNITS_IN, {"unit_ids": list(unit_ids), "campaign_id": campaign_id})
        return tuple(Assignment(*row) for row in rows)

    return list(remembered(tx, ("assignments", *unit_ids, campaign_id), read))


def of_unit(tx: Tx, unit_id: int, period: str) -> list[Assignment]:
    return [Assignment(*row) for row in tx.execute(_OF_UNIT, {"unit_id": unit_id, "period": period})]


def set_state(
    tx: Tx,
    assignment_id: int,
    *,
    state: str,
    returned: dict[str, Any] | Literal[_Keep.KEEP] | None = _KEEP,
    submitted_at: datetime | Literal[_Keep.KEEP] | None = _KEEP,
    late: bool | Literal[_Keep.KEEP] = _KEEP,
) -> None:
    """Change the state, and whichever other field is given; `returned=None` clears it."""
    given = {"returned": returned, "submitted_at": submitted_at, "late": late}
    changes = {name: value for name, value in given.items() if value is not _KEEP}
    tx.execute(_UPDATE.values(state=state, **changes), {"of_id": assignment_id})
