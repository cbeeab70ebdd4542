"""What a hostile message may not change, and what it was answered: read straight from the stage's database."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, select

from bot.demo_world import DemoWorld
from handlers.scenes import Scene, from_state
from storage import document_tables, tables
from storage.database import Tx
from storage.queries import conversations, people

KEPT: tuple[Table, ...] = (
    tables.answers,
    tables.submissions,
    tables.assignments,
    tables.evidence,
    tables.office_tasks,
    tables.invitations,
    tables.contacts,
    tables.memberships,
    tables.campaigns,
    tables.people,
    tables.units,
    document_tables.documents,
    document_tables.document_files,
    document_tables.register,
    document_tables.passages,
    document_tables.list_items,
    document_tables.overrides,
)
SIMULATOR = "simulator"


@dataclass(frozen=True, slots=True)
class State:
    """Everything a report consists of, and where somebody's conversation stands."""

    kept: dict[str, Sequence[Any]]
    scene: Scene | dict[str, Any]


def scene_of(tx: Tx, who: str) -> Scene | dict[str, Any]:
    """The scene of an address; of a stranger the state that is kept."""
    person = people.by_contact(tx, SIMULATOR, who)
    if person is None:
        return conversations.load_stranger(tx, SIMULATOR, who)
    return from_state(conversations.load(tx, person.id))


def state(world: DemoWorld, who: str) -> State:
    """The stored state as it is now; times last seen aside."""
    with world.database.read() as tx:
        kept = {table.name: tx.exec_driver_sql(_rows_of(table)).fetchall() for table in KEPT}
        return State(kept, scene_of(tx, who))


def _rows_of(table: Table) -> str:
    columns = (f'"{column.name}"' for column in table.c if column.name != "last_seen_at")
    return f"SELECT {', '.join(columns)} FROM {table.name} ORDER BY 1"


def parked(world: DemoWorld) -> list[int]:
    """The inbox rows that were put aside or failed at least once."""
    rows = tables.inbox.c
    with world.database.read() as tx:
        return list(tx.execute(select(rows.id).where((rows.state != "done") | (rows.attempts > 0))).scalars())


def told(world: DemoWorld, after: int) -> list[tuple[str, str, list[Any]]]:
    """What the bot said since: (address, text, choices), in order. `after` is a number of `last`."""
    rows = tables.outbox.c
    query = (
        select(rows.address, rows.text, rows.choices)
        .where(rows.id > after, rows.kind == "send")
        .order_by(rows.id)
    )
    with world.database.read() as tx:
        return [(address, text, choices) for address, text, choices in tx.execute(query)]


def last(world: DemoWorld) -> int:
    """The newest outbox row's number."""
    with world.database.read() as tx:
        return max(tx.execute(select(tables.outbox.c.id)).scalars(), default=0)
