"""Questions for the source of a figure: "63 ở đâu ra?", "đoàn viên mới lấy từ đâu"."""

from reporting.reading.command_words import FROM_WHERE, MADE_OF
from reporting.reading.commands import command
from reporting.reading.polite import cores
from reporting.reading.typed import phrase, same_words, words_of
from reporting.text import clean

_LONGEST = 120  # characters
_ORDERS = ("return", "nudge", "enter_for")  # «trả lại … dòng 3, giảm một chị là ai»
_ENDINGS = tuple(sorted((phrase(text) for text in (*FROM_WHERE, *MADE_OF)), key=len, reverse=True))
_OF_NUMBERS = frozenset(phrase(text) for text in MADE_OF)


def source_asked(text: str) -> str | None:
    """What the question is about, as typed ("63", "đoàn viên mới"); None where it is none."""
    text = clean(text)
    order = command(text)
    if not text or len(text) > _LONGEST or "\n" in text or (order is not None and order.name in _ORDERS):
        return None
    for words in reversed(list(cores(words_of(text)))):
        if any(same_words(words, ending) for ending in _ENDINGS):
            return None
        for ending in _ENDINGS:
            if len(words) > len(ending) and same_words(words[-len(ending) :], ending):
                asked = words[: -len(ending)]
                percent = "%" if text[asked[-1].end :].startswith("%") else ""
                about = text[asked[0].start : asked[-1].end] + percent
                if ending not in _OF_NUMBERS or any(c.isdigit() for c in about):
                    return about
    return None
