"""Counts: whole numbers. 1.250 and 1,250 are a thousand two hundred and fifty; 1,5 is asked back."""

from decimal import Decimal

from reporting.reading.amounts import Wanted, read_amount, unique
from reporting.reading.readings import Reading, Unreadable
from reporting.reading.refusals import refusal
from reporting.reading.segments import Quantity
from reporting.reading.shapes import Settled
from reporting.values import Value

_WANTED = Wanted("count", 0)
_CERTAIN_BELOW = 10**7
_CERTAIN_IN_WORDS_BELOW = 10**6
_READABLE_BELOW = 10**9
_READABLE_IN_WORDS_BELOW = 10**12


def read_count(text: str) -> Reading:
    """Given an int of 0 or more, or whatever else the text is."""
    return read_amount(text, _WANTED, settle) or Unreadable(refusal(text, "count", _READABLE_BELOW))


def settle(quantity: Quantity) -> Settled | None:
    """The counts a quantity can mean; None where it is none."""
    if quantity.unit == "percent":
        return None
    values: list[Value] = []
    certain = quantity.unit == ""
    for node in quantity.nodes:
        if node.form == "mixed" or (node.twin and node.top == 1):
            continue
        found = [node.value]
        if node.form == "decimal" and node.top == 1:
            found, certain = _slips(node.value, node.part), False
        readable = _READABLE_BELOW if node.top == 1 else _READABLE_IN_WORDS_BELOW
        values.extend(int(value) for value in found if value == int(value) and value < readable)
        limit = _CERTAIN_BELOW if node.top == 1 else _CERTAIN_IN_WORDS_BELOW
        certain = certain and not node.doubt and node.value < limit
    distinct = unique(values)
    return Settled(distinct, certain and len(distinct) == 1) if distinct else None


def _slips(value: Decimal, part: str) -> list[Decimal]:
    """1,5 is no count: 15, or 1.500. 63.0 may be 63."""
    joined = Decimal(f"{int(value)}{part}")
    if len(part) > 3 or (len(part) == 3 and value < 1):
        return [joined]
    exact = [value] if int(part) == 0 else []
    return [*exact, joined, value * 1000]
