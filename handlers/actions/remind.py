"""What goes out by itself after the opening: reminders, the overdue notice and its list, the end of the review."""

from collections.abc import Sequence

from handlers.actions.entry_tasks import awaiting_entry
from handlers.actions.open_campaign import REPORTER_ROLES, Figures, last_figures
from handlers.actions.request_correction import office_facts
from handlers.choices import choice, prompt_choices
from handlers.messages import Choice
from handlers.report import load
from handlers.turn import Context
from reporting.periods import Month
from reporting.text import sort_key
from storage.queries import assignments, campaigns, outbox, people, units
from storage.queries.assignments import Assignment
from storage.queries.campaigns import Campaign
from storage.queries.people import Membership
from templates.notices import news, report_notice
from templates.render import render


def waiting(ctx: Context, campaign: Campaign, stage: str) -> list[Assignment]:
    """Whom a stage is about: a reminder those who have something to send, the later notices those who never sent."""
    asked = assignments.of_campaign(ctx.tx, campaign.id)
    return [a for a in asked if (a.state != "submitted" if stage == "reminder" else not a.sent)]


def remind(ctx: Context, campaign: Campaign, stage: str) -> int:
    """One message for each person with units that have not sent; who has sent hears nothing. Returns how many.

    Nor is a unit reminded whose photo waits for the office, unless it has begun to answer itself; only at the lock is
    it told that nothing was entered.
    """
    entering = awaiting_entry(ctx) if stage != "locked_unsent" else set()
    asked = [a for a in waiting(ctx, campaign, stage) if a.id not in entering or a.state == "draft"]
    open_ones = {a.unit_id: a for a in asked}
    holders = [m for m in people.all_holders(ctx.tx, REPORTER_ROLES, ctx.now) if m.unit_id in open_ones]
    contacts = ctx.contacts({m.person_id for m in holders})
    duties: dict[int, list[Membership]] = {}
    for member in holders:
        duties.setdefault(member.person_id, []).append(member)
    names = people.names(ctx.tx, list(duties))
    past = last_figures(ctx, campaign.period)
    messages = []
    for person_id, duty in duties.items():
        own = [open_ones[m.unit_id] for m in duty]
        states = [_state(ctx, a) for a in own]
        text = render(
            f"schedule/{stage}", name=names[person_id], month=Month.parse(campaign.period),
            province=duty[0].unit.kind == "province",
            units=[{"name": m.unit.name, "state": state} for m, state in zip(duty, states, strict=True)],
            due=campaign.stages["due"], locks=campaign.stages["locks"],
            today=ctx.now.astimezone(ctx.world.profile.zone).date(),
            **office_facts(ctx),
        )  # fmt: skip
        offers = _choices(ctx, duty, own, states, past) if stage != "locked_unsent" else []
        told = [m.unit.name for m in duty]
        messages.append((person_id, text, offers, _notice(campaign, stage, told)))
    ctx.tell_each(messages, contacts)
    return len(messages)


def _notice(campaign: Campaign, stage: str, told: Sequence[str]) -> outbox.Notice:
    stages = campaign.stages
    kind = "due_soon" if stage == "reminder" else "overdue"
    return report_notice(kind, told, campaign.period, stages["due"], locks=stages["locks"])


def _state(ctx: Context, assignment: Assignment) -> str:
    """Where a report stands; `ready`: a draft of which nothing is open, and that only has to be sent."""
    if assignment.state != "draft":
        return assignment.state
    sheet = load(ctx.tx, ctx.world, assignment.id, ctx.now).sheet
    return "draft" if sheet.open_questions() or sheet.violations() else "ready"


def _choices(
    ctx: Context,
    duty: Sequence[Membership],
    own: Sequence[Assignment],
    states: Sequence[str],
    past: Figures,
) -> list[Choice]:
    if len(duty) > 1 or states[0] == "open":
        return prompt_choices(ctx.world, list(zip(duty, own, strict=True)), past)
    if states[0] == "ready":
        return [choice("send"), choice("view"), choice("later", own[0].id)]
    return [choice("resume", own[0].id), choice("later", own[0].id)]


def overdue_lists(ctx: Context, campaign: Campaign) -> None:
    """Tell superiors and the office which units have not sent."""
    _lists(ctx, campaign, "overdue_list", roles=("superior", "office"))


def review_ended(ctx: Context, campaign: Campaign) -> None:
    """Tell the office that the superiors' review is over, with the missing units by name."""
    _lists(ctx, campaign, "review_ended", roles=("office",))


def lock(ctx: Context, campaign: Campaign) -> None:
    """Lock the month; who has not sent and the office are told. What was returned stands as it was last sent."""
    remind(ctx, campaign, "locked_unsent")
    for returned in (a for a in waiting(ctx, campaign, "reminder") if a.sent):
        assignments.set_state(ctx.tx, returned.id, state="submitted", returned=None)
        ctx.audit(None, "return_lapsed", "assignment", returned.id)
    campaigns.set_state(ctx.tx, campaign.id, "locked")
    ctx.audit(None, "lock", "campaign", campaign.id, period=campaign.period)
    _lists(ctx, campaign, "locked", roles=("office",))


def _lists(ctx: Context, campaign: Campaign, template: str, *, roles: tuple[str, ...]) -> None:
    every = {unit.id: unit for unit in units.all_units(ctx.tx)}
    asked = [a for a in assignments.of_campaign(ctx.tx, campaign.id) if every[a.unit_id].kind == "grassroots"]
    entering = awaiting_entry(ctx)
    chairs = {m.unit_id: m.person_id for m in people.all_holders(ctx.tx, ("chair",), ctx.now)}
    names = people.names(ctx.tx, list(chairs.values()))
    province = {unit.id for unit in every.values() if unit.kind == "province"}
    for holder in people.all_holders(ctx.tx, roles, ctx.now):
        own = [
            a
            for a in asked
            if holder.unit_id in province or holder.unit_id in (a.unit_id, every[a.unit_id].parent_id)
        ]
        missing = sorted((a for a in own if not a.sent), key=lambda a: sort_key(every[a.unit_id].name))
        rows = [
            {
                "unit": every[a.unit_id].name,
                "chair": names.get(chairs.get(a.unit_id, 0), ""),
                "state": "entry" if a.id in entering else a.state,
            }
            for a in missing
        ]
        text = render(
            f"schedule/{template}", name="", month=Month.parse(campaign.period), total=len(own), missing=rows,
            due=campaign.stages["due"], locks=campaign.stages["locks"], superior=holder.role == "superior",
            review_ends=campaign.stages["review_ends"], reviewing=ctx.now < campaign.stages["review_ends"],
        )  # fmt: skip
        offers = [choice("nudge")] if rows and template == "overdue_list" else []
        ctx.tell(
            [holder.person_id], text, offers, news("locked" if template == "locked" else "units_missing")
        )
