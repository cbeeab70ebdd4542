"""The choices sheet."""

from collections.abc import Mapping

from reporting.forms.findings import Findings
from reporting.forms.model import Option
from reporting.forms.outline import Outline
from reporting.forms.rows import Row


def read_choices(rows: list[Row], outline: Outline, findings: Findings) -> Mapping[str, tuple[Option, ...]]:
    """The options by list name. Lists that are missing, unused or say a thing twice go to `findings`."""
    lists: dict[str, list[Option]] = {}
    for row in rows:
        list_name, name = row.get("list_name"), row.get("name")
        if not list_name:
            findings.error("choice_list_missing", row.place, row.header("list_name"), name=name)
            continue
        options = lists.setdefault(list_name, [])
        if not name:
            findings.error("choice_name_missing", row.place, row.header("name"), list=list_name)
        elif " " in name:
            findings.error("choice_name_spaces", row.place, row.header("name"), name=name)
        elif any(option.name == name for option in options):
            findings.error("choice_twice", row.place, row.header("name"), name=name, list=list_name)
        if not row.get("label"):
            findings.error("choice_label_missing", row.place, row.header("label"), name=name)
        options.append(Option(name, row.get("label")))
    _judge_use(lists, outline, rows, findings)
    return {name: tuple(options) for name, options in lists.items()}


def _judge_use(
    lists: Mapping[str, list[Option]], outline: Outline, rows: list[Row], findings: Findings
) -> None:
    used = {item.list_name for item in outline.items}
    for item in outline.items:
        if item.list_name and item.list_name not in lists:
            findings.error(
                "list_missing",
                item.row.place,
                item.row.header("type"),
                list=item.list_name,
                known=tuple(lists),
            )
    for name in lists:
        if name not in used:
            first = next(row for row in rows if row.get("list_name") == name)
            findings.warning("list_unused", first.place, first.header("list_name"), list=name)
