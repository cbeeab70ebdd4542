"""The commands a messenger shows a person, by their roles: sent again whenever those change."""

from handlers.turn import Context
from storage.queries import outbox, people
from storage.queries.outbox import Draft
from templates.menus import menu


def offer_menu(ctx: Context, person_id: int) -> None:
    """Queue the menu of somebody's present roles for each of their messengers that has one."""
    able = [
        contact
        for contact in people.addresses(ctx.tx, person_id)
        if (messenger := ctx.world.channels.get(contact.channel)) is not None and messenger.menu
    ]
    if not able:
        return
    roles = {held.role for held in people.memberships(ctx.tx, person_id, ctx.now)}
    choices = [[name, description, []] for name, description in menu(roles)]
    drafts = [
        Draft(c.channel, c.address, person_id, "", choices, [], ctx.now, "menu", lane=outbox.TIDY)
        for c in able
    ]
    outbox.queue(ctx.tx, drafts, ctx.now)
