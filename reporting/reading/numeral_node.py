"""A part of a numeral, as the grammar puts numerals together."""

from dataclasses import dataclass
from decimal import Decimal

from reporting.reading.figures import Form


@dataclass(frozen=True, slots=True)
class Node:
    """A part of a numeral, or all of it.

    `top`: the largest magnitude word in it. `style`: how it is formed, as far as that matters to what it joins.
    `other`: what it may mean before a magnitude ("trăm hai": 120, or 102 before nghìn). `lone`: an unmarked word
    that is another word too. `form`, `part`, `twin`, `text`: of digits, see `figures`;
    `glued`: no blank stood before them.
    """

    value: Decimal
    top: int = 1
    doubt: bool = False
    style: str = ""
    other: Decimal | None = None
    lone: bool = False
    form: Form = "whole"
    part: str = ""
    twin: bool = False
    text: str = ""
    glued: bool = False


def doubtful(*nodes: Node) -> bool:
    """Whether any of them is."""
    return any(node.doubt for node in nodes)


def single(node: Node) -> bool:
    """Whether it is a number of one digit, nought apart."""
    return node.form == "whole" and 1 <= node.value <= 9
