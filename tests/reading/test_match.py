"""A typed answer picks an offered choice; by table."""

import pytest

from reporting.reading.match import match_choice

CHOICES = [
    ("send", "Gửi báo cáo", ("gửi", "nộp")),
    ("fix", "✎ Sửa", ()),
    ("sure", "Đúng vậy", ("đúng",)),
    ("stop", "Dừng", ()),
    ("other", "Sửa dòng khác", ()),
    ("this", "Sửa dòng này", ()),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gửi báo cáo", "send"),
        ("gui bao cao", "send"),
        ("dạ gửi ạ", "send"),
        ("nộp", "send"),
        ("gửi báo", "send"),
        ("sửa", "fix"),
        ("sua nhe", "fix"),
        ("đúng", "sure"),
        ("dừng", "stop"),
        ("dung", ("sure", "stop")),
        ("sửa dòng", ("other", "this")),
        ("sửa dòng này", "this"),
        ("Gửi.", "send"),
        ("báo cáo", None),
        ("", None),
        ("ạ", None),
        ("👍", None),
        ("63", None),
        ("b", None),
        ("2", None),
        ("sữa", None),
        ("gửi " * 100, None),
    ],
)
def test_by_words(text: str, expected: str | tuple[str, ...] | None) -> None:
    assert match_choice(text, CHOICES, letters=False) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", "send"),
        ("B", "fix"),
        ("c)", "sure"),
        ("câu d", "stop"),
        ("em chọn b ạ", "fix"),
        ("g", None),
        ("2", None),
        ("ạ", None),
    ],
)
def test_by_letter_where_letters_are_offered(text: str, expected: str | None) -> None:
    assert match_choice(text, CHOICES, letters=True) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", "send"),
        ("2.", "fix"),
        ("số 3 ạ", "sure"),
        ("(4)", "stop"),
        ("0", None),
        ("7", None),
        ("b", None),
    ],
)
def test_by_number_only_where_no_number_is_expected(text: str, expected: str | None) -> None:
    assert match_choice(text, CHOICES, letters=False, numbers=True) == expected


def test_a_label_comes_before_a_letter() -> None:
    assert match_choice("b", [("x", "A", ()), ("y", "C", ("b",))], letters=True) == "y"


def test_no_choices() -> None:
    assert match_choice("a", [], letters=True, numbers=True) is None
