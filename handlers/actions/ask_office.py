"""A leader's question about a report goes to the office; nothing about the report changes."""

from handlers.actions.request_correction import office_people
from handlers.papers import load, needs_right, standing
from handlers.turn import Turn
from templates.notices import paper_notice
from templates.render import render

LONGEST_QUESTION = 1000


def ask_office(turn: Turn, document_id: int, question: str) -> None:
    """Hand it to everybody of the office. Raises Refused(no_right)."""
    needs_right(turn.memberships, "approve_report")
    paper = load(turn, document_id)
    turn.audit(turn.person.id, "ask_about_report", "document", document_id, version=paper.document.version)
    facts = standing(paper) | {"by": turn.person.name, "question": question[:LONGEST_QUESTION]}
    told = render("paper/question_for_office", **facts)
    turn.hand(
        office_people(turn), told, [], asked=True, notice=paper_notice("question", paper.campaign.period)
    )
