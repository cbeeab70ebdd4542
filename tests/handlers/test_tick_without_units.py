"""A program that runs before the federation's units are entered: no month is opened without them."""

from pathlib import Path

from handlers.tick import tick
from storage.database import Database
from storage.queries import assignments, campaigns, units
from tests.support.messengers import NOW, make_handlers_world

IN_TIME = NOW.replace(day=13)  # the month's campaign opened the day before


def test_the_month_waits_for_the_units(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/baocao.sqlite")
    database.upgrade()
    world = make_handlers_world()
    assert tick(database, world, IN_TIME) == 0
    with database.begin() as tx:
        top = units.add(tx, code="LC", name="LĐLĐ tỉnh", kind="province", parent_id=None)
        above = units.add(tx, code="CT", name="LĐLĐ huyện", kind="superior", parent_id=top)
        units.add(tx, code="TU", name="CĐCS xã Tả Ủ", kind="grassroots", parent_id=above)
    assert tick(database, world, IN_TIME) > 0
    with database.read() as tx:
        campaign = campaigns.by_period(tx, "2023-10")
        assert campaign is not None
        assert len(assignments.of_campaign(tx, campaign.id)) == 2  # the office's own form, and the unit's
    database.dispose()
