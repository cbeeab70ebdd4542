"""The grant in its usual course: refresh tokens that work once, errors that never replace a pair, authorizing."""

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from bot.channels.base import SendError
from bot.channels.zalo.tokens import CodeRefused, GrantDead, read_pair
from storage.database import Database
from tests.fakes.zalo.clock import DAY, HOUR, MINUTE
from tests.fakes.zalo.oa import FakeOA
from tests.fakes.zalo.tokens import challenge_of
from tests.zalo.grants import OAUTH, Make, kept, later, opened
from tests.zalo.grants import granted as granted
from tests.zalo.grants import make as make
from tests.zalo.grants import url as url
from tests.zalo.place import SameClock

# --- the usual course ---------------------------------------------------------------------------------------


async def test_a_token_serves_for_twenty_hours_and_then_another(make: Make, oa: FakeOA, granted: str) -> None:
    tokens = make()
    for _ in range(19):
        later(oa, HOUR)
        assert await tokens.access() == granted
    later(oa, HOUR + MINUTE)
    second = await tokens.access()
    assert second != granted and oa.tokens.refreshes == 2
    oa.tokens.check(second)


async def test_the_string_of_seconds_is_read(database: Database, oa: FakeOA, granted: str) -> None:
    assert kept(database).access_until - kept(database).refreshed_at == timedelta(seconds=90000)


async def test_a_token_that_ended_while_we_were_off_is_never_used(
    make: Make, oa: FakeOA, granted: str
) -> None:
    later(oa, 40 * HOUR)
    token = await make().access()
    assert token != granted
    oa.tokens.check(token)


async def test_a_hundred_days_of_nothing_kill_the_grant(make: Make, oa: FakeOA, granted: str) -> None:
    later(oa, 100 * DAY)
    tokens = make()
    with pytest.raises(GrantDead):
        await tokens.access()
    assert tokens.died == [1]  # type: ignore[attr-defined]


async def test_the_token_of_the_settings_is_used_once_whatever_they_go_on_saying(
    make: Make, oa: FakeOA
) -> None:
    first = oa.grant().refresh
    for _ in range(5):
        await make(first_refresh=first).access()
        later(oa, 21 * HOUR)
    assert oa.tokens.refreshes == 5
    oa.tokens.revoke()
    later(oa, 21 * HOUR)
    with pytest.raises(GrantDead):
        await make(first_refresh=first).access()
    asked = len(oa.calls)
    with pytest.raises(GrantDead):
        await make(first_refresh=first).access()
    assert len(oa.calls) == asked  # it is known to be dead; nobody is asked again
    await make(first_refresh=oa.grant().refresh).access()  # another token in the settings mends it


async def test_without_any_grant_it_is_dead_and_nobody_is_asked(make: Make, oa: FakeOA) -> None:
    with pytest.raises(GrantDead):
        await make().access()
    assert oa.calls == []


# --- errors -------------------------------------------------------------------------------------------------

WRONG: list[Any] = [
    {"error": -14014, "error_name": "Invalid refresh token"},
    {"error": "-14014", "error_description": "x"},
    {"error": 0, "message": "Success"},
    {"access_token": "a", "expires_in": "90000"},
    {"refresh_token": "a", "expires_in": "90000"},
    {"access_token": "", "refresh_token": "r", "expires_in": "90000"},
    {"access_token": "a", "refresh_token": None, "expires_in": "90000"},
    {"access_token": "a", "refresh_token": "r"},
    {"access_token": "a", "refresh_token": "r", "expires_in": "x"},
    {"access_token": "a", "refresh_token": "r", "expires_in": "0"},
    {"access_token": 5, "refresh_token": "r", "expires_in": "90000"},
    {"error_name": "x", "data": {"access_token": "a"}},
]


@pytest.mark.parametrize("answer", WRONG)
def test_what_is_no_pair_is_none(answer: Any) -> None:
    assert read_pair(answer) is None


@pytest.mark.parametrize("fault", [-14014, -118, -14001, -32, "html502", "garbage", "drop", "hang"])
async def test_an_error_never_overwrites_a_good_pair(
    database: Database, make: Make, oa: FakeOA, granted: str, fault: Any
) -> None:
    before = opened(database)
    later(oa, 21 * HOUR)
    oa.fail(OAUTH, fault)
    assert await make().access() == granted  # old, and still good for hours
    assert opened(database) == before
    assert (kept(database).dead_since is not None) == (fault in (-14014, -118))


@pytest.mark.parametrize("fault", ["html502", "drop", "hang", "garbage", -32])
async def test_what_was_only_not_reached_is_tried_again(
    make: Make, oa: FakeOA, granted: str, fault: Any
) -> None:
    later(oa, 30 * HOUR)
    oa.fail(OAUTH, fault)
    with pytest.raises(SendError) as raised:
        await make().access()
    assert raised.value.retryable and not raised.value.unknown
    later(oa, 5)
    oa.tokens.check(await make().access())


@pytest.mark.parametrize("quoted", [False, True])
async def test_a_grant_withdrawn_is_dead_once_and_said_once(
    database: Database, make: Make, oa: FakeOA, granted: str, quoted: bool
) -> None:
    oa.tokens.quoted_errors = quoted
    oa.tokens.revoke()
    later(oa, HOUR)
    first, second = make(), make()
    for tokens in (first, second, first):
        with pytest.raises(GrantDead) as raised:
            await tokens.access(refused=granted)
        assert raised.value.everybody and raised.value.wait
    assert first.died + second.died == [1]  # type: ignore[attr-defined]
    assert len([call for call in oa.calls if call.path == OAUTH]) == 2


async def test_while_the_database_is_away_a_new_pair_is_not_forgotten(
    database: Database, make: Make, oa: FakeOA, granted: str
) -> None:
    later(oa, 21 * HOUR)
    failures = 3

    async def run(work: Any, *arguments: Any) -> Any:
        nonlocal failures
        if work.__name__ == "_put" and failures:
            failures -= 1
            raise OperationalError("UPDATE", {}, Exception("away"))
        return work(*arguments)

    token = await make(run=run).access()
    assert failures == 0 and opened(database)[0] == token != granted


# --- authorizing, and what is kept --------------------------------------------------------------------------


async def test_authorizing_needs_the_right_code_and_verifier(
    database: Database, make: Make, oa: FakeOA, granted: str
) -> None:
    before = opened(database)
    verifier = "v" * 43
    for code, given in (("nonsense", verifier), (oa.issue_code(challenge_of(verifier)), "w" * 43)):
        with pytest.raises(CodeRefused):
            await make().authorize(code, given)
    assert opened(database) == before
    until = await make().authorize(oa.issue_code(challenge_of(verifier)), verifier)
    assert until - SameClock(oa).now() == timedelta(days=90)
    assert opened(database) != before and kept(database).dead_since is None


async def test_a_running_program_sees_a_new_grant_within_a_minute(
    make: Make, oa: FakeOA, granted: str
) -> None:
    serving = make()
    assert await serving.access() == granted
    await make().authorize(oa.issue_code(), "")
    later(oa, 61)
    token = await serving.access()
    assert token != granted and oa.tokens.refreshes == 1
    oa.tokens.check(token)


async def test_nothing_lies_in_clear_in_the_database_or_the_logs(
    url: str, database: Database, make: Make, oa: FakeOA, logs: io.StringIO
) -> None:
    first = oa.grant().refresh
    secrets = {first, oa.app_secret}
    tokens = make(first_refresh=first)
    for _ in range(3):
        secrets |= {await tokens.access(), *opened(database)}
        later(oa, 21 * HOUR)
    oa.fail(OAUTH, "drop")
    await tokens.access()
    oa.tokens.revoke()
    later(oa, 30 * HOUR)
    with pytest.raises(GrantDead):
        await tokens.access()
    row = repr(kept(database))
    assert "grant_refused" in logs.getvalue() and "grant_refreshed" in logs.getvalue()
    if database.dialect == "sqlite":
        files = [Path(url.removeprefix("sqlite:///") + end) for end in ("", "-wal")]
        row += "".join(file.read_bytes().decode("latin-1") for file in files if file.exists())
    for secret in secrets:
        assert secret not in row and secret not in logs.getvalue()
