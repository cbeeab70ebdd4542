"""Which figure of the annexes is meant: one superior union's, by its value or by the union's name."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from handlers.dialogues import asked_of
from handlers.dialogues.paper.figure_named import Basis, has_value
from handlers.turn import Turn
from reporting.documents.model import Figure, SuperiorRow
from reporting.documents.paper_figures import paper_figures
from reporting.reading.ratio import read_ratio
from reporting.reading.readings import Given
from reporting.text import fold
from reporting.values import Pair, Ratio, Value

_TOTAL = "units_reported"  # what the first annex counts


@dataclass(frozen=True, slots=True)
class Cell:
    """`place` of the union's line in the annexes; `figure` is its own, with its value."""

    place: int
    row: SuperiorRow
    figure: Figure

    @property
    def label(self) -> str:
        return f"{self.figure.short or self.figure.label}, {self.row.name}"


def in_annexes(turn: Turn, basis: Basis, text: str) -> list[Cell]:
    """The cells with that value; or those of the lines and the union that the text names."""
    every = list(_cells(basis))
    reading = read_ratio(text)
    if isinstance(reading, Given) and isinstance(reading.value, Ratio):
        sent = (reading.value.num, reading.value.den)
        return [c for c in every if c.figure.code == _TOTAL and (c.row.submitted, c.row.expected) == sent]
    if any(char.isdigit() for char in text):
        return [
            c
            for c in every
            if c.figure.code != _TOTAL and _some(c.figure.value) and has_value(c.figure, text)
        ]
    under, codes = asked_of.figures_meant(turn, fold(text)) or (None, ())
    return [c for c in every if under is not None and c.row.name == under.name and c.figure.code in codes]


def cell(basis: Basis, code: str, place: int) -> Cell | None:
    """The cell of a line and a union's place."""
    return next((c for c in _cells(basis) if (c.figure.code, c.place) == (code, place)), None)


def _cells(basis: Basis) -> Iterator[Cell]:
    figures = paper_figures(basis.material)
    for place, row in enumerate(basis.material.snapshot.superiors):
        for code, value in ((_TOTAL, row.submitted), *row.figures.items()):
            total = figures.get(f"{code}@{basis.month}")
            if total is not None:
                yield Cell(
                    place, row, replace(total, value=value, reported=row.submitted, expected=row.expected)
                )


def _some(value: Value | None) -> bool:
    return value not in (None, 0, Pair(0, 0))
