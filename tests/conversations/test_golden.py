"""Golden conversations: with buttons, the program started anew between every two turns; and in words only.

`BAOCAO_WRITE_GOLDEN=1 pytest tests/conversations` writes the files as the conversations go now.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.golden import play, sample_of, scripts
from tests.support.stage import Stage

WRITING = bool(os.environ.get("BAOCAO_WRITE_GOLDEN"))


def test_there_are_conversations() -> None:
    assert len(scripts()) >= 24


CASES = [(path, True) for path in scripts()] + [
    (path, False)
    for path in scripts()
    if "# chỉ-nút" not in path.read_text("utf8")  # about buttons only
]


@pytest.mark.parametrize(
    ("script", "buttons"), CASES, ids=[f"{p.stem}-{'buttons' if b else 'text'}" for p, b in CASES]
)
def test_conversation(script: Path, buttons: bool, samples: Callable[[str], Path], tmp_path: Path) -> None:
    text = script.read_text("utf8")
    stage = Stage(samples(sample_of(text)), tmp_path, restarting=buttons)
    if not buttons:
        stage.all_text_only()
    went = play(text, stage)
    if WRITING and buttons:
        script.write_text(went, "utf8")
    else:
        assert went == text
