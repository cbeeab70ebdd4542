"""The structure of the survey sheet: questions and the groups around them."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import get_args

from reporting.forms.findings import Findings
from reporting.forms.model import QuestionType
from reporting.forms.rows import Row

TYPES: tuple[str, ...] = get_args(QuestionType)
ASKED_ALONE = frozenset(("text", "select_multiple", "image", "file"))
MOST_LINES = 5

_GROUP_TYPES = ("begin_group", "end_group")
_OTHER_NAMES = {
    "int": "integer", "number": "integer", "float": "decimal", "string": "text", "photo": "image",
    "select1": "select_one", "select": "select_one", "datetime": "date", "calculation": "calculate",
}  # fmt: skip
_BEGIN = re.compile(r"begin[ _](group|repeat|loop)\b.*")
_END = re.compile(r"end[ _](group|repeat|loop)")
_SELECT = re.compile(r"select[ _](one|multiple)(?: (\S+))?( or[ _]other)?")


@dataclass(frozen=True, slots=True)
class GroupItem:
    """A begin_group row. `parents` are the groups around it, outermost first."""

    row: Row
    parents: tuple["GroupItem", ...]

    @property
    def together(self) -> bool:
        """Whether its lines are asked in one message."""
        return "field-list" in self.row.get("appearance").split()


@dataclass(frozen=True, slots=True)
class Item:
    """A question row; `list_name` is that of a select question."""

    row: Row
    type: QuestionType
    list_name: str
    parents: tuple[GroupItem, ...]

    @property
    def name(self) -> str:
        return self.row.get("name")

    @property
    def computed(self) -> bool:
        return self.type == "calculate" or bool(self.row.get("calculation"))

    @property
    def together(self) -> GroupItem | None:
        """The field-list group whose message it belongs to."""
        in_words = self.type in ASKED_ALONE and self.row.get("bc:kind") not in ("pair", "ratio")
        if in_words and not self.computed:
            return None
        return next((group for group in self.parents if group.together), None)


@dataclass(frozen=True, slots=True)
class Outline:
    """`refused` are the names of questions that cannot be asked: they exist, though nothing comes of them."""

    items: tuple[Item, ...]
    groups: tuple[GroupItem, ...]
    refused: frozenset[str] = frozenset()


def outline(rows: list[Row], findings: Findings) -> Outline:
    """Find questions and groups; whatever has no place in a chat goes to `findings`."""
    builder = _Builder(findings)
    for row in rows:
        builder.add(row)
    builder.finish()
    return Outline(tuple(builder.items), tuple(builder.groups), frozenset(builder.refused))


class _Builder:
    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.items: list[Item] = []
        self.groups: list[GroupItem] = []
        self.refused: set[str] = set()
        self.open: list[GroupItem | None] = []  # None: a repeat, refused already

    def add(self, row: Row) -> None:
        kind = " ".join(row.get("type").split())
        if not kind:
            if row.get("name") or row.get("label"):
                self.findings.error("type_missing", row.place, row.header("type"))
            elif row.cells:
                self.findings.warning("row_ignored", row.place)
        elif match := _BEGIN.fullmatch(kind):
            self.begin(row, match[1])
        elif _END.fullmatch(kind):
            self.end(row, kind)
        else:
            self.question(row, kind)

    def begin(self, row: Row, control: str) -> None:
        parents = self.parents
        if control != "group":
            self.findings.error("repeat_refused", row.place, row.header("type"), name=row.get("name"))
            self.open.append(None)
            return
        group = GroupItem(row, parents)
        self.open.append(group)
        self.groups.append(group)
        appearance = row.get("appearance")
        if appearance and not group.together:
            self.findings.error("group_appearance", row.place, row.header("appearance"), found=appearance)
        if any(parent.together for parent in parents):
            self.findings.error("group_in_field_list", row.place, name=row.get("name"))

    def end(self, row: Row, kind: str) -> None:
        if not self.open:
            self.findings.error("group_not_opened", row.place, row.header("type"), found=kind)
            return
        self.open.pop()

    def question(self, row: Row, kind: str) -> None:
        select = _SELECT.fullmatch(kind)
        column = row.header("type")
        if select and select[2] is None:
            self.findings.error("list_name_missing", row.place, column, found=kind)
        elif select and select[3]:
            self.findings.error("or_other_refused", row.place, column, name=row.get("name"))
        if select or kind in TYPES:
            known = next(known for known in TYPES if known == (f"select_{select[1]}" if select else kind))
            self.items.append(Item(row, known, (select[2] or "") if select else "", self.parents))  # type: ignore[arg-type]
        else:
            close = get_close_matches(kind.lower(), (*TYPES, *_GROUP_TYPES), n=1, cutoff=0.75)
            meant = _OTHER_NAMES.get(kind.lower()) or (close or [""])[0]
            facts = {"found": kind, "name": row.get("name"), "meant": meant, "known": TYPES}
            self.findings.error("type_refused", row.place, column, **facts)
            self.refused.add(row.get("name"))

    def finish(self) -> None:
        for group in self.open:
            if group is not None:
                self.findings.error("group_not_closed", group.row.place, name=group.row.get("name"))
        if not any(not item.computed and item.type != "note" for item in self.items):
            self.findings.error("no_questions")
        for group in self.groups:
            inside = [item for item in self.items if group in item.parents]
            if not inside:
                self.findings.warning("group_empty", group.row.place, name=group.row.get("name"))
            elif group.together:
                self.judge_message(group, inside)

    def judge_message(self, group: GroupItem, inside: list[Item]) -> None:
        for item in inside:
            if item.together is None:
                self.findings.warning("asked_alone", item.row.place, name=item.name, type=item.type)
        lines = [item for item in inside if item.together and item.type != "note" and item.row.get("label")]
        if len(lines) > MOST_LINES:
            name = group.row.get("name")
            self.findings.error(
                "group_too_long", group.row.place, name=name, count=len(lines), most=MOST_LINES
            )

    @property
    def parents(self) -> tuple[GroupItem, ...]:
        return tuple(group for group in self.open if group is not None)
