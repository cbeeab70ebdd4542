"""Sums of money, in đồng. A bare figure is asked back unless it is so large that only đồng can be meant."""

from decimal import Decimal

from reporting.reading.amounts import Wanted, read_amount, unique
from reporting.reading.numeral_node import Node
from reporting.reading.readings import Reading, Unreadable
from reporting.reading.refusals import LONGEST_UNMARKED, refusal
from reporting.reading.segments import Quantity
from reporting.reading.shapes import Settled
from reporting.values import Value

_WANTED = Wanted("money", 0)
_HUNDRED, _THOUSAND, _MILLION, _BILLION = 100, 10**3, 10**6, 10**9
_CERTAIN_BELOW = 10**12
_READABLE_BELOW = 10**13
_ANY_SCALE_BELOW = 10**4  # so few may be meant in millions, in thousands, or in đồng


def read_money(text: str) -> Reading:
    """Given an int of 0 or more, in đồng; candidates with a fraction are Decimal."""
    return read_amount(text, _WANTED, settle) or Unreadable(refusal(text, "money", _READABLE_BELOW))


def settle(quantity: Quantity) -> Settled | None:
    """The sums a quantity can mean; None where it is none."""
    if quantity.unit == "percent" or any(_other_number(node) for node in quantity.nodes):
        return None
    counted = quantity.counted and not quantity.unit
    if counted and any(node.top == 1 for node in quantity.nodes):  # 3 suất
        return None
    values: list[Decimal] = []
    certain = True
    for node in quantity.nodes:
        if node.twin and node.top == 1:
            continue
        found, sure = _meant(node, quantity.unit == "dong")
        values.extend(found)
        certain = certain and sure and not node.doubt and not (counted and node.top < _MILLION)
    readable: list[Value] = [int(v) if v == int(v) else v for v in values if v < _READABLE_BELOW]
    distinct = unique(readable)
    return Settled(distinct, certain and len(distinct) == 1 and len(values) == 1) if distinct else None


def _other_number(node: Node) -> bool:
    return node.style == "figure" and node.text.isdecimal() and len(node.text) > LONGEST_UNMARKED


def _meant(node: Node, in_dong: bool) -> tuple[list[Decimal], bool]:
    """The sums one reading of a numeral can mean, and whether it is sure."""
    value = node.value
    whole = value == int(value)
    if node.top > 1 or (in_dong and node.form == "whole"):
        return [value], whole and value < _CERTAIN_BELOW
    if node.form in ("mixed", "broken"):
        return [value], whole and (value >= _MILLION or in_dong) and node.form == "mixed"
    if node.form == "decimal":
        return [value * _MILLION, value * _BILLION], False
    if value == 0 or value >= _MILLION:
        return [value], value < _CERTAIN_BELOW
    if (
        _HUNDRED <= value < _THOUSAND and node.style in ("full", "short hundred") and not node.doubt
    ):  # «năm trăm»
        return [value * _THOUSAND, value * _MILLION, value], False
    if value < _ANY_SCALE_BELOW:
        return [value * _MILLION, value * _THOUSAND, value], False
    return [value, value * _MILLION], False
