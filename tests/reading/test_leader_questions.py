"""What a leader asks of a report that it answers itself."""

import pytest

from reporting.reading.leader_questions import Asks, leader_question, number_in

ASKED: list[tuple[Asks | None, str]] = [
    ("changes", "bản này khác bản trước chỗ nào"),
    ("changes", "ban nay khac ban truoc the nao"),
    ("changes", "bản này khác gì bản trước"),
    ("changes", "có gì mới so với bản đã phát hành"),
    ("changes", "khác chỗ nào so với bản 1"),
    ("changes", "em sửa những chỗ nào rồi"),
    ("changes", "so với bản trước đã sửa gì"),
    ("changes", "thay đổi những gì"),
    ("changes", "bản này có gì thay đổi không"),
    ("compare", "so với tháng 9 thì tăng hay giảm"),
    ("compare", "so với cùng kỳ thế nào"),
    ("compare", "tăng hay giảm so với tháng trước"),
    ("compare", "có gì thay đổi so với tháng trước"),
    (None, "hôm nay có gì mới không"),
    (None, "thêm so sánh với tháng 9, em bổ sung nhé"),
    (None, "cần có so với tháng 9 tăng hay giảm"),
    (None, "sửa mục 3"),
    (None, "báo cáo tháng 10"),
    (None, "Than Uyên thế nào rồi"),
]


@pytest.mark.parametrize(("asked", "text"), ASKED)
def test_what_is_asked(asked: Asks | None, text: str) -> None:
    assert leader_question(text) == asked


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("tại sao 649 lượt mà có 20 buổi", "649"),
        ("sao tháng 9 ít thế", ""),
        ("13,2 triệu sao nhiều vậy", "13,2"),
    ],
)
def test_its_number(text: str, number: str) -> None:
    assert number_in(text) == number
