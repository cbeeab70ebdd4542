"""What a transaction remembers of what it read: until something is written, and no longer than itself."""

from storage.database import Database
from storage.queries import campaigns, duties
from storage.remembered import remembered
from tests.storage.world import World


def test_what_was_read_is_read_once_until_something_is_written(database: Database, world: World) -> None:
    asked: list[int] = []

    def read() -> int:
        asked.append(1)
        return len(asked)

    with database.begin() as tx:
        assert [remembered(tx, "a", read), remembered(tx, "a", read)] == [1, 1]
        assert remembered(tx, "b", read) == 2
        campaigns.set_state(tx, world.campaign, "locked")
        assert [remembered(tx, "a", read), remembered(tx, "a", read)] == [3, 3]
    with database.begin() as tx:
        assert remembered(tx, "a", read) == 4
    with database.read() as tx:
        assert [remembered(tx, "a", read), remembered(tx, "a", read)] == [5, 5]


def test_a_query_that_remembers_sees_what_was_written_meanwhile(database: Database, world: World) -> None:
    with database.begin() as tx:
        before = campaigns.open_ones(tx)
        before.clear()  # the list is the caller's own
        assert [campaign.id for campaign in campaigns.open_ones(tx)] == [world.campaign]
        campaigns.set_state(tx, world.campaign, "locked")
        assert campaigns.open_ones(tx) == []


def test_who_waited_for_a_lock_reads_again(database: Database, world: World) -> None:
    """On PostgreSQL another transaction may have written meanwhile; on SQLite nobody can, and nothing is forgotten."""
    with database.begin() as tx:
        open_before = campaigns.open_ones(tx)
        if database.dialect == "postgresql":
            with database.begin() as other:
                campaigns.set_state(other, world.campaign, "locked")
        assert campaigns.open_ones(tx) == open_before
        duties.lock(tx, world.assignment)
        kept = remembered(tx, "open campaigns", lambda: ("read again",))
        assert kept == (("read again",) if database.dialect == "postgresql" else tuple(open_before))
