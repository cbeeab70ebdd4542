"""The way in: every update once, in each person's order, whoever works."""

from datetime import datetime, timedelta
from threading import Barrier

import pytest

from reporting.errors import Broken
from storage.database import Database
from storage.queries import inbox
from storage.queries.inbox import RawUpdate
from tests.storage.threads import PATIENCE, together


def update(number: int, address: str = "7", channel: str = "telegram") -> RawUpdate:
    return RawUpdate(channel, str(number), address, f"m{number}", {"n": number})


def store(database: Database, now: datetime, *updates: RawUpdate) -> list[int]:
    with database.begin() as tx:
        return inbox.store(tx, updates, now)


def test_an_update_sent_twice_is_stored_once(database: Database, now: datetime) -> None:
    first = store(database, now, update(1), update(2), update(1))
    assert len(first) == 2
    [third] = store(database, now, update(2), update(3))
    assert third > max(first)
    assert store(database, now, update(1), update(2), update(3)) == []
    assert len(store(database, now, update(1, channel="zalo_oa"))) == 1
    assert store(database, now) == []
    with database.read() as tx:
        assert inbox.waiting(tx) == 4


def test_an_update_arriving_at_two_replicas_is_stored_once(database: Database, now: datetime) -> None:
    updates = [update(n) for n in range(30)]
    found = together(lambda: store(database, now, *updates), lambda: store(database, now, *updates))
    assert sorted(map(len, found)) == [0, 30]


def test_updates_stored_together_keep_their_order(database: Database, now: datetime) -> None:
    numbers = [5, 3, 9, 1, 7, 2]
    ids = store(database, now, *(update(n) for n in numbers))
    assert ids == sorted(ids)
    handled = []
    for _ in numbers:
        with database.begin() as tx:
            [row] = inbox.claim(tx, 10)
            handled.append(row.raw["n"])
            inbox.done(tx, row.id, now)
    assert handled == numbers


def test_each_address_offers_its_oldest(database: Database, now: datetime) -> None:
    store(database, now, update(1, "a"), update(2, "a"), update(3, "b"), update(4, "a", "zalo_oa"))
    with database.begin() as tx:
        rows = inbox.claim(tx, 10)
        assert [(r.channel, r.address, r.update_id) for r in rows] == [
            ("telegram", "a", "1"),
            ("telegram", "b", "3"),
            ("zalo_oa", "a", "4"),
        ]
        assert [r.update_id for r in inbox.claim(tx, 1)] == ["1"]
        assert (rows[0].raw, rows[0].received_at, rows[0].attempts) == ({"n": 1}, now, 0)


def test_a_failing_row_holds_back_its_own_address_until_it_is_parked(
    database: Database, now: datetime
) -> None:
    store(database, now, update(1, "a"), update(2, "a"), update(3, "b"))
    for attempt in (1, 2, 3):
        with pytest.raises(Broken), database.begin() as tx:
            first = inbox.claim(tx, 1)[0]
            inbox.done(tx, first.id, now)
            raise Broken("on purpose")
        with database.begin() as tx:
            assert inbox.failed(tx, first.id) == attempt
            assert [r.update_id for r in inbox.claim(tx, 10)] == ["1", "3"]
    with database.begin() as tx:
        inbox.park(tx, first.id, now)
        assert [r.update_id for r in inbox.claim(tx, 10)] == ["2", "3"]
        assert inbox.waiting(tx) == 2


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_two_workers_never_hold_the_same_row_nor_two_of_one_address(
    database: Database, now: datetime
) -> None:
    store(database, now, update(1, "a"), update(2, "a"), update(3, "b"), update(4, "c"))
    both_hold = Barrier(2)

    def work() -> list[str]:
        with database.begin() as tx:
            rows = inbox.claim(tx, 1)
            both_hold.wait(PATIENCE)
            for row in rows:
                inbox.done(tx, row.id, now)
            return [row.update_id for row in rows]

    assert sorted(together(work, work)) == [["1"], ["3"]]
    with database.begin() as tx:
        assert [r.update_id for r in inbox.claim(tx, 10)] == ["2", "4"]


def test_many_workers_handle_everything_once_and_in_order(database: Database, now: datetime) -> None:
    each = 8
    store(database, now, *(update(10 * n + k, f"address {k}") for n in range(each) for k in range(5)))
    handled: list[tuple[str, int]] = []

    def work() -> None:
        while True:
            with database.begin() as tx:
                rows = inbox.claim(tx, 2)
                for row in rows:
                    inbox.done(tx, row.id, now)
                    handled.append((row.address, row.raw["n"]))
                if not rows and inbox.waiting(tx) == 0:
                    return

    together(work, work, work)
    assert len(handled) == 5 * each
    for k in range(5):
        mine = [number for address, number in handled if address == f"address {k}"]
        assert mine == [10 * n + k for n in range(each)]


def test_what_came_under_a_message_id(database: Database, now: datetime) -> None:
    original = RawUpdate("telegram", "1", "7", "m1", {"text": "5"})
    edited = RawUpdate("telegram", "2", "7", "m1", {"text": "6"})
    elsewhere = RawUpdate("telegram", "3", "8", "m1", {"text": "7"})
    store(database, now, original, edited, elsewhere)
    with database.read() as tx:
        assert [r.raw["text"] for r in inbox.by_message(tx, "telegram", "7", "m1")] == ["5", "6"]
        assert inbox.by_message(tx, "telegram", "7", "m2") == []


def test_old_raw_updates_are_forgotten_but_their_rows_stay(database: Database, now: datetime) -> None:
    old, fresh, unhandled = store(database, now, update(1), update(2, "8"), update(3, "9"))
    with database.begin() as tx:
        inbox.done(tx, old, now - timedelta(days=100))
        inbox.done(tx, fresh, now)
        inbox.forget(tx, now - timedelta(days=90))
    with database.read() as tx:
        kept = {
            row.id: row.raw
            for n, who in ((1, "7"), (2, "8"), (3, "9"))
            for row in inbox.by_message(tx, "telegram", who, f"m{n}")
        }
    assert kept == {old: {}, fresh: {"n": 2}, unhandled: {"n": 3}}
