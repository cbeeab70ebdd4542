"""The smallest world the storage tests need."""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from storage.database import Database
from storage.queries import assignments, campaigns, people, units

START = datetime(2023, 10, 25, 8, 0, tzinfo=timezone(timedelta(hours=7)))


@dataclass(frozen=True, slots=True)
class World:
    province: int
    unit: int
    chair: int
    campaign: int
    assignment: int


def make_world(database: Database) -> World:
    with database.begin() as tx:
        province = units.add(tx, code="LC", name="Liên đoàn Lao động tỉnh", kind="province", parent_id=None)
        unit = units.add(tx, code="TU", name="Công đoàn xã Tả Ủ", kind="grassroots", parent_id=province)
        chair = people.add(tx, "Lò Thị Ánh")
        people.add_membership(tx, chair, unit, "chair", START - timedelta(days=1))
        people.link(tx, chair, "telegram", "7", START)
        campaign = campaigns.add(tx, "2023-10", START, {"due": START + timedelta(days=3)})
        assert campaign is not None
        assignments.add_many(tx, campaign, [(unit, "grassroots-monthly"), (province, "office-monthly")])
        assignment = assignments.of_unit(tx, unit, "2023-10")[0].id
    return World(province, unit, chair, campaign, assignment)
