"""What a person typed, word by word, compared the way people type on a phone.

Diacritics may be left out, wholly or in part, but never put wrong: "sua", "sưa" and "sửa" are all *sửa*, "sữa" is
not. Letters and digits part company even without a blank ("kn63" is two words). Texts are taken in normal form
(`reporting.text.clean`).
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reporting.text import fold

_SHORT = 200  # characters of a text whose words are remembered
_WORD = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its folded `key`, its diacritics as sorted `marks`, and where it stands in the text."""

    key: str
    marks: str
    start: int
    end: int


@lru_cache(maxsize=8192)
def _key_and_marks(word: str) -> tuple[str, str]:
    lowered = unicodedata.normalize("NFD", word.casefold())
    marks = sorted(char for char in lowered if unicodedata.combining(char) or char == "đ")
    return fold(word), "".join(marks)


def words_of(text: str) -> list[Word]:
    """The words of a text in order; whatever is neither letter nor digit stands between them."""
    return list(_words(text)) if len(text) <= _SHORT else _found(text)


def _found(text: str) -> list[Word]:
    return [Word(*_key_and_marks(found[0]), found.start(), found.end()) for found in _WORD.finditer(text)]


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[Word, ...]:
    return tuple(_found(text))  # one message is looked at by many readers


@lru_cache(maxsize=4096)
def phrase(text: str) -> tuple[Word, ...]:
    """A phrase that people may type, prepared for comparing."""
    return tuple(words_of(text))


def keys(words: Iterable[Word]) -> tuple[str, ...]:
    return tuple(word.key for word in words)


def has_marks(words: Iterable[Word]) -> bool:
    return any(word.marks for word in words)


def same_word(typed: Word, meant: Word) -> bool:
    """Whether `typed` can stand for `meant`: the same letters, and no diacritic that `meant` has not."""
    if typed.key != meant.key:
        return False
    return not typed.marks or all(typed.marks.count(mark) <= meant.marks.count(mark) for mark in typed.marks)


@lru_cache(maxsize=256)
def _by_first_word(phrases: tuple[str, ...]) -> Mapping[str, tuple[tuple[Word, ...], ...]]:
    known = [words for words in map(phrase, phrases) if words]
    return {key: tuple(w for w in known if w[0].key == key) for key in {words[0].key for words in known}}


def holds(words: Sequence[Word], phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases stands somewhere in a text."""
    known = _by_first_word(phrases)
    return any(
        same_words(words[place : place + len(each)], each)
        for place, word in enumerate(words)
        for each in known.get(word.key, ())
    )


def same_words(typed: Sequence[Word], meant: Sequence[Word]) -> bool:
    """Whether a typed sequence of words can stand for a whole phrase."""
    return len(typed) == len(meant) and all(map(same_word, typed, meant))
