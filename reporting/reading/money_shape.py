"""Figures that are shaped as money is, in digits or words: «ba triệu sáu», «700k», «6.700.000»."""

import re

from reporting.reading.money_apart import is_money
from reporting.reading.segments import Quantity, cuts
from reporting.reading.tokens import normal

_MILLION, _HUNDRED_THOUSAND, _TEN_THOUSAND = 10**6, 10**5, 10**4
_IN_K = re.compile(r"\d\s?k\b", re.IGNORECASE)
_SMALL = re.compile(r"\s*\d{1,5}(?:[,;]\s+\d{1,5})*[\s.]*")  # most answers are nothing but such figures
_LONGEST = 80  # characters


def money_shaped(text: str) -> bool:
    """Whether a text with one figure can only be money: millions with nothing counted behind, or tens of k.

    >>> money_shaped("ba triệu sáu"), money_shaped("2 triệu lượt"), money_shaped("hai nghìn")
    (True, False, False)
    """
    if is_money(text):
        return True
    if _SMALL.fullmatch(text):
        return False
    found = cuts(normal(text), "money") if len(text) <= _LONGEST else ()
    if not found or len(found[0].quantities) != 1:
        return False
    return _is_sum(found[0].quantities[0], _IN_K.search(text) is not None)


def _is_sum(quantity: Quantity, in_k: bool) -> bool:
    if quantity.unit == "dong":
        return True
    if quantity.counted or quantity.unit:
        return False
    if in_k:
        return all(node.value >= _TEN_THOUSAND for node in quantity.nodes)
    return all(node.value >= (_HUNDRED_THOUSAND if node.top > 1 else _MILLION) for node in quantity.nodes)
