"""Which month's report the office is writing, and whether this person may."""

from handlers.turn import Turn
from reporting.errors import Refused
from storage.queries import campaigns
from storage.queries.campaigns import Campaign

RIGHT = "write_report"


def the_campaign(turn: Turn) -> Campaign | None:
    """The newest month's campaign; None where there is none (said so). Raises Refused("no_right")."""
    check(turn)
    found = campaigns.latest(turn.tx)
    if found is None:
        turn.say("idle/nothing_open")
    return found


def check(turn: Turn) -> None:
    if not turn.may_somewhere(RIGHT):
        raise Refused("no_right")
