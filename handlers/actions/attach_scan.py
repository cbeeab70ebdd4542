"""The signed and stamped paper, scanned, is kept with the issued version."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.actions.issue import issued_people
from handlers.messages import Document, File
from handlers.papers import load, needs_right, standing
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.file_kinds import kind_of
from storage.queries import documents, files
from templates.notices import paper_notice
from templates.render import render


def may_attach(turn: Turn, document_id: int) -> None:
    """Raises Refused: no_right, paper_not_issued."""
    needs_right(turn.memberships, "attach_scan")
    paper = load(turn, document_id)
    if paper.document.state != "issued":
        raise Refused("paper_not_issued", **standing(paper))


def attach_scan(turn: Turn, document_id: int, scans: Sequence[File]) -> None:
    """Keep scans, and pass them on to those who got the issued paper. A file is what its bytes say it is.

    Raises Refused: no_right, paper_not_issued, not_a_scan for another kind of file.
    """
    may_attach(turn, document_id)
    known = [(scan, _kind(turn, scan)) for scan in scans]
    if not scans or not all(kind for _, kind in known):
        raise Refused("not_a_scan")
    scans = [replace(scan, media_type=kind) for scan, kind in known]
    for scan in scans:
        documents.add_file(
            turn.tx, document_id, "scan", name=scan.name, media_type=scan.media_type, sha256=scan.sha256,
            at=turn.now, person_id=turn.person.id,
        )  # fmt: skip
    turn.audit(turn.person.id, "attach_scan", "document", document_id, files=len(scans))
    paper = load(turn, document_id)
    text = render("paper/scan_told", **standing(paper), who=turn.person.name)
    sent = [Document(scan.name, scan.media_type, scan.sha256) for scan in scans]
    turn.hand(
        [p for p in issued_people(turn) if p != turn.person.id], text, [], sent,
        notice=paper_notice("scan", paper.campaign.period),
    )  # fmt: skip


def _kind(turn: Turn, scan: File) -> str:
    kept = files.content(turn.tx, scan.sha256)
    return kind_of(kept[0]) if kept else ""
