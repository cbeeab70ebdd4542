"""Which period a person means: the one named, or the newest month asked for."""

from handlers.turn import Turn
from reporting.periods import Month, Period
from reporting.reading.typed_period import period_in
from storage.queries import campaigns


def asked_period(turn: Turn, argument: str) -> Period | None:
    """The period in what was typed after a command; None when it cannot be told (said so)."""
    newest = campaigns.latest(turn.tx)
    if newest is None:
        turn.say("progress/nothing_yet")
        return None
    now = Month.parse(newest.period)
    if not argument.strip():
        return now
    typed = period_in(argument)
    period = typed.resolve(now) if typed is not None else None
    if period is None:
        turn.say("progress/which_period", text=argument)
    return period


def asked_month(turn: Turn, argument: str) -> Month | None:
    """The same where only a month will do."""
    period = asked_period(turn, argument)
    if period is None or isinstance(period, Month):
        return period
    turn.say("progress/month_only")
    return None
