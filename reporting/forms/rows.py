"""Sheet rows under canonical column names, whatever the header's spelling, alias or language.

Aliases are pyxform's («relevance», «caption», «bind::relevant», «label::Tiếng Việt (vi)»); an extension
column is written `bind::bc:agg` (kept by every XLSForm tool) or `bc:agg`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pyxform import aliases
from pyxform.parsing.sheet_headers import clean_text_values, process_header

from reporting.forms.findings import Findings, Place
from reporting.forms.source import Table

SURVEY_COLUMNS = (
    "type", "name", "label", "hint", "relevant", "constraint", "constraint_message", "calculation", "required",
    "readonly", "appearance",
)  # fmt: skip
EXPRESSIONS = ("relevant", "constraint", "calculation")
IGNORED_COLUMNS = ("guidance_hint", "required_message", "default", "parameters", "media", "autoplay", "rows")
REFUSED_COLUMNS = ("choice_filter", "trigger", "repeat_count", "save_to", "disabled")
EXTENSIONS = ("bc:agg", "bc:unit", "bc:slot", "bc:short", "bc:words", "bc:kind")
CHOICES_COLUMNS = ("list_name", "name", "label")
SETTINGS_COLUMNS = ("form_title", "form_id", "version", "default_language", "namespaces", "bc:audience")

_TRANSLATED = ("label", "hint", "constraint_message")
_NAMES = {
    "calculate": "calculation", "jr:constraintMsg": "constraint_message", "jr:requiredMsg": "required_message",
    "jr:count": "repeat_count", "list name": "list_name", "title": "form_title", "id_string": "form_id",
    "entities:saveto": "save_to",
}  # fmt: skip
_ALIASES: dict[str, Mapping[str, Any]] = {
    "survey": aliases.survey_header,
    "choices": aliases.list_header,
    "settings": aliases.settings_header,
}
_KNOWN = {
    "survey": (*SURVEY_COLUMNS, *IGNORED_COLUMNS, *REFUSED_COLUMNS, *EXTENSIONS),
    "choices": (*CHOICES_COLUMNS, "media"),
    "settings": (
        *SETTINGS_COLUMNS, "instance_name", "style", "public_key", "submission_url", "allow_choice_duplicates",
        "sms_keyword", "clean_text_values", "name", "auto_send", "auto_delete", "omit_instanceid",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `cells` and `headers` (the header as written) by canonical column name; blank cells are absent."""

    place: Place
    cells: Mapping[str, str]
    headers: Mapping[str, str]

    def get(self, column: str) -> str:
        return self.cells.get(column, "")

    def header(self, column: str) -> str:
        """The column's header as it is written, the canonical name if there is no such column."""
        return self.headers.get(column, column)


@dataclass(frozen=True, slots=True)
class _Column:
    index: int
    header: str
    name: str
    language: str


def rows_of(table: Table | None, language: str, findings: Findings) -> list[Row]:
    """The rows of a sheet, texts in the form's language. Unknown and unused columns go to `findings`."""
    if table is None:
        return []
    columns = list(_columns(table))
    for column in columns:
        _judge(table, column, findings)
    best = _in_language(columns, language)
    headers = {column.name: column.header for column in best.values()}
    return [Row(cells.place, _cells(cells.cells, best.values()), headers) for cells in table.rows]


def default_language(table: Table | None) -> str:
    """The setting `default_language`, empty if there is none."""
    rows = rows_of(table, "", Findings())
    return rows[0].get("default_language") if rows else ""


def _cells(cells: tuple[str, ...], columns: Iterable[_Column]) -> dict[str, str]:
    """The filled cells by name; in expressions the office program's curly quotes become straight, as in pyxform."""
    return {
        column.name: clean_text_values(cells[column.index])
        if column.name in EXPRESSIONS
        else cells[column.index]
        for column in columns
        if _filled(cells, column.index)
    }


def _filled(cells: tuple[str, ...], index: int) -> bool:
    return index < len(cells) and bool(cells[index])


def _columns(table: Table) -> Iterator[_Column]:
    grouped = any("::" in header for header in table.header.cells)
    for index, header in enumerate(table.header.cells):
        if header:
            name, language = _canonical(table.name, header, grouped)
            yield _Column(index, header, name, language)


def _canonical(sheet: str, header: str, grouped: bool) -> tuple[str, str]:
    if header.lower().startswith("bc:"):
        return header.lower(), ""
    known: set[str] = set(_KNOWN.get(sheet, ()))
    _, tokens = process_header(header, grouped, dict(_ALIASES.get(sheet, {})), known)
    head, *rest = tokens
    if head in ("bind", "control", "attribute") and rest:
        head, *rest = rest
    name = _NAMES.get(head, head)
    return name.lower() if name.lower() in known else name, rest[0] if rest and name in _TRANSLATED else ""


def _in_language(columns: list[_Column], language: str) -> dict[str, _Column]:
    """One column for each name: the form's language, else Vietnamese, else none, else the first."""

    def rank(column: _Column) -> int:
        spoken = column.language.lower()
        wanted = (
            spoken == language.lower() != "",
            "(vi)" in spoken or spoken in ("vi", "vietnamese"),
            not spoken,
        )
        return wanted.index(True) if True in wanted else len(wanted)

    best: dict[str, _Column] = {}
    for column in columns:
        if column.name not in best or rank(column) < rank(best[column.name]):
            best[column.name] = column
    return best


def _judge(table: Table, column: _Column, findings: Findings) -> None:
    """Tell what a column does not do here. A misspelt header would silently drop the form's logic: an error."""
    known = _KNOWN.get(table.name, ())
    used = [cells for cells in table.rows if _filled(cells.cells, column.index)]
    if not used:
        return
    if column.name in REFUSED_COLUMNS and table.name == "survey":
        for cells in used:
            findings.error("column_refused", cells.place, column.header)
    elif column.name in ("default", "parameters", "media", "autoplay", "rows") and table.name == "survey":
        findings.warning("column_ignored", used[0].place, column.header)
    elif column.name not in known:
        meant = get_close_matches(column.name.lower(), known, n=1, cutoff=0.8)
        if meant or column.name.startswith("bc:"):
            findings.error(
                "column_misspelt", table.header.place, column.header, meant=(meant or [""])[0], known=known
            )
        else:
            findings.warning("column_unknown", table.header.place, column.header)
