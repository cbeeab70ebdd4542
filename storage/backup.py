"""Writing a backup, while others go on writing to the database. What is in it: storage.archive."""

import fcntl
import hashlib
import json
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from alembic.migration import MigrationContext

from storage import portable
from storage.archive import (
    FORMAT,
    MANIFEST,
    BadBackup,
    Checked,
    Extent,
    Manifest,
    check,
    dumps,
    file_member,
    table_member,
)
from storage.database import Database, Tx


def back_up(database: Database, file: Path, *, at: datetime, program: str) -> Checked:
    """Write all of a database into a new file, mode 0600, while others go on writing to it. BadBackup.

    The file takes its name only when it is whole and was read back; until then it is `<file>.part`.
    """
    with _reserved(file) as part, part.open("r+b") as target:
        with database.read() as tx:
            write(tx, target, at=at, program=program)
        target.flush()
        os.fsync(target.fileno())
        checked = check(part)
        os.replace(part, file)
        _sync_folder(file.parent)
    return checked


def write(tx: Tx, target: IO[bytes], *, at: datetime, program: str) -> Manifest:
    """Write what a transaction sees as a backup. BadBackup("no_tables") for a database that was never migrated."""
    revision = MigrationContext.configure(tx).get_current_revision()
    if revision is None:
        raise BadBackup("no_tables")
    extents: dict[str, Extent] = {}
    with zipfile.ZipFile(target, "w") as packed:
        for name, table in sorted(portable.tables(tx).items()):
            rows = portable.lines(tx, table)
            if name == portable.FILES:
                rows = iter(_write_contents(packed, rows, at))
            digest, count = hashlib.sha256(), 0
            with packed.open(
                _info(table_member(name), at, zipfile.ZIP_DEFLATED), "w", force_zip64=True
            ) as to:
                for line, _ in rows:
                    to.write(line)
                    digest.update(line)
                    count += 1
            extents[name] = Extent(count, digest.hexdigest())
        manifest = Manifest(FORMAT, program, revision, at, tx.dialect.name, extents)
        packed.writestr(_info(MANIFEST, at, zipfile.ZIP_DEFLATED), dumps(manifest))
    return manifest


def _write_contents(
    packed: zipfile.ZipFile, rows: Iterator[tuple[bytes, bytes | None]], at: datetime
) -> list[tuple[bytes, None]]:
    """A zip takes one member at a time: the contents first, their lines are kept meanwhile."""
    kept: list[tuple[bytes, None]] = []
    for line, content in rows:
        packed.writestr(
            _info(file_member(json.loads(line)["sha256"]), at, zipfile.ZIP_STORED), content or b""
        )
        kept.append((line, None))
    return kept


def _info(name: str, at: datetime, compression: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, at.astimezone(UTC).timetuple()[:6])
    info.compress_type = compression
    info.external_attr = 0o600 << 16
    return info


@contextmanager
def _reserved(file: Path) -> Iterator[Path]:
    """`<file>.part`, empty and ours as long as the block runs; one that a killed backup left is taken over."""
    if file.exists():
        raise BadBackup("there_already", str(file))
    part = file.with_name(file.name + ".part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(part, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    except OSError:
        raise BadBackup("unwritable", str(file)) from None
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if not part.exists() or not os.path.samestat(os.fstat(handle), part.stat()):
                raise BlockingIOError  # the one who wrote it has just finished
        except BlockingIOError:
            raise BadBackup("busy", str(file)) from None
        try:
            os.fchmod(handle, 0o600)
            os.ftruncate(handle, 0)
            yield part
        except OSError:
            raise BadBackup("unwritable", str(file)) from None
        finally:
            part.unlink(missing_ok=True)
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
