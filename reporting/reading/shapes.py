"""The shapes of sentences in which one figure is given: patterns over the letters of a cut (`segments.py`).

N is what may stand beside a figure without touching it. The first shape that fits a cut makes its reading.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from reporting.reading.numeral_node import Node
from reporting.reading.segments import Cut, Quantity, Unit
from reporting.values import Value

_N = r"(?:[nwtglqD]|k[nwtglq]*j)"
_LABEL = r"[ntg]"
_BESIDE = r"nwtglqDhTmdaryzZuFMkjobi"  # what leaves a figure readable, if in doubt
_MOST_SEVERAL = 3
_SCALES = frozenset(map(Decimal, (10, 100, 1000, 10**4)))
_IN_ALL = re.compile(r"Q[^Q]*l[nw]*w[nw]*Q")  # «52 người dự, tiền 6tr7»
_HALVES = frozenset({"nam", "nu", "nam gioi", "nu gioi"})  # together they are all members


@dataclass(frozen=True, slots=True)
class Settled:
    """The values a quantity, or a whole sentence, can have for a kind; `certain` only with exactly one."""

    values: tuple[Value, ...]
    certain: bool


Settle = Callable[[Quantity], Settled | None]
Build = Callable[[Cut, Settle], Settled | None]


def _one(cut: Cut, settle: Settle) -> Settled | None:
    return settle(cut.quantities[0])


def _doubtful(cut: Cut, settle: Settle) -> Settled | None:
    found = settle(cut.quantities[0])
    return replace(found, certain=False) if found else None


def _same_twice(cut: Cut, settle: Settle) -> Settled | None:
    """63 (sáu mươi ba)."""
    first, second = (settle(quantity) for quantity in cut.quantities)
    if first is None or second is None:
        return None
    if set(first.values) & set(second.values):
        both = tuple(value for value in first.values if value in second.values)
        return Settled(both, (first.certain or second.certain) and len(both) == 1)
    return Settled((*first.values[:1], *second.values[:1]), False)


def _firsts(quantities: Sequence[Quantity], settle: Settle) -> tuple[Value, ...] | None:
    settled = [settle(quantity) for quantity in quantities]
    return tuple(found.values[0] for found in settled if found) if all(settled) else None


def _range(cut: Cut, settle: Settle) -> Settled | None:
    values = _firsts(_alike(cut.quantities), settle)
    return Settled(values, False) if values else None


def _list(cut: Cut, settle: Settle) -> Settled | None:
    """63, 30: the first is meant; a message for several lines was split before."""
    first = settle(cut.quantities[0])
    if first is None:
        return None
    whole = _joined(cut)
    joined = settle(whole) if whole else None
    return Settled((*(joined.values if joined else ()), *first.values), False)


def _neighbours(cut: Cut, settle: Settle) -> Settled | None:
    """bốn năm chục: forty or fifty; hai ba trăm."""
    first, second = (quantity.nodes[0] for quantity in cut.quantities)
    scale = second.value / (first.value + 1) if 0 < first.value < 9 and first.top == 1 else Decimal(0)
    if scale not in _SCALES or first.form != "whole":
        return None
    low = settle(_made(cut.quantities, first.value * scale))
    high = settle(_made(cut.quantities, second.value))
    return Settled((*low.values[:1], *high.values[:1]), False) if low and high else None


def _joined(cut: Cut) -> Quantity | None:
    """What a list is together: 2 tỷ, 300 triệu is a sum, 6 3 may be one number."""
    tops = [quantity.nodes[0].top for quantity in cut.quantities]
    if tops[-1] > 1 and all(higher > lower for higher, lower in pairwise(tops)):
        return _made(cut.quantities, sum((_value(quantity) for quantity in cut.quantities), Decimal(0)))
    texts = [quantity.nodes[0].text for quantity in cut.quantities]
    if set(cut.parts) == {"Q"} and all(len(text) == 1 and text.isdecimal() for text in texts):
        return Quantity((Node(Decimal("".join(texts)), style="figure"),))
    return None


def _set_apart(cut: Cut, settle: Settle) -> Settled | None:
    """1. 250: one number, cut in two by the keyboard, or a list."""
    first, second = (quantity.nodes[0] for quantity in cut.quantities)
    listed = settle(cut.quantities[0])
    if not (first.text.isdecimal() and second.text.isdecimal() and len(first.text) <= 3 == len(second.text)):
        return replace(listed, certain=False) if listed else None
    joined = settle(_made(cut.quantities, Decimal(first.text + second.text)))
    return Settled((*(joined.values if joined else ()), *(listed.values if listed else ())), False)


def _parts_of_whole(cut: Cut, settle: Settle) -> Settled | None:
    """63 đoàn viên, trong đó 30 nữ."""
    values = _firsts(cut.quantities, settle)
    return Settled(values, False) if values else None


def _sum(cut: Cut, settle: Settle) -> Settled | None:
    """60+3, 60 + 3 = 63."""
    quantities = (
        cut.quantities[:-1] if "qQ" in cut.parts.replace("w", "") and "a" in cut.parts else cut.quantities
    )
    total = settle(_made(_alike(quantities), sum((_value(q) for q in _alike(quantities)), Decimal(0))))
    said = settle(cut.quantities[-1]) if quantities is not cut.quantities else None
    if total is None:
        return None
    return Settled((*total.values, *(said.values if said else ())), False)


def _different(cut: Cut) -> bool:
    """Whether the figures count different things ("3 buổi, 60 lượt", "1 và tập huấn 6")."""
    nouns = {quantity.noun for quantity in cut.quantities}
    if nouns == {""}:
        return "bw" in cut.parts
    return len(nouns) > 1 and not (nouns <= _HALVES or {"t", "g"} <= set(cut.parts))


def _sum_or_parts(cut: Cut, settle: Settle) -> Settled | None:
    """34 tập thể, 54 cá nhân, where one figure is wanted; what differs otherwise is not added up."""
    quantities = _alike(cut.quantities)
    if _different(cut):
        return _several(cut, settle)
    total = settle(_made(quantities, sum((_value(q) for q in quantities), Decimal(0))))
    values = _firsts(quantities, settle)
    return Settled((*total.values[:1], *values), False) if total and values else None


def _product(cut: Cut, settle: Settle) -> Settled | None:
    """3 suất x 500k; 10 suất, mỗi suất 500k."""
    first, second = cut.quantities
    found = settle(_made(cut.quantities, _value(first) * _value(second)))
    return replace(found, certain=False) if found else None


def _product_or_single(cut: Cut, settle: Settle) -> Settled | None:
    """10 suất 500k: for all, or for each."""
    first, second = cut.quantities
    if _amount(first) or not _amount(second):
        return None
    product, single = settle(_made(cut.quantities, _value(first) * _value(second))), settle(second)
    if product is None or single is None:
        return None
    if _IN_ALL.search(cut.parts):
        return replace(single, certain=False)
    return Settled((*product.values, *single.values), False)


def _several(cut: Cut, settle: Settle) -> Settled | None:
    if "v" in cut.parts.partition("Q")[0]:  # "vài chục" is no ten
        return None
    settled = [found for quantity in cut.quantities if (found := settle(quantity))]
    values = [found.values[0] for found in settled[:_MOST_SEVERAL]]
    return Settled(tuple(values), False) if values else None


def _value(quantity: Quantity) -> Decimal:
    return quantity.nodes[0].value


def _amount(quantity: Quantity) -> bool:
    """Whether it says for itself that it is a sum of money."""
    return quantity.unit == "dong" or quantity.nodes[0].top > 1


def _made(quantities: Sequence[Quantity], value: Decimal) -> Quantity:
    top = max(quantity.nodes[0].top for quantity in quantities)
    unit: Unit = next((quantity.unit for quantity in quantities if quantity.unit), "")
    return Quantity((Node(value, top, doubt=True),), unit)


def _alike(quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """10-15 triệu: what the last one is said in holds for the others too."""
    last = quantities[-1]
    top = last.nodes[0].top
    alike = []
    for quantity in quantities:
        node = quantity.nodes[0]
        if node.top == 1 and not quantity.unit and node.value < 1000 and (top > 1 or last.unit):
            quantity = Quantity((replace(node, value=node.value * top, top=top),), last.unit)
        alike.append(quantity)
    return tuple(alike)


@dataclass(frozen=True, slots=True)
class Shape:
    pattern: re.Pattern[str]
    build: Build


def _shape(pattern: str, build: Build) -> Shape:
    return Shape(re.compile(pattern.replace("N", _N).replace("L", _LABEL)), build)


SHAPES = (
    _shape(r"N*QN*", _one),
    _shape(r"N*QN*kw*QN*jN*|N*Qw*qw*Qw*|N*kN*QN*jw*Q", _same_twice),
    _shape(r"N*QUQN*", _set_apart),
    _shape(r"N*Q[nw]*x[nw]*QN*|N*Q[nw]*xw*QsLN*|N*QsL+[xl]w*QN*|N*Qw*xw*Qn*q?", _product),
    _shape(r"N*Q[nwl]+e[nw]*QN*|N*e[nw]+Q[nwl]*Q[nw]+", _product),
    _shape(r"N*Q[nw]*n[nw]*[nwlq]*QN*", _product_or_single),
    _shape(r"N*QN*(?:aN*QN*)+(?:qw*QN*)?", _sum),
    _shape(r"[nwqlhr]*Q[nwu]*[rdoh]+[nwhr]*Q[nwu]*", _range),
    _shape(r"N*Q[nwl]*[ik][nwl]*Q[nw]*j?N*", _parts_of_whole),
    _shape(r"[wlq]*(?:Qw*L[ntgw]*[lwb]*){2,}|[wlq]*(?:L[ntgwq]*Q[wlb]*){2,}|N*QN*bN*QN*", _sum_or_parts),
    _shape(r"[nwqlhr]*QQN*", _neighbours),
    _shape(r"N*Q(?:[nwl]*Q)+N*", _list),
    _shape(rf"[{_BESIDE}e]*Q(?:s?L+)?[{_BESIDE}v]*", _doubtful),
    _shape(rf"(?=.*Q.*Q)[{_BESIDE}Qev]+", _several),
)


def shaped(cut: Cut, settle: Settle) -> Settled | None:
    """What a cut with at least one quantity says, by the first shape that fits it."""
    for shape in SHAPES:
        if shape.pattern.fullmatch(cut.parts):
            found = shape.build(cut, settle)
            if found is not None:
                return found
    return None
