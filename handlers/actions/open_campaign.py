"""Open a month's campaign: an assignment for every unit that reports, and one prompt for every person."""

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.actions.request_correction import office_people
from handlers.choices import prompt_choices
from handlers.report import HISTORY_MONTHS
from handlers.turn import Context
from handlers.world import FORM_OF_KIND
from reporting.periods import Month
from reporting.schedule import Stages, open_key
from reporting.totals import existed_in
from reporting.values import Value
from storage.queries import assignments, campaigns, outbox, people, slots, submissions, units
from storage.queries.assignments import Assignment
from storage.queries.campaigns import Campaign
from storage.queries.people import Membership
from storage.queries.units import Unit
from templates.notices import news, report_notice
from templates.render import render

REPORTER_ROLES = ("chair", "deputy", "office")
Figures = Mapping[tuple[int, str], Mapping[str, Value]]  # by unit and form


@dataclass(frozen=True, slots=True)
class Opened:
    """A campaign just opened: how many units are asked, how many people were told.

    `unreachable` are units nobody of whom is linked, `stopped` those whose people want no notices.
    """

    campaign: Campaign
    units: int
    people: int
    unreachable: tuple[str, ...]
    stopped: tuple[str, ...]


def open_campaign(
    ctx: Context, month: Month, stages: Stages, *, quiet: bool = False, actor: int | None = None
) -> Opened | None:
    """Open the month; with `quiet`, tell nobody. None: it is open already."""
    campaign_id = campaigns.add(ctx.tx, str(month), ctx.now, stages.to_dict())
    if campaign_id is None:
        return None
    slots.record(ctx.tx, open_key(month), stages.opens, "done", ctx.now)
    campaign = campaigns.get(ctx.tx, campaign_id)
    start, end = month.bounds(ctx.world.profile.cut_off)
    asked = [
        unit for unit in units.all_units(ctx.tx)
        if FORM_OF_KIND.get(unit.kind) in ctx.world.forms
        and existed_in(unit, start, end)
    ]  # fmt: skip
    assignments.add_many(ctx.tx, campaign_id, [(unit.id, FORM_OF_KIND[unit.kind]) for unit in asked])
    ctx.audit(actor, "open_campaign", "campaign", campaign_id, period=str(month), units=len(asked))
    told, unreachable, stopped = _prompt_everybody(ctx, campaign, asked, quiet=quiet)
    return Opened(campaign, len(asked), told, tuple(unreachable), tuple(stopped))


def _prompt_everybody(
    ctx: Context, campaign: Campaign, asked: list[Unit], *, quiet: bool
) -> tuple[int, list[str], list[str]]:
    by_unit = {a.unit_id: a for a in assignments.of_campaign(ctx.tx, campaign.id)}
    holders = [m for m in people.all_holders(ctx.tx, REPORTER_ROLES, ctx.now) if m.unit_id in by_unit]
    contacts = ctx.contacts({m.person_id for m in holders})
    reachable = {m.unit_id for m in holders if m.person_id in contacts}
    linked = ctx.contacts({m.person_id for m in holders}, asked=True)
    unwilling = {m.unit_id for m in holders if m.person_id in linked} - reachable
    unreachable = [unit.name for unit in asked if unit.id not in reachable | unwilling]
    stopped = [unit.name for unit in asked if unit.id in unwilling]
    if quiet:
        return 0, unreachable, stopped
    duties: dict[int, list[tuple[Membership, Assignment]]] = {}
    for member in holders:
        if member.person_id in contacts:
            duties.setdefault(member.person_id, []).append((member, by_unit[member.unit_id]))
    names = people.names(ctx.tx, list(duties))
    past = last_figures(ctx, campaign.period)
    messages = [
        (
            person_id,
            _prompt(ctx, campaign, names[person_id], duty),
            prompt_choices(ctx.world, duty, past),
            _notice(ctx, campaign, duty),
        )
        for person_id, duty in duties.items()
    ]
    ctx.tell_each(messages, contacts)
    office = render("schedule/opened", month=Month.parse(campaign.period), units=len(asked), people=len(duties),
                    unreachable=unreachable, stopped=stopped, due=campaign.stages["due"])  # fmt: skip
    if unreachable or stopped:
        ctx.tell(office_people(ctx), office, notice=news("units_missing"))
    return len(duties), unreachable, stopped


def _notice(ctx: Context, campaign: Campaign, duty: list[tuple[Membership, Assignment]]) -> outbox.Notice:
    stages, told = campaign.stages, [member.unit.name for member, _ in duty]
    kind = "overdue" if ctx.now > stages["due"] else "opening"
    return report_notice(kind, told, campaign.period, stages["due"], locks=stages["locks"])


def _prompt(ctx: Context, campaign: Campaign, name: str, duty: list[tuple[Membership, Assignment]]) -> str:
    month = Month.parse(campaign.period)
    start, end = month.bounds(ctx.world.profile.cut_off)
    return render(
        "schedule/prompt", name=name, units=[member.unit.name for member, _ in duty], month=month,
        start=start, end=end, due=campaign.stages["due"], overdue=ctx.now > campaign.stages["due"],
        province=duty[0][0].unit.kind == "province",
    )  # fmt: skip


def last_figures(ctx: Context, period: str) -> Figures:
    """The figures last sent in the months before, by unit and form, read at once for everybody."""
    month = Month.parse(period)
    before = [str(month.plus(-n)) for n in range(1, HISTORY_MONTHS + 1)]
    found = submissions.figures_of_periods(ctx.tx, before)
    return {(f.unit_id, f.form): f.figures for f in sorted(found, key=lambda f: f.period)}
