"""Ills that are not deaths: a full disk, clocks that jump, updates twice, late and reordered, a poisonous message."""

import json
import time
import urllib.request
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.channels.telegram_web import PATH, SECRET
from bot.clock import ZONE
from storage import tables
from tests.faults.audit import Counts, audit
from tests.faults.phones import Talk, chairs_talks, talk
from tests.faults.place import Town, free_port
from tests.faults.victim import WEBHOOK_SECRET

MakeTown = Callable[..., Town]
Count = Callable[[Counts], dict[str, int]]
CHAIRS = 4
MANY = 60
DATABASES = ("sqlite", "postgresql")
HALF = 5  # lines of a talk
LONG = "Thăm hỏi đoàn viên ốm đau, tặng quà gia đình khó khăn. " * 60  # fills a page of the file


def _half(talks: list[Talk]) -> list[Talk]:
    """The same people, up to the middle of what they say; go on with the whole afterwards."""
    return [Talk(one.who, one.lines[:HALF], one.figures) for one in talks]


def _rest(halves: list[Talk], talks: list[Talk]) -> list[Talk]:
    for half, whole in zip(halves, talks, strict=True):
        whole.said, whole.seen = half.said, half.seen
    return talks


def test_disk_full(tmp_path: Path, make_town: MakeTown, count: Count) -> None:
    """What does not fit is not acknowledged, and comes again; nothing of it is held against the message."""
    town = make_town("sqlite")
    full = tmp_path / "full"
    talks = chairs_talks(town, CHAIRS)
    for one in talks:
        one.lines = [*one.lines[:-3], LONG, *one.lines[-2:]]
    town.start(webhook=True, full=full)
    halves = _half(talks)
    talk(town, halves)
    full.touch()
    _rest(halves, talks)
    courier, updates = town.fake._target.courier, town.fake._target.updates

    def refused() -> int:
        for one in talks:
            one.go_on()
        return sum(status == 503 for _, status in courier.attempts)

    town.until(lambda: town.fake.run(refused) >= 2, "503")
    taken = {u for u, status in town.fake.run(lambda: list(courier.attempts)) if status == 200}
    waiting = town.fake.run(lambda: set(updates.pending))
    assert waiting and not waiting & taken
    with town.database.read() as tx:
        stored = {int(u) for (u,) in tx.execute(select(tables.inbox.c.update_id))}
    assert not stored & waiting
    full.unlink()
    town.fake.redeliver_all()
    talk(town, talks)
    town.until(town.drained, "rest")
    counts = audit(town, talks)
    assert count(counts) == {}
    assert counts.receipts == CHAIRS
    assert _attempts(town) == {0}


def _attempts(town: Town) -> set[int]:
    with town.database.read() as tx:
        return set(tx.execute(select(tables.inbox.c.attempts)).scalars())


@pytest.mark.parametrize("kind", DATABASES)
def test_clock_jumps(kind: str, make_town: MakeTown, count: Count) -> None:
    """Forward over reminders, back before them, forward past the lock: every slot once, nothing said twice."""
    town = make_town(kind)
    talks = chairs_talks(town, CHAIRS)
    town.start(tick=0.3)
    talk(town, talks)
    town.until(town.drained, "rest")
    for to in ("10-14 10:00", "10-13 09:00", "10-16 09:00", "10-12 12:00", "10-24 09:00"):
        town.at(datetime.strptime(f"2023-{to}", "%Y-%m-%d %H:%M").replace(tzinfo=ZONE))
        before = _ticks(town)
        town.until(lambda before=before: _ticks(town) >= before + 2, "a tick")
    town.until(town.drained, "rest")
    counts = audit(town, talks)
    assert count(counts) == {}
    with town.database.read() as tx:
        keys = list(
            tx.execute(select(tables.slots.c.key).where(tables.slots.c.key.like("2023-10/%"))).scalars()
        )
    assert len(keys) == len(set(keys)) and any("/lock/" in key for key in keys)


def _ticks(town: Town) -> int:
    """How many ticks the program has done: its children tell with a line each."""
    return town.log.read_text("utf8").count("ticked")


@pytest.mark.parametrize("kind", DATABASES)
def test_updates_twice_late_and_reordered(kind: str, make_town: MakeTown, count: Count) -> None:
    """Each round of lines arrives in reverse; all that ever came comes once more, at once and at the end."""
    town = make_town(kind)
    fake, talks = town.fake, chairs_talks(town, CHAIRS)
    town.start(webhook=True)
    made = fake._target.updates.made
    town.until(lambda: all(one.who.chat.messages for one in talks), "the prompts")
    for number in range(len(talks[0].lines)):
        fake.hold()
        fake.run(lambda: [one.go_on() for one in talks])
        fake.let_go()
        for update in list(made)[-CHAIRS:]:
            fake.duplicate(update)
        town.until(lambda: fake.run(lambda: all(one._answered() for one in talks)), f"answer {number}")
    for update in reversed(list(made)):
        fake.duplicate(update)
    town.until(town.drained, "rest")
    counts = audit(town, talks)
    assert count(counts) == {}
    assert (counts.receipts, counts.messages_twice) == (CHAIRS, 0)
    assert sum(status == 200 for _, status in fake._target.courier.attempts) == 3 * len(made)


@pytest.mark.parametrize("kind", DATABASES)
def test_poison(kind: str, make_town: MakeTown, count: Count) -> None:
    """It is tried three times and put aside; its sender is told and goes on, the others never notice."""
    town = make_town(kind)
    talks = chairs_talks(town, CHAIRS)
    ill = talks[0]
    ill.lines = [*ill.lines[:3], "thuốc độc", *ill.lines[3:]]
    town.start(poison="thuốc độc")
    talk(town, talks)
    town.until(town.drained, "rest")
    counts = audit(town, talks)
    assert count(counts) == {"parked": 1}
    assert counts.receipts == CHAIRS
    with town.database.read() as tx:
        i = tables.inbox.c
        rows = tx.execute(select(i.address, i.attempts).where(i.state == "parked"))
        assert [tuple(row) for row in rows] == [(str(ill.who.id), 3)]
        tasks = tx.execute(select(tables.office_tasks.c.kind)).scalars().all()
    assert tasks.count("parked") == 1
    told = [m for m in ill.who.chat.messages.values() if "chưa xử lý được" in m.get("text", "")]
    assert len(told) == 1


# --- several programs ---------------------------------------------------------------------------------------


def test_leader_dies_while_sending(make_town: MakeTown, count: Count) -> None:
    """Two replicas on PostgreSQL, the vendor's pace: the other one sends the rest within ten seconds."""
    town = make_town("postgresql", MANY)
    fake = town.fake._target
    leader = town.start(gap=1.02, try_every=2.0)
    town.until(lambda: fake.sent_total > 0, "the first prompt")
    town.start(gap=1.02, try_every=2.0, port=free_port())
    town.until(lambda: fake.sent_total >= MANY // 3, "a third of the prompts")
    town.kill(leader)
    died, sent = time.monotonic(), fake.sent_total
    town.until(lambda: fake.sent_total > sent + 1, "the other one sends", patience=10)
    assert time.monotonic() - died < 10
    town.until(town.drained, "rest")
    counts = audit(town)
    assert count(counts) == {}
    assert counts.messages_twice <= 29  # of a second's messages, those that were not marked
    assert all(len(one.chat.messages) >= 1 for one in town.holders("chair"))


def test_both_replicas_take_updates(make_town: MakeTown, count: Count) -> None:
    """Whichever is posted to; what both are given is handled once."""
    town = make_town("postgresql")
    fake, talks = town.fake, chairs_talks(town, CHAIRS)
    town.start(webhook=True)
    town.until(lambda: all(one.who.chat.messages for one in talks), "the prompts")
    other = free_port()
    town.start(webhook=True, port=other)
    town.until(lambda: _posted(other, {"update_id": 1, "poll": {}}) == 200, "the other one listens")
    updates = fake._target.updates
    for number in range(len(talks[0].lines)):
        fake.hold()
        fake.run(lambda: [one.go_on() for one in talks])
        held, updates.held = updates.held, None
        for turn, pending in enumerate(held):
            ports = {
                0: [town.orders.port],
                1: [other],
                2: [town.orders.port, other],
                3: [other, town.orders.port],
            }
            assert [_posted(port, pending.update) for port in ports[turn]] == [200] * len(ports[turn])
        town.until(lambda: fake.run(lambda: all(one._answered() for one in talks)), f"answer {number}")
    town.until(town.drained, "rest")
    counts = audit(town, talks)
    assert count(counts) == {}
    assert (counts.receipts, counts.messages_twice) == (CHAIRS, 0)


def _posted(port: int, update: dict[str, Any]) -> int:
    body = json.dumps(update).encode()
    headers = {SECRET: WEBHOOK_SECRET, "Content-Type": "application/json"}
    request = urllib.request.Request(f"http://127.0.0.1:{port}{PATH}", body, headers)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return int(answer.status)
    except OSError:
        return 0


def test_a_second_program_on_the_same_file(make_town: MakeTown, count: Count) -> None:
    """It neither ticks, polls nor sends; when the first one dies it does."""
    town = make_town("sqlite")
    talks = chairs_talks(town, CHAIRS)
    first = town.start()
    town.until(lambda: all(one.who.chat.messages for one in talks), "the prompts")
    log = town.folder / "second"
    town.start(port=free_port(), log=log)
    town.until(lambda: log.exists() and "http://" in log.read_text("utf8"), "the second one")
    halves = _half(talks)
    talk(town, halves)
    town.until(town.drained, "rest")
    assert "leading" not in log.read_text("utf8") and "ticked" not in log.read_text("utf8")
    assert not [call for call in town.fake._target.calls if call.outcome.startswith("409")]
    town.kill(first)
    talk(town, _rest(halves, talks))
    town.until(town.drained, "rest")
    assert "leading" in log.read_text("utf8")
    counts = audit(town, talks)
    assert count(counts) == {}
    assert counts.receipts == CHAIRS
