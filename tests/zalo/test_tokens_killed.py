"""The grant when programs die or meet: changed by one at a time, kept before it is used."""

import asyncio
import signal
import subprocess
import sys
from typing import Any

import pytest

from bot.channels.base import SendError
from bot.channels.zalo.tokens import GrantDead
from storage.database import Database
from tests.fakes.zalo.clock import HOUR, MINUTE
from tests.fakes.zalo.oa import FakeOA
from tests.fakes.zalo.tokens import challenge_of
from tests.zalo.grants import OAUTH, ROOT, Make, kept, later, opened
from tests.zalo.grants import granted as granted
from tests.zalo.grants import make as make
from tests.zalo.grants import url as url
from tests.zalo.place import SameClock

# --- crashes ------------------------------------------------------------------------------------------------


def killed(url: str, oa: FakeOA, step: str) -> None:
    """Another program changes the grant and is killed at a step."""
    moment = SameClock(oa).now().isoformat()
    command = [sys.executable, "-m", "tests.zalo.rotation", url, oa.oauth, step, moment]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == -signal.SIGKILL, done.stderr[-800:]


async def test_killed_before_zalo_was_asked_nothing_is_lost(
    url: str, database: Database, make: Make, oa: FakeOA, granted: str
) -> None:
    later(oa, 21 * HOUR)
    before = opened(database)
    await asyncio.to_thread(killed, url, oa, "held")
    assert opened(database) == before and oa.tokens.refreshes == 1
    assert await make().access() == granted  # who was killed is believed to be at it
    later(oa, 3 * MINUTE)
    token = await make().access()
    assert token != granted and oa.tokens.refreshes == 2 and kept(database).dead_since is None


async def test_killed_before_the_new_pair_was_kept_the_old_token_serves_until_somebody_mends_it(
    url: str, database: Database, make: Make, oa: FakeOA, granted: str
) -> None:
    later(oa, 21 * HOUR)
    await asyncio.to_thread(killed, url, oa, "answered")
    assert oa.tokens.refreshes == 2
    later(oa, 3 * MINUTE)
    tokens = make()
    assert await tokens.access() == granted
    oa.tokens.check(granted)
    assert kept(database).dead_since is not None and tokens.died == [1]  # type: ignore[attr-defined]
    later(oa, 5 * HOUR)
    with pytest.raises(GrantDead):
        await tokens.access()
    await make().authorize(oa.issue_code(challenge_of("v" * 43)), "v" * 43)
    oa.tokens.check(await tokens.access())  # seen by who runs, at once


async def test_killed_after_it_was_kept_the_next_program_goes_on_with_it(
    url: str, database: Database, make: Make, oa: FakeOA, granted: str
) -> None:
    later(oa, 21 * HOUR)
    await asyncio.to_thread(killed, url, oa, "kept")
    token = await make().access()
    assert token == opened(database)[0] != granted and oa.tokens.refreshes == 2
    oa.tokens.check(token)
    later(oa, 21 * HOUR)
    oa.tokens.check(await make().access())
    assert oa.tokens.refreshes == 3


@pytest.mark.parametrize("fault", ["drop_after", "hang_after", "html502_after"])
async def test_an_answer_lost_after_the_change_is_found_out_and_said(
    database: Database, make: Make, oa: FakeOA, granted: str, fault: str
) -> None:
    later(oa, 21 * HOUR)
    oa.fail(OAUTH, fault)
    tokens = make()
    assert await tokens.access() == granted and kept(database).dead_since is None
    assert await tokens.access() == granted and kept(database).dead_since is not None
    assert tokens.died == [1]  # type: ignore[attr-defined]


async def test_a_program_that_ends_meanwhile_keeps_the_pair_first(
    database: Database, make: Make, oa: FakeOA, granted: str
) -> None:
    later(oa, 21 * HOUR)
    ending = False

    async def run(work: Any, *arguments: Any) -> Any:
        if ending:
            raise RuntimeError("cannot schedule new futures after shutdown")
        return work(*arguments)

    tokens = make(run=run)
    asking = asyncio.Event()
    ask = tokens._ask

    async def slowly(fields: dict[str, str]) -> dict[str, Any]:
        answer = await ask(fields)
        asking.set()
        await asyncio.sleep(0)
        return answer

    tokens._ask = slowly  # type: ignore[method-assign]
    task = asyncio.ensure_future(tokens.access())
    await asking.wait()
    ending = True
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await tokens.settle()
    token = opened(database)[0]
    assert token != granted
    oa.tokens.check(token)


# --- two at once --------------------------------------------------------------------------------------------


async def test_two_programs_at_once_change_it_once(
    database: Database, make: Make, oa: FakeOA, granted: str
) -> None:
    later(oa, 21 * HOUR)
    programs = [make(run=asyncio.to_thread) for _ in range(4)]
    found = await asyncio.gather(*(one.access() for one in programs for _ in range(5)))
    assert oa.tokens.refreshes == 2
    assert set(found) <= {granted, opened(database)[0]}
    later(oa, 2 * MINUTE)
    assert {await one.access() for one in programs} == {opened(database)[0]}
    assert oa.tokens.refreshes == 2


async def test_two_programs_begin_with_the_settings_token_at_once(
    database: Database, make: Make, oa: FakeOA
) -> None:
    first, done = oa.grant().refresh, asyncio.Event()

    async def run(work: Any, *arguments: Any) -> Any:
        end = await asyncio.to_thread(work, *arguments)
        if work.__name__ == "_put":
            done.set()
        return end

    async def wait(seconds: float) -> None:
        await asyncio.wait_for(done.wait(), 10)

    programs = [make(run=run, first_refresh=first, sleep=wait) for _ in range(3)]
    found = await asyncio.gather(*(one.access() for one in programs))
    assert set(found) == {opened(database)[0]} and oa.tokens.refreshes == 1


async def test_a_token_refused_at_many_calls_is_changed_once(make: Make, oa: FakeOA, granted: str) -> None:
    later(oa, HOUR)
    tokens = make()
    found = await asyncio.gather(*(tokens.access(refused=granted) for _ in range(20)))
    assert len(set(found)) == 1 and oa.tokens.refreshes == 2


async def test_who_is_refused_late_does_not_kill_the_grant_that_was_given_meanwhile(
    database: Database, make: Make, oa: FakeOA, granted: str
) -> None:
    later(oa, 30 * HOUR)
    oa.tokens.revoke()
    slow = make()
    ask = slow._ask

    async def meanwhile(fields: dict[str, str]) -> dict[str, Any]:
        answer = await ask(fields)
        await make().authorize(oa.issue_code(), "")
        return answer

    slow._ask = meanwhile  # type: ignore[method-assign]
    with pytest.raises(SendError):
        await slow.access()
    assert kept(database).dead_since is None
    oa.tokens.check(await slow.access())
