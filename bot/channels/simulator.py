"""The simulated messenger: its phones' messages lie in the demo's own tables. Exists in `demo` only."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.channels.base import Delivered, SendError
from bot.channels.likeness import Bubble, Link, by_template, like_oa, like_telegram, words_alone
from bot.clock import Clock
from handlers.messages import Capabilities, File, Incoming, IncomingKind
from reporting import outreach
from reporting.outreach import Outreach
from storage.database import Database, Tx
from storage.queries import demo, inbox, people
from storage.queries import files as content
from storage.queries.demo import DemoMessage
from storage.queries.inbox import Row as InboxRow
from storage.queries.outbox import Row as OutboxRow
from storage.queries.outbox import Rung

NAME = "simulator"
MAX_FILE = 20 * 1024 * 1024
KINDS: frozenset[IncomingKind] = frozenset(
    {"text", "choice", "edit", "file", "sticker", "voice", "location", "group", "other"}
)


class Simulator:
    """Channel over the demo's tables. What a message looks like goes by what the phone is like.

    `plan` holds the templates for phones like an Official Account, `link` gives a document's link.
    """

    name = NAME
    capabilities = Capabilities()

    def __init__(
        self, database: Database, clock: Clock, plan: Outreach | None = None, link: Link | None = None
    ) -> None:
        self.database = database
        self.clock = clock
        self.plan = plan or Outreach()
        self.link = link or _own_address

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
            on_row=raw.get("row", 0),
            files=files,
            too_large=raw.get("too_large", False),
        )

    def send(self, row: OutboxRow) -> Delivered:
        """See bot.channels.base.LocalChannel. A row that was sent before is not shown twice."""
        with self.database.begin(synced=False) as tx:  # the mark that it was sent takes it along
            likeness = demo.likeness(tx, row.address)
            if likeness == demo.OA:
                return self._to_oa(tx, row)
            if row.kind == "disarm":
                demo.edit_message(tx, int(row.target_external_id), at=self.clock.now(), choices=[])
                return Delivered(row.target_external_id)
            if likeness == demo.TEXT:
                return Delivered(self._show(tx, row, words_alone(row, self.link)))
            (bubble,) = like_telegram(row)
            if row.kind == "send":
                return Delivered(self._show(tx, row, [bubble]))
            demo.edit_message(
                tx,
                int(row.target_external_id),
                at=self.clock.now(),
                text=bubble.text,
                choices=bubble.choices,
            )
            return Delivered(row.target_external_id)

    def _to_oa(self, tx: Tx, row: OutboxRow) -> Delivered:
        """Nothing shown can be changed or taken back; after two days of silence only templates arrive."""
        if row.kind in ("disarm", "menu"):
            return Delivered(row.target_external_id)
        now, seen = self.clock.now(), people.last_seen(tx, NAME, row.address)
        if row.person_id is None and seen is None:
            seen = now  # a stranger is only ever answered
        template = outreach.template_of(self.plan, row.notice) if row.notice else None
        ways = outreach.rungs(self.plan, template, now, seen, "")
        if not ways:
            raise SendError("no way to this person now")
        if ways[0] in (outreach.FREE, outreach.PAID):
            bubbles = like_oa(row, content.sizes(tx, [d[2] for d in row.documents]), self.link)
        else:
            bubbles = [by_template(row, self.plan)]
        return Delivered(self._show(tx, row, bubbles), Rung(ways[0], self.plan.price(ways[0])))

    def _show(self, tx: Tx, row: OutboxRow, bubbles: Sequence[Bubble]) -> str:
        """Put a row's messages into the chat. The id of the last, which stands for the row."""
        shown = demo.by_outbox(tx, row.id)
        if shown is not None:
            return str(shown.id)
        for place, bubble in enumerate(bubbles, 1):
            of = row.id if place == len(bubbles) else None
            shown = demo.add_message(
                tx, row.address, self.clock.now(), "bot", bubble.text, bubble.choices, bubble.files, of
            )
        assert shown is not None
        return str(shown.id)


def _own_address(row: OutboxRow, index: int) -> str:
    return f"/demo/api/files/{row.documents[index][2]}"


def post(tx: Tx, address: str, kind: IncomingKind, at: datetime, **fields: Any) -> DemoMessage:
    """A person's message: shown on their phone and stored for handling, in the caller's transaction."""
    shown = fields.pop("shown", fields.get("text", ""))
    stored = fields.get("files", [])
    listed = [{"name": f["name"], "type": f["type"], "sha256": f["sha256"]} for f in stored]
    sender = demo.TAP if kind == "choice" else "me"
    message = demo.add_message(tx, address, at, sender, shown, [], listed)
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
