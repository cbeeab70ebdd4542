"""The signed and stamped paper, scanned, is kept with the issued version."""

from collections.abc import Sequence

from handlers.messages import File
from handlers.papers import load, needs_right, standing
from handlers.turn import Turn
from reporting.errors import Refused
from storage.queries import documents

KINDS = ("application/pdf", "image/jpeg", "image/png", "image/tiff", "image/webp")


def may_attach(turn: Turn, document_id: int) -> None:
    """Raises Refused: no_right, paper_not_issued."""
    needs_right(turn.memberships, "attach_scan")
    paper = load(turn, document_id)
    if paper.document.state != "issued":
        raise Refused("paper_not_issued", **standing(paper))


def attach_scan(turn: Turn, document_id: int, scans: Sequence[File]) -> None:
    """Keep scans. Raises Refused: no_right, paper_not_issued, not_a_scan for another kind of file."""
    may_attach(turn, document_id)
    if not scans or any(scan.media_type not in KINDS for scan in scans):
        raise Refused("not_a_scan")
    for scan in scans:
        documents.add_file(
            turn.tx, document_id, "scan", name=scan.name, media_type=scan.media_type, sha256=scan.sha256,
            at=turn.now, person_id=turn.person.id,
        )  # fmt: skip
    turn.audit(turn.person.id, "attach_scan", "document", document_id, files=len(scans))
