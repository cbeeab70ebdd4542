"""A leader approves a version: exactly the content whose digest was shown."""

from handlers.actions.issue import leaders
from handlers.actions.request_correction import office_people
from handlers.choices import choice
from handlers.papers import load, needs_right, standing, step
from handlers.turn import Turn
from reporting.errors import Refused
from storage.queries import documents
from templates.notices import paper_notice
from templates.render import render


def may_approve(turn: Turn, document_id: int) -> None:
    """Raises Refused: no_right, or a reason of the table."""
    needs_right(turn.memberships, "approve_report")
    step(load(turn, document_id), "approve")


def approve(turn: Turn, document_id: int, digest: str) -> None:
    """Approve the content with this digest. The first of two leaders does; the other is told who did.

    Raises Refused: no_right, paper_stale for other content, or a reason of the table.
    """
    needs_right(turn.memberships, "approve_report")
    paper = load(turn, document_id, lock=True)
    state = step(paper, "approve")
    if not digest or paper.document.digest != digest:
        raise Refused("paper_stale", **standing(paper))
    documents.change(
        turn.tx, document_id, paper.document.state, state, decided_by=turn.person.id, decided_at=turn.now
    )
    turn.audit(turn.person.id, "approve_report", "document", document_id, digest=digest)
    facts = standing(load(turn, document_id))
    text = render("paper/approved", **facts)
    notice = paper_notice("approved", paper.campaign.period)
    turn.hand(office_people(turn), text, [choice("issue_paper", document_id)], asked=True, notice=notice)
    turn.hand([p for p in leaders(turn) if p != turn.person.id], text, notice=notice)
