"""The facts of a report's lines as templates want them."""

from collections.abc import Sequence
from typing import Any

from handlers.report import Report
from reporting.forms.model import Question
from reporting.forms.sheet import Line, Violation
from reporting.values import Value
from templates.examples import example
from templates.render import render


def line_facts(report: Report, line: Line) -> dict[str, Any]:
    """number, label, short, unit, kind, value, last (last month's), change (from last month, counts and money only)."""
    question = line.question
    last = report.last_month.get(question.code)
    return {
        "code": question.code,
        "number": line.number,
        "label": question.label,
        "short": question.short,
        "unit": question.unit,
        "kind": question.kind,
        "computed": question.computed,
        "options": {option.name: option.label for option in question.options},
        "value": line.value,
        "last": last,
        "change": change(last, line.value),
        "agg": question.agg,
        "note": note_of(report, question.code),
        "explained": question.hint.partition(". ")[0] if question.code in report.form.openings else "",
    }


def note_of(report: Report, code: str) -> str:
    """What is said of a line's figure; of a total, that it does not begin with what was carried over."""
    if code in report.disputed:
        return render("review/opening_changed", said=report.disputed[code], carried=report.previous[code])
    answer = report.answers.get(code)
    return answer.note if answer else ""


def change(old: Value | None, new: Value | None) -> int | None:
    """How much a count or a sum of money changed; None where that says nothing."""
    if isinstance(old, bool) or isinstance(new, bool):
        return None
    return new - old if isinstance(old, int) and isinstance(new, int) else None


def facts_of(report: Report, codes: tuple[str, ...] | list[str]) -> list[dict[str, Any]]:
    """The shown lines with these codes, in the card's order."""
    return [line_facts(report, line) for line in report.sheet.lines() if line.question.code in codes]


def card_lines(report: Report) -> list[dict[str, Any]]:
    """All lines of the review card."""
    return [line_facts(report, line) for line in report.sheet.lines()]


def read_back_codes(before: Report, report: Report, codes: tuple[str, ...]) -> list[str]:
    """The codes answered and the computed lines that changed with them: what a read-back shows."""
    computed = [q.code for q in report.form.questions if q.computed and q.shown]
    moved = {code for code in computed if before.sheet.value(code) != report.sheet.value(code)}
    return [q.code for q in report.form.questions if q.code in moved or q.code in codes]


def example_reply(report: Report, questions: Sequence[Question]) -> str:
    """An example of what to type for these lines, in order, of the size of the unit's own last figures."""
    return ", ".join(example(q.kind, report.previous.get(q.code), place) for place, q in enumerate(questions))


def why_impossible(report: Report, violation: Violation) -> str:
    """What a broken hard check says, with the figures it compared."""
    figures = [
        {"short": q.short, "kind": q.kind, "value": given.value, "saved": given.saved}
        for given in violation.figures
        if (q := report.form.question(given.code)).shown or not q.computed
    ]
    return render("fill/check", message=violation.message, figures=figures)
