"""A message that could not be handled: its sender is told, and the office gets a task."""

from datetime import datetime

from handlers.actions.request_correction import office_people
from handlers.turn import Context, draft
from handlers.world import World
from storage.database import Tx
from storage.queries import office_tasks, outbox, people
from storage.queries.inbox import Row
from storage.queries.people import Contact
from templates.render import render


def park_and_tell(tx: Tx, world: World, row: Row, now: datetime) -> None:
    """Tell sender and office; nothing of the conversation changed."""
    ctx = Context(tx, world, now)
    person = people.by_contact(tx, row.channel, row.address)
    here = Contact(person.id if person else 0, row.channel, row.address)
    outbox.queue(tx, [draft(here, render("strays/parked"), (), (), now)], now)
    task = office_tasks.add(
        tx,
        kind="parked",
        assignment_id=None,
        person_id=person.id if person else None,
        at=now,
        detail={"inbox": row.id},
    )
    ctx.audit(None, "park", "inbox", row.id, task=task)
    ctx.tell(office_people(ctx), render("office/parked", who=person.name if person else "", inbox=row.id))
