"""What somebody not yet linked asks."""

import pytest

from reporting.reading.stranger_words import letters_for_code, phone_in, stranger_asks


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("bạn là ai? robot à?", "who"),
        ("đây là kênh gì", "who"),
        ("tôi chưa có mã", "no_code"),
        ("mã ở đâu", "no_code"),
        ("em quên mã rồi", "no_code"),
        ("văn phòng số điện thoại bao nhiêu?", "office"),
        ("gọi cho ai", "office"),
        ("xin chào", ""),
        ("", ""),
    ],
)
def test_topics(text: str, topic: str) -> None:
    assert stranger_asks(text) == topic


@pytest.mark.parametrize(
    ("text", "number"),
    [("0912345678", "84912345678"), ("0912 345 678.", "84912345678"), ("12", ""), ("sđt 0912345678", "")],
)
def test_a_telephone_number(text: str, number: str) -> None:
    assert phone_in(text) == number


@pytest.mark.parametrize(
    ("text", "is_one"), [("ABCD-EFGH", True), ("abcd-efgh", True), ("ABCD EFGH", True), ("xin chao", False)]
)
def test_letters_alone(text: str, is_one: bool) -> None:
    assert letters_for_code(text) is is_one
