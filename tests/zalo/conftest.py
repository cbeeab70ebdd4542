"""What tests of Zalo share: an empty database of either kind, the fake account, its people, our messenger over both."""

import io
import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import structlog

from bot.logs import configure
from storage.database import Database
from tests.fakes.zalo.oa import FakeOA
from tests.storage.conftest import admin_url as admin_url
from tests.storage.conftest import database as database
from tests.storage.conftest import postgresql as postgresql
from tests.storage.conftest import postgresql_url as postgresql_url
from tests.storage.conftest import sqlite_template as sqlite_template
from tests.zalo.place import Door, Post


@pytest.fixture
def oa() -> Iterator[FakeOA]:
    with FakeOA() as account:
        yield account


@pytest.fixture
def door(database: Database, oa: FakeOA) -> Iterator[Door]:
    """Our webhook, entered in the console."""
    opened = Door(database, oa)
    opened.enter()
    yield opened
    opened.close()


@pytest.fixture
async def post(database: Database, oa: FakeOA, tmp_path: Path) -> AsyncIterator[Post]:
    """The messenger with a grant that works, and its sender."""
    made = Post(database, oa, tmp_path)
    yield made
    oa.clear_faults()
    await made.channel.stop()


@pytest.fixture
def logs() -> Iterator[io.StringIO]:
    """Everything that is logged, at DEBUG."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    stream = io.StringIO()
    configure("json", level="DEBUG", stream=stream)
    yield stream
    root.handlers[:] = before
    root.setLevel(level)
    structlog.reset_defaults()
