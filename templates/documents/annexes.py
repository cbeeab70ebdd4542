"""The annexes: how the units reported, with the missing ones by name, and the figures by superior union."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reporting.documents.model import Figure, Snapshot, SuperiorRow
from reporting.profile import Profile
from reporting.values import Missing, Pair, Value
from templates.documents.figures import amount, count, pair, printed
from templates.documents.marks import clean
from templates.documents.widths import text_width

NOTHING = "–"
NO_FIGURES = f"Dấu {NOTHING}: chưa có số liệu."
OWN_TOTALS = "Tổng cộng của cột sau do văn phòng xác định, không phải cộng từ các đơn vị: "
TOTAL = "Tổng cộng"
_SIZE = 11
_AIR = 160  # twips: the margins of a cell and a little more
NARROWEST = 760
_MILLION = 10**6
_TABLED = frozenset({"count", "money", "percent", "pair", "ratio"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of annex II: heading, a text for each superior in order, the total.

    `own_total`: written by the office, not added up. `width` in twips.
    """

    heading: str
    cells: tuple[str, ...]
    total: str
    own_total: bool = False

    @property
    def width(self) -> int:
        texts = [*self.cells, *self.heading.split()]
        widest = max(
            text_width(self.total, _SIZE, bold=True), *(text_width(text, _SIZE, bold=True) for text in texts)
        )
        return max(NARROWEST, widest + _AIR)


def coverage(snapshot: Snapshot) -> Mapping[str, object]:
    """Annex I, for the frame: a line a superior and the totals, figures as printed."""
    rows = snapshot.superiors
    return {
        "cac_dong": [_line(row) for row in rows],
        "tong": count(snapshot.expected),
        "da_gui": count(snapshot.submitted),
        "muon": count(sum(row.late for row in rows)),
        "chua_gui": count(snapshot.expected - snapshot.submitted),
    }


def _line(row: SuperiorRow) -> Mapping[str, str]:
    return {
        "ten": clean(row.name),
        "tong": count(row.expected),
        "da_gui": count(row.submitted),
        "muon": count(row.late),
        "chua_gui": count(row.expected - row.submitted),
        "con_thieu": "; ".join(map(clean, row.missing)),
    }


def columns(snapshot: Snapshot, figures: Mapping[str, Figure], profile: Profile) -> tuple[Column, ...]:
    """Annex II: a column an indicator that some superior has a figure of, in the order of the snapshot.

    `figures` by tag are those of the paper, the office's own where it wrote one: the totals.
    """
    given = {code for row in snapshot.superiors for code in row.figures}
    own = [figure for figure in snapshot.figures.values() if figure.period == str(snapshot.period)]
    return tuple(
        _column(figure, snapshot.superiors, figures.get(figure.tag, figure), profile)
        for figure in own
        if figure.code in given and figure.kind in _TABLED
    )


def _column(figure: Figure, rows: Sequence[SuperiorRow], total: Figure, profile: Profile) -> Column:
    unit = figure.unit
    if figure.kind == "money":
        unit = "triệu đồng" if profile.paper.money == "million" else "đồng"
    label = clean(figure.label or figure.code)
    named = not unit or unit.casefold() in label.casefold()
    return Column(
        label if named else f"{label} ({clean(unit)})",
        tuple(_cell(row.figures.get(figure.code), figure, profile) for row in rows),
        _cell(total.value, figure, profile),
        total.value != figure.value,
    )


def _cell(value: Value | None, figure: Figure, profile: Profile) -> str:
    """A value without its unit, which the heading names."""
    match value:
        case None | Missing():
            return NOTHING
        case bool() | str() | tuple():
            return NOTHING
        case Pair():
            return pair(value)
        case int() | Decimal() if figure.kind == "money":
            return count(Decimal(value) / _MILLION if profile.paper.money == "million" else value)
        case int() | Decimal():
            return amount(value, figure.kind, profile.paper.money)
    return printed(Figure(figure.code, figure.period, figure.kind, value), profile)
