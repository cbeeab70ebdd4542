"""Checks of single survey rows: names, labels, flags."""

import re
from collections.abc import Sequence

from reporting.forms.findings import Findings
from reporting.forms.outline import GroupItem, Item, Outline
from reporting.forms.rows import Row

LONGEST_NAME = 50

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_ANSWER = re.compile(r"\$\{[^}]*\}?")
_YES = frozenset(("yes", "true", "true()"))
_NO = frozenset(("", "no", "false", "false()"))


def is_required(row: Row) -> bool:
    return row.get("required").lower() in _YES


def judge_survey(outline: Outline, findings: Findings) -> None:
    """Names, labels and flags of all rows."""
    _judge_names([*outline.groups, *outline.items], findings)
    for item in outline.items:
        _judge_texts(item, findings)
        _judge_flags(item, findings)


def _judge_names(items: Sequence[Item | GroupItem], findings: Findings) -> None:
    first: dict[str, Row] = {}
    folded: dict[str, str] = {}
    for item in sorted(items, key=lambda item: item.row.place.row):
        row = item.row
        name, column = row.get("name"), row.header("name")
        if not name:
            findings.error("name_missing", row.place, column, label=row.get("label"))
        elif not _NAME.fullmatch(name) or len(name) > LONGEST_NAME:
            findings.error("name_wrong", row.place, column, found=name, most=LONGEST_NAME)
        elif name in first:
            findings.error("name_twice", row.place, column, name=name, first=first[name].place.row)
        elif name.lower() in folded:
            findings.error("name_alike", row.place, column, name=name, first=folded[name.lower()])
        first.setdefault(name, row)
        folded.setdefault(name.lower(), name)


def _judge_texts(item: Item, findings: Findings) -> None:
    row = item.row
    if not row.get("label") and not item.computed:
        findings.error("label_missing", row.place, row.header("label"), name=item.name)
    for column in ("label", "hint", "constraint_message"):
        if found := _ANSWER.search(row.get(column)):
            findings.error("answer_in_text", row.place, row.header(column), found=found[0])


def _judge_flags(item: Item, findings: Findings) -> None:
    row = item.row
    required = row.get("required").lower()
    if required not in _YES | _NO:
        findings.error("required_wrong", row.place, row.header("required"), found=required)
    if item.type == "calculate" and not row.get("calculation"):
        findings.error("calculation_missing", row.place, row.header("calculation"), name=item.name)
    if row.get("appearance"):
        findings.warning(
            "appearance_ignored", row.place, row.header("appearance"), found=row.get("appearance")
        )
    if row.get("readonly").lower() in _YES and not item.computed and item.type != "note":
        findings.error("readonly_refused", row.place, row.header("readonly"), name=item.name)
    constraint, message = row.get("constraint"), row.get("constraint_message")
    if constraint and item.computed:
        findings.warning("constraint_on_computed", row.place, row.header("constraint"), name=item.name)
    elif constraint and not message:
        findings.warning("constraint_without_message", row.place, row.header("constraint"), name=item.name)
    elif message and not constraint:
        findings.warning(
            "message_without_constraint", row.place, row.header("constraint_message"), name=item.name
        )
