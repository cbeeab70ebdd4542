"""Somebody whose messenger is not linked to a person: a code, or their telephone number, shown and then confirmed."""

from dataclasses import dataclass, replace
from typing import Any

from handlers.actions.link import link, link_by_phone, valid_invitation
from handlers.actions.link_request import request_link
from handlers.choices import choice
from handlers.dialogues import known_number
from handlers.drafts import draft
from handlers.menus import offer_menu
from handlers.messages import SHARE_CONTACT, Choice, Incoming
from handlers.turn import Context
from reporting.errors import Refused
from reporting.reading.codes import find_code, is_attempt
from reporting.reading.commands import command
from reporting.reading.match import match_choice
from reporting.reading.slashes import started
from reporting.reading.stranger_words import letters_for_code, phone_in, stranger_asks
from storage.queries import conversations, outbox, people, units
from storage.queries.invitations import Invitation
from storage.queries.people import Contact, Person
from templates.render import render

CHOICES = (choice("mine"), choice("not_mine"))


@dataclass(frozen=True, slots=True)
class Pending:
    """What a stranger was asked about: a code, or (`person`) somebody known. `by_phone`: found by their number."""

    code: str = ""
    person: int = 0
    by_phone: bool = False

    @staticmethod
    def of(state: dict[str, Any]) -> "Pending | None":
        pending = Pending(state.get("code", ""), state.get("person", 0), state.get("by_phone", False))
        return pending if pending.code or pending.person else None

    def state(self) -> dict[str, Any]:
        return {"code": self.code, "person": self.person, "by_phone": self.by_phone}


def handle(ctx: Context, incoming: Incoming) -> Person | None:
    """Answer a stranger. Returns the person when they have just confirmed who they are."""
    pending = Pending.of(conversations.load_stranger(ctx.tx, incoming.channel, incoming.address))
    code = find_code(incoming.text) if incoming.kind in ("text", "edit") else None
    answer = _answer(ctx, incoming) if pending and code is None else None
    if code is not None:
        _show(ctx, incoming, Pending(code))
    elif incoming.kind == "contact":
        _number(ctx, incoming)
    elif pending and answer == "mine":
        return _confirm(ctx, incoming, pending)
    elif pending and answer == "not_mine":
        conversations.drop_stranger(ctx.tx, incoming.channel, incoming.address)
        _reply(ctx, incoming, render("guest/not_you", by_phone=pending.by_phone))
    elif pending:
        _show(ctx, incoming, pending, before=_told(ctx, incoming))
    elif incoming.kind == "text" and _tried_code(incoming.text):
        _reply(ctx, incoming, render("refused/code_unknown"))
    else:
        _hello(ctx, incoming)
    return None


def _tried_code(text: str) -> bool:
    """Whether a text is meant as a code that does not read: alone, or after /start."""
    return is_attempt(text) or letters_for_code(text) or bool(started(text))


def _told(ctx: Context, incoming: Incoming) -> str:
    """The answer to what a stranger asks besides; where nothing is asked, "" or what is wanted first."""
    if incoming.kind not in ("text", "edit"):
        return ""
    number = phone_in(incoming.text)
    if number and ctx.world.sealer is not None:
        request_link(ctx, replace(incoming, phone=number, vouched=False))
        return render("guest/number_noted")
    topic = "no_number" if number else stranger_asks(incoming.text)
    if topic == "who":
        profile = ctx.world.profile
        return render("asked/who_are_you", office=profile.name, short=profile.short_name)
    short = ctx.world.profile.short_name
    if topic == "no_code":
        return render("guest/no_code", short=short)
    if topic == "office":
        return render("guest/office", short=short)
    return render("guest/no_number") if topic else ""


def _hello(ctx: Context, incoming: Incoming) -> None:
    """What this is, and how to be recognised; where the messenger can, also by sending one's number."""
    contacts = _takes_numbers(ctx, incoming)
    told = _told(ctx, incoming)
    text = told or render("guest/hello", kind=incoming.kind, contacts=contacts)
    _reply(ctx, incoming, text, (choice(SHARE_CONTACT),) if contacts else ())


def _takes_numbers(ctx: Context, incoming: Incoming) -> bool:
    return ctx.world.channels[incoming.channel].contacts and ctx.world.sealer is not None


def _number(ctx: Context, incoming: Incoming) -> None:
    """A shared number: somebody invited, somebody linked already, or nobody known. A typed one the office looks at."""
    if incoming.phone and not incoming.vouched:
        request_link(ctx, incoming)
        _reply(ctx, incoming, render("guest/number_noted"))
        return
    found = known_number.of(ctx, incoming.phone)
    if found.invitation is not None:
        _show(ctx, incoming, Pending(code=found.invitation.code, by_phone=True))
    elif found.person is not None:
        _show(ctx, incoming, Pending(person=found.person, by_phone=True))
    else:
        share = not incoming.phone and _takes_numbers(ctx, incoming)
        text = render("guest/number_unknown", own=bool(incoming.phone), share=share)
        _reply(ctx, incoming, text, (choice(SHARE_CONTACT),) if share else ())


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


def _show(ctx: Context, incoming: Incoming, pending: Pending, *, before: str = "") -> None:
    try:
        text = _question(ctx, pending)
    except Refused as refused:
        _reply(ctx, incoming, render(f"refused/{refused.reason}"))
        return
    conversations.save_stranger(ctx.tx, incoming.channel, incoming.address, pending.state(), ctx.now)
    _reply(ctx, incoming, "\n\n".join(filter(None, (before, text))), CHOICES)


def _question(ctx: Context, pending: Pending) -> str:
    if pending.code:
        return describe(ctx, valid_invitation(ctx.tx, pending.code, ctx.now), by_phone=pending.by_phone)
    held = people.memberships(ctx.tx, pending.person, ctx.now)
    if not held:
        raise Refused("code_unknown")
    return render(
        "guest/known_number",
        name=people.get(ctx.tx, pending.person).name,
        roles=[{"role": m.role, "unit": m.unit.name} for m in held],
    )


def describe(ctx: Context, invitation: Invitation, *, by_phone: bool = False) -> str:
    """What an invitation is for, and the question whether it is theirs."""
    unit = units.get(ctx.tx, invitation.unit_id)
    return render(
        "guest/is_it_you", unit=unit.name, role=invitation.role, name=invitation.name, by_phone=by_phone
    )


def _confirm(ctx: Context, incoming: Incoming, pending: Pending) -> Person | None:
    channel, address = incoming.channel, incoming.address
    try:
        if pending.person:
            person = link_by_phone(ctx.tx, pending.person, channel, address, ctx.now)
        else:
            invitation = valid_invitation(ctx.tx, pending.code, ctx.now)
            person = link(ctx.tx, invitation, channel, address, "", ctx.now, None)
    except Refused as refused:
        _reply(ctx, incoming, render(f"refused/{refused.reason}"))
        return None
    conversations.drop_stranger(ctx.tx, channel, address)
    offer_menu(ctx, person.id)
    return person


def _reply(ctx: Context, incoming: Incoming, text: str, choices: tuple[Choice, ...] = ()) -> None:
    here = Contact(0, incoming.channel, incoming.address)
    outbox.queue(ctx.tx, [draft(here, text, choices, (), ctx.now)], ctx.now)
