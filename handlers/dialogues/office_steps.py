"""The office's next steps of a month: its own form, units that are missing, the report as far as it has come."""

from dataclasses import dataclass
from typing import Any

from handlers.actions.written import office_choices
from handlers.choices import choice
from handlers.dialogues import progress
from handlers.dialogues.paper.lacking_parts import lacks
from handlers.messages import Choice
from handlers.papers import Paper, findings, newest, scans, standing
from handlers.turn import Turn
from reporting.documents.checks import blocking
from reporting.periods import Month
from storage.queries import assignments, campaigns
from storage.queries.campaigns import Campaign

_TO_DO = ("draft", "submitted", "returned", "approved", "composing", "stale")


@dataclass(frozen=True, slots=True)
class Steps:
    """`months`: the facts of each month in which there is something to do; `choices`: what can be done at once."""

    months: tuple[dict[str, Any], ...]
    choices: tuple[Choice, ...]


def steps(turn: Turn) -> Steps:
    """The newest month, and the one before while its report is not out."""
    newest_one = campaigns.latest(turn.tx)
    if newest_one is None:
        return Steps((), ())
    before = campaigns.by_period(turn.tx, str(Month.parse(newest_one.period).previous()))
    months: list[dict[str, Any]] = []
    choices: list[Choice] = []
    for campaign in [c for c in (before, newest_one) if c is not None]:
        paper = newest(turn, campaign)
        if campaign is before and (paper is None or paper.document.state not in _TO_DO):
            continue
        facts, can = _of_month(turn, campaign, paper)
        if facts["form"] or facts["missing"] or facts["paper"]:
            months.append(facts)
            choices += [c for c in can if c.id not in {one.id for one in choices}]
    return Steps(tuple(months), tuple(choices))


def _of_month(turn: Turn, campaign: Campaign, paper: Paper | None) -> tuple[dict[str, Any], list[Choice]]:
    form, form_choices = _own_form(turn, campaign)
    missing = _missing(turn, campaign)
    nudge = [choice("nudge")] if missing and turn.may_somewhere("nudge") else []
    state, paper_choices = _paper(turn, campaign, paper)
    facts = {
        "month": campaign.period,
        "form": form,
        "missing": missing,
        "due": campaign.stages["due"],
        **state,
    }
    return facts, [*form_choices, *nudge, *paper_choices]


def _own_form(turn: Turn, campaign: Campaign) -> tuple[str, list[Choice]]:
    """The state of the office's own form while it can be filled, "" once it was sent."""
    own = [
        a
        for m in turn.memberships
        if m.unit.kind == "province" and turn.may("fill_office_form", m.unit_id)
        for a in assignments.of_units(turn.tx, [m.unit_id], campaign.id)
        if a.state != "submitted" and campaign.state == "open"
    ]
    if not own:
        return "", []
    return own[0].state, [choice("start" if own[0].state == "open" else "resume", own[0].id)]


def _missing(turn: Turn, campaign: Campaign) -> int:
    """How many units may still send and have not."""
    if campaign.state != "open":
        return 0
    asked = {a.unit_id: a for a in assignments.of_campaign(turn.tx, campaign.id)}
    seen = [
        u for u in progress.visible_units(turn, "see_progress") if u.kind == "grassroots" and u.id in asked
    ]
    return sum(1 for unit in seen if asked[unit.id].state != "submitted")


def _paper(turn: Turn, campaign: Campaign, paper: Paper | None) -> tuple[dict[str, Any], list[Choice]]:
    """What the report waits for: composing, mending, a leader, its number, the signed scan."""
    if not turn.may_somewhere("compose_report"):
        return {"paper": "", "lacking": 0, "errors": 0}, []
    if paper is None:
        lacking = lacks(turn, campaign)
        count = len(lacking.sections) + len(lacking.lists) + bool(lacking.undecided)
        return {"paper": "none", "lacking": count, "errors": 0}, [choice("compose_paper")]
    state = paper.document.state
    if state == "issued" and scans(paper):
        return {"paper": "", "lacking": 0, "errors": 0}, []
    errors = len(blocking(findings(paper))) if state == "draft" else 0
    facts = {**standing(paper), "paper": state, "lacking": 0, "errors": errors}
    can = [] if state in ("submitted", "composing") else office_choices(paper)
    return facts, [c for c in can if not c.id.startswith("drop_override")]
