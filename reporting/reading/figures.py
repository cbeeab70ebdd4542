"""The readings of digits with signs between them: 1.250 is a thousand and more, or one and a quarter."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Form = Literal["whole", "decimal", "mixed", "broken"]

_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\D\d{3})+")
_SEPARATOR = re.compile(r"[.,'_·]")
_UNUSUAL = frozenset("_·")
_GROUP = 3
_MOST_ZEROS = 4  # digits of a figure written with noughts before it ("007")


@dataclass(frozen=True, slots=True)
class Figure:
    """One reading. `whole` has no fraction; `decimal` one, of the digits `part`; `mixed` has grouped thousands and a
    fraction; `broken` takes the signs for slips. `twin`: the same digits are grouped thousands as well."""

    value: Decimal
    form: Form = "whole"
    part: str = ""
    doubt: bool = False
    twin: bool = False


def readings(text: str) -> tuple[Figure, ...]:
    """All readings, the likelier first; empty where the signs make no sense (1.25.000)."""
    pieces = _SEPARATOR.split(text)
    signs = _SEPARATOR.findall(text)
    if _UNUSUAL & set(signs):
        return (Figure(Decimal("".join(pieces)), doubt=True),) if _GROUPED.fullmatch(text) else ()
    if not signs:
        return (Figure(Decimal(text), doubt=text.startswith("0") and len(text) > _MOST_ZEROS),)
    if len(set(signs)) > 1:
        return _mixed(pieces, signs)
    if len(signs) > 1:
        return (Figure(Decimal("".join(pieces))),) if _GROUPED.fullmatch(text) else ()
    return _one_sign(text, pieces[0], pieces[1], signs[0])


def _one_sign(text: str, before: str, after: str, sign: str) -> tuple[Figure, ...]:
    joined = Decimal(before + after)
    grouped = _GROUPED.fullmatch(text) is not None
    if sign == "'":
        return (Figure(joined),) if grouped else ()
    decimal = Decimal(f"{before}.{after}")
    if grouped:
        return (Figure(joined), Figure(decimal, "decimal", after, twin=True))
    if len(after) > _GROUP:
        return (Figure(joined, "broken", doubt=True), Figure(decimal, "decimal", after))
    return (Figure(decimal, "decimal", after),)


def _mixed(pieces: list[str], signs: list[str]) -> tuple[Figure, ...]:
    """1.250,5: thousands in one sign, the fraction after the other."""
    whole, part = pieces[:-1], pieces[-1]
    if len(set(signs[:-1])) > 1 or signs[-1] in signs[:-1] or signs[-1] == "'":
        return ()
    if not _GROUPED.fullmatch("".join(a + b for a, b in zip(whole, [*signs[:-1], ""], strict=True))):
        return ()
    value = Decimal(f"{''.join(whole)}.{part}")
    if len(part) == _GROUP:
        return (
            Figure(Decimal("".join(pieces)), "broken", doubt=True),
            Figure(value, "mixed", part, doubt=True),
        )
    return (Figure(value, "mixed", part),)
