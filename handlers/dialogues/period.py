"""Which period a person means: the one named, or the newest month asked for."""

from handlers.turn import Turn
from reporting.periods import Month, Period
from reporting.reading.commands import Command
from reporting.reading.typed_period import period_in
from storage.queries import campaigns
from storage.queries.campaigns import Campaign


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


def paper_campaign(turn: Turn, order: Command) -> Campaign | None:
    """The month whose report a command is about; None where it cannot be told, or was never opened (said so).

    A month alone that is still to come is not taken for last year's: something would be done for the wrong year.
    """
    period = asked_period(turn, order.argument)
    if period is None:
        return None
    newest = campaigns.latest(turn.tx)
    now = Month.parse(newest.period) if newest is not None else None
    typed = period_in(order.argument)
    ahead = typed.ahead(now) if typed is not None and now is not None else None
    if ahead is None and not isinstance(period, Month):
        turn.say("paper/month_only", doing=order.name)
        return None
    campaign = campaigns.by_period(turn.tx, str(ahead or period))
    if campaign is None:
        month = ahead or period
        coming = now is not None and isinstance(month, Month) and month > now
        turn.say(
            "paper/month_not_open",
            month=month,
            doing=order.name,
            coming=coming,
            last=period if ahead else None,
        )
    return campaign
