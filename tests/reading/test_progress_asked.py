"""Whose progress is asked for by name."""

import pytest

from reporting.reading.progress_asked import progress_asked


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("bên giáo dục gửi đến đâu rồi nhỉ", "giao duc"),
        ("Sìn Hồ gửi chưa em", "sin ho"),
        ("Điện lực nộp báo cáo chưa", "dien luc"),
        ("công đoàn ngành Y tế đã gửi được mấy đơn vị rồi", "cong doan nganh y te"),
        ("tiến độ Sìn Hồ", "sin ho"),
        ("tiến độ của bên giáo dục", "giao duc"),
    ],
)
def test_named(text: str, name: str) -> None:
    assert progress_asked(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tiến độ",
        "đến đâu rồi",
        "ai gửi chưa",
        "em gửi chưa",
        "đơn vị nào chưa gửi",
        "Sìn Hồ",
        "63 ở đâu ra",
    ],
)
def test_nobody_named(text: str) -> None:
    assert progress_asked(text) is None
