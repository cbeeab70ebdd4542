"""Questions about correcting a report: until when, whose figure counts; and taking a correction back."""

from reporting.reading.about_words import ABOUT
from reporting.reading.polite import cores
from reporting.reading.typed import phrase, same_words, words_of

_KNOWN = tuple((name, phrase(text)) for name, texts in ABOUT.items() for text in texts)
_LONGEST = 120  # characters


def about(text: str) -> str | None:
    """until_when, undo or whose; None for any other text.

    >>> about("sửa đến bao giờ?")
    'until_when'
    """
    words = words_of(text) if len(text) <= _LONGEST else []
    for core in cores(words):
        for name, known in _KNOWN:
            if same_words(core, known):
                return name
    return None
