"""What is said of numbered lines, and what only looks like it."""

import pytest

from reporting.reading.command_words import OUTCOME_WORDS
from reporting.reading.commands import command
from reporting.reading.line_orders import LineOrder, line_order

ORDERS = {
    "xóa 3": LineOrder("remove", (3,)),
    "xoa 2,5 và 7.": LineOrder("remove", (2, 5, 7)),
    "xoá dòng 4": LineOrder("remove", (4,)),
    "xóa hết": LineOrder("remove", all=True),
    "sửa 3": LineOrder("replace", (3,)),
    "thay dòng 2: 06 cá nhân": LineOrder("replace", (2,), rest="06 cá nhân"),
    "thay cả danh sách": LineOrder("replace", all=True),
}


@pytest.mark.parametrize(("text", "order"), ORDERS.items())
def test_an_order_about_lines(text: str, order: LineOrder) -> None:
    assert line_order(text) == order


@pytest.mark.parametrize(
    "text",
    ["xóa", "xóa 3 nhà tạm", "Sửa chữa 3 nhà", "sửa 3, 4 x", "Xóa đói giảm nghèo", "Thay mặt 5 đồng chí", ""],
)
def test_a_line_of_a_list_is_no_order(text: str) -> None:
    assert line_order(text) is None


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("xong 1, 3", LineOrder("done", (1, 3))),
        ("xong tất cả", LineOrder("done", all=True)),
        ("chuyển tháng sau 2", LineOrder("moved", (2,))),
        ("bo 4", LineOrder("dropped", (4,))),
    ],
)
def test_what_became_of_tasks(text: str, order: LineOrder) -> None:
    assert line_order(text, OUTCOME_WORDS) == order


@pytest.mark.parametrize(
    "text", ["khen thưởng", "nhiệm vụ", "văn bản", "góp ý", "lời văn", "việc tháng trước"]
)
def test_the_words_of_the_office_disturb_nobody_in_a_text_question(text: str) -> None:
    assert command(text) is not None
    assert command(text, narrow=True) is None
    assert command(f"{text} của đơn vị") is None
