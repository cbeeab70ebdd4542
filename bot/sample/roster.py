"""Who there is in a province: units, people with their roles, guests. Read from province.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from reporting.periods import Month
from reporting.profile import Profile

PROVINCE_FILE = Path(__file__).with_name("province.toml")
SINCE = date(2022, 1, 1)  # everybody holds their role since then, unless the unit is younger


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit; `parent` is a code, empty at the top. The rest is known of grassroots unions only.

    `line` says what its year looks like (school, health, office, company); `members` and `women` stood there before
    the first month of the history; `late` and `missing` hold periods such as 2023-04.
    """

    code: str
    name: str
    kind: str
    parent: str = ""
    sector: str = ""
    line: str = ""
    members: int = 0
    women: int = 0
    founded: date | None = None
    late: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()

    def exists_in(self, month: Month, profile: Profile) -> bool:
        return self.founded is None or self.founded <= month.bounds(profile.cut_off)[1]


@dataclass(frozen=True, slots=True)
class Holding:
    """A role in a unit, by its code; `until` is the last day, None if it goes on."""

    unit: str
    role: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a name; an empty address: not reached on any phone."""

    name: str
    address: str
    holdings: tuple[Holding, ...]


@dataclass(frozen=True, slots=True)
class Guest:
    """A phone not linked to anybody; `invited_to` is the unit they may chair, empty without invitation."""

    name: str
    address: str
    invited_to: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """A whole province; a unit comes after its parent."""

    units: tuple[Unit, ...]
    people: tuple[Person, ...]
    guests: tuple[Guest, ...]


def read_province() -> Roster:
    """The sample province."""
    raw = tomllib.loads(PROVINCE_FILE.read_text("utf8"))
    roll = Roll()
    _add_office(roll, raw["province"])
    for row in raw["superiors"]:
        roll.units.append(Unit(row["code"], row["name"], "superior", raw["province"]["code"]))
        roll.hold(row["person"], row["code"], "superior")
    for row in raw["grassroots"]:
        _add_union(roll, row)
    return roll.roster(tuple(Guest(**row) for row in raw["guests"]))


def _add_office(roll: "Roll", row: Mapping[str, Any]) -> None:
    roll.units.append(Unit(row["code"], row["name"], "province"))
    for key, role in (("leaders", "leader"), ("office", "office"), ("admins", "admin")):
        for person in row[key]:
            roll.hold(person, row["code"], role)


def _add_union(roll: "Roll", row: Mapping[str, Any]) -> None:
    founded = row.get("founded")
    unit = Unit(
        code=row["code"],
        name=row["name"],
        kind="grassroots",
        parent=row["parent"],
        sector=row["sector"],
        line=row["line"],
        members=row.get("members", 0),
        women=row.get("women", 0),
        founded=founded,
        late=frozenset(row.get("late", ())),
        missing=frozenset(row.get("missing", ())),
    )
    roll.units.append(unit)
    for key, role in (("former_chair", "chair"), ("chair", "chair"), ("deputy", "deputy")):
        if key in row:
            roll.hold(row[key], unit.code, role, founded or SINCE)


@dataclass
class Roll:
    """A roster being written. The same address again is the same person."""

    units: list[Unit] = field(default_factory=list)
    people: dict[str, Person] = field(default_factory=dict)

    def hold(self, who: Mapping[str, Any], unit: str, role: str, since: date = SINCE) -> None:
        """`who`: name, and address or until."""
        address = who.get("address", "")
        before = self.people.get(address or who["name"], Person(who["name"], address, ()))
        holding = Holding(unit, role, since, who.get("until"))
        self.people[address or who["name"]] = Person(before.name, before.address, (*before.holdings, holding))

    def roster(self, guests: tuple[Guest, ...] = ()) -> Roster:
        return Roster(tuple(self.units), tuple(self.people.values()), guests)
