"""Questions for where a figure comes from."""

import pytest

from reporting.reading.source_asked import source_asked


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("63 ở đâu ra?", "63"),
        ("63 o dau ra", "63"),
        ("đoàn viên mới ở đâu ra", "đoàn viên mới"),
        ("cho tôi hỏi 1.250 lấy từ đâu ạ?", "hỏi 1.250"),
        ("suất quà từ đâu ra?", "suất quà"),
        ("3.666 là của đơn vị nào?", "3.666"),
        ("19 lượt là những ai", "19 lượt"),
        ("34 lượt tập huấn là những đơn vị nào", "34 lượt tập huấn"),
        ("13,2 triệu gồm những ai", "13,2 triệu"),
        ("13,2 trieu gom nhung don vi nao vay em", "13,2 trieu"),
        ("153% tính thế nào", "153%"),
    ],
)
def test_asked(text: str, about: str) -> None:
    assert source_asked(text) == about


@pytest.mark.parametrize(
    "text",
    [
        "",
        "63",
        "ở đâu ra?",
        "tiến độ đến đâu rồi",
        "ai chưa gửi",
        "x\nở đâu ra",
        "chưa gửi là những đơn vị nào",
    ],
)
def test_not_asked(text: str) -> None:
    assert source_asked(text) is None
