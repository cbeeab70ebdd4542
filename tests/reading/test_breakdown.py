"""What a sum is made of is no sum of its own."""

import pytest

from reporting.reading.breakdown import without_breakdown
from reporting.reading.total_alone import total_alone


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("chi 2 triệu 1 (trong đó thăm 600k, quà 1tr5)", "chi 2 triệu 1"),
        ("1; 2; 2tr1 (thăm 600k + quà 1tr5)", "1; 2; 2tr1"),
        ("chi 2.100.000đ: thăm 600.000đ, quà 1.500.000đ", "chi 2.100.000đ"),
        ("tổng 2tr1 gồm thăm 600k với quà 1tr5, sáng kiến 1", "tổng 2tr1, sáng kiến 1"),
        ("chi 2tr1 (thăm 1 người 600k, quà 3 suất 1tr5)", "chi 2tr1, thăm 1 người, quà 3 suất"),
        ("2tr1 trong đó quà 1tr5", "2tr1"),
        ("1tr5, hỗ trợ 2 bạn mỗi bạn 1 triệu nữa là 3tr5", "hỗ trợ 2 bạn, tổng 3tr5"),
        ("thăm 3 ng 1tr5, quà 2 suất 1tr vị chi là 2tr5", "thăm 3 ng, quà 2 suất, tổng 2tr5"),
    ],
)
def test_the_parts_of_a_sum_explain_it(text: str, left: str) -> None:
    assert without_breakdown(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "chi 2tr1 (thăm 600k, quà 2tr)", "chi 2tr1 (trong đó thăm 600k, quà 2tr)", "chi 2tr1 (mỗi suất 300k)",
        "2tr1 (trong đó cấp trên hỗ trợ 500k)", "thăm 600k, quà 1tr5", "kết nạp 2 (1 nam 1 nữ)",
        "tiền chăm lo thêm 500k nữa là 2tr", "tiền từ 1tr5 thành 3tr5",
    ],
)  # fmt: skip
def test_what_does_not_add_up_is_left(text: str) -> None:
    assert without_breakdown(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("thăm hỏi phải là 5 lượt nhé, tính cả hai bạn khó khăn", "thăm hỏi phải là 5 lượt nhé"),
        ("tham hoi la 5 luot (ke ca 2 ban kho khan), qua 1", "tham hoi la 5 luot, qua 1"),
        ("thăm hỏi cộng 2 bạn khó khăn là 5 lượt", "thăm hỏi 5 lượt"),
        ("thăm 3 người ốm cộng 2 bạn khó khăn là 5 lượt", "thăm 5 lượt"),
        ("thăm 3 người ốm cộng 2 bạn khó khăn là 4 lượt", "thăm 3 người ốm cộng 2 bạn khó khăn là 4 lượt"),
        ("thăm hỏi cộng 2 bạn là 5 triệu", "thăm hỏi cộng 2 bạn là 5 triệu"),
        ("kết nạp thêm 2 bạn là 47 đoàn viên", "kết nạp thêm 2 bạn là 47 đoàn viên"),
        ("quà 5 suất, kể cả tiền là 2 triệu", "quà 5 suất, kể cả tiền là 2 triệu"),
    ],
)
def test_a_total_stands_without_what_is_counted_into_it(text: str, left: str) -> None:
    assert total_alone(text) == left
