"""Finds every reading of a numeral at a place of a text, by the productions of `numeral_grammar`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reporting.reading import figures
from reporting.reading.lexicon import Sense
from reporting.reading.numeral_grammar import GRAMMAR, Production
from reporting.reading.numeral_node import Node
from reporting.reading.spelling import Grade
from reporting.reading.tokens import Token
from reporting.reading.words import OTHER_WORDS_TOO

_IMPLICIT = frozenset({"hundred", "mag", "chuc", "dozen", "rest", "half", "tens", "linh"})
_FIRST_GROUPS = re.compile(r"[1-9]\d{0,2}(?:[.,]\d{3})*")
_LATER_GROUPS = re.compile(r"\d{3}(?:[.,]\d{3})*")
_SIGNS = re.compile(r"\D")
_MOST_BLANK_GROUPS = 6
_MOST_WORDS_READ_OUT = 12
_MOST_TOKENS = 28  # of one numeral
_MOST_PARSES = 48  # of one part of it, from one place
_EXPONENT_LIMIT = 15

Parse = tuple[int, Node]  # where it ends, what it is


class Numerals:
    """The numerals of one text. `blank_groups`: whether "1 250" may be one number."""

    def __init__(
        self, tokens: Sequence[Token], senses: Sequence[Sequence[Sense]], *, blank_groups: bool = True
    ) -> None:
        self._tokens = tokens
        self._roles = [[s for s in found if len(s.role) > 1 and s.length == 1] for found in senses]
        self._blank_groups = blank_groups
        self._memo: dict[tuple[str, int], list[Parse]] = {}

    def at(self, start: int) -> dict[int, tuple[Node, ...]]:
        """All numerals that begin at `start`: by where they end, their readings without doubles, the likelier first.

        Where a reading is certain, doubtful ones of the same words are none.
        """
        if self._continues(start):
            return {}
        ends: dict[int, list[Node]] = {}
        for end, node in self._symbol("NUMBER", start):
            ends.setdefault(end, []).append(node)
        return {end: _distinct(nodes) for end, nodes in ends.items()}

    def is_numeric(self, index: int) -> bool:
        """Whether a token can be a part of a numeral."""
        return 0 <= index < len(self._tokens) and (self._tokens[index].numeric or bool(self._roles[index]))

    def _continues(self, start: int) -> bool:
        """Whether a numeral beginning here would cut one in two: "45 tỷ | triệu", "1tr | 2345"."""
        before = start - 1
        if before < 0 or not self.is_numeric(before):
            return False
        if self._tokens[start].numeric:
            return self._tokens[start].glued and self._tokens[before].word is not None
        return any(sense.role in _IMPLICIT for sense in self._roles[start]) and not any(
            sense.role == "digit" for sense in self._roles[start]
        )

    def _symbol(self, name: str, start: int) -> list[Parse]:
        if start >= len(self._tokens):
            return []
        key = (name, start)
        if key not in self._memo:
            self._memo[key] = []
            if name in GRAMMAR:
                parses = [parse for production in GRAMMAR[name] for parse in self._produce(production, start)]
            elif name == "FIGURE":
                parses = self._figures(start)
            elif name == "RUN":
                parses = self._read_out(start)
            else:
                parses = self._word(name, start)
            self._memo[key] = list(dict.fromkeys(parses))[:_MOST_PARSES]
        return self._memo[key]

    def _produce(self, production: Production, start: int) -> list[Parse]:
        partial: list[tuple[int, tuple[Node, ...]]] = [(start, ())]
        for symbol in production.symbols:
            partial = [
                (e, (*nodes, node)) for end, nodes in partial for e, node in self._symbol(symbol, end)
                if e - start <= _MOST_TOKENS
            ][:_MOST_PARSES]  # fmt: skip
        return [(end, node) for end, nodes in partial for node in production.build(*nodes)]

    def _word(self, role: str, start: int) -> list[Parse]:
        """A number word; the short forms k, m, t only right after digits."""
        nodes = []
        for sense in self._roles[start]:
            doubt = sense.grade is Grade.SLIP or self._tokens[start].slip
            named = sense.role
            if named in ("short", "shared", "unsure"):
                if start == 0 or not self._tokens[start - 1].numeric:
                    continue
                doubt = doubt or named == "unsure"
                named = "mag"
            if named == role:
                word = self._tokens[start].word
                lone = word is not None and not word.marks and word.key in OTHER_WORDS_TOO
                nodes.append((start + 1, Node(Decimal(sense.value), doubt=doubt, style=role, lone=lone)))
        return nodes

    def _figures(self, start: int) -> list[Parse]:
        token = self._tokens[start]
        if token.kind == "sci":
            return _scientific(token.text, start)
        if not token.numeric:
            return []
        parses = [(start + 1, _of(figure, token)) for figure in figures.readings(token.text)]
        return parses + (self._grouped_by_blanks(start) if self._blank_groups else [])

    def _grouped_by_blanks(self, start: int) -> list[Parse]:
        """1 250 000: digits in threes, parted by blanks."""
        text = self._tokens[start].text
        if not _FIRST_GROUPS.fullmatch(text):
            return []
        end = start + 1
        while end < len(self._tokens) and end - start < _MOST_BLANK_GROUPS and self._is_group(end):
            text += self._tokens[end].text
            end += 1
        digits = _SIGNS.sub("", text)
        if end == start + 1:
            return []
        return [(end, Node(Decimal(digits), doubt=digits != text, style="figure", text=digits))]  # 1.250 000

    def _is_group(self, index: int) -> bool:
        token = self._tokens[index]
        return token.kind == "num" and not token.glued and _LATER_GROUPS.fullmatch(token.text) is not None

    def _read_out(self, start: int) -> list[Parse]:
        """Digits said one after the other, "hai ba": 23, or two figures of which the first is meant."""
        digits: list[int] = []
        end = start
        while end < len(self._tokens) and len(digits) < _MOST_WORDS_READ_OUT:
            said = [s.value for s in self._roles[end] if s.role in ("digit", "zero")]
            if not said or self._tokens[end].numeric:
                break
            digits.append(said[0])
            end += 1
        if len(digits) < 2:
            return []
        text = "".join(map(str, digits))
        whole = Node(Decimal(text), doubt=True, style="run", text=text)
        return [(end, whole), (end, replace(whole, value=Decimal(digits[0])))]


def _of(figure: figures.Figure, token: Token) -> Node:
    return Node(
        figure.value, doubt=figure.doubt or token.kind == "look", style="figure", form=figure.form, part=figure.part,
        twin=figure.twin, text=token.text, glued=token.glued,
    )  # fmt: skip


def _scientific(text: str, start: int) -> list[Parse]:
    mantissa, _, exponent = text.lower().replace(",", ".").partition("e")
    if int(exponent) > _EXPONENT_LIMIT:
        return []
    value = Decimal(mantissa) * 10 ** int(exponent)
    form: figures.Form = "whole" if value == value.to_integral_value() else "decimal"
    return [(start + 1, Node(value, doubt=True, style="sci", form=form))]


def _distinct(nodes: Sequence[Node]) -> tuple[Node, ...]:
    certain = [node for node in nodes if not node.doubt]
    by_value: dict[tuple[Decimal, str], Node] = {}
    for node in certain or nodes:
        by_value.setdefault((node.value, node.form), node)
    return tuple(by_value.values())
