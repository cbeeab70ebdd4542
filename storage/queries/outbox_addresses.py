"""What waits for one address, all of it at once."""

from sqlalchemy import bindparam, literal_column, update

from storage.database import Tx
from storage.tables import outbox

_o = outbox.c
_DROP_QUEUED = (
    update(outbox)
    .where(
        _o.state == literal_column("'queued'"),  # written out for SQLite's partial index
        _o.channel == bindparam("of_channel"),
        _o.address == bindparam("of_address"),
    )
    .values(state="dropped", armed=False)
)


def drop_queued(tx: Tx, channel: str, address: str) -> int:
    """Send nothing of what is queued for an address, for now or later. Returns how many rows it was."""
    return tx.execute(_DROP_QUEUED, {"of_channel": channel, "of_address": address}).rowcount
