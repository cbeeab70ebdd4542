"""An edited file of an older version comes back: nothing of it counts before its sender says so."""

from pathlib import Path

import pytest

from bot.month.word_file import rewritten
from reporting.documents.sections import Section
from storage.queries import campaigns, documents, passages
from tests.support.stage import Stage, fresh_sample

OFFICE = "vp-hoa"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OLD, FIRST, SECOND = " CĐCS, qua đó kết nạp ", " CĐCS và kết nạp mới ", " CĐCS, trong kỳ đã kết nạp "


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fresh_sample(tmp_path_factory.mktemp("sample"), "lai-chau-2023-10")


@pytest.fixture
def stage(sample: Path, tmp_path: Path) -> Stage:
    """Version 1 was composed; version 2 has words that were edited in it since."""
    made = Stage(sample, tmp_path)
    made.restarting = False
    made.say(OFFICE, "soạn báo cáo")
    made.heard(OFFICE)
    return made


def kept(stage: Stage) -> dict[Section, tuple[str, ...]]:
    with stage.running() as world, world.database.read() as tx:
        campaign = campaigns.by_period(tx, "2023-10")
        assert campaign is not None
        return {s: p.paragraphs for s, p in passages.latest(tx, campaign.id, "kept").items()}


def edited_files(stage: Stage) -> int:
    with stage.running() as world, world.database.read() as tx:
        campaign = campaigns.by_period(tx, "2023-10")
        assert campaign is not None
        of_each = [documents.files_of(tx, d.id) for d in documents.of_campaign(tx, campaign.id)]
        return sum(1 for found in of_each for file in found if file.role == "edited")


def send(stage: Stage, name: str, body: bytes) -> str:
    stage.send_file(OFFICE, name, body, DOCX)
    return stage.heard(OFFICE)[-1].text


def old_file_after_newer_words(stage: Stage) -> str:
    """Version 1 edited one way makes version 2; then version 1 edited another way is sent."""
    name, first = stage.last_file(OFFICE, ".docx")
    send(stage, name, rewritten(first, [(OLD, FIRST)]))
    stage.say(OFFICE, "soạn lại")
    stage.heard(OFFICE)
    return send(stage, name, rewritten(first, [(OLD, SECOND)]))


def test_an_older_versions_words_are_asked_about_and_nothing_is_written(stage: Stage) -> None:
    said = old_file_after_newer_words(stage)
    assert "là bản 1, nay báo cáo tháng 10/2023 đã có bản 2. Chưa ghi gì từ tệp này" in said
    assert "lời mới hơn của bản 2 ở các mục sau không còn: I.6." in said
    assert FIRST in kept(stage)["members"][0]
    assert edited_files(stage) == 1


def test_once_it_is_said_the_older_words_count(stage: Stage) -> None:
    old_file_after_newer_words(stage)
    stage.tap(OFFICE, "Dùng tệp này")
    assert "Lời văn đã ghi lại" in stage.heard(OFFICE)[-1].text
    assert SECOND in kept(stage)["members"][0]


@pytest.mark.parametrize("words", ["Giữ bản mới", "không", "thôi"])
def test_otherwise_the_newer_words_stay_and_their_file_is_given(stage: Stage, words: str) -> None:
    old_file_after_newer_words(stage)
    stage.say(OFFICE, words)
    heard = stage.heard(OFFICE)[-1]
    assert "Giữ bản 2 của báo cáo tháng 10/2023" in heard.text
    assert [file["name"] for file in heard.files] == ["bao-cao-2023-10-ban-2.docx"]
    assert FIRST in kept(stage)["members"][0]


def test_a_changed_figure_of_an_older_file_is_asked_about_too(stage: Stage) -> None:
    name, first = stage.last_file(OFFICE, ".docx")
    stage.say(OFFICE, "soạn lại")
    stage.tap(OFFICE, "Vẫn soạn bản mới")
    stage.heard(OFFICE)
    assert "Sửa trong tệp: 01 số" in send(stage, name, rewritten(first, [("63", "69")]))
    stage.say(OFFICE, "việc")
    assert "63 đoàn viên → 69" not in stage.heard(OFFICE)[-1].text


def test_who_may_not_compose_decides_nothing(stage: Stage) -> None:
    old_file_after_newer_words(stage)
    stage.tap_old("ld-chu-tich", "Dùng tệp này", OFFICE)
    assert FIRST in kept(stage)["members"][0]
