"""The door: one stored message in, one transaction's worth of effects out."""

from datetime import datetime

from handlers.dialogues import desk, edits, evidence, guest, link_more, registry, strays, words
from handlers.dialogues.paper import approving, numbering, returned_file, status
from handlers.dialogues.paper_desk import table as paper_desk
from handlers.messages import Choice, Incoming
from handlers.scenes import Approving, Idle, from_state, to_state
from handlers.turn import Context, Turn
from handlers.world import World
from reporting.errors import Refused
from reporting.reading.codes import find_code
from reporting.reading.commands import is_greeting, is_thanks
from reporting.reading.match import match_choice
from reporting.text import clean
from storage.database import Tx
from storage.queries import conversations, outbox, people
from storage.queries.people import Person

MAX_TEXT = 4096
MAX_SHOWS = 8


def receive(tx: Tx, world: World, incoming: Incoming, inbox_id: int, now: datetime) -> None:
    """Handle one message inside the caller's transaction: answers, state, audit and replies are all in it."""
    person = people.by_contact(tx, incoming.channel, incoming.address)
    newly_linked = False
    if person is None:
        person = guest.handle(Context(tx, world, now), incoming)
        if person is None:
            return
        newly_linked = True
    turn = open_turn(tx, world, incoming, inbox_id, now, person)
    before = type(turn.scene)
    if newly_linked:
        desk.welcome(turn)
    else:
        _handle(turn)
    _show(turn)
    turn.spent = turn.spent or type(turn.scene) is not before
    turn.flush()
    conversations.save(tx, person.id, to_state(turn.scene), now)


def open_turn(tx: Tx, world: World, incoming: Incoming, inbox_id: int, now: datetime, person: Person) -> Turn:
    """Lock the person, and load where their conversation stands and which buttons still work."""
    people.lock(tx, person.id)
    people.touch(tx, incoming.channel, incoming.address, now)
    armed = outbox.armed(tx, incoming.channel, incoming.address)
    return Turn(
        tx=tx,
        world=world,
        now=now,
        incoming=incoming,
        inbox_id=inbox_id,
        person=person,
        memberships=people.memberships(tx, person.id, now),
        scene=from_state(conversations.load(tx, person.id)),
        options=tuple(Choice(i, label, tuple(w)) for i, label, w in armed.choices) if armed else (),
        option_row=armed,
    )


def _handle(turn: Turn) -> None:
    registry.leave_what_is_not_theirs(turn)
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
            case "file" if numbering.on_scan(turn, turn.incoming.files):
                pass
            case "file" if returned_file.on_file(turn):
                pass
            case "file":
                evidence.on_file(turn)
            case _:
                strays.on_stray(turn)
    except Refused as refused:
        registry.refuse(turn, refused)


def _tapped(turn: Turn) -> None:
    """A button: only those of the last message with buttons still work, any other says where things stand."""
    row = turn.option_row
    alive = row is not None and (row.external_id == "" or turn.incoming.on_message in ("", row.external_id))
    if alive and any(option.id == turn.incoming.choice for option in turn.options):
        words.choose(turn, turn.incoming.choice)
    else:
        if isinstance(turn.scene, Idle) and status.of_button(turn, turn.incoming.choice):
            return
        turn.say("strays/old_button")
        desk.standing(turn)


def _typed(turn: Turn, text: str) -> None:
    """Words: a code, a word that works anywhere, an offered choice, or an answer to the scene's question."""
    if not text:
        strays.on_empty(turn)
        return
    if paper_desk.own_word(turn, text):
        return
    in_text = registry.is_text_question(turn) and not paper_desk.leads_out(turn, text)
    if (not in_text or paper_desk.may_be_code(turn, text)) and not approving.names_code(turn, text):
        code = find_code(text)
        if code is not None:
            link_more.begin(turn, code)
            return
    naming = in_text or isinstance(turn.scene, Approving)  # who approves names the code, not a place
    found = match_choice(text, [(o.id, o.label, o.words) for o in turn.options], letters=not naming)
    if isinstance(found, str):
        words.choose(turn, found)
    elif words.obey(turn, text, narrow=in_text):
        return
    elif not in_text and (is_greeting(text) or is_thanks(text)):
        strays.on_courtesy(turn, thanks=is_thanks(text))
    else:
        registry.answer(turn, text)


def _show(turn: Turn) -> None:
    """Let the scene speak; a scene may hand on to another."""
    for _ in range(MAX_SHOWS):
        if not turn.to_show:
            return
        turn.to_show = False
        registry.show(turn)
