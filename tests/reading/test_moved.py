"""Figures told as a difference from last month's."""

import pytest

from reporting.reading.moved import Moved, moved, with_comparisons
from reporting.reading.readings import Given
from reporting.reading.reply_types import Item


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tăng 3", Moved(3, False)),
        ("nữ tăng 3", Moved(3, False)),
        ("giam 2 nguoi", Moved(-2, False)),
        ("thêm 3 nữ so với tháng trước", Moved(3, True)),
        ("so với tháng trước tăng 2", Moved(2, True)),
        ("nhiều hơn tháng trước 2 buổi", Moved(2, True)),
        ("lượt dự kém tháng trước 10", Moved(-10, True)),
        ("ít hơn kỳ trước 5 suất ạ", Moved(-5, True)),
        ("hơn thang truoc 1", Moved(1, True)),
        ("hơn chục", None),
        ("hơn 20 người", None),
        ("3 buổi, thêm 1 buổi ở xã", None),
        ("kết nạp thêm 2 cháu", None),
        ("20", None),
        ("tăng 3 so với năm ngoái vì đông", None),
        ("như tháng trước", None),
    ],
)
def test_how_far_from_last_month(text: str, found: Moved | None) -> None:
    assert moved(text) == found


def test_an_item_whose_clause_compares_has_that_clause_for_its_text() -> None:
    items = (Item("a", "2 buổi", Given(2)), Item("b", "12", Given(12)))
    found = with_comparisons(items, "nhiều hơn tháng trước 2 buổi, 12 lượt")
    assert [item.text for item in found] == ["nhiều hơn tháng trước 2 buổi", "12"]
