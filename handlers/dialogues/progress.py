"""«Tiến độ»: how far a month is, by superior, with the names of those who are missing."""

from collections.abc import Iterable
from typing import Any

from handlers.actions.entry_tasks import awaiting_entry
from handlers.choices import choice
from handlers.dialogues import desk
from handlers.dialogues.period import asked_month
from handlers.scenes import Idle
from handlers.turn import Turn, subtree
from reporting.errors import Refused
from reporting.reading.commands import Command
from reporting.text import sort_key
from storage.queries import assignments, campaigns, people, units
from storage.queries.assignments import Assignment
from storage.queries.campaigns import Campaign
from storage.queries.units import Unit


def visible_units(turn: Turn, action: str) -> list[Unit]:
    """The units on which this person may do `action`."""
    every = units.all_units(turn.tx)
    province = any(m.unit.kind == "province" and turn.may(action, m.unit_id) for m in turn.memberships)
    if province:
        return every
    roots = [m.unit_id for m in turn.memberships if turn.may(action, m.unit_id)]
    within = subtree(every, roots)
    return [unit for unit in every if unit.id in within]


def missing_units(turn: Turn, action: str) -> tuple[Campaign | None, list[tuple[Unit, Assignment]]]:
    """The open campaign, and the grassroots units in this person's reach that have not sent, by name."""
    campaign = next(iter(campaigns.open_ones(turn.tx)), None)
    if campaign is None:
        return None, []
    asked = {a.unit_id: a for a in assignments.of_campaign(turn.tx, campaign.id)}
    seen = [u for u in visible_units(turn, action) if u.kind == "grassroots" and u.id in asked]
    missing = [(u, asked[u.id]) for u in seen if asked[u.id].state != "submitted"]
    return campaign, sorted(missing, key=lambda pair: sort_key(pair[0].name))


def show(turn: Turn, order: Command, within: int | None = None) -> None:
    """How many of how many, by superior, who is missing; for the present month or the one asked for.

    `within`: of the units under this superior union alone.
    """
    if not turn.may_somewhere("see_progress"):
        if not turn.may_somewhere("see_own_history"):
            raise Refused("no_right", action="see_progress")
        desk.standing(turn)
        return
    campaign = asked_campaign(turn, order.argument)
    if campaign is None:
        return
    found = facts(turn, campaign, within)
    turn.say("progress/show", **found)
    if isinstance(turn.scene, Idle):
        offers = [choice("totals")] if turn.may_somewhere("see_totals") else []
        if found["waiting"] and campaign.state == "open" and turn.may_somewhere("nudge"):
            offers.insert(0, choice("nudge", within))
        turn.offer(*offers)


def asked_campaign(turn: Turn, argument: str) -> Campaign | None:
    """The month that is asked for; None where it cannot be told, or was never opened (said so)."""
    month = asked_month(turn, argument)
    campaign = campaigns.by_period(turn.tx, str(month)) if month is not None else None
    if month is not None and campaign is None:
        turn.say("progress/no_campaign", month=month)
    return campaign


def facts(turn: Turn, campaign: Campaign, within: int | None = None) -> dict[str, Any]:
    """How far a month is, for the units in this person's reach."""
    asked = {a.unit_id: a for a in assignments.of_campaign(turn.tx, campaign.id)}
    seen = [u for u in visible_units(turn, "see_progress") if u.id in asked and u.kind == "grassroots"]
    seen = [u for u in seen if within is None or u.parent_id == within]
    rows = _by_superior(turn, seen, asked)
    office = next((a for a in asked.values() if a.form == "office-monthly"), None)
    of_office = office is not None and within is None and turn.may_somewhere("resolve_task")
    return {
        "month": campaign.period, "at": turn.now, "due": campaign.stages["due"],
        "overdue": turn.now > campaign.stages["due"],
        "locked": campaign.state == "locked", "total": len(seen), "sent": sum(1 for u in seen if asked[u.id].sent),
        "late": sum(1 for u in seen if asked[u.id].late), "working": _count(seen, asked, "draft"),
        "returned": _count(seen, asked, "returned"), "rows": rows,
        "late_ones": sorted((u.name for u in seen if asked[u.id].late), key=sort_key),
        "never": sorted((u.name for u in seen if not asked[u.id].sent), key=sort_key),
        "waiting": any(asked[u.id].state != "submitted" for u in seen),
        "office": office.state if office is not None and of_office else "",
    }  # fmt: skip


def _count(seen: Iterable[Unit], asked: dict[int, Assignment], state: str) -> int:
    return sum(1 for unit in seen if asked[unit.id].state == state)


def _by_superior(turn: Turn, seen: list[Unit], asked: dict[int, Assignment]) -> list[dict[str, object]]:
    names = {unit.id: unit.name for unit in units.all_units(turn.tx)}
    chairs = {m.unit_id: m.person_id for m in people.all_holders(turn.tx, ("chair",), turn.now)}
    people_names = people.names(turn.tx, list(set(chairs.values())))
    entering = awaiting_entry(turn)
    groups: dict[int | None, list[Unit]] = {}
    for unit in seen:
        groups.setdefault(unit.parent_id, []).append(unit)
    rows = []
    for parent, members in groups.items():
        awaited = sorted(
            (u for u in members if asked[u.id].state != "submitted"), key=lambda u: sort_key(u.name)
        )
        rows.append(
            {
                "superior": names.get(parent or 0, ""),
                "total": len(members),
                "sent": sum(1 for u in members if asked[u.id].sent),
                "never": sum(1 for u in members if not asked[u.id].sent),
                "missing": [
                    {
                        "unit": u.name,
                        "chair": people_names.get(chairs.get(u.id, 0), ""),
                        "state": "entry" if asked[u.id].id in entering else asked[u.id].state,
                    }
                    for u in awaited
                ],
            }
        )
    return sorted(rows, key=lambda row: sort_key(str(row["superior"])))
