"""Campaigns: a period for which reports are collected, with its stages frozen when it was opened."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update

from reporting.errors import Broken
from storage.database import Tx
from storage.prepared import Prepared
from storage.remembered import remembered
from storage.statements import per_dialect
from storage.tables import campaigns


@dataclass(frozen=True, slots=True)
class Campaign:
    """`period` such as 2023-10; `state` open or locked; `stages` by name, in the zone they were given in."""

    id: int
    period: str
    state: str
    opened_at: datetime
    stages: dict[str, datetime]


_c = campaigns.c
COLUMNS = (_c.id, _c.period, _c.state, _c.opened_at, _c.stages)
_ADD = per_dialect(
    lambda insert: insert(campaigns).on_conflict_do_nothing(index_elements=["period"]).returning(_c.id)
)
_BY_ID = select(*COLUMNS).where(_c.id == bindparam("id"))
_BY_PERIOD = select(*COLUMNS).where(_c.period == bindparam("period"))
_OPEN = Prepared(select(*COLUMNS).where(_c.state == "open").order_by(_c.period.desc()))
_LATEST = Prepared(select(*COLUMNS).order_by(_c.period.desc()).limit(1))
_PERIODS = select(_c.period).order_by(_c.period)
_SET_STATE = update(campaigns).where(_c.id == bindparam("of_id")).values(state=bindparam("new"))
_SET_STAGES = update(campaigns).where(_c.id == bindparam("of_id")).values(stages=bindparam("new"))


def of_columns(row: Any) -> Campaign:
    """A campaign from a row of `COLUMNS`."""
    campaign_id, period, state, opened_at, stages = row
    times = {name: datetime.fromisoformat(text) for name, text in stages.items()}
    return Campaign(campaign_id, period, state, opened_at, times)


def _texts(stages: Mapping[str, datetime]) -> dict[str, str]:
    if any(at.tzinfo is None for at in stages.values()):
        raise ValueError("a time without zone")
    return {name: at.isoformat() for name, at in stages.items()}


def add(
    tx: Tx, period: str, opened_at: datetime, stages: Mapping[str, datetime], state: str = "open"
) -> int | None:
    """The new campaign's id; None if the period has one already."""
    fields = {"period": period, "opened_at": opened_at, "stages": _texts(stages), "state": state}
    found: int | None = tx.execute(_ADD.on(tx), fields).scalar()
    return found


def get(tx: Tx, campaign_id: int) -> Campaign:
    row = tx.execute(_BY_ID, {"id": campaign_id}).first()
    if row is None:
        raise Broken(f"no campaign {campaign_id}")
    return of_columns(row)


def by_period(tx: Tx, period: str) -> Campaign | None:
    row = tx.execute(_BY_PERIOD, {"period": period}).first()
    return None if row is None else of_columns(row)


def open_ones(tx: Tx) -> list[Campaign]:
    """The campaigns not locked, newest period first."""
    return list(remembered(tx, "open campaigns", lambda: tuple(map(of_columns, _OPEN.all(tx, {})))))


def latest(tx: Tx) -> Campaign | None:
    """The campaign of the newest period."""

    def read() -> Campaign | None:
        row = _LATEST.first(tx, {})
        return None if row is None else of_columns(row)

    return remembered(tx, "latest campaign", read)


def set_state(tx: Tx, campaign_id: int, state: str) -> None:
    tx.execute(_SET_STATE, {"of_id": campaign_id, "new": state})


def set_stages(tx: Tx, campaign_id: int, stages: Mapping[str, datetime]) -> None:
    tx.execute(_SET_STAGES, {"of_id": campaign_id, "new": _texts(stages)})


def all_periods(tx: Tx) -> list[str]:
    """Every period collected, oldest first."""
    return list(tx.execute(_PERIODS).scalars())
