"""What the office has still to do for a month's report."""

from collections.abc import Iterator
from random import Random

import pytest

from bot.app import make_world
from bot.sample.load import load_october
from bot.settings import load as settings
from handlers.lacking import Lacking, what_lacks
from handlers.world import World
from storage.database import Database
from storage.queries import campaigns, list_items, passages


@pytest.fixture(scope="module")
def world() -> World:
    return make_world(settings(office_file=None), Random(1).randrange)


@pytest.fixture
def october(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('lacking') / 'october.db'}")
    database.upgrade()
    load_october(database, world)
    yield database
    database.dispose()


def test_nothing_lacks_where_all_is_written(october: Database, world: World) -> None:
    with october.read() as tx:
        campaign = campaigns.by_period(tx, "2023-10")
        assert campaign is not None
        assert what_lacks(tx, world, campaign) == Lacking((), (), form_sent=True, undecided=0)
        assert what_lacks(tx, world, campaign).nothing


def test_each_part_that_lacks_is_named(october: Database, world: World) -> None:
    with october.begin() as tx:
        campaign = campaigns.by_period(tx, "2023-10")
        before = campaigns.by_period(tx, "2023-09")
        assert campaign is not None
        assert before is not None
        now = campaign.opened_at
        passages.write(tx, campaign.id, "care", "narrative", [], person_id=None, at=now)
        passages.write(tx, campaign.id, "rights", "narrative", [], person_id=None, at=now)
        passages.write(tx, campaign.id, "rights", "kept", ["Trong Word."], person_id=None, at=now)
        for name, items in list_items.of_campaign(tx, campaign.id).items():
            for item in items:
                if name != "opinions":
                    list_items.remove(tx, item.id, now)
        list_items.set_outcome(tx, list_items.of_list(tx, before.id, "tasks")[0].id, "")
        found = what_lacks(tx, world, campaign)
    assert found == Lacking(("care",), ("issued", "awards", "tasks"), form_sent=True, undecided=1)
    assert not found.nothing
