"""A frozen material comes back equal; what differs between versions, and what came late, figure by figure."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from reporting.documents.codec import dump_content, dump_material, load_content, load_material
from reporting.documents.diff import Sent, figure_changes, late_changes, section_changes
from reporting.documents.model import (
    LISTS,
    Award,
    Figure,
    Frozen,
    Material,
    Override,
    PlannedTask,
    Said,
    Snapshot,
    SuperiorRow,
)
from reporting.documents.sections import SECTIONS
from reporting.periods import Month
from reporting.values import QUALIFIERS, Missing, Pair, Qualified, Ratio

TEXT = st.text(max_size=20)
COUNT = st.integers(0, 10**12)
VALUES = st.one_of(
    COUNT, TEXT, st.decimals(0, 1000, places=2), st.dates(), st.builds(Pair, COUNT, COUNT),
    st.builds(Ratio, COUNT, COUNT), st.builds(Qualified, st.sampled_from(QUALIFIERS), COUNT),
    st.builds(Missing, TEXT), st.booleans(), st.tuples(TEXT, TEXT),
)  # fmt: skip
CODES = st.from_regex(r"[a-z_]{1,12}(\.change)?", fullmatch=True)
FIGURES = st.builds(
    Figure, code=CODES, period=st.just("2023-10"), kind=st.sampled_from(["count", "money", "pair"]),
    value=st.none() | VALUES, unit=TEXT, label=TEXT, section=st.sampled_from(SECTIONS), reported=COUNT,
    expected=COUNT,
)  # fmt: skip
SNAPSHOTS = st.builds(
    Snapshot,
    period=st.just(Month(2023, 10)),
    cut_off=st.datetimes(timezones=st.just(UTC)),
    figures=st.lists(FIGURES, max_size=4).map(lambda fs: {f.tag: f for f in fs}),
    frozen=st.lists(st.builds(Frozen, COUNT, TEXT, st.just("2023-10"), COUNT), max_size=3).map(tuple),
    superiors=st.lists(
        st.builds(
            SuperiorRow, TEXT, COUNT, COUNT, COUNT, st.lists(TEXT, max_size=2).map(tuple),
            st.dictionaries(CODES, VALUES, max_size=3),
        ),
        max_size=2,
    ).map(tuple),
    said=st.lists(st.builds(Said, TEXT, TEXT, TEXT), max_size=2).map(tuple),
)  # fmt: skip
PARAGRAPHS = st.lists(TEXT, max_size=3).map(tuple)
BY_SECTION = st.dictionaries(st.sampled_from(SECTIONS), PARAGRAPHS, max_size=4)
MATERIALS = st.builds(
    Material,
    snapshot=SNAPSHOTS,
    narratives=BY_SECTION,
    kept=BY_SECTION,
    lists=st.dictionaries(st.sampled_from(LISTS), PARAGRAPHS, max_size=3),
    awards=st.lists(
        st.builds(Award, TEXT, TEXT, COUNT, COUNT, st.just((("học sinh", 217),)), TEXT, st.booleans()),
        max_size=2,
    ).map(tuple),
    tasks=PARAGRAPHS,
    planned=st.lists(st.builds(PlannedTask, TEXT, st.sampled_from(["", "done"])), max_size=2).map(tuple),
    overrides=st.lists(st.builds(Override, TEXT, VALUES, TEXT), max_size=2).map(tuple),
)
CUT_OFF = datetime(2023, 10, 17, tzinfo=UTC)


@given(MATERIALS)
def test_a_material_comes_back_equal(material: Material) -> None:
    text = dump_material(material)
    assert load_material(text) == material
    assert dump_material(load_material(text)) == text


@given(BY_SECTION)
def test_a_content_comes_back_equal(content: dict[str, tuple[str, ...]]) -> None:
    assert load_content(dump_content(content)) == content  # type: ignore[arg-type]


def test_before_it_is_composed_there_is_no_content() -> None:
    assert load_content("") == {}


def of(**values: int | Decimal | None) -> Material:
    figures = [Figure(code, "2023-10", "count", value, "", code) for code, value in values.items()]
    return Material(Snapshot(Month(2023, 10), CUT_OFF, {f.tag: f for f in figures}, (), (), ()))


def test_figures_of_two_versions() -> None:
    changes = figure_changes(of(a=1, b=2, c=None, gone=4), of(a=1, b=3, c=0, new=5))
    told = [(c.tag.split("@")[0], c.before, c.after) for c in changes]
    assert told == [("b", 2, 3), ("c", None, 0), ("new", None, 5), ("gone", 4, None)]


def test_an_override_is_a_change_of_the_paper() -> None:
    plain = of(a=1)
    changes = figure_changes(plain, replace(plain, overrides=(Override("a@2023-10", 7, "vì"),)))
    assert [(c.before, c.after) for c in changes] == [(1, 7)]


def test_sections_of_two_versions() -> None:
    changes = section_changes(
        {"care": ("một", "hai"), "event": ("như cũ",)},
        {"care": ("một", "ba"), "event": ("như cũ",), "tasks": ()},
    )
    assert [(c.section, c.added, c.removed) for c in changes] == [("care", ("ba",), ("hai",))]


def test_what_came_after_the_cut_off() -> None:
    frozen = [Frozen(1, "f", "2023-10", 10), Frozen(2, "f", "2023-10", 20)]
    now = {
        (1, "f", "2023-10"): Sent(10, {"a": 1}),
        (2, "f", "2023-10"): Sent(21, {"a": 5, "b": 0, "same": 3}),
        (3, "f", "2023-10"): Sent(30, {"a": 9}),
    }
    changes = late_changes(frozen, {20: {"a": 4, "same": 3, "gone": 1}}, now)
    told = [(c.unit_id, c.code, c.before, c.after, c.submission_id) for c in changes]
    assert told == [
        (2, "a", 4, 5, 21),
        (2, "b", None, 0, 21),
        (2, "gone", 1, None, 21),
        (3, "a", None, 9, 30),
    ]
