"""The province file: who there is, and that nobody is there twice."""

import re
from collections import Counter

from bot.sample.roster import Guest, Person, read_province
from bot.sample.seasons import HABITS
from handlers.world import World

ROSTER = read_province()
UNITS = {unit.code: unit for unit in ROSTER.units}
EVERYBODY: list[Person | Guest] = [*ROSTER.people, *ROSTER.guests]
GRASSROOTS = [unit for unit in ROSTER.units if unit.kind == "grassroots"]


def people_with(role: str) -> list[str]:
    return [p.name for p in ROSTER.people if p.address and any(h.role == role for h in p.holdings)]


def test_so_many_of_each() -> None:
    kinds = Counter(unit.kind for unit in ROSTER.units)
    assert kinds == {"province": 1, "superior": 11, "grassroots": 29}
    roles = {
        role: len(people_with(role)) for role in ("chair", "deputy", "superior", "office", "leader", "admin")
    }
    assert roles == {"chair": 27, "deputy": 6, "superior": 11, "office": 3, "leader": 3, "admin": 1}
    assert len(ROSTER.guests) == 2


def test_units_have_distinct_plain_codes_and_names() -> None:
    assert len(UNITS) == len(ROSTER.units) == len({unit.name for unit in ROSTER.units})
    assert all(re.fullmatch(r"LC(-[A-Z]{2}(-[0-9]{2})?)?", code) for code in UNITS)


def test_every_unit_hangs_below_one_before_it() -> None:
    seen: set[str] = set()
    for unit in ROSTER.units:
        parent_kind = {"province": "", "superior": "province", "grassroots": "superior"}[unit.kind]
        assert (UNITS[unit.parent].kind if unit.parent else "") == parent_kind
        assert unit.parent == "" or unit.parent in seen
        seen.add(unit.code)


def test_grassroots_unions_are_described_whole() -> None:
    assert len(GRASSROOTS) == 29
    for unit in GRASSROOTS:
        assert unit.sector in ("HCSN", "DN") and unit.line in HABITS
        assert (unit.sector == "DN") == (unit.line == "company")
        assert unit.founded or 0 < unit.women < unit.members


def test_names_and_addresses_are_distinct() -> None:
    names = [person.name for person in EVERYBODY]
    addresses = [person.address for person in EVERYBODY if person.address]
    assert len(set(names)) == len(names)
    assert len(set(addresses)) == len(addresses)
    assert all(re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", address) for address in addresses)


def test_nobody_has_the_name_of_a_real_signer(world: World) -> None:
    signers = {signer.name for signer in world.profile.signers}
    assert signers and not signers & {person.name for person in EVERYBODY}


def test_every_union_but_one_has_a_chair_today_and_one_person_chairs_two() -> None:
    chairs = [h.unit for p in ROSTER.people for h in p.holdings if h.role == "chair" and h.until is None]
    vacant = {unit.code for unit in GRASSROOTS} - set(chairs)
    assert len(chairs) == len(set(chairs)) == 28
    assert vacant == {guest.invited_to for guest in ROSTER.guests if guest.invited_to}
    twice = [p for p in ROSTER.people if len(p.holdings) == 2]
    assert [len({h.unit for h in p.holdings}) for p in twice] == [2]


def test_few_reports_are_late_or_missing() -> None:
    assert sum(len(unit.missing) for unit in GRASSROOTS) == 3
    assert sum(bool(unit.missing) for unit in GRASSROOTS) == 2
    assert 3 <= sum(len(unit.late) for unit in GRASSROOTS) <= 10
    assert not any(unit.late & unit.missing for unit in GRASSROOTS)
