"""The newest file that came back for a version: its figures that say something else than the paper."""

from dataclasses import dataclass

from handlers.papers import Paper
from reporting.documents.model import Figure
from reporting.documents.paper_figures import paper_figures
from reporting.documents.word.compare import Fate
from reporting.documents.word.examine import Returned, examine
from reporting.documents.word.reread import reread
from reporting.errors import Broken
from reporting.reading.readings import Given
from storage.database import Tx
from storage.queries import documents, files

JOB = "read_back"


@dataclass(frozen=True, slots=True)
class Changed:
    """A figure of the paper with what the file says of it now."""

    figure: Figure
    text: str


def changes_of(paper: Paper, returned: Returned) -> tuple[list[Changed], list[Changed]]:
    """The figures that say something else now: those that can be overridden, and those that follow from others."""
    figures = paper_figures(paper.material)
    own: list[Changed] = []
    derived: list[Changed] = []
    for tag, fate in returned.figures.items():
        figure = figures.get(tag)
        if fate.kind != "changed" or figure is None or _same_value(figure, fate):
            continue
        can_be_written = tag in paper.material.snapshot.figures and "." not in figure.code
        (own if can_be_written else derived).append(Changed(figure, fate.text))
    return own, derived


def edited_again(tx: Tx, document_id: int) -> Returned:
    """The newest file that came back for a version, compared once more."""
    draft, edited = documents.file(tx, document_id, "draft_docx"), documents.file(tx, document_id, "edited")
    sent = files.content(tx, draft.sha256) if draft else None
    back = files.content(tx, edited.sha256) if edited else None
    if sent is None or back is None:
        raise Broken(f"nothing came back for document {document_id}")
    return examine(sent[0], back[0])


def _same_value(figure: Figure, fate: Fate) -> bool:
    """Whether only the way of writing it is another: 063, 45.000.000 đồng for 45 triệu đồng."""
    return figure.value is not None and reread(figure, fate.text) == Given(figure.value)
