"""Which version a file is: each draft says in its box which one it is, and the code of its content."""

import re
from collections.abc import Sequence

from reporting.documents.word.align import plain
from reporting.documents.word.read import Paragraph, read_paragraphs

_CODE = re.compile(r"(?<![0-9A-Z])[0-9A-F]{4}-[0-9A-F]{4}(?![0-9A-Z])")
_BOX = "paper_draft"


def which(drafts: Sequence[tuple[int, bytes]], back: bytes) -> int | None:
    """The draft (id, DOCX), newest first, that a file is: by its box, else by its code; None: it does not say.

    Raises Refused as `open` does.
    """
    there = read_paragraphs(back)
    read = [(number, read_paragraphs(docx)) for number, docx in drafts]
    for told in (_box, _codes):
        same = [number for number, paragraphs in read if told(paragraphs) and told(paragraphs) == told(there)]
        if same:
            return same[0]
    return None


def _box(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    return tuple(plain(p.text) for p in paragraphs if any(name.startswith(_BOX) for name in p.starts))


def _codes(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    return tuple(code for paragraph in paragraphs for code in _CODE.findall(paragraph.text))
