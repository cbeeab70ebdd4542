"""Lines that were returned to a unit and are not sent again yet, of those whose figures a version of the report has."""

from handlers.lines import facts_of
from handlers.report import load
from handlers.turn import Context
from reporting.documents.model import InCorrection, Snapshot
from reporting.text import sort_key
from storage.queries import assignments
from storage.queries.campaigns import Campaign


def in_correction(ctx: Context, campaign: Campaign, frozen: Snapshot) -> list[InCorrection]:
    """As it stands now, by the units' names."""
    counted = {(row.unit_id, row.form) for row in frozen.frozen if row.period == campaign.period}
    found = []
    for assignment in assignments.of_campaign(ctx.tx, campaign.id):
        if assignment.state != "returned" or (assignment.unit_id, assignment.form) not in counted:
            continue
        report = load(ctx.tx, ctx.world, assignment.id, ctx.now)
        lines = facts_of(report, list((assignment.returned or {}).get("lines", ())))
        found.append(InCorrection(report.unit.name, tuple((line["number"], line["short"]) for line in lines)))
    return sorted((one for one in found if one.lines), key=lambda one: sort_key(one.unit))
