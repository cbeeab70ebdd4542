"""Files the vendor holds: sent by people, uploaded by the bot, fetched by getFile."""

import unicodedata
from dataclasses import dataclass, field
from typing import Any

MEGABYTE = 1024 * 1024
UPLOAD_MOST = 50 * MEGABYTE
PHOTO_MOST = 10 * MEGABYTE
DOWNLOAD_MOST = 20 * MEGABYTE
PHOTO_SIZES = ((90, 67), (320, 240), (800, 600), (1280, 960))


@dataclass
class StoredFile:
    """One file. `size` may be declared larger than the bytes, to try the limits cheaply."""

    file_id: str
    file_unique_id: str
    path: str
    name: str
    mime: str
    size: int
    data: bytes = field(repr=False)

    @property
    def reference(self) -> dict[str, Any]:
        return {"file_id": self.file_id, "file_unique_id": self.file_unique_id, "file_size": self.size}


class FileStore:
    """All files by file_id and by the path of their download."""

    def __init__(self) -> None:
        self.by_id: dict[str, StoredFile] = {}
        self.links: dict[str, tuple[StoredFile, float]] = {}  # path: the file and when the link was given

    def add(self, name: str, data: bytes, mime: str, folder: str, size: int | None = None) -> StoredFile:
        number = len(self.by_id) + 1
        suffix = f".{name.rsplit('.', 1)[1]}" if "." in name else ""
        stored = StoredFile(
            file_id=f"BQACAgUAAxkBAAI{number:06d}Zfake{number * 7919:08d}AAIE",
            file_unique_id=f"AgAD{number:06d}fakeE",
            path=f"{folder}/file_{number}{suffix}",
            name=name,
            mime=mime,
            size=len(data) if size is None else size,
            data=data,
        )
        self.by_id[stored.file_id] = stored
        return stored

    def document(self, name: str, data: bytes, mime: str, size: int | None = None) -> dict[str, Any]:
        """A Document object; the vendor leaves out a name or a type that is empty."""
        stored = self.add(name, data, mime, "documents", size)
        known = {"file_name": name} if name else {}
        return known | ({"mime_type": mime} if mime else {}) | stored.reference

    def photo(self, data: bytes) -> list[dict[str, Any]]:
        """PhotoSize objects, smallest first. Only the largest holds the bytes; the others plainly do not."""
        largest = image_size(data) or PHOTO_SIZES[-1]
        sizes = [size for size in PHOTO_SIZES if size[0] < largest[0]]
        return [
            *(self._size(f"thumbnail {wide}x{high}".encode(), wide, high) for wide, high in sizes),
            self._size(data, *largest),
        ]

    def _size(self, data: bytes, width: int, height: int) -> dict[str, Any]:
        stored = self.add("photo.jpg", data, "image/jpeg", "photos")
        return {**stored.reference, "width": width, "height": height}


def clean_name(name: str) -> str:
    """What becomes of the name of a file the bot uploads: marks other than plain ASCII ones turn to spaces,
    loose accents go, 60 characters are left and 20 of the ending."""
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    return ".".join(part for part in (_clean(stem, 60), _clean(ending, 20)) if part) or "file"


def _clean(part: str, most: int) -> str:
    kept = ""
    for char in part:
        category = unicodedata.category(char)
        if category.startswith("M"):
            continue
        plain = 32 <= ord(char) < 127 and char not in "<>:\"/\\|?*&`'"
        kept += char if plain or category[0] in "LN" else " "
    return kept.lstrip(" .")[:most].rstrip(" .")


def image_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG; None for anything else."""
    if data[:8] != b"\x89PNG\r\n\x1a\n" or len(data) < 24:
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def is_image(data: bytes) -> bool:
    """Whether the bytes begin as a JPEG, PNG, GIF or WebP does."""
    return data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"RIFF"))
