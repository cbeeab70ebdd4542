"""Stages at every place, made once; each test works on a copy."""

import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.app import make_app, make_demo, make_world
from bot.demo_world import DemoWorld
from bot.month.stage import Stage
from bot.settings import load
from storage.database import Database
from tests.hostile.scenes import BY_NAME, go_to
from tests.hostile.web import Client
from tests.support.stage import fresh_sample

Bases = Callable[[str], Path]
At = Callable[[str], Stage]


@pytest.fixture(scope="session")
def bases(tmp_path_factory: pytest.TempPathFactory) -> Bases:
    """The database file of a bot whose conversation stands at a place."""
    folder = tmp_path_factory.mktemp("sample")
    sample = cache(lambda name: fresh_sample(folder, name))
    made: dict[str, Path] = {}

    def base(name: str) -> Path:
        if name not in made:
            made[name] = tmp_path_factory.mktemp(name) / "base.sqlite"
            shutil.copy(sample(BY_NAME[name].sample), made[name])
            stage = Stage(made[name])
            go_to(BY_NAME[name], stage)
            stage.stop()
        return made[name]

    return base


@pytest.fixture
def at(bases: Bases, tmp_path: Path) -> Iterator[At]:
    """A bot of one's own that stands at the place of that name; asked again, it stands there anew."""
    open_stages: list[Stage] = []

    def stage(name: str) -> Stage:
        file = tmp_path / f"{len(open_stages)}.sqlite"
        shutil.copy(bases(name), file)
        open_stages.append(Stage(file))
        return open_stages[-1]

    yield stage
    for used in open_stages:
        used.stop()


@pytest.fixture
async def world(bases: Bases, tmp_path: Path) -> AsyncIterator[DemoWorld]:
    """The chair has been asked the first figures."""
    shutil.copy(bases("figures"), tmp_path / "web.sqlite")
    database = Database(f"sqlite:///{tmp_path / 'web.sqlite'}")
    yield make_demo(database, make_world(load(office_file=None), Random(1).randrange))
    database.dispose()


@pytest.fixture
async def client(world: DemoWorld) -> AsyncIterator[Client]:
    async with TestClient(TestServer(make_app(world))) as made:
        yield made
