"""What became of last month's tasks, as it is typed: one order or several in a message."""

import pytest

from handlers.dialogues.paper_desk.outcomes import _order
from reporting.reading.outcome_orders import outcomes_in


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        ("xong 1, 3", [("done", (1, 3))]),
        ("việc 2 đang làm", [("moved", (2,))]),
        ("5 chưa làm được", [("moved", (5,))]),
        ("chuyển 3, xong 4", [("moved", (3,)), ("done", (4,))]),
        ("4 xong; 5 bỏ", [("done", (4,)), ("dropped", (5,))]),
        ("xong 1, việc khác", []),
        ("bỏ qua", []),
    ],
)
def test_outcomes_in_one_message(text: str, orders: list[tuple[str, tuple[int, ...]]]) -> None:
    assert [(one.order.verb, one.order.numbers) for one in outcomes_in(text, TASKS, _order)] == orders


TASKS = (
    "Tổ chức hội nghị người lao động", "Phát động thi đua", "Giám sát việc thực hiện chế độ chính sách",
    "Tập huấn cán bộ",
    "Kiểm tra việc sử dụng vốn vay", "Kiểm tra tài chính",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        (
            "xong 1,2,4, cái giám sát chưa xong chuyển sang tháng 11, kiểm tra vốn vay bỏ đi",
            [("done", (1, 2, 4), ""), ("moved", (3,), ""), ("dropped", (5,), "")],
        ),
        (
            "xong 1, 2, 4, cái giám sát chưa làm xong chuyển sang tháng 11",
            [("done", (1, 2, 4), ""), ("moved", (3,), "")],
        ),
        (
            "bỏ 5 vì ngân hàng CSXH đã kiểm tra trong tháng 9",
            [("dropped", (5,), "ngân hàng CSXH đã kiểm tra trong tháng 9")],
        ),
        ("chuyển 3 do đoàn bận, chưa có lịch", [("moved", (3,), "đoàn bận, chưa có lịch")]),
        ("tập huấn xong rồi", [("done", (4,), "")]),
        ("kiểm tra bỏ đi", []),  # two of them
        ("đi họp về làm", []),
    ],
)
def test_by_words_of_the_task_and_with_a_reason(
    text: str, orders: list[tuple[str, tuple[int, ...], str]]
) -> None:
    found = outcomes_in(text, TASKS, _order)
    assert [(one.order.verb, one.order.numbers, one.reason) for one in found] == orders
