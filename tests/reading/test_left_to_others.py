"""Somebody else reports the rest: taken out of a message; one's own promise and other words are not that."""

import pytest

from reporting.reading.left_to_others import without_left_to_others


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("mấy mục kia chị Hằng báo", ""), ("may muc con lai de anh Pang dien nhe", ""),
        ("còn lại đồng chí phó chủ tịch sẽ báo", ""), ("45, phần sau chị Hằng làm", "45"),
        ("chị Hằng báo các mục còn lại, đúng rồi", "đúng rồi"), ("phần còn lại để đồng chí phó làm giúp", ""),
    ],
)  # fmt: skip
def test_the_rest_is_left_to_somebody(text: str, rest: str) -> None:
    assert without_left_to_others(text) == (rest, True)


@pytest.mark.parametrize(
    "text",
    [
        "mấy mục kia tôi báo sau", "các mục còn lại không có", "chị Hằng báo 45", "do chị Hằng mới về",
        "mấy mục kia chị đang hỏi kế toán", "còn lại chị Hằng nghỉ hưu", "phần sau em báo sau nhé",
    ],
)  # fmt: skip
def test_other_words_stay(text: str) -> None:
    assert without_left_to_others(text) == (text, False)
