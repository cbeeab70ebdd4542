"""The XLSForm functions an expression may use, with their arity, as ODK documents them.

Values are text (a blank answer is ""), numbers (float; a date is its day number, days since 1970-01-01)
and booleans. What cannot be worked out is nan or "", never an exception.
"""

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext

XValue = str | float | bool

_EPOCH = date(1970, 1, 1)
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(T.*)?")
_NUMBER = re.compile(r"-?(\d+\.?\d*|\.\d+)")
_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Function:
    """A supported function: takes `least` to `most` arguments (None: any number).

    `minds_blanks`: it answers soundly when an argument is blank, so a blank does not make a check pointless.
    """

    name: str
    least: int
    most: int | None
    body: Callable[..., XValue]
    minds_blanks: bool = False


# --- conversions ------------------------------------------------------------------------------------------


def day_number(day: date) -> float:
    """Days since 1970-01-01."""
    return float((day - _EPOCH).days)


def day_of(number: float) -> date | None:
    """The date of a day number; None if there is no such date."""
    try:
        return _EPOCH + timedelta(days=math.floor(number))
    except (OverflowError, ValueError):
        return None


def iso_day(text: str) -> float | None:
    """The day number of «2023-10-14» (a time after it is dropped); None if it is no date."""
    match = _ISO_DATE.fullmatch(text.strip())
    if match is None:
        return None
    try:
        return day_number(date(int(match[1]), int(match[2]), int(match[3])))
    except ValueError:
        return None


def number_of(value: XValue) -> float:
    """A number as XPath understands it: nan for words and blanks."""
    if isinstance(value, str):
        value = value.strip()
        return float(value) if _NUMBER.fullmatch(value) else math.nan
    return float(value)


def text_of(value: XValue) -> str:
    """Text without exponents: «45000000001», «12.5»; blank for what is not a number."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    if not math.isfinite(value):
        return ""
    if value.is_integer():
        return str(int(value))
    return f"{value:.9f}".rstrip("0").rstrip(".")


def truth_of(value: XValue) -> bool:
    """Blank text, zero and nan are false."""
    return not math.isnan(value) and value != 0 if isinstance(value, float) else bool(value)


# --- bodies that need more than a line --------------------------------------------------------------------


def _round(value: XValue, digits: XValue = 0.0) -> float:
    number, places = number_of(value), number_of(digits)
    if not math.isfinite(number) or math.isnan(places):
        return math.nan
    step = Decimal(1).scaleb(-int(max(-_MOST_DIGITS, min(_MOST_DIGITS, places))))
    with localcontext() as context:
        context.prec = 400  # any float has room
        exact = Decimal(repr(round(number, _MOST_DIGITS - 3)))  # 0.1 + 0.2 is 0.3
        return float((exact / step).quantize(Decimal(1), ROUND_HALF_UP) * step)


def _numeric(function: Callable[..., float]) -> Callable[..., XValue]:
    def body(*values: XValue) -> float:
        try:
            return float(function(*map(number_of, values)))
        except (ValueError, OverflowError, ZeroDivisionError):
            return math.nan

    return body


def _textual(function: Callable[..., XValue]) -> Callable[..., XValue]:
    def body(*values: XValue) -> XValue:
        return function(*map(text_of, values))

    return body


def _extreme(choose: Callable[[Iterable[float]], float]) -> Callable[..., XValue]:
    """Blanks do not take part, as in a set of answers."""

    def body(*values: XValue) -> float:
        numbers = [number_of(value) for value in values if value != ""]
        return math.nan if not numbers or any(map(math.isnan, numbers)) else choose(numbers)

    return body


def _regex(text: str, pattern: str) -> bool:
    try:
        return re.fullmatch(pattern, text) is not None
    except re.error:
        return False


def _substr(text: XValue, start: XValue, end: XValue = math.inf) -> str:
    first, last, whole = number_of(start), number_of(end), text_of(text)
    if math.isnan(first) or math.isnan(last):
        return ""
    return whole[_index(first) : None if last == math.inf else _index(last)]


def _selected_at(text: XValue, index: XValue) -> str:
    chosen, place = text_of(text).split(), number_of(index)
    return chosen[int(place)] if 0 <= place < len(chosen) else ""


def _index(number: float) -> int:
    return int(max(-1e6, min(1e6, number)))


def _date(value: XValue) -> float:
    if isinstance(value, str):
        day = iso_day(value)
        return math.nan if day is None else day
    return float(math.floor(value)) if math.isfinite(value) else math.nan


def _format_date(value: XValue, form: XValue) -> str:
    number = _date(value)
    day = None if math.isnan(number) else day_of(number)
    if day is None:
        return ""
    parts = {"Y": f"{day.year:04}", "y": f"{day.year % 100:02}", "m": f"{day.month:02}", "n": str(day.month),
             "d": f"{day.day:02}", "e": str(day.day)}  # fmt: skip
    return re.sub(r"%(.)", lambda match: parts.get(match[1], match[0]), text_of(form))


def _translate(text: str, letters: str, others: str) -> str:
    table: dict[int, str | None] = {}
    for place, letter in enumerate(letters):
        table.setdefault(ord(letter), others[place] if place < len(others) else None)
    return text.translate(table)


def _truncated(value: float) -> float:
    return value if math.isinf(value) else float(math.trunc(value))


# --- the table --------------------------------------------------------------------------------------------

_TABLE = (
    Function("if", 3, 3, lambda test, then, other: then if truth_of(test) else other),
    Function("coalesce", 2, 2, lambda first, second: first if first != "" else second),
    Function("position", 1, 1, lambda _: 1.0, minds_blanks=True),  # there are no repeats: always the first
    Function("selected", 2, 2, _textual(lambda text, name: name.strip() in text.split()), minds_blanks=True),
    Function("selected-at", 2, 2, _selected_at),
    Function("count-selected", 1, 1, _textual(lambda text: float(len(text.split()))), minds_blanks=True),
    Function("count", 1, 1, lambda _: 1.0, minds_blanks=True),
    Function("count-non-empty", 1, 1, lambda value: float(value != ""), minds_blanks=True),
    Function("sum", 1, 1, number_of),
    Function("min", 1, None, _extreme(min)),
    Function("max", 1, None, _extreme(max)),
    Function("not", 1, 1, lambda value: not truth_of(value)),
    Function("true", 0, 0, lambda: True),
    Function("false", 0, 0, lambda: False),
    Function("boolean", 1, 1, truth_of, minds_blanks=True),
    Function(
        "boolean-from-string", 1, 1, _textual(lambda text: text.lower() in ("true", "1")), minds_blanks=True
    ),
    Function("string", 1, 1, text_of),
    Function("string-length", 1, 1, _textual(lambda text: float(len(text))), minds_blanks=True),
    Function("concat", 1, None, _textual(lambda *texts: "".join(texts)), minds_blanks=True),
    Function("join", 2, None, _textual(lambda glue, *texts: glue.join(texts)), minds_blanks=True),
    Function("contains", 2, 2, _textual(lambda text, part: part in text)),
    Function("starts-with", 2, 2, _textual(lambda text, part: text.startswith(part))),
    Function("ends-with", 2, 2, _textual(lambda text, part: text.endswith(part))),
    Function("substr", 2, 3, _substr),
    Function(
        "substring-before",
        2,
        2,
        _textual(lambda text, mark: text.partition(mark)[0] if mark and mark in text else ""),
    ),
    Function("substring-after", 2, 2, _textual(lambda text, mark: text.partition(mark)[2] if mark else text)),
    Function("translate", 3, 3, _textual(_translate)),
    Function("normalize-space", 1, 1, _textual(lambda text: " ".join(text.split()))),
    Function("regex", 2, 2, _textual(_regex)),
    Function("number", 1, 1, number_of),
    Function("int", 1, 1, _numeric(_truncated)),
    Function("round", 1, 2, _round),
    Function("abs", 1, 1, _numeric(abs)),
    Function("pow", 2, 2, _numeric(math.pow)),
    Function("sqrt", 1, 1, _numeric(math.sqrt)),
    Function("exp", 1, 1, _numeric(math.exp)),
    Function("exp10", 1, 1, _numeric(lambda value: math.pow(10, value))),
    Function("log", 1, 1, _numeric(math.log)),
    Function("log10", 1, 1, _numeric(math.log10)),
    Function("pi", 0, 0, lambda: math.pi),
    Function("today", 0, 0, lambda: math.nan),  # expressions.py puts the day that was passed in here
    Function("date", 1, 1, _date),
    Function("decimal-date-time", 1, 1, _date),
    Function("format-date", 2, 2, _format_date),
)

FUNCTIONS = {function.name: function for function in _TABLE}
