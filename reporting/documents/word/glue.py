"""What makes another number of a figure, typed right before or behind it: 1·63, 63·,5, 63· triệu."""

import re
from collections.abc import Iterator

from reporting.documents.word.read import Paragraph, Shown

_BEFORE = re.compile(r"(?:\d[\d.,]*|[-−–+])$")
_BEHIND = re.compile(r"^(?:[.,]?\d[\d.,]*|\s?%|\s?(?:trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)\b)")
_NEAR = 20  # characters


def glue(before: str, behind: str) -> tuple[str, str]:
    """What belongs to the figure of the text before it and of that behind it."""
    head, tail = _BEFORE.search(before[-_NEAR:]), _BEHIND.search(behind[:_NEAR])
    return head[0] if head else "", tail[0] if tail else ""


def with_neighbours(paragraph: Paragraph) -> Iterator[tuple[str, Shown, str]]:
    """Each figure with the text just before and just behind it."""
    text, at = paragraph.text, 0
    for part in paragraph.parts:
        end = at + len(part if isinstance(part, str) else part.text)
        if isinstance(part, Shown):
            yield text[max(at - _NEAR, 0) : at], part, text[end : end + _NEAR]
        at = end
