"""The ways to cut a message at blanks, and at commas between digits, so that every part is a figure.

"63 30 2" goes one way for three lines; "1 250" is one figure or two; "63,30,2" is no figure, so its commas may part.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from reporting.reading.labelled import bears_figure

_WORD = re.compile(r"\S+")
_GLUE = re.compile(r"(?<=\d),(?=\d)")
_ZEROS = re.compile(r"00.*|0\d{2,}")
_LONGEST_FIGURE = 5  # atoms of one figure written apart
_SPARE_ATOMS = 4
_MOST = 12


@dataclass(frozen=True, slots=True)
class Cut:
    """One way. `plain`: no figure was put together of several, and no comma between digits was cut at."""

    texts: tuple[str, ...]
    plain: bool
    at_comma: bool


@dataclass(frozen=True, slots=True)
class _Atom:
    part: int
    start: int
    end: int
    glued: bool  # to the atom before it, by a comma


def _atoms(parts: Sequence[str]) -> list[_Atom]:
    found = []
    for number, part in enumerate(parts):
        for word in _WORD.finditer(part):
            start = word.start()
            for comma in _GLUE.finditer(part, word.start(), word.end()):
                found.append(_Atom(number, start, comma.start(), start > word.start()))
                start = comma.end()
            found.append(_Atom(number, start, word.end(), start > word.start()))
    return found


class _Cutter:
    """Searches the ways to cut atoms; remembers what it has tried."""

    def __init__(
        self, parts: Sequence[str], sizes: frozenset[int], settles: Callable[[int, str], bool]
    ) -> None:
        self.parts, self.sizes, self.settles = parts, sizes, settles
        self.atoms = _atoms(parts)
        self.longest = max(sizes, default=0)
        self._ends: dict[tuple[int, int], tuple[int, ...]] = {}

    def text(self, start: int, end: int) -> str:
        return self.parts[self.atoms[start].part][self.atoms[start].start : self.atoms[end - 1].end]

    def _figure(self, place: int, text: str) -> bool:
        return bears_figure(text) and not _ZEROS.fullmatch(text) and self.settles(place, text)

    def ends(self, start: int, place: int) -> tuple[int, ...]:
        """Where the figure that begins at an atom may end, so that the whole comes out right."""
        known = self._ends.get((start, place))
        if known is None:
            last = min(start + _LONGEST_FIGURE, len(self.atoms))
            part = self.atoms[start].part
            within = [end for end in range(start + 1, last + 1) if self.atoms[end - 1].part == part]
            known = tuple(
                end
                for end in within
                if self.comes_out(end, place + 1) and self._figure(place, self.text(start, end))
            )
            self._ends[start, place] = known
        return known

    def comes_out(self, start: int, place: int) -> bool:
        if start == len(self.atoms):
            return place in self.sizes
        return place < self.longest and bool(self.ends(start, place))

    def walk(self, start: int = 0, place: int = 0) -> Iterator[tuple[tuple[int, int], ...]]:
        if start == len(self.atoms):
            yield ()
            return
        for end in self.ends(start, place):
            for others in self.walk(end, place + 1):
                yield ((start, end), *others)

    def cut(self, spans: Sequence[tuple[int, int]]) -> Cut:
        figures = [sum(bears_figure(self.text(n, n + 1)) for n in range(*span)) for span in spans]
        at_comma = any(self.atoms[start].glued for start, _ in spans)
        plain = not at_comma and max(figures) <= 1
        return Cut(tuple(self.text(*span) for span in spans), plain, at_comma)


def cuts(parts: Sequence[str], sizes: frozenset[int], settles: Callable[[int, str], bool]) -> list[Cut]:
    """The ways to cut parts, further than they are, into as many figures as one of `sizes` says; some at most.

    `settles(place, text)`: whether a text is one figure for the line at that place.
    """
    cutter = _Cutter(parts, sizes, settles)
    if (
        not cutter.atoms
        or len(cutter.atoms) > 2 * cutter.longest + _SPARE_ATOMS
        or not cutter.comes_out(0, 0)
    ):
        return []
    return [cutter.cut(spans) for spans in islice(cutter.walk(), _MOST)]
