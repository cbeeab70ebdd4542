"""Everything a month's report is composed of, read from storage."""

from dataclasses import replace
from datetime import datetime

from handlers.kept_sections import lacking, loose_figures, still_there
from handlers.world import World
from reporting.documents.awards import from_fields
from reporting.documents.codec import load_material
from reporting.documents.freeze import freeze
from reporting.documents.model import (
    LISTS,
    Material,
    Override,
    PlannedTask,
    Snapshot,
)
from reporting.documents.sections import Section
from reporting.errors import Broken
from reporting.periods import Month
from reporting.totals import compare
from storage.database import Tx
from storage.queries import (
    assignments,
    campaigns,
    documents,
    list_items,
    overrides,
    passages,
    submissions,
    units,
)
from storage.queries.campaigns import Campaign


def gather(tx: Tx, world: World, month: Month, now: datetime) -> Material:
    """The material of a month as it stands now: figures frozen, prose, lists, overrides.

    The snapshot keeps what the units sent; `reporting.documents.paper_figures` puts the overrides over it.
    Raises Broken if the month was never opened.
    """
    campaign = campaigns.by_period(tx, str(month))
    if campaign is None:
        raise Broken(f"no campaign {month}")
    return with_the_offices_part(tx, campaign, snapshot(tx, world, month, now))


def snapshot(tx: Tx, world: World, month: Month, now: datetime) -> Snapshot:
    """The month's figures as the units sent them, at this moment."""
    wanted = {str(m) for m in (month, month.previous(), month.same_last_year())}
    roster = units.all_units(tx)
    sent = submissions.figures_of_periods(tx, wanted)
    campaign = campaigns.by_period(tx, str(month))
    asked = assignments.of_campaign(tx, campaign.id) if campaign else []
    late = {assignment.unit_id for assignment in asked if assignment.late}
    forms, cut_off = list(world.forms.values()), world.profile.cut_off
    compared = compare(roster, forms, sent, month, cut_off=cut_off, late=late)
    return freeze(compared, forms, roster, sent, at=now, cut_off=cut_off)


def with_the_offices_part(tx: Tx, campaign: Campaign, figures: Snapshot) -> Material:
    """Those figures with the prose, the lists and the overrides of their month as they stand now."""
    lines = list_items.of_campaign(tx, campaign.id)
    return Material(
        figures,
        narratives=_prose(tx, campaign, "narrative"),
        kept=_prose(tx, campaign, "kept"),
        lists={name: tuple(item.text for item in lines[name]) for name in LISTS if name in lines},
        awards=tuple(from_fields(item.fields) for item in lines.get("awards", ())),
        tasks=tuple(item.text for item in lines.get("tasks", ())),
        planned=_planned(tx, figures.period),
        overrides=_overrides(tx, campaign),
        unkept=lacking(tx, campaign, figures),
        removed=still_there(tx, campaign),
        loose=loose_figures(tx, campaign),
    )


def _overrides(tx: Tx, campaign: Campaign) -> tuple[Override, ...]:
    """Those that stand, each with what the units had reported when it was written."""
    standing = overrides.standing(tx, campaign.id)
    before = documents.latest(tx, campaign.id) if standing else None
    if before is None:
        return tuple(standing[tag].override for tag in sorted(standing))
    material = load_material(documents.material(tx, before.id))
    known = {(o.tag, o.value, o.reason): o.before for o in material.overrides}
    found = []
    for tag in sorted(standing):
        own, figure = standing[tag].override, material.snapshot.figures.get(tag)
        reported = figure.value if figure else None
        found.append(replace(own, before=known.get((own.tag, own.value, own.reason), reported)))
    return tuple(found)


def _prose(tx: Tx, campaign: Campaign, kind: passages.PassageKind) -> dict[Section, tuple[str, ...]]:
    found = passages.latest(tx, campaign.id, kind)
    return {section: passage.paragraphs for section, passage in found.items()}


def _planned(tx: Tx, month: Month) -> tuple[PlannedTask, ...]:
    """What last month's report planned, with what became of it."""
    before = campaigns.by_period(tx, str(month.previous()))
    items = list_items.of_list(tx, before.id, "tasks") if before else []
    return tuple(PlannedTask(item.text, item.outcome, str(item.fields.get("reason", ""))) for item in items)
