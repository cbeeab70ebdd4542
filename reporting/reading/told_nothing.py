"""«kết nạp 2, giảm 1, không có kiến nghị gì»: lines for words that a part of a message says to be empty."""

import re
from collections.abc import Sequence

from reporting.reading.free_words import says_nothing
from reporting.reading.reply_types import Line
from reporting.reading.typed import phrase, same_words, words_of

_PART = re.compile(r"(?:[;\n]+|,|\.)(?=\s|$)\s*|\n+")
_MOST = 12  # words of such a part


def nothing_told(text: str, lines: Sequence[Line]) -> tuple[str, tuple[str, ...]]:
    """The text without such parts, and the codes of their lines; `lines` ask for words. Something has to be left.

    >>> nothing_told("giảm 1, không có kiến nghị gì ạ", (Line(14, "hard", "text", "Kiến nghị"),))
    ('giảm 1', ('hard',))
    """
    kept, codes = [], []
    place = 0
    for end in [*(mark.span() for mark in _PART.finditer(text)), (len(text), len(text))]:
        part = text[place : end[0]]
        named = [line.code for line in lines if _names(part, line) and says_nothing(part, line)]
        codes += named
        if not named:
            kept.append(text[place : end[1]])
        place = end[1]
    left = "".join(kept).strip(" ,;\n")
    return (left, tuple(codes)) if left and codes else (text, ())


def _names(part: str, line: Line) -> bool:
    words = words_of(part)
    known = [phrase(name) for name in (line.label, *line.words)]
    return len(words) <= _MOST and any(
        same_words(words[place : place + len(name)], name)
        for name in known
        for place in range(len(words) - len(name) + 1)
    )
