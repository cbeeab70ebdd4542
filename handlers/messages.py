"""What every channel speaks: an Incoming from a person; choices and documents for one; what the channel can do."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

IncomingKind = Literal[
    "text",
    "choice",
    "edit",
    "file",
    "contact",
    "sticker",
    "voice",
    "location",
    "group",
    "blocked",
    "unblocked",
    "received",
    "other",
]
SHARE_CONTACT = "share_contact"  # the choice that sends the phone's number; channels draw it their own way


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
    `too_large` marks a file that was over the limit and was not fetched, `lost` one that could not be fetched.
    `phone` is the number of a shared contact, digits with country code (84912345678); empty unless it is the sender's
    own. `blocked` and `unblocked` say that the person shut the bot out, or let it in again.
    `received`: our message `on_message` lies on the phone.
    `on_row` is the outbox row whose button was tapped, where the messenger tells no message but carries what we put in;
    of a receipt, the row it is for, where the messenger names no address of ours.
    `vouched`: the messenger answers for the shared number; else the person typed it.
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
    lost: bool = False
    phone: str = ""
    on_row: int = 0
    vouched: bool = True


@dataclass(frozen=True, slots=True)
class Choice:
    """A button. `id` is ASCII of at most 48 bytes; `words` are what may be typed instead, besides the label."""

    id: str
    label: str
    words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.id.isascii() or len(self.id) > 48:
            raise ValueError(f"choice id too long or not ASCII: {self.id!r}")


@dataclass(frozen=True, slots=True)
class Document:
    """A file for a person, lying in the content store."""

    name: str
    media_type: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a messenger can do. Dialogues never ask which one it is, only this.

    `files_apart`: a document is a message of its own, which goes before the words; `menu`: it shows commands;
    `contacts`: it has a button that sends the phone's number. `most_buttons` fit under a message; choices beyond
    that are written out. `windows`: people may be written to freely only for a while after they wrote.
    `links`: documents go as links, the messenger takes none.
    """

    buttons: bool = True
    edits: bool = True
    documents: bool = True
    files_apart: bool = False
    menu: bool = False
    contacts: bool = False
    windows: bool = False
    links: bool = False
    most_buttons: int = 100
    text_limit: int = 4096
