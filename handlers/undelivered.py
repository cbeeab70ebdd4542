"""A message that will not arrive: the office gets the person on its call list, and is told of a door that was shut."""

from datetime import datetime

from handlers import falling_over
from handlers.actions.request_correction import office_people
from handlers.choices import choice
from handlers.menus import offer_menu
from handlers.messages import Incoming
from handlers.turn import Context
from handlers.world import World
from storage.database import Tx
from storage.queries import office_tasks, outbox_addresses, people, reach
from storage.queries.office_tasks import Task
from storage.queries.outbox import Row
from storage.queries.people import Person
from templates.labels import messenger
from templates.notices import news
from templates.render import render


def fall_over(tx: Tx, world: World, row: Row, now: datetime) -> bool:
    """A message failed for good: it goes to another address of the person. False: nothing is left but to call.

    True too for an earlier piece of a notice: what becomes of it is decided with the last.
    """
    ctx = Context(tx, world, now)
    return falling_over.is_piece(ctx, row) or falling_over.move(ctx, row)


def tell_office(tx: Tx, world: World, row: Row, now: datetime) -> None:
    """Open one task «unreachable» a person; it is listed under «việc», and whom to call under «gọi ai»."""
    if row.person_id is not None:
        about = (row.notice or {}).get("facts", {}).get("about", "")
        _open_task(Context(tx, world, now), row.person_id, row.channel, about)


def shut_out(tx: Tx, world: World, channel: str, address: str, now: datetime) -> None:
    """A person blocked the bot, or the messenger says so: nothing is sent there any more, and the office is told once.

    `now` is when the messenger said it: who was heard from later is not shut out. Somebody with another messenger is
    written to there, with what was queued here, so that nobody need be called; else that is dropped, a stranger's too.
    """
    person = people.by_contact(tx, channel, address)
    fresh = people.block(tx, channel, address, now)
    waiting = reach.waiting(tx, channel, address) if person is not None else []
    if person is None or fresh or people.sender(tx, channel, address)[1]:
        outbox_addresses.drop_queued(tx, channel, address)
        for row in waiting:
            falling_over.move(Context(tx, world, now), row)
    if person is None or not fresh:
        return
    ctx = Context(tx, world, now)
    ctx.audit(None, "shut_out", "person", person.id, channel=channel)
    if people.contact_of(tx, person.id, world.channels) is None:
        _tell_of(ctx, person, channel)


def _tell_of(ctx: Context, person: Person, channel: str) -> None:
    task = _open_task(ctx, person.id, channel)
    held = people.memberships(ctx.tx, person.id, ctx.now)
    text = render(
        "office/shut_out",
        who=person.name,
        roles=[{"role": m.role, "unit": m.unit.name} for m in held],
        messenger=messenger(channel),
    )
    ctx.tell(list(dict.fromkeys(office_people(ctx))), text, [choice("task_done", task)], news("task"))


def let_in(ctx: Context, person: Person, incoming: Incoming) -> None:
    """Who had shut the bot out is back: they can be reached, so nobody need call them."""
    people.touch(ctx.tx, incoming.channel, incoming.address, ctx.now)
    ctx.audit(person.id, "let_in", "person", person.id, channel=incoming.channel)
    for task in _open_tasks(ctx, person.id):
        office_tasks.finish(ctx.tx, task.id, None, ctx.now, "reachable")
        ctx.audit(None, "finish_task", "task", task.id, outcome="reachable")
    offer_menu(ctx, person.id)  # what was queued for them then was dropped


def _open_task(ctx: Context, person_id: int, channel: str, about: str = "") -> int:
    """The person's open task, new or not; `about` is what they were to be told."""
    for task in _open_tasks(ctx, person_id):
        return task.id
    detail = {"channel": channel, **({"about": about} if about else {})}
    task_id = office_tasks.add(
        ctx.tx, kind="unreachable", assignment_id=None, person_id=person_id, at=ctx.now, detail=detail
    )
    ctx.audit(None, "unreachable", "person", person_id, task=task_id)
    return task_id


def _open_tasks(ctx: Context, person_id: int) -> list[Task]:
    return [t for t in office_tasks.open_ones(ctx.tx) if t.kind == "unreachable" and t.person_id == person_id]
