"""Correcting lines of a report: one by «sửa 5 12», all that a message names; by a request once the month is locked."""

from dataclasses import replace

from handlers.actions.request_correction import as_read, office_facts, request_correction
from handlers.dialogues import taking
from handlers.dialogues.focus import open_doubts
from handlers.lines import facts_of
from handlers.openings import total_facts
from handlers.report import Report, load
from handlers.scenes import (
    AskingSplit,
    Filling,
    Idle,
    PickingLine,
    Requesting,
)
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.forms.model import Question
from reporting.forms.sheet import Line
from reporting.reading.corrections import fixes
from reporting.reading.fixes import fix_target
from reporting.reading.free_words import says_nothing, without_courtesy
from reporting.reading.readings import Given, Unreadable
from reporting.reading.reasons import without_unchanged
from reporting.reading.replies import Item, Unsure, Values
from reporting.reading.replies import Line as ReplyLine
from reporting.reading.told import is_instruction
from reporting.values import Kind
from storage.queries import answers

READ = ("count", "money", "percent", "pair", "ratio", "date", "yesno")  # kinds read by reporting.reading


def fix(turn: Turn, assignment_id: int, argument: str) -> None:
    """«sửa 5», «sửa 5 12», «sửa kết nạp 12»: correct a line, now or, after the lock, by asking the office."""
    report = load(turn.tx, turn.world, assignment_id, turn.now, lock=True)
    if not turn.may_fill(report.unit):
        raise Refused("no_right", action="enter_for")
    several = fixes(argument, *correctable(report), taking.reader(turn))
    if several is not None:
        fix_all(turn, report, several)
        return
    line, value = find_line(report, argument)
    if line is None:
        turn.say("review/no_such_line", count=report.last_number())
        turn.enter(PickingLine(assignment_id, open_doubts(turn, report)))
        return
    question = line.question
    if question.computed:
        _computed(turn, report, question, value)
        return
    locked = report.locked and turn.bound_by_lock(report.unit)
    if locked and not report.assignment.sent:
        turn.say("refused/locked_unsent", unit=report.unit.name, month=report.month, **office_facts(turn))
        turn.enter(Idle(), show=False)
        return
    if locked and not value:
        turn.enter(Requesting(assignment_id, question.code))
        return
    if locked:
        request(turn, report, line, value)
        return
    _correct(turn, report, question, value)


def _computed(turn: Turn, report: Report, question: Question, value: str) -> None:
    """«sửa tổng thành 145»: how the total comes about, and what follows from another one."""
    reading = taking.reader(turn)(question.kind, value) if value else None
    closed = report.locked and turn.bound_by_lock(report.unit)
    if isinstance(reading, Given) and not closed:
        filling = Filling(report.assignment.id, fix=True, odd=open_doubts(turn, report))
        taking.take(turn, report, filling, (Item(question.code, value, reading),))
        return
    calculation = report.form.logic[question.code].calculation
    read = {answer.name for answer in calculation.answers.values()} if calculation else set()
    parts = [line.number for line in report.sheet.lines() if line.number and line.question.code in read]
    turn.say("review/computed", short=question.short, parts=parts, **total_facts(report, question.code))
    turn.enter(PickingLine(report.assignment.id, open_doubts(turn, report)))


def _correct(turn: Turn, report: Report, question: Question, value: str) -> None:
    """Write a line's new value; without one it is asked for."""
    doubts = tuple(code for code in open_doubts(turn, report) if code != question.code)
    filling = Filling(report.assignment.id, (question.code,), fix=True, odd=doubts)
    if not value or question.kind not in (*READ, "text"):
        turn.enter(filling)
    elif question.kind == "text" and is_instruction(value):
        turn.enter(replace(filling, held=value))
    elif question.kind == "text":
        (line,) = taking.reply_lines(report, [question])
        words = "" if says_nothing(value, line) else without_courtesy(value)
        taking.store(turn, report, filling, {question.code: words}, "typed")
    else:
        value, why = _with_reason(turn, question.kind, without_unchanged(value))
        item = Item(question.code, value, taking.reader(turn)(question.kind, value))
        taking.take(turn, report, filling, (item,), believed=question.code if why else "")
        if why and item.settled:
            answers.set_note(turn.tx, report.assignment.id, question.code, why)
            turn.audit(turn.person.id, "explain", "assignment", report.assignment.id, question=question.code)
            turn.say("confirm/explained", line=facts_of(report.again(turn.tx), [question.code])[0], text=why)


def _with_reason(turn: Turn, kind: Kind, value: str) -> tuple[str, str]:
    """«4, thêm anh Páo ốm»: the figure, and the words behind it, which are kept as its explanation."""
    head, comma, tail = value.partition(", ")
    plain = comma and len(tail.split()) > 1 and not any(c.isdigit() for c in tail)
    read = taking.reader(turn)
    if plain and isinstance(read(kind, head), Given) and not isinstance(read(kind, value), Given):
        return head, tail.strip()
    return value, ""


def correctable(report: Report) -> tuple[list[ReplyLine], list[ReplyLine]]:
    """The lines of a report that a person fills, and those computed, as the readers of corrections want them."""
    questions = [line.question for line in report.sheet.lines()]
    own = [q for q in questions if not q.computed and q.kind in (*READ, "text")]
    return taking.reply_lines(report, own), taking.reply_lines(report, [q for q in questions if q.computed])


def fix_all(turn: Turn, report: Report, said: Values | Unsure) -> None:
    """Correct all the lines named; what was not understood is said by name."""
    codes = {
        item.code for way in (said.readings if isinstance(said, Unsure) else (said.items,)) for item in way
    }
    doubts = tuple(code for code in open_doubts(turn, report) if code not in codes)
    filling = Filling(report.assignment.id, tuple(codes), fix=True, odd=doubts)
    locked = report.locked and turn.bound_by_lock(report.unit)
    if locked and not report.assignment.sent:
        turn.say("refused/locked_unsent", unit=report.unit.name, month=report.month, **office_facts(turn))
        turn.enter(Idle(), show=False)
    elif isinstance(said, Unsure):
        ways = tuple(tuple((item.code, item.text) for item in way) for way in said.readings)
        turn.enter(AskingSplit(ways, filling))
    elif locked:
        lines = {line.question.code: line for line in report.sheet.lines()}
        for item in said.items:
            request(turn, report, lines[item.code], as_read(report, item))
    else:
        taking.take(turn, report, filling, said.items, unread=said.unread)


def request(turn: Turn, report: Report, line: Line, value: str) -> None:
    """After the lock: ask the office to correct a line; the reason may follow. What is no figure is asked again."""
    question = line.question
    reading = taking.reader(turn)(question.kind, value) if question.kind in READ else None
    if isinstance(reading, Unreadable):
        turn.say(
            "fill/problem",
            why=reading.why,
            kind=question.kind,
            text=value,
            number=line.number,
            short=question.short,
        )
        turn.enter(Requesting(report.assignment.id, question.code))
        return
    if isinstance(reading, Given) and reading.value == report.sheet.value(question.code):
        turn.say("sent/unchanged", lines=facts_of(report, [question.code]), month=report.month)
        return
    value = as_read(report, Item(question.code, value, reading))
    task = request_correction(turn, report, question.code, value)
    turn.say(
        "sent/requested",
        number=line.number,
        short=question.short,
        unit=report.unit.name,
        month=report.month,
        value=value,
    )
    turn.enter(Requesting(report.assignment.id, question.code, task), show=False)


def find_line(report: Report, argument: str) -> tuple[Line | None, str]:
    """The one line named in «5», «5 = 12» or «kết nạp 12», and what is said of it."""
    lines = {line.question.code: line for line in report.sheet.lines()}
    found, value = fix_target(
        argument, taking.reply_lines(report, [line.question for line in lines.values()])
    )
    return (lines[found[0].code], value) if len(found) == 1 else (None, argument)
