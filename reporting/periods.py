"""Reporting periods: months, and what is made of months (quarter, half, nine months, year, term).

Ids are short and sort: `2023-10`, `2023-Q3`, `2023-H1`, `2023-9M`, `2023`, `2021-2025`. When a month begins and
ends is the office's setting: from the 15th of the month before to the 14th, or the calendar month.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from reporting.errors import Broken, WrongUse

CutOff = Literal["15-14", "calendar"]
SpanKind = Literal["quarter", "half", "nine", "year", "term"]

FIRST_YEAR, LAST_YEAR = 1990, 2199
LONGEST_TERM = 6  # years; the seed of a five-year report counts both ends
_CUT_DAY = 15  # the day a month begins on under "15-14"


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A reporting month, named after the calendar month it ends in. Broken if there is no such month."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not (FIRST_YEAR <= self.year <= LAST_YEAR and 1 <= self.month <= 12):
            raise Broken(f"no such month: {self.year}-{self.month}")

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02d}"

    @staticmethod
    def parse(text: str) -> "Month":
        """The month with this id. Raises WrongUse for anything else, also for another kind of period."""
        period = parse(text)
        if not isinstance(period, Month):
            raise WrongUse(f"not a month: {text!r}")
        return period

    def plus(self, months: int) -> "Month":
        """The month so many months later; earlier if negative."""
        index = self.year * 12 + self.month - 1 + months
        return Month(index // 12, index % 12 + 1)

    def next(self) -> "Month":
        return self.plus(1)

    def previous(self) -> "Month":
        return self.plus(-1)

    def same_last_year(self) -> "Month":
        return self.plus(-12)

    def months(self) -> tuple["Month", ...]:
        return (self,)

    @property
    def last(self) -> "Month":
        """The month whose closing date is the period's."""
        return self

    def bounds(self, cut_off: CutOff = "15-14") -> tuple[date, date]:
        """First and last day, both counted."""
        if cut_off == "calendar":
            return date(self.year, self.month, 1), date(self.year, self.month, self.days)
        before = self.previous()
        return date(before.year, before.month, _CUT_DAY), date(self.year, self.month, _CUT_DAY - 1)

    @property
    def days(self) -> int:
        """Days of the calendar month it is named after."""
        return calendar.monthrange(self.year, self.month)[1]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A period of several months. `number`: 1–4 of a quarter, 1–2 of a half, the last year of a term, else 0."""

    year: int
    kind: SpanKind
    number: int = 0

    def __post_init__(self) -> None:
        last_year = self.number if self.kind == "term" else self.year
        allowed = {
            "quarter": range(1, 5),
            "half": range(1, 3),
            "term": range(self.year + 1, self.year + LONGEST_TERM),
        }
        in_calendar = self.year >= FIRST_YEAR and last_year <= LAST_YEAR
        if not in_calendar or self.number not in allowed.get(self.kind, range(1)):
            raise Broken(f"no such period: {self.kind} {self.year} {self.number}")

    def __str__(self) -> str:
        match self.kind:
            case "quarter":
                return f"{self.year}-Q{self.number}"
            case "half":
                return f"{self.year}-H{self.number}"
            case "nine":
                return f"{self.year}-9M"
            case "year":
                return str(self.year)
            case "term":
                return f"{self.year}-{self.number}"

    def months(self) -> tuple[Month, ...]:
        """Its months, in order."""
        return _months(self)

    @property
    def last(self) -> Month:
        """The month whose closing date is the period's."""
        return self.months()[-1]

    def bounds(self, cut_off: CutOff = "15-14") -> tuple[date, date]:
        """First and last day, both counted."""
        return self.months()[0].bounds(cut_off)[0], self.last.bounds(cut_off)[1]

    def next(self) -> "Span":
        return self._shifted(1)

    def previous(self) -> "Span":
        return self._shifted(-1)

    def same_last_year(self) -> "Span":
        """The same part of the year before; of a term, the term before."""
        if self.kind == "term":
            return self.previous()
        return Span(self.year - 1, self.kind, self.number)

    def _shifted(self, by: int) -> "Span":
        match self.kind:
            case "quarter" | "half":
                parts = 4 if self.kind == "quarter" else 2
                index = self.year * parts + self.number - 1 + by
                return Span(index // parts, self.kind, index % parts + 1)
            case "term":
                years = (self.number - self.year + 1) * by
                return Span(self.year + years, self.kind, self.number + years)
            case _:
                return Span(self.year + by, self.kind)


@dataclass(frozen=True, slots=True)
class SoFar:
    """The first `count` months of a span that is not over, without the first `skip`, of which nothing was asked.

    It is compared with the same months of the spans before it.
    """

    span: Span
    count: int
    skip: int = 0

    def __str__(self) -> str:
        return str(self.span)

    def months(self) -> tuple[Month, ...]:
        return self.span.months()[self.skip : self.count]

    @property
    def last(self) -> Month:
        return self.months()[-1]

    def bounds(self, cut_off: CutOff = "15-14") -> tuple[date, date]:
        return self.months()[0].bounds(cut_off)[0], self.last.bounds(cut_off)[1]

    def next(self) -> "SoFar":
        return SoFar(self.span.next(), self.count, self.skip)

    def previous(self) -> "SoFar":
        return SoFar(self.span.previous(), self.count, self.skip)

    def same_last_year(self) -> "SoFar":
        return SoFar(self.span.same_last_year(), self.count, self.skip)


Period = Month | Span | SoFar


@lru_cache(maxsize=256)
def _months(span: Span) -> tuple[Month, ...]:
    match span.kind:
        case "quarter":
            first, length = Month(span.year, 3 * span.number - 2), 3
        case "half":
            first, length = Month(span.year, 6 * span.number - 5), 6
        case "nine":
            first, length = Month(span.year, 1), 9
        case "year":
            first, length = Month(span.year, 1), 12
        case "term":
            first, length = Month(span.year, 1), 12 * (span.number - span.year + 1)
    return tuple(first.plus(n) for n in range(length))


_ID = re.compile(r"([0-9]{4})(?:-(?:([0-9]{2})|Q([1-4])|H([12])|(9M)|([0-9]{4})))?")


def parse(text: str) -> Period:
    """The period with this id. Raises WrongUse if there is none such."""
    found = _ID.fullmatch(text)
    if found is None:
        raise WrongUse(f"not a period: {text!r}")
    year = int(found[1])
    _, month, quarter, half, nine, last_year = found.groups()
    try:
        if month:
            return Month(year, int(month))
        if quarter:
            return Span(year, "quarter", int(quarter))
        if half:
            return Span(year, "half", int(half))
        if nine:
            return Span(year, "nine")
        if last_year:
            return Span(year, "term", int(last_year))
        return Span(year, "year")
    except Broken as error:
        raise WrongUse(str(error)) from None


def month_of(day: date, cut_off: CutOff = "15-14") -> Month:
    """The reporting month a day's events belong to."""
    month = Month(day.year, day.month)
    return month.next() if cut_off == "15-14" and day.day >= _CUT_DAY else month
