"""What the office writes for a month's report: prose by section, lists, figures it wrote otherwise."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from reporting.documents.model import Override
from reporting.values import Pair
from storage.database import Database
from storage.queries import list_items, overrides, passages
from tests.storage.threads import together
from tests.storage.world import World


def test_the_newest_passage_counts_and_an_empty_one_takes_it_back(
    database: Database, world: World, now: datetime
) -> None:
    by: dict[str, Any] = {"person_id": world.chair, "at": now}
    with database.begin() as tx:
        assert passages.latest(tx, world.campaign, "narrative") == {}
        assert passages.write(tx, world.campaign, "care", "narrative", ["Một.", "Hai."], **by) == 1
        assert passages.write(tx, world.campaign, "care", "narrative", ["Ba."], **by) == 2
        assert passages.write(tx, world.campaign, "rights", "narrative", ["Bốn."], **by) == 1
        assert (
            passages.write(tx, world.campaign, "care", "kept", ["Trong Word: {visits@2023-10}."], **by) == 1
        )
        found = passages.latest(tx, world.campaign, "narrative")
        assert {s: p.paragraphs for s, p in found.items()} == {"care": ("Ba.",), "rights": ("Bốn.",)}
        assert (found["care"].version, found["care"].person_id, found["care"].at) == (2, world.chair, now)
        assert passages.write(tx, world.campaign, "care", "narrative", [], **by) == 3
        assert set(passages.latest(tx, world.campaign, "narrative")) == {"rights"}
        assert set(passages.latest(tx, world.campaign, "kept")) == {"care"}
        old = passages.versions(tx, world.campaign, "narrative")
        assert [(p.section, p.version) for p in old] == [("care", 1), ("care", 2), ("care", 3), ("rights", 1)]


def test_two_who_write_one_section_each_get_a_version(
    database: Database, world: World, now: datetime
) -> None:
    def write() -> int:
        with database.begin() as tx:
            return passages.write(
                tx, world.campaign, "other", "narrative", ["x"], person_id=world.chair, at=now
            )

    assert sorted(together(*[write] * 4)) == [1, 2, 3, 4]


def test_lines_are_kept_in_order_and_leave_without_moving_the_others(
    database: Database, world: World, now: datetime
) -> None:
    by: dict[str, Any] = {"person_id": world.chair, "at": now}
    award = {"giver": "LĐLĐ tỉnh", "tap_the": 34, "other": [["học sinh", 217]]}
    with database.begin() as tx:
        first, second = list_items.add_many(tx, world.campaign, "plans", [("Một", {}), ("Hai", {})], **by)
        [third] = list_items.add_many(tx, world.campaign, "plans", [("Ba", {})], **by)
        list_items.add_many(tx, world.campaign, "awards", [("Bằng khen", award)], **by)
        assert list_items.remove(tx, second, now) is True
        assert list_items.remove(tx, second, now) is False
        [fourth] = list_items.add_many(tx, world.campaign, "plans", [("Bốn", {})], **by)
        plans = list_items.of_list(tx, world.campaign, "plans")
        assert [(i.id, i.text, i.position) for i in plans] == [
            (first, "Một", 1),
            (third, "Ba", 3),
            (fourth, "Bốn", 4),
        ]
        found = list_items.of_campaign(tx, world.campaign)
        assert {name: len(items) for name, items in found.items()} == {"awards": 1, "plans": 3}
        assert found["awards"][0].fields == award
        assert list_items.add_many(tx, world.campaign, "tasks", [], **by) == []


def test_waiting_lines_join_their_list_when_confirmed(
    database: Database, world: World, now: datetime
) -> None:
    with database.begin() as tx:
        ids = list_items.add_many(
            tx, world.campaign, "plans", [("a", {}), ("b", {})], person_id=None, at=now, waiting=True
        )
        assert list_items.of_campaign(tx, world.campaign) == {}
        assert [item.text for item in list_items.some(tx, ids)] == ["a", "b"]
        list_items.rewrite(tx, ids[0], "letters", "c", {"x": 1})
        assert list_items.confirm(tx, ids[:1]) == 1
        assert list_items.confirm(tx, ids[:1]) == 0
        found = list_items.of_campaign(tx, world.campaign)
        assert {n: [(i.text, i.fields) for i in items] for n, items in found.items()} == {
            "letters": [("c", {"x": 1})]
        }
        assert (list_items.some(tx, []), list_items.confirm(tx, [])) == ([], 0)


def test_what_became_of_a_planned_task(database: Database, world: World, now: datetime) -> None:
    with database.begin() as tx:
        one, two = list_items.add_many(
            tx, world.campaign, "tasks", [("Một", {}), ("Hai", {})], person_id=None, at=now
        )
        assert list_items.set_outcome(tx, one, "moved") is True
        list_items.remove(tx, two, now)
        assert list_items.set_outcome(tx, two, "done") is False
        assert [(i.text, i.outcome) for i in list_items.of_list(tx, world.campaign, "tasks")] == [
            ("Một", "moved")
        ]


def test_the_newest_override_of_a_figure_counts(database: Database, world: World, now: datetime) -> None:
    by: dict[str, Any] = {"person_id": world.chair, "at": now}
    admitted, awards = "members_admitted@2023-10", "awards_province@2023-10"
    with database.begin() as tx:
        overrides.write(tx, world.campaign, Override(admitted, 64, "một phiếu gửi giấy"), **by)
        overrides.write(tx, world.campaign, Override(awards, Pair(1, 2), "đếm lại"), **by)
        overrides.write(tx, world.campaign, Override(admitted, Decimal("65.5"), "hai phiếu"), **by)
        found = overrides.standing(tx, world.campaign)
        assert {tag: w.override.value for tag, w in found.items()} == {
            admitted: Decimal("65.5"),
            awards: Pair(1, 2),
        }
        taken_back = Override(awards, Pair(1, 2), "đơn vị đã sửa")
        overrides.write(tx, world.campaign, taken_back, withdrawn=True, **by)
        assert set(overrides.standing(tx, world.campaign)) == {admitted}
        assert [w.withdrawn for w in overrides.history(tx, world.campaign)] == [False, False, False, True]
