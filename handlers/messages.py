"""What every channel speaks: an Incoming from a person, an Outgoing to one."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

IncomingKind = Literal["text", "choice", "edit", "file", "sticker", "voice", "location", "group", "other"]


@dataclass(frozen=True, slots=True)
class File:
    """A file a person sent, already fetched into the content store. `size` in bytes."""

    name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing a person did, as the channel decoded it.

    `message_id` is the messenger's id of this message; for an edit, of the message edited. `on_message` is the
    bot message whose button was tapped, `choice` the tapped choice's id.
    `too_large` marks a file that was over the limit and was not fetched.
    """

    channel: str
    address: str
    kind: IncomingKind
    at: datetime
    message_id: str
    text: str = ""
    choice: str = ""
    on_message: str = ""
    files: tuple[File, ...] = ()
    too_large: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A button. `id` is ASCII of at most 60 bytes; `words` are what may be typed instead, besides the label."""

    id: str
    label: str
    words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.id.isascii() or len(self.id) > 60:
            raise ValueError(f"choice id too long or not ASCII: {self.id!r}")


@dataclass(frozen=True, slots=True)
class Document:
    """A file for a person, lying in the content store."""

    name: str
    media_type: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to a person. `replaces` names the outbox row whose message is edited in place."""

    text: str
    choices: tuple[Choice, ...] = ()
    documents: tuple[Document, ...] = ()
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a messenger can do."""

    buttons: bool = True
    edits: bool = True
    documents: bool = True
    text_limit: int = 4096
    proactive_hours: tuple[int, int] = field(default=(7, 21))
