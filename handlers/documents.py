"""Everything a month's report is composed of, read from storage."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from handlers.world import World
from reporting.adding import difference
from reporting.documents.freeze import freeze
from reporting.documents.model import (
    LISTS,
    Award,
    Figure,
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
from storage.queries import assignments, campaigns, list_items, overrides, passages, submissions, units
from storage.queries.campaigns import Campaign


def gather(tx: Tx, world: World, month: Month, now: datetime) -> Material:
    """The material of a month as it stands now: figures frozen and overridden, prose, lists.

    Raises Broken if the month was never opened.
    """
    campaign = campaigns.by_period(tx, str(month))
    if campaign is None:
        raise Broken(f"no campaign {month}")
    return _with_the_offices_part(tx, campaign, Material(snapshot(tx, world, month, now)))


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


def overridden(frozen: Snapshot, override: Override) -> Snapshot:
    """The snapshot with one figure as the office wrote it; its change against last month follows."""
    figure = frozen.figures.get(override.tag)
    if figure is None:
        return frozen
    written = replace(figure, value=override.value, reported=0, expected=0)
    figures = dict(frozen.figures) | {override.tag: written}
    figures.pop(f"{figure.code}.reported@{figure.period}", None)
    change = figures.pop(f"{figure.code}.change@{figure.period}", None)
    moved = _moved(figure, change, override) if change else None
    if moved:
        figures[moved.tag] = moved
    return replace(frozen, figures=figures)


def _moved(figure: Figure, change: Figure, override: Override) -> Figure | None:
    by = difference(override.value, figure.value)
    if isinstance(by, int) and isinstance(change.value, int):
        return replace(change, value=change.value + by)
    return None


def _with_the_offices_part(tx: Tx, campaign: Campaign, material: Material) -> Material:
    """The material with the prose, the lists and the overrides of its month."""
    lines = list_items.of_campaign(tx, campaign.id)
    standing = overrides.standing(tx, campaign.id)
    written = tuple(standing[tag].override for tag in sorted(standing))
    frozen = material.snapshot
    for override in written:
        frozen = overridden(frozen, override)
    return replace(
        material,
        snapshot=frozen,
        narratives=_prose(tx, campaign, "narrative"),
        kept=_prose(tx, campaign, "kept"),
        lists={name: tuple(item.text for item in lines[name]) for name in LISTS if name in lines},
        awards=tuple(_award(item.fields) for item in lines.get("awards", ())),
        tasks=tuple(item.text for item in lines.get("tasks", ())),
        planned=_planned(tx, frozen.period),
        overrides=written,
    )


def _prose(tx: Tx, campaign: Campaign, kind: passages.PassageKind) -> dict[Section, tuple[str, ...]]:
    found = passages.latest(tx, campaign.id, kind)
    return {section: passage.paragraphs for section, passage in found.items()}


def _award(fields: Mapping[str, Any]) -> Award:
    other = tuple((str(who), int(count)) for who, count in fields.get("other", ()))
    return Award(**{**fields, "other": other})


def _planned(tx: Tx, month: Month) -> tuple[PlannedTask, ...]:
    """What last month's report planned, with what became of it."""
    before = campaigns.by_period(tx, str(month.previous()))
    items = list_items.of_list(tx, before.id, "tasks") if before else []
    return tuple(PlannedTask(item.text, item.outcome) for item in items)
