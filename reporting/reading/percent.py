"""Percents: 12,5% and 12,5 alike. A bare 0,85 may be 85 percent."""

from decimal import ROUND_HALF_UP, Decimal

from reporting.reading.amounts import Wanted, read_amount, unique
from reporting.reading.numeral_node import Node
from reporting.reading.readings import Ask, Reading, Unreadable
from reporting.reading.refusals import refusal
from reporting.reading.segments import Cut, Quantity, cuts
from reporting.reading.shapes import Settled
from reporting.reading.tokens import normal
from reporting.values import Value

_WANTED = Wanted("count", Decimal(0))
_CERTAIN_UP_TO = 1000
_PLAUSIBLE_UP_TO = 10_000  # 48,571% is not 48.571 percent, 1.250% may be 1.250
_READABLE_BELOW = 10**5
_HUNDREDTH = Decimal("0.01")


def read_percent(text: str) -> Reading:
    """Given a Decimal, 0 or more: 12.5 for 12,5%."""
    found = read_amount(text, _WANTED, settle)
    if found is not None:
        return found
    fraction = _fraction(text)
    return Ask((fraction,)) if fraction is not None else Unreadable(refusal(text, "percent", _READABLE_BELOW))


def settle(quantity: Quantity) -> Settled | None:
    """The percents a quantity can mean; None where it is none."""
    if quantity.unit == "dong" or (quantity.counted and not quantity.unit):
        return None
    found = [value for node in quantity.nodes for value in _meant(node, quantity.unit == "percent")]
    plausible = [value for value in found if value <= _PLAUSIBLE_UP_TO]
    values: list[Value] = [v.normalize() + 0 for v in plausible or found if v < _READABLE_BELOW]
    distinct = unique(values)
    if not distinct:
        return None
    doubt = any(node.doubt for node in quantity.nodes if node.form != "broken")
    certain = len(distinct) == 1 and bool(plausible) and plausible[0] <= _CERTAIN_UP_TO
    return Settled(distinct, certain and not doubt)


def _meant(node: Node, marked: bool) -> list[Decimal]:
    if node.form == "broken":
        return []
    hundredfold = node.value * 100
    if node.form == "decimal" and not marked and hundredfold <= _CERTAIN_UP_TO:
        return [node.value, hundredfold]
    return [node.value]


def _fraction(text: str) -> Decimal | None:
    """34/70, where a percent is wanted: worked out, to be asked."""
    for cut in cuts(normal(text), "count"):
        whole = [_whole(quantity) for quantity in cut.quantities]
        if _is_fraction(cut) and whole[0] is not None and whole[1]:
            exact = whole[0] * 100 / whole[1]
            return (
                (exact.quantize(_HUNDREDTH, ROUND_HALF_UP).normalize() + 0)
                if exact < _READABLE_BELOW
                else None
            )
    return None


def _is_fraction(cut: Cut) -> bool:
    return len(cut.quantities) == 2 and "".join(cut.parts).strip("nwl").replace("n", "").replace("w", "") in (
        "QsQ",
        "QTQ",
    )


def _whole(quantity: Quantity) -> Decimal | None:
    node = quantity.nodes[0]
    return node.value if node.form == "whole" and not quantity.unit and node.top == 1 else None
