"""Evaluating expressions: the one module that knows lxml's XPath.

No instance document is built. Answers are XPath variables (`$now.x`, `$saved.x`, `$self`), so there is no
namespace, path or last-saved instance to get wrong; numbers stay numbers. All functions are ours, in a
namespace of their own, because libxml2's built-ins cannot be replaced (`round(x, 2)`) and write large
integers with exponents; fractions are read by ours too, because libxml2 reads 2.345 as 2.3449…
Dates are day numbers, also where an expression says '2023-10-14'.
"""

import math
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from lxml import etree

from reporting.errors import Broken
from reporting.forms import syntax
from reporting.forms.functions import (
    FUNCTIONS,
    Function,
    XValue,
    day_number,
    day_of,
    iso_day,
    number_of,
    text_of,
    truth_of,
)
from reporting.forms.syntax import Answer, Call, Node, Number, Operation, Parent, Text
from reporting.text import clean
from reporting.values import Kind, Missing, Pair, Qualified, Ratio, Value

_NAMESPACE = "urn:baocao:functions"
_NO_DOCUMENT = etree.Element("form")
_REMEMBERED = 256  # results: a report is looked at again with each message, and changes in few lines
_PRECISION = 9  # decimals kept of a computed fraction

Operands = tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Expression:
    """A compiled expression.

    `answers` are all it reads, by XPath variable. A check is pointless while some `operands` are blank: each entry is
    a set of answers of which at least one must be there (several only for coalesce).
    """

    source: str
    answers: Mapping[str, Answer]
    operands: tuple[Operands, ...]
    xpath: etree.XPath
    known: dict[Hashable, XValue] = field(default_factory=dict, repr=False, compare=False)

    def evaluate(self, read: Callable[[Answer], XValue], today: date) -> XValue:
        """The result, text, number or truth; `read` gives the answers as `to_xpath` makes them."""
        variables = tuple([read(answer) for answer in self.answers.values()])
        key = (
            today,
            variables,
            tuple(map(type, variables)),
        )  # 1, 1.0 and true are one key, but not one value
        found = self.known.get(key)  # several threads share it: what is read once is not looked up again
        if found is None:
            if len(self.known) >= _REMEMBERED:
                self.known.clear()
            found = self.known[key] = self._evaluated(variables, today)
        return found

    def _evaluated(self, variables: tuple[XValue, ...], today: date) -> XValue:
        given: Any = dict(zip(self.answers, variables, strict=True))
        result: Any = self.xpath(_NO_DOCUMENT, today=day_number(today), **given)
        if isinstance(result, (bool, float)):
            return result
        if isinstance(result, str):
            return str(result)
        raise Broken(f"an expression gave {type(result).__name__}: {self.source}")

    def has_operands(self, read: Callable[[Answer], XValue]) -> bool:
        """Whether everything is there that the expression compares and computes with."""
        return all(any(read(answer) != "" for answer in group) for group in self.operands)


def compile_expression(source: str) -> Expression:
    """Compile an expression that `reporting.forms.logic` has found sound. Raises Slip for one that does not parse."""
    tree = syntax.parse(source)
    nodes = list(syntax.walk(tree))
    answers = {_variable(node): node for node in nodes if isinstance(node, Answer)}
    return Expression(
        source=source,
        answers=answers,
        operands=tuple(dict.fromkeys(_operands(tree))),
        xpath=etree.XPath(
            _emit(tree),
            namespaces={"f": _NAMESPACE},
            extensions=_extensions(nodes),
            smart_strings=False,
            regexp=False,
        ),
    )


# --- tree → XPath -----------------------------------------------------------------------------------------


def _variable(answer: Answer) -> str:
    if not answer.name:
        return "self"
    return f"saved.{answer.name}" if answer.saved else f"now.{answer.name}"


def _emit(node: Node) -> str:
    match node:
        case Number():
            return f"f:number('{node.text}')" if "." in node.text else node.text
        case Text():
            return f"'{node.text}'" if '"' in node.text else f'"{node.text}"'
        case Answer():
            return f"${_variable(node)}"
        case Parent():
            return "''"
        case Call(name="today"):
            return "$today"
        case Call():
            return f"f:{node.name}({', '.join(map(_emit, node.arguments))})"
        case Operation():
            return f"({_operand(node.left)} {node.operator} {_operand(node.right)})"


def _operand(node: Node) -> str:
    """A quoted date that is compared or computed with is its day number."""
    day = iso_day(node.text) if isinstance(node, Text) else None
    return _emit(node) if day is None else f"{day:.0f}"


def _operands(node: Node) -> list[Operands]:
    match node:
        case Answer():
            return [(Answer(node.name, node.saved, 0),)]
        case Call(name="coalesce"):
            return _alternatives(node)
        case Call():
            function = FUNCTIONS.get(node.name)
            parts = () if function and function.minds_blanks else node.arguments
        case Operation(operator="=" | "!=", right=Text(text="")):
            parts = () if isinstance(node.left, Answer) else (node.left,)
        case Operation(operator="=" | "!=", left=Text(text="")):
            parts = () if isinstance(node.right, Answer) else (node.right,)
        case Operation():
            parts = (node.left, node.right)
        case _:
            parts = ()
    return [operand for part in parts for operand in _operands(part)]


def _alternatives(node: Call) -> list[Operands]:
    """Of coalesce's arguments one must be there; a constant always is."""
    found = [_operands(argument) for argument in node.arguments]
    if not all(found):
        return []
    return [tuple(dict.fromkeys(answer for groups in found for group in groups for answer in group))]


def _extensions(nodes: Iterable[Node]) -> dict[tuple[str, str], Callable[..., XValue]]:
    """The functions an expression calls, and no others: libxml2 is told of them at every evaluation."""
    called = {node.name for node in nodes if isinstance(node, Call)} & FUNCTIONS.keys()
    return {
        (_NAMESPACE, name): _extension(FUNCTIONS[name]) for name in (*called, "number")
    }  # fractions are read by ours


def _extension(function: Function) -> Callable[..., XValue]:
    def call(_context: object, *arguments: XValue) -> XValue:
        return function.body(*arguments)

    return call


# --- answers ⇄ XPath --------------------------------------------------------------------------------------


def to_xpath(value: Value | None, truth: tuple[str, str] = ("true", "false")) -> XValue:
    """An answer as a variable: blank for none and for Missing; `truth` names the options for yes and no."""
    match value:
        case None | Missing():
            return ""
        case bool():
            return truth[0] if value else truth[1]
        case int() | Decimal():
            return _float(value)
        case Qualified(_, number):
            return _float(number)
        case date():
            return day_number(value)
        case tuple():
            return clean(" ".join(value))
        case Pair(tap_the, ca_nhan):
            return f"{tap_the} {ca_nhan}"
        case Ratio(num, den):
            return f"{num}/{den}"
        case str():
            return clean(value)


def from_xpath(result: XValue, kind: Kind) -> Value | None:
    """A computed value of that kind; None where the result is blank or no number."""
    if kind == "text":
        return text_of(result) or None
    if kind == "yesno":
        return None if result == "" else truth_of(result)
    number = number_of(result)
    if not math.isfinite(number):
        return None
    if kind == "date":
        return day_of(number)
    rounded = round(number, _PRECISION)
    return int(rounded) if rounded.is_integer() else Decimal(str(rounded))


def _float(value: int | Decimal) -> XValue:
    try:
        return float(value)
    except (OverflowError, ValueError):
        return ""
