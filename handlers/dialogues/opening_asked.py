"""«tổng 85»: what the month began with follows, and is asked about before it is written.

In a unit's first month that is the line «Đầu kỳ». Later it was carried over from the last report; who says another
total disputes that: the report then counts from what they say, and the office is told.
"""

from handlers.actions.dispute_opening import tell_of_dispute, withdraw_dispute
from handlers.choices import choice
from handlers.dialogues import line_changes, taking
from handlers.messages import Choice
from handlers.openings import asked_of_total, total_facts, total_said
from handlers.report import DISPUTED, Report
from handlers.scenes import AskingBack
from handlers.turn import Turn
from reporting.reading.readings import Given
from templates.formats import figure


def show(turn: Turn, report: Report, scene: AskingBack) -> bool:
    """Ask whether the month began with the figure that follows. False: something else is asked back."""
    doubtful = scene.queue[0]
    of_total = total_said(report, doubtful)
    if of_total is None:
        return False
    total, said = of_total
    fresh = asked_of_total(report, {}, total, said)
    if fresh is None or report.sheet.value(total) == said:  # what moved it was mended meanwhile
        _leave(turn, report, scene)
        return True
    doubtful = fresh
    question = report.form.question(doubtful.code)
    turn.say(
        "ask_back/opening", number=report.number(doubtful.code), short=question.short, unit=question.unit,
        total_short=report.form.question(total).short, said=said, candidate=doubtful.candidates[0],
        **total_facts(report, total),
    )  # fmt: skip
    if report.sheet.relevant(doubtful.code):
        turn.offer(Choice("cand:0", figure(doubtful.candidates[0], question.kind, question.unit)))
    else:
        turn.offer(Choice("cand:0", choice("take_total").label), choice("keep_text"))
    return True


def answered(turn: Turn, report: Report, scene: AskingBack, text: str, agreed: bool | None) -> bool:
    """Yes, no, or another figure. False: it is none of these, or something else is asked back."""
    doubtful = scene.queue[0]
    of_total = total_said(report, doubtful)
    if of_total is None:
        return False
    reading = taking.reader(turn)("count", text)
    if agreed is not None:
        settle(turn, report, scene, take=agreed)
    elif isinstance(reading, Given) and isinstance(reading.value, int):
        _another(turn, report, scene, reading.value)
    elif _fixes_a_line(report, text):
        turn.enter(scene.then, show=False)
        line_changes.fix(turn, report.assignment.id, text)
    else:
        turn.say("ask_back/again")
        turn.enter(scene)
    return True


def _fixes_a_line(report: Report, text: str) -> bool:
    """Whether a text says a line and its figure: «1 3»."""
    line, value = line_changes.find_line(report, text)
    return line is not None and not line.question.computed and bool(value)


def _another(turn: Turn, report: Report, scene: AskingBack, number: int) -> None:
    """A figure: the opening as it was asked, the same total, or another: of the opening where that has a line."""
    doubtful = scene.queue[0]
    of_total = total_said(report, doubtful)
    if number == doubtful.candidates[0]:
        settle(turn, report, scene, take=True)
    elif of_total is not None and report.sheet.relevant(doubtful.code) and number != of_total[1]:
        taking.store(turn, report, scene.then, {doubtful.code: number}, "typed", doubtful=scene.queue[1:])
    elif of_total is not None and number == of_total[1] and not report.sheet.relevant(doubtful.code):
        settle(turn, report, scene, take=True)
    else:
        again = asked_of_total(report, {}, of_total[0], number) if of_total is not None else None
        queue = (again, *scene.queue[1:]) if again is not None else scene.queue
        turn.enter(AskingBack(queue, scene.odd, scene.then))


def _leave(turn: Turn, report: Report, scene: AskingBack) -> None:
    """Go on without an answer to this."""
    taking.store(turn, report, scene.then, {}, "typed", doubtful=scene.queue[1:], odd=scene.odd)


def settle(turn: Turn, report: Report, scene: AskingBack, *, take: bool) -> None:
    """Write the opening, or leave all as it is; one that was carried over is the office's to look at."""
    first, *rest = scene.queue
    of_total = total_said(report, first)
    if not take or of_total is None:
        if of_total is not None and not report.sheet.relevant(first.code):
            short = report.form.question(of_total[0]).short
            turn.say("ask_back/total_kept", short=short, total=report.sheet.value(of_total[0]))
        _leave(turn, report, scene)
        return
    fresh = asked_of_total(report, {}, *of_total) or first
    said = fresh.candidates[0]
    carried = report.previous.get(of_total[0])
    origin = "typed" if report.sheet.relevant(first.code) else DISPUTED
    taking.store(turn, report, scene.then, {first.code: said}, origin, doubtful=rest, odd=scene.odd)
    written = report.again(turn.tx).disputed.get(of_total[0]) == said
    if origin == DISPUTED and written and said == carried:
        withdraw_dispute(turn, report)
    elif origin == DISPUTED and written:
        turn.say("sent/opening_noted", carried=carried)
        tell_of_dispute(turn, report, of_total[0], carried if isinstance(carried, int) else 0, said)
