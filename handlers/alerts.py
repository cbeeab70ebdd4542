"""What administrators are told of the program itself: what is wrong, and what to do; once an hour about one thing."""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from typing import Any

from handlers.turn import Context
from storage.queries import people, slots
from templates.labels import messenger
from templates.notices import news
from templates.render import render

EVERY = timedelta(hours=1)


def alert(
    ctx: Context,
    key: str,
    *,
    about: str = "",
    without: str = "",
    everywhere: bool = False,
    but: Collection[int] = (),
    **facts: Any,
) -> int | None:
    """Queue `templates/messages/alerts/<key>.j2` for every administrator. None: they were told within the hour.

    `about` tells apart what one key is said of; `without` is a messenger that cannot be used now; `but` are people who
    know already; `everywhere`: on each messenger they have, not only where they are written to. Returns how many are
    told; 0: nobody can be, and the caller has to say it elsewhere. The fact `channel` is given to the wording as the
    messenger's name.
    """
    if not _first_this_hour(ctx, f"alert/{key}/{about}"):
        return None
    if "channel" in facts:
        facts["messenger"] = messenger(facts.pop("channel"))
    admins = [m.person_id for m in people.all_holders(ctx.tx, ("admin",), ctx.now) if m.person_id not in but]
    channels = [name for name in ctx.world.channels if name != without]
    contacts = people.contacts(ctx.tx, admins, channels, willing=True)
    text = render(f"alerts/{key}", **facts)
    ctx.tell_each([(person_id, text, (), news("alert")) for person_id in dict.fromkeys(admins)], contacts)
    if everywhere:
        for contact in (c for one in contacts for c in people.addresses(ctx.tx, one)):
            if contact.channel in channels and contact != contacts[contact.person_id]:
                ctx.tell_each([(contact.person_id, text, (), news("alert"))], {contact.person_id: contact})
    return len(contacts)


def _first_this_hour(ctx: Context, prefix: str) -> bool:
    """Whether nothing was told in the last 60 minutes; taken by whoever asks first, of several programs too."""
    before = slots.recorded_at(ctx.tx, _key(prefix, ctx.now - EVERY))
    if before is not None and ctx.now - before < EVERY:
        return False
    return slots.record(ctx.tx, _key(prefix, ctx.now), ctx.now, "done", ctx.now)


def _key(prefix: str, now: datetime) -> str:
    return f"{prefix}/{now.astimezone(UTC):%Y-%m-%dT%H}"
