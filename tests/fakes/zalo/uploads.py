"""Pictures and files an Official Account sends: uploaded first, kept for seven days, 5,000 a month."""

import itertools
from collections import Counter
from dataclasses import dataclass

from tests.fakes.zalo.clock import DAY, Now, month_of
from tests.fakes.zalo.errors import Refusal

LIFE = 7 * DAY
MEGABYTE = 1024 * 1024
_MAGIC = {
    "jpg": b"\xff\xd8\xff",
    "jpeg": b"\xff\xd8\xff",
    "png": b"\x89PNG\r\n\x1a\n",
    "pdf": b"%PDF",
    "doc": b"\xd0\xcf\x11\xe0",
    "docx": b"PK",
    "csv": b"",
}


@dataclass(frozen=True)
class File:
    """What a phone shows or sends: its name and its bytes."""

    name: str
    content: bytes


class Uploads:
    """`file_types`: WIRE's three; the vendor's newer page also lists csv. `file_key`: what the answer calls it."""

    def __init__(self, now: Now) -> None:
        self.monthly_limit = 5000
        self.image_types = {"jpg", "jpeg", "png"}
        self.file_types = {"pdf", "doc", "docx"}
        self.image_limit, self.file_limit = MEGABYTE, 5 * MEGABYTE
        self.file_key = "token"
        self.used: Counter[str] = Counter()
        self._now = now
        self._numbers = itertools.count(1)
        self._kept: dict[str, tuple[str, File, float]] = {}

    def take(self, kind: str, name: str, content: bytes) -> dict[str, str]:
        """`kind`: "image" or "file"; the `data` of the answer. Raises Refusal."""
        month = month_of(self._now())
        if self.used[month] >= self.monthly_limit:
            raise Refusal(-211)
        types, limit = (
            (self.image_types, self.image_limit) if kind == "image" else (self.file_types, self.file_limit)
        )
        ending = name.rpartition(".")[2].lower()
        if ending not in types or not content.startswith(_MAGIC.get(ending, b"")) or not content:
            raise Refusal(-201, "file")
        if len(content) > limit:
            raise Refusal(-210, "file")
        self.used[month] += 1
        key = f"{kind}-{next(self._numbers)}"
        self._kept[key] = (kind, File(name, content), self._now() + LIFE)
        return {"attachment_id" if kind == "image" else self.file_key: key}

    def fetch(self, kind: str, key: object, field: str) -> File:
        kept = self._kept.get(key) if isinstance(key, str) else None
        if kept is None or kept[0] != kind:
            raise Refusal(-201, field)
        if self._now() >= kept[2]:
            raise Refusal(-100)
        return kept[1]
