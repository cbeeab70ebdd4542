"""A draft edited in Word comes back: what is kept of it and what never is, on the whole bot."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.month.notation import act
from bot.month.word_file import rewritten
from reporting.documents.codec import load_content, load_material
from reporting.documents.sections import Section
from storage.database import Database
from storage.queries import assignments, campaigns, documents, list_items, overrides, passages
from tests.support.stage import Stage, fresh_sample

OFFICE, CHAIR = "vp-hoa", "ct-dien-luc"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FINANCE = "Công tác tài chính, tài sản"
ADMITTED = "members_admitted@2023-10"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fresh_sample(tmp_path_factory.mktemp("sample"), "lai-chau-2023-10")


@pytest.fixture
def stage(sample: Path, tmp_path: Path) -> Stage:
    """October was composed, nothing sent back yet."""
    made = Stage(sample, tmp_path)
    made.say(OFFICE, "soạn báo cáo")
    made.heard(OFFICE)
    return made


def send_back(stage: Stage, *edits: tuple[str, str]) -> str:
    """Edit the newest draft, send it back; what the bot says of it in the end."""
    name, docx = stage.last_file(OFFICE, ".docx")
    stage.send_file(OFFICE, name, rewritten(docx, list(edits)), DOCX)
    return stage.heard(OFFICE)[-1].text


class Kept:
    """What lies in the database about October."""

    def __init__(self, stage: Stage) -> None:
        database = Database(f"sqlite:///{stage.file}")
        try:
            with database.read() as tx:
                campaign = campaigns.by_period(tx, "2023-10")
                assert campaign is not None
                self.prose: Mapping[Section, tuple[str, ...]] = {
                    section: passage.paragraphs
                    for section, passage in passages.latest(tx, campaign.id, "kept").items()
                }
                self.tasks = [item.text for item in list_items.of_list(tx, campaign.id, "tasks")]
                self.overrides = {tag: w.override for tag, w in overrides.standing(tx, campaign.id).items()}
                self.versions = documents.of_campaign(tx, campaign.id)
                self.content = load_content(documents.content(tx, self.versions[-1].id))
                material = load_material(documents.material(tx, self.versions[-1].id))
                self.late = material.snapshot.value("units_late")
                self.edited = [f.role for f in documents.files_of(tx, self.versions[0].id)].count("edited")
        finally:
            database.dispose()


def test_prose_is_kept_with_its_figures_and_survives_composing_anew(stage: Stage) -> None:
    send_back(stage, (" CĐCS, qua đó kết nạp ", " CĐCS và kết nạp mới "), ("63", "69"))
    kept = Kept(stage)
    assert list(kept.prose) == ["members"]
    assert "CĐCS và kết nạp mới {members_admitted@2023-10} đoàn viên" in kept.prose["members"][0]
    assert kept.edited == 1
    stage.say(OFFICE, "soạn lại")
    assert Kept(stage).content["members"] == kept.prose["members"]


def test_a_changed_figure_is_nothing_until_it_is_decided(stage: Stage) -> None:
    said = send_back(stage, ("63", "69"))
    assert "⚠ Số đoàn viên kết nạp mới trong kỳ: 63 đoàn viên → 69" in said
    assert not Kept(stage).overrides
    stage.tap(OFFICE, "Xem từng số")
    stage.tap(OFFICE, "Ghi đè, có lý do")
    stage.say(OFFICE, "...")
    assert not Kept(stage).overrides  # no reason, no override
    stage.say(OFFICE, "Công đoàn ngành Y tế bổ sung 6 người.")
    written = Kept(stage).overrides[ADMITTED]
    assert (written.value, written.reason) == (69, "Công đoàn ngành Y tế bổ sung 6 người")


def test_keeping_the_systems_figure_writes_nothing(stage: Stage) -> None:
    send_back(stage, ("63", "69"))
    stage.tap(OFFICE, "Xem từng số")
    stage.tap(OFFICE, "Giữ số của hệ thống")
    assert not Kept(stage).overrides


def test_another_way_of_writing_a_figure_is_no_change(stage: Stage) -> None:
    said = send_back(stage, ("45 triệu đồng", "45.000.000 đồng"))
    assert "⚠" not in said


def test_tasks_edited_in_word_are_those_asked_about_next_month(stage: Stage) -> None:
    before = Kept(stage).tasks
    send_back(stage, (before[0], "1. Tuyên truyền nghị quyết"))
    kept = Kept(stage)
    assert kept.tasks == ["Tuyên truyền nghị quyết", *before[1:]]
    assert not kept.prose


def test_a_figure_that_follows_from_others_is_left_to_the_system(stage: Stage) -> None:
    said = send_back(stage, ("11", "50"))
    assert "Số công đoàn cấp trên trực tiếp cơ sở: 11 đơn vị, trong tệp ghi 50" in said
    assert "Xem từng số" not in said


def test_a_deleted_figure_is_named(stage: Stage) -> None:
    said = send_back(stage, ("3.666", ""))
    assert "Số đã bị xóa khỏi lời văn:\n– Tổng số sáng kiến" in said


def test_an_older_version_is_known_by_its_code(stage: Stage) -> None:
    name, first = stage.last_file(OFFICE, ".docx")
    stage.say(OFFICE, "soạn lại")
    stage.tap(OFFICE, "Vẫn soạn bản mới")
    stage.heard(OFFICE)
    stage.send_file(OFFICE, name, first, DOCX)
    heard = stage.heard(OFFICE)[-1]
    assert "bản 1 (bản mới nhất là bản 2); không có gì phải ghi lại" in heard.text
    assert ["submit_paper:2", "Trình lãnh đạo"] in heard.choices


def test_a_file_that_is_none_is_refused_and_nothing_is_kept(stage: Stage) -> None:
    stage.send_file(OFFICE, "bao-cao.docx", b"PK\x03\x04 broken", DOCX)
    assert "bị hỏng" in stage.heard(OFFICE)[-1].text
    assert Kept(stage).edited == 0


def test_a_chairs_word_file_is_evidence_as_ever(stage: Stage) -> None:
    act(stage, CHAIR, "(tệp minh-chung.docx)")
    assert "Đã lưu minh-chung.docx" in stage.heard(CHAIR)[-1].text


def test_a_section_whose_border_is_a_guess_is_not_taken_over(stage: Stage) -> None:
    first = Kept(stage).content["finance"][0]
    said = send_back(stage, (FINANCE, ""), (first, "Viết lại phần tài chính."))
    assert "Chưa ghi lại vì tiêu đề bên cạnh không còn như cũ" in said
    assert not Kept(stage).prose


def test_a_new_file_ends_the_questions_about_the_one_before(stage: Stage) -> None:
    send_back(stage, ("63", "69"))
    stage.tap(OFFICE, "Xem từng số")
    assert "⚠ Số đoàn viên kết nạp mới trong kỳ: 63 đoàn viên → 70" in send_back(stage, ("63", "70"))
    stage.tap(OFFICE, "Xem từng số")
    stage.say(OFFICE, "ghi đè, theo danh sách ngày 14/10")
    assert Kept(stage).overrides[ADMITTED].value == 70


def override(stage: Stage, reason: str = "Công đoàn ngành Y tế bổ sung 6 người") -> None:
    """63 becomes 69 in the file, and stands so."""
    send_back(stage, ("63", "69"))
    stage.tap(OFFICE, "Xem từng số")
    stage.tap(OFFICE, "Ghi đè, có lý do")
    stage.say(OFFICE, reason)


@pytest.mark.parametrize(
    "words", ["à thôi chị nhầm, giữ 63", "thôi, giữ 63", "à thôi chị nhầm", "giữ số của hệ thống"]
)
def test_words_that_keep_the_figure_are_no_reason(stage: Stage, words: str) -> None:
    override(stage, words)
    assert "Giữ các số của hệ thống" in stage.heard(OFFICE)[-1].text
    assert not Kept(stage).overrides


def test_what_may_be_a_reason_or_not_is_asked(stage: Stage) -> None:
    override(stage, "đơn vị nhập nhầm, thiếu 6 người")
    assert "là lý do ghi 69 đoàn viên, hay" in stage.heard(OFFICE)[-1].text
    assert not Kept(stage).overrides
    stage.tap(OFFICE, "Đúng là lý do")
    assert Kept(stage).overrides[ADMITTED].reason == "đơn vị nhập nhầm, thiếu 6 người"


def test_an_override_can_be_taken_back(stage: Stage) -> None:
    override(stage)
    stage.say(OFFICE, "bỏ ghi đè")
    assert "lấy lại số các đơn vị báo, 63 đoàn viên, thay cho 69" in stage.heard(OFFICE)[-1].text
    assert not Kept(stage).overrides
    stage.say(OFFICE, "bỏ ghi đè")
    assert "không có số nào văn phòng ghi đè" in stage.heard(OFFICE)[-1].text


def test_the_units_figure_in_word_takes_an_override_back(stage: Stage) -> None:
    override(stage)
    stage.say(OFFICE, "soạn lại")
    said = send_back(stage, ("69", "63"))
    assert "đã bỏ ghi đè:\n✓ Số đoàn viên kết nạp mới trong kỳ: 69 đoàn viên → 63 đoàn viên" in said
    assert not Kept(stage).overrides


def test_of_an_overridden_figure_the_systems_is_the_units(stage: Stage) -> None:
    override(stage)
    stage.say(OFFICE, "soạn lại")
    assert "63 đoàn viên (văn phòng đang ghi đè 69 đoàn viên) → 70" in send_back(stage, ("69", "70"))
    stage.tap(OFFICE, "Xem từng số")
    assert "hệ thống 63 đoàn viên" in stage.heard(OFFICE)[-1].text
    stage.say(OFFICE, "giữ 69")
    assert Kept(stage).overrides[ADMITTED].value == 69


def test_nothing_is_submitted_while_a_figure_waits(stage: Stage) -> None:
    send_back(stage, ("63", "69"))
    stage.say(OFFICE, "soạn lại")
    assert "còn chờ quyết định: Số đoàn viên kết nạp mới trong kỳ" in stage.heard(OFFICE)[-1].text
    stage.tap(OFFICE, "Vẫn soạn bản mới")
    assert "còn chờ quyết định: Số đoàn viên kết nạp mới trong kỳ" in stage.heard(OFFICE)[-1].text
    stage.say(OFFICE, "trình")
    assert "01 số trong tệp Word chờ quyết định" in stage.heard(OFFICE)[-1].text
    assert [d.state for d in Kept(stage).versions] == ["draft", "draft"]
    stage.say(OFFICE, "việc")
    assert "63 đoàn viên → 69" in stage.heard(OFFICE)[-1].text
    stage.tap(OFFICE, "Xem từng số")
    stage.say(OFFICE, "63 ở đâu ra?")
    stage.tap(OFFICE, "Số đoàn viên kết nạp mới trong kỳ")
    assert "hệ thống 63 đoàn viên" in stage.heard(OFFICE)[-1].text  # the question goes on
    stage.tap(OFFICE, "Giữ số của hệ thống")
    stage.say(OFFICE, "trình")
    assert Kept(stage).versions[-1].state == "submitted"


def test_nothing_is_submitted_while_words_of_word_are_not_in_it(stage: Stage) -> None:
    send_back(stage, (" CĐCS, qua đó kết nạp ", " CĐCS và kết nạp mới "))
    stage.say(OFFICE, "trình")
    assert "chưa có trong bản này: I.6. Phát triển đoàn viên" in stage.heard(OFFICE)[-1].text
    stage.tap(OFFICE, "Soạn lại")
    stage.say(OFFICE, "trình")
    assert Kept(stage).versions[-1].state == "submitted"


def paste_a_plan(stage: Stage) -> str:
    """After section I.7 was edited in Word, a paper more is pasted; what the bot says."""
    send_back(stage, ("Các văn bản chủ yếu đã ban hành:", "Đã ban hành các văn bản sau:"))
    stage.say(OFFICE, "văn bản")
    stage.say(OFFICE, "Kế hoạch: kiểm tra công đoàn cơ sở cuối năm")
    stage.tap(OFFICE, "Ghi vào")
    return stage.heard(OFFICE)[-1].text


def test_a_line_pasted_after_the_word_edit_is_not_lost(stage: Stage) -> None:
    said = paste_a_plan(stage)
    assert "I.7. Văn bản ban hành đang theo bản sửa trong Word, nên chưa có:\n– Kế hoạch kiểm tra" in said
    stage.say(OFFICE, "soạn lại")
    assert "theo bản sửa trong Word chưa có: Kế hoạch kiểm tra" in stage.heard(OFFICE)[-1].text
    stage.say(OFFICE, "văn bản")
    stage.tap(OFFICE, "Giữ bản Word, thêm dòng mới")
    stage.say(OFFICE, "soạn lại")
    content = Kept(stage).content["issued"]
    assert "Đã ban hành các văn bản sau:" in content
    assert content[-1] == "- Kế hoạch kiểm tra công đoàn cơ sở cuối năm."
    assert "chưa có: Kế hoạch" not in stage.heard(OFFICE)[-1].text


def test_figures_that_came_after_the_word_edit_are_told_in_the_sections_own_words(stage: Stage) -> None:
    send_back(
        stage, ("Đôn đốc các cấp công đoàn", "Nhắc các cấp công đoàn"), (" được tổng hợp từ ", " lấy từ ")
    )
    stage.say(CHAIR, "sửa suất quà 4")
    stage.say(CHAIR, "đúng vậy")
    stage.say(OFFICE, "soạn lại")
    said = stage.heard(OFFICE)[-1].text
    assert "I.3. Chăm lo theo bản sửa trong Word chưa có: Trong tháng, các CĐCS đã tặng 04 suất quà." in said
    stage.say(OFFICE, "lời văn")
    stage.say(OFFICE, "chăm lo")
    stage.say(OFFICE, "Thăm hỏi đoàn viên ốm đau kịp thời.")
    stage.tap(OFFICE, "Giữ bản Word, thêm dòng mới")
    stage.say(OFFICE, "soạn lại")
    assert Kept(stage).content["care"][-2:] == (
        "Thăm hỏi đoàn viên ốm đau kịp thời.",
        "Trong tháng, các CĐCS đã tặng {gifts@2023-10} suất quà.",
    )


def test_what_the_section_would_not_say_is_not_lacking_in_its_word_edit(stage: Stage) -> None:
    send_back(stage, (" được tổng hợp từ ", " lấy từ "))
    assert "opening" in Kept(stage).prose
    database = Database(f"sqlite:///{stage.file}")
    with database.begin() as tx:
        campaign = campaigns.by_period(tx, "2023-10")
        assert campaign is not None
        late = next(a for a in assignments.of_campaign(tx, campaign.id) if a.form == "grassroots-monthly")
        assignments.set_state(tx, late.id, state=late.state, late=True)
    database.dispose()
    stage.say(OFFICE, "soạn lại")
    assert "chưa có:" not in stage.heard(OFFICE)[-1].text
    assert Kept(stage).late == 1


def test_a_kept_section_can_be_composed_from_the_data_again(stage: Stage) -> None:
    paste_a_plan(stage)
    stage.tap(OFFICE, "Lấy mục này từ số liệu")
    stage.say(OFFICE, "soạn lại")
    content = " ".join(Kept(stage).content["issued"])
    assert "Đã ban hành" not in content
    assert "kiểm tra công đoàn cơ sở cuối năm" in content


def test_a_figure_changed_in_an_annex_is_named_as_not_kept(stage: Stage) -> None:
    assert "– thêm hoặc sửa «Công đoàn ngành Y tế: 1.504»" in send_back(stage, ("1.144", "1.504"))


def test_a_line_taken_out_in_chat_that_stands_in_the_word_edit_is_named(stage: Stage) -> None:
    send_back(stage, ("Các văn bản chủ yếu đã ban hành:", "Đã ban hành các văn bản sau:"))
    stage.say(OFFICE, "văn bản")
    first = next(line for line in stage.heard(OFFICE)[-1].text.splitlines() if line.startswith("1. "))
    gone = first.removeprefix("1. ").partition(" ")[2]
    stage.say(OFFICE, "xóa 1")
    said = stage.heard(OFFICE)[-1].text
    assert "đang theo bản sửa trong Word, nên vẫn còn dòng đã bỏ:\n– " in said
    stage.say(OFFICE, "soạn lại")
    said = stage.heard(OFFICE)[-1].text
    assert "theo bản sửa trong Word vẫn còn dòng đã bỏ: " in said and gone[:20] in said
    stage.say(OFFICE, "văn bản")
    stage.tap(OFFICE, "Lấy mục này từ số liệu")
    stage.say(OFFICE, "soạn lại")
    assert "dòng đã bỏ" not in stage.heard(OFFICE)[-1].text


def test_an_award_taken_out_is_named_and_one_put_back_is_not(stage: Stage) -> None:
    send_back(stage, ("đạt kết quả xuất sắc", "đạt kết quả cao"))
    assert "emulation" in Kept(stage).prose
    for number in (1, 2, 8):  # printed with «nêu trên», by its occasion, as a proposal
        stage.say(OFFICE, "khen thưởng")
        stage.say(OFFICE, f"xóa {number}")
        assert "vẫn còn dòng đã bỏ" in stage.heard(OFFICE)[-1].text
        stage.say(OFFICE, "hoàn tác")
        assert "dòng đã bỏ" not in stage.heard(OFFICE)[-1].text
    stage.say(OFFICE, "khen thưởng")
    stage.say(OFFICE, "LĐLĐ tỉnh tặng Bằng khen cho 7 cá nhân có thành tích trong hội thi nấu ăn cơ quan")
    stage.tap(OFFICE, "Ghi vào")
    stage.say(OFFICE, "xóa 10")
    assert "dòng đã bỏ" not in stage.heard(OFFICE)[-1].text
