"""Why a text without any reading has none: a key for the wording of what to type instead."""

import re

from reporting.reading.lexicon import Family
from reporting.reading.segments import Cut, cuts
from reporting.reading.tokens import normal
from reporting.values import Kind

_PHONE = re.compile(r"(?<![\d.,])(?:\+84|84(?=\d{9}(?!\d))|0)(?:[ .\-]?\d){8,10}(?!\d)")
_DIGITS = re.compile(r"\d+")
LONGEST_UNMARKED = 11  # digits of a sum without a sign between them; longer ones are other numbers
_DEFAULTS: dict[str, str] = {
    "count": "not_a_number", "money": "not_money", "percent": "not_a_percent", "pair": "not_a_pair",
    "ratio": "not_a_ratio", "date": "not_a_date", "yesno": "not_yes_or_no",
}  # fmt: skip
# What stands in the way, by the letters of the best cut, the more telling first.
_BY_PART = (("C", "foreign_currency"), ("A", "as_before"), ("B", "broken_number"), ("v", "vague"))


def is_phone_number(text: str) -> bool:
    """Whether there is a Vietnamese phone number in a text in normal form."""
    return _PHONE.search(text) is not None


def refusal(text: str, kind: Kind, limit: int | None = None) -> str:
    """The key of the wording. `limit`: from where on a figure is too large for the kind."""
    plain = normal(text)
    if is_phone_number(plain):
        return "phone_number"
    family: Family = "money" if kind == "money" else "count"
    best = next(iter(cuts(plain, family)), Cut("", (), 0))
    for part, why in _BY_PART:
        if part in best.parts:
            return why
    if kind == "money" and any(len(run) > LONGEST_UNMARKED for run in _DIGITS.findall(plain)):
        return "too_large"
    if limit is not None and any(node.value >= limit for q in best.quantities for node in q.nodes):
        return "too_large"
    if kind in ("count", "money") and (
        "%" in best.parts or any(q.unit == "percent" for q in best.quantities)
    ):
        return "percent_unwanted"
    if kind in ("count", "money") and "s" in best.parts and best.quantities:
        return "fraction_unwanted"
    if kind == "count" and best.quantities and "X" not in best.parts:
        return "broken_number"
    return _DEFAULTS[kind]
