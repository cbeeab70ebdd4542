"""What differs between two versions of a report, and what came in after its figures were frozen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reporting.documents.model import Figure, Frozen, Material
from reporting.documents.paper_figures import paper_figures
from reporting.documents.sections import SECTIONS, Section
from reporting.values import Kind, Value

Key = tuple[int, str, str]  # unit id, form, period


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure of two versions; None: it had no value, or was not there."""

    tag: str
    label: str
    kind: Kind
    unit: str
    before: Value | None
    after: Value | None


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A section whose paragraphs differ: those only in the newer version, and those no longer in it."""

    section: Section
    added: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """The newest submission of a unit's form."""

    submission_id: int
    figures: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class LateChange:
    """A figure that a unit changed, or first sent, after the cut-off. `submission_id` is the newer one."""

    unit_id: int
    form: str
    code: str
    before: Value | None
    after: Value | None
    submission_id: int


def printed_values(material: Material) -> dict[str, tuple[Figure, Value | None]]:
    """Each figure of the paper with the value that stands there: the office's own where it wrote one."""
    return {tag: (figure, figure.value) for tag, figure in paper_figures(material).items()}


def figure_changes(before: Material, after: Material) -> list[FigureChange]:
    """The figures that differ, in the order of the newer version; those no longer there come last."""
    old, new = printed_values(before), printed_values(after)
    found = []
    for tag in (*new, *(tag for tag in old if tag not in new)):
        figure = (new.get(tag) or old[tag])[0]
        was = old[tag][1] if tag in old else None
        now = new[tag][1] if tag in new else None
        if was != now:
            found.append(FigureChange(tag, figure.label or figure.code, figure.kind, figure.unit, was, now))
    return found


def section_changes(
    before: Mapping[Section, tuple[str, ...]], after: Mapping[Section, tuple[str, ...]]
) -> list[SectionChange]:
    """The sections whose wording differs, in the paper's order. A figure's new value is no new wording."""
    found = []
    for section in SECTIONS:
        old, new = before.get(section, ()), after.get(section, ())
        if old != new:
            added = tuple(p for p in new if p not in old)
            removed = tuple(p for p in old if p not in new)
            found.append(SectionChange(section, added, removed))
    return found


def late_changes(
    frozen: Iterable[Frozen], was: Mapping[int, Mapping[str, Value]], now: Mapping[Key, Sent]
) -> list[LateChange]:
    """Figure by figure, what units sent after the freezing.

    `was` are the figures of the frozen submissions, by id; `now` the newest submissions of the same month.
    """
    counted = {(f.unit_id, f.form, f.period): f.submission_id for f in frozen}
    found = []
    for key, sent in now.items():
        if counted.get(key) == sent.submission_id:
            continue
        old = was.get(counted[key], {}) if key in counted else {}
        for code in (*sent.figures, *(code for code in old if code not in sent.figures)):
            before, after = old.get(code), sent.figures.get(code)
            if before != after:
                found.append(LateChange(key[0], key[1], code, before, after, sent.submission_id))
    return found
