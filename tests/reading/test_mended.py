"""What is left of a message that takes a figure back."""

import pytest

from reporting.reading.mended import is_wordy, segments_with_figures, without_slip


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
