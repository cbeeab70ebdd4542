"""A duty: an assignment with its campaign and its unit, which nearly every message needs, in one statement."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from reporting.errors import Broken
from storage.database import Tx
from storage.prepared import Prepared
from storage.queries.assignments import COLUMNS as ASSIGNMENT
from storage.queries.assignments import Assignment
from storage.queries.campaigns import COLUMNS as CAMPAIGN
from storage.queries.campaigns import Campaign
from storage.queries.campaigns import of_columns as campaign_of
from storage.queries.units import COLUMNS as UNIT
from storage.queries.units import Unit
from storage.queries.units import of_columns as unit_of
from storage.remembered import forget
from storage.tables import assignments, campaigns, units


@dataclass(frozen=True, slots=True)
class Duty:
    """Who is asked for what, and until when."""

    assignment: Assignment
    campaign: Campaign
    unit: Unit


_SELECT = (
    select(*ASSIGNMENT, *CAMPAIGN, *UNIT)
    .join(campaigns, campaigns.c.id == assignments.c.campaign_id)
    .join(units, units.c.id == assignments.c.unit_id)
    .where(assignments.c.id == bindparam("assignment_id"))
)
_GET = Prepared(_SELECT)
_LOCK = select(assignments.c.id).where(assignments.c.id == bindparam("assignment_id")).with_for_update()
_END_OF_ASSIGNMENT = len(ASSIGNMENT)
_END_OF_CAMPAIGN = _END_OF_ASSIGNMENT + len(CAMPAIGN)


def lock(tx: Tx, assignment_id: int) -> None:
    """Hold the assignment until the transaction ends: take it after the person's lock.

    On SQLite every writing transaction already holds everything.
    """
    if tx.dialect.name != "sqlite":
        tx.execute(_LOCK, {"assignment_id": assignment_id})
        forget(tx)


def get(tx: Tx, assignment_id: int) -> Duty:
    row = _GET.first(tx, {"assignment_id": assignment_id})
    if row is None:
        raise Broken(f"no assignment {assignment_id}")
    return Duty(
        Assignment(*row[:_END_OF_ASSIGNMENT]),
        campaign_of(row[_END_OF_ASSIGNMENT:_END_OF_CAMPAIGN]),
        unit_of(row[_END_OF_CAMPAIGN:]),
    )
