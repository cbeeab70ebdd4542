"""What must have come of the month's report as a paper: its versions, who decided, the number, the files."""

from collections.abc import Iterator

from bot.month.checks import Check, campaign_of
from bot.month.expected import Expected, ExpectedPaper
from bot.month.stage import Stage
from handlers.turn import Context
from handlers.verify import verify
from reporting.documents.codec import load_material
from reporting.documents.paper_figures import paper_figures
from reporting.values import to_json
from storage.database import Tx
from storage.queries import audit, documents, files, jobs, overrides, people
from storage.queries.documents import Document
from templates.cli import month as words

ISSUED = "issued_docx"


def of_papers(stage: Stage, expected: Expected) -> Iterator[Check]:
    """Every version a persona has to do with: where it ended, by whom, the figures in it, what was overridden."""
    if not expected.papers:
        return
    subject = words.subject(expected.key, expected.title)
    with stage.running() as world, world.database.read() as tx:
        written = {d.version: d for d in documents.of_campaign(tx, campaign_of(tx).id)}
        for paper in expected.papers:
            document = written.get(paper.version)
            if document is None:
                yield Check(subject, words.paper(paper.version, paper.state, paper.number), False, "–")
                continue
            yield from _of_version(tx, subject, document, paper)
            if paper.state == "issued":
                ctx = Context(tx, world.runtime.world, world.clock.now())
                yield _verified(ctx, subject, document)


def _of_version(tx: Tx, subject: str, document: Document, paper: ExpectedPaper) -> Iterator[Check]:
    found = words.paper(document.version, document.state, document.number)
    wanted = words.paper(paper.version, paper.state, paper.number)
    yield Check(subject, wanted, found == wanted, found)
    deeds = [(e.action, e.actor_id) for e in audit.entries(tx, "document", document.id)]
    for deed, who in paper.by.items():
        actors = [_phone(tx, actor) for action, actor in deeds if action == deed]
        yield Check(subject, words.deed(document.version, deed, who), actors == [who], ", ".join(actors))
    material = load_material(documents.material(tx, document.id))
    if paper.figures:
        figures = {figure.code: figure for figure in paper_figures(material).values()}
        values = {code: figures[code].value for code in paper.figures if code in figures}
        printed = {code: to_json(value) for code, value in values.items() if value is not None}
        what = words.printed_figures(document.version, len(paper.figures))
        yield Check(subject, what, printed == dict(paper.figures), str(printed))
    if paper.overrides is not None:
        standing = {o.tag.partition("@")[0]: [to_json(o.value), o.reason] for o in material.overrides}
        what = words.overridden(document.version, len(paper.overrides))
        yield Check(subject, what, standing == dict(paper.overrides), str(standing))


def _phone(tx: Tx, person_id: int | None) -> str:
    contact = people.contact_of(tx, person_id) if person_id else None
    return contact.address if contact else ""


def _verified(ctx: Context, subject: str, document: Document) -> Check:
    """The issued file is known as such by its bytes."""
    file = documents.file(ctx.tx, document.id, ISSUED)
    kept = files.content(ctx.tx, file.sha256) if file else None
    issued, told = verify(ctx, kept[0]) if kept else (False, [])
    return Check(subject, words.verified(document.number), issued, " ".join(told))


def of_work(stage: Stage) -> Iterator[Check]:
    """Nothing is left to be written, and no version hangs in between."""
    with stage.running() as world, world.database.read() as tx:
        waiting = jobs.waiting(tx)
        yield Check(words.MONTH, words.jobs_done(), waiting == 0, str(waiting))
        every = documents.of_campaign(tx, campaign_of(tx).id)
        unwritten = [str(d.version) for d in every if d.state == "composing"]
        yield Check(words.MONTH, words.versions_written(len(every)), not unwritten, ", ".join(unwritten))
        standing = overrides.standing(tx, campaign_of(tx).id)
        without = [tag for tag, one in standing.items() if not one.override.reason.strip()]
        yield Check(words.MONTH, words.reasons_given(len(standing)), not without, ", ".join(without))
