"""What became of the tasks planned last month; those moved are planned again."""

from collections.abc import Sequence

from handlers.lacking import planned_before
from handlers.turn import Turn
from reporting.documents.model import Outcome
from storage.queries import list_items
from storage.queries.campaigns import Campaign
from storage.queries.list_items import Item

REASON = "reason"  # among a task's fields: why it was moved or dropped


def set_outcomes(
    turn: Turn, campaign: Campaign, ids: Sequence[int], outcome: Outcome, reason: str = ""
) -> None:
    """Say of planned tasks that they were done, moved or dropped, and why; the reason of before goes."""
    for item in list_items.some(turn.tx, ids):
        list_items.set_outcome(turn.tx, item.id, outcome)
        if reason or REASON in item.fields:
            kept = {key: value for key, value in item.fields.items() if key != REASON}
            fields = kept | ({REASON: reason} if reason else {})
            list_items.rewrite(turn.tx, item.id, item.list, item.text, fields)
    turn.audit(turn.person.id, "task_outcome", "campaign", campaign.id, outcome=outcome, tasks=len(ids))


def moved_tasks(turn: Turn, campaign: Campaign) -> list[Item]:
    """Tasks moved to the month after that are not in its list yet."""
    there = {item.text for item in list_items.of_list(turn.tx, campaign.id, "tasks")}
    return [
        task
        for task in planned_before(turn.tx, campaign)
        if task.outcome == "moved" and task.text not in there
    ]


def carry_over(turn: Turn, campaign: Campaign) -> int:
    """Plan the moved tasks again for the month after; how many."""
    moved = moved_tasks(turn, campaign)
    list_items.add_many(
        turn.tx,
        campaign.id,
        "tasks",
        [(task.text, {}) for task in moved],
        person_id=turn.person.id,
        at=turn.now,
        inbox_id=turn.inbox_id,
    )
    turn.audit(
        turn.person.id, "write_list", "campaign", campaign.id, list="tasks", lines=len(moved), instead=0
    )
    return len(moved)
