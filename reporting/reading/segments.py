"""Cuts a text into pieces, each with its part in the sentence: all the cuts that explain it best, then lesser ones.

The parts are letters: Q a quantity, n what is counted, w a word in the way, h not exact … (`words.MARKERS`, and
`signs.py`); the shapes of sentences are patterns over them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from reporting.reading import signs
from reporting.reading.lexicon import Family, Sense, lexicon
from reporting.reading.numeral_node import Node
from reporting.reading.numeral_standing import standing
from reporting.reading.numerals import Numerals
from reporting.reading.respell import taken_apart
from reporting.reading.spelling import Grade
from reporting.reading.tokens import Token, tokens_of

Unit = Literal["", "dong", "percent"]

MOST_TOKENS = 48
_MOST_CUTS = 8
_QUANTITY, _UNIT, _PIECE, _SIGN, _COURTESY, _UNKNOWN, _BAD = 6, 1, 4, 2, 2, 20, 60
_KEPT_THOUGH_SLIPPED = frozenset("hmvFMyzT")
_NOUNS = ("n", "t", "g")
_WORD_LIKE = re.compile(r"[a-z]{2,7}", re.ASCII)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORT_NUMBER = re.compile(r"\d{1,2}")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A numeral with all its readings, and the unit that was written with it; `counted` if a noun follows.

    `noun`: what is counted, as typed: right behind the figure, or else last before it; empty where nothing is said.
    """

    nodes: tuple[Node, ...]
    unit: Unit = ""
    counted: bool = False
    noun: str = ""


@dataclass(frozen=True, slots=True)
class Cut:
    """One way to cut a text: a letter for each piece, and the quantities in order."""

    parts: str
    quantities: tuple[Quantity, ...]
    cost: int
    said: str = ""  # the last noun that no figure has taken


@dataclass(frozen=True, slots=True)
class _Edge:
    end: int
    part: str
    cost: int
    quantity: Quantity | None = None
    noun: str = ""


@lru_cache(maxsize=512)
def cuts(text: str, family: Family, blank_groups: bool = True) -> tuple[Cut, ...]:
    """Ways to cut a text in normal form, the best first. Texts of more than MOST_TOKENS tokens are cut to that."""
    known = lexicon(family)
    tokens = taken_apart(tokens_of(text, MOST_TOKENS)[:MOST_TOKENS], known)
    marked = any(
        token.word is not None and token.word.marks and not known.is_courtesy(token.word) for token in tokens
    )
    senses = standing(tokens, [known.senses(tokens, start, marked) for start in range(len(tokens))])
    edges = _Edges(tokens, senses, Numerals(tokens, senses, blank_groups=blank_groups))
    best: list[list[Cut]] = [[] for _ in range(len(tokens) + 1)]
    best[0] = [Cut("", (), 0)]
    for start in range(len(tokens)):
        reached = sorted(best[start], key=lambda cut: cut.cost)[:_MOST_CUTS]
        for edge in edges.at(start) if reached else ():
            best[edge.end].extend(_extended(cut, edge) for cut in reached)
    found: dict[tuple[str, tuple[Quantity, ...]], Cut] = {}
    for cut in sorted(map(_finished, best[-1]), key=lambda cut: cut.cost):
        found.setdefault((cut.parts, cut.quantities), cut)
    return tuple(cut for cut in found.values() if cut.parts or len(found) == 1)[:_MOST_CUTS]


def _extended(cut: Cut, edge: _Edge) -> Cut:
    parts, cost = cut.parts + edge.part, cut.cost + edge.cost
    if edge.quantity is not None:
        return Cut(parts, (*cut.quantities, replace(edge.quantity, noun=cut.said)), cost)
    if edge.noun and cut.parts.endswith("Q") and not cut.quantities[-1].noun:
        *others, last = cut.quantities
        return Cut(parts, (*others, replace(last, noun=edge.noun)), cost)
    return Cut(parts, cut.quantities, cost, edge.noun or cut.said)


def _finished(cut: Cut) -> Cut:
    """Without courtesies, and without signs at the ends."""
    parts = cut.parts.replace("p", "").strip("l")
    followers = [after[:1] for after in parts.split("Q")[1:]]
    quantities = (
        replace(q, counted=after in _NOUNS) for q, after in zip(cut.quantities, followers, strict=True)
    )
    return Cut(parts, tuple(quantities), cut.cost)


class _Edges:
    """What may stand at each place of a text."""

    def __init__(
        self, tokens: Sequence[Token], senses: Sequence[Sequence[Sense]], numerals: Numerals
    ) -> None:
        self._tokens = tokens
        self._senses = senses
        self._numerals = numerals
        self._courteous_from = self._find_courteous_end()

    def at(self, start: int) -> list[_Edge]:
        token = self._tokens[start]
        found = list(self._quantities(start))
        if token.kind == "sym":
            found.append(self._sign(start))
        elif token.kind == "word":
            found.extend(self._words(start))
        if not found:
            found.append(self._unknown(start))
        return found

    def _quantities(self, start: int) -> Iterator[_Edge]:
        for end, nodes in self._numerals.at(start).items():
            yield _Edge(end, "Q", _QUANTITY, Quantity(nodes))
            for unit, after in self._units(end):
                yield _Edge(after, "Q", _QUANTITY + _UNIT, Quantity(nodes, unit))
        for unit, after in self._units(start):
            if unit == "dong":
                for end, nodes in self._numerals.at(after).items() if after < len(self._tokens) else ():
                    yield _Edge(end, "Q", _QUANTITY + _UNIT, Quantity(nodes, unit))
        word = self._tokens[start].word
        if word is not None and word.key in ("o", "oo") and not word.marks:
            yield _Edge(start + 1, "Q", _QUANTITY, Quantity((Node(Decimal(0), doubt=True, style="figure"),)))

    def _units(self, start: int) -> Iterator[tuple[Unit, int]]:
        """đồng, đ, ₫, %, phần trăm: the unit that stands here, and where it ends."""
        if start >= len(self._tokens):
            return
        if self._tokens[start].text in ("%", "₫"):
            yield ("percent" if self._tokens[start].text == "%" else "dong"), start + 1
        for sense in self._senses[start]:
            if sense.role in ("c", "%") and sense.grade is not Grade.SLIP:
                yield ("percent" if sense.role == "%" else "dong"), start + sense.length

    def _words(self, start: int) -> Iterator[_Edge]:
        label = self._label_end(start)
        if label is not None:
            yield _Edge(label, "w", _PIECE + 2)
            yield _Edge(start + 1, "u", _PIECE + 2)
        if self._tokens[start].text in ("x", "X"):
            yield _Edge(start + 1, "x", _SIGN)
        spelt_number = any(s.role == "digit" and s.grade is Grade.EXACT for s in self._senses[start])
        for sense in self._senses[start]:
            part = self._part(start, sense)
            if part and not (label is not None and sense.length == 1):
                cost = {"p": _COURTESY, "u": _UNKNOWN, "D": _PIECE + 1}.get(part, _PIECE)
                if sense.length == 1 and spelt_number:
                    cost = max(cost, _QUANTITY)
                noun = sense.key if part in _NOUNS or part == "u" else ""
                yield _Edge(start + sense.length, part, cost, noun=noun)

    def _part(self, start: int, sense: Sense) -> str:
        """The letter of a word's part here; empty where it can have none."""
        role, end = sense.role, start + sense.length
        if len(role) > 1 or role == "L" or self._glued_letter(start):
            return ""
        if role == "Z" and start > 0 and self._tokens[start - 1].numeric:  # 2 kg
            return ""
        if sense.grade is Grade.SLIP and role not in _KEPT_THOUGH_SLIPPED:
            return "u"
        if sense.grade is Grade.SLIP and role == "z":
            return "Z"
        if role == "P":
            return "p" if start > 0 and end > self._courteous_from else ""
        return role

    def _glued_letter(self, start: int) -> bool:
        """A single plain letter written right after digits is no word: 63a, 63e."""
        token = self._tokens[start]
        single = len(token.text) == 1 and token.text.isascii()
        return single and token.glued and self._tokens[start - 1].numeric

    def _label_end(self, start: int) -> int | None:
        """Where "tháng 10", "tháng 10/2023", "năm 2023" ends, if one stands here."""
        labels = [
            sense for sense in self._senses[start] if sense.role == "L" and sense.grade is not Grade.SLIP
        ]
        number = start + max((sense.length for sense in labels), default=0)
        if not labels or number >= len(self._tokens) or (start > 0 and self._tokens[start].glued):
            return None
        text = self._tokens[number].text
        if _YEAR.fullmatch(text):
            return number + 1
        if not _SHORT_NUMBER.fullmatch(text) or all(sense.key == "nam" for sense in labels):
            return None
        after = self._tokens[number + 1 : number + 3]
        dated = len(after) == 2 and after[0].text in "/-." and bool(_YEAR.fullmatch(after[1].text))
        return number + (3 if dated else 1)

    def _sign(self, start: int) -> _Edge:
        part = signs.part_of(self._tokens, start)
        return _Edge(start + 1, part, _BAD if part == signs.UNKNOWN else _SIGN)

    def _unknown(self, start: int) -> _Edge:
        token = self._tokens[start]
        if token.numeric:
            return _Edge(start + 1, "B", _BAD)
        glued = token.glued and self._tokens[start - 1].numeric
        key = token.word.key if token.word is not None else ""
        if self._numerals.is_numeric(start) or glued or not _WORD_LIKE.fullmatch(key):
            return _Edge(start + 1, "X", _BAD)
        return _Edge(start + 1, "u", _UNKNOWN, noun=key)

    def _find_courteous_end(self) -> int:
        """From where on there is nothing but courtesies and signs."""
        start = len(self._tokens)
        while start > 0:
            position = start - 1
            token = self._tokens[position]
            starts = [
                first for first in range(max(0, position - 3), position + 1)
                if any(s.role in "Pp" and s.length == start - first for s in self._senses[first])
            ]  # fmt: skip
            if starts:
                start = min(starts)
            elif signs.ends_nothing(token):
                start = position
            else:
                break
        return start
