"""A dead grant reaches administrators on every messenger they have; a signature that fits otherwise is kept."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import select

from bot.channels.zalo.tokens import CHANNEL, GrantDead
from bot.messenger_zalo_oa import MISFIT
from bot.metrics import Metrics
from bot.runtime import Runtime
from bot.work.watch import Watch
from handlers.messages import Capabilities
from storage.database import Database
from storage.queries import facts, people
from storage.tables import outbox
from tests.fakes.zalo.oa import FakeOA
from tests.zalo.place import Post, at_once

HOUR = 3600.0


class Guard:
    """A program that leads and watches; its administrators have Telegram and Zalo, or Zalo alone."""

    def __init__(self, post: Post) -> None:
        self.post, self.messenger = post, post.messenger
        able = {CHANNEL: post.channel.capabilities, "telegram": Capabilities()}
        self.world = replace(post.outcomes.world, channels=able)
        runtime = Runtime(post.database, self.world, {}, post.clock, Metrics())
        self.watch = Watch(runtime, at_once)
        engine: Any = SimpleNamespace(watch=self.watch, receiver=None, leader=None)
        self.messenger.join(engine)
        with post.database.begin() as tx:
            for name, addresses in (
                ("Hai Nơi", {"telegram": "7", CHANNEL: "9"}),
                ("Một Nơi", {CHANNEL: "8"}),
            ):
                admin = people.add(tx, name)
                people.add_membership(tx, admin, post.unit, "admin", post.clock.now())
                for channel, address in addresses.items():
                    people.link(tx, admin, channel, address, post.clock.now())

    async def told(self, hours: float = 0.0) -> list[tuple[str, str]]:
        """Time goes by; the new rows as (channel, address), and whether they say what to do."""
        self.post.oa.now.advance(hours * HOUR)  # type: ignore[attr-defined]
        before = len(self._rows())
        await self.watch.look(True)
        self.texts = [row.text for row in self._rows()[before:]]
        return sorted((row.channel, row.address) for row in self._rows()[before:])

    def _rows(self) -> list[Any]:
        with self.post.database.read() as tx:
            return list(
                tx.execute(select(outbox.c.channel, outbox.c.address, outbox.c.text).order_by(outbox.c.id))
            )


@pytest.fixture
def guard(post: Post) -> Iterator[Guard]:
    yield Guard(post)


async def test_a_dying_grant_is_told_everywhere_while_it_can_be(guard: Guard, oa: FakeOA) -> None:
    tokens = guard.post.channel.tokens
    good = await tokens.access()
    assert await guard.told() == []
    oa.fail("access_token", "drop_after")  # the answer is lost: the next change is refused
    guard.post.oa.now.advance(21 * HOUR)  # type: ignore[attr-defined]
    assert [await tokens.access(), await tokens.access()] == [good, good]
    assert await guard.told() == [("telegram", "7"), (CHANNEL, "8"), (CHANNEL, "9")]
    assert all("baocao zalo authorize" in text for text in guard.texts)
    assert await guard.told(0.1) == []  # once an hour


async def test_a_dead_grant_is_told_by_the_other_messengers_and_mended(guard: Guard, oa: FakeOA) -> None:
    tokens = guard.post.channel.tokens
    good = await tokens.access()
    oa.tokens.revoke()
    guard.post.oa.now.advance(30 * HOUR)  # type: ignore[attr-defined]
    with pytest.raises(GrantDead):
        await tokens.access(refused=good)
    await guard.told()
    assert await guard.told(1.1) == [("telegram", "7")]
    assert "Zalo" in guard.texts[0] and "baocao zalo authorize" in guard.texts[0]
    await tokens.authorize(oa.issue_code(), "")
    await guard.told(0.2)
    assert any("nối lại" in text for text in guard.texts)
    await guard.told(2)
    assert not any("baocao zalo authorize" in text for text in guard.texts)


async def test_who_leads_learns_what_another_program_found_out(
    guard: Guard, database: Database, oa: FakeOA, tmp_path: Path
) -> None:
    tokens = guard.post.channel.tokens
    good = await tokens.access()
    tokens.on_dead = lambda: None  # it happened to a program that does not lead
    oa.tokens.revoke()
    guard.post.oa.now.advance(HOUR)  # type: ignore[attr-defined]
    with pytest.raises(GrantDead):
        await tokens.access(refused=good)
    assert ("telegram", "7") in await guard.told(0.2)


async def test_without_any_grant_it_is_told(guard: Guard) -> None:
    assert await guard.told() == [("telegram", "7")]


async def test_a_signature_that_fits_otherwise_is_kept_for_the_doctor(
    guard: Guard, database: Database
) -> None:
    for fits in ("account=oa secret=oa timestamp=body", "account=app secret=app timestamp=body"):
        await guard.messenger._misfit(fits)
        await guard.messenger._misfit("account=app secret=oa timestamp=header")  # within the same minute
        with database.read() as tx:
            kept = json.loads(facts.get(tx, MISFIT) or "")
        assert kept == {"at": guard.post.clock.now().isoformat(), "fits": fits}
        guard.post.oa.now.advance(61)  # type: ignore[attr-defined]
