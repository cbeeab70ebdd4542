"""Our extension columns: what a figure is, how it adds up, where it stands in the report."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from reporting.forms.findings import Findings
from reporting.forms.model import Aggregation, Option, QuestionType, yes_or_no
from reporting.forms.outline import Item
from reporting.text import fold
from reporting.values import Kind

LONGEST_SHORT = 40

_KINDS: Mapping[QuestionType, tuple[Kind, ...]] = {
    "integer": ("count", "money", "percent"),
    "decimal": ("percent", "money"),
    "text": ("text", "pair", "ratio"),
    "select_one": ("choice", "yesno"),
    "select_multiple": ("choices",),
    "date": ("date",),
    "note": ("note",),
    "calculate": ("count", "money", "percent", "text", "date", "yesno"),
    "image": ("file",),
    "file": ("file",),
}
_FITTING: Mapping[Kind, tuple[Aggregation, ...]] = {
    "count": ("sum", "last", "none"),
    "money": ("sum", "last", "none"),
    "pair": ("sum", "last", "none"),
    "ratio": ("sum", "last", "none"),
    "text": ("concat", "last", "none"),
}
_FITTING_OTHERS: tuple[Aggregation, ...] = ("last", "none")
_FIGURES = frozenset(("count", "money", "pair", "ratio"))
_SLOT = re.compile(r"[IVX]+(\.[1-9]\d?)*")
_DONG = frozenset(("dong", "vnd", "vnđ", "đ", "₫"))


@dataclass(frozen=True, slots=True)
class Extensions:
    """The extension columns of one question, read; `code` is its name."""

    kind: Kind
    unit: str
    agg: Aggregation
    slot: str
    short: str
    words: tuple[str, ...]


def read_extensions(item: Item, options: Sequence[Option], findings: Findings) -> Extensions:
    """What the bc: columns say, or what follows from the type where they say nothing."""
    row = item.row
    kind = _kind(item, options, findings)
    slot, short = row.get("bc:slot"), row.get("bc:short")
    if slot and not _SLOT.fullmatch(slot):
        findings.error("slot_wrong", row.place, row.header("bc:slot"), found=slot)
    if len(short) > LONGEST_SHORT:
        findings.error("short_too_long", row.place, row.header("bc:short"), most=LONGEST_SHORT, found=short)
    words = tuple(word for part in re.split(r"[|,;]", row.get("bc:words")) if (word := part.strip()))
    for word in words:
        if any(character.isdigit() for character in word):
            findings.error("word_with_digit", row.place, row.header("bc:words"), found=word)
    return Extensions(
        kind, row.get("bc:unit"), _agg(item, kind, findings), slot, short or row.get("label"), words
    )


def _kind(item: Item, options: Sequence[Option], findings: Findings) -> Kind:
    row = item.row
    said, allowed = row.get("bc:kind"), _KINDS[item.type]
    if item.type != "calculate" and item.computed:
        allowed = _KINDS["calculate"]
    if said:
        for kind in allowed:
            if kind == said:
                return kind
        findings.error(
            "kind_wrong", row.place, row.header("bc:kind"), found=said, type=item.type, allowed=allowed
        )
    return _kind_by_unit(item, options, findings)


def _kind_by_unit(item: Item, options: Sequence[Option], findings: Findings) -> Kind:
    unit = item.row.get("bc:unit").casefold()
    if item.type in ("integer", "decimal", "calculate"):
        if unit in _DONG or fold(unit) in _DONG:
            return "money"
        if unit == "%":
            return "percent"
        if item.type == "decimal":
            if not item.computed:
                findings.warning("decimal_as_percent", item.row.place, name=item.name)
            return "percent"
        return (
            "count" if item.type == "integer" or unit or item.row.get("bc:agg") in ("sum", "last") else "text"
        )
    if item.type == "select_one":
        truths = [yes_or_no(option.name) for option in options]
        return "yesno" if sorted(map(str, truths)) == ["False", "True"] else "choice"
    return _KINDS[item.type][0]


def _agg(item: Item, kind: Kind, findings: Findings) -> Aggregation:
    row = item.row
    said = row.get("bc:agg")
    if not said:
        if kind in _FIGURES and not item.computed and "bc:agg" in row.headers:
            findings.warning("agg_missing", row.place, name=item.name)
        return "none"
    fitting = _FITTING.get(kind, _FITTING_OTHERS)
    for agg in fitting:
        if agg == said:
            return agg
    key = "agg_unfit" if said in get_args(Aggregation) else "agg_wrong"
    findings.error(key, row.place, row.header("bc:agg"), found=said, kind=kind, allowed=fitting)
    return "none"


def judge_words(items: Sequence[tuple[Item, Extensions]], findings: Findings) -> None:
    """Warn where one name could mean two lines of the same message."""
    seen: dict[tuple[str, str], str] = {}
    for item, extensions in items:
        group = item.together
        if group is None or item.computed or item.type == "note":
            continue
        for name in {fold(name) for name in (extensions.short, *extensions.words)}:
            first = seen.setdefault((group.row.get("name"), name), item.name)
            if first != item.name:
                findings.warning("words_clash", item.row.place, word=name, first=first, second=item.name)
