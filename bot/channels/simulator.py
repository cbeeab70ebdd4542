"""The simulated messenger: its phones' messages lie in the demo's own tables. Exists in `demo` only."""

from datetime import datetime
from string import ascii_lowercase
from typing import Any

from bot.clock import Clock
from handlers.messages import Capabilities, File, Incoming, IncomingKind
from storage.database import Database, Tx
from storage.queries import demo, inbox
from storage.queries import files as content
from storage.queries.demo import DemoMessage
from storage.queries.inbox import Row as InboxRow
from storage.queries.outbox import Row as OutboxRow
from templates.render import render

NAME = "simulator"
MAX_FILE = 20 * 1024 * 1024
KINDS: frozenset[IncomingKind] = frozenset(
    {"text", "choice", "edit", "file", "sticker", "voice", "location", "group", "other"}
)


class Simulator:
    """Channel over the demo's tables. A phone switched to «chữ thường» gets no buttons but the choices in words."""

    name = NAME
    capabilities = Capabilities()

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self.clock = clock

    def decode(self, row: InboxRow) -> Incoming | None:
        """See bot.channels.base.Channel."""
        raw = row.raw
        files = tuple(File(f["name"], f["type"], f["size"], f["sha256"]) for f in raw.get("files", ()))
        return Incoming(
            channel=NAME,
            address=row.address,
            kind=raw["kind"],
            at=row.received_at,
            message_id=row.message_id,
            text=raw.get("text", ""),
            choice=raw.get("choice", ""),
            on_message=raw.get("on", ""),
            files=files,
            too_large=raw.get("too_large", False),
        )

    def send(self, row: OutboxRow) -> str:
        """See bot.channels.base.Channel. A row that was sent before is not shown twice."""
        now = self.clock.now()
        with self.database.begin(synced=False) as tx:  # the mark that it was sent takes it along
            buttons = demo.wants_buttons(tx, row.address)
            if row.kind == "send":
                text, choices = _as_shown(row, buttons)
                files = [{"name": n, "type": t, "sha256": s} for n, t, s in row.documents]
                shown = demo.add_message(tx, row.address, now, "bot", text, choices, files, row.id)
                return str(shown.id)
            target = int(row.target_external_id)
            if row.kind == "disarm":
                demo.edit_message(tx, target, at=now, choices=[])
            else:
                text, choices = _as_shown(row, buttons)
                demo.edit_message(tx, target, at=now, text=text, choices=choices)
            return row.target_external_id


def _as_shown(row: OutboxRow, buttons: bool) -> tuple[str, list[list[str]]]:
    """A message's text and buttons; without buttons the choices in words, those of the text by their letter alone."""
    if buttons or not row.choices:
        return row.text, [[choice_id, label] for choice_id, label, _ in row.choices]
    letters = [
        {"letter": letter, "label": label, "listed": label[:1] != "✓" and f"\n{letter}) " in f"\n{row.text}"}
        for letter, (_, label, _) in zip(ascii_lowercase, row.choices, strict=False)
    ]
    return row.text + "\n\n" + render("channel/typed_choices", choices=letters), []


def post(tx: Tx, address: str, kind: IncomingKind, at: datetime, **fields: Any) -> DemoMessage:
    """A person's message: shown on their phone and stored for handling, in the caller's transaction."""
    shown = fields.pop("shown", fields.get("text", ""))
    stored = fields.get("files", [])
    listed = [{"name": f["name"], "type": f["type"], "sha256": f["sha256"]} for f in stored]
    message = demo.add_message(tx, address, at, "me", shown, [], listed)
    raw = {"kind": kind, **fields}
    inbox.store(tx, [inbox.RawUpdate(NAME, f"m{message.id}", address, str(message.id), raw)], at)
    return message


def post_edit(tx: Tx, address: str, message: DemoMessage, text: str, at: datetime) -> None:
    """A person edits their own message."""
    demo.edit_message(tx, message.id, at=at, text=text)
    changed = demo.get(tx, address, message.id)
    assert changed is not None
    raw = {"kind": "edit", "text": text}
    inbox.store(
        tx, [inbox.RawUpdate(NAME, f"m{message.id}e{changed.seq}", address, str(message.id), raw)], at
    )


def post_file(
    tx: Tx,
    address: str,
    name: str,
    media_type: str,
    body: bytes | None,
    size: int,
    caption: str,
    at: datetime,
) -> DemoMessage:
    """A person sends a file; `body` None: it was over the limit and was not kept."""
    if body is None:
        return post(tx, address, "file", at, text=caption, too_large=True, shown=f"[{name}]")
    sha256 = content.put(tx, body, media_type)
    kept = [{"name": name, "type": media_type, "size": size, "sha256": sha256}]
    return post(tx, address, "file", at, text=caption, files=kept)
