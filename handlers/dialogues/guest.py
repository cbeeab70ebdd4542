"""Somebody whose messenger is not linked to a person: an invitation code, shown, then confirmed."""

from handlers.actions.link import link, valid_invitation
from handlers.choices import choice
from handlers.messages import Choice, Incoming
from handlers.turn import Context, draft
from reporting.errors import Refused
from reporting.reading.codes import find_code, is_attempt
from reporting.reading.commands import command
from reporting.reading.match import match_choice
from storage.queries import conversations, outbox, units
from storage.queries.invitations import Invitation
from storage.queries.people import Contact, Person
from templates.render import render

CHOICES = (choice("mine"), choice("not_mine"))


def handle(ctx: Context, incoming: Incoming) -> Person | None:
    """Answer a stranger. Returns the person when a code was just confirmed."""
    state = conversations.load_stranger(ctx.tx, incoming.channel, incoming.address)
    pending = state.get("code", "")
    code = find_code(incoming.text) if incoming.kind in ("text", "edit") else None
    answer = _answer(ctx, incoming) if pending and code is None else None
    if incoming.kind == "group":
        _reply(ctx, incoming, render("strays/group"))
    elif code is not None:
        _show(ctx, incoming, code)
    elif answer == "mine":
        return _confirm(ctx, incoming, pending)
    elif answer == "not_mine":
        conversations.drop_stranger(ctx.tx, incoming.channel, incoming.address)
        _reply(ctx, incoming, render("guest/not_you"))
    elif pending:
        _show(ctx, incoming, pending)
    elif incoming.kind == "text" and is_attempt(incoming.text):
        _reply(ctx, incoming, render("refused/code_unknown"))
    else:
        _reply(ctx, incoming, render("guest/hello", kind=incoming.kind))
    return None


def _answer(ctx: Context, incoming: Incoming) -> str | None:
    """What a stranger says to the question whether it is they; only the last question's buttons work."""
    if incoming.kind == "choice":
        asked = outbox.armed(ctx.tx, incoming.channel, incoming.address)
        works = asked is not None and incoming.on_message in ("", asked.external_id)
        return incoming.choice if works else None
    if incoming.kind != "text":
        return None
    typed = match_choice(incoming.text, [(c.id, c.label, c.words) for c in CHOICES], letters=True)
    if isinstance(typed, str):
        return typed
    found = command(incoming.text)
    return {"yes": "mine", "no": "not_mine"}.get(found.name) if found else None


def _show(ctx: Context, incoming: Incoming, code: str) -> None:
    try:
        invitation = valid_invitation(ctx.tx, code, ctx.now)
    except Refused as refused:
        _reply(ctx, incoming, render(f"refused/{refused.reason}"))
        return
    conversations.save_stranger(ctx.tx, incoming.channel, incoming.address, {"code": code}, ctx.now)
    _reply(ctx, incoming, describe(ctx, invitation), CHOICES)


def describe(ctx: Context, invitation: Invitation) -> str:
    """What an invitation is for, and the question whether it is theirs."""
    unit = units.get(ctx.tx, invitation.unit_id)
    return render("guest/is_it_you", unit=unit.name, role=invitation.role, name=invitation.name)


def _confirm(ctx: Context, incoming: Incoming, code: str) -> Person | None:
    try:
        invitation = valid_invitation(ctx.tx, code, ctx.now)
        person = link(ctx.tx, invitation, incoming.channel, incoming.address, "", ctx.now, None)
    except Refused as refused:
        _reply(ctx, incoming, render(f"refused/{refused.reason}"))
        return None
    conversations.drop_stranger(ctx.tx, incoming.channel, incoming.address)
    return person


def _reply(ctx: Context, incoming: Incoming, text: str, choices: tuple[Choice, ...] = ()) -> None:
    here = Contact(0, incoming.channel, incoming.address)
    outbox.queue(ctx.tx, [draft(here, text, choices, (), ctx.now)], ctx.now)
