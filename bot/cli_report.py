"""`baocao report PERIOD --out DIR` and `baocao document verify FILE`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli_campaign import Period, month_of
from bot.cli_frame import FOUND, Command, group
from bot.cli_office import database, present
from reporting.errors import Refused, WrongUse
from templates.cli import help as words
from templates.cli import office as office_wording
from templates.cli import report as wording

if TYPE_CHECKING:
    from datetime import datetime

    from handlers.papers import Paper
    from handlers.turn import Context
    from handlers.world import World
    from reporting.periods import Month
    from storage.database import Database

document_app = group(words.DOCUMENT)


def report(
    period: Period,
    out: Annotated[Path, typer.Option("--out", metavar=words.META_FOLDER, help=words.REPORT_OUT)],
) -> None:
    """Composes a month's report as it stands now, as a new version, and writes bao-cao-2023-10.docx (and .pdf).

    An issued month's report is written as it was issued. Exit code 1 where the month was never opened.
    """
    month = month_of(period)
    from bot.app import make_world
    from bot.messengers import in_use
    from bot.settings import load

    settings = load()
    world = make_world(settings, channels=in_use(settings))
    with database(settings) as base:
        with base.read() as tx:
            now = present(tx)
        document_id = _composed(base, world, month, now)
        from handlers import papers
        from handlers.turn import Context

        with base.read() as tx:
            ctx = Context(tx, world, now)
            paper = papers.load(ctx, document_id)
            for line in _told(paper):
                print(line)
            for line in _write(ctx, paper, out):
                print(line)


def _composed(base: "Database", world: "World", month: "Month", now: "datetime") -> int:
    """The id of a version written just now, or of the issued one."""
    from bot.clock import ManualClock
    from bot.metrics import Metrics
    from bot.pdf import found_printer
    from bot.work.jobs import JobsWorker
    from handlers import papers
    from handlers.actions.compose import compose
    from handlers.turn import Context
    from storage.queries import campaigns, documents

    with base.begin() as tx:
        campaign = campaigns.by_period(tx, str(month))
        if campaign is None:
            print(office_wording.no_campaign(str(month)))
            raise typer.Exit(FOUND)
        ctx = Context(tx, world, now)
        try:
            document_id = compose(ctx, campaign, None, quiet=True).id
        except Refused:
            issued = papers.newest(ctx, campaign, "issued")
            if issued is None:
                raise
            return issued.document.id
    worker = JobsWorker(base, world, ManualClock(now), Metrics(), found_printer())
    while worker.run():
        continue
    with base.read() as tx:
        if documents.get(tx, document_id).state == "composing":
            print(wording.not_composed(str(month)))
            raise typer.Exit(FOUND)
    return document_id


def _told(paper: "Paper") -> list[str]:
    from handlers import papers
    from templates.filters import short_month
    from templates.render import finding

    month, snapshot = short_month(paper.month), paper.material.snapshot
    if paper.document.state == "issued":
        return [wording.already_issued(month, paper.document.number)]
    head = wording.composed(month, paper.document.version, paper.code, snapshot.submitted, snapshot.expected)
    return [head, *(wording.finding(found.level, finding(found)) for found in papers.findings(paper))]


def _write(ctx: "Context", paper: "Paper", out: Path) -> list[str]:
    from handlers import papers
    from storage.queries import files

    kind, written = "issued" if paper.document.state == "issued" else "draft", []
    for _, _, sha256 in papers.attachments(paper, kind):
        kept = files.content(ctx.tx, sha256)
        assert kept is not None
        suffix = "pdf" if kept[1] == "application/pdf" else "docx"
        place = out / f"bao-cao-{paper.month}.{suffix}"
        try:
            out.mkdir(parents=True, exist_ok=True)
            place.write_bytes(kept[0])
        except OSError:
            raise WrongUse(wording.cannot_write(str(place))) from None
        written.append(wording.written(str(place)))
    return written


@document_app.callback()
def document() -> None:
    """Keeps `verify` a command of its own, though it is the only one."""


@document_app.command("verify", cls=Command, help=words.DOCUMENT_VERIFY)
def verify(
    file: Annotated[Path, typer.Argument(metavar=words.META_FILE, help=words.DOCUMENT_FILE)],
) -> None:
    """Says whether a file's bytes are an issued document's, and which; else what differs. Exit code 1 then."""
    try:
        body = file.read_bytes()
    except OSError:
        raise WrongUse(office_wording.no_file(str(file))) from None
    from bot.app import make_world
    from bot.messengers import in_use
    from bot.settings import load
    from handlers.turn import Context
    from handlers.verify import verify as look

    settings = load()
    with database(settings) as base, base.read() as tx:
        issued, lines = look(Context(tx, make_world(settings, channels=in_use(settings)), present(tx)), body)
    for line in lines:
        print(line)
    if not issued:
        raise typer.Exit(FOUND)
