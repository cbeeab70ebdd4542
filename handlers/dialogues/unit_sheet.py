"""A unit's report as those above it see it: what was sent, not what is being written; which figures were asked back."""

from dataclasses import replace
from typing import Any

from handlers.actions.partners import reporters
from handlers.lines import card_lines
from handlers.report import Report
from handlers.scenes import from_state
from handlers.turn import Context
from reporting.values import Value
from storage.queries import answers, audit, conversations, submissions
from storage.queries.answers import Answer

ASKING, CONFIRMED = "asking", "confirmed"


def as_sent(ctx: Context, report: Report) -> Report:
    """The report with the answers of its newest submission; as it stands where none was sent."""
    sent = submissions.latest(ctx.tx, report.assignment.id)
    if sent is None:
        return report
    given = {code: _given(ctx, report, code, value) for code, value in sent.figures.items()}
    return replace(report, answers={code: answer for code, answer in given.items() if answer is not None})


def _given(ctx: Context, report: Report, code: str, value: Value) -> Answer | None:
    """The newest answer to a question that gave the value sent."""
    now = report.answers.get(code)
    if now is None or now.value == value:
        return now
    older = answers.versions(ctx.tx, report.assignment.id, code)
    return next((answer for answer in reversed(older) if answer.value == value), None)


def sheet_facts(ctx: Context, report: Report) -> dict[str, Any]:
    """What the sheet's template shows to who looks at a unit's report: the lines as sent, what was asked back."""
    sent = as_sent(ctx, report)
    was = sent.answers
    changing = {c for c, now in report.answers.items() if c in was and was[c].value != now.value}
    asking = _asked_now(ctx, report) - changing
    confirmed = _confirmed(ctx, sent)
    returned = (report.assignment.returned or {}).get("lines", {})
    return {
        "unit": report.unit.name,
        "month": report.month,
        "lines": [{**line, "doubt": _doubt(line["code"], asking, confirmed)} for line in card_lines(sent)],
        "returned": [{"number": sent.number(code), "reason": reason} for code, reason in returned.items()],
        "state": report.assignment.state,
        "changing": bool(changing),
    }


def _doubt(code: str, asking: set[str], confirmed: set[str]) -> str:
    """How it stands with a figure that was far from the usual ones; "" for others."""
    return ASKING if code in asking else CONFIRMED if code in confirmed else ""


def _confirmed(ctx: Context, sent: Report) -> set[str]:
    """The figures that were asked back and confirmed since they were given."""
    said = [e for e in audit.entries(ctx.tx, "assignment", sent.assignment.id) if e.action == "confirm"]
    given = sent.answers
    return {code for e in said if (code := e.detail["question"]) in given and e.at >= given[code].at}


def _asked_now(ctx: Context, report: Report) -> set[str]:
    """The figures whose unit is being asked whether they are right."""
    codes: set[str] = set()
    for person in reporters(ctx, report):
        scene = from_state(conversations.load(ctx.tx, person))
        inner = getattr(scene, "then", scene)
        if report.assignment.id in (getattr(inner, "assignment", 0), getattr(scene, "left", 0)):
            codes |= {*getattr(scene, "odd", ()), *getattr(inner, "odd", ())}
    return {c for c in codes if c in report.answers and report.doubt_of(c, report.answers[c].value)}
