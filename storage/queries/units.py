"""Units of the federation, and which unit followed which."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, insert, select

from reporting.errors import Broken
from reporting.successors import Succession
from storage.database import Tx
from storage.prepared import Prepared
from storage.statements import new_id
from storage.tables import successions, units


@dataclass(frozen=True, slots=True)
class Unit:
    """`kind` is province, superior or grassroots. It exists from `founded_on` on, and no more on `closed_on`."""

    id: int
    code: str
    name: str
    kind: str
    parent_id: int | None
    sector: str
    founded_on: date | None
    closed_on: date | None


COLUMNS = (
    units.c.id,
    units.c.code,
    units.c.name,
    units.c.kind,
    units.c.parent_id,
    units.c.sector,
    units.c.founded_on,
    units.c.closed_on,
)
_ALL = select(*COLUMNS).order_by(units.c.id)
_ANY = select(units.c.id).limit(1)
_BY_ID = Prepared(select(*COLUMNS).where(units.c.id == bindparam("id")))
_BY_CODE = select(*COLUMNS).where(units.c.code == bindparam("code"))
_ADD = insert(units)
_PREDECESSORS = (
    select(successions.c.predecessor_id)
    .where(successions.c.successor_id == bindparam("unit_id"))
    .order_by(successions.c.predecessor_id)
)
_SUCCESSIONS = select(successions.c.predecessor_id, successions.c.successor_id, successions.c.on)
_ADD_SUCCESSION = insert(successions)


def of_columns(row: Any) -> Unit:
    """A unit from a row of `COLUMNS`."""
    unit_id, code, name, kind, parent_id, sector, founded_on, closed_on = row
    return Unit(unit_id, code, name, kind, parent_id, sector, _date(founded_on), _date(closed_on))


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def get(tx: Tx, unit_id: int) -> Unit:
    row = _BY_ID.first(tx, {"id": unit_id})
    if row is None:
        raise Broken(f"no unit {unit_id}")
    return of_columns(row)


def by_code(tx: Tx, code: str) -> Unit | None:
    row = tx.execute(_BY_CODE, {"code": code}).first()
    return None if row is None else of_columns(row)


def any_there(tx: Tx) -> bool:
    """Whether a unit was ever entered."""
    return tx.execute(_ANY).first() is not None


def all_units(tx: Tx) -> list[Unit]:
    """Every unit, closed ones too, in the order they were entered."""
    return [of_columns(row) for row in tx.execute(_ALL)]


def add(
    tx: Tx,
    *,
    code: str,
    name: str,
    kind: str,
    parent_id: int | None,
    sector: str = "",
    founded_on: date | None = None,
    closed_on: date | None = None,
) -> int:
    """The new unit's id. A code in use is an IntegrityError."""
    fields = {
        "code": code,
        "name": name,
        "kind": kind,
        "parent_id": parent_id,
        "sector": sector,
        "founded_on": founded_on and founded_on.isoformat(),
        "closed_on": closed_on and closed_on.isoformat(),
    }
    return new_id(tx, _ADD, fields)


def predecessors(tx: Tx, unit_id: int) -> list[int]:
    """The units this one was directly made from."""
    return list(tx.execute(_PREDECESSORS, {"unit_id": unit_id}).scalars())


def successions_of_all(tx: Tx) -> list[Succession]:
    """Every merger and split there was."""
    return [Succession(old, new, date.fromisoformat(on)) for old, new, on in tx.execute(_SUCCESSIONS)]


def add_succession(tx: Tx, predecessor_id: int, successor_id: int, on: date) -> None:
    """From the day `on`, the successor reports what the predecessor did."""
    tx.execute(
        _ADD_SUCCESSION,
        {"predecessor_id": predecessor_id, "successor_id": successor_id, "on": on.isoformat()},
    )
