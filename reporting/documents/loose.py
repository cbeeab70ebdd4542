"""Figures of a section edited in Word that are no longer bound to their source: typed anew, or taken out of a sentence.

A figure is known by the words around it in the versions it was printed in: «{propaganda_attendees} lượt người dự».
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reporting.documents.model import Figure, Loose
from reporting.text import fold
from reporting.values import Value, bare

_TAG = re.compile(r"\{([a-z0-9_.]+@[0-9-]+)\}")
_AFTER = 3  # words behind a figure that tell it
_LEAST = 2
_NUMBER = r"(?<![\d.,/])(\d[\d.]*\d|\d)"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a figure was printed: the word before it, and the words behind, all folded."""

    tag: str
    before: str
    after: tuple[str, ...]


def loose(
    kept: Iterable[str], printed: Iterable[str], was: Mapping[str, Figure], period: str
) -> tuple[Loose, ...]:
    """The figures of earlier paragraphs (`printed`) that stand in the kept ones as typed numbers, or left a gap.

    `was`: the figures when the section was edited.
    """
    text = "\n".join(kept)
    bound = {found[1] for found in _TAG.finditer(text)}
    folded = re.sub(r"[ \t]+", " ", fold(text))
    found: dict[str, Loose] = {}
    for place in _places(printed):
        if place.tag in bound or place.tag in found or not place.tag.endswith(f"@{period}"):
            continue
        one = _at(place, folded, was.get(place.tag))
        if one is not None:
            found[place.tag] = one
    return tuple(found.values())


def _places(printed: Iterable[str]) -> Iterator[_Place]:
    for paragraph in printed:
        for tag in _TAG.finditer(paragraph):
            after = re.match(r"[^,.;:{}()\n–]*", paragraph[tag.end() :])
            words = fold(after[0]).split()[:_AFTER] if after else []
            before = fold(re.split(r"[,.;:{}()\n–]", paragraph[: tag.start()])[-1]).split()
            if len(words) >= _LEAST and "." not in tag[1].partition("@")[0]:
                yield _Place(tag[1], before[-1] if before else "", tuple(words))


def _at(place: _Place, text: str, figure: Figure | None) -> Loose | None:
    words = r"\s+".join(map(re.escape, place.after))
    typed = re.search(rf"{_NUMBER}\s+{words}(?!\w)", text)
    if typed is not None:
        return Loose(place.tag, int(typed[1].replace(".", "")), _whole(figure.value if figure else None))
    if place.before and re.search(rf"\b{re.escape(place.before)}\s+{words}(?!\w)", text):
        return Loose(place.tag, None, None)
    return None


def _whole(value: Value | None) -> int | None:
    found = bare(value)
    return found if isinstance(found, int) and not isinstance(found, bool) else None
