"""What a backup is: everything the database holds at one moment, in one file that fits SQLite and PostgreSQL alike.

A zip with `tables/<name>.jsonl` (lines of storage.portable), `files/<sha256>` for every content, and `manifest.json`:
{"what", "format", "program", "revision", "at", "backend", "tables": {name: {"rows", "sha256"}}}, the SHA-256 being that
of the table's member. Nothing of the environment is in it: no BAOCAO_SECRET_KEY, no office.toml.
"""

import hashlib
import json
import struct
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reporting.errors import WrongUse
from storage import portable

WHAT = "baocao-backup"
FORMAT = 1
MANIFEST = "manifest.json"
_CHUNK = 1 << 20
_BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    RuntimeError,
    OSError,
    ValueError,
    KeyError,
)


class BadBackup(WrongUse):
    """A backup cannot be written, read or restored.

    `reason`: busy, unwritable, there_already, no_tables | unreadable, not_backup, damaged, newer_format |
    newer_revision, not_empty, does_not_fit. `subject` is what it is about: a file, a member, a table, a revision.
    """

    def __init__(self, reason: str, subject: str = "") -> None:
        super().__init__(f"{reason}: {subject}")
        self.reason = reason
        self.subject = subject


@dataclass(frozen=True, slots=True)
class Extent:
    """What a table holds: how many rows, and the SHA-256 of their lines."""

    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself. `at` is aware."""

    format: int
    program: str
    revision: str
    at: datetime
    backend: str
    tables: dict[str, Extent]

    @property
    def rows(self) -> int:
        return sum(extent.rows for extent in self.tables.values())

    @property
    def files(self) -> int:
        """How many contents there are."""
        extent = self.tables.get(portable.FILES)
        return 0 if extent is None else extent.rows


@dataclass(frozen=True, slots=True)
class Checked:
    """A backup that is whole. `size` in bytes; `rotten`: contents that were not what their key says in the database
    itself already."""

    manifest: Manifest
    size: int
    rotten: tuple[str, ...]


class Archive:
    """A backup open for reading. Its methods raise BadBackup("damaged") for what does not read."""

    def __init__(self, packed: zipfile.ZipFile, file: Path) -> None:
        self._packed = packed
        self._file = file
        self.manifest = self._manifest()

    @property
    def names(self) -> list[str]:
        """All members, sorted."""
        return sorted(self._packed.namelist())

    def lines(self, table: str) -> Generator[bytes, None, None]:
        """A table's, to be closed by who does not read all of them."""
        with _reading(table_member(table)), self._packed.open(table_member(table)) as member:
            yield from member

    def content(self, sha256: str) -> bytes:
        with _reading(file_member(sha256)):
            return self._packed.read(file_member(sha256))

    def chunks(self, sha256: str) -> Iterator[bytes]:
        """A content in pieces."""
        with _reading(file_member(sha256)), self._packed.open(file_member(sha256)) as member:
            while chunk := member.read(_CHUNK):
                yield chunk

    def _manifest(self) -> Manifest:
        if MANIFEST not in self._packed.namelist():
            raise BadBackup("not_backup", str(self._file))
        with _reading(MANIFEST):
            text = self._packed.read(MANIFEST)
        return _loads(text, str(self._file))


@contextmanager
def opened(file: Path) -> Iterator[Archive]:
    """A backup, its manifest read. BadBackup."""
    try:
        with file.open("rb") as raw:
            begins_as_zip = raw.read(4) == b"PK\x03\x04"
    except OSError:
        raise BadBackup("unreadable", str(file)) from None
    try:
        packed = zipfile.ZipFile(file)
    except _BROKEN_ZIP:  # cut short, it has lost its list of members
        raise BadBackup("damaged" if begins_as_zip else "not_backup", str(file)) from None
    with packed:
        yield Archive(packed, file)


@contextmanager
def _reading(member: str) -> Iterator[None]:
    try:
        yield
    except _BROKEN_ZIP:
        raise BadBackup("damaged", member) from None


def check(file: Path) -> Checked:
    """Read all of a backup and compare it with its manifest. BadBackup."""
    with opened(file) as archive:
        expected = [MANIFEST, *map(table_member, archive.manifest.tables)]
        rotten: list[str] = []
        for name, extent in archive.manifest.tables.items():
            digest, count = hashlib.sha256(), 0
            with closing(archive.lines(name)) as lines:
                for line in lines:
                    digest.update(line)
                    count += 1
                    if name == portable.FILES:
                        key, whole = _check_content(archive, line)
                        expected.append(file_member(key))
                        rotten += [] if whole else [key]
            if Extent(count, digest.hexdigest()) != extent:
                raise BadBackup("damaged", table_member(name))
        if archive.names != sorted(expected):
            raise BadBackup("damaged", str(file))
        return Checked(archive.manifest, file.stat().st_size, tuple(rotten))


def _check_content(archive: Archive, line: bytes) -> tuple[str, bool]:
    """A content's key, and whether it is what the key says. BadBackup if it is not what was in the database."""
    try:
        row = json.loads(line)
        key, size, wanted = str(row["sha256"]), row["size"], row["digest"]
    except (ValueError, KeyError, TypeError):
        raise BadBackup("damaged", table_member(portable.FILES)) from None
    digest, read = hashlib.sha256(), 0
    for chunk in archive.chunks(key):
        digest.update(chunk)
        read += len(chunk)
    if (read, digest.hexdigest()) != (size, wanted):
        raise BadBackup("damaged", file_member(key))
    return key, wanted == key


def table_member(name: str) -> str:
    return f"tables/{name}.jsonl"


def file_member(sha256: str) -> str:
    return f"files/{sha256}"


def dumps(manifest: Manifest) -> str:
    """The text of a manifest."""
    extents = {name: {"rows": e.rows, "sha256": e.sha256} for name, e in sorted(manifest.tables.items())}
    said = {
        "what": WHAT,
        "format": manifest.format,
        "program": manifest.program,
        "revision": manifest.revision,
        "at": manifest.at.astimezone(UTC).isoformat(),
        "backend": manifest.backend,
        "tables": extents,
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _loads(text: bytes, file: str) -> Manifest:
    try:
        said: dict[str, Any] = json.loads(text)
        if said["what"] != WHAT:
            raise BadBackup("not_backup", file)
        if int(said["format"]) > FORMAT:
            raise BadBackup("newer_format", file)
        tables = {name: Extent(int(e["rows"]), str(e["sha256"])) for name, e in said["tables"].items()}
        at = datetime.fromisoformat(said["at"])
        revision, program, backend = (str(said[key]) for key in ("revision", "program", "backend"))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise BadBackup("not_backup", file) from None
    return Manifest(int(said["format"]), program, revision, at, backend, tables)
