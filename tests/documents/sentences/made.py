"""Months for the tests of sentences, from figures by code."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from reporting.documents.model import Figure, Material, Said, Snapshot
from reporting.documents.sections import Section, section_of
from reporting.forms.model import Question
from reporting.periods import Month
from reporting.values import Kind, Value
from templates.documents.figures import printed
from templates.documents.sentences import sentences
from templates.form_files import load_shipped
from tests.reporting.offices import office

OCTOBER = Month(2023, 10)
AT = datetime(2023, 10, 17, 1, tzinfo=UTC)
PROFILE = office()
FORMS = [load_shipped(code) for code in ("grassroots-monthly", "office-monthly")]
QUESTIONS: dict[str, tuple[str, Question]] = {
    q.code: (form.audience, q) for form in FORMS for q in form.questions if q.slot and q.kind != "text"
}
UNITS = 29


def figure(code: str, value: Value | None, *, reported: int = UNITS, expected: int = UNITS) -> Figure:
    """A figure of a shipped form, or a derived one ("members_total.change", "units_total")."""
    base, _, derived = code.partition(".")
    if base not in QUESTIONS:
        return Figure(code, str(OCTOBER), "count", value, "CĐCS", code, "opening")
    audience, q = QUESTIONS[base]
    own = audience != "grassroots" or derived
    kind: Kind = "count" if derived == "reported" else q.kind
    return Figure(
        code, str(OCTOBER), kind, value, q.unit, q.label, section_of(q.slot),
        0 if own else reported, 0 if own else expected, q.short,
    )  # fmt: skip


def snapshot(values: Mapping[str, Value | None], said: Sequence[Said] = (), units: int = UNITS) -> Snapshot:
    """A month of 29 unions, of which `units` reported."""
    of_units = {"units_reported": units, "units_total": UNITS, "units_late": 0, "cdcs_total": UNITS}
    figures = [figure(code, v, reported=units) for code, v in {**of_units, **values}.items()]
    return Snapshot(OCTOBER, AT, {f.tag: f for f in figures}, (), (), tuple(said))


def material(
    values: Mapping[str, Value | None] | None = None,
    said: Sequence[Said] = (),
    units: int = UNITS,
    **rest: Any,
) -> Material:
    return Material(snapshot(values or {}, said, units), **rest)


def plain(figure: Figure) -> str:
    return printed(figure, PROFILE)


def text(made: Material, section: Section) -> list[str]:
    """A section's paragraphs, figures printed, without the lines of what is yet to come."""
    return [line for line in sentences(made, plain, PROFILE)[section] if not line.startswith("[Chưa có ")]


def whole(made: Material) -> dict[Section, list[str]]:
    return {section: list(lines) for section, lines in sentences(made, plain, PROFILE).items()}


def marked(found: Figure) -> str:
    return f"{{{found.tag}}}"


TAG = re.compile(r"\{([a-z0-9_.]+)@2023-10\}")
