"""What the office asks about reaching people: whom to call, with their numbers; what the messages of a month cost."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from handlers.dialogues.period import asked_month
from handlers.turn import Turn
from reporting.calendar import ZONE
from reporting.errors import Refused, WrongUse
from reporting.outreach import RUNGS
from reporting.periods import Month
from reporting.reading.commands import Command
from reporting.reading.typed_period import period_in
from storage.queries import office_tasks, people, phones, reach
from storage.queries.office_tasks import Task
from templates.filters import role
from templates.labels import messenger

CALLED = ("unreachable", "opted_out", "link_request")


def call_list(turn: Turn, order: Command) -> None:
    """«Gọi ai»: who cannot be written to, what they were to be told, their telephone numbers."""
    if not turn.may_somewhere("resolve_task"):
        raise Refused("no_right", action="resolve_task")
    tasks = [t for t in office_tasks.open_ones(turn.tx) if t.kind in CALLED]
    turn.say("office/call_list", people=[_to_call(turn, task) for task in tasks])
    turn.audit(turn.person.id, "see_call_list", "person", turn.person.id, people=len(tasks))


def _to_call(turn: Turn, task: Task) -> dict[str, Any]:
    person_id, detail = task.person_id, task.detail
    held = people.memberships(turn.tx, person_id, turn.now) if person_id is not None else []
    if person_id is not None:
        sealed = phones.sealed_of(turn.tx, person_id)
    else:
        sealed = phones.sealed_of_invitation(turn.tx, detail.get("invitation", 0))
    return {
        "who": people.get(turn.tx, person_id).name if person_id is not None else detail.get("name", ""),
        "roles": "; ".join(f"{role(m.role)}, {m.unit.name}" for m in held) or detail.get("roles", ""),
        "numbers": opened(turn, sealed),
        "about": detail.get("about", ""),
        "kind": task.kind,
        "messenger": messenger(task.detail.get("channel", "")),
        "at": task.at,
    }


def opened(turn: Turn, sealed: Iterable[str]) -> list[str]:
    """Sealed numbers as they are dialled; those that no key opens are left out."""
    found = []
    for one in sealed:
        try:
            number = turn.world.sealer.open(one) if turn.world.sealer is not None else ""
        except WrongUse:  # sealed with a key of before
            number = ""
        if number:
            found.append(_dialled(number))
    return found


def _dialled(number: str) -> str:
    home = f"0{number[2:]}" if number.startswith("84") else f"+{number}"
    return f"{home[:-6]} {home[-6:-3]} {home[-3:]}"


def costs(turn: Turn, order: Command) -> None:
    """«Chi phí tin nhắn [tháng]»: what was sent in a calendar month, by which way, and what it cost."""
    if not turn.may_somewhere("invite"):
        raise Refused("no_right", action="resolve_task")
    month = _calendar_month(turn, order.argument)
    if month is None:
        return
    start, end = _begins(month), _begins(month.next())
    spent = {one.rung: one for one in reach.spent(turn.tx, start, end)}
    rows = [spent[rung] for rung in RUNGS if rung in spent]
    turn.say(
        "office/costs",
        month=month,
        rows=[{"rung": one.rung, "count": one.count, "cost": one.cost} for one in rows],
        total=sum(one.cost for one in rows),
    )


def _calendar_month(turn: Turn, argument: str) -> Month | None:
    """The month named, else this one by the calendar; a period that is no month is refused in words."""
    if argument.strip():
        typed = period_in(argument)
        local = turn.now.astimezone(ZONE)
        found = typed.resolve(Month(local.year, local.month)) if typed is not None else None
        return found if isinstance(found, Month) else asked_month(turn, argument)
    local = turn.now.astimezone(ZONE)
    return Month(local.year, local.month)


def _begins(month: Month) -> datetime:
    return datetime(month.year, month.month, 1, tzinfo=ZONE).astimezone(UTC)
