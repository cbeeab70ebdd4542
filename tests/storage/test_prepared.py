"""Statements run on the driver behave as SQLAlchemy's own: values, defaults, errors."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.prepared import Prepared
from storage.tables import audit, people, slots
from tests.storage.world import World

_s = slots.c
ADD = Prepared(insert(slots), "key", "due_at", "state", "recorded_at")
BY_KEY = Prepared(select(_s.id, _s.key, _s.due_at).where(_s.key == bindparam("key")).limit(bindparam("most")))
SKIP = Prepared(update(slots).where(_s.key == bindparam("of")).values(state="skipped").returning(_s.state))


def test_rows_come_back_with_their_types(database: Database, now: datetime) -> None:
    fields = {"due_at": now, "state": "done", "recorded_at": now}
    with database.begin() as tx:
        first = ADD.new_id(tx, fields | {"key": "one"})
        second = ADD.new_id(tx, fields | {"key": "two", "due_at": now + timedelta(hours=1)})
        assert second == first + 1
        assert BY_KEY.first(tx, {"key": "one", "most": 1}) == (first, "one", now)
        assert BY_KEY.first(tx, {"key": "none", "most": 1}) is None
        assert BY_KEY.scalar(tx, {"key": "none", "most": 1}) is None
        assert [tuple(row) for row in SKIP.all(tx, {"of": "two"})] == [("skipped",)]
    with database.read() as tx:
        assert BY_KEY.all(tx, {"key": "two", "most": 0}) == []


def test_json_and_nothing(database: Database, world: World, now: datetime) -> None:
    names = ("at", "actor_id", "action", "subject", "subject_id", "detail")
    write = Prepared(insert(audit).inline(), *names)
    detail = Prepared(select(audit.c.detail, audit.c.actor_id).where(audit.c.action == bindparam("action")))
    with database.begin() as tx:
        write.run(tx, dict(zip(names, (now, None, "look", "unit", 1, {"ă": [1, None]}), strict=True)))
        assert detail.first(tx, {"action": "look"}) == ({"ă": [1, None]}, None)


def test_errors_are_sqlalchemys_and_undo_the_transaction(database: Database, now: datetime) -> None:
    fields = {"key": "one", "due_at": now, "state": "done", "recorded_at": now}
    with pytest.raises(IntegrityError), database.begin() as tx:
        ADD.run(tx, fields)
        ADD.run(tx, fields)
    with database.read() as tx:
        assert BY_KEY.first(tx, {"key": "one", "most": 1}) is None


def test_a_value_not_given_is_an_error(database: Database) -> None:
    with pytest.raises(Exception, match="key"), database.read() as tx:
        BY_KEY.first(tx, {"most": 1})


def test_lists_are_refused_where_the_driver_is_used(sqlite_template: Path) -> None:
    some = Prepared(select(people.c.id).where(people.c.id.in_(bindparam("ids", expanding=True))))
    database = Database(f"sqlite:///{sqlite_template}")
    with pytest.raises(ValueError, match="single values"), database.read() as tx:
        some.first(tx, {"ids": [1]})
    database.dispose()
