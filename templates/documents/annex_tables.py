"""Annex II as Word tables: upright while the columns fit, else across, else several tables."""

from collections.abc import Sequence
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from templates.documents.annexes import NARROWEST, NO_FIGURES, NOTHING, OWN_TOTALS, TOTAL, Column
from templates.documents.frame import HEIGHT, LEFT, RIGHT, WIDTH, paragraph, table

_NUMBER, _NAME = 520, 2500
_TOGETHER = 3  # rows
_UPRIGHT = WIDTH - LEFT - RIGHT - _NUMBER - _NAME
_ACROSS = HEIGHT - LEFT - RIGHT - _NUMBER - _NAME


def lies_across(columns: Sequence[Column]) -> bool:
    return sum(column.width for column in columns) > _UPRIGHT


def tables(names: Sequence[str], columns: Sequence[Column]) -> list[Any]:
    """The tables, a paragraph after each, and notes on them."""
    room = _ACROSS if lies_across(columns) else _UPRIGHT
    made: list[Any] = []
    for part in _parts(columns, room):
        made += [_table(names, part, room), paragraph("BCGhiChu")]
    notes = [NO_FIGURES] if any(NOTHING in (*column.cells, column.total) for column in columns) else []
    if own := [column.heading for column in columns if column.own_total]:
        notes.append(f"{OWN_TOTALS}{'; '.join(own)}.")
    return [*made, *(_cell("BCGhiChu", note) for note in notes)]


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


def _parts(columns: Sequence[Column], room: int) -> list[list[Column]]:
    """As few tables as hold the columns, each about as full as the others."""
    count = 1
    while True:
        goal = -(-len(columns) // count)
        parts = [list(columns[start : start + goal]) for start in range(0, len(columns), goal)]
        if goal == 1 or all(sum(column.width for column in part) <= room for part in parts):
            return parts
        count += 1


def _table(names: Sequence[str], columns: Sequence[Column], room: int) -> Any:
    spare = max(0, room - sum(column.width for column in columns))
    share = min(spare // len(columns), NARROWEST // 2)
    wide = min(_NAME + spare - share * len(columns), _NAME * 3 // 2)
    widths = [_NUMBER, wide, *(column.width + share for column in columns)]
    head = ["TT", "Công đoàn cấp trên", *(column.heading for column in columns)]
    rows = [_row(head, "BCBangHepDau", "BCBangHepDau")]
    for number, name in enumerate(names):
        cells = [str(number + 1), name, *(column.cells[number] for column in columns)]
        rows.append(_row(cells, "BCBangHep", "BCBang"))
    rows.append(_row(["", TOTAL, *(column.total for column in columns)], "BCBangHepDau", "BCBangHepDau"))
    return table(widths, rows, grid=True)


def _row(texts: Sequence[str], style: str, name_style: str) -> list[list[Any]]:
    return [[_cell(name_style if place == 1 else style, text)] for place, text in enumerate(texts)]


def _cell(style: str, text: str) -> Any:
    made: Any = paragraph(style, "…" if text else "")
    if text:
        made.find(f".//{qn('w:t')}").text = text
    return made
