"""Files that real LibreOffice edited: what became of each figure and of the prose."""

from pathlib import Path

import pytest

from reporting.documents.word.examine import examine
from reporting.errors import Refused
from tests.documents.roundtrip.edited import BROKEN, KEPT, OUTCOMES, SENT, outcome
from tests.documents.roundtrip.paper import docx
from tests.support import libreoffice

LIVE = ("figure_changed", "figure_deleted", "paragraph_moved", "tracked_prose", "heading_deleted")


def test_the_kept_file_is_the_one_that_the_builder_makes() -> None:
    assert examine(SENT.read_bytes(), docx()).unchanged


@pytest.mark.parametrize("edit", OUTCOMES)
def test_an_edit_comes_to_what_it_was(edit: str) -> None:
    assert outcome(examine(SENT.read_bytes(), (KEPT / f"{edit}.docx").read_bytes())) == OUTCOMES[edit]


def test_only_a_file_without_edits_is_unchanged() -> None:
    unchanged = [
        name
        for name in OUTCOMES
        if examine(SENT.read_bytes(), (KEPT / f"{name}.docx").read_bytes()).unchanged
    ]
    assert unchanged == ["nothing"]


def test_malformed_xml_of_libreoffice_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        examine(SENT.read_bytes(), (KEPT / f"{BROKEN}.docx").read_bytes())
    assert refused.value.reason == "word_malformed"


# Where LibreOffice is not installed the kept files stand for it; CI has it and fails where a test is skipped.
@pytest.mark.skipif(not libreoffice.can_edit(), reason="LibreOffice and its UNO for Python are not installed")
@pytest.mark.parametrize("edit", LIVE)
def test_this_machines_libreoffice_does_the_same(edit: str, tmp_path: Path) -> None:
    target = tmp_path / "edited.docx"
    libreoffice.edit(SENT, target, edit)
    assert outcome(examine(SENT.read_bytes(), target.read_bytes())) == OUTCOMES[edit]
