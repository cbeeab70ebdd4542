"""Ratios: so many of so many, 34/70. One number alone, or more than the whole, is asked back."""

import re
from decimal import ROUND_HALF_UP, Decimal
from itertools import product

from reporting.reading import count
from reporting.reading.amounts import absent, gathered, said_nothing, too_long, without_figure
from reporting.reading.readings import Reading, Unreadable
from reporting.reading.refusals import is_phone_number, refusal
from reporting.reading.segments import Cut, Quantity, cuts
from reporting.reading.shapes import Settled
from reporting.reading.tokens import normal
from reporting.values import Ratio, Value

_IDLE = re.compile(r"[nwtglqie]")
_UNSURE = re.compile(r"[hmruoFMyZvakj]")
_OF = re.compile(r"QsQ|Qs?TQ")  # 34/70, 34 trên 70
_LOOSELY = re.compile(r"d?Q[dfbsT]*Q|TQQ|QsQ[QsT]+")  # 34-70, 34:70, 34 70


def read_ratio(text: str) -> Reading:
    """Given a Ratio with 0 <= num <= den, den > 0; candidates may lack the whole."""
    nothing = said_nothing(text, Ratio(0, None))
    if nothing is not None:
        return nothing
    plain = normal(text)
    if is_phone_number(plain):
        return Unreadable("phone_number")
    long = too_long(text, "count")
    if long is not None:
        return long
    found = cuts(plain, "count")
    return (
        absent(text, found)
        or gathered(found, lambda cut: _settle(cut, text))
        or Unreadable(_why(text, found))
    )


def _why(text: str, found: tuple[Cut, ...]) -> str:
    if any(q.unit == "percent" for cut in found[:1] for q in cut.quantities):
        return "percent_unwanted"
    if any(len(cut.quantities) == 2 and cut.quantities[1].nodes[0].value == 0 for cut in found[:1]):
        return "zero_denominator"
    return refusal(text, "ratio")


def _settle(cut: Cut, text: str) -> Settled | None:
    if not cut.quantities:
        return _none(cut, text)
    percent = (
        cut.quantities[-1] if len(cut.quantities) == 3 and cut.quantities[-1].unit == "percent" else None
    )
    quantities = cut.quantities[:2] if percent else cut.quantities
    doubted = _UNSURE.search(cut.parts if percent is None else cut.parts.replace("k", "").replace("j", ""))
    core = _UNSURE.sub("", _IDLE.sub("", cut.parts)).replace("z", "Q", 1 if cut.parts.startswith("z") else 0)
    if percent:
        core = core[:-1]
    if set(core) - set("QsTdfb"):
        return None
    settled = [count.settle(quantity) for quantity in quantities]
    if cut.parts.startswith("z"):
        settled.insert(0, Settled((0,), True))
    found = _ratio(core, [figure for figure in settled if figure], doubted is None) if all(settled) else None
    if found is None or percent is None:
        return found
    return Settled(found.values, found.certain and _agrees(found.values[0], percent))


def _none(cut: Cut, text: str) -> Settled | None:
    settled = without_figure(cut, text, Ratio(0, None))
    return Settled(settled.values, False) if settled else None


def _ratio(core: str, figures: list[Settled], certain: bool) -> Settled | None:
    if core == "Q":
        return Settled(tuple(Ratio(_int(value), None) for value in figures[0].values), False)
    if len(figures) < 2:
        return None
    if core.startswith("T"):  # "trong 70 đơn vị có 34"
        figures = figures[::-1]
    if not _OF.fullmatch(core):
        if not _LOOSELY.fullmatch(core):
            return None
        certain = False
    values: list[Value] = [
        Ratio(_int(num), _int(den)) for num, den in product(figures[0].values, figures[1].values) if den != 0
    ]
    if not values:
        return None
    sure = certain and all(figure.certain for figure in figures) and len(values) == 1
    return Settled(tuple(values), sure and _int(figures[0].values[0]) <= _int(figures[1].values[0]))


def _int(value: Value) -> int:
    return value if isinstance(value, int) else 0


def _agrees(value: Value, percent: Quantity) -> bool:
    """Whether 48,6% is what 34/70 comes to."""
    said = percent.nodes[0].value
    if not isinstance(value, Ratio) or not value.den or value.num is None:
        return False
    exact = Decimal(value.num) * 100 / value.den
    exponent = said.as_tuple().exponent
    return isinstance(exponent, int) and exact.quantize(Decimal(1).scaleb(exponent), ROUND_HALF_UP) == said
