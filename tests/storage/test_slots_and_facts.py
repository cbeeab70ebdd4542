"""Slots of the schedule taken once; single values; conversations between two messages."""

from datetime import datetime, timedelta

from storage.database import Database
from storage.queries import conversations, facts, slots
from tests.storage.threads import together
from tests.storage.world import World


def test_a_slot_is_taken_once_by_whoever_is_first(database: Database, now: datetime) -> None:
    def record() -> list[bool]:
        taken = []
        for number in range(10):
            with database.begin() as tx:
                taken.append(slots.record(tx, f"2023-10/{number}", now, "done", now))
        return taken

    for first, second in zip(*together(record, record), strict=True):
        assert first != second
    with database.read() as tx:
        assert len(slots.recorded(tx, "2023-10/")) == 10


def test_slots_by_the_beginning_of_their_key(database: Database, now: datetime) -> None:
    keys = {"2023-10/remind-1", "2023-10/remind-2", "2023-1_", "2023-1%", "2023-11/remind-1", "A/x", "a/x"}
    with database.begin() as tx:
        for key in sorted(keys):
            assert slots.record(tx, key, now - timedelta(hours=1), "skipped", now)
            assert not slots.record(tx, key, now, "done", now)
        assert slots.recorded(tx, "2023-10/") == {"2023-10/remind-1", "2023-10/remind-2"}
        assert slots.recorded(tx, "2023-1_") == {"2023-1_"}
        assert slots.recorded(tx, "a/") == {"a/x"}
        assert slots.recorded(tx, "") == keys


def test_a_fact_is_the_last_one_put(database: Database) -> None:
    with database.begin() as tx:
        assert facts.get(tx, "clock") is None
        for value in ("a", "giờ"):
            facts.put(tx, "clock", value)
        assert facts.get(tx, "clock") == "giờ"


def test_a_conversation_is_the_last_one_saved(database: Database, world: World, now: datetime) -> None:
    with database.begin() as tx:
        assert conversations.load(tx, world.chair) == {}
        for state in ({"scene": "filling", "codes": ["a"]}, {"scene": "idle"}):
            conversations.save(tx, world.chair, state, now)
        assert conversations.load(tx, world.chair) == {"scene": "idle"}


def test_a_strangers_conversation_goes_when_it_is_dropped(database: Database, now: datetime) -> None:
    with database.begin() as tx:
        assert conversations.load_stranger(tx, "telegram", "7") == {}
        for code in ("A", "B"):
            conversations.save_stranger(tx, "telegram", "7", {"code": code}, now)
        conversations.save_stranger(tx, "zalo_oa", "7", {"code": "C"}, now)
        assert conversations.load_stranger(tx, "telegram", "7") == {"code": "B"}
        conversations.drop_stranger(tx, "telegram", "7")
        assert conversations.load_stranger(tx, "telegram", "7") == {}
        assert conversations.load_stranger(tx, "zalo_oa", "7") == {"code": "C"}
