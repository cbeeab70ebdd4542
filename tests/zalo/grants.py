"""What the tests of the grant share: a program's keeper of it with an empty memory, and looks into the database."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.channels.zalo.api import ZaloApi
from bot.channels.zalo.tokens import CHANNEL, Tokens
from storage.database import Database
from storage.queries import grants
from storage.queries.grants import Grant
from storage.sealing import Sealer
from tests.fakes.zalo.oa import FakeOA
from tests.zalo.place import SECRET, SameClock, at_once

OAUTH = "/v4/oa/access_token"
Make = Callable[..., Tokens]
ROOT = Path(__file__).parents[2]


@pytest.fixture
async def make(database: Database, oa: FakeOA) -> AsyncIterator[Make]:
    """A program's keeper of the grant, each time with an empty memory; `dead` counts what it reports."""
    made: list[Tokens] = []

    async def sleep(seconds: float) -> None:
        oa.now.advance(seconds)  # type: ignore[attr-defined]
        await asyncio.sleep(0)

    def one(run: Any = at_once, **more: Any) -> Tokens:
        given = {"oauth": oa.oauth, "app_id": oa.app_id, "app_secret": oa.app_secret, "sleep": sleep, **more}
        tokens = Tokens(
            database, Sealer(SECRET), ZaloApi(aiohttp.ClientTimeout(total=2)), SameClock(oa), run, **given
        )
        tokens.died = []  # type: ignore[attr-defined]
        tokens.on_dead = lambda: tokens.died.append(1)  # type: ignore[attr-defined]
        made.append(tokens)
        return tokens

    yield one
    oa.clear_faults()
    for tokens in made:
        await tokens.settle()
        await tokens.api.close()


@pytest.fixture
async def granted(make: Make, oa: FakeOA) -> str:
    """A grant that was begun just now; its access token."""
    tokens = make(first_refresh=oa.grant().refresh)
    token = await tokens.access()
    oa.tokens.check(token)
    assert oa.tokens.refreshes == 1
    return token


def kept(database: Database) -> Grant:
    with database.read() as tx:
        found = grants.get(tx, CHANNEL)
    assert found is not None
    return found


def opened(database: Database) -> tuple[str, str]:
    grant, sealer = kept(database), Sealer(SECRET)
    return sealer.open(grant.sealed_access), sealer.open(grant.sealed_refresh)


def later(oa: FakeOA, seconds: float) -> None:
    oa.now.advance(seconds)  # type: ignore[attr-defined]


@pytest.fixture
def url(request: pytest.FixtureRequest, database: Database, tmp_path: Path) -> str:
    if database.dialect == "postgresql":
        return str(request.getfixturevalue("postgresql_url"))
    return f"sqlite:///{tmp_path}/baocao.db"
