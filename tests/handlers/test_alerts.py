"""What administrators are told: once an hour about one thing, on a messenger that works, and what to do."""

from datetime import timedelta
from typing import Any

import pytest

from handlers.alerts import alert
from handlers.parked import park_and_tell
from handlers.turn import Context
from storage.queries import inbox, people, units
from templates.render import MESSAGES
from tests.support.messengers import ABLE, NOW, PLAIN, Province

FACTS: dict[str, dict[str, Any]] = {
    "parked": {"inbox": 7},
    "messenger_unreachable": {"channel": "telegram", "since": NOW},
    "messenger_refused": {"channel": "telegram", "since": NOW},
    "messenger_conflict": {"channel": "telegram", "since": NOW},
    "messenger_grant_dying": {"channel": "zalo_oa", "since": NOW},
    "messenger_grant_dead": {"channel": "zalo_oa", "since": NOW},
    "messenger_back": {"channel": "telegram", "since": NOW, "until": NOW + timedelta(minutes=20)},
    "disk": {"free": "100,0 MB", "wanted": "500,0 MB"},
    "queue": {"queue": "inbox", "minutes": 12},
    "pdf": {"times": 2},
    "clock": {"channel": "telegram", "ahead": True, "seconds": 45},
    "quota_exceeded": {"channel": "zalo_bot"},
    "quota_messages": {"channel": "zalo_bot", "count": 2700, "limit": 3000},
    "quota_people": {"channel": "zalo_bot", "count": 45, "limit": 50},
}


def _alert(province: Province, key: str, after: int = 0, **more: Any) -> int | None:
    with province.database.begin() as tx:
        ctx = Context(tx, province.world, NOW + timedelta(minutes=after))
        return alert(ctx, key, **(FACTS[key] | more))


def test_every_alert_there_is_stands_here() -> None:
    assert {path.stem for path in (MESSAGES / "alerts").glob("*.j2")} == set(FACTS)


@pytest.mark.parametrize("key", sorted(FACTS))
def test_each_says_what_to_do_and_is_courteous(province: Province, key: str) -> None:
    province.link("Quản Trị", "LC", "admin", "9")
    assert _alert(province, key) == 1
    (row,) = province.queued()
    assert row.text.startswith("Báo quản trị: ")
    assert "Đề nghị đồng chí" in row.text or "đồng chí không cần" in row.text
    assert (row.address, row.lane) == ("9", 1)


def test_one_thing_is_told_once_an_hour(province: Province) -> None:
    province.link("Quản Trị", "LC", "admin", "9")
    told = [_alert(province, "disk", after) for after in (0, 1, 59, 60, 61, 119, 121)]
    assert told == [1, None, None, 1, None, None, 1]
    assert _alert(province, "queue", about="inbox") == 1
    assert _alert(province, "queue", about="outbox") == 1
    assert _alert(province, "queue", about="outbox") is None


def test_an_hour_is_not_the_clocks_hour(province: Province) -> None:
    province.link("Quản Trị", "LC", "admin", "9")
    assert _alert(province, "disk", 59) == 1
    assert _alert(province, "disk", 61) is None
    assert _alert(province, "disk", 118) is None
    assert _alert(province, "disk", 119) == 1


def test_another_messenger_carries_it_while_one_is_away(province: Province) -> None:
    admin = province.link("Quản Trị", "LC", "admin", "9", ABLE)
    assert _alert(province, "messenger_unreachable", without=ABLE) == 0
    with province.database.begin() as tx:
        people.link(tx, admin, PLAIN, "p9", NOW - timedelta(days=1))
    assert _alert(province, "messenger_unreachable", 61, without=ABLE) == 1
    assert [(row.channel, row.address) for row in province.queued()] == [(PLAIN, "p9")]


def test_without_an_administrator_nobody_is_told(province: Province) -> None:
    province.link("Văn Phòng", "LC", "office", "8")
    assert _alert(province, "disk") == 0
    assert province.queued() == []


def test_at_night_it_waits_for_the_morning(province: Province) -> None:
    province.link("Quản Trị", "LC", "admin", "9")
    with province.database.begin() as tx:
        night = NOW.replace(hour=23)
        alert(Context(tx, province.world, night), "disk", **FACTS["disk"])
    (row,) = province.queued()
    assert row.not_before == (night + timedelta(days=1)).replace(hour=7)


def test_a_parked_message_is_told_once_to_each(province: Province) -> None:
    both = province.link("Cả Hai", "LC", "office", "8")
    with province.database.begin() as tx:
        root = units.by_code(tx, "LC")
        assert root is not None
        people.add_membership(tx, both, root.id, "admin", NOW)
    province.link("Quản Trị", "LC", "admin", "9")
    with province.database.begin() as tx:
        inbox.store(tx, [inbox.RawUpdate(ABLE, "1", "5", "1", {})], NOW)
        (row,) = inbox.claim(tx, 1)
        park_and_tell(tx, province.world, row, NOW)
    told = {row.address: row.text for row in province.queued()}
    assert set(told) == {"5", "8", "9"}
    assert told["9"].startswith("Báo quản trị: ") and "chưa xử lý được" in told["8"]
