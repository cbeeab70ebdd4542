"""Work outside transactions: reports are written and printed here, and the result kept in one transaction."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import structlog

from bot.clock import Clock
from bot.logs import failure
from bot.metrics import Metrics
from bot.pdf import NotPrinted, Printer
from handlers.actions.take_back import drafts_of, not_taken, read_back, taken_back
from handlers.actions.written import could_not_be_written, draft_written, issued_written, tell_of_draft
from handlers.alerts import alert
from handlers.amending import replaced
from handlers.papers import load
from handlers.turn import Context
from handlers.world import World
from reporting.documents.model import Stamp
from reporting.errors import Broken, Refused
from reporting.profile import Signer
from storage.database import Database, Tx
from storage.outage import is_outage
from storage.queries import documents, files, jobs
from storage.queries.jobs import Job
from templates.documents.compose import compose
from templates.documents.issue import issue, without_controls

ATTEMPTS = 3
PRINT_FAILURES = 2  # in a row, before an administrator is told
BACKOFF_SECONDS = (5, 60)
Result = Callable[[Context], None]
log = structlog.get_logger()


class JobsWorker:
    """Does the jobs of the table, one after the other. `printer` None: no PDF is made."""

    def __init__(
        self, database: Database, world: World, clock: Clock, metrics: Metrics, printer: Printer | None
    ) -> None:
        self.database = database
        self.world = world
        self.clock = clock
        self.metrics = metrics
        self.printer = printer
        self._unprinted = 0  # in a row
        self._doing: dict[str, Callable[[Job], Result]] = {
            "compose": lambda job: self._compose(
                int(job.payload["document"]), bool(job.payload.get("quiet"))
            ),
            "issue": lambda job: self._issue(int(job.payload["document"])),
            "read_back": lambda job: self._read_back(job.payload),
        }

    def run(self, limit: int = 1) -> int:
        """Do at most `limit` jobs that are due. Returns how many were tried."""
        tried = 0
        while tried < limit and self._one():
            tried += 1
        return tried

    def _one(self) -> bool:
        with self.database.begin() as tx:
            job = jobs.claim(tx, self.clock.now())
        if job is None:
            return False
        try:
            result = self._doing[job.kind](job)
            with self.database.begin() as tx:
                if jobs.done(tx, job, self.clock.now()):
                    result(self._context(tx))
        except Exception as error:  # whatever happens to one job, the others are done
            self._failed(job, error)
        return True

    def _context(self, tx: Tx) -> Context:
        return Context(tx, self.world, self.clock.now())

    def _failed(self, job: Job, error: Exception) -> None:
        log.error("job_failed", job=job.id, kind=job.kind, attempt=job.attempts, **failure(error))
        now, again = self.clock.now(), job.attempts < ATTEMPTS or is_outage(error)
        wait = BACKOFF_SECONDS[min(job.attempts, len(BACKOFF_SECONDS)) - 1]
        with self.database.begin() as tx:
            retry_at = now + timedelta(seconds=wait) if again else None
            jobs.failed(tx, job.id, type(error).__name__, now, retry_at)
            if not again:
                could_not_be_written(self._context(tx), job.kind, job.payload)

    # --- what is done -------------------------------------------------------------------------------------

    def _compose(self, document_id: int, quiet: bool) -> Result:
        """Write a version from what was frozen for it."""
        with self.database.read() as tx:
            paper = load(self._context(tx), document_id)
            material, instead_of = paper.material, replaced(paper)
        signer, version = Signer(**paper.document.signer), paper.document.version
        made = compose(material, self.world.profile, signer=signer, version=version, replaced=instead_of)
        pdf = self._print(made.docx)

        def keep(ctx: Context) -> None:
            draft_written(ctx, document_id, made.docx, pdf, made.content, made.digest)
            if not quiet:
                tell_of_draft(ctx, document_id)

        return keep

    def _issue(self, document_id: int) -> Result:
        """Stamp number and day on the very bytes that were approved."""
        with self.database.read() as tx:
            document = documents.get(tx, document_id)
            draft = documents.file(tx, document_id, "draft_docx")
            kept = files.content(tx, draft.sha256) if draft else None
        if kept is None or document.issued_on is None:
            raise Broken(f"nothing to issue: document {document_id}")
        stamp = Stamp(document.number, document.issued_on)
        docx = issue(kept[0], stamp, self.world.profile.header.place)
        pdf = self._print(docx)
        return lambda ctx: issued_written(ctx, document_id, docx, pdf)

    def _read_back(self, payload: Mapping[str, Any]) -> Result:
        """Compare an edited draft with the one that was sent."""
        with self.database.read() as tx:
            drafts = drafts_of(tx, payload)
            back = files.content(tx, payload["sha256"])
        if back is None:
            raise Broken("nothing to read back")
        try:
            document_id, returned = read_back(drafts, back[0])
        except Refused as refused:
            why = refused
            return lambda ctx: not_taken(ctx, payload, why)
        return lambda ctx: taken_back(ctx, payload, document_id, returned)

    def _print(self, docx: bytes) -> bytes | None:
        """The PDF, where LibreOffice is there and does its work: else the DOCX goes out alone."""
        if self.printer is None:
            return None
        try:
            pdf = self.printer.print(without_controls(docx))
        except (NotPrinted, OSError) as error:
            log.warning("not_printed", **failure(error))
            self._unprinted += 1
            if self._unprinted >= PRINT_FAILURES:
                log.error("printing_keeps_failing", times=self._unprinted)
                with self.database.begin() as tx:
                    alert(self._context(tx), "pdf", times=self._unprinted)
            return None
        self._unprinted = 0
        return pdf
