"""How much a messenger with monthly limits was used."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select, union

from storage.database import Tx
from storage.tables import contacts, outbox

_o, _c = outbox.c, contacts.c
_MESSAGE_KINDS = ("send", "edit")  # a disarm or a menu is no message
_sent = (
    (_o.channel == bindparam("channel")) & (_o.sent_at >= bindparam("since")) & _o.kind.in_(_MESSAGE_KINDS)
)
_MESSAGES = select(func.count()).select_from(outbox).where(_sent)
_KNOWN = union(
    select(_c.address).where(_c.channel == bindparam("channel"), _c.blocked_at.is_(None)),
    select(_o.address).where(_sent),
).subquery()
_PEOPLE = select(func.count()).select_from(_KNOWN)


@dataclass(frozen=True, slots=True)
class Usage:
    """`messages` sent since a moment; `people`: linked ones, and others who were written to since."""

    messages: int
    people: int


def usage(tx: Tx, channel: str, since: datetime) -> Usage:
    """What a channel was used for since a moment, such as the month's first."""
    fields = {"channel": channel, "since": since}
    return Usage(tx.execute(_MESSAGES, fields).scalar_one(), tx.execute(_PEOPLE, fields).scalar_one())
