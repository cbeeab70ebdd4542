"""From the bytes of a form file to its sheets of cells: .xlsx, or pyxform's Markdown tables.

Sizes are limited before anything is parsed, and whatever is wrong with the file becomes a finding.
pyxform's own readers are not used here: they lose the lines of a Markdown file and stop with an
IndexError at a row that is longer than its header.
"""

import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

from openpyxl import load_workbook
from pyxform.xls2json_backends import xlsx_value_to_str

from reporting.errors import BadFile
from reporting.forms.findings import Finding, Findings, Place
from reporting.text import clean

MAX_BYTES = 2_000_000
MAX_UNPACKED = 8_000_000
MAX_PARTS = 500
MAX_ROWS = 1000
MAX_COLUMNS = 100
MAX_CELL = 4000

_OLE = b"\xd0\xcf\x11\xe0"
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[:-]*-[:-]*")
_BLANK_ROWS_READ = 20_000  # how far below the last allowed row more content is looked for


@dataclass(frozen=True, slots=True)
class Cells:
    """One row as it stands in the file. `line` is 0 in a workbook."""

    place: Place
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: its header row and the rows below it; blank rows are left out."""

    name: str
    header: Cells
    rows: tuple[Cells, ...]


class _Hopeless(Exception):
    """The file cannot be read at all, for the reason in `finding`."""

    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(key)
        self.finding = Finding("error", key, facts=facts)


def read_tables(data: bytes, name: str, findings: Findings) -> dict[str, Table]:
    """The sheets by lower-case name. Slips inside them go to `findings`.

    Raises BadFile where nothing can be read: empty, too large, not a workbook or a table, macros, wrong encoding.
    """
    try:
        grids = list(_grids(data))
    except _Hopeless as hopeless:
        findings.append(hopeless.finding)
        raise BadFile(name, findings) from None
    tables: dict[str, Table] = {}
    for sheet, rows in grids:
        if sheet in tables:
            findings.error("sheet_twice", Place(sheet, 0, rows[0].place.line if rows else 0))
        elif (table := _table(sheet, rows, findings)) is not None:
            tables[sheet] = table
    return tables


def _grids(data: bytes) -> Iterator[tuple[str, list[Cells]]]:
    if not data.strip():
        raise _Hopeless("file_empty")
    if len(data) > MAX_BYTES:
        raise _Hopeless("file_too_large", most=MAX_BYTES // 1_000_000)
    if data.startswith(_OLE):
        raise _Hopeless("file_old_or_locked")
    return _workbook(data) if data.startswith(b"PK") else _markdown(data)


# --- workbooks --------------------------------------------------------------------------------------------


def _workbook(data: bytes) -> Iterator[tuple[str, list[Cells]]]:
    try:
        _inspect(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells what it does not keep: styles, validations
            yield from _sheets(data)
    except _Hopeless:
        raise
    except Exception as problem:  # a damaged workbook breaks openpyxl anywhere, with any exception
        raise _Hopeless("file_damaged", message=str(problem)[:200]) from problem


def _inspect(data: bytes) -> None:
    """Refuse what should not be unpacked: bombs, macros, entity tricks, other kinds of zip file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
            raise _Hopeless("file_too_large", most=MAX_UNPACKED // 1_000_000)
        names = {part.filename.lower() for part in parts}
        if any(part.flag_bits & 1 for part in parts):
            raise _Hopeless("file_old_or_locked")
        if "xl/workbook.xml" not in names:
            raise _Hopeless("file_unknown")
        if any(name.endswith("vbaproject.bin") for name in names):
            raise _Hopeless("file_macros")
        for part in parts:
            if part.filename.lower().endswith((".xml", ".rels")):
                with archive.open(part) as stream:
                    if b"<!DOCTYPE" in stream.read(4096).replace(b"\0", b""):
                        raise _Hopeless("file_damaged", message="DOCTYPE")


def _sheets(data: bytes) -> Iterator[tuple[str, list[Cells]]]:
    book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in book.worksheets:
            name = sheet.title.strip().lower()
            values = sheet.iter_rows(max_row=_BLANK_ROWS_READ, max_col=MAX_COLUMNS, values_only=True)
            yield name, list(_numbered(name, (map(_text, row) for row in values)))
    finally:
        book.close()


def _numbered(sheet: str, rows: Iterable[Iterable[str]]) -> Iterator[Cells]:
    for number, row in enumerate(rows, start=1):
        cells = tuple(row)
        if any(cells) or number == 1:
            if number > MAX_ROWS:
                raise _Hopeless("too_many_rows", most=MAX_ROWS)
            yield Cells(Place(sheet, number), cells)


def _text(value: object) -> str:
    return "" if value is None else _clean(xlsx_value_to_str(value))


def _clean(text: str) -> str:
    if len(text) > MAX_CELL:
        raise _Hopeless("cell_too_long", most=MAX_CELL, start=clean(text[:40]))
    return clean(text.replace("\u00a0", " "))


# --- Markdown tables --------------------------------------------------------------------------------------


def _markdown(data: bytes) -> Iterator[tuple[str, list[Cells]]]:
    if data.startswith(_WIDE) or b"\0" in data:
        raise _Hopeless("file_encoding")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _Hopeless("file_encoding") from None
    grids: list[tuple[str, list[Cells]]] = []
    for line, content in enumerate(text.splitlines(), start=1):
        cells = _markdown_cells(content)
        if cells is None:
            continue
        if cells[0]:
            grids.append((cells[0].lower(), []))
        if grids and (any(cells[1:]) or grids[-1][1]):
            sheet, rows = grids[-1]
            number = rows[-1].place.row + 1 if rows else 1
            if number > MAX_ROWS:
                raise _Hopeless("too_many_rows", most=MAX_ROWS)
            rows.append(Cells(Place(sheet, number, line), tuple(cells[1:])))
    if not grids:
        raise _Hopeless("file_unknown")
    yield from grids


def _markdown_cells(content: str) -> list[str] | None:
    """The cells of a table row; None for prose, comments and rules. Text behind the last bar is kept as a cell."""
    content = content.strip()
    if not content.startswith("|"):
        return None
    cells = [_clean(cell.replace(r"\|", "|")) for cell in _PIPE.split(content)[1:]]
    if cells and (not cells[-1] or cells[-1].startswith("#")):
        cells.pop()
    if len(cells) > MAX_COLUMNS:
        raise _Hopeless("too_many_columns", most=MAX_COLUMNS)
    is_rule = any(cells) and all(_RULE.fullmatch(cell) or not cell for cell in cells)
    return None if is_rule or not cells else cells


# --- both -------------------------------------------------------------------------------------------------


def _table(sheet: str, rows: list[Cells], findings: Findings) -> Table | None:
    if not rows or not any(rows[0].cells):
        if any(any(row.cells) for row in rows):
            findings.error("header_missing", Place(sheet, 1))
        return None
    header = rows[0]
    seen: set[str] = set()
    for title in filter(None, header.cells):
        if title in seen:
            findings.error("header_twice", header.place, title)
        seen.add(title)
    body = [row for row in rows[1:] if any(row.cells)]
    for row in body:
        titles = header.cells + ("",) * (len(row.cells) - len(header.cells))
        for cell, title in zip(row.cells, titles, strict=False):
            if cell and not title:
                findings.error("cell_without_header", row.place, text=cell[:40])
    return Table(sheet, header, tuple(body))
