"""Where people prefer to be written to, whether they agree to it, what was only announced, and what it cost."""

from dataclasses import replace
from datetime import timedelta

from storage.database import Database, Tx
from storage.queries import outbox, people, reach
from storage.queries.outbox import Draft, Rung
from tests.storage.world import START, World

HOUR = timedelta(hours=1)
NOTICE = {"kind": "news", "facts": {"about": "Tin"}}


def _queue(tx: Tx, world: World, text: str, **more: object) -> int:
    row = Draft("zalo_oa", "z7", world.chair, text, [], [], START, lane=outbox.NOTICE)
    return outbox.queue(tx, [replace(row, **more)], START)[0]  # type: ignore[arg-type]


def test_the_preferred_address_is_written_to(database: Database, world: World) -> None:
    with database.begin() as tx:
        people.link(tx, world.chair, "zalo_oa", "z7", START - HOUR)
        assert [c.channel for c in people.addresses(tx, world.chair)] == ["zalo_oa", "telegram"]
        reach.prefer(tx, world.chair, "zalo_oa", "z7", START)
        people.touch(tx, "telegram", "7", START + HOUR)
        found = people.contact_of(tx, world.chair)
        assert found is not None and found.channel == "zalo_oa"
        assert found.name == people.get(tx, world.chair).name
        reach.prefer(tx, world.chair, "telegram", "7", START)
        found = people.contact_of(tx, world.chair)
        assert found is not None and found.channel == "telegram"
        people.block(tx, "telegram", "7", START + 2 * HOUR)
        found = people.contact_of(tx, world.chair)
        assert found is not None and found.channel == "zalo_oa"


def test_who_opts_out_gets_nothing_unasked(database: Database, world: World) -> None:
    with database.begin() as tx:
        people.link(tx, world.chair, "zalo_oa", "z7", START)
        waiting, reply = _queue(tx, world, "Nhắc"), _queue(tx, world, "Đây", lane=outbox.REPLY)
        assert reach.opt_out(tx, world.chair, START) is True
        assert reach.opt_out(tx, world.chair, START) is False
        assert reach.has_opted_out(tx, world.chair)
        assert people.contacts(tx, [world.chair], willing=True) == {}
        assert people.contact_of(tx, world.chair) is not None
        states = [row.state for row in (outbox.get(tx, waiting), outbox.get(tx, reply)) if row]
        assert states == ["dropped", "queued"]
        assert reach.agreed_at(tx, "zalo_oa", "z7") is None
        assert reach.consent(tx, world.chair, START + HOUR) is True
        assert reach.consent(tx, world.chair, START + 2 * HOUR) is False
        assert reach.agreed_at(tx, "zalo_oa", "z7") == START + HOUR
        assert set(people.contacts(tx, [world.chair], willing=True)) == {world.chair}
        people.link(tx, world.chair, "zalo_oa", "z7", START + 3 * HOUR)
        assert reach.agreed_at(tx, "zalo_oa", "z7") is None


def test_what_was_only_announced_and_its_pieces(database: Database, world: World) -> None:
    with database.begin() as tx:
        head = _queue(tx, world, "Phần đầu")
        last = _queue(tx, world, "Phần cuối", notice=NOTICE)
        free = _queue(tx, world, "Đủ", notice=NOTICE)
        outbox.failed(tx, head, "no way", None)
        outbox.sent(tx, [(last, "a"), (free, "b")], START + HOUR)
        outbox.on_rungs(tx, {last: Rung("template_uid", 165), free: Rung("free", 0)})
        assert [row.id for row in reach.announced(tx, "zalo_oa", "z7", START - HOUR)] == [head, last]
        assert reach.announced(tx, "zalo_oa", "z7", START + 2 * HOUR) == []
        assert reach.announced(tx, "telegram", "7", START) == []
        row = outbox.get(tx, last)
        assert row is not None and [piece.id for piece in reach.earlier_pieces(tx, row)] == [head]


def test_what_a_month_cost(database: Database, world: World) -> None:
    with database.begin() as tx:
        ids = [_queue(tx, world, f"Tin {n}") for n in range(4)]
        outbox.sent(tx, [(one, f"m{one}") for one in ids], START + HOUR)
        rungs = ("free", "template_uid", "template_uid", "template_phone")
        prices = (0, 165, 165, 300)
        pairs = zip(ids, rungs, prices, strict=True)
        outbox.on_rungs(tx, {one: Rung(name, cost) for one, name, cost in pairs})
        found = {one.rung: (one.count, one.cost) for one in reach.spent(tx, START, START + 2 * HOUR)}
        assert found == {"free": (1, 0), "template_uid": (2, 330), "template_phone": (1, 300)}
        assert reach.spent(tx, START, START + HOUR) == []


def test_what_waits_for_an_address_in_order(database: Database, world: World) -> None:
    with database.begin() as tx:
        notice, reply = _queue(tx, world, "Nhắc"), _queue(tx, world, "Đây", lane=outbox.REPLY)
        assert [row.id for row in reach.waiting(tx, "zalo_oa", "z7")] == [reply, notice]
        assert reach.waiting(tx, "telegram", "7") == []
