"""The door: one stored message in, one transaction's worth of effects out."""

from datetime import datetime

from handlers.choices import split_id
from handlers.dialogues import (
    announced,
    at_hand,
    desk,
    edits,
    evidence,
    groups,
    guest,
    link_more,
    old_buttons,
    other_month,
    own_words,
    registry,
    sending,
    strays,
    words,
)
from handlers.dialogues.paper import approving, numbering, returned_file, status
from handlers.dialogues.paper_desk import table as paper_desk
from handlers.messages import Choice, Incoming
from handlers.scenes import Approving, Idle, from_state, to_state
from handlers.turn import Context, Turn
from handlers.undelivered import let_in, shut_out
from handlers.world import World
from reporting.errors import Refused
from reporting.reading.codes import find_code
from reporting.reading.commands import is_greeting, is_thanks
from reporting.reading.match import match_choice
from reporting.reading.slashes import spoken, started
from reporting.text import clean
from storage.database import Tx
from storage.queries import conversations, outbox, people
from storage.queries.people import Person

MAX_TEXT = 4096
MAX_SHOWS = 8


def receive(tx: Tx, world: World, incoming: Incoming, inbox_id: int, now: datetime) -> None:
    """Handle one message inside the caller's transaction: answers, state, audit and replies are all in it."""
    ctx = Context(tx, world, now)
    if incoming.kind == "group":
        groups.refuse(ctx, incoming)
        return
    if incoming.kind == "received":
        _note_receipt(tx, incoming, now)
        return
    if incoming.kind == "blocked":
        shut_out(tx, world, incoming.channel, incoming.address, now)
        return
    person, was_shut_out = people.sender(tx, incoming.channel, incoming.address)
    if person is not None and was_shut_out:
        let_in(ctx, person, incoming)
    if incoming.kind == "unblocked":
        return
    newly_linked = person is None
    person = person or guest.handle(ctx, incoming)
    if person is not None:
        _take_turn(tx, world, incoming, inbox_id, now, person, newly_linked)


def _take_turn(
    tx: Tx,
    world: World,
    incoming: Incoming,
    inbox_id: int,
    now: datetime,
    person: Person,
    newly_linked: bool,
) -> None:
    turn = open_turn(tx, world, incoming, inbox_id, now, person)
    before, at = type(turn.scene), at_hand.unit(turn)
    if newly_linked:
        desk.welcome(turn)
    else:
        _handle(turn)
    _show(turn)
    at_hand.stay(turn, at)
    announced.offer(turn)
    turn.spent = turn.spent or type(turn.scene) is not before
    turn.flush()
    conversations.save(tx, person.id, to_state(turn.scene), now)


def open_turn(tx: Tx, world: World, incoming: Incoming, inbox_id: int, now: datetime, person: Person) -> Turn:
    """Lock the person, and load where their conversation stands and which buttons still work."""
    people.lock(tx, person.id)
    only_announced = announced.unread(tx, world, incoming, now)
    people.touch(tx, incoming.channel, incoming.address, now)
    armed = outbox.armed(tx, incoming.channel, incoming.address)
    asked = armed or _asked_elsewhere(tx, world, incoming, person)
    return Turn(
        tx=tx,
        world=world,
        now=now,
        incoming=incoming,
        inbox_id=inbox_id,
        person=person,
        memberships=people.memberships(tx, person.id, now),
        scene=from_state(conversations.load(tx, person.id)),
        options=tuple(Choice(i, label, tuple(w)) for i, label, w in asked.choices) if asked else (),
        option_row=armed,
        unread=only_announced,
    )


def _asked_elsewhere(tx: Tx, world: World, incoming: Incoming, person: Person) -> outbox.Row | None:
    """What was asked on the person's other messenger can be answered here in words; its buttons are there only."""
    if len(world.channels) < 2:
        return None
    rows = [outbox.armed(tx, c.channel, c.address) for c in people.addresses(tx, person.id)]
    return max((row for row in rows if row is not None), key=lambda row: row.id, default=None)


def _handle(turn: Turn) -> None:
    registry.leave_what_is_not_theirs(turn)
    announced.tell(turn)
    try:
        match turn.incoming.kind:
            case "choice":
                _tapped(turn)
            case "text":
                _typed(turn, clean(turn.incoming.text)[:MAX_TEXT])
            case "edit":
                text = clean(turn.incoming.text)[:MAX_TEXT]
                if not text or not edits.on_edit(turn, text):
                    _typed(turn, text)
            case "file":
                _sent_file(turn)
            case "contact":
                strays.on_contact(turn)
            case _:
                strays.on_stray(turn)
    except Refused as refused:
        registry.refuse(turn, refused)


def _note_receipt(tx: Tx, incoming: Incoming, now: datetime) -> None:
    """A receipt; one that names our row instead of the person is found by the row."""
    row = outbox.get(tx, incoming.on_row) if incoming.on_row else None
    address = row.address if row is not None else incoming.address
    outbox.received(tx, incoming.channel, address, incoming.on_message, now)


def _sent_file(turn: Turn) -> None:
    """A file: the signed scan that was asked for, an edited draft, or evidence."""
    if evidence.lost(turn) or numbering.on_scan(turn, turn.incoming.files) or returned_file.on_file(turn):
        return
    evidence.on_file(turn)


def _tapped(turn: Turn) -> None:
    """A button: only those of the last message with buttons still work, any other says where things stand."""
    row = turn.option_row
    alive = row is not None and _is_of(turn.incoming, row)
    if alive and any(option.id == turn.incoming.choice for option in turn.options):
        words.choose(turn, turn.incoming.choice)
    elif not old_buttons.works(turn, turn.incoming.choice):
        if isinstance(turn.scene, Idle) and status.of_button(turn, turn.incoming.choice):
            return
        turn.say("strays/old_button")
        desk.standing(turn)


def _is_of(incoming: Incoming, row: outbox.Row) -> bool:
    """Whether a tapped button is that message's; one that is not marked as sent yet may be any."""
    if incoming.on_row:
        return incoming.on_row == row.id
    return row.external_id == "" or incoming.on_message in ("", row.external_id)


def _typed(turn: Turn, text: str) -> None:
    """Words: a code, a word that works anywhere, an offered choice, or an answer to the scene's question."""
    if not text:
        strays.on_empty(turn)
        return
    came = started(text)
    if came is not None:
        strays.on_start(turn, came)
        return
    ordered = spoken(text)  # a command of the messenger's menu is nowhere an answer
    text = ordered or text
    if paper_desk.own_word(turn, text):
        return
    in_text = not ordered and registry.is_text_question(turn) and not paper_desk.leads_out(turn, text)
    if (not in_text or paper_desk.may_be_code(turn, text)) and not approving.names_code(turn, text):
        code = find_code(text)
        if code is not None:
            link_more.begin(turn, code)
            return
    text = other_month.named_as_last(turn, text)
    if sending.heard(turn, text, _typed) or (not in_text and own_words.paused_behind(turn, text, _typed)):
        return
    found = match_choice(
        text,
        [(o.id, o.label, o.words) for o in turn.options],
        letters=_takes_letters(turn, in_text),
        numbers=_takes_numbers(turn),
    )
    if isinstance(found, str):
        words.choose(turn, found)
    elif (
        other_month.answered(turn, text, narrow=in_text)
        or announced.heard(turn, text)
        or words.obey(turn, text, narrow=in_text)
    ):
        return
    elif not in_text and (is_greeting(text) or is_thanks(text)):
        strays.on_courtesy(turn, thanks=is_thanks(text))
    else:
        registry.answer(turn, text)


def _takes_letters(turn: Turn, in_text: bool) -> bool:
    """Whether a letter picks a choice: not where free words are asked for, unless the messenger showed the letters.

    Who approves names the code, never a place.
    """
    if isinstance(turn.scene, Approving):
        return False
    able = turn.world.channels[turn.incoming.channel]
    return not in_text or not able.buttons or len(turn.options) > able.most_buttons


_PAGES = {"progress", "totals", "nudge"}  # choices beside which no figure can be meant


def _takes_numbers(turn: Turn) -> bool:
    """Whether «1» picks a choice too: where nothing is asked, and no figure can be meant."""
    verbs = {split_id(option.id)[0] for option in turn.options}
    return isinstance(turn.scene, Idle) and bool(verbs) and verbs <= _PAGES


def _show(turn: Turn) -> None:
    """Let the scene speak; a scene may hand on to another."""
    for _ in range(MAX_SHOWS):
        if not turn.to_show:
            return
        turn.to_show = False
        registry.show(turn)
