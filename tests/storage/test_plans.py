"""The statements of every handled message find their rows by an index on SQLite, however long the tables get."""

import re
from pathlib import Path
from typing import Any

import pytest

from storage.database import Database
from storage.prepared import Prepared
from storage.queries import (
    answers,
    assignments,
    audit,
    campaigns,
    conversations,
    duties,
    inbox,
    people,
    submissions,
)
from storage.queries import outbox_statements as outbox

STATEMENTS = {
    "inbox.claim": inbox._CLAIM,
    "inbox.done": inbox._DONE,
    "inbox.waiting": inbox._WAITING,
    "inbox.by_message": inbox._BY_MESSAGE,
    "outbox.armed": outbox.ARMED,
    "outbox.disarm": outbox.DISARM,
    "outbox.due": outbox.DUE,
    "outbox.next_due": outbox.NEXT_DUE,
    "outbox.waiting": outbox.WAITING,
    "outbox.sent": outbox.SENT,
    "people.by_contact": people._BY_CONTACT,
    "people.memberships": people._OF_PERSON,
    "people.touch": people._TOUCH,
    "people.holders": people._HOLDERS,
    "conversations.load": conversations._LOAD,
    "campaigns.by_period": campaigns._BY_PERIOD,
    "assignments.get": assignments._BY_ID,
    "assignments.of_unit": assignments._OF_UNIT,
    "duties.get": duties._GET,
    "answers.latest": answers._OF_ASSIGNMENT,
    "answers.write": answers._WRITE,
    "answers.by_inbox": answers._BY_INBOX,
    "submissions.latest": submissions._LATEST,
    "submissions.history": submissions._HISTORY,
    "audit.entries": audit._ENTRIES,
}


@pytest.mark.parametrize("name", STATEMENTS)
def test_no_table_is_read_through(name: str, sqlite_template: Path) -> None:
    database = Database(f"sqlite:///{sqlite_template}")
    with database.read() as tx:
        known: Any = STATEMENTS[name]
        statement = known.on(tx) if isinstance(known, Prepared) else known
        compiled = statement.compile(dialect=tx.dialect)
        arguments = tuple(1 for _ in compiled.positiontup)
        sql = re.sub(r"__\[POSTCOMPILE_\w+\]", "?", str(compiled))
        plan = [row[3] for row in tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", arguments)]
    database.dispose()
    assert plan
    scans = [step for step in plan if step.startswith("SCAN") and "INDEX" not in step]
    assert scans == [], plan
