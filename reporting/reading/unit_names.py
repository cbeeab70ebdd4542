"""Finds a unit by what a person types: its code, its initials, some words of its name, with small slips."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reporting.reading.polite import cores
from reporting.reading.typed import Word, keys, phrase, same_word, same_words, words_of
from reporting.text import clean

_LONGEST = 300  # characters
_MOST_WORDS = 16
_SHORTEST_PART = 2  # letters of a word typed in part
_SHORTEST_SLIP = 4  # letters of a word that may hold one slip
_SHORTEST_INITIALS = 3  # letters of an abbreviation in a name, typed in full
_GENERIC = tuple(phrase(text) for text in ("cđcs", "cđ", "công đoàn cơ sở", "công đoàn", "đơn vị", "cơ sở"))


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a name, or of what was typed for one. `own`: without "công đoàn" and the like, if any are left."""

    every: tuple[Word, ...]
    own: tuple[Word, ...]
    generic: bool

    @property
    def joined(self) -> str:
        return "".join(keys(self.every))


def _words(words: Sequence[Word]) -> _Words:
    own: list[Word] = []
    place = 0
    while place < len(words):
        known = next((k for k in _GENERIC if same_words(words[place : place + len(k)], k)), None)
        if known is None:
            own.append(words[place])
        place += len(known or "-")
    return _Words(tuple(words), tuple(own) or tuple(words), not own)


@lru_cache(maxsize=8192)
def _name(text: str) -> _Words:
    return _words(words_of(clean(text)))


def _initials(words: Sequence[Word]) -> str:
    return "".join(word.key if word.key.isdecimal() else word.key[:1] for word in words)


def _abbreviated(typed: Sequence[Word], name: Sequence[Word]) -> Sequence[Word]:
    """What was typed, with runs of words put as the abbreviations that the name has for them ("THPT")."""
    for meant in name:
        length = len(meant.key)
        if length < _SHORTEST_INITIALS or meant.key.isdecimal():
            continue
        for place in range(len(typed) - length + 1):
            if _initials(typed[place : place + length]) == meant.key:
                typed = [*typed[:place], meant, *typed[place + length :]]
                break
    return typed


def _one_slip(typed: str, meant: str) -> bool:
    """Whether one letter was put wrong, left out, or put in, or two neighbours were swapped."""
    if abs(len(typed) - len(meant)) > 1 or min(len(typed), len(meant)) < _SHORTEST_SLIP:
        return False
    same = 0
    while same < min(len(typed), len(meant)) and typed[same] == meant[same]:
        same += 1
    rest, wanted = typed[same:], meant[same:]
    swapped = rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:]
    return same > 0 and (rest[1:] == wanted[1:] or rest[1:] == wanted or rest == wanted[1:] or swapped)


def _agrees(typed: Word, meant: Word, tier: int) -> bool:
    if tier == _AS_TYPED:
        return same_word(typed, meant)
    if typed.key.isdecimal() or meant.key.isdecimal():
        return typed.key == meant.key
    if len(typed.key) >= _SHORTEST_PART and meant.key.startswith(typed.key):
        return True
    return typed.key == meant.key or (tier == _SLIPPED and _one_slip(typed.key, meant.key))


def _run(typed: Word, name: Sequence[Word], free: Sequence[int], tier: int) -> range | None:
    """The free words of a name that one typed word stands for: one word, or several by their initials."""
    for place in free:
        if _agrees(typed, name[place], tier):
            return range(place, place + 1)
        for length in range(2, min(len(typed.key), len(name) - place) + 1):
            run = range(place, place + length)
            if _initials(name[place : place + length]) == typed.key and all(taken in free for taken in run):
                return run
    return None


def _covered(typed: Sequence[Word], name: Sequence[Word], tier: int) -> int:
    """How many words of the name the typed words stand for, each once, in any order; 0 if one stands for none."""
    free = list(range(len(name)))
    for word in typed:
        run = _run(word, name, free, tier)
        if run is None:
            return 0
        free = [place for place in free if place not in run]
    return len(name) - len(free)


_WHOLE, _OWN, _BY_INITIALS, _AS_TYPED, _IN_PART, _SLIPPED = range(6)


def _rank(typed: _Words, name: _Words, code: str, tiers: Sequence[int]) -> tuple[int, float] | None:
    """How well a unit answers what was typed: a tier, 0 is best, and within it the part of the name left unsaid."""
    if typed.joined == code or same_words(typed.every, name.every):
        return _WHOLE, 0.0
    if same_words(typed.own, name.own):
        return _OWN, 0.0
    if len(typed.joined) > 1 and typed.joined in (_initials(name.own), _initials(name.every)):
        return _BY_INITIALS, 0.0
    sought = name.every if typed.generic else name.own
    said = _abbreviated(typed.own, sought)
    for tier in tiers:
        covered = _covered(said, sought, tier)
        if covered:
            return tier, 1 - covered / len(sought)
    return None


def find_units(text: str, units: Sequence[tuple[int, str, str]], *, whole: bool = False) -> list[int]:
    """The ids of the units (id, name, code) a person may mean, best first; none if nothing fits.

    By code or whole name, by initials ("syt"), by some of its words in any order; then by words typed in part, and by
    words with one slip. Only the best of these ways that finds anything counts. `whole`: none but whole words count.
    """
    text = clean(text[: _LONGEST + 1])
    words = words_of(text) if len(text) <= _LONGEST else []
    if not words or len(words) > _MOST_WORDS:
        return []
    tiers = (_AS_TYPED,) if whole else (_AS_TYPED, _IN_PART, _SLIPPED)
    for core in cores(words):
        typed = _words(core)
        ranks = [
            (_rank(typed, _name(name), _name(code).joined, tiers), unit_id) for unit_id, name, code in units
        ]
        found = [(rank, unit_id) for rank, unit_id in ranks if rank is not None]
        if found:
            best = min(rank[0] for rank, _ in found)
            found.sort(key=lambda each: each[0])
            return [unit_id for rank, unit_id in found if rank[0] == best]
    return []
