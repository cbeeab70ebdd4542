"""The content store: what people sent and what we send, each content once.

Contents lie in the database, so that a file is there exactly when the transaction that speaks of it is.
"""

import hashlib
from collections.abc import Collection

from sqlalchemy import bindparam, func, select

from storage.database import Tx
from storage.statements import per_dialect
from storage.tables import files

_PUT = per_dialect(lambda insert: insert(files).on_conflict_do_nothing(index_elements=["sha256"]))
_SIZES = select(files.c.sha256, func.length(files.c.content).label("size")).where(
    files.c.sha256.in_(bindparam("wanted", expanding=True))
)
_CONTENT = select(files.c.content, files.c.media_type).where(files.c.sha256 == bindparam("sha256"))


def put(tx: Tx, content: bytes, media_type: str) -> str:
    """Keep a content, and return its SHA-256 as hex. One that is kept already keeps its media type."""
    sha256 = hashlib.sha256(content).hexdigest()
    tx.execute(_PUT.on(tx), {"sha256": sha256, "media_type": media_type, "content": content})
    return sha256


def content(tx: Tx, sha256: str) -> tuple[bytes, str] | None:
    """The content and its media type."""
    row = tx.execute(_CONTENT, {"sha256": sha256}).first()
    return None if row is None else (bytes(row.content), row.media_type)


def sizes(tx: Tx, wanted: Collection[str]) -> dict[str, int]:
    """The sizes of contents in bytes, by SHA-256."""
    if not wanted:
        return {}
    found = tx.execute(_SIZES, {"wanted": list(wanted)})
    return {row.sha256: row.size for row in found}
