"""«tổng 45» while something else is asked: it is the total that is meant, not the figure in question."""

from handlers.dialogues import beside, line_changes, taking
from handlers.openings import opening_of
from handlers.report import Report
from handlers.turn import Turn
from reporting.reading.readings import Given
from reporting.reading.replies import Item


def taken(turn: Turn, report: Report, text: str) -> bool:
    """Take a text that says a computed total and its figure, and nothing else. False: it does not."""
    line, value = line_changes.find_line(report, text)
    if line is None or not line.question.computed or not opening_of(report, line.question.code):
        return False
    reading = taking.reader(turn)(line.question.kind, value)
    if not isinstance(reading, Given):
        return False
    beside.take(turn, report, (Item(line.question.code, value, reading),))
    return True
