"""Questions about correcting a report: until when, whose figure counts; and taking a correction back."""

import re

from reporting.reading.about_words import ABOUT
from reporting.reading.polite import cores
from reporting.reading.typed import phrase, same_words, words_of

_KNOWN = tuple((name, phrase(text)) for name, texts in ABOUT.items() for text in texts)
_DENIAL = re.compile(
    r"(?:(?:ấy|ay|ơ|o|à|a|thôi|thoi|ý|chết|chet)\s+)*(?:không|khong|ko|nhầm|nham|chết|chet|thôi|thoi)(?:\s+(?:rồi|roi))?\s*,\s*",
    re.IGNORECASE,
)
_LONGEST = 120  # characters


def about(text: str) -> str | None:
    """until_when, undo, resend or whose; None for any other text.

    >>> about("sửa đến bao giờ?")
    'until_when'
    """
    if len(text) > _LONGEST:
        return None
    denial = _DENIAL.match(text)
    return _about(text) or (_about(text[denial.end() :]) if denial else None)


def _about(text: str) -> str | None:
    words = words_of(text)
    for core in cores(words):
        for name, known in _KNOWN:
            if same_words(core, known):
                return name
    return None
