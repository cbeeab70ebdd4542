"""What a messenger's adapter offers: decode what came in, send what goes out. Wire format, nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from handlers.messages import Capabilities, Incoming
from storage.queries.inbox import Row as InboxRow
from storage.queries.outbox import Row as OutboxRow
from storage.queries.outbox import Rung


class SendError(Exception):
    """A message could not be sent; the flags say what to do, the sender reads nothing else.

    retryable: try again, after `wait` seconds if given. unknown: it may have arrived, never send it again blindly;
    both: who waits for it gets it again, as often as it takes, a notice goes once.
    Neither: it will never arrive; a person is told. everybody: it is not about this message, nothing else would
    get through either (a flood wait, no way to the messenger). shut_out: the person no longer lets the bot write.
    """

    def __init__(
        self,
        why: str,
        *,
        retryable: bool = False,
        unknown: bool = False,
        wait: float | None = None,
        everybody: bool = False,
        shut_out: bool = False,
    ) -> None:
        super().__init__(why)
        self.retryable = retryable
        self.unknown = unknown
        self.wait = wait
        self.everybody = everybody
        self.shut_out = shut_out


class FetchError(Exception):
    """A file could not be fetched. retryable: the way to it is broken, not the file."""

    def __init__(self, why: str, *, retryable: bool, too_large: bool = False) -> None:
        super().__init__(why)
        self.retryable = retryable
        self.too_large = too_large


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file a person sent, as it was fetched."""

    name: str
    media_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Delivered:
    """A message that is out: its id there, and by which rung at what cost where there is a choice of ways."""

    message_id: str
    rung: Rung = field(default_factory=Rung)


class Channel(Protocol):
    """One messenger, as what came in from it is read."""

    name: str
    capabilities: Capabilities

    def decode(self, row: InboxRow) -> Incoming | None:
        """The stored raw update as an Incoming; None for one that asks for nothing (an echo, a receipt)."""


class LocalChannel(Channel, Protocol):
    """A messenger that lies in our own tables: sending is a quick local call."""

    def send(self, row: OutboxRow) -> Delivered:
        """Carry out one outbox row (send, edit or disarm), in a worker thread. Raises SendError."""


class RemoteChannel(Channel, Protocol):
    """A messenger behind a network. `rate` messages a second in all, `gap` seconds between two to one address."""

    rate: float
    gap: float

    async def deliver(self, row: OutboxRow, files: Mapping[str, bytes]) -> Delivered:
        """Carry out one outbox row; `files` are its documents' contents by SHA-256.

        Raises SendError.
        """

    async def fetch(self, row: InboxRow) -> Sequence[Fetched]:
        """The files of a stored update. Raises FetchError."""

    async def start(self) -> None:
        """Open what is needed. Raises SendError when the messenger cannot be reached."""

    async def stop(self) -> None:
        """Close it."""
