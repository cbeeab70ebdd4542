"""Sending what is queued for messengers that lie in our own tables: one after the other, marks in one transaction."""

from collections.abc import Mapping

from bot.channels.base import Delivered, LocalChannel, SendError
from bot.clock import Clock
from bot.work.outcomes import Outcomes, as_send_error
from storage.database import Database
from storage.queries import outbox


class OutboxWorker:
    """Sends queued rows through local channels."""

    def __init__(
        self, database: Database, channels: Mapping[str, LocalChannel], outcomes: Outcomes, clock: Clock
    ) -> None:
        self.database = database
        self.channels = channels
        self.outcomes = outcomes
        self.clock = clock

    def run(self, limit: int = 100) -> int:
        """Send at most `limit` rows that are due. Returns how many were tried."""
        with self.database.read() as tx:
            rows = [row for name in self.channels for row in outbox.due(tx, self.clock.now(), limit, name)]
        if not rows:
            return 0
        self.database.sync()  # nobody is told what a failure of the machine could undo
        sent: list[tuple[outbox.Row, Delivered]] = []
        failed: list[tuple[outbox.Row, SendError]] = []
        for row in rows:
            try:
                sent.append((row, self.channels[row.channel].send(row)))
            except Exception as error:  # whatever happens to one message, the others go out
                failed.append((row, as_send_error(row, error)))
        with self.database.begin() as tx:
            self.outcomes.write(tx, sent, failed, self.clock.now())
        return len(rows)
