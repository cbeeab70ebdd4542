"""Courtesies, reasons and questions around a command; corrections after other words; what is no new text."""

import pytest

from reporting.reading.about import takes_back
from reporting.reading.commands import command
from reporting.reading.corrections import fix_within
from reporting.reading.doubt_reply import asks_why
from reporting.reading.fixes import fix_target
from reporting.reading.reply_types import Line
from reporting.reading.told import is_instruction, without_order

COURSES = Line(12, "courses", "count", "Lượt tập huấn", ("tập huấn",), flow=True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("da em chao, bat dau a", "start"),
        ("bd", "start"),
        ("để lát nữa tôi làm tiếp nhé, đang họp", "pause"),
        ("em đang họp, để lát nữa", "pause"),
        ("Anh Thắng báo đến đâu rồi để em làm tiếp", "resume"),
        ("uh dung r", "yes"),
        ("dung r", "yes"),
    ],
)
def test_a_command_with_words_around(text: str, name: str) -> None:
    found = command(text)
    assert found is not None and found.name == name


@pytest.mark.parametrize("text", ["tặng quà cho công nhân, để sau này nhớ", "họp xong, gửi", "chào, mai gặp"])
def test_other_sentences_are_no_pause(text: str) -> None:
    found = command(text)
    assert found is None or found.name != "pause"


@pytest.mark.parametrize(
    ("text", "taken_back"),
    [
        ("ấy không, ghi lại như cũ giúp tôi", True),
        ("hoàn lại", True),
        ("trả lại như cũ", True),
        ("không, tháng này có hội thao", False),
    ],
)
def test_taking_a_correction_back(text: str, taken_back: bool) -> None:
    assert takes_back(text) == taken_back


def test_a_correction_after_other_words() -> None:
    assert fix_within("tuyên truyền còn buổi nữa, sửa 4 thành 2, 5 thành 85") == "4 thành 2, 5 thành 85"
    assert fix_within("ngày 5/10 họp, sửa 4 thành 2") == ""
    assert fix_within("đã sửa quạt, sửa đèn") == ""


def test_whose_line_it_is_may_be_said() -> None:
    assert fix_target("tập huấn của xã Mường So thành 4", (COURSES,)) == ((COURSES,), "4")


@pytest.mark.parametrize("text", ["bỏ câu tặng quà đi", "thêm hội thao", "xóa đoạn cuối", "đổi chữ tháng 9"])
def test_what_to_do_with_a_text_is_not_the_text(text: str) -> None:
    assert is_instruction(text)


@pytest.mark.parametrize("text", ["hội thao 20/10", "trung thu cho các cháu", "bổ nhiệm 2 đồng chí"])
def test_a_text_is_no_instruction(text: str) -> None:
    assert not is_instruction(text)


def test_what_is_to_be_added() -> None:
    assert without_order("thêm câu: hội thao") == "hội thao"
    assert without_order("thêm hội thao") == "hội thao"


def test_why_it_is_asked() -> None:
    assert asks_why("sao lại hỏi thế") and asks_why("la sao")
    assert not asks_why("tiền là bao nhiêu thế?")
