"""pyxform's word on a form: it must convert to an XForm, so that the same file opens in ODK and KoboToolbox.

pyxform stops at its first error and words it in English; our own checks come first, in full and with places.
Its warnings are about those programs' own features and are not passed on.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree
from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert

from reporting.forms.findings import Findings, Place
from reporting.forms.source import Table

NAMESPACE = 'bc="https://baocao.invalid/xlsform"'

_SHEETS = ("survey", "choices", "settings")
_ROW = re.compile(r"\[row : (\d+)\]")
_SHEET = re.compile(r"On the '(\w+)' sheet")
_COLUMN = re.compile(r"the '([^']+)' value")


def judge_conversion(tables: Mapping[str, Table], findings: Findings) -> None:
    """Convert the form and throw the result away; what stops it goes to `findings`."""
    try:
        xform = convert({**_definition(tables), "sheet_names": list(tables)}, form_name="data").xform
        etree.fromstring(xform.encode(), etree.XMLParser(resolve_entities=False))
    except PyXFormError as problem:
        message = str(problem)
        row, sheet, column = _ROW.search(message), _SHEET.search(message), _COLUMN.search(message)
        place = Place(sheet[1] if sheet else "survey" if row else "", int(row[1]) if row else 0)
        said = " ".join(_ROW.sub("", message).split())
        findings.error("converter", place, column[1] if column and sheet else "", message=said)
    except Exception as problem:  # a form may break the converter in ways it does not foresee
        findings.error("converter", message=f"{type(problem).__name__}: {problem}"[:300])


def _definition(tables: Mapping[str, Table]) -> dict[str, Any]:
    """The sheets as pyxform takes them, row numbers kept, our columns named and declared as the standard wants."""
    definition: dict[str, Any] = {}
    for name in _SHEETS:
        if name in tables:
            table = tables[name]
            header = [_standard(name, title) for title in table.header.cells]
            definition[f"{name}_header"] = [{title: None for title in header if title}]
            definition[name] = _rows(table, header)
    settings = definition.setdefault("settings", [{}])
    for row in settings[:1] or [{}]:
        if "bc=" not in row.setdefault("namespaces", NAMESPACE):
            row["namespaces"] += f" {NAMESPACE}"
    header = definition.setdefault("settings_header", [{}])
    header[0].setdefault("namespaces", None)
    return definition


def _standard(sheet: str, title: str) -> str:
    if not title.lower().startswith("bc:"):
        return title
    return f"{'attribute' if sheet == 'settings' else 'bind'}::{title.lower()}"


def _rows(table: Table, header: Iterable[str]) -> list[dict[str, str]]:
    """Row N of the sheet is item N - 2; rows that are blank are empty."""
    titles = list(header)
    last = table.rows[-1].place.row if table.rows else 1
    rows: list[dict[str, str]] = [{} for _ in range(last - 1)]
    for row in table.rows:
        filled = zip(titles, row.cells, strict=False)
        rows[row.place.row - 2] = {title: cell for title, cell in filled if title and cell}
    return rows
