"""Several figures while one is in doubt: those of the lines asked next, which the person has read on to."""

from collections.abc import Sequence

from handlers.dialogues import beside, pages, taking
from handlers.report import Report
from handlers.turn import Turn
from reporting.reading.changes import names
from reporting.reading.mended import is_wordy, segments_with_figures, without_denied
from reporting.reading.readings import Ask
from reporting.reading.replies import Values, split_reply


def taken(turn: Turn, report: Report, text: str, doubted: str) -> bool:
    """Take them. False: one of them names the doubted line, or they are not plainly what is asked next."""
    waiting = [q for q in report.sheet.open_questions() if q.kind in pages.FIGURES]
    if (
        segments_with_figures(without_denied(text)) < 2
        or not waiting
        or report.assignment.state == "submitted"
    ):
        return False
    asked = pages.together(waiting)
    rest = taking.reply_lines(report, [q for q in waiting if q not in asked])
    if names_line(report, text, doubted):
        return False
    reply = split_reply(text, taking.reply_lines(report, asked), rest, taking.reader(turn))
    if not isinstance(reply, Values) or reply.unread or len(reply.items) < 2:
        return False
    told = is_wordy(text)  # of «2, 5, 45» what is to be asked back may be the doubted line's own
    known = all(item.settled or (told and isinstance(item.reading, Ask)) for item in reply.items)
    if not known or not any(item.settled for item in reply.items):
        return False
    beside.take(turn, report, reply.items)
    return True


def names_line(report: Report, text: str, code: str) -> bool:
    """Whether a text names a line."""
    (line,) = taking.reply_lines(report, [report.form.question(code)])
    return names(text, line)


def of_another_line(report: Report, text: str, code: str) -> bool:
    """Whether a text has several figures, and none plainly for a line."""
    return segments_with_figures(without_denied(text)) > 1 and not names_line(report, text, code)


def missing_given(turn: Turn, report: Report, text: str, without: Sequence[str]) -> bool:
    """«quên, có một buổi» where a figure stands without what it needs: that is given now. False: it is not."""
    found = beside.said_of_lines(turn, report, text, without) if without else None
    if found is None:
        return False
    beside.take(turn, report, found.items)
    return True
