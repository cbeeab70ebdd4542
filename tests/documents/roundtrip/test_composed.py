"""The real report comes back: what composing makes is read again whole, edited by LibreOffice or not."""

from dataclasses import replace
from pathlib import Path

import pytest

from reporting.documents.sections import SECTIONS
from reporting.documents.word.compare import UNTOUCHED
from reporting.documents.word.examine import examine
from reporting.documents.word.open import parsed
from reporting.documents.word.read import read_paragraphs
from reporting.documents.word.reread import reread
from reporting.profile import parse_profile
from reporting.reading.readings import Given
from reporting.values import Qualified
from templates.documents import package
from templates.documents.compose import compose
from templates.documents.issue import without_controls
from templates.office_file import default_office
from tests.documents.paper.material import october
from tests.support import libreoffice

PROFILE = parse_profile(default_office(), "office.toml")
MADE = compose(october(), PROFILE, signer=PROFILE.signers[0], version=1)
TASK = "Kiểm tra hiệu quả các dự án vay vốn."


def edited(old: str, new: str, docx: bytes = MADE.docx) -> bytes:
    """The report with a piece of its XML otherwise, once."""
    parts = package.read(docx)
    text = parts["word/document.xml"].decode()
    assert old in text
    parts["word/document.xml"] = text.replace(old, new, 1).encode()
    parsed(parts["word/document.xml"])
    return package.write(parts)


def test_what_is_read_is_what_was_composed() -> None:
    returned = examine(MADE.docx, MADE.docx)
    assert returned.unchanged
    written = {section for section in SECTIONS if MADE.content[section]}
    assert set(returned.prose) == written
    for section in written:
        assert returned.prose[section].paragraphs == tuple(" ".join(p.split()) for p in MADE.content[section])
        assert returned.prose[section].certainty == "bookmark"


def test_without_controls_every_figure_is_found_by_its_words() -> None:
    returned = examine(MADE.docx, without_controls(MADE.docx))
    assert {fate.kind for fate in returned.figures.values()} == {"uncontrolled"}
    assert returned.unchanged


def test_prose_and_a_figure_changed_in_word() -> None:
    returned = examine(MADE.docx, edited(f">{TASK}<", ">Kiểm tra việc dùng vốn vay.<"))
    assert [section for section, prose in returned.prose.items() if prose.changed] == ["tasks"]
    assert "Kiểm tra việc dùng vốn vay." in returned.prose["tasks"].paragraphs
    tag = next(shown.tag for p in read_paragraphs(MADE.docx) for shown in p.shown if shown.text == "63")
    returned = examine(MADE.docx, edited(">63<", ">69<"))
    assert {name: fate.text for name, fate in returned.figures.items() if fate.kind not in UNTOUCHED} == {
        tag: "69"
    }


def test_a_qualified_figure_comes_back_as_it_was_or_as_it_was_changed() -> None:
    material = october()
    tag = "visits@2023-10"
    figure = replace(material.snapshot.figures[tag], value=Qualified("gần", 300))
    figures = {**material.snapshot.figures, tag: figure}
    qualified = replace(material, snapshot=replace(material.snapshot, figures=figures))
    made = compose(qualified, PROFILE, signer=PROFILE.signers[0], version=1)
    assert examine(made.docx, made.docx).unchanged
    assert examine(made.docx, without_controls(made.docx)).unchanged
    changed = examine(made.docx, edited(">gần 300<", ">trên 350<", made.docx)).figures[tag]
    assert (changed.kind, changed.text) == ("changed", "trên 350")
    assert reread(figure, changed.text) == Given(Qualified("trên", 350))
    bare = edited(">gần 300<", ">300<", made.docx)
    for back in (bare, without_controls(bare)):
        exact = examine(made.docx, back).figures[tag]
        assert (exact.kind, exact.text) == ("changed", "300")


@pytest.mark.skipif(not libreoffice.can_edit(), reason="LibreOffice and its UNO for Python are not installed")
def test_libreoffice_opens_and_saves_it_without_a_change(tmp_path: Path) -> None:
    source, target = tmp_path / "sent.docx", tmp_path / "back.docx"
    source.write_bytes(MADE.docx)
    libreoffice.edit(source, target, "nothing")
    returned = examine(MADE.docx, target.read_bytes())
    assert {fate.kind for fate in returned.figures.values()} == {"same"}
    assert not any(prose.changed for prose in returned.prose.values())
    assert returned.unchanged, returned.frame
