"""What the office and leaders type about the month's paper: codes, earlier months, scans, the text edited in Word."""

from pathlib import Path

import pytest

from bot.month.notation import act
from storage.queries import campaigns, documents
from storage.queries.documents import Document
from templates.documents.digest import short_digest
from tests.support.stage import Stage, fresh_sample

OFFICE, CLERK, LEADER, OTHER = "vp-hoa", "vp-khanh", "ld-chu-tich", "ld-pho-chu-tich-1"
PDF = b"%PDF-1.4\nban ky"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fresh_sample(tmp_path_factory.mktemp("sample"), "lai-chau-2023-10")


@pytest.fixture
def stage(sample: Path, tmp_path: Path) -> Stage:
    made = Stage(sample, tmp_path)
    made.restarting = False
    return made


def versions(stage: Stage, period: str = "2023-10") -> list[Document]:
    with stage.running() as world, world.database.read() as tx:
        campaign = campaigns.by_period(tx, period)
        assert campaign is not None
        return documents.of_campaign(tx, campaign.id)


def code(stage: Stage) -> str:
    return short_digest(versions(stage)[-1].digest)


def answer(stage: Stage, who: str, text: str) -> str:
    stage.heard(who)
    stage.say(who, text)
    return "\n".join(message.text for message in stage.heard(who))


def submitted(stage: Stage) -> None:
    stage.say(OFFICE, "soạn báo cáo")
    stage.say(OFFICE, "trình")


@pytest.mark.parametrize("text", ["phê duyệt {}", "duyệt {}", "Phê duyệt, mã {}", "đồng ý phê duyệt {}"])
def test_word_and_code_in_one_message_approve(stage: Stage, text: str) -> None:
    submitted(stage)
    said = answer(stage, LEADER, text.format(code(stage).lower()))
    assert versions(stage)[-1].state == "approved"
    assert "đồng chí phê duyệt báo cáo tháng 10/2023, bản 1" in said


@pytest.mark.parametrize("text", ["không phê duyệt {}", "chưa duyệt {}", "{} sai rồi", "{}", "xem {}"])
def test_other_words_with_the_code_approve_nothing(stage: Stage, text: str) -> None:
    submitted(stage)
    answer(stage, LEADER, text.format(code(stage)))
    assert versions(stage)[-1].state in ("submitted", "returned")


def test_the_code_of_an_older_version_says_which_one_is_to_be_decided(stage: Stage) -> None:
    submitted(stage)
    old = code(stage)
    stage.say("ct-dien-luc", "sửa 9 12")
    submitted(stage)
    assert code(stage) != old
    for said in (answer(stage, LEADER, f"phê duyệt {old}"), answer(stage, LEADER, old)):
        assert "bản 1: không còn hiệu lực" in said
        assert f"là bản 2, mã nội dung {code(stage)}" in said
    stage.say(OTHER, "phê duyệt")
    said = answer(stage, OTHER, old)
    assert "bản 1: không còn hiệu lực" in said
    assert versions(stage)[-1].state == "submitted"


def test_who_may_not_approve_approves_nothing_by_a_code(stage: Stage) -> None:
    submitted(stage)
    answer(stage, OFFICE, f"phê duyệt {code(stage)}")
    assert versions(stage)[-1].state == "submitted"


def test_a_scan_is_known_by_its_bytes_and_passed_on(stage: Stage) -> None:
    submitted(stage)
    stage.say(LEADER, f"phê duyệt {code(stage)}")
    stage.say(CLERK, "cấp số tháng 10")
    stage.say(CLERK, "đồng ý")
    stage.say(CLERK, "gắn bản ký")
    stage.heard(LEADER)
    stage.send_file(CLERK, "ban-ky.bin", b"PK\x03\x04", "application/pdf")
    assert "cần là tệp PDF hoặc ảnh" in stage.heard(CLERK)[-1].text
    stage.send_file(CLERK, "ban-ky.pdf", PDF, "application/octet-stream")
    assert "Đã lưu bản ký" in stage.heard(CLERK)[-1].text
    told = stage.heard(LEADER)[-1]
    assert "gửi bản có chữ ký, dấu của báo cáo tháng 10/2023" in told.text
    assert [file["name"] for file in told.files] == ["ban-ky.pdf"]
    stage.say(CLERK, "báo cáo")
    assert "Gắn bản ký" not in stage.offered(stage.heard(CLERK)[-1])


def test_an_earlier_month_is_submitted_and_numbered_by_name(stage: Stage) -> None:
    stage.say(OFFICE, "soạn báo cáo")
    assert "Chưa soạn báo cáo tháng 9/2023" in answer(stage, OFFICE, "trình tháng 9")
    stage.say(OFFICE, "lời văn tháng 9")
    stage.say(OFFICE, "công tác khác")
    stage.say(OFFICE, "Nhắc các đơn vị chuẩn bị quyết toán năm.")
    stage.say(OFFICE, "soạn báo cáo tháng 9")
    assert "Báo cáo tháng 9/2023, bản 1" in answer(stage, OFFICE, "báo cáo tháng 9")
    answer(stage, OFFICE, "trình báo cáo tháng 9")
    assert [versions(stage, "2023-09")[-1].state, versions(stage)[-1].state] == ["submitted", "draft"]
    stage.say(LEADER, "phê duyệt tháng 9")
    stage.say(LEADER, short_digest(versions(stage, "2023-09")[-1].digest))
    assert "Cấp số cho báo cáo tháng 9/2023" in answer(stage, CLERK, "cấp số tháng 9")


def test_a_draft_of_an_earlier_month_is_taken_back(stage: Stage) -> None:
    stage.say(OFFICE, "soạn báo cáo")
    stage.say(OFFICE, "soạn báo cáo tháng 9")
    stage.heard(OFFICE)
    act(stage, OFFICE, "(gửi lại bản Word, sửa «Ủy ban» → «Uỷ ban»)")
    said = "\n".join(message.text for message in stage.heard(OFFICE))
    assert "dự thảo báo cáo tháng 9/2023, bản 1" in said


def test_the_text_edited_in_word_is_shown_as_what_stands(stage: Stage) -> None:
    stage.say(OFFICE, "soạn báo cáo")
    act(stage, OFFICE, "(gửi lại bản Word, sửa «Đôn đốc các cấp công đoàn» → «Nhắc các cấp công đoàn»)")
    stage.say(OFFICE, "lời văn")
    said = answer(stage, OFFICE, "chăm lo")
    assert "Đang dùng trong báo cáo, theo bản sửa trong Word:\nNhắc các cấp công đoàn" in said
    assert "«bỏ bản sửa Word mục I.3»" in said
    said = answer(stage, OFFICE, "Thăm hỏi đoàn viên ốm đau kịp thời.")
    assert "I.3. Chăm lo đang theo bản sửa trong Word, nên chưa có:\n– Thăm hỏi đoàn viên ốm đau" in said
    assert said.count("Word") == 2 and said.count("⚠") == 1
    assert "Mục I.3. Chăm lo sẽ soạn lại từ số liệu" in answer(stage, OFFICE, "bỏ bản sửa Word mục I.3")
    said = answer(stage, OFFICE, "xem")
    assert "Đang có:" in said
    assert "trong Word" not in said


def test_no_text_was_edited_in_word(stage: Stage) -> None:
    assert "Không có mục nào đang theo bản sửa trong Word" in answer(stage, OFFICE, "bỏ bản sửa Word mục I.3")
