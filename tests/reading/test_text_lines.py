"""Lines for words: what is kept of them, when there is nothing (more), and several of them in one message."""

import pytest

from reporting.reading.amends import amended
from reporting.reading.reply_types import Line
from reporting.reading.text_lines import (
    as_before,
    clauses_of_lines,
    nothing_more,
    rest_empty,
    tidied,
    to_the_bot,
)
from tests.reading.real_form import LINES as FIGURE_LINES

GOOD = Line(13, "good", "text", "Nổi bật", ("nổi bật", "hoạt động"))
HARD = Line(14, "hard", "text", "Khó khăn, kiến nghị", ("khó khăn", "kiến nghị", "đề xuất"))


@pytest.mark.parametrize(
    ("text", "line", "kept"),
    [
        ("KIẾN NGHỊ: Đề nghị hỗ trợ sửa nhà", HARD, "Đề nghị hỗ trợ sửa nhà"),
        ("Khó khăn, kiến nghị: thiếu sân", HARD, "thiếu sân"),
        ("13. Hoạt động nổi bật: thi văn nghệ", GOOD, "thi văn nghệ"),
        ("Dạ tháng qua công đoàn xã tổ chức hội thi", GOOD, "tháng qua công đoàn xã tổ chức hội thi"),
        ("Dạ thưa đồng chí, thi cắm hoa", GOOD, "thi cắm hoa"),
        ("noi bat chi ghi thi nau an 20/10 thoi", GOOD, "thi nau an 20/10"),
        ("nổi bật chỉ ghi: 5 đội thi cắm hoa, 46 cô dự", GOOD, "5 đội thi cắm hoa, 46 cô dự"),
        ("giao luu bong chuyen. het", GOOD, "giao luu bong chuyen"),
        ("gõ lại: sửa mái", HARD, "sửa mái"),
        ("hoạt động ghi nhận tốt", GOOD, "hoạt động ghi nhận tốt"),
        ("khó khăn về kinh phí", HARD, "khó khăn về kinh phí"),
        ("thưa vắng công nhân", HARD, "thưa vắng công nhân"),
        ("da tang qua", GOOD, "da tang qua"),
    ],
)
def test_tidied(text: str, line: Line, kept: str) -> None:
    assert tidied(text, line) == kept


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("hết rồi", True), ("het roi", True), ("0", True), ("Dạ không có gì thêm ạ", True), ("con lai k co j", True),
        ("xong", True), ("hết nước sạch", False), ("còn lại 3 phòng dột", False), ("xong nhà công vụ", False),
    ],
)  # fmt: skip
def test_nothing_more(text: str, is_so: bool) -> None:
    assert nothing_more(text) is is_so


def test_as_before_and_orders() -> None:
    assert as_before("van nhu thang truoc") and as_before("như kỳ trước ạ")
    assert not as_before("như tháng trước thiếu phòng")
    assert to_the_bot("Em nhớ sửa chữ tiêm chủng viết hoa nhé") and to_the_bot("bỏ chữ hết ở cuối giúp chị")
    assert not to_the_bot("sửa lại mái trường") and not to_the_bot("viết bài tuyên truyền")
    assert rest_empty("thi nấu ăn, còn lại k có j") == "thi nấu ăn"
    assert rest_empty("thi nấu ăn, còn lại 3 đội chưa thi") is None


@pytest.mark.parametrize(
    ("text", "said", "rest"),
    [
        ("sửa nữ 27, nổi bật không có, khó khăn không có", {"good": "", "hard": ""}, "sửa nữ 27"),
        ("nham, noi bat khong co gi. kho khan cung khong", {"good": "", "hard": ""}, "nham"),
        ("khó khăn không có kinh phí", {}, "khó khăn không có kinh phí"),
        ("nổi bật chỉ ghi: 5 đội, 46 cô", {"good": "5 đội, 46 cô"}, ""),
    ],
)
def test_clauses_of_lines(text: str, said: dict[str, str], rest: str) -> None:
    assert clauses_of_lines(text, [GOOD, HARD]) == (said, rest)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("nham roi, buoi tt la 2 thoi, 44 nguoi", "buoi tt la 2 thoi, 44 nguoi"),
        ("em ơi chị ghi nhầm, tổng 72 nhưng nữ là 44 thôi", "nữ là 44 thôi"),
        ("a quen tham 1 dong chi om 300k, sua giup", "tham 1 dong chi om 300k"),
        ("à cậu Hòa cũng có sáng kiến nữa, vậy là 2", "sáng kiến 2"),
        ("anh quên 1 suất nữa cho cô Thìn 400k, tức quà 6 suất 2tr9", "quà 6 suất 2tr9"),
        ("sao lại ghi thăm hỏi 1, có thăm ai đâu", "thăm hỏi 0"),
        ("tiền 1tr8 thôi chứ không phải 2tr4 nhé", "tiền 1tr8 thôi"),
        (
            "Dạ thưa đồng chí, tôi xin đính chính tiền chăm lo là mười hai triệu",
            "tiền chăm lo là mười hai triệu",
        ),
        ("nhầm thì sửa thế nào?", None),
        ("cảm ơn em nhé", None),
        ("tháng này đông hơn", None),
    ],
)
def test_amended(text: str, right: str | None) -> None:
    lines = [line for code, line in FIGURE_LINES.items() if code != "members_total"]
    assert amended(text, lines, (72,)) == right
