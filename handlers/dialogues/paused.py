"""Figures typed while a report is paused: the report goes on with them."""

from handlers.choices import opening_choices
from handlers.dialogues import focus, pages, shared, taking
from handlers.report import Report
from handlers.scenes import Filling
from handlers.turn import Turn
from reporting.reading.labels import Labels
from reporting.reading.mended import segments_with_figures
from reporting.reading.replies import Item, Values, split_reply
from reporting.reading.rest import said_of_rest


def resumed(turn: Turn, reports: list[Report], text: str) -> bool:
    """Take figures typed after «tạm dừng» for the lines they name, or those asked next. False: they are none.

    Lines that the partner has filled meanwhile are not replaced: they are shown, and how to replace them.
    """
    waiting = [r for r in reports if r.assignment.state == "draft" and not r.locked]
    if len(waiting) != 1 or not any(c.isdecimal() for c in text) or said_of_rest(text):
        return False
    report = waiting[0]
    items = _read(turn, report, text)
    if not items:
        return False
    theirs = shared.by_another(turn, report, [item.code for item in items])
    left = [item for item in items if item.code not in theirs]
    if theirs:
        turn.say("idle/was_paused", unit=report.unit.name)
        shared.say_faster(turn, report, theirs)
    if left:
        taking.take(turn, report, Filling(report.assignment.id, odd=focus.open_doubts(turn, report)), left)
    else:
        turn.offer(*opening_choices(report))
    return True


def _read(turn: Turn, report: Report, text: str) -> tuple[Item, ...]:
    """What a text plainly says: of lines it names, or of all that is asked next."""
    asked = pages.first_page(report)
    filled = {line.question.code for line in report.sheet.lines() if not line.question.computed}
    lines, rest, computed = pages.with_others(report, asked, filled)
    reply = split_reply(text, lines, rest, taking.reader(turn), computed)
    if not isinstance(reply, Values) or reply.unread or not all(item.settled for item in reply.items):
        return ()
    codes = {item.code for item in reply.items}
    named = any(not label.common for label in Labels([*lines, *rest]).find(text))
    whole = codes == {q.code for q in asked} and len(codes) > 1
    return reply.items if whole or (named and len(reply.items) == segments_with_figures(text)) else ()
