"""Chair and deputy share one draft: each is told what the other entered."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from handlers.lines import card_lines, facts_of
from handlers.report import Report
from handlers.scenes import from_state
from handlers.turn import Context
from storage.queries import conversations, people
from storage.queries.submissions import Submission
from templates.render import render

if TYPE_CHECKING:
    from handlers.actions.record import Change

REPORTERS = ("chair", "deputy")


def reporters(ctx: Context, report: Report) -> list[int]:
    """Who answers for the report's unit now."""
    roles = ("office",) if report.unit.kind == "province" else REPORTERS
    return [person.id for person in people.holders(ctx.tx, report.unit.id, roles, ctx.now)]


def tell_partners(ctx: Context, report: Report, person_id: int, changes: Sequence["Change"]) -> None:
    """Tell whoever is in the middle of the same report which lines were just entered by another."""
    changed = [change.code for change in changes if change.old != change.new]
    if not changed:
        return
    others = [
        other
        for other in reporters(ctx, report)
        if other != person_id and _at_it(ctx, other, report.assignment.id)
    ]
    if report.assignment.state != "submitted" and others:
        who = people.get(ctx.tx, person_id).name
        ctx.tell(
            others,
            render("partners/entered", who=who, unit=report.unit.name, lines=facts_of(report, changed)),
        )


def tell_of_submission(ctx: Context, report: Report, person_id: int, submission: Submission) -> None:
    """Tell the unit's other reporters that the report was sent, and what it says."""
    own = reporters(ctx, report)
    others = [other for other in own if other != person_id]
    if others:
        who = people.get(ctx.tx, person_id).name
        text = render(
            "partners/sent", who=who, unit=report.unit.name, month=report.month,
            lines=card_lines(report), code=submission.code, again=submission.version > 1, own=person_id in own,
        )  # fmt: skip
        ctx.tell(others, text)


def _at_it(ctx: Context, person_id: int, assignment_id: int) -> bool:
    scene = from_state(conversations.load(ctx.tx, person_id))
    inner = getattr(scene, "then", scene)
    return getattr(inner, "assignment", None) == assignment_id
