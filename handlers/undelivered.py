"""A message that will not arrive: the office gets the person on its call list."""

from datetime import datetime

from handlers.turn import Context
from handlers.world import World
from storage.database import Tx
from storage.queries import office_tasks
from storage.queries.outbox import Row


def tell_office(tx: Tx, world: World, row: Row, now: datetime) -> None:
    """Open one task «unreachable» a person; it is listed under «việc»."""
    open_ones = [
        t for t in office_tasks.open_ones(tx) if t.kind == "unreachable" and t.person_id == row.person_id
    ]
    if row.person_id is None or open_ones:
        return
    task = office_tasks.add(
        tx,
        kind="unreachable",
        assignment_id=None,
        person_id=row.person_id,
        at=now,
        detail={"channel": row.channel},
    )
    Context(tx, world, now).audit(None, "unreachable", "person", row.person_id, task=task)
