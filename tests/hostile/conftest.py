"""Stages at every place, made once; each test works on a copy."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.month.stage import Stage
from tests.hostile.scenes import BY_NAME, go_to
from tests.support.stage import fresh_sample

Bases = Callable[[str], Path]
At = Callable[[str], Stage]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fresh_sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def bases(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Bases:
    """The database file of a bot whose conversation stands at a place."""
    made: dict[str, Path] = {}

    def base(name: str) -> Path:
        if name not in made:
            made[name] = tmp_path_factory.mktemp(name) / "base.sqlite"
            shutil.copy(sample, made[name])
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
