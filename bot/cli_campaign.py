"""`baocao campaign open` and `campaign status`."""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli_frame import FOUND, Command, group
from bot.cli_office import database, present
from reporting.errors import WrongUse
from templates.cli import help as words
from templates.cli import office as wording

if TYPE_CHECKING:
    from reporting.periods import Month

app = group(words.CAMPAIGN)

Period = Annotated[str, typer.Argument(metavar=words.META_PERIOD, help=words.CAMPAIGN_PERIOD)]


@app.command("open", cls=Command, help=words.CAMPAIGN_OPEN)
def open_now(period: Period) -> None:
    """Opens a month's campaign at this moment, whatever the day. One that is open already stays as it is.

    Exit code 1 where there is no unit to ask.
    """
    month = month_of(period)
    from bot.app import make_world
    from bot.messengers import in_use
    from bot.settings import load
    from handlers.actions.open_campaign import open_campaign
    from handlers.turn import Context
    from reporting.schedule import opened_at, stages
    from storage.queries import units

    settings = load()
    world = make_world(settings, channels=in_use(settings))
    with database(settings) as base, base.begin() as tx:
        if not units.all_units(tx):
            print(wording.no_units(str(month)))
            raise typer.Exit(FOUND)
        now = present(tx)
        planned = opened_at(stages(month, world.profile), now, world.profile)
        opened = open_campaign(Context(tx, world, now), month, planned)
    if opened is None:
        print(wording.campaign_exists(str(month)))
        return
    print(wording.campaign_opened(str(month), opened.units, opened.people))
    for name in opened.unreachable:
        print(wording.unreachable(name))
    for name in opened.stopped:
        print(wording.stopped(name))


@app.command("status", cls=Command, help=words.CAMPAIGN_STATUS)
def status(period: Period) -> None:
    """Prints how far a campaign is and who is missing. Exit code 1 when it was never opened."""
    month = month_of(period)
    from bot.clock import ZONE
    from bot.settings import load
    from reporting.text import sort_key
    from storage.queries import assignments, campaigns
    from storage.queries import units as unit_rows

    with database(load()) as base, base.read() as tx:
        campaign = campaigns.by_period(tx, str(month))
        if campaign is None:
            print(wording.no_campaign(str(month)))
            raise typer.Exit(FOUND)
        rows = assignments.of_campaign(tx, campaign.id)
        units = {unit.id: unit for unit in unit_rows.all_units(tx)}
    due = campaign.stages["due"].astimezone(ZONE)
    print(wording.campaign_state(str(month), campaign.state, f"{due:%d/%m/%Y %H:%M}"))
    grassroots = [row for row in rows if units[row.unit_id].kind == "grassroots"]
    sent = sum(1 for row in grassroots if row.sent)
    print(wording.progress(len(grassroots), sent, sum(row.late for row in grassroots)))
    missing = [(units[row.unit_id].name, row.state) for row in grassroots if row.state != "submitted"]
    for name, state in sorted(missing, key=lambda pair: sort_key(pair[0])):
        print(wording.missing(name, state))
    for row in rows:
        if row not in grassroots:
            print(wording.office_form(units[row.unit_id].name, row.state))


def month_of(text: str) -> "Month":
    """The month named on the command line. Raises WrongUse."""
    from reporting.periods import Month

    try:
        return Month.parse(text)
    except WrongUse:
        raise WrongUse(wording.bad_period(text)) from None
