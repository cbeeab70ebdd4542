"""Sums and differences of values, and the figures of merged units."""

from datetime import date
from decimal import Decimal

import pytest

from reporting.adding import add, difference, merge_predecessors
from reporting.values import Missing, Pair, Qualified, Ratio, Value


@pytest.mark.parametrize(
    ("values", "kind", "expected"),
    [
        ([1, 2, 3], "count", 6),
        ([0, 0], "count", 0),
        ([], "count", None),
        ([45_000_000, 500_000], "money", 45_500_000),
        ([Decimal("1.5"), 2], "count", Decimal("3.5")),
        ([Pair(1, 2), Pair(3, None)], "pair", Pair(4, 2)),
        ([Ratio(1, 2), Ratio(1, 4)], "ratio", Ratio(2, 6)),
        ([True, False, True], "yesno", 2),
        ([Qualified("gần", 300)], "count", Qualified("gần", 300)),
        ([Qualified("gần", 300), 20, Qualified("gần", 5)], "count", Qualified("gần", 325)),
        ([Qualified("trên", 300), Qualified("gần", 5)], "count", Qualified("khoảng", 305)),
        ([500_000, Qualified("hơn", 45_000_000)], "money", Qualified("hơn", 45_500_000)),
        ([Decimal(50), Decimal(60)], "percent", None),
        (["a", "b"], "text", None),
        ([date(2023, 1, 1)], "date", None),
    ],
)
def test_sums(values: list[Value], kind: str, expected: Value | None) -> None:
    assert add(values, kind) == expected


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        (5, 7, -2),
        (Decimal("12.5"), 10, Decimal("2.5")),
        (Pair(3, 4), Pair(1, 5), Pair(2, -1)),
        (Pair(3, None), Pair(1, 5), None),
        (5, None, None),
        (None, 5, None),
        (True, 1, None),
        (1, False, None),
        ("a", "b", None),
        (Missing(""), 5, None),
        (Qualified("gần", 300), 5, None),
        (5, Qualified("gần", 300), None),
        (Qualified("gần", 300), Qualified("gần", 300), None),
    ],
)
def test_differences(now: Value | None, before: Value | None, expected: Value | None) -> None:
    assert difference(now, before) == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([], {}),
        ([{"members": 30, "words": "a"}], {"members": 30}),
        ([{"members": 30}, {"members": 12}], {"members": 42}),
        ([{"members": 30, "women": 3}, {"members": 12}], {"members": 42}),
        ([{"members": 30}, {"members": Missing("")}], {}),
        ([{"awards": Pair(1, 2)}, {"awards": Pair(0, 5)}], {"awards": Pair(1, 7)}),
        ([{"rate": Decimal(50)}, {"rate": Decimal(60)}], {}),
        ([{"held": True}, {"held": True}], {}),
        ([{"x": 1}, {"x": Pair(1, 1)}], {}),
    ],
)
def test_merged_units(parts: list[dict[str, Value]], expected: dict[str, Value]) -> None:
    assert merge_predecessors(parts) == expected
