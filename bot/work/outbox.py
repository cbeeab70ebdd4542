"""Sending what is queued: in order per address, marks written in batches, errors decided by their flags."""

from collections.abc import Mapping
from datetime import timedelta

import structlog

from bot.channels.base import Channel, SendError
from bot.clock import Clock
from bot.logs import failure
from bot.metrics import Metrics
from handlers.undelivered import tell_office
from handlers.world import World
from storage.database import Database, Tx
from storage.queries import outbox

ATTEMPTS = 6
BACKOFF_SECONDS = (2, 10, 60, 300, 900)
log = structlog.get_logger()


class OutboxWorker:
    """Sends queued rows through their channels."""

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
        """Send at most `limit` rows that are due. Returns how many were tried."""
        with self.database.read() as tx:
            rows = outbox.due(tx, self.clock.now(), limit)
        if not rows:
            return 0
        self.database.sync()  # nobody is told what a failure of the machine could undo
        sent: list[tuple[int, str]] = []
        errors: list[tuple[outbox.Row, SendError]] = []
        broken: set[tuple[str, str]] = set()  # addresses whose earlier row failed: the later ones wait
        for row in rows:
            if (row.channel, row.address) in broken:
                continue
            try:
                sent.append((row.id, self.channels[row.channel].send(row)))
                self.metrics.sends.labels(row.channel, "sent").inc()
            except Exception as error:  # whatever happens to one message, the others go out
                broken.add((row.channel, row.address))
                errors.append((row, _as_send_error(row, error)))
        now = self.clock.now()
        with self.database.begin() as tx:
            outbox.sent(tx, sent, now, rows)
            for row, failure in errors:
                self._failed(tx, row, failure)
        return len(rows)

    def _failed(self, tx: Tx, row: outbox.Row, error: SendError) -> None:
        now = self.clock.now()
        again = error.retryable and row.attempts + 1 < ATTEMPTS
        wait = (
            error.wait
            if error.wait is not None
            else BACKOFF_SECONDS[min(row.attempts, len(BACKOFF_SECONDS) - 1)]
        )
        outbox.failed(tx, row.id, str(error), now + timedelta(seconds=wait) if again else None)
        self.metrics.sends.labels(row.channel, "retried" if again else "failed").inc()
        log.warning("send_failed", outbox=row.id, channel=row.channel, again=again, unknown=error.unknown)
        if not again and not error.unknown and row.kind == "send":
            tell_office(tx, self.world, row, now)


def _as_send_error(row: outbox.Row, error: Exception) -> SendError:
    """A messenger says SendError; anything else is a defect of ours, tried again a few times like a bad line."""
    if isinstance(error, SendError):
        return error
    log.error("send_broke", outbox=row.id, channel=row.channel, **failure(error))
    return SendError(type(error).__name__, retryable=True)
