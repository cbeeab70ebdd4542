"""From a form file to a Form.

Reading takes up to 0.3 s, most of it pyxform's import: forms are loaded when the program starts, not per message.
"""

import hashlib
import json
from collections.abc import Mapping

from reporting.errors import BadFile
from reporting.forms.check import Definition, check_form, in_order, read_definition
from reporting.forms.expressions import Expression, compile_expression
from reporting.forms.extensions import Extensions
from reporting.forms.model import Form, Group, Logic, Question
from reporting.forms.outline import GroupItem, Item
from reporting.forms.source import Table
from reporting.forms.survey import is_required

__all__ = ["check_form", "load_form"]


def load_form(data: bytes, name: str) -> Form:
    """The form in a file (.xlsx or .md, by content). Raises BadFile with all findings if any is an error."""
    definition = read_definition(data, name)
    if definition.findings.errors:
        raise BadFile(name, in_order(definition.findings))
    settings = definition.settings
    groups = _groups(definition)
    return Form(
        code=settings.code,
        version=settings.version,
        title=settings.title,
        audience=settings.audience,
        groups=groups,
        digest=_digest(definition.tables),
        logic={item.name: _logic(item) for item in definition.outline.items},
    )


def _groups(definition: Definition) -> tuple[Group, ...]:
    """One group for each message: a field-list's lines where its first one stands, other questions alone."""
    messages: dict[str, list[Question]] = {}
    labels: dict[str, str] = {}
    for item, extensions in definition.extended:
        group = item.together
        row = group.row if group else (item.parents[-1].row if item.parents else None)
        code = group.row.get("name") if group else item.name
        labels[code] = row.get("label") if row else ""
        messages.setdefault(code, []).append(_question(definition, item, extensions, code))
    return tuple(Group(code, labels[code], tuple(questions)) for code, questions in messages.items())


def _question(definition: Definition, item: Item, extensions: Extensions, group: str) -> Question:
    row = item.row
    return Question(
        code=item.name,
        label=row.get("label"),
        short=extensions.short,
        type=item.type,
        kind=extensions.kind,
        unit=extensions.unit,
        agg=extensions.agg,
        slot=extensions.slot,
        words=extensions.words,
        hint=row.get("hint"),
        required=is_required(row) and not item.computed,
        options=definition.options.get(item.list_name, ()),
        computed=item.computed,
        constraint_message=row.get("constraint_message"),
        group=group,
    )


def _logic(item: Item) -> Logic:
    around: tuple[GroupItem | Item, ...] = (*item.parents, item)
    conditions = [node.row.get("relevant") for node in around]
    return Logic(
        relevant=tuple(compile_expression(condition) for condition in conditions if condition),
        calculation=_compiled(item, "calculation"),
        constraint=_compiled(item, "constraint"),
    )


def _compiled(item: Item, column: str) -> Expression | None:
    expression = item.row.get(column)
    return compile_expression(expression) if expression else None


def _digest(tables: Mapping[str, Table]) -> str:
    """SHA-256 over the cells that mean something; blank rows, blank cells and other sheets do not count."""
    content = {
        name: [_trimmed(tables[name].header.cells), *(_trimmed(row.cells) for row in tables[name].rows)]
        for name in ("survey", "choices", "settings")
        if name in tables
    }
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _trimmed(cells: tuple[str, ...]) -> list[str]:
    kept = list(cells)
    while kept and not kept[-1]:
        kept.pop()
    return kept
