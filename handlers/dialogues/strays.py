"""Stickers, voice, places, shared numbers, empty messages, /start: one courteous sentence each."""

from handlers.actions.link_request import request_link
from handlers.dialogues import desk, known_number, link_more
from handlers.scenes import Idle
from handlers.turn import Turn
from reporting.reading.codes import find_code

KNOWN = ("sticker", "voice", "location")


def on_stray(turn: Turn) -> None:
    """Say what the bot can take, and show the question again if one is open."""
    kind = turn.incoming.kind
    turn.say(f"strays/{kind if kind in KNOWN else 'other'}")
    _go_on(turn)


def on_contact(turn: Turn) -> None:
    """A number shared by somebody linked: another invitation of theirs is shown, anything else needs no number."""
    if turn.incoming.phone and not turn.incoming.vouched:
        request_link(turn, turn.incoming)
        turn.say("guest/number_noted")
        _go_on(turn)
        return
    invited = known_number.of(turn, turn.incoming.phone).invitation
    if invited is not None:
        link_more.begin(turn, invited.code, by_phone=True)
        return
    turn.say("strays/contact")
    _go_on(turn)


def on_start(turn: Turn, came: str) -> None:
    """/start, alone as a greeting, or with the code of an invitation's link."""
    code = find_code(came)
    if code is not None:
        link_more.begin(turn, code)
    elif came:
        turn.say("refused/code_unknown")
        _go_on(turn)
    else:
        on_courtesy(turn, thanks=False)


def _go_on(turn: Turn) -> None:
    """A question that is open is shown again."""
    if not isinstance(turn.scene, Idle):
        turn.enter(turn.scene)


def on_courtesy(turn: Turn, *, thanks: bool) -> None:
    """A greeting or thanks is answered in kind; then where things stand."""
    turn.say("strays/thanks" if thanks else "strays/greeting", name=turn.person.name)
    if not thanks or not isinstance(turn.scene, Idle):
        desk.standing(turn)


def on_empty(turn: Turn) -> None:
    """Nothing readable was typed."""
    turn.say("strays/empty")
    desk.standing(turn)
