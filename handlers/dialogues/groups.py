"""A group chat: one courteous refusal for good, and nothing of any person or unit, whoever writes there."""

from handlers.drafts import draft
from handlers.messages import Incoming
from handlers.turn import Context
from storage.queries import conversations, outbox
from storage.queries.people import Contact
from templates.render import render


def refuse(ctx: Context, incoming: Incoming) -> None:
    """Say once where figures are taken; afterwards keep silent. A group is an address, and nobody's."""
    told = conversations.load_stranger(ctx.tx, incoming.channel, incoming.address)
    if told.get("group"):
        return
    state = {**told, "group": True}
    conversations.save_stranger(ctx.tx, incoming.channel, incoming.address, state, ctx.now)
    here = Contact(0, incoming.channel, incoming.address)
    outbox.queue(ctx.tx, [draft(here, render("strays/group"), (), (), ctx.now)], ctx.now)
