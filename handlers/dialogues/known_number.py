"""Whose telephone number it is: of somebody invited who has not come yet, or of somebody linked."""

from dataclasses import dataclass

from handlers.turn import Context
from reporting.errors import WrongUse
from reporting.phones import normal_phone
from storage.queries import people, phones
from storage.queries.invitations import Invitation


@dataclass(frozen=True, slots=True)
class Found:
    """The newest open invitation of a number; else who is known by it, if that is one person with a role."""

    invitation: Invitation | None = None
    person: int | None = None


def of(ctx: Context, phone: str) -> Found:
    """`phone` is digits with the country code, as a messenger gives them; empty where it was not the sender's own."""
    if not phone or ctx.world.sealer is None:
        return Found()
    try:
        digest = ctx.world.sealer.digest(normal_phone(f"+{phone.lstrip('+')}"))
    except WrongUse:
        return Found()
    invited = phones.open_invitations(ctx.tx, digest, ctx.now)
    if invited:
        return Found(invitation=invited[0])
    serving = [p for p in phones.people(ctx.tx, digest) if people.memberships(ctx.tx, p, ctx.now)]
    return Found(person=serving[0] if len(serving) == 1 else None)
