"""Whether a file is one of our documents: by its bytes, else by the figures it carries."""

import hashlib

from handlers.papers import Paper, load, standing
from handlers.turn import Context
from reporting.documents.paper_figures import paper_figures
from reporting.documents.word.examine import Returned, examine
from reporting.errors import Refused
from storage.queries import campaigns, documents, files
from templates.cli import report as wording
from templates.filters import part, short_month

ISSUED = ("issued_docx", "issued_pdf", "scan")


def verify(ctx: Context, body: bytes) -> tuple[bool, list[str]]:
    """Whether these are the bytes of an issued document, and what is told of them."""
    sha256 = hashlib.sha256(body).hexdigest()
    known = documents.by_sha256(ctx.tx, sha256)
    if known:
        first = next((f for f in known if f.role in ISSUED), known[-1])
        paper = load(ctx, first.document_id)
        facts = {**standing(paper), "month": short_month(paper.month)}
        number, on = paper.document.number, paper.document.issued_on
        return first.role in ISSUED, [wording.known(first.role, facts, number, on, sha256)]
    found = _nearest(ctx, body)
    if found is None:
        return False, [wording.NOT_OURS]
    paper, returned = found
    head = wording.nearest(short_month(paper.month), paper.document.version, paper.document.number)
    return False, [head, *(_differences(paper, returned) or [wording.NOTHING_DIFFERS])]


def _nearest(ctx: Context, body: bytes) -> tuple[Paper, Returned] | None:
    """The version whose figures the file carries: issued ones first, the newest first."""
    every = [d for period in campaigns.all_periods(ctx.tx) for d in _versions(ctx, period)]
    for document in sorted(every, key=lambda d: (d.state == "issued", d.id), reverse=True):
        role = "issued_docx" if document.state == "issued" else "draft_docx"
        kept = documents.file(ctx.tx, document.id, role)
        sent = files.content(ctx.tx, kept.sha256) if kept else None
        if sent is None:
            continue
        try:
            return load(ctx, document.id), examine(sent[0], body)
        except Refused as refused:
            if refused.reason not in ("word_other_paper", "word_not_ours", "word_too_long"):
                return None  # no document at all
    return None


def _versions(ctx: Context, period: str) -> list[documents.Document]:
    campaign = campaigns.by_period(ctx.tx, period)
    return documents.of_campaign(ctx.tx, campaign.id) if campaign else []


def _differences(paper: Paper, returned: Returned) -> list[str]:
    known = paper_figures(paper.material)
    lines = []
    for tag, fate in returned.figures.items():
        if fate.kind not in ("same", "uncontrolled", "copied"):
            figure = known.get(tag)
            lines.append(wording.figure(figure.label if figure else tag, fate.was, fate.text))
    lines += [wording.section(part(name)) for name, one in returned.prose.items() if one.changed]
    lines += [wording.section(text) for text in (*returned.frame.added, *returned.frame.gone)]
    return lines
