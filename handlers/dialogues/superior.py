"""A superior union, or the office, nudges the units that have not sent."""

from handlers.actions.nudge import nudge
from handlers.dialogues import progress
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.reading.commands import Command
from reporting.reading.match import find_units


def nudge_late(turn: Turn, order: Command) -> None:
    """«Nhắc [đơn vị]»: those of one's own units that have not sent, at most once a day each."""
    if not turn.may_somewhere("nudge"):
        raise Refused("no_right")
    campaign, missing = progress.missing_units(turn, "nudge")
    if campaign is None:
        turn.say("progress/none_open")
        return
    named = (
        find_units(order.argument, [(u.id, u.name, u.code) for u, _ in missing]) if order.argument else None
    )
    chosen = [(u, a) for u, a in missing if named is None or u.id in named[:1]]
    if not chosen:
        turn.say("progress/nobody_to_nudge", text=order.argument)
        return
    done = nudge(turn, campaign, chosen)
    turn.say(
        "progress/nudged", nudged=done.nudged, today_already=done.already, unreachable=done.unreachable,
        stopped=done.stopped, entering=done.entering,
    )  # fmt: skip
