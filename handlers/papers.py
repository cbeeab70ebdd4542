"""A month's report as a paper: one version with its month, and the facts of it that templates want."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from handlers.in_correction import in_correction
from handlers.turn import Context
from reporting.documents import approval
from reporting.documents.approval import State
from reporting.documents.checks import check
from reporting.documents.codec import Content, load_content, load_material
from reporting.documents.diff import LateChange, Sent, figure_changes, late_changes, section_changes
from reporting.documents.model import Finding, InCorrection, Material
from reporting.errors import Refused
from reporting.periods import Month
from reporting.rights import Held, may
from reporting.text import sort_key
from storage.queries import campaigns, documents, files, people, sources, submissions, units
from storage.queries.campaigns import Campaign
from storage.queries.documents import Document, DocumentFile
from templates.documents.digest import short_digest
from templates.documents.paper_check import check_paper
from templates.documents.paper_format import paper_format
from templates.office_titles import office_held


@dataclass(frozen=True)
class Paper:
    """One version. What it was made of is read when it is asked for."""

    ctx: Context
    document: Document
    campaign: Campaign

    @cached_property
    def month(self) -> Month:
        return Month.parse(self.campaign.period)

    @cached_property
    def material(self) -> Material:
        return load_material(documents.material(self.ctx.tx, self.document.id))

    @cached_property
    def content(self) -> Content:
        return load_content(documents.content(self.ctx.tx, self.document.id))

    @property
    def code(self) -> str:
        """The short form of the content digest: 7F3A-91C2."""
        return short_digest(self.document.digest) if self.document.digest else ""


def load(ctx: Context, document_id: int, *, lock: bool = False) -> Paper:
    """A version by id. Raises Refused(no_paper) where there is none."""
    if documents.find(ctx.tx, document_id) is None:
        raise Refused("no_paper")
    document = documents.get(ctx.tx, document_id, lock=lock)
    return Paper(ctx, document, campaigns.get(ctx.tx, document.campaign_id))


def newest(ctx: Context, campaign: Campaign, *states: str) -> Paper | None:
    """The month's newest version, or the newest in one of these states."""
    found = [d for d in documents.of_campaign(ctx.tx, campaign.id) if not states or d.state in states]
    return Paper(ctx, found[-1], campaign) if found else None


def needs_right(held: list[Any], action: str) -> None:
    """Raises Refused(no_right) unless one of the roles held allows it in the province."""
    roles: list[Held] = held
    if not may(roles, action, None):
        raise Refused("no_right", action=action)


def step(paper: Paper, event: str) -> State:
    """The state after an event. Raises Refused with the facts of the version and of who acted on it last."""
    try:
        return approval.step(paper.document.state, event)
    except Refused as refused:
        raise Refused(refused.reason, **standing(paper)) from None


def standing(paper: Paper) -> dict[str, Any]:
    """What is said of a version wherever it is spoken of."""
    document = paper.document
    ids = [i for i in (document.submitted_by, document.decided_by, document.issued_by) if i is not None]
    names = people.names(paper.ctx.tx, ids)
    return {
        "month": paper.month,
        "version": document.version,
        "state": document.state,
        "code": paper.code,
        "amends": document.amends_id is not None,
        "composed_at": document.composed_at,
        "cut_off": document.cut_off,
        "submitter": names.get(document.submitted_by or 0, ""),
        "submitted_at": document.submitted_at,
        "decider": names.get(document.decided_by or 0, ""),
        "decided_at": document.decided_at,
        "remark": document.remark,
        "signer": _signer(document),
        "number": document.number,
        "issued_on": document.issued_on,
        "issuer": names.get(document.issued_by or 0, ""),
    }


def whole(paper: Paper) -> dict[str, Any]:
    """What «Xem chi tiết» tells beyond the card: coverage by superior, who is missing, figures written otherwise."""
    figures = paper.material.snapshot.figures
    written = [(o, figures.get(o.tag)) for o in paper.material.overrides]
    return {
        "full": True,
        "superiors": paper.material.snapshot.superiors,
        "overrides": [
            {"label": f.label or f.code, "value": o.value, "reason": o.reason, "kind": f.kind, "unit": f.unit}
            for o, f in written
            if f is not None
        ],
    }


def findings(paper: Paper) -> list[Finding]:
    """What the checks say of a composed version: of its figures and wording, then of the paper's form."""
    forms = paper.ctx.world.forms.values()
    stocks = {q.code for form in forms for q in form.questions if q.agg == "last"}
    found = check(paper.material, paper.content, stocks, _correcting(paper))
    draft = documents.file(paper.ctx.tx, paper.document.id, "draft_docx")
    kept = files.content(paper.ctx.tx, draft.sha256) if draft else None
    if kept is not None:
        amends = paper.document.amends_id
        replaces = documents.get(paper.ctx.tx, amends).number if amends is not None else ""
        found += _of_form(kept[0], paper.ctx.world.profile.paper.format, replaces)
    return sorted(found, key=lambda finding: finding.level != "error")


def _correcting(paper: Paper) -> list[InCorrection]:
    """Lines that units have to look at once more; of an issued version none."""
    if paper.document.state == "issued":
        return []
    return in_correction(paper.ctx, paper.campaign, paper.material.snapshot)


@lru_cache(maxsize=8)
def _of_form(docx: bytes, format_name: str, replaces: str) -> tuple[Finding, ...]:
    """The paper's form, checked once a file: every card of the report asks for it anew."""
    return tuple(check_paper(docx, paper_format(format_name), replaces))


def late(paper: Paper) -> list[dict[str, Any]]:
    """What units sent after the cut-off, by unit: figure by figure, or how many (`count`) in a first report."""
    tx, period = paper.ctx.tx, paper.campaign.period
    sent = submissions.figures_of_periods(tx, [period])
    now = {(f.unit_id, f.form, f.period): Sent(f.submission_id, f.figures) for f in sent}
    frozen = [f for f in paper.material.snapshot.frozen if f.period == period]
    at = [now.get((f.unit_id, f.form, f.period)) for f in frozen]
    replaced = [
        f.submission_id
        for f, one in zip(frozen, at, strict=True)
        if one is not None and one.submission_id != f.submission_id
    ]
    was = {c.submission_id: c.figures for c in sources.counted(tx, replaced)} if replaced else {}
    changes = late_changes(frozen, was, now)
    names = {unit.id: unit.name for unit in units.all_units(tx)}
    known = {(f.unit_id, f.form) for f in frozen}
    first = Counter((c.unit_id, c.form) for c in changes if (c.unit_id, c.form) not in known)
    told = [_late_facts(paper, c, names[c.unit_id]) for c in changes if (c.unit_id, c.form) in known]
    told += [{"who": names[unit], "count": count} for (unit, _), count in first.items()]
    return sorted((t for t in told if t), key=lambda t: sort_key(t["who"]))


def _late_facts(paper: Paper, change: LateChange, unit: str) -> dict[str, Any]:
    form = paper.ctx.world.forms.get(change.form)
    question = next((q for q in form.questions if q.code == change.code), None) if form else None
    if question is None or (question.computed and not question.shown):
        return {}
    return {
        "who": unit, "count": 0, "label": question.short, "kind": question.kind, "unit": question.unit,
        "before": change.before, "after": change.after,
    }  # fmt: skip


def since(paper: Paper, before: Paper) -> dict[str, Any]:
    """What changed against another version: figures, sections reworded, who signs.

    `frame`: none of these, but something else that stands on the paper (an annex, the letterhead).
    """
    figures = figure_changes(before.material, paper.material)
    shown = [f for f in figures if "." not in f.tag]
    sections = [change.section for change in section_changes(before.content, paper.content)]
    signers = (_signer(before.document), _signer(paper.document))
    named = shown or sections or signers[0] != signers[1]
    return {
        "before": before.document.version,
        "figures": [
            {"label": f.label, "kind": f.kind, "unit": f.unit, "before": f.before, "after": f.after}
            for f in shown
        ],
        "sections": sections,
        "signer": signers if signers[0] != signers[1] else None,
        "frame": not named and before.document.digest != paper.document.digest,
    }


def _signer(document: Document) -> str:
    return f"{office_held(document.signer.get('title', ''))} {document.signer.get('name', '')}".strip()


def previous(paper: Paper) -> Paper | None:
    """What this version is compared with: the one it amends, or the one composed before it."""
    if paper.document.amends_id is not None:
        return load(paper.ctx, paper.document.amends_id)
    earlier = [
        d
        for d in documents.of_campaign(paper.ctx.tx, paper.campaign.id)
        if d.version < paper.document.version and d.digest
    ]
    return Paper(paper.ctx, earlier[-1], paper.campaign) if earlier else None


def last_submitted(paper: Paper) -> Paper | None:
    """What leadership saw last before this version; None: this is the first."""
    earlier = [
        d
        for d in documents.of_campaign(paper.ctx.tx, paper.campaign.id)
        if d.version < paper.document.version and d.submitted_at is not None
    ]
    return Paper(paper.ctx, earlier[-1], paper.campaign) if earlier else None


def scans(paper: Paper) -> list[DocumentFile]:
    """The signed scans of an issued version: those that were sent together last."""
    found = [f for f in documents.files_of(paper.ctx.tx, paper.document.id) if f.role == "scan"]
    return [f for f in found if f.at == found[-1].at]


def attachments(paper: Paper, kind: str) -> list[tuple[str, str, str]]:
    """The version's files to send: `kind` draft, issued (with its scans) or scan; DOCX, and PDF where there is one."""
    written = [
        documents.file(paper.ctx.tx, paper.document.id, f"{kind}_{suffix}") for suffix in ("docx", "pdf")
    ]
    found = [f for f in written if f is not None] + (scans(paper) if kind != "draft" else [])
    return [(f.name, f.media_type, f.sha256) for f in found]
