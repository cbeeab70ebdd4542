"""What a reviewer says of lines to be returned."""

import pytest

from reporting.reading.returned_lines import asks_source, drops, of_lines

PARTS = [
    (
        "dòng 1 tăng 9 nhiều quá; dòng 10 tiền lấy từ đâu",
        [((1,), "tăng 9 nhiều quá"), ((10,), "tiền lấy từ đâu")],
    ),
    ("5 số quà cao bất thường, dòng 6 chưa rõ", [((5,), "số quà cao bất thường"), ((6,), "chưa rõ")]),
    ("9 Lớp &lt;an toàn&gt; & vệ sinh", [((9,), "Lớp &lt;an toàn&gt; & vệ sinh")]),
    ("9 thiếu danh sách ;ký nhận", [((9,), "thiếu danh sách ;ký nhận")]),
    ("1 và 3", [((1, 3), "")]),
    ("dòng 3, 4, 5 kiểm tra lại", [((3, 4, 5), "kiểm tra lại")]),
    ("dòng 3 và dòng 5 sai", [((3, 5), "sai")]),
    ("dong 3 + 4: ra lai", [((3, 4), "ra lai")]),
    ("4 xem lại giúp, số khác hẳn mọi tháng", [((4,), "xem lại giúp, số khác hẳn mọi tháng")]),
    ("3, 4 suất thôi à", [((3,), "4 suất thôi à")]),
    ("10. 5 triệu là sai", [((10,), "5 triệu là sai")]),
    ("1 nghi nhầm; xem lại nhé", [((1,), "nghi nhầm; xem lại nhé")]),
    ("xem lại dòng 4", [((4,), "xem lại dòng 4")]),
    ("1 sai\n2 thiếu", [((1,), "sai"), ((2,), "thiếu")]),
    ("số nữ giảm 22 là sao?", [((), "số nữ giảm 22 là sao?")]),
    ("2.500.000 đồng lấy ở đâu", [((), "2.500.000 đồng lấy ở đâu")]),
]


@pytest.mark.parametrize(("text", "parts"), PARTS)
def test_the_lines_and_what_is_said_of_them(text: str, parts: list[tuple[tuple[int, ...], str]]) -> None:
    assert [(part.numbers, part.reason) for part in of_lines(text) if not part.drop] == parts


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("xóa dòng 4", (4,)),
        ("bỏ dòng 4", (4,)),
        ("bo dong 4 di", (4,)),
        ("thôi dòng 4", (4,)),
        ("dòng 4 thôi", (4,)),
        ("bỏ 4 và 5", (4, 5)),
        ("không trả lại dòng 4 nữa", (4,)),
        ("bỏ sót quà Tết", ()),
        ("dòng 4 thôi việc nhiều quá", ()),
        ("4 sai", ()),
    ],
)
def test_lines_taken_out_again(text: str, numbers: tuple[int, ...]) -> None:
    assert drops(text) == numbers


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("13 ở đâu ra", True),
        ("13 o dau ra?", True),
        ("dòng 13 ở đâu ra", False),
        ("10 tiền lấy từ đâu", False),
    ],
)
def test_a_numbers_source_is_no_remark(text: str, asks: bool) -> None:
    assert asks_source(text) is asks
