"""The running parts tied together: database, rules, messengers, clock, workers. All synchronous."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.channels.base import Channel
from bot.clock import ZONE, Clock
from bot.metrics import Metrics
from bot.pdf import Printer
from bot.work.inbox import InboxWorker
from bot.work.jobs import JobsWorker
from bot.work.outbox import OutboxWorker
from handlers.tick import tick
from handlers.world import World
from storage.database import Database
from storage.queries import audit, inbox, jobs, outbox, slots

RAW_KEPT = timedelta(days=90)


class Runtime:
    """Everything but the event loop."""

    def __init__(
        self,
        database: Database,
        world: World,
        channels: Mapping[str, Channel],
        clock: Clock,
        metrics: Metrics,
        printer: Printer | None = None,
    ) -> None:
        self.database = database
        self.world = world
        self.clock = clock
        self.metrics = metrics
        self.inbox = InboxWorker(database, world, channels, clock, metrics)
        self.outbox = OutboxWorker(database, world, channels, clock, metrics)
        self.jobs = JobsWorker(database, world, clock, metrics, printer)
        if database.dialect == "sqlite":  # one program works on a file: what it left half done is due again
            with database.begin() as tx:
                jobs.release(tx)

    def drain(self) -> None:
        """Handle, send and do jobs until nothing is left that can be done now; who waits for words goes first."""
        while self.inbox.run() + self.outbox.run() or self.jobs.run():
            continue

    def tick(self) -> None:
        """Run what the schedule says is due, seal the audit log, and once a day forget old raw updates."""
        now = self.clock.now()
        tick(self.database, self.world, now)
        with self.database.begin() as tx:
            audit.seal(tx, now)
            if slots.record(tx, f"forget/{now.astimezone(ZONE):%Y-%m-%d}", now, "done", now):
                inbox.forget(tx, now - RAW_KEPT)
        with self.database.read() as tx:
            self.metrics.depth.labels("inbox").set(inbox.waiting(tx))
            self.metrics.depth.labels("outbox").set(outbox.waiting(tx))
            self.metrics.depth.labels("jobs").set(jobs.waiting(tx))

    def next_send(self) -> datetime | None:
        """When the next queued message may go out, or a job that failed is tried again."""
        with self.database.read() as tx:
            return min(
                (at for at in (outbox.next_due(tx), jobs.next_due(tx)) if at is not None), default=None
            )
