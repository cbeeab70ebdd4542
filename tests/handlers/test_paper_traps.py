"""Where a report could go out otherwise than people meant: remarks, days, signers, late changes, amended papers."""

import io
from pathlib import Path

import pytest
from docx import Document

from bot.month.notation import act
from tests.handlers.test_take_back import ADMITTED, OFFICE, Kept, override
from tests.support.stage import Stage, fresh_sample

LEADER, OTHER, CHAIR = "ld-chu-tich", "ld-pho-chu-tich-1", "ct-dien-luc"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fresh_sample(tmp_path_factory.mktemp("sample"), "lai-chau-2023-10")


@pytest.fixture
def stage(sample: Path, tmp_path: Path) -> Stage:
    """October was composed and submitted."""
    made = Stage(sample, tmp_path)
    made.say(OFFICE, "soạn báo cáo")
    made.say(OFFICE, "trình")
    return made


def last(stage: Stage, who: str) -> str:
    return stage.heard(who)[-1].text


def issue(stage: Stage) -> None:
    """The submitted version is approved and issued."""
    act(stage, LEADER, "[Phê duyệt]")
    code = next(label for label in stage.offered(stage.heard(LEADER)[-1]) if "phê duyệt" in label)
    stage.tap(LEADER, code)
    stage.say(OFFICE, "cấp số")
    stage.tap(OFFICE, "Đồng ý")


@pytest.mark.parametrize("words", ["thôi", "hủy", "không", "thôi không trả lại nữa"])
def test_no_cancelling_word_is_ever_a_remark(stage: Stage, words: str) -> None:
    stage.say(LEADER, "trả lại")
    stage.say(LEADER, ".")
    stage.say(LEADER, words)
    assert Kept(stage).versions[-1].state == "submitted"


def test_the_button_stays_while_the_remark_is_asked(stage: Stage) -> None:
    stage.say(LEADER, "trả lại")
    stage.say(LEADER, ".")
    stage.tap(LEADER, "Thôi")
    assert Kept(stage).versions[-1].state == "submitted"
    stage.say(LEADER, "trả lại")
    stage.say(LEADER, "bỏ đoạn cuối mục I.3")
    assert Kept(stage).versions[-1].remark == "bỏ đoạn cuối mục I.3"


def test_leadership_compares_with_what_it_saw(stage: Stage) -> None:
    assert "Lần đầu trình." in last(stage, LEADER)
    act(stage, CHAIR, "sửa 9 12")
    stage.say(OFFICE, "soạn lại")
    stage.say(OFFICE, "soạn lại")
    stage.say(OFFICE, "trình")
    told = last(stage, LEADER)
    assert "So với bản 1:\n– Số suất quà đã tặng: 0 suất → 12 suất" in told
    stage.say(OTHER, "báo cáo")
    assert last(stage, OTHER) == told


def test_who_approves_sees_what_came_after_the_cut_off(stage: Stage) -> None:
    act(stage, CHAIR, "sửa 9 12")
    stage.tap(LEADER, "Phê duyệt")
    assert "01 thay đổi sau khi chốt, chưa có trong bản này:\n– CĐCS Điện lực tỉnh, Suất quà" in last(
        stage, LEADER
    )


def test_another_signer_is_chosen_and_stays(stage: Stage) -> None:
    stage.say(OFFICE, "người ký")
    assert "Chọn người ký" in last(stage, OFFICE)
    stage.say(OFFICE, "người ký: Chủ tịch")
    assert "Người ký: Chủ tịch Hoàng Thọ Trung" in last(stage, OFFICE)
    stage.say(OFFICE, "soạn lại")
    stage.tap(OFFICE, "Vẫn soạn bản mới")
    assert "Người ký: Chủ tịch Hoàng Thọ Trung" in last(stage, OFFICE)


def test_who_has_submitted_is_not_told_that_nothing_was(stage: Stage) -> None:
    stage.heard(OFFICE)
    stage.advance("2023-10-18 17:00")
    assert "Đã đến hạn trình" not in "\n".join(message.text for message in stage.heard(OFFICE))


def test_an_override_whose_source_changed_is_asked_about(stage: Stage) -> None:
    override(stage)
    act(stage, CHAIR, "sửa kết nạp mới 2")
    assert "Kết nạp mới: 0 → 2" in last(stage, CHAIR)
    stage.say(OFFICE, "soạn lại")
    said = last(stage, OFFICE)
    assert "văn phòng ghi 69 đoàn viên thay cho 63 đoàn viên, nay các đơn vị báo 65" in said
    stage.tap(OFFICE, "Bỏ ghi đè")
    assert ADMITTED not in Kept(stage).overrides


def test_awards_that_do_not_add_up_are_told_at_pasting(stage: Stage) -> None:
    stage.say(OFFICE, "khen thưởng")
    stage.say(OFFICE, "Tổng LĐLĐ Việt Nam tặng Bằng khen cho 1 tập thể")
    stage.tap(OFFICE, "Ghi vào")
    assert "danh sách khen thưởng cộng lại 3 tập thể, 8 cá nhân, trong phiếu là 2 tập thể, 8 cá nhân" in last(
        stage, OFFICE
    )
    stage.say(OFFICE, "soạn lại")
    text = " ".join(Kept(stage).content["emulation"])
    assert "Tổng LĐLĐ Việt Nam khen thưởng {awards_national@2023-10}" in text
    assert "01 tập thể" not in text  # the list contradicts the figure: that alone is printed, and a finding


def test_after_issue_the_office_hears_of_a_correction_and_the_new_paper_says_what_it_replaces(
    stage: Stage,
) -> None:
    issue(stage)
    act(stage, CHAIR, "sửa 9 12")
    assert "nay CĐCS Điện lực tỉnh sửa số liệu" in last(stage, OFFICE)
    stage.say(OFFICE, "đính chính")
    text = [p.text for p in Document(io.BytesIO(stage.last_file(OFFICE, ".docx")[1])).paragraphs]
    replaced = "Báo cáo số 02/BC-LĐLĐ ngày 17/10/2023"
    assert any(line.startswith(f"Báo cáo này thay thế {replaced} của ") for line in text)
    place = text.index(f"Số liệu đính chính so với {replaced}:")
    assert text[place + 1] == "- Số suất quà đã tặng: từ 0 suất thành 12 suất."
    assert "thể thức" not in last(stage, OFFICE)
