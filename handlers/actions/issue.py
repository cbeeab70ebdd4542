"""The office gives an approved version its number and date; the paper is stamped aside, then distributed."""

from datetime import date

from handlers.actions.request_correction import office_people
from handlers.papers import Paper, load, needs_right, standing, step
from handlers.turn import Context, Turn
from reporting.documents.numbering import printed, series
from reporting.errors import Refused
from storage.queries import documents, jobs, people, register
from templates.render import render


def leaders(ctx: Context) -> list[int]:
    """Everybody who may approve."""
    held = people.all_holders(ctx.tx, ("leader",), ctx.now)
    return list(dict.fromkeys(m.person_id for m in held))


def issued_people(ctx: Context) -> list[int]:
    """Whom an issued report goes to in chat."""
    return list(dict.fromkeys([*office_people(ctx), *leaders(ctx)]))


def proposed(ctx: Context) -> tuple[int, date]:
    """The next number of the register, and today."""
    today = ctx.now.astimezone(ctx.world.profile.zone).date()
    return register.next_number(ctx.tx, series(ctx.world.profile.paper, today)), today


def may_issue(turn: Turn, document_id: int) -> None:
    """Raises Refused: no_right, or a reason of the table."""
    needs_right(turn.memberships, "issue_report")
    step(load(turn, document_id), "issue")


def possible_day(turn: Turn, paper: Paper, on: date) -> None:
    """Raises Refused: day_ahead; day_too_early, before the month; day_unapproved, before the day of the approval."""
    zone, approved = turn.world.profile.zone, paper.document.decided_at
    if on > turn.now.astimezone(zone).date():
        raise Refused("day_ahead", on=on)
    if on < paper.month.bounds(turn.world.profile.cut_off)[0]:
        raise Refused("day_too_early", on=on)
    if approved is not None and on < approved.astimezone(zone).date():
        raise Refused("day_unapproved", **{**standing(paper), "on": on})


def issue(turn: Turn, document_id: int, number: int, on: date) -> None:
    """Take the number in the register and issue the version under it.

    Raises Refused: no_right; a day that cannot stand there as `possible_day`; number_taken with the next free one; or
    a reason of the table.
    """
    needs_right(turn.memberships, "issue_report")
    paper = load(turn, document_id, lock=True)
    state = step(paper, "issue")
    style = turn.world.profile.paper
    possible_day(turn, paper, on)
    subject = render("paper/subject", month=paper.month, amends=paper.document.amends_id is not None)
    run = series(style, on)
    if not register.take(
        turn.tx, run, number, subject=subject, dated=on, at=turn.now, person_id=turn.person.id,
        document_id=document_id,
    ):  # fmt: skip
        taken = register.entry(turn.tx, run, number)
        raise Refused(
            "number_taken", number=printed(number, style), subject=taken.subject if taken else "",
            next=printed(register.next_number(turn.tx, run), style),
        )  # fmt: skip
    documents.change(
        turn.tx, document_id, paper.document.state, state, number=printed(number, style),
        issued_on=on.isoformat(), issued_by=turn.person.id, issued_at=turn.now,
    )  # fmt: skip
    jobs.queue(turn.tx, "issue", f"issue/{document_id}", {"document": document_id}, turn.now)
    turn.audit(turn.person.id, "issue_report", "document", document_id, number=number, series=run)
    turn.say("paper/issuing", **standing(load(turn, document_id)))
