"""The sample's world: the shipped forms and office, and a database with the province in it, only to be read."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.sample.load import load_sample
from handlers.world import World
from reporting.profile import parse_profile
from storage.database import Database
from templates.form_files import form_codes, load_shipped
from templates.office_file import default_office


@pytest.fixture(scope="session")
def world() -> World:
    forms = {code: load_shipped(code) for code in form_codes()}
    profile = parse_profile(default_office(), "office.toml")
    return World(forms=forms, profile=profile, random=random.Random(1).randrange, channels={})


@pytest.fixture(scope="session")
def loaded(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('sample') / 'sample.db'}")
    database.upgrade()
    load_sample(database, world)
    yield database
    database.dispose()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path / 'empty.db'}")
    database.upgrade()
    yield database
    database.dispose()
