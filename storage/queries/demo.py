"""The simulated messenger's people and their chats (demo only).

`seq` is one counter over all chats: it grows with every message and every change of one, so a page that asks for what
came after a number misses nothing.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, select, text, update

from storage.database import Tx
from storage.statements import per_dialect
from storage.tables import demo_messages, demo_people

TELEGRAM, OA, TEXT = "telegram", "oa", "text"  # what a phone shows
LIKENESSES = (TELEGRAM, OA, TEXT)
TAP = "tap"  # the sender of a tapped button: a person's doing that no phone shows as a message


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """`unit` is a name; `code` a working invitation for one not linked yet; `likeness`: what the phone shows."""

    address: str
    name: str
    role: str
    unit: str
    code: str
    likeness: str

    @property
    def buttons(self) -> bool:
        return self.likeness != TEXT


@dataclass(frozen=True, slots=True)
class DemoMessage:
    """`sender` is bot, me or tap; `choices` are those shown; `edited`: its text was changed.

    A file is {"name", "type", "sha256"}, with "link" where the text gives its address instead.
    """

    id: int
    seq: int
    at: datetime
    sender: str
    text: str
    choices: list[Any]
    files: list[Any]
    edited: bool
    outbox_id: int | None


_p, _m = demo_people.c, demo_messages.c
_PEOPLE = select(_p.address, _p.name, _p.role, _p.unit, _p.code, _p.likeness).order_by(_p.address)
_ADD_PERSON = insert(demo_people)
_SET_LIKENESS = update(demo_people).where(_p.address == bindparam("of")).values(likeness=bindparam("new"))
_numbered = demo_messages.alias("numbered")
_NEXT_SEQ = select(func.coalesce(func.max(_numbered.c.seq), 0) + 1).scalar_subquery()
_COLUMNS = (_m.id, _m.seq, _m.at, _m.sender, _m.text, _m.choices, _m.files, _m.edited, _m.outbox_id)
_ADD = per_dialect(
    lambda insert: (
        insert(demo_messages)
        .values(seq=_NEXT_SEQ)
        .on_conflict_do_nothing(index_elements=["outbox_id"])
        .returning(*_COLUMNS)
    )
)
_EDIT = update(demo_messages).where(_m.id == bindparam("of")).values(seq=_NEXT_SEQ)
_AFTER = (
    select(*_COLUMNS).where(_m.address == bindparam("address"), _m.seq > bindparam("seq")).order_by(_m.seq)
)
_BY_ID = select(*_COLUMNS).where(_m.id == bindparam("id"), _m.address == bindparam("address"))
_BY_OUTBOX = select(*_COLUMNS).where(_m.outbox_id == bindparam("outbox_id"))
_LIKENESS = select(_p.likeness).where(_p.address == bindparam("of"))
_NEWEST = (
    select(_m.address, func.max(_m.seq))
    .where(_m.sender == "bot", _m.seq > bindparam("seq"))
    .group_by(_m.address)
)
_NUMBERING = text("SELECT pg_advisory_xact_lock(4270016)")


def people(tx: Tx) -> list[DemoPerson]:
    return [DemoPerson(*row) for row in tx.execute(_PEOPLE)]


def add_person(
    tx: Tx, *, address: str, name: str, role: str, unit: str = "", code: str = "", likeness: str = TELEGRAM
) -> None:
    fields = {
        "address": address,
        "name": name,
        "role": role,
        "unit": unit,
        "code": code,
        "likeness": likeness,
    }
    tx.execute(_ADD_PERSON, fields)


def set_likeness(tx: Tx, address: str, likeness: str) -> None:
    tx.execute(_SET_LIKENESS, {"of": address, "new": likeness})


def add_message(
    tx: Tx,
    address: str,
    at: datetime,
    sender: str,
    text: str,
    choices: list[Any],
    files: list[Any],
    outbox_id: int | None = None,
) -> DemoMessage:
    """Put a message into a chat. The same outbox row again gives the message it made before."""
    _hold_numbering(tx)
    fields = {
        "address": address,
        "at": at,
        "sender": sender,
        "text": text,
        "choices": choices,
        "files": files,
        "outbox_id": outbox_id,
    }
    row = tx.execute(_ADD.on(tx), fields).first()
    if row is None:
        row = tx.execute(_BY_OUTBOX, {"outbox_id": outbox_id}).one()
    return DemoMessage(*row)


def edit_message(
    tx: Tx, message_id: int, *, at: datetime, text: str | None = None, choices: list[Any] | None = None
) -> None:
    """Change a message: it comes again, after all others. A new text marks it edited, at `at`."""
    _hold_numbering(tx)
    changes: dict[str, Any] = {} if choices is None else {"choices": choices}
    if text is not None:
        changes |= {"text": text, "edited": True, "at": at}
    tx.execute(_EDIT.values(**changes), {"of": message_id})


def _hold_numbering(tx: Tx) -> None:
    """Numbers are seen in the order they are given: the next one waits for this transaction."""
    if tx.dialect.name == "postgresql":
        tx.execute(_NUMBERING)


def after(tx: Tx, address: str, seq: int) -> list[DemoMessage]:
    """What is new or changed in a chat since a number, by number."""
    return [DemoMessage(*row) for row in tx.execute(_AFTER, {"address": address, "seq": seq})]


def get(tx: Tx, address: str, message_id: int) -> DemoMessage | None:
    """A message of that chat; None too where it is of another."""
    row = tx.execute(_BY_ID, {"id": message_id, "address": address}).first()
    return None if row is None else DemoMessage(*row)


def by_outbox(tx: Tx, outbox_id: int) -> DemoMessage | None:
    row = tx.execute(_BY_OUTBOX, {"outbox_id": outbox_id}).first()
    return None if row is None else DemoMessage(*row)


def is_known(tx: Tx, address: str) -> bool:
    """Whether there is a phone of that address; one that no database can hold is none."""
    return "\0" not in address and tx.execute(_LIKENESS, {"of": address}).first() is not None


def likeness(tx: Tx, address: str) -> str:
    """What a phone shows; one nobody knows is like the usual."""
    found: str | None = tx.execute(_LIKENESS, {"of": address}).scalar()
    return found or TELEGRAM


def newest(tx: Tx, seq: int) -> dict[str, int]:
    """The number of each chat's newest bot message, of those that came after a number."""
    return {row.address: row[1] for row in tx.execute(_NEWEST, {"seq": seq})}
