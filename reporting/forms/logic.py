"""Checks of the expressions: every one is walked before the form is used.

What pyxform lets through and would fail on the day is refused here: unknown functions, wrong arity, slips of
syntax, questions and options that do not exist, calculations that wait for each other.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from reporting.forms.findings import Findings
from reporting.forms.functions import FUNCTIONS
from reporting.forms.model import Option
from reporting.forms.outline import GroupItem, Item, Outline
from reporting.forms.rows import EXPRESSIONS, Row
from reporting.forms.slips import Slip
from reporting.forms.syntax import (
    COMPARISONS,
    WORD_OPERATORS,
    Answer,
    Call,
    Node,
    Operation,
    Parent,
    Text,
    parse,
    pieces,
    walk,
)

LONGEST_CHAIN = 50
MOST_SUGGESTIONS = 50

_HABITS = {
    "iif": "if", "len": "string-length", "length": "string-length", "mid": "substr", "substring": "substr",
    "isblank": "count-non-empty", "trunc": "int", "power": "pow", "concatenate": "concat", "now": "today",
    "ceiling": "round", "floor": "int", "ln": "log",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Names:
    """What expressions may refer to."""

    questions: Mapping[str, Item]
    options: Mapping[str, Sequence[Option]]  # by question
    refused: Collection[str]


def judge_logic(outline: Outline, lists: Mapping[str, Sequence[Option]], findings: Findings) -> None:
    """Walk all expressions of the survey sheet."""
    names = _Names(
        {item.name: item for item in outline.items},
        {item.name: lists.get(item.list_name, ()) for item in outline.items if item.list_name},
        outline.refused,
    )
    waits: dict[str, set[str]] = {}
    everything: list[GroupItem | Item] = [*outline.groups, *outline.items]
    for item in sorted(everything, key=lambda item: item.row.place.row):
        name = item.row.get("name")
        for column in EXPRESSIONS:
            if expression := item.row.get(column):
                tree = _Walk(item.row, column, names, findings).judge(expression)
                if tree is not None and column != "constraint":
                    waits.setdefault(name, set()).update(_now(tree, name))
        if isinstance(item, Item):
            waits.setdefault(name, set()).update(group.row.get("name") for group in item.parents)
    _judge_chains(outline, waits, findings)


def _now(tree: Node, name: str) -> Iterator[str]:
    """The questions whose present answer an expression waits for."""
    return (node.name or name for node in walk(tree) if isinstance(node, Answer) and not node.saved)


class _Walk:
    """One expression in its cell."""

    def __init__(self, row: Row, column: str, names: _Names, findings: Findings) -> None:
        self.row = row
        self.column = column
        self.names = names
        self.findings = findings

    def judge(self, expression: str) -> Node | None:
        """The tree, or None if it does not parse."""
        try:
            tree = parse(expression)
        except Slip as slip:
            facts = dict(slip.facts)
            if slip.key == "name_bare":
                facts["meant"] = self.meant(str(slip.facts["found"]))
            self.error(f"syntax_{slip.key}", slip.at, **facts)
            self.judge_pieces(expression)
            return None
        for node in walk(tree):
            self.judge_node(node, tree)
        return tree

    def judge_pieces(self, expression: str) -> None:
        """Names that do not exist, in an expression that does not parse either."""
        for piece in pieces(expression):
            if isinstance(piece, Answer):
                self.judge_answer(piece)
            elif piece.name not in FUNCTIONS and piece.name not in WORD_OPERATORS:
                self.judge_call(piece)

    def judge_node(self, node: Node, tree: Node) -> None:
        match node:
            case Call():
                self.judge_call(node)
            case Answer():
                self.judge_answer(node)
            case Parent() if not any(
                isinstance(call, Call) and call.name == "position" and node in call.arguments
                for call in walk(tree)
            ):
                self.error("syntax_path", node.at, found="..")
            case Operation(operator=operator) if operator in COMPARISONS:
                self.judge_option(node.left, node.right)
                self.judge_option(node.right, node.left)

    def judge_answer(self, answer: Answer) -> None:
        if answer.name and answer.name not in self.names.questions and answer.name not in self.names.refused:
            self.error("question_unknown", answer.at, found=answer.name, meant=self.close(answer.name))

    def judge_call(self, call: Call) -> None:
        function = FUNCTIONS.get(call.name)
        if function is None:
            lower = call.name.lower()
            close = get_close_matches(lower, FUNCTIONS, n=1, cutoff=0.6)
            meant = _HABITS.get(lower) or (close or [""])[0]
            operator = lower if lower in WORD_OPERATORS else ""
            self.error("function_unknown", call.at, found=call.name, meant=meant, operator=operator)
            return
        count = len(call.arguments)
        if count < function.least or (function.most is not None and count > function.most):
            facts = {"function": call.name, "count": count, "least": function.least, "most": function.most}
            self.error("function_arity", call.at, **facts)
            return
        if call.name == "selected":
            self.judge_option(call.arguments[0], call.arguments[1])
        if (
            call.name == "regex"
            and isinstance(pattern := call.arguments[1], Text)
            and not _compiles(pattern.text)
        ):
            self.error("regex_wrong", pattern.at, found=pattern.text)

    def judge_option(self, question: Node, option: Node) -> None:
        """A choice that is compared with must be in the question's list."""
        if not isinstance(question, Answer) or not isinstance(option, Text) or not option.text:
            return
        name = question.name or self.row.get("name")
        options = [known.name for known in self.names.options.get(name, ())]
        if options and option.text not in options:
            self.error("option_unknown", option.at, found=option.text, question=name, options=tuple(options))

    def close(self, name: str) -> str:
        """The question of a similar name; not searched for in a form that is wrong all over."""
        if len(self.findings) > MOST_SUGGESTIONS:
            return ""
        return (get_close_matches(name, self.names.questions, n=1, cutoff=0.6) or [""])[0]

    def meant(self, name: str) -> str:
        """What a bare word was probably meant to be."""
        if name.lower() in FUNCTIONS and FUNCTIONS[name.lower()].least == 0:
            return f"{name.lower()}()"
        if name in self.names.questions:
            return f"${{{name}}}"
        return f"'{name}'"

    def error(self, key: str, at: int, **facts: object) -> None:
        expression = self.row.get(self.column)
        self.findings.error(
            key, self.row.place, self.row.header(self.column), at=at, expression=expression, **facts
        )


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


def _judge_chains(outline: Outline, waits: Mapping[str, set[str]], findings: Findings) -> None:
    """Refuse calculations and conditions that wait for themselves, or for a very long row of others."""
    everything: list[GroupItem | Item] = [*outline.groups, *outline.items]
    rows = {item.row.get("name"): item.row for item in everything}
    chains = _Chains(waits)
    for name, row in rows.items():
        try:
            chains.depth(name, ())
        except _Circle as circle:
            findings.error("circle", rows.get(circle.names[0], row).place, names=circle.names)
            return
        except _TooLong:
            findings.error("chain_too_long", row.place, name=name, most=LONGEST_CHAIN)
            return


class _Circle(Exception):
    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(names)
        self.names = names


class _TooLong(Exception):
    pass


class _Chains:
    """How many others each name waits for, one after the other."""

    def __init__(self, waits: Mapping[str, set[str]]) -> None:
        self.waits = waits
        self.known: dict[str, int] = {}

    def depth(self, name: str, path: tuple[str, ...]) -> int:
        """Raises _Circle or _TooLong."""
        if name in path:
            raise _Circle((*path[path.index(name) :], name))
        if name not in self.known:
            below = () if len(path) > LONGEST_CHAIN else sorted(self.waits.get(name, ()))
            self.known[name] = 1 + max((self.depth(other, (*path, name)) for other in below), default=0)
        if self.known[name] + len(path) > LONGEST_CHAIN:
            raise _TooLong
        return self.known[name]
