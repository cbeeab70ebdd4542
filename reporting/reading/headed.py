"""The name of a group of lines at the head of a reply: «chăm lo: 4 lượt, quà 20, tiền 3tr5»."""

import re
from collections.abc import Mapping, Sequence

from reporting.reading.labels import is_common
from reporting.reading.reply_types import Line
from reporting.reading.typed import Word, phrase, same_words, words_of
from reporting.text import clean

_BEHIND = re.compile(r"\s*[:\-–—=]?\s*(?=\d)|\s*[:\-–—=]\s*(?=\S)")
_BEFORE = ("phan", "muc", "ve", "da", "em", "bao", "cao", "con")  # words that say nothing of what is reported
_FEWEST = 2  # words of a heading


def headed(text: str, groups: Mapping[str, str], lines: Sequence[Line]) -> tuple[str, str] | None:
    """The group (by code, of those with their labels) whose name a text begins with, and what follows it.

    Words that name a line, or stand behind any figure, are no heading.
    """
    words = words_of(text)
    while words and words[0].key in _BEFORE:
        words = words[1:]
    named = [phrase(clean(each)) for line in lines for each in (line.label, *line.words)]
    for code, label in groups.items():
        length = _length(words, phrase(clean(label)))
        head = words[:length]
        if length < _FEWEST or is_common(head) or any(same_words(head, each) for each in named):
            continue
        behind = _BEHIND.match(text, head[-1].end)
        if behind is not None:
            return code, text[behind.end() :]
    return None


def _length(words: Sequence[Word], label: Sequence[Word]) -> int:
    """How many words a text has of the beginning of a label."""
    most = min(len(words), len(label))
    return next((n for n in range(most, 0, -1) if same_words(words[:n], label[:n])), 0)
