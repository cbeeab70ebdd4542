"""Bring a version to leadership: the checks run, earlier versions become stale, leaders get the paper."""

from handlers.actions.figure_decisions import not_in_it, undecided
from handlers.actions.issue import leaders
from handlers.actions.written import leader_facts, sent_along
from handlers.choices import choice
from handlers.papers import Paper, findings, load, needs_right, newest, standing, step
from handlers.turn import Turn
from reporting.documents import approval
from reporting.documents.checks import blocking
from reporting.errors import Refused
from storage.queries import documents
from templates.notices import paper_notice
from templates.render import render


def submit_document(turn: Turn, document_id: int) -> None:
    """Submit the newest version of a month.

    Raises Refused: no_right, paper_stale where there is a newer one, paper_errors with the findings that keep it
    back, paper_held where something is still to be decided or came in since, or a reason of the table.
    """
    needs_right(turn.memberships, "submit_report")
    paper = load(turn, document_id, lock=True)
    state = step(paper, "submit")
    last = newest(turn, paper.campaign)
    if last is not None and last.document.id != document_id and last.document.state != "stale":
        raise Refused("paper_stale", **standing(paper))
    errors = blocking(findings(paper))
    if errors:
        raise Refused("paper_errors", findings=errors, **standing(paper))
    _whole(turn, paper)
    documents.change(
        turn.tx, document_id, paper.document.state, state, submitted_by=turn.person.id, submitted_at=turn.now
    )
    for earlier in documents.of_campaign(turn.tx, paper.campaign.id):
        if earlier.id != document_id and earlier.state not in ("issued", "stale"):
            overtaken = approval.step(earlier.state, "overtaken")
            documents.change(turn.tx, earlier.id, earlier.state, overtaken)
            turn.audit(None, "overtaken", "document", earlier.id, by=document_id)
    turn.audit(turn.person.id, "submit_report", "document", document_id, version=paper.document.version)
    paper = load(turn, document_id)
    turn.hand(
        leaders(turn), render("paper/for_approval", **leader_facts(paper)),
        [choice(verb, document_id) for verb in ("approve_paper", "return_paper", "paper_details")],
        sent_along(paper, "draft"), asked=True, notice=paper_notice("for_approval", paper.campaign.period),
    )  # fmt: skip


def _whole(turn: Turn, paper: Paper) -> None:
    """Raises Refused(paper_held) with the figures to be decided and the sections that changed since."""
    waiting = undecided(turn, paper.campaign)
    labels = [{"label": one.figure.label or one.figure.code} for one in waiting.changed] if waiting else []
    sections = not_in_it(turn, paper)
    if labels or sections:
        raise Refused("paper_held", changed=labels, sections=sections, **standing(paper))
