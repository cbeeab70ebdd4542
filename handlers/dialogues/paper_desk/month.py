"""Which month's report the office is writing, and whether this person may."""

from handlers.dialogues.period import paper_campaign
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.reading.commands import Command
from storage.queries import campaigns
from storage.queries.campaigns import Campaign

RIGHT = "write_report"


def the_campaign(turn: Turn, order: Command | None = None) -> Campaign | None:
    """The campaign of the month named, else of the newest; None where there is none (said so).

    Raises Refused("no_right").
    """
    check(turn)
    if order is not None and order.argument:
        return paper_campaign(turn, order)
    found = campaigns.latest(turn.tx)
    if found is None:
        turn.say("idle/nothing_open")
    return found


def check(turn: Turn) -> None:
    if not turn.may_somewhere(RIGHT):
        raise Refused("no_right", action=RIGHT)
