"""The report as a paper is done by those whose role it is, at the moment they do it, and by nobody else."""

from pathlib import Path

import pytest

from bot.month.directions import direct
from storage.queries import audit, campaigns, documents
from storage.queries.documents import Document
from tests.support.stage import Stage, fresh_sample

OFFICE, LEADER, OTHER, CHAIR, SUPERIOR = (
    "vp-hoa",
    "ld-chu-tich",
    "ld-pho-chu-tich-1",
    "ct-dien-luc",
    "tren-thanh-pho",
)
NO_RIGHT = "không thuộc phần việc của đồng chí"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fresh_sample(tmp_path_factory.mktemp("sample"), "lai-chau-2023-10")


@pytest.fixture
def stage(sample: Path, tmp_path: Path) -> Stage:
    made = Stage(sample, tmp_path)
    made.restarting = False
    return made


def newest(stage: Stage) -> Document | None:
    with stage.running() as world, world.database.read() as tx:
        campaign = campaigns.by_period(tx, "2023-10")
        assert campaign is not None
        return documents.latest(tx, campaign.id)


def state(stage: Stage) -> str:
    document = newest(stage)
    return document.state if document else ""


def answer(stage: Stage, who: str, text: str) -> str:
    stage.heard(who)
    stage.say(who, text)
    return "\n".join(message.text for message in stage.heard(who))


def submitted(stage: Stage) -> None:
    stage.say(OFFICE, "soạn báo cáo")
    stage.say(OFFICE, "trình")
    assert state(stage) == "submitted"


@pytest.mark.parametrize("who", [CHAIR, SUPERIOR, LEADER])
@pytest.mark.parametrize("text", ["soạn báo cáo", "trình", "cấp số", "đính chính", "gắn bản ký"])
def test_the_offices_part_is_the_offices(stage: Stage, who: str, text: str) -> None:
    assert NO_RIGHT in answer(stage, who, text)
    assert newest(stage) is None


@pytest.mark.parametrize("who", [CHAIR, SUPERIOR, OFFICE])
def test_approving_is_leaderships(stage: Stage, who: str) -> None:
    submitted(stage)
    assert NO_RIGHT in answer(stage, who, "phê duyệt")
    assert state(stage) == "submitted"


@pytest.mark.parametrize("who", [CHAIR, SUPERIOR])
def test_others_do_not_see_where_figures_come_from(stage: Stage, who: str) -> None:
    submitted(stage)
    for text in ("63 ở đâu ra?", "xem nguồn đoàn viên mới", "xem chi tiết"):
        assert "Nông sản Trung Đồng" not in answer(stage, who, text)


def test_who_stopped_serving_does_not_approve_with_the_code(stage: Stage) -> None:
    submitted(stage)
    stage.say(LEADER, "phê duyệt")
    code = stage.last_code(LEADER)
    direct(stage, f"thôi {LEADER}")
    stage.say(LEADER, code)
    assert state(stage) == "submitted"


def test_a_code_passed_on_approves_nothing(stage: Stage) -> None:
    submitted(stage)
    stage.say(LEADER, "phê duyệt")
    code = stage.last_code(LEADER)
    for who in (CHAIR, OFFICE, OTHER):  # none of them was asked
        stage.say(who, code)
    assert state(stage) == "submitted"


@pytest.mark.parametrize("text", ["phê duyệt", "a", "1", "đồng ý", "ok", "có", "AAAA-0000", "đúng rồi"])
def test_only_the_code_approves(stage: Stage, text: str) -> None:
    submitted(stage)
    stage.text_only(LEADER)
    stage.say(LEADER, "phê duyệt")
    stage.say(LEADER, text)
    assert state(stage) == "submitted"
    stage.say(LEADER, "phê duyệt")
    stage.say(LEADER, stage.last_code(LEADER).lower().replace("-", " - "))
    assert state(stage) == "approved"


def test_who_waits_for_what_is_told_at_a_greeting(stage: Stage) -> None:
    submitted(stage)
    assert "chờ lãnh đạo phê duyệt" in answer(stage, OTHER, "chào")
    assert "chờ lãnh đạo phê duyệt" not in answer(stage, CHAIR, "chào")
    stage.say(LEADER, "phê duyệt")
    stage.say(LEADER, stage.last_code(LEADER))
    assert "chờ cấp số" in answer(stage, OFFICE, "chào")


def test_a_refusal_leaves_no_trace_in_the_audit_log(stage: Stage) -> None:
    submitted(stage)
    stage.say(OFFICE, "phê duyệt")
    document = newest(stage)
    assert document is not None
    with stage.running() as world, world.database.read() as tx:
        deeds = [entry.action for entry in audit.entries(tx, "document", document.id)]
    assert deeds == ["compose_report", "submit_report"]


def test_a_leader_who_asks_for_the_report_hears_where_it_stands(stage: Stage) -> None:
    assert "Chưa soạn báo cáo tháng 10/2023" in answer(stage, LEADER, "báo cáo")
    submitted(stage)
    assert "bản 1, mã nội dung" in answer(stage, LEADER, "báo cáo")
