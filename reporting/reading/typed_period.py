"""The period a person names in words: "tháng 9", "t9/2023", "quý III", "6 tháng đầu năm", "tháng trước"."""

import re
from dataclasses import dataclass
from typing import Literal

from reporting.errors import Broken
from reporting.periods import Month, Period, Span
from reporting.reading.typed import words_of

_NEAR = 6  # months: farther ahead, the same month of last year is nearer
PeriodKind = Literal["month", "quarter", "half", "nine", "year"]


@dataclass(frozen=True, slots=True)
class TypedPeriod:
    """A period as it was said.

    `number` is the month (1–12), quarter (1–4) or half (1–2), None where none was named ("quý này", a year).
    `year` is None where none was said. `back` counts years back where `number` is given ("tháng 9 năm ngoái" is 1),
    else periods of that kind ("tháng trước" is 1, "tháng này" 0); None where nothing relative was said.
    """

    kind: PeriodKind
    number: int | None = None
    year: int | None = None
    back: int | None = None

    def resolve(self, now: Month) -> Period | None:
        """The period meant in the month `now`; without a year the newest that has begun. None if there is none."""
        try:
            if self.number is None and self.kind != "nine":
                return self._relative(now)
            if self.year is not None or self.back is not None:
                return self._in_year(self.year if self.year is not None else now.year - (self.back or 0))
            latest = self._in_year(now.year)
            return latest if latest.months()[0] <= now else self._in_year(now.year - 1)
        except Broken:
            return None

    def ahead(self, now: Month) -> Month | None:
        """The month of this year that a month alone names and that is still to come; None where it is not.

        None too where last year's is the nearer one: «tháng 12» said in January is the December before.
        """
        alone = self.kind == "month" and self.year is None and self.back is None
        if not alone or self.number is None or not 0 < self.number - now.month <= _NEAR:
            return None
        return Month(now.year, self.number)

    def _in_year(self, year: int) -> Period:
        if self.kind == "month":
            return Month(year, self.number or 0)
        return Span(year, self.kind, self.number or 0)

    def _relative(self, now: Month) -> Period:
        back = self.back or 0
        match self.kind:
            case "month":
                return now.plus(-back)
            case "quarter" | "half":
                length = 3 if self.kind == "quarter" else 6
                then = now.plus(-length * back)
                return Span(then.year, self.kind, (then.month - 1) // length + 1)
            case _:
                return Span(self.year if self.year is not None else now.year - back, "year")


# fmt: off
_NUMBERS = {
    "mot": 1, "gieng": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
    "muoi": 10, "muoi mot": 11, "muoi hai": 12, "chap": 12, "i": 1, "ii": 2, "iii": 3, "iv": 4,
}
# fmt: on
_NAMED = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_NUMBER = rf"(?P<number>0?\d|1[0-2]|{_NAMED})"
_DIGITS = r"(?P<number>0?\d|1[0-2])"
_YEAR = (
    r"(?:\s*[/.-]\s*(?P<short>(?:19|20)\d\d|\d\d)"
    r"|\s+(?:nam )?(?P<year>(?:19|20)\d\d)"
    r"|\s+nam (?P<ago>ngoai|truoc|nay))?"
)
_THIS = r"(?P<ago>nay|truoc|vua roi|vua qua|roi)"
_SHAPES: tuple[tuple[PeriodKind, int | None, str], ...] = (
    ("month", None, r"(?P<year>(?:19|20)\d\d)-(?P<number>0[1-9]|1[0-2])"),
    ("quarter", None, r"(?P<year>(?:19|20)\d\d)-q(?P<number>[1-4])"),
    ("half", 1, r"(?:0?6|sau) thang dau(?: nam)?" + _YEAR),
    ("half", 2, r"(?:0?6|sau) thang cuoi(?: nam)?" + _YEAR),
    ("nine", None, r"(?:0?9|chin) thang(?: dau)?(?: nam(?! \d))?(?! 1?\d\b)" + _YEAR),
    ("month", None, r"(?:thang|thg) ?" + _NUMBER + _YEAR),
    ("month", None, r"t ?" + _DIGITS + _YEAR),
    ("month", None, r"(?:thang|thg) " + _THIS),
    ("quarter", None, r"quy ?" + _NUMBER + _YEAR),
    ("quarter", None, r"q ?" + _DIGITS + _YEAR),
    ("quarter", None, r"quy " + _THIS),
    ("year", None, r"(?:ca )?nam (?P<year>(?:19|20)\d\d)"),
    ("year", None, r"(?:ca )?nam (?P<ago>nay|ngoai|truoc)"),
    ("month", None, r"(?P<number>0?[1-9]|1[0-2]) ?[/.-] ?(?P<year>(?:19|20)\d\d|1[3-9]|[2-9]\d)"),
    ("year", None, r"(?P<year>(?:19|20)\d\d)"),
)
_COMPILED = tuple(
    (kind, number, re.compile(rf"(?<![\w/])(?:{shape})(?![\w/])")) for kind, number, shape in _SHAPES
)
_BARE_MONTH = re.compile(r"\s*(0?[1-9]|1[0-2])\s*")
_LONGEST = 200  # characters looked at


def _folded(text: str) -> str:
    """The text folded letter by letter, as long as it was, so that places in it still hold."""
    pieces, position = [], 0
    for word in words_of(text):
        pieces.append(text[position : word.start].lower())
        pieces.append(word.key if len(word.key) == word.end - word.start else " " * (word.end - word.start))
        position = word.end
    return "".join(pieces) + text[position:].lower()


def _made(kind: PeriodKind, number: int | None, found: re.Match[str]) -> TypedPeriod | None:
    groups = found.groupdict()
    said = groups.get("number")
    if said:
        number = int(said) if said.isdecimal() else _NUMBERS[said]
        if not 1 <= number <= (4 if kind == "quarter" else 12):
            return None
    year = int(groups.get("year") or groups.get("short") or 0)
    relative = groups.get("ago")
    back = None if relative is None else int(relative != "nay")
    if year < 100:
        year = year + 2000 if year else 0
    return TypedPeriod(kind, number, year or None, back)


def split_period(text: str) -> tuple[TypedPeriod | None, str]:
    """The first period named in a text in normal form, and the text without it."""
    folded = _folded(text[:_LONGEST])
    for kind, number, shape in _COMPILED:
        found = shape.search(folded)
        if found is None:
            continue
        period = _made(kind, number, found)
        if period is not None:
            return period, " ".join(f"{text[: found.start()]} {text[found.end() :]}".split())
    return None, text


def period_in(argument: str) -> TypedPeriod | None:
    """The period named in a text; a number from 1 to 12 alone is a month. None if none is named."""
    bare = _BARE_MONTH.fullmatch(argument)
    if bare is not None:
        return TypedPeriod("month", int(bare[1]))
    return split_period(argument)[0]
