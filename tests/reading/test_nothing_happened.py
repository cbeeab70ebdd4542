"""Whether a message only says that the month brought nothing."""

import pytest

from reporting.reading.decisions import only_thumbs
from reporting.reading.free_words import nothing_happened

SAID = [
    ("tháng này không có gì", True),
    ("thang nay k co j", True),
    ("báo cáo tháng này không có gì", True),
    ("đơn vị tôi tháng này không có gì", True),
    ("cơ quan không có hoạt động gì", True),
    ("đơn vị không có gì ạ", True),
    ("sửa không có đơn vị này", False),
    ("sua khong co don vi nay", False),
    ("xem không có đơn vị này", False),
    ("gửi không có đơn vị này", False),
    ("nhắc không có đơn vị này", False),
    ("không có đơn vị này", False),
    ("không có đơn vị nào ạ", False),
    ("ko có trường này nhé", False),
    ("sửa lại là tháng này không có gì", False),
]


@pytest.mark.parametrize(("text", "nothing"), SAID)
def test_nothing_happened(text: str, nothing: bool) -> None:
    assert nothing_happened(text) is nothing


@pytest.mark.parametrize(
    ("text", "nods"),
    [
        ("👍", True),
        ("👍🏻👍", True),
        ("👌 👌", True),
        ("❤️", True),
        ("...", False),
        ("()", False),
        ("😀", False),
    ],
)
def test_a_thumb_is_a_nod(text: str, nods: bool) -> None:
    assert only_thumbs(text) is nods
