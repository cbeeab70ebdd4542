"""The bot on the fake Telegram, with the sample province, running on until a test is over."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.stage import fresh_sample
from tests.support.telegram_stage import TelegramStage, moved_sample

Start = Callable[..., TelegramStage]


@pytest.fixture(scope="session")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("moved")
    return moved_sample(fresh_sample(folder), folder)


@pytest.fixture
def start(moved: Path, tmp_path: Path) -> Iterator[Start]:
    """Starts a stage; what went wrong in sending is for the test to look at."""
    begun: list[TelegramStage] = []

    def make(*, polling: bool = False, read_timeout: float = 20) -> TelegramStage:
        stage = TelegramStage(moved, tmp_path, polling=polling, read_timeout=read_timeout)
        stage.restarting = False
        begun.append(stage)
        return stage

    yield make
    for stage in begun:
        stage.stop()
        stage.line.close()
