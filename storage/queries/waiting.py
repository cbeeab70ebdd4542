"""Since when the queues' oldest rows wait."""

from datetime import datetime

from sqlalchemy import bindparam, func, select

from storage.database import Tx
from storage.document_tables import jobs
from storage.tables import inbox, outbox

_OLDEST = {
    "inbox": select(func.min(inbox.c.received_at)).where(inbox.c.state == "new"),
    "outbox": select(func.min(outbox.c.not_before)).where(
        outbox.c.state == "queued", outbox.c.not_before <= bindparam("now")
    ),
    "jobs": select(func.min(jobs.c.not_before)).where(
        jobs.c.state == "new", jobs.c.not_before <= bindparam("now")
    ),
}


def oldest(tx: Tx, now: datetime) -> dict[str, datetime]:
    """Since when the oldest row could be done that is not, by queue: inbox | outbox | jobs. Empty queues are absent."""
    found = {queue: tx.execute(statement, {"now": now}).scalar_one() for queue, statement in _OLDEST.items()}
    return {queue: since for queue, since in found.items() if since is not None}
