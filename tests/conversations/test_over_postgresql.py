"""The golden conversations on PostgreSQL: several replicas share it, and what people read is the same.

The program runs on between two turns, unless a script restarts it: on SQLite it is started anew for each.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.month.stage import fill_sample
from tests.storage.conftest import admin_url as admin_url
from tests.support.golden import play, sample_of, scripts
from tests.support.postgres_templates import Templates
from tests.support.stage import Restarting


@pytest.fixture(scope="session")
def templates(admin_url: str) -> Iterator[Templates]:
    made = Templates(admin_url, fill_sample)
    yield made
    made.close()


@pytest.mark.parametrize("script", scripts(), ids=lambda path: path.stem)
def test_conversation(script: Path, templates: Templates) -> None:
    text = script.read_text("utf8")
    with templates.copy(sample_of(text)) as address:
        stage = Restarting(address, restarting=False)
        try:
            went = play(text, stage)
        finally:
            stage.stop()
    assert went == text
