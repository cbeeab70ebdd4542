"""A figure that takes the one before back: "nhầm, 10tr", "ủa lộn 20" mean the figure alone."""

import re

from reporting.reading.typed import phrase, same_words, words_of
from reporting.text import clean

_BACK = tuple(
    phrase(text)
    for text in (
        "nhầm", "nhầm rồi", "nhầm số", "gõ nhầm", "lộn", "lộn rồi", "gõ lộn", "sai", "sai rồi", "không phải",
        "không đúng", "không", "ủa", "à", "ơ", "ý", "ối", "chết", "thôi chết", "quên", "xin lỗi", "dạ", "đúng là",
        "đúng ra là", "phải là", "sửa", "sửa lại", "sửa thành", "là",
    )
)  # fmt: skip
_LONGEST = 3
_SEPARATOR = re.compile(r"[;\n]|,\s")


def without_slip(text: str) -> str:
    """What is left of a message after the words that take something back; all of it if no figure would be left.

    >>> without_slip("ủa nhầm, 20")
    '20'
    """
    text = clean(text)
    words = words_of(text)
    start = 0
    while start < len(words):
        for length in range(_LONGEST, 0, -1):
            if any(same_words(words[start : start + length], known) for known in _BACK):
                start += length
                break
        else:
            break
    rest = text[words[start].start :] if 0 < start < len(words) else ""
    return rest if any(c.isdigit() for c in rest) else text


def segments(text: str) -> list[str]:
    """The parts of a message, parted by line, semicolon or comma and blank."""
    return [part for part in _SEPARATOR.split(clean(text)) if part.strip()]


def segments_with_figures(text: str) -> int:
    """In how many parts of a message digits stand."""
    return sum(any(c.isdigit() for c in part) for part in segments(text))


def is_wordy(text: str) -> bool:
    """Whether a message is rather a sentence than figures: at least three letters for a digit, and a few words."""
    digits, letters = sum(c.isdigit() for c in text), sum(c.isalpha() for c in text)
    return letters >= 3 * digits and len(words_of(text)) >= 3
