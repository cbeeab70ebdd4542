"""The running parts tied together: database, rules, messengers, clock, workers. All synchronous."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.channels.base import Channel, LocalChannel
from bot.clock import ZONE, Clock
from bot.metrics import Metrics
from bot.pdf import Printer
from bot.work.inbox import InboxWorker
from bot.work.jobs import JobsWorker
from bot.work.outbox import OutboxWorker
from bot.work.outcomes import Outcomes
from handlers.tick import tick
from handlers.world import World
from storage.database import Database
from storage.queries import audit, inbox, jobs, outbox, slots
from storage.queries.waiting import oldest

RAW_KEPT = timedelta(days=90)


class Runtime:
    """Everything but the event loop. `local` are those of the channels that are sent to by a local call."""

    def __init__(
        self,
        database: Database,
        world: World,
        channels: Mapping[str, Channel],
        clock: Clock,
        metrics: Metrics,
        printer: Printer | None = None,
        local: Mapping[str, LocalChannel] | None = None,
    ) -> None:
        self.database = database
        self.world = world
        self.clock = clock
        self.metrics = metrics
        self.inbox = InboxWorker(database, world, channels, clock, metrics)
        self.outcomes = Outcomes(world, metrics, world.random)
        self.outbox = OutboxWorker(database, local or {}, self.outcomes, clock)
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
        self.measure()
        self.metrics.ticked.set(now.timestamp())

    def measure(self) -> None:
        """Count what waits, and since when."""
        now = self.clock.now()
        with self.database.read() as tx:
            waiting = {"inbox": inbox.waiting(tx), "outbox": outbox.waiting(tx), "jobs": jobs.waiting(tx)}
            since = oldest(tx, now)
        for queue, count in waiting.items():
            self.metrics.depth.labels(queue).set(count)
            self.metrics.oldest.labels(queue).set(
                (now - since[queue]).total_seconds() if queue in since else 0
            )

    def next_send(self) -> datetime | None:
        """When the next queued message may go out, or a job that failed is tried again."""
        with self.database.read() as tx:
            return min(
                (at for at in (outbox.next_due(tx), jobs.next_due(tx)) if at is not None), default=None
            )
