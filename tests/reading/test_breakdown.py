"""What a sum is made of is no sum of its own."""

import pytest

from reporting.reading.breakdown import without_breakdown


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("chi 2 triệu 1 (trong đó thăm 600k, quà 1tr5)", "chi 2 triệu 1"),
        ("1; 2; 2tr1 (thăm 600k + quà 1tr5)", "1; 2; 2tr1"),
        ("chi 2.100.000đ: thăm 600.000đ, quà 1.500.000đ", "chi 2.100.000đ"),
        ("tổng 2tr1 gồm thăm 600k với quà 1tr5, sáng kiến 1", "tổng 2tr1, sáng kiến 1"),
        ("chi 2tr1 (thăm 1 người 600k, quà 3 suất 1tr5)", "chi 2tr1, thăm 1 người, quà 3 suất"),
        ("2tr1 trong đó quà 1tr5", "2tr1"),
    ],
)
def test_the_parts_of_a_sum_explain_it(text: str, left: str) -> None:
    assert without_breakdown(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "chi 2tr1 (thăm 600k, quà 2tr)", "chi 2tr1 (trong đó thăm 600k, quà 2tr)", "chi 2tr1 (mỗi suất 300k)",
        "2tr1 (trong đó cấp trên hỗ trợ 500k)", "thăm 600k, quà 1tr5", "kết nạp 2 (1 nam 1 nữ)",
    ],
)  # fmt: skip
def test_what_does_not_add_up_is_left(text: str) -> None:
    assert without_breakdown(text) == text
