"""What totals are made of, and what they are: the faces of units, forms and figures; a period's summary."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from reporting.adding import difference
from reporting.periods import Month, Period
from reporting.values import Value


class UnitLike(Protocol):
    """A unit of the roster. It exists from `founded_on` on, and no more on `closed_on`."""

    @property
    def id(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def parent_id(self) -> int | None: ...
    @property
    def founded_on(self) -> date | None: ...
    @property
    def closed_on(self) -> date | None: ...


class QuestionLike(Protocol):
    """An indicator: how it adds up (`agg`: sum, last, concat, none) and what it is."""

    @property
    def code(self) -> str: ...
    @property
    def agg(self) -> str: ...
    @property
    def kind(self) -> str: ...


class FormLike(Protocol):
    """A form, filled by every unit whose kind is its audience."""

    @property
    def code(self) -> str: ...
    @property
    def audience(self) -> str: ...
    @property
    def questions(self) -> Sequence[QuestionLike]: ...


class FiguresLike(Protocol):
    """What one unit submitted in one form for one month ("2023-10"); at most one of each is given."""

    @property
    def unit_id(self) -> int: ...
    @property
    def form(self) -> str: ...
    @property
    def period(self) -> str: ...
    @property
    def figures(self) -> Mapping[str, Value]: ...


@dataclass(frozen=True, slots=True)
class RatioOf:
    """An indicator made of two others: `part` of `whole`."""

    code: str
    part: str
    whole: str


@dataclass(frozen=True, slots=True)
class UnitText:
    """What one unit wrote in one month."""

    unit_id: int
    month: Month
    text: str


@dataclass(frozen=True, slots=True)
class Total:
    """One indicator of a period. `value` is None where nobody gave one, or where it does not add up.

    `reported` of `expected` units gave it for every month asked of them; `missing` are the ids of the others, in
    order. A unit that gave some months only is missing, though what it gave counts. `unasked`: reports came in, and
    none of them has the question: it was for none of those units. `given`: the ids of those who gave it in full.
    """

    code: str
    value: Value | None
    reported: int
    expected: int
    missing: tuple[int, ...]
    texts: tuple[UnitText, ...] = ()
    unasked: bool = False
    given: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of the units directly under one unit: how many were to report, did, did late; the ids of those who did not."""

    superior_id: int
    expected: int
    submitted: int
    late: int
    missing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """A period's totals by code, and the coverage of each superior, by id."""

    period: Period
    closing: date
    totals: Mapping[str, Total]
    coverage: tuple[Coverage, ...]

    @property
    def expected(self) -> int:
        return sum(part.expected for part in self.coverage)

    @property
    def submitted(self) -> int:
        return sum(part.submitted for part in self.coverage)

    @property
    def late(self) -> int:
        return sum(part.late for part in self.coverage)

    @property
    def missing(self) -> tuple[int, ...]:
        return tuple(sorted(unit_id for part in self.coverage for unit_id in part.missing))

    def value(self, code: str) -> Value | None:
        """The indicator's value; None too where no form asks for it."""
        total = self.totals.get(code)
        return total.value if total else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A period beside the one before and the same one a year earlier."""

    now: Summary
    previous: Summary
    last_year: Summary

    def changes(self, code: str) -> tuple[Value | None, Value | None]:
        """The change against the previous period and against last year; None where one side has no figure."""
        now = self.now.value(code)
        return difference(now, self.previous.value(code)), difference(now, self.last_year.value(code))
