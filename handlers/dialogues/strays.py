"""Stickers, voice, places, group chats, empty messages: one courteous sentence each."""

from handlers.dialogues import desk
from handlers.scenes import Idle
from handlers.turn import Turn

KNOWN = ("sticker", "voice", "location", "group")


def on_stray(turn: Turn) -> None:
    """Say what the bot can take, and show the question again if one is open."""
    kind = turn.incoming.kind
    turn.say(f"strays/{kind if kind in KNOWN else 'other'}")
    if kind != "group" and not isinstance(turn.scene, Idle):
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
