"""The numbers of outgoing papers: in which series they run, and how one is printed and read."""

import re
from dataclasses import dataclass
from datetime import date

from reporting.profile import Paper
from reporting.reading.date import read_date
from reporting.reading.readings import Given
from reporting.text import clean, fold

HIGHEST = 99_999
_NUMBER = re.compile(r"^(?:cap )?(?:so)?[ :]*(?P<number>\d{1,5})(?:/[a-z-]+)?(?![\d./]|,\d)(?P<rest>.*)$")
_DAY = re.compile(r"^[ ,;:-]*(?:ngay|de ngay)?[ :]*(?P<day>\d.*)$")


@dataclass(frozen=True, slots=True)
class NumberAndDay:
    """What the office typed: «số 03 ngày 18/10/2023»; None: that part was not said."""

    number: int | None
    on: date | None


def series(paper: Paper, on: date, symbol: str = "") -> str:
    """The series that a paper of that day belongs to: by year, or by the congress term.

    Papers dated before the term began run on by year. `symbol`: of another paper than the monthly report.
    """
    symbol = symbol or paper.symbol
    if paper.numbering == "term" and paper.term_start is not None and on >= paper.term_start:
        return f"{symbol}/term-{paper.term_start.isoformat()}"
    return f"{symbol}/{on.year}"


def printed(number: int, paper: Paper, symbol: str = "") -> str:
    """02/BC-LĐLĐ."""
    return f"{number:02d}/{symbol or paper.symbol}"


def symbol_of(run: str) -> str:
    """The symbol of the papers in a series, see `series`."""
    return run.rpartition("/")[0]


_TALK_BEFORE = re.compile(
    r"^(?:(?:khong phai|khong dung|khong|nham roi|nham|sai roi|sai|a|o|em oi|em|thoi|doi|doi thanh|sua"
    r"|sua thanh|lay|cho|la|phai la)[\s,.:]+)+(?=so\b|ngay\b|\d)"
)
_TALK_AFTER = re.compile(r"(?:[\s,]+(?:em oi|em|chi oi|anh oi|nhe|nha|di|chu|moi dung|a|oi|day))+$")


def read_number_and_day(text: str, today: date) -> NumberAndDay | None:
    """«số 03 ngày 18/10/2023», «03», «ngày 18/10», «03/BC-LĐLĐ, 18/10». None where it does not read.

    The day may be one that is still to come.
    """
    said = _TALK_AFTER.sub("", _TALK_BEFORE.sub("", fold(clean(text)).strip(" ."))).strip(" .,")
    found = _NUMBER.match(said)
    if found is None:
        only = _DAY.match(said)
        on = _day(only["day"], today) if only else None
        return NumberAndDay(None, on) if on else None
    number = int(found["number"])
    if not 1 <= number <= HIGHEST:
        return None
    if not found["rest"].strip():
        return NumberAndDay(number, None)
    after = _DAY.match(found["rest"])
    on = _day(after["day"], today) if after else None
    return NumberAndDay(number, on) if on else None


def _day(text: str, today: date) -> date | None:
    """A day that is certain, or one that is still to come, however sure: it is refused by that name."""
    reading = read_date(text, today)
    if isinstance(reading, Given):
        return reading.value if isinstance(reading.value, date) else None
    near = [value for value in getattr(reading, "candidates", ()) if isinstance(value, date)]
    nearest = min(near, key=lambda day: abs(day - today), default=today)
    return nearest if nearest > today else None
