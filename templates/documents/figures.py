"""How a figure is printed in an administrative paper: 06, 1.250, 45 triệu đồng, 172%, 34 tập thể, 54 cá nhân."""

from datetime import date
from decimal import Decimal

from reporting.documents.model import Figure
from reporting.profile import Money, Profile
from reporting.values import Pair, Qualified, Ratio, Value
from templates import formats
from templates.documents.marks import clean

MISSING = f"[{formats.MISSING}]"
CHANGE = ".change"


def printed(figure: Figure, profile: Profile) -> str:
    """The figure as the office prints it."""
    return written(figure, profile.paper.money)


def written(figure: Figure, money: Money) -> str:
    """The figure as it stands in a sentence, without its unit (money and percents carry theirs).

    Counts below ten get a nought; a change (`….change`) is printed without sign, since the sentence says
    "tăng" or "giảm"; of a pair the empty half is left out.
    """
    value = figure.value
    if value is None:
        return MISSING
    if figure.code.endswith(CHANGE):
        value = _unsigned(value)
    match value:
        case bool():
            return formats.yesno(value)
        case int() | Decimal() | Qualified():
            return amount(value, figure.kind, money)
        case Pair():
            return pair(value)
        case Ratio(num, den):
            return f"{_part(num)}/{_part(den)}"
        case tuple():
            return ", ".join(map(clean, value))
        case str():
            return clean(value)
        case date():
            return formats.day(value)
    return MISSING


def amount(value: int | Decimal | Qualified, kind: str, money: Money) -> str:
    """A number by its kind; "gần 300" where it is qualified."""
    if isinstance(value, Qualified):
        return f"{value.qualifier} {amount(value.number, kind, money)}"
    if kind == "percent":
        return formats.percent(value)
    if kind == "money":
        return formats.short_money(int(value)) if money == "million" else formats.money(value)
    return count(value)


def count(value: int | Decimal) -> str:
    """06, 12, 1.250; nought as it is."""
    return f"0{value}" if isinstance(value, int) and 0 < value < 10 else formats.number(value)


def pair(value: Pair) -> str:
    halves = [(value.tap_the, "tập thể"), (value.ca_nhan, "cá nhân")]
    told = [f"{_half(number)} {name}" for number, name in halves if number != 0]
    return ", ".join(told) or ", ".join(f"0 {name}" for _, name in halves)


def _part(value: int | None) -> str:
    """Of a ratio or a rank, which has no nought: 3/7."""
    return MISSING if value is None else formats.number(value)


def _half(value: int | None) -> str:
    return MISSING if value is None else count(value)


def _unsigned(value: Value) -> Value:
    if isinstance(value, Pair):
        return Pair(abs(value.tap_the or 0), abs(value.ca_nhan or 0))
    if isinstance(value, Decimal):
        return abs(value)
    return abs(value) if type(value) is int else value
