"""Of which kind papers are, said by their numbers."""

import pytest

from reporting.reading.kind_orders import kind_order


@pytest.mark.parametrize(
    ("text", "numbers", "kinds"),
    [
        ("6 với 7 không phải quyết định mà là thông báo và hướng dẫn", (6, 7), ("others", "guides")),
        ("6 là thông báo", (6,), ("others",)),
        ("dòng 3 là công văn nhé", (3,), ("letters",)),
        ("2, 3 là kế hoạch", (2, 3), ("plans", "plans")),
        ("chuyển 5 sang hướng dẫn", (5,), ("guides",)),
        ("so 4 khong phai bao cao ma la to trinh", (4,), ("others",)),
    ],
)
def test_an_order(text: str, numbers: tuple[int, ...], kinds: tuple[str, ...]) -> None:
    order = kind_order(text)
    assert order is not None
    assert (order.numbers, tuple(kind for kind, _ in order.kinds)) == (numbers, kinds)


@pytest.mark.parametrize(
    "text",
    [
        "6 đơn vị là điểm sáng",
        "1 hướng dẫn về hội nghị",
        "xóa 3",
        "6 và 7 là thông báo, kế hoạch và công văn",
        "Kế hoạch 6",
    ],
)
def test_none(text: str) -> None:
    assert kind_order(text) is None
