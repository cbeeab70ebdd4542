"""What was written aside comes back: the draft of a version, its issued form, or that it could not be made."""

from collections.abc import Mapping
from typing import Any

from handlers.actions.compose import listeners
from handlers.actions.figure_decisions import undecided
from handlers.actions.issue import issued_people
from handlers.actions.request_correction import office_people
from handlers.choices import choice
from handlers.messages import Choice, Document
from handlers.papers import (
    Paper,
    attachments,
    findings,
    last_submitted,
    late,
    load,
    previous,
    since,
    standing,
)
from handlers.turn import Context
from reporting.documents import approval
from reporting.documents.checks import blocking
from reporting.documents.codec import Content, dump_content
from reporting.errors import Refused
from storage.queries import documents, files, overrides
from templates.notices import paper_notice
from templates.render import render

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"


def file_name(paper: Paper, suffix: str) -> str:
    """bao-cao-2023-10-ban-2.docx; of an issued one bao-cao-2023-10.docx."""
    version = "" if paper.document.state == "issued" else f"-ban-{paper.document.version}"
    amended = "-dinh-chinh" if paper.document.amends_id is not None else ""
    return f"bao-cao-{paper.month}{amended}{version}.{suffix}"


def _keep(ctx: Context, paper: Paper, kind: str, docx: bytes, pdf: bytes | None) -> None:
    for suffix, media_type, body in (("docx", DOCX, docx), ("pdf", PDF, pdf)):
        if body is not None:
            sha256 = files.put(ctx.tx, body, media_type)
            documents.add_file(
                ctx.tx, paper.document.id, f"{kind}_{suffix}", name=file_name(paper, suffix),
                media_type=media_type, sha256=sha256, at=ctx.now,
            )  # fmt: skip


def draft_written(
    ctx: Context, document_id: int, docx: bytes, pdf: bytes | None, content: Content, digest: str
) -> None:
    """The version is a draft now; `tell_of_draft` says so."""
    paper = load(ctx, document_id, lock=True)
    try:
        state = approval.step(paper.document.state, "composed")
    except Refused:  # overtaken meanwhile, or done twice
        return
    documents.change(
        ctx.tx, document_id, paper.document.state, state, content=dump_content(content), digest=digest
    )
    _keep(ctx, paper, "draft", docx, pdf)


def tell_of_draft(ctx: Context, document_id: int) -> None:
    """Whoever asked for a version gets it with what the checks say; of one made by itself the whole office."""
    paper = load(ctx, document_id)
    if paper.document.state != "draft":
        return
    facts, left = draft_facts(paper), undecided_figures(ctx, paper)
    asked = paper.document.composed_by is not None
    ctx.hand(
        listeners(ctx, paper), render("paper/draft", **facts, by_itself=not asked, waiting=left),
        office_choices(paper),
        sent_along(paper, "draft"), asked=asked,
        notice=None if asked else paper_notice("draft", paper.campaign.period),
    )  # fmt: skip


def undecided_figures(ctx: Context, paper: Paper) -> list[str]:
    """The figures of a file sent back that nobody has decided about, by name."""
    waiting = undecided(ctx, paper.campaign)
    return [one.figure.label or one.figure.code for one in waiting.changed] if waiting else []


def draft_facts(paper: Paper) -> dict[str, Any]:
    """What the office is told with a version: against the one composed before it."""
    return _facts(paper, previous(paper))


def leader_facts(paper: Paper) -> dict[str, Any]:
    """What leadership is told with a version: against the one that was submitted before it."""
    before = last_submitted(paper)
    return _facts(paper, before) | {"first": before is None, "returned": _returned(before)}


def _returned(before: Paper | None) -> dict[str, Any] | None:
    """What leadership remarked on the version it saw last, and who."""
    if before is None or not before.document.remark:
        return None
    facts = standing(before)
    return {"by": facts["decider"], "version": facts["version"], "remark": facts["remark"]}


def _facts(paper: Paper, before: Paper | None) -> dict[str, Any]:
    snapshot = paper.material.snapshot
    return {
        **standing(paper),
        "findings": findings(paper),
        "late": late(paper),
        "since": since(paper, before) if before else None,
        "submitted_units": snapshot.submitted,
        "expected_units": snapshot.expected,
    }


def office_choices(paper: Paper) -> list[Choice]:
    """What the office can do with a version now."""
    document = paper.document
    match document.state:
        case "draft" | "returned" | "stale" | "submitted":
            whole = document.state == "draft" and not blocking(findings(paper))
            submit = [choice("submit_paper", document.id)] if whole else []
            return [*_to_decide(paper), *submit, choice("compose_again", paper.campaign.id), *_own(paper)]
        case "approved":
            return [choice("issue_paper", document.id)]
        case "issued" if documents.file(paper.ctx.tx, document.id, "scan") is None:
            return [choice("attach_scan", document.id)]
    return []


def _to_decide(paper: Paper) -> list[Choice]:
    """Figures of a file that came back wait for a decision."""
    waiting = undecided(paper.ctx, paper.campaign)
    return [choice("mend_figures", waiting.paper.document.id)] if waiting else []


def _own(paper: Paper) -> list[Choice]:
    """The office wrote figures otherwise than the units: that can be taken back."""
    return [choice("drop_override")] if overrides.standing(paper.ctx.tx, paper.campaign.id) else []


def sent_along(paper: Paper, kind: str) -> list[Document]:
    """The version's files as documents of a message."""
    return [Document(*fields) for fields in attachments(paper, kind)]


def issued_written(ctx: Context, document_id: int, docx: bytes, pdf: bytes | None) -> None:
    """The numbered paper is kept as it is from now on, and goes to the office and to leadership."""
    paper = load(ctx, document_id, lock=True)
    if documents.file(ctx.tx, document_id, "issued_docx") is not None:
        return
    _keep(ctx, paper, "issued", docx, pdf)
    before = previous(paper) if paper.document.amends_id is not None else None
    text = render("paper/issued", **standing(paper), since=since(paper, before) if before else None)
    documents_sent = sent_along(paper, "issued")
    office = office_people(ctx)
    notice = paper_notice("issued", paper.campaign.period)
    others = [p for p in issued_people(ctx) if p not in office]
    ctx.hand(office, text, [choice("attach_scan", document_id)], documents_sent, notice=notice)
    ctx.hand(others, text, [], documents_sent, notice=notice)
    ctx.audit(None, "distribute_report", "document", document_id)


def could_not_be_written(ctx: Context, kind: str, payload: Mapping[str, Any]) -> None:
    """After the last attempt: the office is told. A version that was not composed is out of the way."""
    paper = load(ctx, int(payload["document"]), lock=True)
    if kind == "compose":
        state = approval.step(paper.document.state, "failed")
        documents.change(ctx.tx, paper.document.id, paper.document.state, state)
    ctx.audit(None, "job_failed", "document", paper.document.id, kind=kind)
    text = render("paper/not_written", **standing(paper), kind=kind)
    offers = [choice("compose_again", paper.campaign.id)] if kind == "compose" else []
    ctx.tell(office_people(ctx), text, offers, paper_notice("not_written", paper.campaign.period))
