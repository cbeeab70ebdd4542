"""A total typed where it is computed: what the month must have begun with for it."""

from collections.abc import Mapping
from typing import Any

from handlers.report import Report
from handlers.scenes import Doubtful
from reporting.forms.openings import moves
from reporting.values import Value

MARK = "="  # before the total that was said, in what is asked about an opening


def asked_of_total(report: Report, values: Mapping[str, Value], total: str, said: int) -> Doubtful | None:
    """What to ask of the opening where a total was said; None where what moved it is not known, or it cannot be."""
    opening = opening_of(report, total)
    moved = _moved(report, values, total) if opening else None
    if not opening or moved is None or said < sum(moved.values()):
        return None
    return Doubtful(opening, f"{MARK}{said}", (said - sum(moved.values()),))


def opening_of(report: Report, total: str) -> str:
    """The question for what a total begins with; "" where it has none."""
    return next((code for code, stock in report.form.openings.items() if stock == total), "")


def total_said(report: Report, doubtful: Doubtful) -> tuple[str, int] | None:
    """The total that stands behind what is asked of an opening: its line, and the figure said. None: it is no such."""
    total = report.form.openings.get(doubtful.code)
    said = doubtful.text.removeprefix(MARK)
    return (total, int(said)) if total and said != doubtful.text and said.isdecimal() else None


def total_facts(report: Report, total: str) -> dict[str, Any]:
    """How a total comes about, for messages: what it began with and what moved it, as far as they are known."""
    opening = opening_of(report, total)
    carried = total in report.previous
    value = report.previous.get(total) if carried else report.sheet.value(opening) if opening else None
    return {
        "opening": report.disputed.get(total, value),
        "opening_short": report.form.question(opening).short if opening else "",
        "carried": carried,
        "moved": [
            {"short": report.form.question(c).short, "value": report.sheet.value(c), "sign": sign}
            for c, sign in _signs(report, total).items()
        ],
        "total": report.sheet.value(total),
    }


def _signs(report: Report, total: str) -> dict[str, str]:
    """The lines that move a total, each with + or −."""
    calculation = report.form.logic[total].calculation
    names = {a.name for a in calculation.answers.values() if not a.saved} if calculation else set()
    lines = [q.code for q in report.form.questions if q.code in names and q.code != opening_of(report, total)]
    ones = {
        **dict.fromkeys(lines, 1),
        **({opening_of(report, total): 0} if opening_of(report, total) else {}),
    }
    moved = moves(report.sheet_with(ones), total, opening_of(report, total)) or {}
    return {code: "+" if moved.get(code, 1) > 0 else "−" for code in lines}


def _moved(report: Report, values: Mapping[str, Value], total: str) -> dict[str, int] | None:
    opening = opening_of(report, total)
    return moves(report.sheet_with({**values, opening: 0}), total, opening)
