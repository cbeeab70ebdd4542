"""Which month's report the office is writing, and whether this person may."""

from handlers.dialogues.period import asked_month
from handlers.turn import Turn
from reporting.errors import Refused
from storage.queries import campaigns
from storage.queries.campaigns import Campaign

RIGHT = "write_report"


def the_campaign(turn: Turn, argument: str = "") -> Campaign | None:
    """The campaign of the month named, else of the newest; None where there is none (said so).

    Raises Refused("no_right").
    """
    check(turn)
    if argument:
        month = asked_month(turn, argument)
        named = campaigns.by_period(turn.tx, str(month)) if month else None
        if month and named is None:
            turn.say("progress/no_campaign", month=month)
        return named
    found = campaigns.latest(turn.tx)
    if found is None:
        turn.say("idle/nothing_open")
    return found


def check(turn: Turn) -> None:
    if not turn.may_somewhere(RIGHT):
        raise Refused("no_right", action=RIGHT)
