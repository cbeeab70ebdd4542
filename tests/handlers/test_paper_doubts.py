"""What a version of the report warns of beyond its figures and words, on the whole bot."""

from pathlib import Path

import pytest

from storage.database import Database
from storage.queries import assignments, campaigns, units
from tests.support.stage import Stage, fresh_sample

OFFICE, LEADER, CHAIR = "vp-hoa", "ld-chu-tich", "ct-dien-luc"
UNIT = "CĐCS Điện lực tỉnh"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fresh_sample(tmp_path_factory.mktemp("sample"), "lai-chau-2023-10")


@pytest.fixture
def stage(sample: Path, tmp_path: Path) -> Stage:
    return Stage(sample, tmp_path)


def answer(stage: Stage, who: str, text: str) -> str:
    stage.say(who, text)
    return stage.heard(who)[-1].text


def give_back(stage: Stage, *codes: str) -> None:
    """Lines of one unit's report are returned to it."""
    database = Database(f"sqlite:///{stage.file}")
    with database.begin() as tx:
        campaign = campaigns.by_period(tx, "2023-10")
        assert campaign is not None
        unit = next(unit for unit in units.all_units(tx) if unit.name == UNIT)
        [of_unit] = assignments.of_units(tx, [unit.id], campaign.id)
        returned = {"lines": dict.fromkeys(codes, "xem lại"), "by": 1}
        assignments.set_state(tx, of_unit.id, state="returned", returned=returned)
    database.dispose()


def test_figures_that_a_unit_is_correcting_are_named_to_office_and_leadership(stage: Stage) -> None:
    give_back(stage, "members_women", "gifts")
    said = answer(stage, OFFICE, "soạn báo cáo")
    doubt = f"– {UNIT} đang sửa lại dòng 3 «Tổng số nữ cuối kỳ», dòng 9 «Suất quà» theo yêu cầu"
    assert doubt in said.split("Đồng chí xem lại giúp (vẫn trình được):")[1]
    stage.say(OFFICE, "trình")
    assert doubt in stage.heard(LEADER)[-1].text.split("Điểm cần lưu ý:")[1]


def test_figures_returned_after_composing_are_named_until_they_are_sent_again(stage: Stage) -> None:
    assert "đang sửa lại" not in answer(stage, OFFICE, "soạn báo cáo")
    give_back(stage, "gifts")
    assert f"{UNIT} đang sửa lại dòng" in answer(stage, OFFICE, "báo cáo")
    stage.say(CHAIR, "sửa 9 12")
    stage.say(CHAIR, "đúng vậy")
    stage.say(CHAIR, "gửi báo cáo")
    assert "đang sửa lại" not in answer(stage, OFFICE, "báo cáo")


def test_another_signer_is_a_change(stage: Stage) -> None:
    stage.say(OFFICE, "soạn báo cáo")
    stage.say(OFFICE, "trình")
    said = answer(stage, OFFICE, "người ký: Chủ tịch")
    change = "– Người ký: Phó Chủ tịch Lương Xuân Trường → Chủ tịch Hoàng Thọ Trung"
    assert f"So với bản 1:\n{change}" in said and "Không có gì thay đổi" not in said
    stage.say(OFFICE, "trình")
    assert change in stage.heard(LEADER)[-1].text
