"""`baocao backup --out FILE`, `baocao backup --check FILE` and `baocao restore FILE`."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli_frame import FOUND
from bot.cli_office import database
from reporting.errors import WrongUse
from templates.cli import backup as wording
from templates.cli import help as words

if TYPE_CHECKING:
    from storage.archive import Checked


def backup(
    out: Annotated[Path | None, typer.Option("--out", metavar=words.META_FILE, help=words.BACKUP_OUT)] = None,
    check: Annotated[
        Path | None, typer.Option("--check", metavar=words.META_FILE, help=words.BACKUP_CHECK)
    ] = None,
) -> None:
    """Writes a backup and reads it back; or checks one. Exit code 1 where a stored file was damaged before."""
    if (out is None) == (check is None):
        raise WrongUse(wording.ONE_OF_TWO)
    with _told():
        if out is not None:
            checked = _written(out)
            say = wording.written
        elif check is not None:
            from storage.archive import check as read

            checked = read(check)
            say = wording.whole
    manifest = checked.manifest
    print(say(str(out or check), len(manifest.tables), manifest.rows, manifest.files, checked.size))
    print(_origin(checked))
    if out is not None:
        print(wording.SECRETS)
    _tell_rotten(checked)


def restore(
    file: Annotated[Path, typer.Argument(metavar=words.META_FILE, help=words.RESTORE_FILE)],
) -> None:
    """Fills an empty database from a backup. Exit code 1 where what was backed up had been damaged before."""
    from bot.settings import load
    from storage.archive import opened
    from storage.restore import restore as fill

    settings = load()
    with _told():
        with opened(file):  # before a database is made for it
            pass
        if settings.database_file is not None:
            settings.database_file.parent.mkdir(parents=True, exist_ok=True)
        with database(settings, upgrading=True) as base:
            restored = fill(base, file)
    manifest = restored.checked.manifest
    print(wording.restored(str(file), len(manifest.tables), manifest.rows, manifest.files))
    print(_origin(restored.checked))
    print(wording.SECRETS)
    if restored.chain_broken_at is None:
        print(wording.CHAIN_HOLDS)
    else:
        print(wording.chain_broken(restored.chain_broken_at))
    _tell_rotten(restored.checked)
    if restored.chain_broken_at is not None:
        raise typer.Exit(FOUND)


def _written(out: Path) -> "Checked":
    from bot.clock import SystemClock
    from bot.settings import load
    from storage.backup import back_up

    with database(load(), behind=True) as base:
        return back_up(base, out, at=SystemClock().now(), program=_version())


def _origin(checked: "Checked") -> str:
    from bot.clock import ZONE

    manifest = checked.manifest
    return wording.origin(manifest.at.astimezone(ZONE), manifest.backend, manifest.program, manifest.revision)


def _tell_rotten(checked: "Checked") -> None:
    for sha256 in checked.rotten:
        print(wording.rotten(sha256))
    if checked.rotten:
        raise typer.Exit(FOUND)


def _version() -> str:
    """The program's; "?" where it runs from a folder without being installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("baocao")
    except PackageNotFoundError:
        return "?"


@contextmanager
def _told() -> "Iterator[None]":
    """What storage says of a backup, in words."""
    from storage.archive import BadBackup

    try:
        yield
    except BadBackup as error:
        raise WrongUse(wording.refused(error.reason, error.subject)) from None
