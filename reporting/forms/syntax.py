"""The grammar of XLSForm expressions: text → tree, or the slip and its place.

XPath 1.0's operators, literals and calls over answers: `${x}`, `${last-saved#x}` and `.`. Paths, predicates
and unions are not part of it: without repeats there is nothing they could select.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reporting.forms.slips import Slip, slip_at

MAX_LENGTH = 2000
MAX_DEPTH = 40
MAX_OPERATIONS = 100

LEVELS = (("or",), ("and",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod"))
COMPARISONS = frozenset((*LEVELS[2], *LEVELS[3]))
_SAVED = "last-saved#"
WORD_OPERATORS = frozenset(("or", "and", "div", "mod"))


@dataclass(frozen=True, slots=True)
class Number:
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Answer:
    """`${name}`; `name` "" is `.`, the answer itself; `saved`: as last reported."""

    name: str
    saved: bool
    at: int


@dataclass(frozen=True, slots=True)
class Parent:
    """`..`, which only position() takes."""

    at: int


@dataclass(frozen=True, slots=True)
class Call:
    name: str
    arguments: tuple["Node", ...]
    at: int


@dataclass(frozen=True, slots=True)
class Operation:
    """`left operator right`; a minus sign before a value is `0 - value`."""

    operator: str
    left: "Node"
    right: "Node"
    at: int


Node = Number | Text | Answer | Parent | Call | Operation


def parse(expression: str) -> Node:
    """The tree of an expression; `at` of its nodes counts characters from 1. Raises Slip."""
    if len(expression) > MAX_LENGTH:
        raise Slip("too_complex", 1)
    parser = _Parser(list(_tokens(expression)), len(expression) + 1)
    tree = parser.level(0)
    parser.finish()
    return tree


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it, in reading order of the calls."""
    yield node
    match node:
        case Call():
            for argument in node.arguments:
                yield from walk(argument)
        case Operation():
            yield from walk(node.left)
            yield from walk(node.right)


def pieces(expression: str) -> Iterator[Answer | Call]:
    """The answers and (without their arguments) the calls in an expression that may not parse."""
    for match in _TOKEN.finditer(expression):
        at = match.start() + 1
        if match.lastgroup == "answer":
            yield _answer(match[0], at)
        elif match.lastgroup == "name" and expression[match.end() :].lstrip().startswith("("):
            yield Call(match[0], (), at)


def _answer(token: str, at: int) -> Answer:
    name = token[2:-1]
    return Answer(name.removeprefix(_SAVED), name.startswith(_SAVED), at)


# --- tokens -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # number text answer dot dots name symbol end
    text: str
    at: int


_TOKEN = re.compile(
    r"""
      (?P<answer>\$\{(?:last-saved\#)?[A-Za-z_][\w.-]*\})
    | (?P<text>"[^"]*"|'[^']*')
    | (?P<day>\d{4}-\d{2}-\d{2})
    | (?P<number>(?:\d+(?:\.\d*)?|\.\d+)(?![\w.]))
    | (?P<dots>\.\.)
    | (?P<dot>\.)
    | (?P<name>[^\W\d][\w.-]*(?::[^\W\d][\w.-]*)?)
    | (?P<symbol><=|>=|!=|[-+*=<>(),])
    """,
    re.VERBOSE,
)


def _tokens(expression: str) -> Iterator[_Token]:
    at = 0
    while at < len(expression):
        if expression[at].isspace():
            at += 1
            continue
        match = _TOKEN.match(expression, at)
        slip = slip_at(expression, at, match.lastgroup or "" if match else "")
        if slip is not None or match is None:
            raise slip or Slip("character", at + 1, found=expression[at])
        yield _Token(match.lastgroup or "", match[0], at + 1)
        at = match.end()


# --- the parser -------------------------------------------------------------------------------------------


class _Parser:
    def __init__(self, tokens: list[_Token], end: int) -> None:
        self.tokens = tokens
        self.end = _Token("end", "", end)
        self.place = 0
        self.depth = 0
        self.operations = 0

    @property
    def token(self) -> _Token:
        return self.tokens[self.place] if self.place < len(self.tokens) else self.end

    def take(self) -> _Token:
        token = self.token
        self.place += 1
        return token

    def finish(self) -> None:
        """Whatever is left over is a slip."""
        token = self.token
        if token.kind == "end":
            return
        raise Slip("bracket_extra", token.at) if token.text == ")" else self.stray(token)

    def level(self, level: int) -> Node:
        """Operations of one precedence and all that bind tighter, grouped from the left."""
        if level == len(LEVELS):
            return self.signed()
        tree = self.level(level + 1)
        chained = False
        while (token := self.token).text in LEVELS[level] and token.kind in ("symbol", "name"):
            if chained:
                raise Slip("comparison_chained", token.at, found=token.text)
            self.take()
            self.operations += 1
            if self.operations > MAX_OPERATIONS:
                raise Slip("too_complex", token.at)
            tree = Operation(token.text, tree, self.level(level + 1), token.at)
            chained = token.text in COMPARISONS
        return tree

    def signed(self) -> Node:
        token = self.token
        if token.text == "-" and token.kind == "symbol":
            self.take()
            self.deeper(token)
            tree = Operation("-", Number("0", token.at), self.signed(), token.at)
            self.depth -= 1
            return tree
        return self.primary()

    def primary(self) -> Node:
        token = self.take()
        match token.kind:
            case "number":
                return Number(token.text, token.at)
            case "text":
                return Text(token.text[1:-1], token.at)
            case "answer":
                return _answer(token.text, token.at)
            case "dot":
                return Answer("", False, token.at)
            case "dots":
                return Parent(token.at)
            case "name" if self.token.text == "(" and self.token.kind == "symbol":
                return self.call(token)
            case "name" if token.text not in WORD_OPERATORS:
                raise Slip("name_bare", token.at, found=token.text)
        if token.text == "(":
            self.deeper(token)
            tree = self.level(0)
            self.close(token)
            return tree
        raise Slip("value_missing", token.at, found=token.text, before=self._before())

    def call(self, name: _Token) -> Call:
        opening = self.take()
        self.deeper(opening)
        arguments: list[Node] = []
        if self.token.text != ")":
            arguments.append(self.level(0))
            while self.token.text == ",":
                self.take()
                arguments.append(self.level(0))
        self.close(opening)
        return Call(name.text, tuple(arguments), name.at)

    def deeper(self, token: _Token) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise Slip("too_complex", token.at)

    def close(self, opening: _Token) -> None:
        if self.token.kind == "end":
            raise Slip("bracket_open", opening.at)
        if self.token.text != ")":
            raise self.stray(self.token)
        self.take()
        self.depth -= 1

    def stray(self, token: _Token) -> Slip:
        """What is wrong with a token that cannot follow what was read before it."""
        if token.text == ",":
            return Slip("comma", token.at)
        if token.kind == "name" and token.text.lower() in WORD_OPERATORS:
            return Slip("operator_wrong", token.at, found=token.text, meant=token.text.lower())
        return Slip("operator_missing", token.at, before=self.tokens[self.place - 1].text, after=token.text)

    def _before(self) -> str:
        return self.tokens[self.place - 2].text if self.place >= 2 else ""
