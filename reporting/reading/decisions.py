"""Whether a text asked for as a remark or a reason is one, or says that nothing shall be done after all."""

from collections.abc import Collection, Sequence
from typing import Literal

from reporting.reading import decision_words as data
from reporting.reading.typed import Word, phrase, same_words, words_of

Meaning = Literal["keep", "reason", "unsure", "nothing"]
_LEAST_WORDS = 2  # of a reason


def leaves(text: str) -> bool:
    """Whether somebody asked for words says only that they would rather not: «thôi», «à thôi em nhầm»."""
    words = words_of(text)
    rest, found = _without(words, (*data.LEAVING, *data.KEEPING))
    return found and not _without(rest, data.AROUND)[0]


def reason_or_not(text: str, kept: Collection[str]) -> Meaning:
    """What a text says where the reason of an override is asked.

    `kept`: the units' figure as it may be typed ("63"). keep: that one shall stand; unsure: it could be either, and
    is to be asked; nothing: no reason and no decision.
    """
    words = words_of(text)
    rest, found = _without(words, data.KEEPING)
    told = [word for word in _without(rest, data.AROUND)[0] if word.key not in kept]
    alone, alone_found = _without(words, data.KEEPING_ALONE)
    if alone_found and not _without(alone, data.AROUND)[0]:
        return "keep"
    if found:
        return "unsure" if told else "keep"
    letters = [word for word in told if word.key.isalpha()]
    if not letters or len(letters) + len(words) <= _LEAST_WORDS + 1:
        return "nothing"
    return "unsure" if text.rstrip().endswith("?") else "reason"


def names_units_figure(text: str) -> bool:
    """Whether the units' figure is meant by name: «giữ số của hệ thống»."""
    return _without(words_of(text), data.UNITS_FIGURE)[1]


def _without(words: Sequence[Word], phrases: Sequence[str]) -> tuple[list[Word], bool]:
    """The words that are left when every phrase is taken out, the longest first; whether there was any."""
    known = sorted({phrase(text) for text in phrases}, key=len, reverse=True)
    left: list[Word] = []
    found, at = False, 0
    while at < len(words):
        length = next((len(p) for p in known if same_words(words[at : at + len(p)], p)), 0)
        found = found or bool(length)
        if not length:
            left.append(words[at])
        at += length or 1
    return left, found
