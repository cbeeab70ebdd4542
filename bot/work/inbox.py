"""Handling what came in: one transaction a message; a message that keeps failing is parked, its sender told.

What fails because the database is away, full or locked says nothing about the message: it waits, and is not counted.

These transactions are not synced one by one. The message itself was when it was stored, and is handled anew if the
machine fails; nothing that follows from it is sent before `Database.sync` (see the outbox).
"""

from collections.abc import Mapping

import structlog

from bot.channels.base import Channel
from bot.clock import Clock
from bot.logs import failure
from bot.metrics import Metrics
from handlers.parked import park_and_tell
from handlers.receive import receive
from handlers.world import World
from storage.database import Database
from storage.outage import is_outage
from storage.queries import inbox

ATTEMPTS = 3
log = structlog.get_logger()


class InboxWorker:
    """Handles stored updates, a person's oldest first."""

    def __init__(
        self,
        database: Database,
        world: World,
        channels: Mapping[str, Channel],
        clock: Clock,
        metrics: Metrics,
    ) -> None:
        self.database = database
        self.world = world
        self.channels = channels
        self.clock = clock
        self.metrics = metrics

    def run(self, limit: int = 100) -> int:
        """Handle at most `limit` messages. Returns how many were handled or parked.

        Raises what the database raises while it is away.
        """
        handled = 0
        while handled < limit and self._one():
            handled += 1
        return handled

    def _one(self) -> bool:
        row = None
        try:
            with self.database.begin(synced=False) as tx:
                row = next(iter(inbox.claim(tx, 1)), None)
                if row is None:
                    return False
                now = self.clock.now()
                with self.metrics.handling.labels(row.channel).time():
                    incoming = self.channels[row.channel].decode(row)
                    if incoming is not None:
                        receive(tx, self.world, incoming, row.id, now)
                    inbox.done(tx, row.id, now)
            self.metrics.handled.labels(row.channel, incoming.kind if incoming else "none").inc()
        except Exception as error:
            if row is None or is_outage(error):
                raise
            self._failed(row, error)
        return True

    def _failed(self, row: inbox.Row, error: Exception) -> None:
        """Count a failed attempt outside the rolled-back transaction; the last one parks the message."""
        log.error("message_failed", inbox=row.id, channel=row.channel, **failure(error))
        now = self.clock.now()
        with self.database.begin() as tx:
            if inbox.failed(tx, row.id) >= ATTEMPTS:
                inbox.park(tx, row.id, now)
                park_and_tell(tx, self.world, row, now)
                log.error("message_parked", inbox=row.id, channel=row.channel)
                self.metrics.parked.labels(row.channel).inc()
