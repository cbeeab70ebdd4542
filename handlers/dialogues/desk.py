"""Where things stand for a person, the welcome after linking, and the help by role."""

from typing import Any

from handlers.actions.entry_tasks import entry_asked
from handlers.choices import choice, opening_choices
from handlers.dialogues import focus
from handlers.dialogues.paper import office as paper_office
from handlers.messages import Choice
from handlers.papers import standing as paper_facts
from handlers.report import Report
from handlers.scenes import Idle
from handlers.turn import Turn
from reporting.reading.commands import Command
from storage.queries import campaigns, office_tasks


def roles(turn: Turn) -> set[str]:
    return {m.role for m in turn.memberships}


def standing(turn: Turn) -> None:
    """Say where things stand, and offer what can be done now. A scene that is under way shows itself instead."""
    if not isinstance(turn.scene, Idle):
        turn.enter(turn.scene)
        return
    turn.enter(Idle(), show=False)
    if not turn.memberships:
        turn.say("idle/no_role", name=turn.person.name)
        return
    reports = focus.current_reports(turn)
    if reports:
        turn.say("idle/reports", name=turn.person.name, reports=[report_facts(r, turn) for r in reports])
    campaign = campaigns.latest(turn.tx)
    if turn.may_somewhere("see_progress") and not roles(turn) <= {"chair", "deputy"}:
        waiting = len(office_tasks.open_ones(turn.tx)) if turn.may_somewhere("resolve_task") else 0
        turn.say(
            "idle/overseer",
            name=turn.person.name,
            period=campaign.period if campaign else "",
            tasks=waiting,
            greeted=bool(reports or turn.spoke),
            totals=turn.may_somewhere("see_totals"),
        )
        paper = paper_office.waiting(turn)
        if paper is not None:
            turn.say("paper/waiting", **paper_facts(paper))
    elif not reports:
        turn.say("idle/no_campaign", name=turn.person.name, units=[m.unit.name for m in turn.memberships])
    turn.offer(*_next_steps(turn, reports))


def _next_steps(turn: Turn, reports: list[Report]) -> list[Choice]:
    waiting = [r for r in reports if r.assignment.state != "submitted" and not r.locked]
    if len(waiting) == 1:
        return opening_choices(waiting[0])
    if len(waiting) > 1:
        return [Choice(f"start:{r.assignment.id}", r.unit.name) for r in waiting]
    if turn.may_somewhere("see_progress") and not roles(turn) <= {"chair", "deputy"}:
        paper = paper_office.waiting(turn)
        if paper is not None:
            return (
                [choice("issue_paper", paper.document.id)]
                if paper.document.state == "approved"
                else (paper_office.leader_choices(paper))
            )
        return [choice("progress"), *([choice("totals")] if turn.may_somewhere("see_totals") else [])]
    return [choice("view")] if reports else []


def report_facts(report: Report, turn: Turn) -> dict[str, Any]:
    """One unit's report in a line or two."""
    return {
        "unit": report.unit.name,
        "month": report.month,
        "state": report.assignment.state,
        "due": report.due,
        "overdue": turn.now > report.due,
        "locked": report.locked,
        "sent_at": report.assignment.submitted_at,
        "answered": sum(
            1 for line in report.sheet.lines() if not line.question.computed and line.value is not None
        ),
        "entry": not report.answers and entry_asked(turn, report.assignment.id),
        "of": sum(1 for line in report.sheet.lines() if not line.question.computed),
    }


def welcome(turn: Turn) -> None:
    """The first words after a code was confirmed."""
    first = turn.memberships[-1]
    turn.say("guest/linked", name=turn.person.name, unit=first.unit.name, role=first.role)
    reports = focus.current_reports(turn)
    if any(not r.locked for r in reports):
        turn.say("idle/reports", name="", reports=[report_facts(r, turn) for r in reports])
        turn.offer(*_next_steps(turn, reports))
    elif roles(turn) <= {"chair", "deputy"}:
        turn.say("guest/wait_for_opening")
    else:
        turn.offer(choice("progress"), choice("totals"))


def help_me(turn: Turn, order: Command) -> None:
    """«Trợ giúp»: what this person can say, by role; then where they are."""
    _by_role(turn)
    if not isinstance(turn.scene, Idle):
        turn.enter(turn.scene)


def help_here(turn: Turn) -> None:
    """«?» where no line is being asked."""
    if isinstance(turn.scene, Idle):
        _by_role(turn)
    else:
        turn.say(f"help/{type(turn.scene).__name__.lower()}")
        turn.enter(turn.scene)


def _by_role(turn: Turn) -> None:
    if turn.memberships:
        turn.say("help/by_role", roles=roles(turn), busy=not isinstance(turn.scene, Idle))
    else:
        turn.say("idle/no_role", name=turn.person.name)
