"""Who answers for a unit, as it is asked."""

import pytest

from reporting.reading.holders_asked import HoldersAsked, holders_asked

CASES = [
    ("ai là chủ tịch Bình Lư", "binh lu", False),
    ("ai làm phó chủ tịch của trường Tà Mung vậy em", "truong ta mung", False),
    ("chủ tịch Bình Lư là ai", "binh lu", False),
    ("Trường THCS Bình Lư do ai phụ trách", "truong thcs binh lu", False),
    ("ai phụ trách Tà Mung ạ", "ta mung", False),
    ("số điện thoại chủ tịch Bình Lư", "binh lu", True),
    ("cho xin sđt của Bình Lư", "binh lu", True),
]
NONE = ("ai chưa gửi", "ai nhập số này", "chủ tịch Bình Lư gửi chưa", "bạn là ai", "ai là chủ tịch", "")


@pytest.mark.parametrize(("text", "unit", "phone"), CASES)
def test_whose_people(text: str, unit: str, phone: bool) -> None:
    assert holders_asked(text) == HoldersAsked(unit, phone)


@pytest.mark.parametrize("text", NONE)
def test_other_texts(text: str) -> None:
    assert holders_asked(text) is None
