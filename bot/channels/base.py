"""What a messenger's adapter offers: decode what came in, send what goes out. Wire format, nothing else."""

from typing import Protocol

from handlers.messages import Capabilities, Incoming
from storage.queries.inbox import Row as InboxRow
from storage.queries.outbox import Row as OutboxRow


class SendError(Exception):
    """A message could not be sent; the flags say what to do, the sender reads nothing else.

    retryable: try again, after `wait` seconds if given. unknown: it may have arrived, never send it again blindly.
    Neither: it will never arrive; a person is told.
    """

    def __init__(
        self, why: str, *, retryable: bool = False, unknown: bool = False, wait: float | None = None
    ) -> None:
        super().__init__(why)
        self.retryable = retryable
        self.unknown = unknown
        self.wait = wait


class Channel(Protocol):
    """One messenger."""

    name: str
    capabilities: Capabilities

    def decode(self, row: InboxRow) -> Incoming | None:
        """The stored raw update as an Incoming; None for one that asks for nothing (an echo, a receipt)."""

    def send(self, row: OutboxRow) -> str:
        """Carry out one outbox row (send, edit or disarm), in a worker thread. Returns the messenger's message id.

        Raises SendError.
        """
