"""A backup put into an empty database, all of it in one transaction: what goes wrong leaves the database empty."""

import hashlib
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import MetaData, select, text
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, StatementError

from storage import portable
from storage.archive import Archive, BadBackup, Checked, Extent, check, opened, table_member
from storage.database import UPGRADE_LOCK, Database, Tx, migration_config
from storage.queries import audit


@dataclass(frozen=True, slots=True)
class Restored:
    """`checked`: the backup. `chain_broken_at`: the first audit id that its seal does not fit; None: all hold."""

    checked: Checked
    chain_broken_at: int | None


def restore(database: Database, file: Path) -> Restored:
    """Fill an empty database from a backup and bring it to the newest migration. BadBackup, and nothing is changed.

    The file is checked before anything is begun; what was stored is read back and compared with the manifest. A
    restore that is killed leaves the database empty, and can be run again.
    """
    checked = check(file)
    manifest = checked.manifest
    with opened(file) as archive, database.begin() as tx:
        if tx.dialect.name == "postgresql":
            tx.execute(text(f"SELECT pg_advisory_xact_lock({UPGRADE_LOCK})"))
        if not known_revision(tx, manifest.revision):
            raise BadBackup("newer_revision", manifest.revision)
        _require_empty(tx)
        _bring_to(tx, manifest.revision)
        _fill(tx, archive)
        command.upgrade(migration_config(tx), "head")
        return Restored(checked, audit.verify(tx))


def known_revision(tx: Tx, revision: str) -> bool:
    """Whether this program has that migration."""
    try:
        return ScriptDirectory.from_config(migration_config(tx)).get_revision(revision) is not None
    except CommandError:
        return False


def _require_empty(tx: Tx) -> None:
    """No row in any table, or no tables; on PostgreSQL nobody writes to them from here on."""
    found = portable.tables(tx)
    at = MigrationContext.configure(tx).get_current_revision()
    if found and (at is None or not known_revision(tx, at)):
        raise BadBackup("not_empty", next(iter(found)))
    if found and tx.dialect.name == "postgresql":
        names = ", ".join(tx.dialect.identifier_preparer.quote(name) for name in found)
        tx.execute(text(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE"))
    for name, table in found.items():
        if tx.execute(select(*table.primary_key).limit(1)).first() is not None:
            raise BadBackup("not_empty", name)


def _bring_to(tx: Tx, revision: str) -> None:
    """The tables of a revision, made anew unless they are those already."""
    if MigrationContext.configure(tx).get_current_revision() == revision:
        return
    found = MetaData()
    found.reflect(tx)
    found.drop_all(tx)
    command.upgrade(migration_config(tx), revision)


def _fill(tx: Tx, archive: Archive) -> None:
    tables, wanted = portable.tables(tx), archive.manifest.tables
    if set(tables) != set(wanted):
        raise BadBackup("damaged", ", ".join(sorted(set(tables) ^ set(wanted))))
    for name, table in tables.items():
        try:
            with closing(archive.lines(name)) as lines:
                portable.fill(tx, table, lines, archive.content)
        except (DataError, IntegrityError, OverflowError):
            raise BadBackup("does_not_fit", name) from None
        except DBAPIError:
            raise
        except (StatementError, ValueError, KeyError, TypeError):
            raise BadBackup("damaged", table_member(name)) from None
        portable.continue_ids(tx, table)
    for name, table in tables.items():
        digest, count = hashlib.sha256(), 0
        for line, _ in portable.lines(tx, table):
            digest.update(line)
            count += 1
        if Extent(count, digest.hexdigest()) != wanted[name]:
            raise BadBackup("does_not_fit", name)
