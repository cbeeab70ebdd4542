"""The day to bring the report to leadership is over and nothing was: the office is told once, with what is lacking."""

from handlers.actions.figure_decisions import not_in_it, undecided
from handlers.actions.request_correction import office_people
from handlers.actions.written import office_choices
from handlers.lacking import what_lacks
from handlers.papers import Paper, findings, newest, standing
from handlers.turn import Context
from reporting.documents.checks import blocking
from storage.queries import campaigns
from storage.queries.campaigns import Campaign
from templates.notices import paper_notice
from templates.render import render

BEFORE_LEADERSHIP = ("submitted", "approved", "issued")


def remind_to_submit(ctx: Context, campaign: Campaign) -> None:
    """Tell the office, unless some version of the month lies with leadership or is out."""
    if newest(ctx, campaign, *BEFORE_LEADERSHIP) is not None:
        return
    paper = newest(ctx, campaign)
    latest = campaigns.latest(ctx.tx)
    text = render(
        "schedule/not_submitted", month=campaign.period, submit_by=campaign.stages["submit_by"],
        paper=standing(paper) if paper else None, held=_held(ctx, paper) if paper else [],
        lacking=what_lacks(ctx.tx, ctx.world, campaign), now=latest is not None and latest.id == campaign.id,
    )  # fmt: skip
    notice = paper_notice("not_submitted", campaign.period)
    ctx.tell(office_people(ctx), text, office_choices(paper) if paper else [], notice)


def _held(ctx: Context, paper: Paper) -> list[str]:
    """What keeps a draft back, one message each: errors, figures to decide, sections changed since."""
    if paper.document.state != "draft":
        return []
    errors = blocking(findings(paper))
    waiting = undecided(ctx, paper.campaign)
    parts = [render("schedule/_error", finding=finding) for finding in errors]
    if waiting:
        parts.append(render("schedule/_undecided", count=len(waiting.changed)))
    sections = not_in_it(ctx, paper)
    if sections:
        parts.append(render("schedule/_newer", sections=sections))
    return parts
