"""All that is wrong with a form file, found in one go."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from reporting.errors import BadFile
from reporting.forms.choices import read_choices
from reporting.forms.convert import judge_conversion
from reporting.forms.extensions import Extensions, judge_words, read_extensions
from reporting.forms.findings import Finding, Findings, Place
from reporting.forms.logic import judge_logic
from reporting.forms.model import Option
from reporting.forms.outline import Item, Outline, outline
from reporting.forms.rows import default_language, rows_of
from reporting.forms.settings import Settings, read_settings
from reporting.forms.source import Table, read_tables
from reporting.forms.survey import judge_survey

_SHEETS = {"": 0, "survey": 1, "choices": 2, "settings": 3}
_REFUSED_SHEETS = ("external_choices", "entities", "osm")


@dataclass(frozen=True, slots=True)
class Definition:
    """A form file, read: everything a Form is built from. Sound only if `findings` has no errors."""

    tables: Mapping[str, Table]
    settings: Settings
    outline: Outline
    options: Mapping[str, tuple[Option, ...]]
    extended: tuple[tuple[Item, Extensions], ...]
    findings: Findings


def check_form(data: bytes, name: str) -> list[Finding]:
    """Everything that is wrong with a form file (.xlsx or .md, by content; `name` for its own sake). Never raises."""
    try:
        return in_order(read_definition(data, name).findings)
    except BadFile as bad:
        return in_order(finding for finding in bad.findings if isinstance(finding, Finding))


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """By sheet and row, as one goes through the file."""
    return sorted(findings, key=lambda finding: (_SHEETS.get(finding.sheet, len(_SHEETS)), finding.row))


def read_definition(data: bytes, name: str) -> Definition:
    """Read and check a form file. Raises BadFile if it cannot be read at all; see `findings` otherwise."""
    findings = Findings()
    tables = read_tables(data, name, findings)
    _judge_sheets(tables, name, findings)
    language = default_language(tables.get("settings"))
    settings = read_settings(rows_of(tables.get("settings"), language, findings), name, findings)
    shape = outline(rows_of(tables.get("survey"), language, findings), findings)
    options = read_choices(rows_of(tables.get("choices"), language, findings), shape, findings)
    judge_survey(shape, findings)
    extended = tuple(
        (item, read_extensions(item, options.get(item.list_name, ()), findings)) for item in shape.items
    )
    judge_words(extended, findings)
    judge_logic(shape, options, findings)
    if not findings.errors:
        judge_conversion(tables, findings)
    return Definition(tables, settings, shape, options, extended, findings)


def _judge_sheets(tables: Mapping[str, Table], name: str, findings: Findings) -> None:
    if "survey" not in tables:
        close = get_close_matches("survey", tables, n=1, cutoff=0.6)
        findings.error("survey_missing", meant=(close or [""])[0])
        raise BadFile(name, findings)
    for sheet in _REFUSED_SHEETS:
        if sheet in tables and tables[sheet].rows:
            findings.error("sheet_refused", Place(sheet))
