"""A correction in one's own words, at the card, after sending or after the lock: offered for a yes."""

from handlers.dialogues import focus, line_changes, taking
from handlers.dialogues.pages import FIGURES
from handlers.lines import facts_of
from handlers.report import Report
from handlers.scenes import AskingBack, Doubtful, Filling, Idle
from handlers.turn import Turn
from reporting.reading.amends import amended, perhaps_added
from reporting.reading.labels import Labels
from reporting.reading.readings import Given
from reporting.reading.replies import Item, Values, split_reply
from reporting.values import to_json

_MOST = 4  # lines that one such message puts right


def offered(turn: Turn, report: Report, text: str) -> bool:
    """Ask whether the lines are to be changed as a text puts them right. False: it puts nothing plainly right."""
    own, computed = line_changes.correctable(report)
    lines = [line for line in own if line.kind in FIGURES]
    totals = [value for line in computed if isinstance(value := report.sheet.value(line.code), int)]
    rest = amended(text, lines, totals) if report.answers else None
    reply = split_reply(rest, lines, (), taking.reader(turn)) if rest is not None else None
    if rest is None or not isinstance(reply, Values) or reply.unread or not 0 < len(reply.items) <= _MOST:
        return False
    named = {code for mark in Labels(lines).find(rest) for code in mark.codes if not mark.number}
    if not all(isinstance(item.reading, Given) for item in reply.items) or reply.items[0].code not in named:
        return False
    if report.locked and turn.bound_by_lock(report.unit):
        line_changes.fix_all(turn, report, reply)
        return True
    new = [item for item in reply.items if item.reading != Given(report.sheet.value(item.code) or 0)]
    if not new:
        turn.say("sent/unchanged", lines=facts_of(report, [item.code for item in reply.items]))
        turn.enter(turn.scene, show=not isinstance(turn.scene, Idle))
        return True
    queue = tuple(_asked(report, item, more=perhaps_added(text)) for item in new)
    then = Filling(report.assignment.id, fix=True, odd=focus.open_doubts(turn, report))
    turn.enter(AskingBack(queue, (), then))
    return True


def _asked(report: Report, item: Item, *, more: bool) -> Doubtful:
    """What a line may say then: the figure, or so much more than stands, or what stands."""
    stands = report.sheet.value(item.code)
    said = item.reading.value if isinstance(item.reading, Given) else None
    flow = report.form.question(item.code).agg == "sum"
    added = stands + said if more and flow and isinstance(stands, int) and isinstance(said, int) else None
    candidates = dict.fromkeys(value for value in (added, said, stands) if value is not None)
    return Doubtful(item.code, item.text, tuple(map(to_json, candidates)))
