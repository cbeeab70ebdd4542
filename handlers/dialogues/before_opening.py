"""Between two months: one is locked and the next not open yet. When it opens is said, to questions and to figures."""

import re

from handlers.dialogues import desk, focus, pages, taking
from handlers.dialogues.locked import next_opening
from handlers.report import Report
from handlers.scenes import Idle
from handlers.turn import Turn
from reporting.periods import Month
from reporting.reading.labels import Labels
from reporting.reading.mended import segments
from reporting.reading.opening_asked import asks_opening
from reporting.reading.rest import said_of_rest
from reporting.reading.several import lists_figures

_THIS_MONTH = re.compile(r"(?<!\w)(?:tháng|thang|kỳ|ky)\s(?:này|nay)(?!\w)", re.IGNORECASE)
_WHOLE = 3  # lines named, of a month's report rather than of a correction


def asked(turn: Turn, text: str) -> bool:
    """Say when the next month opens to who asks it. False: nothing of the kind is asked, or a month is open."""
    report = _between(turn) if asks_opening(text) else None
    if report is None:
        return False
    turn.say("month/opens", **next_opening(turn, report), figures=False)
    return True


def too_early(turn: Turn, text: str) -> bool:
    """Say it to who sends a whole report too early. False: it is none, or a month is open."""
    report = _between(turn) if any(map(str.isdigit, text)) else None
    if report is None:
        return False
    lines = [line.question for line in report.sheet.lines() if line.question.kind in pages.FIGURES]
    marks = Labels(taking.reply_lines(report, lines)).find(text)
    named = {mark.codes for mark in marks if not (mark.common or mark.number)}
    a_row = not named and lists_figures(text) and _WHOLE <= len(segments(text)) <= len(lines)
    coming = next_opening(turn, report)
    of_coming = bool(_THIS_MONTH.search(text)) and _is_now(turn, coming["next_month"])
    if len(named) < _WHOLE and not a_row and not (named and (of_coming or said_of_rest(text))):
        return False
    turn.say("month/opens", **coming, figures=True)
    return True


def _is_now(turn: Turn, month: object) -> bool:
    """Whether a month is that of the calendar: «tháng này» is not the one reported last."""
    local = turn.now.astimezone(turn.world.profile.zone)
    return month == Month(local.year, local.month)


def _between(turn: Turn) -> Report | None:
    """A report of the month that is locked, where the next one is still to open; for those who report."""
    if not isinstance(turn.scene, Idle) or not any(role in focus.ANSWERING for role in desk.roles(turn)):
        return None
    reports = focus.current_reports(turn)
    closed = bool(reports) and all(r.locked and turn.bound_by_lock(r.unit) for r in reports)
    return reports[0] if closed and next_opening(turn, reports[0])["opens"] is not None else None
