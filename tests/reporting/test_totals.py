"""Totals of a period: flows, stocks, ratios, texts, who is missing, coverage, comparison."""

from datetime import date
from decimal import Decimal

import pytest

from reporting.periods import parse
from reporting.summary import Coverage, RatioOf, Summary, UnitText
from reporting.totals import compare, compare_alike, existed_in, exists_on, summarise
from reporting.values import Missing, Pair, Qualified, Ratio, Value
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


def total(
    figures: list[Submitted], units: list[Unit], period: str = "2023-10", ratios: tuple[RatioOf, ...] = ()
) -> Summary:
    return summarise([*SUPERIORS, *units], [MONTHLY, OFFICE], figures, parse(period), ratios=ratios)


def coverage_of(summary: Summary, code: str) -> tuple[int, int, tuple[int, ...]]:
    found = summary.totals[code]
    return found.reported, found.expected, found.missing


def test_flows_are_summed_and_what_is_not_given_is_missing() -> None:
    figures = [
        Submitted(10, {"admitted": 3, "gifts_vnd": 2_000_000}),
        Submitted(11, {"admitted": 0, "gifts_vnd": NO_FIGURE}),
        Submitted(12, {"gifts_vnd": 500_000}),
    ]
    summary = summarise([*SUPERIORS, *map(Unit, (10, 11, 12, 13))], [MONTHLY], figures, OCTOBER)
    assert summary.value("admitted") == 3
    assert coverage_of(summary, "admitted") == (2, 4, (12, 13))
    assert summary.value("gifts_vnd") == 2_500_000
    assert coverage_of(summary, "gifts_vnd") == (2, 4, (11, 13))


def test_nobody_is_not_zero() -> None:
    summary = summarise([*SUPERIORS, Unit(10)], [MONTHLY], [Submitted(10, {"admitted": NO_FIGURE})], OCTOBER)
    assert summary.value("admitted") is None
    assert coverage_of(summary, "admitted") == (0, 1, (10,))
    assert summary.value("unheard of") is None
    zero = summarise([*SUPERIORS, Unit(10)], [MONTHLY], [Submitted(10, {"admitted": 0})], OCTOBER)
    assert zero.value("admitted") == 0


def test_a_question_that_no_report_has_was_for_nobody() -> None:
    units = [*SUPERIORS, Unit(10), Unit(11)]
    of = [Submitted(10, {"members": 50, "gifts_vnd": NO_FIGURE})]
    summary = summarise(units, [MONTHLY], of, OCTOBER)
    assert summary.totals["admitted"].unasked
    assert not summary.totals["gifts_vnd"].unasked, "said to be missing"
    assert not summarise(units, [MONTHLY], [], OCTOBER).totals["admitted"].unasked, "nobody has reported"


def test_a_stock_of_a_quarter_is_that_of_its_last_month() -> None:
    figures = [
        Submitted(10, {"members": 50, "admitted": 1}, "2023-10"),
        Submitted(10, {"members": 55, "admitted": 5}, "2023-11"),
        Submitted(10, {"members": 60, "admitted": 5}, "2023-12"),
        Submitted(11, {"members": 30, "admitted": 2}, "2023-10"),
        Submitted(11, {"members": 32, "admitted": 2}, "2023-11"),
    ]
    summary = summarise([*SUPERIORS, Unit(10), Unit(11)], [MONTHLY], figures, QUARTER)
    assert (summary.value("members"), coverage_of(summary, "members")) == (60, (1, 2, (11,)))
    assert (summary.value("admitted"), coverage_of(summary, "admitted")) == (15, (1, 2, (11,)))
    assert summary.closing == date(2023, 12, 14)


def test_a_stock_may_be_that_of_an_earlier_month() -> None:
    figures = [
        Submitted(10, {"members": 50, "admitted": 1}, "2023-10"),
        Submitted(11, {"members": 30, "admitted": 2}, "2023-10"),
        Submitted(10, {"members": 55, "admitted": 5}, "2023-11"),
    ]
    summary = summarise([*SUPERIORS, Unit(10), Unit(11)], [MONTHLY], figures, QUARTER, stock_back=2)
    assert (summary.value("members"), coverage_of(summary, "members")) == (80, (2, 2, ()))
    assert summary.value("admitted") == 8


def test_one_yes_of_the_office_is_a_yes_of_the_period() -> None:
    form = Form("office", "province", (Question("planned", "none", "yesno"),))
    figures = [
        Submitted(PROVINCE, {"planned": said}, month, "office")
        for month, said in (("2023-10", True), ("2023-11", False), ("2023-12", False))
    ]
    assert summarise(SUPERIORS, [form], figures, QUARTER).value("planned") is True
    assert summarise(SUPERIORS, [form], figures, parse("2023-11")).value("planned") is False


def test_units_that_come_and_go() -> None:
    units = [
        Unit(10, closed_on=date(2023, 10, 1)),  # closed in the month: its flow counts, its stock does not
        Unit(11, founded_on=date(2023, 10, 14)),  # founded on the closing date
        Unit(12, founded_on=date(2023, 10, 15)),  # next month's
        Unit(13, closed_on=date(2023, 10, 15)),  # still there on the closing date
        Unit(14, closed_on=date(2023, 9, 15)),  # gone before the month began
    ]
    figures = [
        Submitted(unit.id, {"admitted": 10 ** (unit.id - 10), "members": 10 ** (unit.id - 10)})
        for unit in units[:2]
    ]
    summary = summarise([*SUPERIORS, *units], [MONTHLY], figures, OCTOBER)
    assert (summary.value("admitted"), coverage_of(summary, "admitted")) == (11, (2, 3, (13,)))
    assert (summary.value("members"), coverage_of(summary, "members")) == (10, (1, 2, (13,)))
    assert [part.expected for part in summary.coverage] == [3]


def test_a_report_of_a_unit_not_asked_still_counts_as_a_flow() -> None:
    gone = Unit(10, closed_on=date(2023, 9, 1))
    summary = summarise(
        [*SUPERIORS, gone], [MONTHLY], [Submitted(10, {"admitted": 4, "members": 9})], OCTOBER
    )
    assert (summary.value("admitted"), coverage_of(summary, "admitted")) == (4, (1, 1, ()))
    assert (summary.value("members"), coverage_of(summary, "members")) == (None, (0, 0, ()))


@pytest.mark.parametrize(
    ("founded", "closed", "expected"),
    [
        (None, None, True),
        (date(2023, 10, 14), None, True),
        (date(2023, 10, 15), None, False),
        (None, date(2023, 10, 15), True),
        (None, date(2023, 10, 14), False),
    ],
)
def test_existing_on_a_day(founded: date | None, closed: date | None, expected: bool) -> None:
    unit = Unit(1, founded_on=founded, closed_on=closed)
    assert exists_on(unit, date(2023, 10, 14)) == expected
    assert existed_in(unit, date(2023, 10, 14), date(2023, 10, 14)) == expected


def test_pairs_ratios_and_yes_are_added_part_by_part() -> None:
    figures = [
        Submitted(10, {"awards": Pair(1, 4), "attendance": Ratio(20, 25), "held": True}),
        Submitted(11, {"awards": Pair(0, 6), "attendance": Ratio(5, 75), "held": False}),
    ]
    summary = total(figures, [Unit(10), Unit(11)])
    assert summary.value("awards") == Pair(1, 10)
    assert summary.value("attendance") == Ratio(25, 100)
    assert summary.value("held") == 1


def test_percents_and_what_has_no_sum_are_never_added() -> None:
    figures = [
        Submitted(10, {"rate": Decimal(50), "rank": 1}),
        Submitted(11, {"rate": Decimal(100), "rank": 2}),
    ]
    summary = total(figures, [Unit(10), Unit(11)])
    assert (summary.value("rate"), summary.value("rank")) == (None, None)
    assert coverage_of(summary, "rate") == (2, 2, ())
    assert "intro" not in summary.totals


def test_the_offices_own_figures_are_taken_as_they_are() -> None:
    figures = [
        Submitted(
            PROVINCE, {"papers": 4, "rate_office": Decimal("80.5"), "admitted": 2}, "2023-10", "office"
        ),
        Submitted(PROVINCE, {"papers": 6, "admitted": 1}, "2023-11", "office"),
        Submitted(PROVINCE, {"papers": NO_FIGURE}, "2023-12", "office"),
        Submitted(10, {"admitted": 7}),
    ]
    month = total(figures, [Unit(10)])
    assert (month.value("papers"), month.value("rate_office")) == (4, Decimal("80.5"))
    assert month.value("admitted") == 9  # each level reports its own activity: they add up
    assert coverage_of(month, "admitted") == (2, 2, ())
    assert total(figures, [Unit(10)], "2023-Q4").value("papers") == 6
    assert all(
        part.superior_id != PROVINCE for part in month.coverage
    )  # the office is not its own subordinate


def test_texts_are_kept_with_their_unit() -> None:
    figures = [
        Submitted(11, {"words": "Sôi nổi"}),
        Submitted(10, {"words": ""}),
        Submitted(12, {"words": "Thiếu kinh phí"}, "2023-11"),
        Submitted(10, {"words": "Đúng hạn"}, "2023-11"),
    ]
    found = total(figures, [Unit(10), Unit(11), Unit(12)], "2023-Q4").totals["words"]
    october, november = parse("2023-10").last, parse("2023-11").last
    assert found.texts == (
        UnitText(11, october, "Sôi nổi"),
        UnitText(10, november, "Đúng hạn"),
        UnitText(12, november, "Thiếu kinh phí"),
    )
    assert found.value is None


def test_a_ratio_is_made_of_the_units_that_gave_both_parts() -> None:
    share = RatioOf("women_share", "women", "members")
    figures = [
        Submitted(10, {"members": 40, "women": 10}),
        Submitted(11, {"members": 60, "women": NO_FIGURE}),
        Submitted(12, {"members": 10, "women": 10}),
    ]
    summary = total(figures, [Unit(10), Unit(11), Unit(12), Unit(13)], ratios=(share,))
    assert summary.value("women_share") == Ratio(20, 50)
    near = total([Submitted(10, {"members": Qualified("gần", 40), "women": 10})], [Unit(10)], ratios=(share,))
    assert near.value("women_share") == Ratio(10, 40)
    assert coverage_of(summary, "women_share") == (2, 4, (11, 13))
    nothing = total([Submitted(10, {"members": 0, "women": 0})], [Unit(10)], ratios=(share,))
    assert nothing.value("women_share") is None
    unknown = total(figures, [Unit(10)], ratios=(RatioOf("x", "nowhere", "members"),))
    assert coverage_of(unknown, "x") == (0, 1, (10,))


def test_coverage_by_superior() -> None:
    units = [Unit(10), Unit(11), Unit(12, SECTOR), Unit(13, PROVINCE), Unit(14)]
    figures = [Submitted(10, {"admitted": 1}), Submitted(12, {}), Submitted(13, {"admitted": NO_FIGURE})]
    summary = summarise([*SUPERIORS, *units], [MONTHLY], figures, OCTOBER, late={12, 11})
    assert summary.coverage == (
        Coverage(PROVINCE, 1, 1, 0, ()),
        Coverage(TOWN, 3, 1, 0, (11, 14)),
        Coverage(SECTOR, 1, 1, 1, ()),
    )
    assert (summary.expected, summary.submitted, summary.late, summary.missing) == (5, 3, 1, (11, 14))


def test_coverage_of_several_months_wants_them_all() -> None:
    figures = [Submitted(10, {}, month) for month in ("2023-10", "2023-11", "2023-12")]
    figures += [Submitted(11, {}, "2023-12"), Submitted(12, {}, "2023-12")]
    units = [Unit(10), Unit(11), Unit(12, founded_on=date(2023, 12, 1))]
    assert total(figures, units, "2023-Q4").coverage == (Coverage(TOWN, 3, 2, 0, (11,)),)


def test_comparison_with_the_month_before_and_a_year_ago() -> None:
    figures = [
        Submitted(10, {"admitted": 9, "rate": Decimal("12.5"), "awards": Pair(3, 4), "held": True}),
        Submitted(10, {"admitted": 4, "rate": Decimal(10), "awards": Pair(1, 5), "held": True}, "2023-09"),
        Submitted(10, {"admitted": 12}, "2022-10"),
    ]
    found = compare([*SUPERIORS, Unit(10)], [MONTHLY], figures, OCTOBER)
    assert found.changes("admitted") == (5, -3)
    assert found.changes("rate") == (Decimal("2.5"), None)
    assert found.changes("awards") == (Pair(2, -1), None)
    assert found.changes("members") == (None, None)
    assert [str(s.period) for s in (found.now, found.previous, found.last_year)] == [
        "2023-10",
        "2023-09",
        "2022-10",
    ]


@pytest.mark.parametrize(
    ("september", "october", "before", "now", "of"),
    [
        ({10: 25, 11: 30}, {10: 26, 11: 30}, 55, 56, (10, 11)),
        ({10: 25, 11: 30}, {10: 26, 11: 30, 13: 110}, 55, 56, (10, 11)),  # new in October: no rise
        ({10: 25, 11: 30, 12: 40}, {10: 26, 11: 30}, 55, 56, (10, 11)),  # not yet sent: no fall
        ({10: 25, 11: 30}, {10: 26, 11: NO_FIGURE}, 25, 26, (10,)),  # sent without this line
        ({10: 25}, {11: 30}, None, None, ()),
    ],
)
def test_a_line_is_compared_over_the_units_that_gave_it_in_both(
    september: dict[int, Value],
    october: dict[int, Value],
    before: Value | None,
    now: Value | None,
    of: tuple[int, ...],
) -> None:
    sent = {"2023-09": september, "2023-10": october}
    figures = [
        Submitted(unit, {"members": members, "admitted": 1}, month)
        for month, given in sent.items()
        for unit, members in given.items()
    ]
    units = [Unit(10), Unit(11), Unit(12), Unit(13, founded_on=date(2023, 10, 1))]
    found = compare_alike([*SUPERIORS, *units], [MONTHLY], figures, OCTOBER)
    assert (found.previous.value("members"), found.now.value("members")) == (before, now)
    assert found.now.totals["members"].given == set(of)
    both = len(september.keys() & october.keys())
    assert found.now.value("admitted") == (both or None)
    assert found.now.expected == 4
