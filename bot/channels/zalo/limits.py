"""What an Official Account takes in one message."""

from typing import Literal

MOST_BUTTONS = 5
LONGEST = 2000  # characters
PIECE = 1600  # a longer text goes in pieces, which leaves room for choices in words
_IMAGE, _FILE = 1024 * 1024, 5 * 1024 * 1024  # bytes


def taken_as(name: str, size: int) -> Literal["image", "file"] | None:
    """How a file of `size` bytes goes out; None for a kind or size that goes as a link.

    >>> taken_as("bao-cao.docx", 20_000), taken_as("so-lieu.xlsx", 20_000)
    ('file', None)
    """
    ending = name.rpartition(".")[2].lower()
    if ending in ("jpg", "jpeg", "png") and size <= _IMAGE:
        return "image"
    return "file" if ending in ("pdf", "doc", "docx") and size <= _FILE else None
