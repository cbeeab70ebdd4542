"""«Tổng hợp [kỳ]»: the totals of a period by section, beside the one before and last year's, with coverage."""

from collections.abc import Collection
from typing import Any

from handlers.choices import choice
from handlers.dialogues import history, totals_facts
from handlers.dialogues.period import asked_period
from handlers.dialogues.progress import visible_units
from handlers.scenes import Idle
from handlers.turn import Turn, subtree
from reporting.errors import Refused
from reporting.forms.model import Form
from reporting.periods import Period, SoFar, Span
from reporting.reading.commands import Command
from reporting.summary import Comparison
from reporting.totals import compare, compare_alike, summarise
from storage.queries import assignments, campaigns, submissions, units
from storage.queries.campaigns import Campaign
from storage.queries.units import Unit


def show(turn: Turn, order: Command) -> None:
    """The summary for what this person may see; a chair sees the own unit's history instead."""
    if not turn.may_somewhere("see_totals"):
        if turn.may_somewhere("see_own_history"):
            history.show(turn, order)
            return
        raise Refused("no_right", action="see_totals")
    period = asked_period(turn, order.argument)
    if period is not None:
        tell(turn, period)


def tell(turn: Turn, period: Period, *, under: Unit | None = None, codes: Collection[str] = ()) -> None:
    """The totals of a period, of the units under one superior union alone, of some lines alone."""
    begun = begun_of(turn, period)
    if begun is None:
        turn.say("progress/not_begun")
        return
    seen, forms = seen_under(turn, under)
    back = stock_back_of(turn, begun)
    compared = comparison(turn, begun, [u.id for u in seen], forms, back)
    if not any(total.reported or total.value is not None for total in compared.now.totals.values()):
        turn.say("totals/nothing", period=begun, under=under.name if under else "")
        return
    months = _by_month(turn, begun, seen, forms)
    stock = begun.months()[len(begun.months()) - 1 - back]
    name = under.name if under else ""
    if codes:
        head = totals_facts.heading(turn, compared, months, stock)
        meant = [line for line in totals_facts.lines(compared, forms) if line["code"] in codes]
        turn.say("totals/lines", under=name, lines=meant, **head)
    else:
        turn.say("totals/show", under=name, **totals_facts.facts(turn, compared, forms, months, stock))
    if isinstance(turn.scene, Idle):
        turn.offer(choice("totals" if codes else "progress"))


def seen_under(turn: Turn, under: Unit | None) -> tuple[list[Unit], list[Form]]:
    """The units whose totals this person sees, of one superior union alone where one is named; and their forms."""
    seen = visible_units(turn, "see_totals")
    if under is not None:
        below = subtree(seen, [under.id])
        seen = [unit for unit in seen if unit.id in below]
    return seen, [f for f in turn.world.forms.values() if any(unit.kind == f.audience for unit in seen)]


def begun_of(turn: Turn, period: Period) -> Period | None:
    """The part of a period that was asked for: of a span, from the first month that was opened to the newest."""
    if not isinstance(period, Span):
        return period
    opened = set(campaigns.all_periods(turn.tx))
    newest = max(opened, default="")
    begun = [month for month in period.months() if str(month) <= newest]
    if not begun:
        return None
    skip = next((place for place, month in enumerate(begun) if str(month) in opened), 0)
    whole = not skip and len(begun) == len(period.months())
    return period if whole else SoFar(period, len(begun), skip)


def stock_back_of(turn: Turn, period: Period) -> int:
    """How many months before the last of several the stocks are taken from: from the last whose reports were due."""
    months = period.months()
    for back in range(len(months) if len(months) > 1 else 0):
        campaign = campaigns.by_period(turn.tx, str(months[len(months) - 1 - back]))
        if campaign is not None and (turn.now > campaign.stages["due"] or _all_sent(turn, campaign)):
            return back
    return 0


def _all_sent(turn: Turn, campaign: Campaign) -> bool:
    return all(a.sent for a in assignments.of_campaign(turn.tx, campaign.id))


def _by_month(turn: Turn, period: Period, seen: list[Unit], forms: list[Form]) -> list[dict[str, Any]]:
    """Of each of several months how many units sent."""
    if len(period.months()) == 1:
        return []
    figures = submissions.figures_of_periods(turn.tx, {str(month) for month in period.months()})
    each = [
        (month, summarise(seen, forms, figures, month, cut_off=turn.world.profile.cut_off))
        for month in period.months()
    ]
    return [{"month": m, "submitted": one.submitted, "expected": one.expected} for m, one in each]


def alike(
    turn: Turn, period: Period, seen: list[Unit], forms: list[Form], stock_back: int, beside: Period
) -> Comparison:
    """The period and the one `beside` it, each line over those of these units that gave it in both."""
    figures = _figures(turn, {unit.id for unit in seen}, period, beside)
    cut_off = turn.world.profile.cut_off
    return compare_alike(seen, forms, figures, period, cut_off=cut_off, stock_back=stock_back, beside=beside)


def comparison(
    turn: Turn, period: Period, unit_ids: Collection[int], forms: list[Form], stock_back: int = 0
) -> Comparison:
    """The period, the one before and last year's, over these units."""
    wanted = set(unit_ids)
    roster = [unit for unit in units.all_units(turn.tx) if unit.id in wanted]
    figures = _figures(turn, wanted, period, period.previous())
    late: set[int] = set()
    for month in period.months():
        campaign = campaigns.by_period(turn.tx, str(month))
        if campaign is not None:
            late |= {a.unit_id for a in assignments.of_campaign(turn.tx, campaign.id) if a.late}
    cut_off = turn.world.profile.cut_off
    return compare(roster, forms, figures, period, cut_off=cut_off, late=late, stock_back=stock_back)


def _figures(turn: Turn, wanted: set[int], period: Period, beside: Period) -> list[submissions.UnitFigures]:
    """What these units sent for the period, the one beside it and last year's."""
    months = {str(m) for p in (period, beside, period.same_last_year()) for m in p.months()}
    return [f for f in submissions.figures_of_periods(turn.tx, months) if f.unit_id in wanted]
