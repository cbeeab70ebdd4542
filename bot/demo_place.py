"""Where a running demo keeps its passing database, so that commands typed beside it find it.

The demo writes the place into `var/demo-<port>.url` while it serves. A note left behind by a demo that was killed
names a file that is gone, and counts for nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SCHEME = "sqlite:///"


def _note(port: int) -> Path:
    return Path("var") / f"demo-{port}.url"


@contextmanager
def announced(port: int, url: str) -> Iterator[None]:
    """Says, as long as the block runs, that the demo on `port` keeps its things at `url` (sqlite:///…)."""
    note = _note(port)
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_text(url, encoding="utf-8")
    try:
        yield
    finally:
        note.unlink(missing_ok=True)


def running_demo(port: int) -> str | None:
    """The database of the demo that runs on `port` from this folder; None if there is none."""
    note = _note(port)
    url = note.read_text(encoding="utf-8") if note.is_file() else ""
    return url if url.startswith(_SCHEME) and Path(url.removeprefix(_SCHEME)).is_file() else None
