"""A reading as the JSON object of `baocao parse`: exactly one key."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from reporting.reading.readings import Absent, Ask, Given, Reading, Unreadable
from reporting.values import Missing, Pair, Ratio, Value


def to_parse_json(reading: Reading, wording: Callable[[str], str]) -> dict[str, Any]:
    """{"value": …}, {"ask": […]}, {"missing": reason} or {"error": what to type}.

    `wording` makes the sentence for an Unreadable's key.
    """
    match reading:
        case Given(value):
            return {"value": _plain(value)}
        case Ask(candidates):
            return {"ask": [_plain(candidate) for candidate in candidates]}
        case Absent(reason):
            return {"missing": reason}
        case Unreadable(why):
            return {"error": wording(why)}


def _plain(value: Value) -> Any:
    """Numbers as JSON numbers, dates as ISO, pairs and ratios as objects, a missing figure as "missing"."""
    match value:
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case date():
            return value.isoformat()
        case Pair(tap_the, ca_nhan):
            return {"tap_the": tap_the, "ca_nhan": ca_nhan}
        case Ratio(num, den):
            return {"num": num, "den": den}
        case Missing():
            return "missing"
        case tuple():
            return list(value)
    return value
