"""Reverse audit: every number in the body has a source. A number put into a template or the frame is found."""

import shutil
from pathlib import Path

import pytest

from bot.app import make_world
from bot.sample.load import REPORTED, load_october
from bot.settings import Settings
from handlers.documents import gather
from reporting.documents.model import Award, Material
from reporting.periods import Month
from storage.database import Database
from templates.documents import package, sentences
from templates.documents.compose import compose
from templates.documents.frame import FILE
from tests.documents.paper.audit import numbers_from_nowhere
from tests.documents.paper.months import MONTHS, paper
from tests.documents.sentences.made import PROFILE


def audited(made: Material) -> list[str]:
    return numbers_from_nowhere(paper(made).docx, made, PROFILE)


@pytest.mark.parametrize("name", MONTHS)
def test_every_number_of_the_body_has_a_source(name: str) -> None:
    assert audited(MONTHS[name]()) == []


@pytest.mark.parametrize("section", ["opening", "care", "emulation", "issued", "tasks"])
@pytest.mark.parametrize("number", ["12", "07", "1.250", "3/7", "45 triệu đồng", "tháng 9", "2022"])
def test_a_number_put_into_a_template_is_found(
    section: str, number: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "monthly"
    shutil.copytree(sentences.TEMPLATES, folder)
    file = folder / f"{section}.j2"
    file.write_text(f"{file.read_text('utf8')}\nCó {number} nơi làm tốt.\n", encoding="utf8")
    monkeypatch.setattr(sentences, "TEMPLATES", folder)
    sentences.environment.cache_clear()
    try:
        found = audited(MONTHS["october"]())
    finally:
        sentences.environment.cache_clear()
    assert [line for line in found if "nơi làm tốt" in line]


def test_a_number_put_into_the_frame_is_found() -> None:
    frame = package.read(FILE.read_bytes())
    changed = frame[package.BODY].decode().replace("Chăm lo đời sống", "Chăm lo 350 đời sống")
    made = MONTHS["october"]()
    docx = compose(
        made, PROFILE, signer=PROFILE.signers[0], version=1,
        template=package.write({**frame, package.BODY: changed.encode()}),
    ).docx  # fmt: skip
    assert [line.split(":")[0] for line in numbers_from_nowhere(docx, made, PROFILE)] == ["350"]


def test_a_number_of_another_award_is_found() -> None:
    made = MONTHS["october"]()
    docx = paper(made).docx
    other = Material(
        **{**{name: getattr(made, name) for name in made.__slots__}, "awards": (Award("A", "B", 1, 2),)}
    )
    assert numbers_from_nowhere(docx, other, PROFILE)


def test_every_number_of_the_sample_october_has_a_source(tmp_path: Path) -> None:
    world = make_world(Settings.model_construct(office_file=None))
    base = Database(f"sqlite:///{tmp_path / 'october.sqlite'}")
    try:
        base.upgrade()
        load_october(base, world)
        with base.read() as tx:
            made = gather(tx, world, Month(2023, 10), REPORTED)
    finally:
        base.dispose()
    profile = world.profile
    docx = compose(made, profile, signer=profile.signers[0], version=1).docx
    assert numbers_from_nowhere(docx, made, profile) == []
