"""The annexes: how the units reported, with the missing ones by name, and the figures by superior union."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reporting.documents.model import Figure, Snapshot, SuperiorRow
from reporting.profile import Profile
from reporting.values import Pair, Qualified, Ratio, Value
from templates import formats
from templates.documents.marks import clean
from templates.documents.widths import text_width, wrapped_width
from templates.documents.wording import small

NOTHING = "–"
NO_FIGURES = f"Dấu {NOTHING}: chưa có số liệu."
OWN_TOTALS = "Tổng cộng của cột sau do văn phòng xác định, không phải cộng từ các đơn vị: "
NOUGHT = "Các chỉ tiêu không phát sinh trong tháng theo báo cáo của các đơn vị: "
TOTAL = "Tổng cộng"
SUPERIOR = "Công đoàn cấp trên"
COUNTS = ("Số đơn vị", "Đã báo cáo", "Gửi muộn", "Chưa báo cáo")
ABSENT = "Đơn vị chưa báo cáo"
SIZE = 11  # of what stands in the columns of numbers
AIR = 160  # twips: the margins of a cell and a little more
NARROWEST = 640
_MILLION = 10**6
_TABLED = frozenset({"count", "money", "percent", "pair", "ratio"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an annex: heading, a text for each superior in order, the total.

    `own_total`: written by the office, not added up. `label`: the indicator in full.
    """

    heading: str
    cells: tuple[str, ...]
    total: str
    own_total: bool = False
    label: str = ""

    def width(self, lines: int) -> int:
        """Twips, with the heading on at most that many lines."""
        total = text_width(self.total, SIZE, bold=True)
        widest = max(total, *(text_width(cell, SIZE) for cell in self.cells)) if self.cells else total
        return max(NARROWEST, AIR + max(widest, wrapped_width(self.heading, lines, SIZE, bold=True)))


@dataclass(frozen=True, slots=True)
class Tabled:
    """What an annex shows: its columns; `nought` are labels of the indicators that were left out as nought.

    `absent`: of annex I the missing units of each superior, () where nobody is missing.
    """

    names: tuple[str, ...]
    columns: tuple[Column, ...]
    nought: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """The lines under the table."""
        blank = any(NOTHING in (*column.cells, column.total) for column in self.columns)
        own = [column.heading for column in self.columns if column.own_total]
        return (
            *([f"{NOUGHT}{'; '.join(map(small, self.nought))}."] if self.nought else ()),
            *([NO_FIGURES] if blank else ()),
            *([f"{OWN_TOTALS}{'; '.join(own)}."] if own else ()),
        )

    @property
    def plain(self) -> list[list[str]]:
        """All that stands in it, for the digest."""
        texts = [[column.heading, *column.cells, column.total] for column in self.columns]
        return [list(self.names), *texts, list(self.nought), list(self.absent)]


def coverage(snapshot: Snapshot) -> Tabled:
    """Annex I: a line a superior; the missing units by name, where there are any."""
    rows = snapshot.superiors
    counted = [(row.expected, row.submitted, row.late, row.expected - row.submitted) for row in rows]
    columns = [
        Column(heading, tuple(formats.number(line[place]) for line in counted), _sum(counted, place))
        for place, heading in enumerate(COUNTS)
    ]
    absent = tuple("; ".join(map(clean, row.missing)) for row in rows)
    return Tabled(_names(rows), tuple(columns), absent=absent if any(absent) else ())


def _sum(counted: Sequence[tuple[int, ...]], place: int) -> str:
    return formats.number(sum(line[place] for line in counted))


def _names(rows: Sequence[SuperiorRow]) -> tuple[str, ...]:
    return tuple(clean(row.name) for row in rows)


def by_superior(snapshot: Snapshot, figures: Mapping[str, Figure], profile: Profile) -> Tabled:
    """Annex II: a column an indicator that some superior has a figure of, in the order of the snapshot.

    `figures` by tag are those of the paper, the office's own where it wrote one: the totals. What is nought in every
    line is left out and named, unless nothing else is left.
    """
    rows = snapshot.superiors
    given = {code for row in rows for code in row.figures}
    shown = [
        (figure, figures.get(figure.tag, figure))
        for figure in snapshot.figures.values()
        if figure.period == str(snapshot.period) and figure.code in given and figure.kind in _TABLED
    ]
    told = [pair for pair in shown if not _is_nought(*pair, rows)] or shown
    return Tabled(
        _names(rows),
        tuple(_column(figure, rows, total, profile) for figure, total in told),
        tuple(clean(figure.label or figure.code) for figure, total in shown if (figure, total) not in told),
    )


def _is_nought(figure: Figure, total: Figure, rows: Sequence[SuperiorRow]) -> bool:
    """Whether all that was given is nought; a superior without a figure adds nothing."""
    values = [total.value, *(row.figures[figure.code] for row in rows if figure.code in row.figures)]
    return all(value in (0, Pair(0, 0), Ratio(0, 0)) for value in values)


def _column(figure: Figure, rows: Sequence[SuperiorRow], total: Figure, profile: Profile) -> Column:
    return Column(
        _heading(figure, profile),
        tuple(_cell(row.figures.get(figure.code), figure, profile) for row in rows),
        _cell(total.value, figure, profile),
        total.value != figure.value,
        clean(figure.label or figure.code),
    )


def _heading(figure: Figure, profile: Profile) -> str:
    """The short label; with the unit of money, and with the unit that only the full label names."""
    label = clean(figure.label or figure.code)
    short = clean(figure.short) or label
    if figure.kind == "money":
        return f"{short} ({'triệu đồng' if profile.paper.money == 'million' else 'đồng'})"
    unit = clean(figure.unit).casefold()
    lost = unit and unit in label.casefold() and unit not in short.casefold()
    return f"{short} ({clean(figure.unit)})" if lost else short


def _cell(value: Value | None, figure: Figure, profile: Profile) -> str:
    """A value without its unit, which the heading names."""
    match value:
        case bool():
            return NOTHING
        case int() | Decimal() if figure.kind == "money":
            return formats.number(Decimal(value) / _MILLION if profile.paper.money == "million" else value)
        case int() | Decimal() if figure.kind == "percent":
            return formats.percent(value)
        case int() | Decimal():
            return formats.number(value)
        case Qualified(qualifier, number):
            return f"{qualifier} {_cell(number, figure, profile)}"
        case Pair():
            return formats.pair(value)
        case Ratio():
            return formats.ratio(value)
    return NOTHING
