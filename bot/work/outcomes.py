"""What becomes of an outbox row after it was tried: the same rules for every messenger."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import structlog

from bot.channels.base import Delivered, SendError
from bot.logs import failure
from bot.metrics import Metrics
from handlers.undelivered import fall_over, shut_out, tell_office
from handlers.world import World
from storage.database import Tx
from storage.queries import outbox

ATTEMPTS = 6
OUTAGE_ATTEMPTS = 120  # with the longest wait between them: more than a day without the messenger
BACKOFF_SECONDS = (2, 10, 60, 300, 900)
log = structlog.get_logger()


def as_send_error(row: outbox.Row, error: BaseException) -> SendError:
    """A messenger says SendError; anything else is a defect of ours, tried again a few times like a bad line."""
    if isinstance(error, SendError):
        return error
    log.error("send_broke", outbox=row.id, channel=row.channel, **failure(error))
    return SendError(type(error).__name__, retryable=True)


class Outcomes:
    """Writes marks, in the caller's transaction. `random(n)` gives an integer in 0..n-1, for uneven waits."""

    def __init__(self, world: World, metrics: Metrics, random: Callable[[int], int]) -> None:
        self.world = world
        self.metrics = metrics
        self.random = random

    def write(
        self,
        tx: Tx,
        sent: Sequence[tuple[outbox.Row, Delivered]],
        failed: Sequence[tuple[outbox.Row, SendError]],
        now: datetime,
    ) -> None:
        """Mark what was sent, with the messenger's message ids, and decide on what was not."""
        outbox.sent(tx, [(row.id, end.message_id) for row, end in sent], now, [row for row, _ in sent])
        outbox.on_rungs(tx, {row.id: end.rung for row, end in sent if end.rung.name})
        for row, _ in sent:
            self.metrics.sends.labels(row.channel, "sent").inc()
        for row, error in failed:
            self._failed(tx, row, error, now)

    def _failed(self, tx: Tx, row: outbox.Row, error: SendError, now: datetime) -> None:
        if error.unknown and row.kind == "send" and row.lane == outbox.NOTICE:
            outcome = "unknown"  # nobody gets the same notice twice
            outbox.unknown(tx, row.id, str(error))
        elif (error.retryable or error.unknown) and row.attempts + 1 < self._patience(error):
            outcome = "retried"  # a reply that comes twice harms nobody, one that never comes does
            outbox.failed(tx, row.id, str(error), now + timedelta(seconds=self._wait(row, error)))
        else:
            outcome = "failed"
            outbox.failed(tx, row.id, str(error), None)
            moved = row.kind == "send" and fall_over(tx, self.world, row, now)
            if error.shut_out:
                shut_out(tx, self.world, row.channel, row.address, now)
            elif row.kind == "send" and not moved:
                tell_office(tx, self.world, row, now)
        self.metrics.sends.labels(row.channel, outcome).inc()
        log.warning("send_failed", outbox=row.id, channel=row.channel, outcome=outcome)

    def _patience(self, error: SendError) -> int:
        if error.unknown and not error.retryable:
            return 3
        return OUTAGE_ATTEMPTS if error.everybody else ATTEMPTS

    def _wait(self, row: outbox.Row, error: SendError) -> float:
        """The wait asked for, or one that grows, and is a little uneven so that not all come back at once."""
        if error.wait is not None:
            return error.wait
        wait = BACKOFF_SECONDS[min(row.attempts, len(BACKOFF_SECONDS) - 1)]
        return wait * (1 + self.random(256) / 1024)
