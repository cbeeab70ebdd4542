"""Dates: day before month, this year where none is given. What has not come yet, and a day alone, is asked back."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from reporting.reading import date_words
from reporting.reading.amounts import absent, missing, said_nothing, too_long, unique
from reporting.reading.date_candidates import Dates
from reporting.reading.date_patterns import PATTERNS, SPOTTED
from reporting.reading.lexicon import phrases_of
from reporting.reading.readings import Ask, Given, Reading, Unreadable
from reporting.reading.segments import Cut, cuts
from reporting.reading.shapes import Settled
from reporting.reading.spelling import Grade, grade
from reporting.reading.tokens import normal
from reporting.reading.typed import Word, phrase, words_of
from reporting.text import fold
from reporting.values import Value

_SIGNS = " \t\n.,;:!()"
_LONGEST_IDLE = 4
_MOST_SPOTTED = 4
_COMMA = re.compile(r",(?= ?[a-z])")
_SPACED_SIGN = re.compile(r"\s*([/.-])\s*(?=\d)")
_LOOKALIKE_NOUGHT = re.compile(r"(?<=[\d/.\-])[oO](?![^\W\d_])|(?<![^\W_])[oO](?=\d)")
_LOOKALIKE_ONE = re.compile(r"(?<![^\W\d_])[lI](?=\d)|(?<=\d)[lI](?=[/.\-]|$)")
_DATE_LIKE = re.compile(r"\d\s?[/.\-]\s?\d|thang|ngay")


def read_date(text: str, today: date) -> Reading:
    """Given a date up to today. Candidates may lie ahead."""
    nothing = said_nothing(text, None)
    if nothing is not None:
        return nothing
    typed = normal(text)
    plain = _LOOKALIKE_ONE.sub("1", _LOOKALIKE_NOUGHT.sub("0", typed))
    long = too_long(text, "count")
    if long is not None:
        return long
    found = cuts(plain, "count")
    reason = absent(text, found)
    if reason is not None:
        return reason
    settled = (
        _relative(plain, today) or _whole(plain, today) or _spotted(plain, today) or _none(found[0], text)
    )
    if settled is None:
        return Unreadable(_why(plain))
    values = unique(settled.values)
    certain = settled.certain and len(values) == 1 and plain == typed
    return Given(values[0]) if certain else Ask(values)


def _why(plain: str) -> str:
    folded = fold(plain)
    if re.search(r"\d{1,2}\s?[/.\-]\s?\d{1,2}(?!\d)|\d{1,2} thang \d", folded):
        return "no_such_day"
    return "day_wanted" if _DATE_LIKE.search(folded) or re.search(r"tuan|quy|nam", folded) else "not_a_date"


def _none(best: Cut, text: str) -> Settled | None:
    """không, chưa: there is no date."""
    parts = set(best.parts)
    if parts & set("zyZ") and not best.quantities and parts <= set("nwtglqzyZ"):
        return Settled((missing(text),), False)
    return None


def _relative(plain: str, today: date) -> Settled | None:
    """hôm nay, hôm qua, mai."""
    core = _without_idle(plain, spelt=True)
    typed = words_of(core)
    if re.search(r"\d", core):
        return None
    best: list[tuple[Grade, int, bool]] = []
    for known, spelt, days, certain in _relatives():
        if len(known) == len(typed):
            grades = [grade(a, b) for a, b in zip(typed, known, strict=True)]
            worst = max((found for found in grades if found is not None), default=Grade.EXACT)
            if None not in grades and typed and (worst is Grade.EXACT or not spelt):
                best.append((worst, days, certain and worst is not Grade.SLIP))
    if not best:
        return None
    least = min(found[0] for found in best)
    top = [found for found in best if found[0] is least]
    values: list[Value] = [today + timedelta(days) for _, days, _ in top]
    return Settled(unique(values), all(certain for _, _, certain in top))


@cache
def _relatives() -> tuple[tuple[tuple[Word, ...], bool, int, bool], ...]:
    rows = ((date_words.RELATIVE, True), (date_words.RELATIVE_ASKED, False))
    return tuple(
        (phrase(written.strip().lstrip("=")), written.strip().startswith("="), days, certain)
        for table, certain in rows
        for days, text in table.items()
        for written in text.split(",")
    )


def _whole(plain: str, today: date) -> Settled | None:
    """A text that is a date and nothing else, courtesies and idle words apart."""
    core = _without_idle(plain)
    dates = Dates(today)
    for pattern, build in PATTERNS:
        match = pattern.fullmatch(core)
        if match:
            return build(dates, match)
    return None


def _spotted(plain: str, today: date) -> Settled | None:
    """Dates among other words: asked back."""
    dates = Dates(today)
    values: list[Value] = []
    folded = fold(plain)
    for match in SPOTTED.finditer(folded):
        core = match[0].strip()
        for pattern, build in PATTERNS:
            whole = pattern.fullmatch(core)
            found = build(dates, whole) if whole else None
            if found:
                values.extend(found.values[:1])
                break
    distinct = unique(values)[:_MOST_SPOTTED]
    return Settled(distinct, False) if distinct else None


def _without_idle(plain: str, spelt: bool = False) -> str:
    """The text, folded unless `spelt`, without what is said around a date."""
    words = [word.strip(_SIGNS) for word in plain.split()]
    words = [word for word in words if word]
    keys = [fold(word) for word in words]
    start = _idle_length(keys)
    end = len(keys) - _idle_length(keys[start:][::-1], backwards=True)
    return (
        " ".join(words[start:end])
        if spelt
        else _COMMA.sub("", _SPACED_SIGN.sub(r"\1", " ".join(keys[start:end])))
    )


def _idle_length(keys: Sequence[str], backwards: bool = False) -> int:
    idle, position = _idle(), 0
    while position < len(keys):
        for length in range(_LONGEST_IDLE, 0, -1):
            words = keys[position : position + length]
            if len(words) == length and tuple(words[::-1] if backwards else words) in idle:
                position += length
                break
        else:
            break
    return position


@cache
def _idle() -> frozenset[tuple[str, ...]]:
    """Courtesies and words of no meaning for a date, as folded words."""

    of_dates = frozenset(date_words.OF_DATES.split())
    return frozenset(
        written
        for written in phrases_of("pPnw")
        if len(written) <= _LONGEST_IDLE and not of_dates & set(written)
    )
