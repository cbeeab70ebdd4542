"""What became of last month's tasks, as it is typed: one order or several in a message."""

import pytest

from handlers.dialogues.paper_desk.outcomes import _orders


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
    assert [(order.verb, order.numbers) for order in _orders(text)] == orders
