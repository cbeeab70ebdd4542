"""Which report is meant: the one being talked about, the only one, or the one the person picks."""

from collections.abc import Sequence

from handlers.dialogues.locked import next_opening
from handlers.messages import Choice
from handlers.report import Report, load
from handlers.scenes import (
    Confirming,
    Filling,
    Idle,
    Picking,
)
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.reading.match import find_units, match_choice
from storage.queries import assignments, campaigns, people

ANSWERING = ("chair", "deputy")


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
        raise Refused("no_right", action="enter_for")
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
        raise Refused("no_right", action="enter_for")
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
