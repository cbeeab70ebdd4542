"""What is left of a message that takes a figure back."""

import pytest

from reporting.reading.mended import (
    correction,
    is_wordy,
    only_denies,
    only_slips,
    right_and_wrong,
    segments_with_figures,
    taken_back_within,
    without_denied,
    without_slip,
)
from reporting.text import clean


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("nham, 10tr", "10tr"),
        ("ủa nhầm 20", "20"),
        ("không, 50", "50"),
        ("sai rồi, 12 người", "12 người"),
        ("dạ xin lỗi, gõ nhầm là 5", "5"),
        ("nhầm", "nhầm"),
        ("không", "không"),
        ("-5", "-5"),
        ("12", "12"),
        ("hội nghị mở rộng, 3 buổi", "hội nghị mở rộng, 3 buổi"),
        ("", ""),
    ],
)
def test_words_that_take_back_are_left_out(text: str, left: str) -> None:
    assert without_slip(text) == left


@pytest.mark.parametrize(
    ("text", "figures", "wordy"),
    [
        ("1, 25, 0, 0", 4, False),
        ("02 lượt, 02 suất, 1.200.000 đồng", 3, False),
        ("mở 2 lớp, mỗi lớp 600 người", 2, True),
        ("tăng mạnh", 0, False),
        ("1\n2; 3", 3, False),
        ("1,5", 1, False),
    ],
)
def test_a_sentence_is_told_from_figures(text: str, figures: int, wordy: bool) -> None:
    assert (segments_with_figures(text), is_wordy(text)) == (figures, wordy)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("nham, 33", "33"),
        ("à nhầm 33", "33"),
        ("dạ em gõ nhầm, nữ 33 ạ", "nữ 33 ạ"),
        ("sai rồi, 33", "33"),
        ("à khoan, thăm 3 chứ ko phải 2", "thăm 3"),
        ("khoan, 5", "5"),
        ("không phải, 33", "33"),
        ("khoan 50", None),
        ("sai phạm 3", None),
        ("không, 50", None),
        ("nhầm", None),
        ("33", None),
    ],
)
def test_what_plainly_takes_back_is_told_from_other_words(text: str, right: str | None) -> None:
    assert correction(text) == right


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("3 chứ ko phải 2", "3"),
        ("3, không phải 2", "3"),
        ("3 chứ không 2", "3"),
        ("không phải 2 mà là 3", "3"),
        ("ko phải 2, 3", "3"),
        ("5, không phải 2, 3", "5, 3"),
        ("thăm 3 chứ ko phải 2, quà 5", "thăm 3, quà 5"),
        ("không phải 4", "không phải 4"),
        ("không, 2", "không, 2"),
        ("thăm 5, thầy Pâng ghi 4 là thiếu", "thăm 5"),
        ("thầy Pâng ghi 4 là thiếu", "thầy Pâng ghi 4 là thiếu"),
    ],
)
def test_a_denied_figure_is_left_out(text: str, left: str) -> None:
    assert without_denied(text) == left


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("giảm 1, nữ 24... a nham, nữ 33", ("giảm 1, nữ 24", "nữ 33")),
        ("quà 15; à khoan, thăm 3", ("quà 15", "thăm 3")),
        ("quà 15, thăm 3", None),
        ("à nhầm, thăm 3", None),
        ("quà 15, nhầm rồi", None),
    ],
)
def test_a_message_is_parted_where_it_takes_something_back(text: str, parts: tuple[str, str] | None) -> None:
    assert taken_back_within(text) == parts


def test_what_only_says_that_something_was_wrong() -> None:
    assert only_slips("gõ nhầm") and only_slips("chết") and not only_slips("quà hết rồi")


def test_a_mere_denial_is_no_figure() -> None:
    assert only_denies("không phải 4") and only_denies("ko phải là 4 đâu")
    assert not only_denies("không phải 4 mà 5") and not only_denies("4") and not only_denies("không")


def test_a_long_message_is_let_be_at_once() -> None:
    """What has no end of figures is no correction, and must not be searched for one: it would take minutes."""
    for text in ("63, " * 1024, "3 không phải " * 300, "chứ không phải 2, " * 250):
        assert without_denied(text) == clean(text)
        assert right_and_wrong(text) is None
        assert not only_denies(text)
