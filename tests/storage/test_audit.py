"""The audit's chain of seals shows every row changed, added or removed behind a seal."""

from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy import delete, insert, update

from storage.database import Database, Tx
from storage.queries import audit
from storage.tables import audit as audit_table
from storage.tables import audit_seals
from tests.storage.threads import together
from tests.storage.world import World

ROWS = audit_table.c


def write(tx: Tx, now: datetime, number: int) -> None:
    audit.write(tx, now, None, "answer", "assignment", 5, {"number": number, "ratio": 0.1, "a": ["đ"]})


def sealed(tx: Tx, now: datetime) -> None:
    """Rows 1–3 under a seal, 4–6 under the next, 7 under none."""
    for numbers in ((1, 2, 3), (4, 5, 6)):
        for number in numbers:
            write(tx, now, number)
        assert audit.seal(tx, now) == 3
    write(tx, now, 7)


def test_what_was_done_to_something(database: Database, world: World, now: datetime) -> None:
    with database.begin() as tx:
        audit.write(tx, now, world.chair, "answer", "assignment", 5, {"questions": ["gifts"]})
        audit.write(tx, now, None, "lock", "campaign", 5, {})
        audit.write(tx, now, None, "submit", "assignment", 5, {})
        found = audit.entries(tx, "assignment", 5)
        assert [(e.actor_id, e.action, e.at) for e in found] == [
            (world.chair, "answer", now),
            (None, "submit", now),
        ]
        assert found[0].detail == {"questions": ["gifts"]}
        assert audit.entries(tx, "assignment", 6) == []


def test_an_untouched_chain_holds(database: Database, now: datetime) -> None:
    with database.begin() as tx:
        assert audit.seal(tx, now) == 0
        assert audit.verify(tx) is None
        sealed(tx, now)
        assert audit.seal(tx, now) == 1
        assert audit.seal(tx, now) == 0
    with database.read() as tx:
        assert audit.verify(tx) is None


def _alien(tx: Tx) -> None:
    tx.execute(delete(audit_table).where(ROWS.id == 5))
    row = {
        "at": datetime.fromisoformat("2023-10-25T08:00:00+07:00"),
        "action": "answer",
        "subject": "assignment",
    }
    tx.execute(insert(audit_table).values(id=5, subject_id=5, detail={"number": 5}, **row))


@pytest.mark.parametrize(
    ("tamper", "first"),
    [
        (lambda tx: tx.execute(update(audit_table).where(ROWS.id == 2).values(action="other")), 1),
        (lambda tx: tx.execute(update(audit_table).where(ROWS.id == 5).values(detail={"number": 50})), 4),
        (lambda tx: tx.execute(update(audit_table).where(ROWS.id == 6).values(subject_id=6)), 4),
        (lambda tx: tx.execute(delete(audit_table).where(ROWS.id == 1)), 1),
        (lambda tx: tx.execute(delete(audit_table).where(ROWS.id == 6)), 4),
        (_alien, 4),
        (lambda tx: tx.execute(delete(audit_seals).where(audit_seals.c.id == 1)), 1),
        (lambda tx: tx.execute(update(audit_seals).where(audit_seals.c.id == 1).values(digest="0" * 64)), 1),
        (lambda tx: tx.execute(update(audit_seals).where(audit_seals.c.id == 2).values(last_audit_id=7)), 4),
    ],
)
def test_tampering_shows(
    database: Database, now: datetime, tamper: Callable[[Tx], object], first: int
) -> None:
    with database.begin() as tx:
        sealed(tx, now)
    with database.begin() as tx:
        tamper(tx)
    with database.read() as tx:
        assert audit.verify(tx) == first


def test_sealing_while_others_write(database: Database, now: datetime) -> None:
    """A row committed late, with a number below those already seen, must not fall behind the seal."""

    def work() -> None:
        for number in range(15):
            with database.begin() as tx:
                write(tx, now, number)
                write(tx, now, number)

    def seal() -> int:
        found = 0
        for _ in range(10):
            with database.begin() as tx:
                found += audit.seal(tx, now)
        return found

    *_, during = together(work, work, seal)
    with database.begin() as tx:
        assert (during or 0) + audit.seal(tx, now) == 60
        assert audit.verify(tx) is None
