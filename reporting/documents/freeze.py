"""A month as it stands at one moment: figures with who stands behind them, coverage by superior, words.

Beside the indicators' own figures there are derived ones:
`<code>.change`    against last month, of counts and money, where both sides are whole
`<code>.reported`  how many units gave it, where some did and some did not
`units_reported`, `units_total`, `units_late`  of the units asked this month
`cdcs_total`       the grassroots unions there are on the closing date
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from reporting.adding import ADDABLE, difference
from reporting.documents.model import Figure, Frozen, Said, Snapshot, SuperiorRow
from reporting.documents.sections import Section, section_of
from reporting.forms.model import Form, Question
from reporting.periods import CutOff, Month
from reporting.summary import Comparison, Coverage, FiguresLike, Total, UnitLike
from reporting.text import fold, sort_key
from reporting.totals import exists_on, summarise
from reporting.values import Kind, Missing, Value

COMPARED = ("count", "money")
UNSAID = frozenset({"", "khong", "khong co", "khong phat sinh", "khong co gi", "chua co", "k", "ko"})


class NamedUnit(UnitLike, Protocol):
    """A unit of the roster, with its name."""

    @property
    def name(self) -> str: ...


class Counted(FiguresLike, Protocol):
    """What a unit last sent in one form for one month, and in which submission."""

    @property
    def submission_id(self) -> int: ...


@dataclass(frozen=True, slots=True)
class _Month:
    """What is frozen, with the office's rule of when a month ends."""

    compared: Comparison
    forms: tuple[Form, ...]
    roster: tuple[NamedUnit, ...]
    counted: tuple[Counted, ...]
    period: Month
    cut_off: CutOff

    @property
    def names(self) -> dict[int, str]:
        return {unit.id: unit.name for unit in self.roster}


def freeze(
    compared: Comparison,
    forms: Iterable[Form],
    roster: Iterable[NamedUnit],
    counted: Iterable[Counted],
    *,
    at: datetime,
    cut_off: CutOff,
) -> Snapshot:
    """The snapshot taken at the aware moment `at` of the month that `compared` is about.

    `counted` are the submissions that `compared` was made of; those of other months are passed over.
    """
    period = compared.now.period.last
    own = tuple(row for row in counted if row.period == str(period))
    of = _Month(compared, tuple(forms), tuple(roster), own, period, cut_off)
    listed = [*_indicators(of), *_coverage(of)]
    return Snapshot(
        period=period,
        cut_off=at,
        figures={figure.tag: figure for figure in listed},
        frozen=tuple(Frozen(row.unit_id, row.form, row.period, row.submission_id) for row in own),
        superiors=_superiors(of),
        said=_said(of),
    )


# --- figures ------------------------------------------------------------------------------------------------


def _indicators(of: _Month) -> Iterable[Figure]:
    """The figures that have a place in the report, in the forms' order, each followed by those derived from it."""
    seen: set[str] = set()
    for form in of.forms:
        for question in form.questions:
            total = of.compared.now.totals.get(question.code)
            if not question.slot or question.kind == "text" or total is None or question.code in seen:
                continue
            value = total.value if total.value is not None else _why_missing(of, form, question.code)
            if value is None and _not_asked(of, form, question.code):
                continue
            seen.add(question.code)
            figure = _figure(of, form, question, total, _named(value, question))
            yield figure
            yield from _derived(of, figure, question)


def _figure(of: _Month, form: Form, question: Question, total: Total, value: Value | None) -> Figure:
    return Figure(
        code=question.code,
        period=str(of.period),
        kind=question.kind,
        value=value,
        unit=question.unit,
        label=question.label,
        section=section_of(question.slot),
        reported=total.reported if form.audience == "grassroots" else 0,
        expected=total.expected if form.audience == "grassroots" else 0,
        short=question.short,
    )


def _named(value: Value | None, question: Question) -> Value | None:
    """Chosen options by the names that people know."""
    labels = {option.name: option.label for option in question.options}
    if isinstance(value, str):
        return labels.get(value, value)
    if isinstance(value, tuple):
        return tuple(labels.get(name, name) for name in value)
    return value


def _why_missing(of: _Month, form: Form, code: str) -> Value | None:
    """What the only unit that fills the form said of a figure it does not have; None where it has not sent."""
    if form.audience == "grassroots":
        return None
    given = [row.figures.get(code) for row in of.counted if row.form == form.code]
    return given[0] if len(given) == 1 and isinstance(given[0], Missing) else None


def _not_asked(of: _Month, form: Form, code: str) -> bool:
    """Whether the office sent its form and the question was not for this month ("only where there was a congress")."""
    sent = [row for row in of.counted if row.form == form.code]
    return form.audience != "grassroots" and bool(sent) and all(code not in row.figures for row in sent)


def _derived(of: _Month, figure: Figure, question: Question) -> Iterable[Figure]:
    now, before = (side.totals.get(figure.code) for side in (of.compared.now, of.compared.previous))
    if figure.kind in COMPARED and question.agg in ("sum", "last") and _whole(now) and _whole(before):
        change = difference(now.value if now else None, before.value if before else None)
        if change is not None:
            yield _count(
                of, f"{figure.code}.change", change, figure.section, figure.kind, figure.unit, figure.label
            )
    if 0 < figure.reported < figure.expected:
        yield _count(of, f"{figure.code}.reported", figure.reported, figure.section, label=figure.label)


def _whole(total: Total | None) -> bool:
    return total is not None and total.expected > 0 and total.reported == total.expected


def _count(
    of: _Month,
    code: str,
    value: Value,
    section: Section,
    kind: Kind = "count",
    unit: str = "CĐCS",
    label: str = "",
) -> Figure:
    return Figure(code, str(of.period), kind, value, unit, label, section)


def _coverage(of: _Month) -> Iterable[Figure]:
    now = of.compared.now
    yield _count(of, "units_reported", now.submitted, "opening", label="Số CĐCS đã gửi báo cáo")
    yield _count(of, "units_total", now.expected, "opening", label="Số CĐCS phải gửi báo cáo")
    yield _count(of, "units_late", now.late, "opening", label="Số CĐCS gửi báo cáo sau hạn")
    if not any("cdcs_total" in form.by_code for form in of.forms):
        there = sum(unit.kind == "grassroots" and exists_on(unit, now.closing) for unit in of.roster)
        yield _count(of, "cdcs_total", there, "members", label="Tổng số CĐCS")


# --- by superior --------------------------------------------------------------------------------------------


def _superiors(of: _Month) -> tuple[SuperiorRow, ...]:
    rows = [_row(of, part) for part in of.compared.now.coverage]
    return tuple(sorted(rows, key=lambda row: sort_key(row.name)))


def _row(of: _Month, part: Coverage) -> SuperiorRow:
    names = of.names
    below = [unit for unit in of.roster if unit.parent_id == part.superior_id]
    ids = {unit.id for unit in below}
    forms = [form for form in of.forms if form.audience == "grassroots"]
    sums = summarise(
        below, forms, [row for row in of.counted if row.unit_id in ids], of.period, cut_off=of.cut_off
    )
    wanted = [q.code for form in forms for q in form.questions if _additive(q)]
    figures = {code: value for code in wanted if (value := sums.value(code)) is not None}
    missing = sorted((names[unit_id] for unit_id in part.missing), key=sort_key)
    name = names.get(part.superior_id, "")
    return SuperiorRow(name, part.expected, part.submitted, part.late, tuple(missing), figures)


def _additive(question: Question) -> bool:
    return bool(question.slot) and question.agg in ("sum", "last") and question.kind in ADDABLE


# --- words --------------------------------------------------------------------------------------------------


def _said(of: _Month) -> tuple[Said, ...]:
    """What was written, by question in the forms' order, then by the units' names."""
    names, written = of.names, []
    own = {unit.id for unit in of.roster if unit.kind == "province"}
    asked = {q.code: q for form in of.forms for q in form.questions if q.kind == "text" and q.agg == "concat"}
    for code, question in asked.items():
        total = of.compared.now.totals.get(code)
        told: Sequence[Said] = [
            Said(
                "" if t.unit_id in own else names.get(t.unit_id, ""), code, t.text, section_of(question.slot)
            )
            for t in (total.texts if total else ())
            if fold(t.text).strip(" .-–…") not in UNSAID
        ]
        written += sorted(told, key=lambda said: sort_key(said.unit))
    return tuple(written)
