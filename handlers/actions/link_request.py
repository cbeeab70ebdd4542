"""A telephone number that was only typed: it proves nothing, so a person of the office decides whether to link."""

from typing import Any

from handlers.actions.link import link, link_by_phone
from handlers.actions.request_correction import office_people
from handlers.choices import choice
from handlers.dialogues import known_number
from handlers.menus import offer_menu
from handlers.messages import Incoming
from handlers.turn import Context, Turn
from reporting.errors import Refused
from storage.queries import conversations, invitations, office_tasks, outbox, people, units
from storage.queries.office_tasks import Task
from storage.queries.people import Contact, Person
from templates.filters import role as role_name
from templates.labels import messenger
from templates.notices import news
from templates.render import render

KIND = "link_request"
LONGEST_NAME = 60


def request_link(ctx: Context, incoming: Incoming) -> bool:
    """Ask the office to look at a typed number. False: nobody is known by it; the writer is not told which.

    One address has one open request: a newer one takes its place.
    """
    found = known_number.of(ctx, incoming.phone)
    detail: dict[str, Any] = {"channel": incoming.channel, "address": incoming.address}
    if found.invitation is not None:
        unit = units.get(ctx.tx, found.invitation.unit_id)
        detail |= {"invitation": found.invitation.id, "name": found.invitation.name}
        held = [(found.invitation.role, unit.name)]
    elif found.person is not None:
        memberships = people.memberships(ctx.tx, found.person, ctx.now)
        detail |= {"person": found.person, "name": people.get(ctx.tx, found.person).name}
        held = [(m.role, m.unit.name) for m in memberships]
    else:
        return False
    detail |= {
        "roles": "; ".join(f"{role_name(role)}, {unit}" for role, unit in held),
        "messenger": messenger(incoming.channel),
        "wrote": " ".join(incoming.text.split())[:LONGEST_NAME],
    }
    _drop_earlier(ctx, incoming)
    task = office_tasks.add(ctx.tx, kind=KIND, person_id=detail.get("person"), at=ctx.now, detail=detail)
    ctx.audit(None, "request_link", "task", task, channel=incoming.channel)
    offers = [choice("approve_link", task), choice("refuse_link", task)]
    text = render("office/link_asked", **detail_facts(detail))
    ctx.tell(list(dict.fromkeys(office_people(ctx))), text, offers, news("task"))
    return True


def detail_facts(detail: dict[str, Any]) -> dict[str, Any]:
    """What the office reads of a request."""
    return {key: detail.get(key, "") for key in ("name", "roles", "messenger", "wrote")}


def _drop_earlier(ctx: Context, incoming: Incoming) -> None:
    for task in office_tasks.open_ones(ctx.tx):
        here = (task.detail.get("channel"), task.detail.get("address"))
        if task.kind == KIND and here == (incoming.channel, incoming.address):
            office_tasks.finish(ctx.tx, task.id, None, ctx.now, "replaced")


def approve_link(turn: Turn, task: Task) -> Person | None:
    """Link the address, and say so there. None: it is linked meanwhile, or the invitation no longer holds.

    The person has not agreed to notices yet: they are told how to stop them.
    """
    channel, address = task.detail["channel"], task.detail["address"]
    linked = people.by_contact(turn.tx, channel, address)
    try:
        person = _link(turn, task, linked)
    except Refused:
        person = None
    if person is None:
        return None
    conversations.drop_stranger(turn.tx, channel, address)
    offer_menu(turn, person.id)
    held = people.memberships(turn.tx, person.id, turn.now)[-1]
    text = render("guest/linked", name=person.name, unit=held.unit.name, role=held.role)
    _say_there(turn, Contact(person.id, channel, address, person.name), text)
    return person


def _link(turn: Turn, task: Task, linked: Person | None) -> Person | None:
    channel, address = task.detail["channel"], task.detail["address"]
    if "invitation" in task.detail:
        found = invitations.by_id(turn.tx, task.detail["invitation"])
        if found is None or found.used_at is not None or found.expires_at < turn.now:
            return None
        return link(turn.tx, found, channel, address, "", turn.now, linked, agreed=False)
    if linked is not None:
        return None
    return link_by_phone(turn.tx, task.detail["person"], channel, address, turn.now, agreed=False)


def refuse_link(turn: Turn, task: Task) -> None:
    """Nothing is linked; whoever asked is told to bring an invitation code."""
    channel, address = task.detail["channel"], task.detail["address"]
    linked = people.by_contact(turn.tx, channel, address)
    there = Contact(linked.id if linked else 0, channel, address, linked.name if linked else "")
    _say_there(turn, there, render("guest/link_refused"))


def _say_there(turn: Turn, there: Contact, text: str) -> None:
    """The answer to whoever asked, however long ago that was."""
    if there.channel in turn.world.channels:
        drafts = turn.pieces(there, text, (), (), turn.now, notice=news("linked"))
        outbox.queue(turn.tx, drafts, turn.now)
