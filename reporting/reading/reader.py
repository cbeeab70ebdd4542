"""Reads what a person typed where a figure, a date or a yes or no was asked for."""

import re
from collections.abc import Callable
from datetime import date

from reporting.errors import Broken
from reporting.reading.count import read_count
from reporting.reading.date import read_date
from reporting.reading.money import read_money
from reporting.reading.money_apart import is_money
from reporting.reading.money_shape import money_shaped
from reporting.reading.pair import read_pair
from reporting.reading.percent import read_percent
from reporting.reading.qualified import qualified
from reporting.reading.ratio import read_ratio
from reporting.reading.readings import Absent, Ask, Reading, Unreadable
from reporting.reading.yesno import read_yesno
from reporting.values import Kind

_TOO_MUCH = 10**10  # đồng in a month
_NUMBER_OF_A_PERSON = re.compile(r"(?<![\d.,])(?:0\d{8,}|\d{11,})(?![.,]?\d)")
_READERS: dict[Kind, Callable[[str, date], Reading]] = {
    "count": lambda text, today: read_count(text),
    "money": lambda text, today: read_money(text),
    "percent": lambda text, today: read_percent(text),
    "pair": lambda text, today: read_pair(text),
    "ratio": lambda text, today: read_ratio(text),
    "date": read_date,
    "yesno": lambda text, today: read_yesno(text),
}


def read(kind: Kind, text: str, today: date) -> Reading:
    """One text, read as a value of a kind: count, money, percent, pair, ratio, date or yesno.

    Never raises for any text. Raises Broken for a kind that is not typed as a figure.
    """
    if kind not in _READERS:
        raise Broken(f"no figures are read for kind {kind}")
    return _READERS[kind](text, today)


def read_answer(kind: Kind, text: str, today: date) -> Reading:
    """As `read`, where a question was asked: what is shaped as money is no count of events ("15 tr", "700k")."""
    reading = read(kind, text, today)
    counted = kind == "count" and not isinstance(reading, Absent) and not _of_a_person(reading, text)
    if counted and money_shaped(text):
        return Unreadable("money_unwanted")
    return _of_a_unit(reading) if kind == "money" and isinstance(reading, Ask) else reading


def _of_a_person(reading: Reading, text: str) -> bool:
    """Whether a text holds a telephone, identity or account number: that is no money either."""
    return reading == Unreadable("phone_number") or _NUMBER_OF_A_PERSON.search(text) is not None


def _of_a_unit(reading: Ask) -> Ask:
    """Without sums that no unit spends, where there are others."""
    likely = tuple(value for value in reading.candidates if not isinstance(value, int) or value < _TOO_MUCH)
    return Ask(likely) if likely else reading


def read_office_answer(kind: Kind, text: str, today: date) -> Reading:
    """As `read_answer`, where the office may say «gần 300»."""
    reading = read(kind, text, today)
    if kind == "count" and not _of_a_person(reading, text) and is_money(text):
        return Unreadable("money_unwanted")
    return qualified(kind, text) if kind in ("count", "money") and isinstance(reading, Ask) else reading
