"""What plain questions are answered with: the facts of the reports a person answers for."""

from collections.abc import Sequence
from typing import Any

from handlers.dialogues import focus
from handlers.lines import line_facts
from handlers.report import Report
from handlers.turn import Turn
from reporting.periods import Month
from reporting.reading.reply_types import Line
from storage.queries import people, submissions

NO_NUMBER = -1
TEXT = "text"


def lines_of(report: Report) -> list[Line]:
    """Every line of a report as a question may name it: by number, name, words, unit."""
    return [
        Line(
            line.number or NO_NUMBER,
            line.question.code,
            line.question.kind,
            line.question.short,
            (*line.question.words, line.question.label, *filter(None, (line.question.unit,))),
        )
        for line in report.sheet.lines()
    ] + [
        Line(NO_NUMBER, q.code, q.kind, q.short, (*q.words, q.label))
        for q in report.form.questions
        if q.agg == "none"
        and q.asked
        and not report.sheet.relevant(q.code)  # «Đầu kỳ», of a first month only
    ]


def when(turn: Turn, report: Report) -> dict[str, Any]:
    """The dates of a report's month, and how far the report is."""
    return {
        "unit": report.unit.name,
        "month": report.month,
        "due": report.due,
        "locks": report.campaign.stages["locks"],
        "locked": report.locked,
        "sent": report.assignment.state == "submitted",
        "overdue": turn.now > report.due,
    }


def state(turn: Turn, report: Report) -> dict[str, Any]:
    """Whether a report has arrived, with its receipt; else what is left of it."""
    sent = submissions.latest(turn.tx, report.assignment.id)
    numbered = {line.question.code: line.number for line in report.sheet.lines()}
    returned = (report.assignment.returned or {}).get("lines", {})
    return {
        **when(turn, report),
        "at": sent.at if sent else None,
        "code": sent.code if sent else "",
        "begun": bool(report.answers),
        "returned": [numbered[code] for code in returned if code in numbered],
        "open": [
            {"number": numbered[q.code], "short": q.short}
            for q in report.sheet.open_questions()
            if numbered.get(q.code)
        ],
        "wrong": [numbered.get(v.code, 0) for v in report.sheet.violations()],
        "odd": [numbered[code] for code in focus.open_doubts(turn, report) if code in numbered],
    }


def of_month(report: Report, number: int, year: int, codes: Sequence[str]) -> dict[str, Any]:
    """What was reported for the newest month of that number: of the lines named, else of all with figures."""
    current = report.month.month == number and year in (0, report.month.year)
    past = [f for f in report.history if _is_month(f.period, number, year)]
    figures = (
        {line.question.code: line.value for line in report.sheet.lines() if line.value is not None}
        if current
        else (past[0].figures if past else {})
    )
    lines = [
        {**line_facts(report, line), "last": figures[line.question.code]}
        for line in report.sheet.lines()
        if line.question.code in figures
        and (line.question.code in codes or (not codes and line.question.kind != TEXT))
    ]
    wanted = str(report.month) if current else (past[0].period if past else "")
    return {"unit": report.unit.name, "period": wanted, "lines": lines, "number": number}


def _is_month(period: str, number: int, year: int) -> bool:
    month = Month.parse(period)
    return month.month == number and year in (0, month.year)


def last_month(report: Report, codes: Sequence[str], asked: Sequence[str]) -> dict[str, Any]:
    """What was last reported: of the lines named, else of those asked just now, else of all with figures."""
    wanted = list(codes) or [code for code in asked if report.form.question(code).kind != TEXT]
    figures = report.previous
    lines = [
        {**line_facts(report, line), "last": figures[line.question.code]}
        for line in report.sheet.lines()
        if line.question.code in figures
        and (line.question.code in wanted or (not wanted and line.question.kind != TEXT))
    ]
    period = report.history[0].period if report.history else ""
    return {"unit": report.unit.name, "period": period, "lines": lines, "number": 0}


def who_entered(turn: Turn, report: Report, codes: Sequence[str]) -> dict[str, Any]:
    """Who wrote which lines down, and who sent the report; of the lines named each with its figure."""
    names = people.names(turn.tx, list({answer.person_id for answer in report.answers.values()}))
    shown = [line for line in report.sheet.lines() if line.number]
    numbers: dict[str, list[int]] = {}
    for line in shown:
        if line.question.code in report.answers:
            who = names[report.answers[line.question.code].person_id]
            numbers.setdefault(who, []).append(line.number)
    lines = [
        {
            **line_facts(report, line),
            "who": names[answer.person_id] if answer else "",
            "at": answer and answer.at,
        }
        for line in shown
        if line.question.code in codes
        for answer in (report.answers.get(line.question.code),)
    ]
    sent = submissions.latest(turn.tx, report.assignment.id) if report.assignment.sent else None
    return {
        "unit": report.unit.name,
        "month": report.month,
        "people": [{"who": who, "numbers": each} for who, each in numbers.items()],
        "lines": lines,
        "sender": people.get(turn.tx, sent.person_id).name if sent else "",
        "at": sent.at if sent else None,
        "code": sent.code if sent else "",
    }


def text_line(report: Report) -> int:
    """The number of the first line for words."""
    return next((line.number for line in report.sheet.lines() if line.question.kind == TEXT), 1)
