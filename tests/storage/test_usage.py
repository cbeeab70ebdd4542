"""Counting what a messenger was used for, on both databases."""

from datetime import datetime, timedelta, timezone
from typing import Any

from storage.database import Database
from storage.queries import outbox, people
from storage.queries.outbox import Draft, Kind
from storage.queries.usage import Usage, usage

SINCE = datetime(2026, 3, 1, tzinfo=timezone(timedelta(hours=7)))


def _sent(tx: Any, address: str, at: datetime, channel: str = "zalo_bot", kind: Kind = "send") -> None:
    (row,) = outbox.queue(tx, [Draft(channel, address, None, "tin", [], [], at, kind)], at)
    outbox.sent(tx, [(row, "x")], at)


def test_messages_since_and_everybody_who_counts(database: Database) -> None:
    with database.begin() as tx:
        assert usage(tx, "zalo_bot", SINCE) == Usage(0, 0)
        lan, mai = people.add(tx, "Lan"), people.add(tx, "Mai")
        people.link(tx, lan, "zalo_bot", "a", SINCE)
        people.link(tx, mai, "zalo_bot", "b", SINCE)
        people.link(tx, mai, "telegram", "c", SINCE)
        _sent(tx, "a", SINCE - timedelta(seconds=1))
        _sent(tx, "a", SINCE)
        _sent(tx, "stranger", SINCE + timedelta(days=3))
        _sent(tx, "stranger", SINCE + timedelta(days=3), kind="edit")
        _sent(tx, "other", SINCE, kind="disarm")
        _sent(tx, "other", SINCE, channel="telegram")
        outbox.queue(tx, [Draft("zalo_bot", "later", None, "tin", [], [], SINCE)], SINCE)
        assert usage(tx, "zalo_bot", SINCE) == Usage(messages=3, people=3)
        people.block(tx, "zalo_bot", "b", SINCE + timedelta(days=1))
        assert usage(tx, "zalo_bot", SINCE).people == 2
