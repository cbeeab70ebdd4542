"""What "sửa …" names: the line and the text of its new value."""

import pytest

from reporting.reading.fixes import fix_target
from reporting.reading.replies import Line

LINES = (
    Line(1, "in", "count", "Kết nạp mới", ("kết nạp", "kn")),
    Line(5, "women", "count", "Đoàn viên nữ", ("nữ",)),
    Line(6, "spent", "money", "Tiền quà", ("tiền",)),
    Line(7, "class", "count", "Số lớp", ("lớp",)),
    Line(8, "class2", "count", "Lớp khác", ("lớp",)),
)


@pytest.mark.parametrize(
    ("argument", "codes", "value"),
    [
        ("5", ["women"], ""),
        ("5.", ["women"], ""),
        ("5 12", ["women"], "12"),
        ("5 = 12", ["women"], "12"),
        ("5: 12", ["women"], "12"),
        ("5=12", ["women"], "12"),
        ("5 thành 12", ["women"], "12"),
        ("5 từ 10 thành 12", ["women"], "12"),
        ("6 1,5 triệu", ["spent"], "1,5 triệu"),
        ("kết nạp 12", ["in"], "12"),
        ("ket nap", ["in"], ""),
        ("kn: 12 đv", ["in"], "12 đv"),
        ("số đoàn viên nữ là 30", ["women"], "30"),
        ("30 nữ", ["women"], "30"),
        ("tiền quà", ["spent"], ""),
        ("lớp 5", ["class", "class2"], "5"),
        ("9 12", [], "9 12"),
        ("abc", [], "abc"),
        ("5.000", [], "5.000"),
        ("", [], ""),
    ],
)
def test_targets(argument: str, codes: list[str], value: str) -> None:
    lines, text = fix_target(argument, LINES)
    assert [line.code for line in lines] == codes
    assert text == value
