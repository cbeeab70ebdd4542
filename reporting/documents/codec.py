"""Material as JSON and back: how a version's frozen material is kept."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from reporting.documents.awards import from_fields, to_fields
from reporting.documents.model import (
    Figure,
    Frozen,
    Loose,
    Material,
    Override,
    PlannedTask,
    Said,
    Snapshot,
    SuperiorRow,
)
from reporting.documents.sections import Section
from reporting.periods import Month
from reporting.values import Value, from_json, to_json

Content = Mapping[Section, tuple[str, ...]]


def dump_material(material: Material) -> str:
    """JSON text from which `load_material` makes an equal Material."""
    raw = {
        "snapshot": _snapshot(material.snapshot),
        "narratives": _texts(material.narratives),
        "kept": _texts(material.kept),
        "lists": _texts(material.lists),
        "awards": [to_fields(a) for a in material.awards],
        "tasks": list(material.tasks),
        "planned": [[t.text, t.outcome, *([t.reason] if t.reason else [])] for t in material.planned],
        "overrides": [[o.tag, to_json(o.value), o.reason, _value(o.before)] for o in material.overrides],
        "unkept": _texts(material.unkept),
        "removed": _texts(material.removed),
        "loose": {s: [[one.tag, one.typed, one.was] for one in ones] for s, ones in material.loose.items()},
    }
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":"))


def load_material(text: str) -> Material:
    """The inverse of `dump_material`."""
    raw = json.loads(text)
    return Material(
        snapshot=_read_snapshot(raw["snapshot"]),
        narratives=_read_texts(raw["narratives"]),
        kept=_read_texts(raw["kept"]),
        lists=_read_texts(raw["lists"]),
        awards=tuple(from_fields(a) for a in raw["awards"]),
        tasks=tuple(raw["tasks"]),
        planned=tuple(PlannedTask(*fields) for fields in raw["planned"]),
        overrides=tuple(_read_override(*fields) for fields in raw["overrides"]),
        unkept=_read_texts(raw.get("unkept", {})),
        removed=_read_texts(raw.get("removed", {})),
        loose={s: tuple(Loose(*one) for one in ones) for s, ones in raw.get("loose", {}).items()},
    )


def dump_content(content: Content) -> str:
    """JSON text of a document's paragraphs by section."""
    return json.dumps(_texts(content), ensure_ascii=False, separators=(",", ":"))


def load_content(text: str) -> Content:
    """The inverse of `dump_content`; of an empty text nothing."""
    found: Content = _read_texts(json.loads(text)) if text else {}
    return found


def _texts(given: Mapping[Any, tuple[str, ...]]) -> dict[str, list[str]]:
    return {name: list(texts) for name, texts in given.items()}


def _read_texts(raw: Mapping[str, list[str]]) -> dict[Any, tuple[str, ...]]:
    return {name: tuple(texts) for name, texts in raw.items()}


def _value(value: Value | None) -> Any:
    return None if value is None else to_json(value)


def _read_value(raw: Any) -> Value | None:
    return None if raw is None else from_json(raw)


def _snapshot(made: Snapshot) -> dict[str, Any]:
    return {
        "period": str(made.period),
        "cut_off": made.cut_off.isoformat(),
        "figures": [_figure(f) for f in made.figures.values()],
        "frozen": [[f.unit_id, f.form, f.period, f.submission_id] for f in made.frozen],
        "superiors": [_superior(row) for row in made.superiors],
        "said": [[s.unit, s.question, s.text, s.section] for s in made.said],
    }


def _read_snapshot(raw: dict[str, Any]) -> Snapshot:
    figures = [_read_figure(f) for f in raw["figures"]]
    return Snapshot(
        period=Month.parse(raw["period"]),
        cut_off=datetime.fromisoformat(raw["cut_off"]),
        figures={f.tag: f for f in figures},
        frozen=tuple(Frozen(*f) for f in raw["frozen"]),
        superiors=tuple(_read_superior(row) for row in raw["superiors"]),
        said=tuple(Said(*s) for s in raw["said"]),
    )


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "code": figure.code,
        "period": figure.period,
        "kind": figure.kind,
        "value": _value(figure.value),
        "unit": figure.unit,
        "label": figure.label,
        "section": figure.section,
        "reported": figure.reported,
        "expected": figure.expected,
        "short": figure.short,
    }


def _read_figure(raw: dict[str, Any]) -> Figure:
    return Figure(**{**raw, "value": _read_value(raw["value"])})


def _superior(row: SuperiorRow) -> dict[str, Any]:
    return {
        "name": row.name,
        "expected": row.expected,
        "submitted": row.submitted,
        "late": row.late,
        "missing": list(row.missing),
        "figures": {code: to_json(value) for code, value in row.figures.items()},
    }


def _read_superior(raw: dict[str, Any]) -> SuperiorRow:
    figures = {code: from_json(value) for code, value in raw["figures"].items()}
    return SuperiorRow(**{**raw, "missing": tuple(raw["missing"]), "figures": figures})


def _read_override(tag: str, value: Any, reason: str, before: Any = None) -> Override:
    return Override(tag, from_json(value), reason, _read_value(before))
