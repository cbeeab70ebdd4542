"""Entering the federation's units from a list: all of them, or none."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from reporting.errors import WrongUse
from storage.database import Tx
from storage.queries import audit, units
from templates.cli import units as wording

COLUMNS = ("code", "name", "kind", "parent")
# Of what kind a unit's parent is; None: it has none.
_ABOVE: dict[str, str | None] = {"province": None, "superior": "province", "grassroots": "superior"}


def add_units(tx: Tx, rows: Sequence[tuple[int, Mapping[str, str]]], now: datetime) -> tuple[int, int]:
    """Enter units given as (line, {code, name, kind, parent}), a parent before its children. (new, known before).

    A unit that is there already just so is left. Raises WrongUse naming every wrong line; nothing is entered then.
    """
    wrong: list[str] = []
    new = known = 0
    for line, row in rows:
        fault = _fault(tx, row)
        if fault:
            wrong.append(wording.wrong(line, fault))
            continue
        if units.by_code(tx, row["code"]) is not None:
            known += 1
            continue
        parent = units.by_code(tx, row["parent"]) if row["parent"] else None
        added = units.add(
            tx, code=row["code"], name=row["name"], kind=row["kind"], parent_id=parent.id if parent else None
        )
        audit.write(tx, now, None, "add_unit", "unit", added, {"code": row["code"]})
        new += 1
    if wrong:
        raise WrongUse("\n".join(wrong))
    return new, known


def _fault(tx: Tx, row: Mapping[str, str]) -> str:
    """What is wrong with a line, in words; empty: nothing."""
    code, name, kind, above = (row[column] for column in COLUMNS)
    if not code or len(code) > 40 or any(c.isspace() for c in code):
        return wording.bad_code()
    if not name or len(name) > 200:
        return wording.bad_name()
    if kind not in _ABOVE:
        return wording.bad_kind(kind)
    parent = units.by_code(tx, above) if above else None
    if (parent.kind if parent else None) != _ABOVE[kind] or (above and parent is None):
        return wording.bad_parent(kind, above)
    there = units.by_code(tx, code)
    if there is not None:
        same = (name, kind, parent.id if parent else None)
        return (
            "" if (there.name, there.kind, there.parent_id) == same else wording.other_unit(code, there.name)
        )
    if kind == "province" and any(unit.kind == "province" for unit in units.all_units(tx)):
        return wording.second_province()
    return ""
