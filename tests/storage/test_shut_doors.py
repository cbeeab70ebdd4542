"""Addresses that shut the bot out, on both databases: not written to, until somebody writes from there."""

from datetime import datetime, timedelta

from storage.database import Database
from storage.queries import outbox, outbox_addresses, people
from storage.queries.outbox import Draft
from storage.queries.people import Contact
from tests.storage.world import World

HOUR = timedelta(hours=1)


def test_a_shut_door_is_passed_by(database: Database, world: World, now: datetime) -> None:
    first, second = Contact(world.chair, "telegram", "7"), Contact(world.chair, "zalo_oa", "z7")
    with database.begin() as tx:
        people.link(tx, world.chair, "zalo_oa", "z7", now - HOUR)
        assert people.addresses(tx, world.chair) == [second, first]
        assert people.block(tx, "telegram", "7", now + HOUR)
        assert not people.block(tx, "telegram", "7", now + 2 * HOUR)
        assert people.contact_of(tx, world.chair) == second
        person, shut = people.sender(tx, "telegram", "7")
        assert person == people.get(tx, world.chair) and shut
        assert people.block(tx, "zalo_oa", "z7", now + HOUR)
        assert people.contacts(tx, [world.chair]) == {} and people.addresses(tx, world.chair) == []
        people.touch(tx, "telegram", "7", now + 3 * HOUR)
        assert people.contact_of(tx, world.chair) == first
        assert people.sender(tx, "telegram", "7") == (person, False)


def test_who_was_heard_from_since_is_not_shut(database: Database, world: World, now: datetime) -> None:
    with database.begin() as tx:
        people.touch(tx, "telegram", "7", now + HOUR)
        assert not people.block(tx, "telegram", "7", now)
        assert people.block(tx, "telegram", "7", now + HOUR)
        assert not people.block(tx, "telegram", "of-nobody", now + HOUR)


def test_only_what_waits_for_that_address_is_dropped(database: Database, world: World, now: datetime) -> None:
    def waiting(address: str, when: datetime) -> Draft:
        return Draft("telegram", address, None, "Nhắc", [["a", "A", []]], [], when)

    with database.begin() as tx:
        sent, soon, later, other = outbox.queue(
            tx, [waiting("7", now), waiting("7", now), waiting("7", now + HOUR), waiting("8", now)], now
        )
        outbox.sent(tx, [(sent, "m1")], now)
        assert outbox_addresses.drop_queued(tx, "telegram", "7") == 2
        assert outbox_addresses.drop_queued(tx, "telegram", "7") == 0
        rows = {one: outbox.get(tx, one) for one in (sent, soon, later, other)}
    states = [(row.state, row.armed) for row in rows.values() if row is not None]
    assert states == [("sent", False), ("dropped", False), ("dropped", False), ("queued", True)]
