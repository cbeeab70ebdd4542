"""From the units' figures to the province's, with how many units stand behind each.

Flows are summed over units and months; a unit is asked for every month it existed in, if only for a day. A stock is
summed over the units that exist on the period's closing date, from its last month only (or the last that is closed:
`stock_back` months before). Of yes and no, one yes in a period is a yes. A ratio is made anew from its
parts, over the units that gave both. What a unit did not give is missing and never zero: it changes the coverage, not
the value. The same indicator in several forms adds up, since each level reports its own activity only.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from reporting.adding import ADDABLE, add, merge_predecessors
from reporting.periods import CutOff, Month, Period
from reporting.summary import (
    Comparison,
    Coverage,
    FiguresLike,
    FormLike,
    QuestionLike,
    RatioOf,
    Summary,
    Total,
    UnitLike,
    UnitText,
)
from reporting.values import Missing, Ratio, Value, bare

__all__ = ["compare", "compare_alike", "existed_in", "exists_on", "merge_predecessors", "summarise"]

_Given = list[tuple[int, Value]]


def exists_on(unit: UnitLike, day: date) -> bool:
    """Whether the unit exists on that day."""
    return existed_in(unit, day, day)


def existed_in(unit: UnitLike, first: date, last: date) -> bool:
    """Whether the unit existed on some day from `first` to `last`."""
    founded, closed = unit.founded_on, unit.closed_on
    return (founded is None or founded <= last) and (closed is None or closed > first)


# --- one form in one month ----------------------------------------------------------------------------------


@dataclass(slots=True)
class _FormMonth:
    """`asked`: the units of the form that existed in the month, `left`: those of them that exist on its closing date.

    `extra`: others of its kind that reported all the same.
    """

    month: Month
    reports: Mapping[int, Mapping[str, Value]]
    asked: list[int]
    left: list[int]
    extra: list[int]


def _form_months(
    units: Sequence[UnitLike], form: FormLike, figures: Iterable[FiguresLike], period: Period, cut_off: CutOff
) -> list[_FormMonth]:
    by_month: dict[str, dict[int, Mapping[str, Value]]] = {str(month): {} for month in period.months()}
    kin = [unit for unit in units if unit.kind == form.audience]
    known = {unit.id for unit in kin}
    for submitted in figures:
        if submitted.form == form.code and submitted.period in by_month and submitted.unit_id in known:
            by_month[submitted.period][submitted.unit_id] = submitted.figures
    made = []
    for month in period.months():
        first, last = month.bounds(cut_off)
        asked = [unit for unit in kin if existed_in(unit, first, last)]
        left = [unit.id for unit in asked if exists_on(unit, last)]
        ids = [unit.id for unit in asked]
        reports = by_month[str(month)]
        made.append(_FormMonth(month, reports, ids, left, sorted(reports.keys() - set(ids))))
    return made


@dataclass(slots=True)
class _Gathered:
    """What was found of one indicator so far; whether any report came in, and whether any has the question."""

    kind: str
    values: _Given = field(default_factory=list)
    texts: list[UnitText] = field(default_factory=list)
    expected: set[int] = field(default_factory=set)
    lacking: set[int] = field(default_factory=set)
    sent: bool = False
    found: bool = False

    @property
    def complete(self) -> set[int]:
        return self.expected - self.lacking

    def total(self, code: str) -> Total:
        value = add([value for _, value in self.values], self.kind)
        missing = tuple(sorted(self.lacking))
        texts = tuple(sorted(self.texts, key=lambda text: (text.month, text.unit_id)))
        given, unasked = len(self.expected) - len(missing), self.sent and not self.found
        return Total(
            code, value, given, len(self.expected), missing, texts, unasked, frozenset(self.complete)
        )


def _gather(into: _Gathered, question: QuestionLike, months: Sequence[_FormMonth], stock_back: int) -> None:
    """Add one form's figures of one indicator."""
    if question.agg == "last":
        at = months[max(0, len(months) - 1 - stock_back)]
        into.values += _given(into, question.code, at, at.left)
        return
    for at in months:
        given = _given(into, question.code, at, at.asked)
        given += _given(into, question.code, at, [u for u in at.extra if question.code in at.reports[u]])
        if question.agg == "concat":
            into.texts += [UnitText(u, at.month, text) for u, text in given if isinstance(text, str) and text]
        elif question.agg == "sum":
            into.values += given


def _given(into: _Gathered, code: str, at: _FormMonth, unit_ids: Sequence[int]) -> _Given:
    """The values that these units gave in a month; those who gave none are noted as lacking."""
    reports = at.reports
    given: _Given = []
    for unit_id in unit_ids:
        figures = reports.get(unit_id)
        value = None if figures is None else figures.get(code)
        if value is None or isinstance(value, Missing):
            into.lacking.add(unit_id)
        else:
            given.append((unit_id, value))
    into.expected.update(unit_ids)
    sent = [] if given else [reports[unit_id] for unit_id in unit_ids if unit_id in reports]
    into.sent = into.sent or bool(given or sent)
    into.found = into.found or bool(given) or any(code in figures for figures in sent)
    return given


def _single(question: QuestionLike, months: Sequence[_FormMonth]) -> Value | None:
    """The newest value of an indicator that only one unit reports, such as the office's own; any yes of yes and no."""
    reporters = {unit_id for at in months for unit_id in (*at.asked, *at.extra)}
    if len(reporters) != 1:
        return None
    values = [figures.get(question.code) for at in months for figures in at.reports.values()]
    given = [v for v in values if v is not None and not isinstance(v, Missing)]
    if given and all(isinstance(v, bool) for v in given):
        return any(given)
    return given[-1] if given else None


# --- a period -----------------------------------------------------------------------------------------------


def summarise(
    units: Iterable[UnitLike],
    forms: Iterable[FormLike],
    figures: Iterable[FiguresLike],
    period: Period,
    *,
    cut_off: CutOff = "15-14",
    late: Collection[int] = (),
    ratios: Iterable[RatioOf] = (),
    stock_back: int = 0,
) -> Summary:
    """The totals of a period over the given units (for a superior's, give its tree).

    `figures` may hold other periods, forms and units too. `late`: the units that sent after due. `stock_back`: how many
    months before the period's last the stocks are taken from. The order of units, forms and figures does not matter.
    """
    roster = sorted(units, key=lambda unit: unit.id)
    submitted = list(figures)
    gathered: dict[str, _Gathered] = {}
    singles: dict[str, Value | None] = {}
    sheets: list[list[_FormMonth]] = []
    for form in forms:
        months = _form_months(roster, form, submitted, period, cut_off)
        sheets.append(months)
        for question in form.questions:
            if question.kind not in ("note", "file"):
                into = gathered.setdefault(question.code, _Gathered(question.kind))
                _gather(into, question, months, stock_back)
                if question.agg == "none" or (question.agg != "concat" and question.kind not in ADDABLE):
                    singles[question.code] = _single(question, months)
    totals = {code: found.total(code) for code, found in gathered.items()}
    for code, value in singles.items():
        totals[code] = replace(totals[code], value=value)
    for ratio in ratios:
        totals[ratio.code] = _ratio(ratio, gathered)
    return Summary(period, period.bounds(cut_off)[1], totals, _coverage(roster, sheets, frozenset(late)))


def _ratio(ratio: RatioOf, gathered: Mapping[str, _Gathered]) -> Total:
    """The ratio over the units that gave both parts in full. A whole of nothing has no ratio."""
    part, whole = gathered.get(ratio.part, _Gathered("count")), gathered.get(ratio.whole, _Gathered("count"))
    expected, both = part.expected | whole.expected, part.complete & whole.complete
    sums = [
        sum(v for unit_id, given in side.values if unit_id in both and isinstance(v := bare(given), int))
        for side in (part, whole)
    ]
    value = Ratio(sums[0], sums[1]) if both and sums[1] else None
    return Total(ratio.code, value, len(both), len(expected), tuple(sorted(expected - both)))


def _coverage(
    roster: Sequence[UnitLike], sheets: Iterable[Sequence[_FormMonth]], late: Collection[int]
) -> tuple[Coverage, ...]:
    """By superior: the units below it that were to report in some month; one that left a month out is missing."""
    parents = {unit.id: unit.parent_id for unit in roster if unit.parent_id is not None}
    expected: set[int] = set()
    missing: set[int] = set()
    for months in sheets:
        for at in months:
            expected.update(at.asked)
            missing.update(unit_id for unit_id in at.asked if unit_id not in at.reports)
    below: dict[int, list[int]] = {}
    for unit_id in sorted(expected & parents.keys()):
        below.setdefault(parents[unit_id], []).append(unit_id)
    made = []
    for superior_id in sorted(below):
        ids = below[superior_id]
        absent = tuple(unit_id for unit_id in ids if unit_id in missing)
        sent_late = sum(unit_id in late and unit_id not in missing for unit_id in ids)
        made.append(Coverage(superior_id, len(ids), len(ids) - len(absent), sent_late, absent))
    return tuple(made)


def compare(
    units: Iterable[UnitLike],
    forms: Iterable[FormLike],
    figures: Iterable[FiguresLike],
    period: Period,
    *,
    cut_off: CutOff = "15-14",
    late: Collection[int] = (),
    ratios: Iterable[RatioOf] = (),
    stock_back: int = 0,
    beside: Period | None = None,
) -> Comparison:
    """The period, the one before it and the same one a year earlier; `late` is said of the period itself.

    `beside`: another period in place of the one before.
    """
    roster, asked, submitted, made = list(units), list(forms), list(figures), list(ratios)
    before, year_ago = beside or period.previous(), period.same_last_year()
    same = partial(summarise, roster, asked, submitted, cut_off=cut_off, ratios=made, stock_back=stock_back)
    return Comparison(
        now=same(period, late=late),
        previous=same(before),
        last_year=same(year_ago),
    )


def compare_alike(
    units: Iterable[UnitLike],
    forms: Iterable[FormLike],
    figures: Iterable[FiguresLike],
    period: Period,
    *,
    cut_off: CutOff = "15-14",
    stock_back: int = 0,
    beside: Period | None = None,
) -> Comparison:
    """The period and the one before (or `beside`), each line over the units that gave it in both.

    A unit that is new, that has not sent, or that left the line out would pass for a rise or a fall. The coverage is
    that of all the units, as is what is said of last year.
    """
    roster, asked, submitted = list(units), list(forms), list(figures)
    of = partial(compare, roster, asked, period=period, cut_off=cut_off, stock_back=stock_back, beside=beside)
    every = of(submitted)
    now, previous = dict(every.now.totals), dict(every.previous.totals)
    groups: dict[frozenset[int], list[str]] = {}
    for code in now.keys() & previous.keys():
        groups.setdefault(now[code].given & previous[code].given, []).append(code)
    for both, codes in groups.items():
        part = of([each for each in submitted if each.unit_id in both])
        for code in codes:
            now[code] = _over(part.now.totals[code], both)
            previous[code] = _over(part.previous.totals[code], both)
    return replace(
        every, now=replace(every.now, totals=now), previous=replace(every.previous, totals=previous)
    )


def _over(total: Total, both: frozenset[int]) -> Total:
    """The total over those units alone, none of which is missing."""
    return replace(total, reported=len(both), expected=len(both), missing=(), given=both)
