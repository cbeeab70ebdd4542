"""Golden conversations, with buttons and text-only; the program is started anew between every two turns.

`BAOCAO_WRITE_GOLDEN=1 pytest tests/conversations` writes the files as the conversations go now.
"""

import os
from pathlib import Path

import pytest

from tests.support.golden import play, scripts
from tests.support.stage import Stage

WRITING = bool(os.environ.get("BAOCAO_WRITE_GOLDEN"))


def test_there_are_conversations() -> None:
    assert len(scripts()) >= 24


@pytest.mark.parametrize("script", scripts(), ids=lambda path: path.stem)
@pytest.mark.parametrize("buttons", [True, False], ids=["buttons", "text"])
def test_conversation(script: Path, buttons: bool, sample: Path, tmp_path: Path) -> None:
    text = script.read_text("utf8")
    if not buttons and "# chỉ-nút" in text:
        pytest.skip("about buttons only")
    stage = Stage(sample, tmp_path)
    if not buttons:
        stage.all_text_only()
    went = play(text, stage)
    if WRITING and buttons:
        script.write_text(went, "utf8")
    else:
        assert went == text
