"""Units, people, roles with their times, addresses, invitations spent once."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from reporting.errors import Broken
from storage.database import Database
from storage.queries import invitations, people, units
from storage.queries.people import Contact
from storage.queries.units import Unit
from tests.storage.threads import together
from tests.storage.world import World

DAY = timedelta(days=1)


def test_a_unit_comes_back_whole(database: Database) -> None:
    with database.begin() as tx:
        top = units.add(tx, code="LC", name="Tỉnh", kind="province", parent_id=None)
        low = units.add(
            tx,
            code="TU",
            name="Xã Tả Ủ",
            kind="grassroots",
            parent_id=top,
            sector="state",
            founded_on=date(2021, 3, 1),
            closed_on=date(2025, 6, 30),
        )
        expected = Unit(low, "TU", "Xã Tả Ủ", "grassroots", top, "state", date(2021, 3, 1), date(2025, 6, 30))
        assert units.get(tx, low) == units.by_code(tx, "TU") == expected
        assert [unit.id for unit in units.all_units(tx)] == [top, low]
        assert units.by_code(tx, "tu") is None


def test_a_code_stands_for_one_unit(database: Database) -> None:
    with database.begin() as tx:
        units.add(tx, code="A", name="A", kind="province", parent_id=None)
    with pytest.raises(IntegrityError), database.begin() as tx:
        units.add(tx, code="A", name="B", kind="province", parent_id=None)


def test_what_a_unit_was_made_from(database: Database) -> None:
    with database.begin() as tx:
        old = [units.add(tx, code=c, name=c, kind="grassroots", parent_id=None) for c in "AB"]
        new = units.add(tx, code="C", name="C", kind="grassroots", parent_id=None)
        for unit in reversed(old):
            units.add_succession(tx, unit, new, date(2025, 7, 1))
        assert units.predecessors(tx, new) == old
        assert units.predecessors(tx, old[0]) == []


def test_an_id_of_nothing_is_a_defect(database: Database) -> None:
    with database.read() as tx:
        for get in (units.get, people.get):
            with pytest.raises(Broken):
                get(tx, 99)


def test_roles_hold_from_since_until_before_until(database: Database, world: World, now: datetime) -> None:
    with database.begin() as tx:
        person = people.add(tx, "Phạm Văn Đông")
        people.add_membership(tx, person, world.unit, "deputy", now)
        people.end_membership(tx, person, world.unit, "deputy", now + 2 * DAY)
        moments = [now - DAY, now, now + DAY, now + 2 * DAY]
        held = [[m.role for m in people.memberships(tx, person, at)] for at in moments]
        assert held == [[], ["deputy"], ["deputy"], []]
        roles = ("chair", "deputy")
        assert [len(people.holders(tx, world.unit, roles, at)) for at in moments] == [1, 2, 2, 1]
        assert [len(people.all_holders(tx, roles, at)) for at in moments] == [1, 2, 2, 1]
        assert people.holders(tx, world.province, roles, now) == []
        assert people.all_holders(tx, (), now) == []


def test_an_ended_role_keeps_its_end_when_the_role_is_given_again(
    database: Database, world: World, now: datetime
) -> None:
    with database.begin() as tx:
        people.end_membership(tx, world.chair, world.unit, "chair", now)
        people.add_membership(tx, world.chair, world.unit, "chair", now + DAY)
        people.end_membership(tx, world.chair, world.unit, "chair", now + 3 * DAY)
        held = [bool(people.memberships(tx, world.chair, now + n * DAY)) for n in (-1, 0, 1, 2, 3)]
    assert held == [True, False, True, True, False]


def test_a_membership_carries_its_unit(database: Database, world: World, now: datetime) -> None:
    with database.read() as tx:
        [held] = people.memberships(tx, world.chair, now)
        assert held.unit == units.get(tx, world.unit)
        assert (held.person_id, held.unit_id, held.role) == (world.chair, world.unit, "chair")
        assert people.all_holders(tx, ["chair"], now) == [held]


def test_somebody_with_two_roles_in_a_unit_is_one_holder(
    database: Database, world: World, now: datetime
) -> None:
    with database.begin() as tx:
        people.add_membership(tx, world.chair, world.unit, "deputy", now)
        assert [p.id for p in people.holders(tx, world.unit, ("chair", "deputy"), now)] == [world.chair]


def test_a_person_is_reached_where_they_were_last_seen(
    database: Database, world: World, now: datetime
) -> None:
    with database.begin() as tx:
        people.link(tx, world.chair, "zalo_oa", "z7", now + DAY)
        assert people.contact_of(tx, world.chair) == Contact(world.chair, "zalo_oa", "z7")
        people.touch(tx, "telegram", "7", now + 2 * DAY)
        assert people.contact_of(tx, world.chair) == Contact(world.chair, "telegram", "7")
        other = people.add(tx, "Không liên lạc")
        assert set(people.contacts(tx, {world.chair, other})) == {world.chair}
        assert people.contact_of(tx, other) is None
        assert people.contacts(tx, []) == {}


def test_an_address_belongs_to_one_person(database: Database, world: World, now: datetime) -> None:
    with database.begin() as tx:
        other = people.add(tx, "Người mới")
        people.link(tx, other, "telegram", "7", now + DAY)
        found = people.by_contact(tx, "telegram", "7")
        assert found == people.get(tx, other)
        assert people.contact_of(tx, world.chair) is None
        assert people.by_contact(tx, "zalo_oa", "7") is None


def test_names_of_many(database: Database, world: World) -> None:
    with database.read() as tx:
        assert people.names(tx, {world.chair, 99}) == {world.chair: "Lò Thị Ánh"}
        assert people.names(tx, []) == {}


def test_an_invitation_is_spent_exactly_once(database: Database, world: World, now: datetime) -> None:
    with database.begin() as tx:
        other = people.add(tx, "Người khác")
        invitation = invitations.add(tx, code="ABCD", unit_id=world.unit, role="deputy", expires_at=now)

    def spend(person: int) -> bool:
        with database.begin() as tx:
            return invitations.spend(tx, invitation, person, now)

    first, second = together(lambda: spend(world.chair), lambda: spend(other))
    assert first != second
    with database.read() as tx:
        found = invitations.by_code(tx, "ABCD")
        assert invitations.by_code(tx, "abcd") is None
    assert found is not None
    assert (found.used_by, found.used_at) == (world.chair if first else other, now)
