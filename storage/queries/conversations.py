"""Where each conversation stands, between two messages."""

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select

from storage.database import Tx
from storage.prepared import Prepared
from storage.statements import per_dialect
from storage.tables import conversations, strangers

_LOAD = Prepared(select(conversations.c.state).where(conversations.c.person_id == bindparam("person_id")))
_SAVE = Prepared(
    per_dialect(
        lambda insert: (statement := insert(conversations)).on_conflict_do_update(
            index_elements=["person_id"],
            set_={"state": statement.excluded.state, "at": statement.excluded.at},
        )
    )
)
_OF_ADDRESS = (strangers.c.channel == bindparam("of_channel")) & (
    strangers.c.address == bindparam("of_address")
)
_LOAD_STRANGER = select(strangers.c.state).where(_OF_ADDRESS)
_SAVE_STRANGER = per_dialect(
    lambda insert: (statement := insert(strangers)).on_conflict_do_update(
        index_elements=["channel", "address"],
        set_={"state": statement.excluded.state, "at": statement.excluded.at},
    )
)
_DROP_STRANGER = delete(strangers).where(_OF_ADDRESS)


def load(tx: Tx, person_id: int) -> dict[str, Any]:
    """A person's conversation state, {} before the first message."""
    return _LOAD.scalar(tx, {"person_id": person_id}) or {}


def save(tx: Tx, person_id: int, state: dict[str, Any], at: datetime) -> None:
    _SAVE.run(tx, {"person_id": person_id, "state": state, "at": at})


def load_stranger(tx: Tx, channel: str, address: str) -> dict[str, Any]:
    """The conversation state of an address that is nobody's yet, {} before the first message."""
    return tx.execute(_LOAD_STRANGER, {"of_channel": channel, "of_address": address}).scalar() or {}


def save_stranger(tx: Tx, channel: str, address: str, state: dict[str, Any], at: datetime) -> None:
    tx.execute(_SAVE_STRANGER.on(tx), {"channel": channel, "address": address, "state": state, "at": at})


def drop_stranger(tx: Tx, channel: str, address: str) -> None:
    tx.execute(_DROP_STRANGER, {"of_channel": channel, "of_address": address})
