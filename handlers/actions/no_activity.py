"""«Không phát sinh»: every flow 0, every stock its last reported value, words empty."""

from handlers.actions.record import Recorded, record
from handlers.report import Report
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.values import Value


def fill_no_activity(turn: Turn, report: Report) -> Recorded:
    """Answer every open question as «nothing happened». Raises Refused(no_previous) where a stock has no past value."""
    if not report.can_repeat_stocks():
        raise Refused("no_previous", lines=[q.short for q in report.asked_stocks()])
    values: dict[str, Value] = {}
    for question in report.form.questions:
        if question.computed or question.kind in ("note", "file") or question.code in report.answers:
            continue
        if not report.sheet.relevant(question.code):
            continue
        values[question.code] = _nothing(report, question.agg, question.kind, question.code)
    return record(turn, report, values, origin="no_activity")


def _nothing(report: Report, agg: str, kind: str, code: str) -> Value:
    if agg == "last":
        return report.previous[code]
    match kind:
        case "yesno":
            return False
        case "text" | "choice":
            return ""
        case "choices":
            return ()
        case _:
            return 0
