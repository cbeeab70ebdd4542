"""Which report is meant: the one being talked about, the only one, or the one the person picks."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.actions.request_correction import as_read, office_facts, request_correction
from handlers.dialogues import taking
from handlers.dialogues.locked import next_opening
from handlers.lines import facts_of
from handlers.messages import Choice
from handlers.openings import total_facts
from handlers.report import Report, load
from handlers.scenes import (
    AskingSplit,
    Confirming,
    Filling,
    Idle,
    Picking,
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
from reporting.reading.match import find_units, match_choice
from reporting.reading.readings import Given, Unreadable
from reporting.reading.reasons import without_unchanged
from reporting.reading.replies import Item, Unsure, Values
from reporting.reading.replies import Line as ReplyLine
from reporting.reading.told import is_instruction
from reporting.values import Kind
from storage.queries import answers, assignments, campaigns, people

ANSWERING = ("chair", "deputy")
READ = ("count", "money", "percent", "pair", "ratio", "date", "yesno")  # kinds read by reporting.reading


def current_reports(turn: Turn) -> list[Report]:
    """The reports this person answers for in open campaigns, or in the last one if none is open; ordered as asked."""
    campaign = next(iter(campaigns.open_ones(turn.tx)), None) or campaigns.latest(turn.tx)
    if campaign is None:
        return []
    own = [
        m.unit_id
        for m in turn.memberships
        if m.role in ANSWERING or (m.role == "office" and m.unit.kind == "province")
    ]
    found = assignments.of_units(turn.tx, own, campaign.id)
    reports = [load(turn.tx, turn.world, a.id, turn.now) for a in found]
    return sorted(reports, key=lambda r: own.index(r.unit.id))


def unsent(turn: Turn) -> list[Report]:
    """Of the current reports those still to be sent; all of them when none is."""
    reports = current_reports(turn)
    return [r for r in reports if r.assignment.state != "submitted" and not r.locked] or reports


def focused(turn: Turn) -> int | None:
    """The assignment of the scene the person is in."""
    scene = getattr(turn.scene, "then", turn.scene)
    found: int | None = getattr(scene, "assignment", None)
    return found


def one(turn: Turn, text: str, reports: Sequence[Report] | None = None) -> Report | None:
    """The report a command is about; None when the person must first say which, or has none (said so)."""
    focus = focused(turn)
    if focus is not None:
        return load(turn.tx, turn.world, focus, turn.now)
    reports = current_reports(turn) if reports is None else reports
    if not reports:
        _say_why_none(turn)
        return None
    if len(reports) > 1:
        turn.enter(Picking(tuple(r.assignment.id for r in reports), text))
        return None
    return reports[0]


def to_correct(turn: Turn, argument: str) -> Report | None:
    """The report that «sửa …» is about: the one whose unit is named, or the only one in which anything stands."""
    reports = current_reports(turn) if focused(turn) is None else []
    units = [(r.assignment.id, r.unit.name, r.unit.code) for r in reports]
    found = find_units(argument, units) if len(reports) > 1 else []
    begun = [r for r in reports if r.answers]
    meant = [r for r in reports if r.assignment.id in found] if len(found) == 1 else begun or reports
    return one(turn, f"sua {argument}", meant or None)


def _say_why_none(turn: Turn) -> None:
    """Why somebody has no report: none is open, none is theirs to fill, or they serve no more. Raises Refused."""
    if not turn.memberships:
        turn.say("idle/no_role", name=turn.person.name)
    elif not any(turn.may_fill(m.unit) for m in turn.memberships):
        raise Refused("no_right")
    else:
        turn.say("idle/nothing_open")


def show_picking(turn: Turn, scene: Picking) -> None:
    """Ask which unit is meant."""
    reports = [load(turn.tx, turn.world, a, turn.now) for a in scene.assignments]
    turn.say("idle/which_unit", units=[{"name": r.unit.name, "state": r.assignment.state} for r in reports])
    turn.offer(*(Choice(f"pick:{r.assignment.id}", r.unit.name) for r in reports))


def begin(turn: Turn, assignment_id: int) -> None:
    """«Bắt đầu», «Tiếp tục»: fill, or show the card of what is finished."""
    report = load(turn.tx, turn.world, assignment_id, turn.now)
    if not turn.may_fill(report.unit):
        raise Refused("no_right")
    closed = report.locked and turn.bound_by_lock(report.unit)
    if closed or report.assignment.state == "submitted":
        turn.say(
            "review/already",
            unit=report.unit.name,
            month=report.month,
            locked=report.locked,
            at=report.assignment.submitted_at,
            state=report.assignment.state,
            **next_opening(turn, report),
        )
        turn.enter(Idle(), show=False)
        return
    doubts = open_doubts(turn, report)
    returned = tuple((report.assignment.returned or {}).get("lines", {}))
    by_others = [a for a in report.answers.values() if a.person_id != turn.person.id]
    if by_others and not returned:
        latest = max(by_others, key=lambda a: a.at)
        turn.say(
            "partners/found",
            count=len(by_others),
            person=people.get(turn.tx, latest.person_id).name,
            at=latest.at,
        )
    if report.assignment.state == "returned" and returned:
        filling = Filling(assignment_id, returned, fix=True)
    else:
        filling = Filling(assignment_id)
    _say_what_it_covers(turn, report)
    turn.enter(Confirming(doubts, filling) if doubts else filling)


def _say_what_it_covers(turn: Turn, report: Report) -> None:
    """The days of the report, to whom its prompt came as a template: that has no room for them."""
    prompts = [*turn.unread, *([turn.option_row] if turn.option_row is not None else [])]
    if not report.answers and any(row.rung.startswith("template") for row in prompts):
        start, end = report.month.bounds(turn.world.profile.cut_off)
        turn.say("schedule/covers", start=start, end=end)


def is_own(turn: Turn, report: Report, code: str) -> bool:
    """Whether the answer that counts is this person's: of another's a doubt was put to the other."""
    return code in report.answers and report.answers[code].person_id == turn.person.id


def open_doubts(turn: Turn, report: Report) -> tuple[str, ...]:
    """The figures of a report that the scene, or the one that was left, still wants confirmed."""
    left = turn.scene.left if isinstance(turn.scene, Idle) else focused(turn)
    if left != report.assignment.id:
        return ()
    odd = (*getattr(turn.scene, "odd", ()), *getattr(getattr(turn.scene, "then", None), "odd", ()))
    values = {code: report.sheet.value(code) for code in odd if is_own(turn, report, code)}
    return tuple(code for code, value in values.items() if value is not None and report.doubt_of(code, value))


def leave(turn: Turn) -> None:
    """Nothing is asked any more; figures still to be confirmed come back with the report."""
    turn.left_unit = True
    left = turn.scene.left if isinstance(turn.scene, Idle) else focused(turn)
    doubts = open_doubts(turn, load(turn.tx, turn.world, left, turn.now)) if left else ()
    turn.enter(Idle(left or 0, doubts) if doubts else Idle(), show=False)


def fix(turn: Turn, assignment_id: int, argument: str) -> None:
    """«sửa 5», «sửa 5 12», «sửa kết nạp 12»: correct a line, now or, after the lock, by asking the office."""
    report = load(turn.tx, turn.world, assignment_id, turn.now, lock=True)
    if not turn.may_fill(report.unit):
        raise Refused("no_right")
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
        turn.say("sent/unchanged", lines=facts_of(report, [question.code]))
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


def named(turn: Turn, text: str) -> int | None:
    """The report of the one among several own units that a text names."""
    reports = current_reports(turn)
    found = (
        find_units(text, [(r.assignment.id, r.unit.name, r.unit.code) for r in reports])
        if len(reports) > 1
        else []
    )
    return found[0] if len(found) == 1 else None


def picked(turn: Turn, scene: Picking, text: str) -> int | None:
    """The assignment whose unit a typed answer names."""
    reports = [load(turn.tx, turn.world, a, turn.now) for a in scene.assignments]
    found = match_choice(
        text,
        [(str(r.assignment.id), r.unit.name, (r.unit.code,)) for r in reports],
        letters=True,
        numbers=True,
    )
    if isinstance(found, str):
        return int(found)
    named = find_units(text, [(r.assignment.id, r.unit.name, r.unit.code) for r in reports])
    return named[0] if len(named) == 1 else None
