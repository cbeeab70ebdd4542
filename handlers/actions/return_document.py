"""A leader gives a version back with a remark; of one that is approved already the remark goes to the office."""

from handlers.actions.issue import leaders
from handlers.actions.request_correction import office_people
from handlers.choices import choice
from handlers.papers import load, needs_right, standing, step
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.reading.decisions import leaves, said_of_it
from storage.queries import documents
from templates.notices import paper_notice
from templates.render import render

LONGEST_REMARK = 2000


def may_return(turn: Turn, document_id: int) -> None:
    """Raises Refused: no_right, or a reason of the table."""
    needs_right(turn.memberships, "approve_report")
    step(load(turn, document_id), "return")


def return_document(turn: Turn, document_id: int, remark: str) -> None:
    """Return a submitted version. Raises Refused: no_right, no_remark, or a reason of the table."""
    needs_right(turn.memberships, "approve_report")
    paper = load(turn, document_id, lock=True)
    state = step(paper, "return")
    if leaves(remark) or not any(c.isalnum() for c in remark):
        raise Refused("no_remark")
    documents.change(
        turn.tx, document_id, paper.document.state, state, decided_by=turn.person.id, decided_at=turn.now,
        remark=said_of_it(remark)[:LONGEST_REMARK],
    )  # fmt: skip
    turn.audit(turn.person.id, "return_report", "document", document_id, version=paper.document.version)
    text = render("paper/returned", **standing(load(turn, document_id)))
    notice = paper_notice("returned", paper.campaign.period)
    offers = [choice("compose_again", paper.campaign.id)]
    turn.hand(office_people(turn), text, offers, asked=True, notice=notice)
    turn.hand([p for p in leaders(turn) if p != turn.person.id], text, notice=notice)


def pass_remark(turn: Turn, document_id: int, remark: str) -> None:
    """A remark about an approved version that is not issued yet: kept with it, shown where it gets its number.

    Raises Refused: no_right, or a reason of the table.
    """
    needs_right(turn.memberships, "approve_report")
    paper = load(turn, document_id, lock=True)
    step(paper, "issue")
    state, text = paper.document.state, said_of_it(remark)[:LONGEST_REMARK]
    documents.change(turn.tx, document_id, state, state, remark=text)
    turn.audit(turn.person.id, "remark_report", "document", document_id, version=paper.document.version)
    facts = standing(load(turn, document_id)) | {"by": turn.person.name}
    notice = paper_notice("returned", paper.campaign.period)
    offers = [choice("compose_again", paper.campaign.id), choice("issue_paper", document_id)]
    told = render("paper/remark_after", **facts)
    turn.hand(office_people(turn), told, offers, asked=True, notice=notice)
    turn.hand([p for p in leaders(turn) if p != turn.person.id], told, notice=notice)
