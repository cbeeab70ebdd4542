"""What an answer can be, and how it is written down.

Counts and money are `int` (đồng), percents and other fractions `Decimal`, words `str`.
Missing is a value of its own, never zero. The office alone may give a count or a sum with a qualifier: «gần 300».
"""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal, get_args

from reporting.errors import Broken

Kind = Literal[
    "count", "money", "percent", "pair", "ratio", "date", "yesno", "text", "choice", "choices", "file", "note"
]
Qualifier = Literal["gần", "trên", "hơn", "khoảng"]
QUALIFIERS: tuple[Qualifier, ...] = get_args(Qualifier)


@dataclass(frozen=True, slots=True)
class Missing:
    """No figure is known; `reason` is what the person said of it."""

    reason: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Collectives and individuals. None stands in an ask-back's candidate only: that half was not said."""

    tap_the: int | None
    ca_nhan: int | None


@dataclass(frozen=True, slots=True)
class Ratio:
    """A part of a whole, both counts. None stands in an ask-back's candidate only."""

    num: int | None
    den: int | None


@dataclass(frozen=True, slots=True)
class Qualified:
    """A count or a sum of money (đồng) that is not exact: «gần 300», «trên 525.000»."""

    qualifier: Qualifier
    number: int


Value = bool | int | Decimal | str | date | tuple[str, ...] | Pair | Ratio | Qualified | Missing


def bare(value: Value | None) -> Value | None:
    """The value without its qualifier: what checks and ratios go by."""
    return value.number if isinstance(value, Qualified) else value


def to_json(value: Value) -> Any:
    """A JSON value from which `from_json` makes the same value again."""
    match value:
        case bool() | int() | str():
            return value
        case Decimal():
            return {"decimal": str(value)}
        case date():
            return {"date": value.isoformat()}
        case tuple():
            return list(value)
        case Pair(tap_the, ca_nhan):
            return {"pair": [tap_the, ca_nhan]}
        case Ratio(num, den):
            return {"ratio": [num, den]}
        case Qualified(qualifier, number):
            return {"qualified": [qualifier, number]}
        case Missing(reason):
            return {"missing": reason}


def from_json(raw: Any) -> Value:
    """The inverse of `to_json`. Raises Broken for anything else."""
    match raw:
        case bool() | int() | str():
            return raw
        case list():
            return tuple(raw)
        case {"decimal": str(text)}:
            return Decimal(text)
        case {"date": str(text)}:
            return date.fromisoformat(text)
        case {"pair": [tap_the, ca_nhan]}:
            return Pair(tap_the, ca_nhan)
        case {"ratio": [num, den]}:
            return Ratio(num, den)
        case {"qualified": [qualifier, int(number)]} if qualifier in QUALIFIERS:
            return Qualified(qualifier, number)
        case {"missing": str(reason)}:
            return Missing(reason)
    raise Broken(f"not a stored value: {raw!r}")


def dumps(value: Value) -> str:
    return json.dumps(to_json(value), ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=2048)
def loads(text: str) -> Value:
    return from_json(json.loads(text))
