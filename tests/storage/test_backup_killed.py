"""Killed (SIGKILL) midway: no half file under the final name, no half database that pretends to be one."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.archive import check
from storage.database import Database
from storage.restore import restore
from tests.storage.conftest import admin_url as admin_url
from tests.storage.odd_rows import IDS, filled, rows, saved
from tests.support.databases import make_database as make_database
from tests.support.databases import make_url as make_url

ROOT = Path(__file__).parents[2]
New = Callable[[str], Database]
both = pytest.mark.parametrize("kind", ["sqlite", "postgresql"])

_BACKUP = """
import signal, sys
from datetime import datetime, UTC
from pathlib import Path
from storage import backup, portable
from storage.database import Database

def stop(*_):
    print("here", flush=True)
    signal.pause()

lines = portable.lines
def some(tx, table):
    for number, row in enumerate(lines(tx, table)):
        if table.name == "people" and number == 2:
            stop()
        yield row

if sys.argv[3] == "writing":
    portable.lines = some
else:
    backup.os.replace = stop
backup.back_up(Database(sys.argv[1]), Path(sys.argv[2]), at=datetime.now(UTC), program="")
"""
_RESTORE = """
import signal, sys
from pathlib import Path
from storage import portable, restore
from storage.database import Database

proceed = portable.continue_ids
def stop(tx, table):
    proceed(tx, table)
    if table.name == sys.argv[3]:
        print("here", flush=True)
        signal.pause()

portable.continue_ids = stop
restore.restore(Database(sys.argv[1]), Path(sys.argv[2]))
"""


def killed(script: str, *arguments: str) -> None:
    """Run a script until it says where it is, and kill it there."""
    child = subprocess.Popen(
        [sys.executable, "-c", script, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    try:
        assert child.stdout.readline() == "here\n"
    finally:
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()


@pytest.mark.parametrize("at", ["writing", "renaming"])
@both
def test_a_killed_backup_leaves_no_file_of_that_name(
    make_url: Callable[[str], str], tmp_path: Path, kind: str, at: str
) -> None:
    url, file = make_url(kind), tmp_path / "a.zip"
    database = filled(Database, url)
    killed(_BACKUP, url, str(file), at)
    assert not file.exists() and (tmp_path / "a.zip.part").exists()
    saved(database, file)
    assert check(file).manifest.rows == len(IDS) * len(rows(database))
    assert not (tmp_path / "a.zip.part").exists()
    database.dispose()


@pytest.mark.parametrize("at", ["units", "outbox", "overrides"])
@both
def test_a_killed_restore_leaves_an_empty_database_and_can_be_repeated(
    make_url: Callable[[str], str], make_database: New, tmp_path: Path, kind: str, at: str
) -> None:
    old, url = filled(make_database, "sqlite"), make_url(kind)
    killed(_RESTORE, url, str(saved(old, tmp_path / "a.zip")), at)
    new = Database(url)
    assert new.is_empty() and not new.at_head()
    restore(new, tmp_path / "a.zip")
    assert rows(new) == rows(old)
    new.dispose()
