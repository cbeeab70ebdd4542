"""The golden conversations over Telegram's wire: a phone there shows the same words and buttons.

Half of them come in by the webhook, half by polling.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from zlib import crc32

import pytest

from tests.support.differences import unanswered
from tests.support.golden import play, sample_of, scripts
from tests.support.telegram_stage import TelegramStage, moved_sample

# Answers that are rightly another here: the messenger is named.
OTHERWISE = {"ngung-nhan-tin": ("ct-dien-luc › nhận tin lại", "ct-dien-luc › ưu tiên zalo")}


@pytest.fixture(scope="session")
def moved(samples: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The database file of a sample whose people use Telegram, by the sample's name."""
    folder = tmp_path_factory.mktemp("moved")
    return cache(lambda name: moved_sample(samples(name), folder))


def polls(script: Path) -> bool:
    """Whether a conversation comes in by polling, the same at every run."""
    return crc32(script.stem.encode()) % 2 == 0


def test_both_ways_in_are_used() -> None:
    by_polling = sum(map(polls, scripts()))
    assert min(by_polling, len(scripts()) - by_polling) >= 10


@pytest.mark.parametrize("script", scripts(), ids=lambda path: path.stem)
def test_conversation(script: Path, moved: Callable[[str], Path], tmp_path: Path) -> None:
    text = script.read_text("utf8")
    stage = TelegramStage(moved(sample_of(text)), tmp_path, polling=polls(script))
    try:
        went = play(text, stage)
        named = OTHERWISE.get(script.stem, ())
        assert unanswered(went, named) == unanswered(text, named)
    finally:
        stage.close()
