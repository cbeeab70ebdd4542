"""A message that could not be handled: its sender is told, the office gets a task, administrators are told."""

from datetime import datetime

from handlers.actions.request_correction import office_people
from handlers.alerts import alert
from handlers.drafts import draft
from handlers.turn import Context
from handlers.world import World
from storage.database import Tx
from storage.queries import office_tasks, outbox, people
from storage.queries.inbox import Row
from storage.queries.people import Contact
from templates.notices import news
from templates.render import render


def park_and_tell(tx: Tx, world: World, row: Row, now: datetime) -> None:
    """Tell sender, office, administrators; nothing of the conversation changed."""
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
    office = office_people(ctx)
    text = render("office/parked", who=person.name if person else "", inbox=row.id)
    ctx.tell(office, text, notice=news("task"))
    alert(ctx, "parked", but=office, inbox=row.id)
