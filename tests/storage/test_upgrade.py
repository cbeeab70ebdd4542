"""The newest migration under a month in work: drafts go on exactly where they stood, there and back again.

Written for whichever migration is the newest, with tables as the database has them: a new one is tested as it comes.
"""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert

from reporting.values import Missing
from storage import portable
from storage.archive import check
from storage.backup import back_up
from storage.database import MIGRATIONS, Database, migration_config
from storage.queries import answers, assignments, audit, conversations, outbox, submissions, units
from storage.restore import restore
from tests.storage.conftest import admin_url as admin_url
from tests.storage.odd_rows import moment
from tests.support.databases import make_database as make_database
from tests.support.databases import make_url as make_url

New = Callable[[str], Database]
both = pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
AT = moment().replace(tzinfo=None)
SCENE = {"scene": "figures", "assignment": 1, "asked": ["q2"], "z": None, "a": "Ảnh"}
DRAFT: dict[str, list[dict[str, Any]]] = {
    "units": [
        {"id": 1, "code": "LC", "name": "LĐLĐ tỉnh", "kind": "province"},
        {"id": 2, "code": "TU", "name": "Công đoàn xã Tả Ủ", "kind": "grassroots", "parent_id": 1},
    ],
    "people": [{"id": 1, "name": "Lò Thị Ánh"}],
    "contacts": [{"id": 1, "person_id": 1, "channel": "telegram", "address": "7", "linked_at": AT}],
    "campaigns": [
        {"id": 1, "period": "2023-10", "state": "open", "opened_at": AT, "stages": {"due": moment().isoformat()}}
    ],
    "assignments": [
        {"id": 1, "campaign_id": 1, "unit_id": 2, "form": "grassroots-monthly", "state": "draft"},
        {"id": 2, "campaign_id": 1, "unit_id": 1, "form": "office-monthly", "state": "open"},
    ],
    "inbox": [
        {
            "id": 1, "channel": "telegram", "update_id": "1", "address": "7", "raw": {"text": "25"},
            "received_at": AT, "state": "done",
        }
    ],
    "answers": [
        {
            "id": id_, "assignment_id": 1, "question": question, "version": version, "value": value,
            "person_id": 1, "at": AT, "origin": "typed", "inbox_id": 1,
        }
        for id_, question, version, value in ((1, "q1", 1, "24"), (2, "q1", 2, "25"), (3, "q2", 1, '"Ảnh"'))
    ],
    "outbox": [
        {
            "id": 1, "channel": "telegram", "address": "7", "person_id": 1, "kind": "send", "text": "Hỏi",
            "choices": [["a", "Có", []]], "documents": [], "armed": True, "not_before": AT, "queued_at": AT,
            "state": "queued",
        }
    ],
    "conversations": [{"person_id": 1, "state": SCENE, "at": AT}],
    "audit": [
        {"id": 1, "at": AT, "action": "record", "subject": "assignment", "subject_id": 1, "detail": {"q": "q1"}}
    ],
}  # fmt: skip


def revisions() -> tuple[str, str]:
    """The last but one, and the newest."""
    newest = ScriptDirectory(str(MIGRATIONS)).get_revision("head")
    assert newest is not None and isinstance(newest.down_revision, str)
    return newest.down_revision, newest.revision


BEFORE, NEWEST = revisions()


def move(database: Database, revision: str) -> None:
    """Up or down to a revision."""
    with database.begin() as tx:
        at = MigrationContext.configure(tx).get_current_revision()
        step = command.downgrade if at is not None and at > revision else command.upgrade
        step(migration_config(tx), revision)


def drafted(database: Database) -> Database:
    """At the last but one revision, with a report half filled in."""
    move(database, BEFORE)
    with database.begin() as tx:
        found = portable.tables(tx)
        for name, rows in DRAFT.items():
            for row in rows:
                tx.execute(insert(found[name]), row)
        for table in found.values():
            portable.continue_ids(tx, table)
    with database.begin() as tx:
        audit.seal(tx, moment())
    return database


def kept(database: Database) -> dict[str, list[dict[str, Any]]]:
    """What the rows written first hold now, in the columns that they had."""
    with database.read() as tx:
        found = portable.tables(tx)
        return {
            name: [
                {column: row[column] for column in given}
                for given, row in zip(
                    rows,
                    tx.execute(found[name].select().order_by(*found[name].primary_key)).mappings(),
                    strict=True,
                )
            ]
            for name, rows in DRAFT.items()
        }


@both
def test_a_draft_goes_on_where_it_stood(make_database: New, kind: str) -> None:
    database = drafted(make_database(kind))
    assert not database.at_head() and kept(database) == DRAFT
    database.upgrade()
    assert database.at_head() and kept(database) == DRAFT
    with database.begin() as tx:
        (report,) = assignments.of_unit(tx, 2, "2023-10")
        assert (report.id, report.state, report.submitted_at, report.late) == (1, "draft", None, False)
        assert {q: (a.version, a.value) for q, a in answers.latest(tx, 1).items()} == {
            "q1": (2, 25),
            "q2": (1, "Ảnh"),
        }
        assert conversations.load(tx, 1) == SCENE
        assert [row.id for row in outbox.due(tx, moment() + timedelta(days=1), 10)] == [1]
        assert audit.verify(tx) is None
        # and on it goes
        answers.write(
            tx, 1, "q2", Missing("chưa có"), person_id=1, at=moment(), origin="typed", inbox_id=None
        )
        assert submissions.add(tx, 1, "R-1", moment(), 1, {"q1": 25}) == 1
        assignments.set_state(tx, 1, state="submitted", submitted_at=moment(), late=False)
        assert answers.latest(tx, 1)["q2"].version == 2
        assert units.add(tx, code="NEW", name="Mới", kind="grassroots", parent_id=1) == 3


@both
def test_going_back_keeps_what_was_answered(make_database: New, kind: str) -> None:
    database = drafted(make_database(kind))
    database.upgrade()
    move(database, BEFORE)
    with database.read() as tx:
        assert MigrationContext.configure(tx).get_current_revision() == BEFORE
    assert kept(database) == DRAFT
    database.upgrade()
    assert database.at_head() and kept(database) == DRAFT
    with database.begin() as tx:
        command.check(migration_config(tx))
        assert audit.verify(tx) is None


@pytest.mark.parametrize("target", ["sqlite", "postgresql"])
@both
def test_a_backup_of_before_is_restored_and_brought_up(
    make_database: New, tmp_path: Path, kind: str, target: str
) -> None:
    old, new, migrated = drafted(make_database(kind)), make_database(target), make_database(target)
    back_up(old, tmp_path / "before.zip", at=moment(), program="0.0.1")
    assert check(tmp_path / "before.zip").manifest.revision == BEFORE
    migrated.upgrade()
    for database in (new, migrated):
        assert restore(database, tmp_path / "before.zip").chain_broken_at is None
        assert database.at_head() and kept(database) == DRAFT
        with database.begin() as tx:
            command.check(migration_config(tx))
            assert units.add(tx, code="NEW", name="Mới", kind="grassroots", parent_id=1) == 3
