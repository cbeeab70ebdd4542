"""Chair and deputy share one draft: each is told what the other entered."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from handlers.lines import card_lines, facts_of
from handlers.report import Report
from handlers.scenes import from_state
from handlers.turn import Context
from storage.queries import conversations, people
from storage.queries.submissions import Submission
from templates.notices import news
from templates.render import render

if TYPE_CHECKING:
    from handlers.actions.record import Change

REPORTERS = ("chair", "deputy")


def reporters(ctx: Context, report: Report) -> list[int]:
    """Who answers for the report's unit now."""
    roles = ("office",) if report.unit.kind == "province" else REPORTERS
    return [person.id for person in people.holders(ctx.tx, report.unit.id, roles, ctx.now)]


def changed_lines(before: Report, report: Report, changes: Sequence["Change"]) -> list[dict[str, Any]]:
    """The lines that changed, the computed ones too, each with its `old` value."""
    olds = {change.code: change.old for change in changes if change.old != change.new}
    for question in report.form.questions:
        old = before.sheet.value(question.code)
        if question.computed and old is not None and old != report.sheet.value(question.code):
            olds[question.code] = old
    return [{**line, "old": olds[line["code"]]} for line in facts_of(report, list(olds))]


def tell_partners(
    ctx: Context, before: Report, report: Report, person_id: int, changes: Sequence["Change"]
) -> None:
    """Tell whoever is in the middle of the same report which lines were just entered by another."""
    if report.assignment.state == "submitted" or all(change.old == change.new for change in changes):
        return
    others = [
        other
        for other in reporters(ctx, report)
        if other != person_id and _at_it(ctx, other, report.assignment.id)
    ]
    lines = (
        [line for line in changed_lines(before, report, changes) if not line["computed"]] if others else []
    )
    if lines:
        who = people.get(ctx.tx, person_id).name
        ctx.tell(
            others,
            render("partners/entered", who=who, unit=report.unit.name, lines=lines),
            notice=news("partner"),
        )


def tell_of_submission(ctx: Context, report: Report, person_id: int, submission: Submission) -> bool:
    """Tell the unit's other reporters that the report was sent, and what it says. False: there is nobody to tell."""
    others, facts = _others_and_facts(ctx, report, person_id, submission)
    if others:
        text = render("partners/sent", lines=card_lines(report), again=submission.version > 1, **facts)
        return bool(ctx.tell(others, text, notice=news("partner")))
    return False


def tell_of_correction(
    ctx: Context, report: Report, person_id: int, submission: Submission, lines: Sequence[dict[str, Any]]
) -> None:
    """Tell the unit's other reporters what was corrected after sending: those lines alone."""
    others, facts = _others_and_facts(ctx, report, person_id, submission)
    if others:
        ctx.tell(
            others, render("partners/corrected", lines=lines, at=ctx.now, **facts), notice=news("partner")
        )


def _others_and_facts(
    ctx: Context, report: Report, person_id: int, submission: Submission
) -> tuple[list[int], dict[str, Any]]:
    own = reporters(ctx, report)
    others = [other for other in own if other != person_id]
    facts = {
        "who": people.get(ctx.tx, person_id).name if others else "",
        "unit": report.unit.name,
        "month": report.month,
        "code": submission.code,
        "own": person_id in own,
    }
    return others, facts


def _at_it(ctx: Context, person_id: int, assignment_id: int) -> bool:
    scene = from_state(conversations.load(ctx.tx, person_id))
    inner = getattr(scene, "then", scene)
    return getattr(inner, "assignment", None) == assignment_id
