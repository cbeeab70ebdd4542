"""Nudge units that have not sent: once a day each, in waking hours, never who has sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, get_args

from handlers.actions.entry_tasks import awaiting_entry
from handlers.actions.partners import reporters
from handlers.choices import opening_choices
from handlers.report import load
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.schedule import outside_quiet_hours
from storage.queries import slots
from storage.queries.assignments import Assignment
from storage.queries.campaigns import Campaign
from storage.queries.units import Unit
from templates.notices import report_notice
from templates.render import render

Outcome = Literal["nudged", "already", "unreachable", "entering", "stopped", "reminded"]
APART = timedelta(hours=4)  # between the schedule's own reminder and a nudge


@dataclass(frozen=True, slots=True)
class Nudged:
    """Unit names: nudged now, nudged earlier today, those nobody of whom can be reached, those the office enters.

    `stopped` are those whose people want no notices; `reminded` those that the schedule itself has
    just reminded, to be nudged from `again_from` on.
    """

    nudged: tuple[str, ...]
    already: tuple[str, ...]
    unreachable: tuple[str, ...]
    entering: tuple[str, ...]
    stopped: tuple[str, ...]
    reminded: tuple[str, ...] = ()
    again_from: datetime | None = None


def nudge(turn: Turn, campaign: Campaign, missing: Sequence[tuple[Unit, Assignment]]) -> Nudged:
    """Remind the reporters of these units. Raises Refused(quiet_hours) at night."""
    if outside_quiet_hours(turn.now, turn.world.profile.quiet_hours) != turn.now:
        raise Refused("quiet_hours")
    day = turn.now.astimezone(turn.world.profile.zone).date().isoformat()
    by_itself = slots.done_at(
        turn.tx, [f"{campaign.period}/{stage}/{day}" for stage in ("remind", "overdue")]
    )
    just_told = by_itself is not None and turn.now - by_itself < APART
    entering = awaiting_entry(turn)
    came: dict[Outcome, list[str]] = {outcome: [] for outcome in get_args(Outcome)}
    for unit, assignment in missing:
        outcome: Outcome = "entering"
        if assignment.id not in entering:
            slot = f"{campaign.period}/nudge/{unit.id}/{day}"
            outcome = _nudge_one(turn, campaign, assignment, slot, just_told=just_told)
        came[outcome].append(unit.name)
    again_from = by_itself + APART if by_itself is not None and came["reminded"] else None
    return Nudged(**{outcome: tuple(units) for outcome, units in came.items()}, again_from=again_from)


def _nudge_one(
    turn: Turn, campaign: Campaign, assignment: Assignment, slot: str, *, just_told: bool
) -> Outcome:
    """Remind one unit's reporters, or say why not."""
    report = load(turn.tx, turn.world, assignment.id, turn.now)
    who = reporters(turn, report)
    if not turn.contacts(who):
        return "stopped" if turn.contacts(who, asked=True) else "unreachable"
    if just_told and assignment.state != "returned":
        return "reminded"
    if not slots.record(turn.tx, slot, turn.now, "done", turn.now):
        return "already"
    overdue = turn.now > report.due
    text = render(
        "schedule/nudge",
        who=turn.person.name,
        unit=report.unit.name,
        month=report.month,
        due=report.due,
        returned=assignment.state == "returned",
        overdue=overdue,
    )
    kind, locks = "overdue" if overdue else "due_soon", campaign.stages["locks"]
    notice = report_notice(kind, [report.unit.name], campaign.period, report.due, locks=locks)
    turn.tell(who, text, opening_choices(report), notice)
    turn.audit(turn.person.id, "nudge", "assignment", assignment.id)
    return "nudged"
