"""What always holds of totals: the whole is the sum of its parts, in any order, whoever is missing."""

import time
from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from reporting.periods import Period, parse
from reporting.summary import RatioOf
from reporting.totals import compare, summarise
from reporting.values import Missing, Value
from tests.reporting.province import (
    MONTHLY,
    OFFICE,
    PROVINCE,
    SECTOR,
    SUPERIORS,
    TOWN,
    Form,
    Question,
    Submitted,
    Unit,
)

NO_FIGURE = Missing("chưa có số liệu")
OCTOBER = parse("2023-10")
QUARTER = parse("2023-Q4")

VALUES = st.none() | st.just(NO_FIGURE) | st.integers(0, 10**9)
PARENTS = st.sampled_from([PROVINCE, TOWN, SECTOR])
MONTHS = st.sampled_from(["2023-10", "2023-11", "2023-12"])


@st.composite
def provinces(draw: st.DrawFn) -> tuple[list[Unit], list[Submitted]]:
    """Some units, some of them founded or closed on the way, and what they submitted in a quarter."""
    units, figures = [], []
    for unit_id in range(10, 10 + draw(st.integers(0, 8))):
        days = st.none() | st.dates(date(2023, 8, 1), date(2024, 1, 31))
        units.append(Unit(unit_id, draw(PARENTS), founded_on=draw(days), closed_on=draw(days)))
        for month in draw(st.sets(MONTHS)):
            given_values = {code: draw(VALUES) for code in ("admitted", "members", "women")}
            figures.append(
                Submitted(unit_id, {c: v for c, v in given_values.items() if v is not None}, month)
            )
    return units, figures


def plain(value: Value | None) -> int:
    assert value is None or isinstance(value, int)
    return value or 0


@given(provinces(), st.sampled_from([OCTOBER, QUARTER]))
def test_the_whole_is_the_sum_of_its_parts(
    province: tuple[list[Unit], list[Submitted]], period: Period
) -> None:
    units, figures = province
    whole = summarise([*SUPERIORS, *units], [MONTHLY], figures, period)
    parts = [
        summarise([u for u in units if u.parent_id == parent], [MONTHLY], figures, period)
        for parent in (PROVINCE, TOWN, SECTOR)
    ]
    for code in ("admitted", "members"):
        assert plain(whole.value(code)) == sum(plain(part.value(code)) for part in parts)
        for count in ("reported", "expected"):
            assert getattr(whole.totals[code], count) == sum(
                getattr(part.totals[code], count) for part in parts
            )
    assert (whole.expected, whole.submitted) == (
        sum(p.expected for p in parts),
        sum(p.submitted for p in parts),
    )


@given(provinces(), st.randoms(use_true_random=False))
def test_order_is_of_no_matter(province: tuple[list[Unit], list[Submitted]], random: Random) -> None:
    units, figures = [*SUPERIORS, *province[0]], list(province[1])
    share = [RatioOf("share", "women", "members")]
    one = summarise(units, [MONTHLY, OFFICE], figures, QUARTER, ratios=share)
    random.shuffle(units)
    random.shuffle(figures)
    assert summarise(units, [OFFICE, MONTHLY], figures, QUARTER, ratios=share) == one


@given(provinces(), PARENTS)
def test_a_missing_unit_changes_the_coverage_and_no_value(
    province: tuple[list[Unit], list[Submitted]], parent: int
) -> None:
    units, figures = province
    share = [RatioOf("share", "women", "members")]
    before = summarise([*SUPERIORS, *units], [MONTHLY], figures, QUARTER, ratios=share)
    after = summarise([*SUPERIORS, *units, Unit(99, parent)], [MONTHLY], figures, QUARTER, ratios=share)
    for code, found in after.totals.items():
        assert found.value == before.totals[code].value
        assert found.reported == before.totals[code].reported
        assert found.expected == before.totals[code].expected + 1
        assert 99 in found.missing
    assert (after.submitted, after.expected) == (before.submitted, before.expected + 1)


@given(provinces())
def test_reported_and_missing_make_up_the_expected(province: tuple[list[Unit], list[Submitted]]) -> None:
    units, figures = province
    summary = summarise([*SUPERIORS, *units], [MONTHLY], figures, QUARTER)
    for found in summary.totals.values():
        assert found.reported + len(found.missing) == found.expected
        assert found.missing == tuple(sorted(set(found.missing)))
        assert not (found.reported and found.code in ("admitted", "members")) or found.value is not None


def test_a_large_province_is_summed_in_no_time() -> None:
    form = Form("monthly", "grassroots", tuple(Question(f"q{n}", ("sum", "last")[n % 2]) for n in range(15)))
    units = [*SUPERIORS, *(Unit(n, (TOWN, SECTOR)[n % 2]) for n in range(10, 510))]
    values = {question.code: 7 for question in form.questions}
    figures = [Submitted(n, values, p) for n in range(10, 510) for p in ("2023-10", "2023-09", "2022-10")]
    took = []
    for _ in range(5):
        began = time.perf_counter()
        found = compare(units, [form], figures, OCTOBER)
        took.append(time.perf_counter() - began)
    assert found.now.value("q0") == found.last_year.value("q1") == 3500
    assert min(took) < 0.060, took
