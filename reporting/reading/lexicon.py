"""Which known words and phrases stand at a place of a text, however they are spelt."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, product
from typing import Literal

from reporting.reading import absence_words, answer_words, nouns, words
from reporting.reading.spelling import Grade, grade, one_slip, untelexed
from reporting.reading.tokens import Token
from reporting.reading.typed import Word, phrase

Family = Literal["count", "money", "yesno"]

# Words of their own without their diacritics, where a text has diacritics: «buổi sau», «nam», «bay», «bọn».
_OTHER_WORDS = frozenset({"sau", "nam", "bay", "tam", "bon"})
_KEPT_THOUGH_SLIPPED = "Mzy"  # phrases that may hold a slip


@dataclass(frozen=True, slots=True)
class Sense:
    """A phrase of `length` tokens. `role` is a number word's, or one letter: its part in the sentence."""

    length: int
    role: str
    value: int
    grade: Grade
    key: str


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[Word, ...]
    role: str
    value: int
    spelt: bool  # known only with its diacritics


class Lexicon:
    """All phrases for one family of kinds, found by the key of their first word."""

    def __init__(self, entries: Iterator[_Entry]) -> None:
        self._by_first: dict[str, list[_Entry]] = {}
        known: set[tuple[tuple[Word, ...], str, int]] = set()
        for entry in entries:
            if (entry.words, entry.role, entry.value) not in known:
                known.add((entry.words, entry.role, entry.value))
                self._by_first.setdefault(entry.words[0].key, []).append(entry)
        self._courtesies = {e.words for found in self._by_first.values() for e in found if e.role in "pP"}
        self._numbers = [e for found in self._by_first.values() for e in found if len(e.role) > 1]

    def senses(self, tokens: Sequence[Token], start: int, marked: bool = False) -> list[Sense]:
        """What may stand at `start`. `marked`: whether the text has diacritics at all.

        Words of a text with diacritics are only what they are spelt as, if that is known.
        """
        first = tokens[start].word
        if first is None:
            return []
        found = [
            sense for entry in self._by_first.get(first.key, ()) for sense in _match(entry, tokens, start)
        ]
        if all(sense.grade is Grade.SLIP for sense in found):
            found.extend(self._slips(first))
        found = [
            s for s in found if s.grade is not Grade.SLIP or s.length == 1 or s.role in _KEPT_THOUGH_SLIPPED
        ]
        return [sense for sense in found if _stands(sense, found, marked)]

    def is_courtesy(self, word: Word) -> bool:
        """Whether a word, spelt with its diacritics, is a courtesy."""
        return any(len(known) == 1 and grade(word, known[0]) is Grade.EXACT for known in self._courtesies)

    def _slips(self, word: Word) -> Iterator[Sense]:
        """An unknown word that is one letter away from a number word."""
        plain = untelexed(word.key)
        for entry in self._numbers:
            key = entry.words[0].key
            if (plain == key and len(key) > 1) or one_slip(word.key, key):
                yield Sense(1, entry.role, entry.value, Grade.SLIP, key)


def _match(entry: _Entry, tokens: Sequence[Token], start: int) -> Iterator[Sense]:
    length = len(entry.words)
    worst = Grade.EXACT
    for known, token in zip(entry.words, tokens[start : start + length], strict=False):
        found = grade(token.word, known) if token.word is not None else None
        if found is None:
            return
        worst = max(worst, found)
    if start + length > len(tokens) or (entry.spelt and worst is not Grade.EXACT):
        return
    yield Sense(length, entry.role, entry.value, worst, " ".join(word.key for word in entry.words))


def _stands(sense: Sense, found: Sequence[Sense], marked: bool) -> bool:
    """Whether a sense is as good as any; in a text without diacritics, or for a number word, one without will do."""
    rivals = [other for other in found if other.length == sense.length]
    if marked and sense.grade is Grade.LOOSE and sense.role == "digit" and sense.key in _OTHER_WORDS:
        return False
    if sense.grade is Grade.LOOSE and marked and len(sense.role) > 1:
        rivals = [other for other in rivals if len(other.role) > 1]
    best = min(other.grade for other in rivals)
    return sense.grade == best or (not marked and sense.grade is Grade.LOOSE)


def _listed(text: str) -> list[str]:
    """The phrases of a text in `words.py`."""
    return [written for part in text.split(",") if (written := " ".join(part.split()))]


def _entries(text: str, role: str, value: int = 0) -> Iterator[_Entry]:
    for written in _listed(text):
        yield _Entry(phrase(written.lstrip("=")), role, value, written.startswith("="))


def _numbers(table: Mapping[str, Mapping[str, int]]) -> Iterator[_Entry]:
    for role, row in table.items():
        for written, value in row.items():
            yield from _entries(written, role, value)


def _absences(family: Family) -> Iterator[_Entry]:
    """M: there is no figure yet. Whether something was done is known to who has not counted it."""
    collecting = "" if family == "yesno" else absence_words.COLLECTING
    negated = product(_listed(absence_words.NEGATIONS), _listed(f"{absence_words.KNOWING},{collecting}"))
    awaited = product(_listed(absence_words.WAITING), _listed(absence_words.AWAITED))
    for first, second in chain(negated, awaited):
        yield from _entries(f"{first} {second}", "M")
    yield from _entries(f"{absence_words.BUSY},{absence_words.LOST}", "M")


def _shared(family: Family) -> Iterator[_Entry]:
    yield from _numbers(words.NUMBER_WORDS)
    if family == "money":
        yield from _numbers(words.MONEY_WORDS)
    for role, text in words.MARKERS.items():
        yield from _entries(text, role)
    for negation in _listed(f"{words.MARKERS['z']},{words.MARKERS['Z']}"):
        yield from _entries(f"{negation} có", "z")
    roles = {
        "c": words.CURRENCY, "%": words.PERCENT, "C": words.FOREIGN, "p": words.LEADING, "P": words.TRAILING,
        "L": words.LABELLED_BY, "t": words.COLLECTIVES, "g": words.INDIVIDUALS, "n": nouns.NOUNS, "w": nouns.NEUTRAL,
    }  # fmt: skip
    for role, text in roles.items():
        yield from _entries(text, role)
    yield from _absences(family)


def _yes_and_no() -> Iterator[_Entry]:
    """The answers to a yes-no question take the place of whatever those words are elsewhere."""
    answers = {
        "Y": answer_words.YES,
        "D": answer_words.YES_DOUBTED,
        "N": answer_words.NO,
        "F": answer_words.NOT_YET,
    }
    own = [entry for role, text in answers.items() for entry in _entries(text, role)]
    courtesies = {entry.words for entry in _entries(words.LEADING, "p")}
    taken = {entry.words for entry in own} - courtesies
    openings = {entry.words[0] for entry in own if entry.role == "Y" and len(entry.words) == 1}
    yield from own
    for entry in _shared("yesno"):
        answered = entry.role in "nw" and entry.words[0] in openings  # "đã tổ chức"
        if entry.words not in taken and not answered:
            yield entry


@cache
def lexicon(family: Family) -> Lexicon:
    """The lexicon of a family of kinds, built once."""
    return Lexicon(_yes_and_no() if family == "yesno" else _shared(family))


@cache
def phrases_of(letters: str) -> tuple[tuple[str, ...], ...]:
    """The folded words of all phrases that do any of these parts in a sentence about counts."""
    return tuple(
        tuple(word.key for word in entry.words) for entry in _shared("count") if entry.role in set(letters)
    )
