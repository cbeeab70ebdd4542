"""The annexes as Word tables: upright while the columns fit, else across, else several tables upright."""

from collections.abc import Sequence
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from templates.documents.annexes import ABSENT, AIR, NARROWEST, SUPERIOR, TOTAL, Column, Tabled
from templates.documents.frame import HEIGHT, INNER, LEFT, RIGHT, WIDTH, low, paragraph, table
from templates.documents.widths import text_width

_NUMBER = 520
_NAME = (1800, 3700)  # the narrowest and the widest column of names
_ABSENT_LEAST = 2400
_NAME_SIZE = 12
_HEADING_LINES = (2, 3, 4)
_TOGETHER = 3  # rows
_ACROSS = HEIGHT - LEFT - RIGHT


def lies_across(tabled: Tabled) -> bool:
    """Whether the one table of annex II fits across, and only so."""
    return not _fits(tabled, tabled.columns, INNER) and _fits(tabled, tabled.columns, _ACROSS)


def coverage_table(tabled: Tabled) -> list[Any]:
    """Annex I. The names of superiors stand on one line while there is room; no column where nobody is missing."""
    counts = [column.width(_HEADING_LINES[0]) for column in tabled.columns]
    room = INNER - _NUMBER - sum(counts)
    if not tabled.absent:
        return [_table(tabled.names, tabled.columns, [_NUMBER, min(_name(tabled), room), *counts]), low()]
    wanted = AIR + max(text_width(text, _NAME_SIZE, bold=text == ABSENT) for text in (ABSENT, *tabled.absent))
    name = min(_name(tabled), room - min(wanted, _ABSENT_LEAST))
    widths = [_NUMBER, name, *counts, min(wanted, room - name)]
    return [_table(tabled.names, tabled.columns, widths, tabled.absent), low()]


def tables(tabled: Tabled) -> list[Any]:
    """Annex II: the tables and what is noted under them. It ends with a paragraph."""
    room = _ACROSS if lies_across(tabled) else INNER
    made: list[Any] = []
    for part in _parts(tabled, room):
        made += [*([paragraph("BCGhiChu")] if made else []), _wide_table(tabled, part, room)]
    return [*made, *([_cell("BCGhiChu", note) for note in tabled.notes] or [low()])]


def turn(section: Any) -> None:
    """Lay a section's page across."""
    size = section.find(qn("w:pgSz"))
    for name, value in (("w", HEIGHT), ("h", WIDTH), ("orient", "landscape")):
        size.set(qn(f"w:{name}"), str(value))


def hold_together(body: Any) -> None:
    """Keep the last rows of each table with a repeated head on one page, so that no total stands alone."""
    for head in list(body.iter(qn("w:tblHeader"))):
        rows = head.getparent().getparent().getparent().findall(qn("w:tr"))
        for row in rows[-_TOGETHER:-1]:
            for style in row.iter(qn("w:pStyle")):
                style.addnext(parse_xml(f"<w:keepNext {nsdecls('w')}/>"))


def _name(tabled: Tabled) -> int:
    """The column of names as wide as its widest, within bounds."""
    widest = max(text_width(name, _NAME_SIZE) for name in (*tabled.names, SUPERIOR))
    return min(max(widest + AIR, _NAME[0]), _NAME[1])


def _fits(tabled: Tabled, columns: Sequence[Column], room: int, lines: int = _HEADING_LINES[-1]) -> bool:
    return _NUMBER + _name(tabled) + sum(column.width(lines) for column in columns) <= room


def _parts(tabled: Tabled, room: int) -> list[list[Column]]:
    """As few tables as hold the columns, each about as full as the others."""
    columns, count = tabled.columns, 1
    while True:
        goal = -(-len(columns) // count)
        parts = [list(columns[start : start + goal]) for start in range(0, len(columns), goal)]
        if goal == 1 or all(_fits(tabled, part, room) for part in parts):
            return parts
        count += 1


def _wide_table(tabled: Tabled, columns: Sequence[Column], room: int) -> Any:
    lines = next((n for n in _HEADING_LINES if _fits(tabled, columns, room, n)), _HEADING_LINES[-1])
    wide = [column.width(lines) for column in columns]
    spare = max(0, room - _NUMBER - _name(tabled) - sum(wide))
    share = min(spare // len(columns), NARROWEST // 2)
    return _table(tabled.names, columns, [_NUMBER, _name(tabled), *(width + share for width in wide)])


def _table(
    names: Sequence[str], columns: Sequence[Column], widths: Sequence[int], last: Sequence[str] = ()
) -> Any:
    """A line a name and the total; `last` are the cells of a last column in words."""
    head = ["TT", SUPERIOR, *(column.heading for column in columns), *([ABSENT] if last else [])]
    rows = [[[_cell("BCBangHepDau", text)] for text in head]]
    for number, name in enumerate(names):
        cells = [str(number + 1), name, *(column.cells[number] for column in columns)]
        rows.append(
            _row(cells, "BCBangHep", "BCBang")
            + [[_cell("BCBang", text)] for text in last[number : number + 1]]
        )
    total = _row(["", TOTAL, *(column.total for column in columns)], "BCBangHepDau", "BCBangHepDau")
    rows.append(total + ([[_cell("BCBang", "")]] if last else []))
    return table(widths, rows, grid=True)


def _row(texts: Sequence[str], style: str, name_style: str) -> list[list[Any]]:
    return [[_cell(name_style if place == 1 else style, text)] for place, text in enumerate(texts)]


def _cell(style: str, text: str) -> Any:
    made: Any = paragraph(style, "…" if text else "")
    if text:
        made.find(f".//{qn('w:t')}").text = text
    return made
