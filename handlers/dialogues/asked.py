"""Plain questions are answered wherever a person stands, from the report; then what was asked is put again.

Nothing is written down by any of them.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from handlers.actions.request_correction import office_names
from handlers.choices import opening_choices
from handlers.dialogues import asked_facts as facts
from handlers.dialogues import asking, confirm, desk, fill, focus, meaning
from handlers.report import Report, load
from handlers.scenes import (
    AskingBack,
    Confirming,
    Filling,
    Idle,
    Requesting,
    Reviewing,
)
from handlers.turn import Turn
from reporting.reading.questions import Question
from reporting.schedule import Stages

ORDERS = ("pause", "resume", "send", "no_activity")  # topics that are commands in other words
ALWAYS = ("who_are_you", "contact", "others", "whose", "thanks", "nod")  # answered to who has no report too


def answer(turn: Turn, said: Question | None) -> bool:
    """Say it, and put what was asked again. False: nothing was asked, or it is a command in other words."""
    if said is None or said.topic in ORDERS:
        return False
    reports = asking.reports_of(turn)
    here = said.topic == "meaning" and not said.lines
    if here or (said.topic == "counts" and not said.lines and not _asked(turn)):
        help_here(turn)
    elif not reports and said.topic not in ALWAYS:
        focus.one(turn, "")  # says why there is none
    else:
        _ANSWERS[said.topic](turn, said, reports)
        go_on(turn)
    return True


def help_here(turn: Turn) -> None:
    """«?»: what the lines asked count, why a figure is doubted, or what can be done here."""
    scene = turn.scene
    if isinstance(scene, Filling) and scene.asked:
        fill.explain(turn, scene)
    elif isinstance(scene, AskingBack):
        meaning.explain_codes(turn, scene.then.assignment, (scene.queue[0].code,))
        turn.enter(scene)
    elif isinstance(scene, Confirming):
        confirm.why(turn, scene)
    else:
        desk.help_here(turn)


def go_on(turn: Turn) -> None:
    """What was asked is asked once more, the card in short; where nothing is, what can be done stays offered."""
    scene = turn.scene
    focused = focus.focused(turn)
    report = load(turn.tx, turn.world, focused, turn.now) if focused is not None else None
    if report is not None and report.locked and turn.bound_by_lock(report.unit):
        turn.enter(Idle(), show=False)
    elif isinstance(scene, Reviewing) and report is not None:
        if report.assignment.state == "submitted":
            turn.enter(Idle(), show=False)
        else:
            turn.enter(replace(scene, brief=True))
    elif isinstance(scene, Filling) and report is not None:
        turn.enter(replace(scene, asked=_still_asked(scene, report)))
    elif not isinstance(scene, Idle):
        turn.enter(scene)


def _still_asked(scene: Filling, report: Report) -> tuple[str, ...]:
    """The lines asked; none where the partner has answered them all meanwhile: the next ones are asked."""
    kept = scene.fix or scene.held or scene.anew or any(code not in report.answers for code in scene.asked)
    return scene.asked if kept else ()


Answer = Callable[[Turn, Question, list[Report]], None]


def _dates(turn: Turn, reports: list[Report]) -> dict[str, Any]:
    """The month's dates, once for all units of a person: of one that has not sent, if there is one."""
    waiting = [r for r in reports if r.assignment.state != "submitted"]
    report = (waiting or reports)[0]
    return {"text_line": facts.text_line(report), **facts.when(turn, report)}


def _deadline(turn: Turn, said: Question, reports: list[Report]) -> None:
    turn.say("asked/deadline", **_dates(turn, reports))


def _until_when(turn: Turn, said: Question, reports: list[Report]) -> None:
    turn.say("help/until_when", **_dates(turn, reports))


def _withdraw(turn: Turn, said: Question, reports: list[Report]) -> None:
    turn.say("asked/withdraw", **_dates(turn, [r for r in reports if r.assignment.sent] or reports))


def _arrived(turn: Turn, said: Question, reports: list[Report]) -> None:
    turn.say("asked/arrived", reports=[facts.state(turn, report) for report in reports])
    _offer_start(turn, reports)


def _missing(turn: Turn, said: Question, reports: list[Report]) -> None:
    turn.say("asked/missing", reports=[facts.state(turn, report) for report in reports])
    _offer_start(turn, reports)


def _offer_start(turn: Turn, reports: list[Report]) -> None:
    waiting = [r for r in reports if r.assignment.state != "submitted" and not r.locked]
    if isinstance(turn.scene, Idle) and len(waiting) == 1:
        turn.offer(*opening_choices(waiting[0]))


def _last_month(turn: Turn, said: Question, reports: list[Report]) -> None:
    asked = _asked(turn)
    for report in reports:
        turn.say("asked/last_month", **facts.last_month(report, said.lines, asked))


def _asked(turn: Turn) -> tuple[str, ...]:
    """The lines that are being asked, asked back or doubted just now."""
    match turn.scene:
        case Filling(asked=asked):
            return asked
        case AskingBack(queue=queue):
            return (queue[0].code,)
        case Confirming(odd=odd):
            return (odd[0],)
        case Requesting(code=code):
            return (code,)
    return ()


def _meaning(turn: Turn, said: Question, reports: list[Report]) -> None:
    asked = _asked(turn)
    here = tuple(code for code in said.lines if code in asked) if said.topic == "counts" else ()
    meaning.explain_codes(turn, reports[0].assignment.id, here or said.lines or asked)
    turn.say("asked/ask_office", office=turn.world.profile.short_name)


def _who_entered(turn: Turn, said: Question, reports: list[Report]) -> None:
    for report in reports:
        turn.say("asked/who_entered", **facts.who_entered(turn, report, said.lines))


def _who_are_you(turn: Turn, said: Question, reports: list[Report]) -> None:
    profile = turn.world.profile
    turn.say("asked/who_are_you", office=profile.name, short=profile.short_name)
    if isinstance(turn.scene, Idle):
        desk.standing(turn)


def _contact(turn: Turn, said: Question, reports: list[Report]) -> None:
    profile = turn.world.profile
    turn.say("asked/contact", short=profile.short_name, people=office_names(turn))


def _covers(turn: Turn, said: Question, reports: list[Report]) -> None:
    report = reports[0]
    start, end = report.month.bounds(turn.world.profile.cut_off)
    turn.say("asked/covers", month=report.month, start=start, end=end)


def _remind(turn: Turn, said: Question, reports: list[Report]) -> None:
    waiting = [r for r in reports if r.assignment.state != "submitted" and not r.locked]
    report = (waiting or reports)[0]
    planned = Stages.from_dict(report.campaign.stages)
    ahead = [at for at in (*planned.reminders, planned.overdue) if at > turn.now]
    turn.say(
        "asked/remind", next=ahead[0] if ahead and waiting else None, waiting=bool(waiting), due=report.due
    )
    _offer_start(turn, reports)


def _of_month(turn: Turn, said: Question, reports: list[Report]) -> None:
    """The figures of a month by its number; of the month reported now, what the lines count or say."""
    report = reports[0]
    asked = tuple(code for code in _asked(turn) if report.form.question(code).kind != facts.TEXT)
    if said.month == report.month.month and said.year in (0, report.month.year) and not said.lines and asked:
        meaning.explain_codes(turn, report.assignment.id, asked)
        return
    for each in reports:
        turn.say("asked/last_month", **facts.of_month(each, said.month, said.year, said.lines))


def _others(turn: Turn, said: Question, reports: list[Report]) -> None:
    say_only_own(turn)


def say_only_own(turn: Turn) -> None:
    """That somebody who answers for a unit sees that unit's figures alone."""
    own = list(dict.fromkeys(m.unit.name for m in turn.memberships if m.role in focus.ANSWERING))
    turn.say("asked/others", units=own, office=turn.world.profile.short_name)


def _whose(turn: Turn, said: Question, reports: list[Report]) -> None:
    turn.say("help/two_people")


def _thanks(turn: Turn, said: Question, reports: list[Report]) -> None:
    turn.say("strays/thanks", name=turn.person.name)


def nothing_yet(turn: Turn) -> bool:
    """«Xem» where nothing is written yet: that, and last month's figures, instead of a card without any."""
    reports = asking.reports_of(turn)
    if len(reports) != 1 or reports[0].answers or reports[0].assignment.state != "open" or reports[0].locked:
        return False
    turn.say(
        "asked/nothing_yet",
        due=reports[0].due,
        month=reports[0].month,
        **facts.last_month(reports[0], (), ()),
    )
    if isinstance(turn.scene, Reviewing):
        turn.enter(Idle(), show=False)
    _offer_start(turn, reports)
    go_on(turn)
    return True


def _nod(turn: Turn, said: Question, reports: list[Report]) -> None:
    waiting = [r for r in reports if r.assignment.state != "submitted" and not r.locked]
    turn.say("asked/nod", waiting=bool(waiting), begun=any(r.answers for r in waiting))
    if any(r.locked for r in reports):
        desk.standing(turn)


_ANSWERS: dict[str, Answer] = {
    "deadline": _deadline,
    "until_when": _until_when,
    "withdraw": _withdraw,
    "arrived": _arrived,
    "receipt": _arrived,
    "missing": _missing,
    "last_month": _last_month,
    "of_month": _of_month,
    "covers": _covers,
    "contact": _contact,
    "remind": _remind,
    "meaning": _meaning,
    "counts": _meaning,
    "who_entered": _who_entered,
    "who_are_you": _who_are_you,
    "others": _others,
    "whose": _whose,
    "thanks": _thanks,
    "nod": _nod,
}
