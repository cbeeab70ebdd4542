"""How values are written."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from reporting.values import Kind, Missing, Pair, Qualified, Ratio, Value
from templates import formats


@pytest.mark.parametrize(
    ("value", "kind", "unit", "expected"),
    [
        (0, "count", "", "0"),
        (1250, "count", "đoàn viên", "1.250 đoàn viên"),
        (45_000_000, "money", "đồng", "45.000.000 đồng"),
        (45_000_000, "money", "", "45.000.000"),
        (Decimal("1250.50"), "money", "đồng", "1.250,5 đồng"),
        (Decimal("12.50"), "percent", "%", "12,5%"),
        (Decimal("172"), "percent", "", "172%"),
        (Decimal("1250"), "percent", "", "1250%"),
        (Decimal("1.725"), "percent", "", "1,7250%"),
        (Qualified("gần", 10_000), "count", "tờ", "gần 10.000 tờ"),
        (Qualified("trên", 525_000), "count", "lượt", "trên 525.000 lượt"),
        (Qualified("khoảng", 45_000_000), "money", "đồng", "khoảng 45.000.000 đồng"),
        (Pair(34, 54), "pair", "", "34 tập thể, 54 cá nhân"),
        (Pair(34, None), "pair", "", "34 tập thể, ? cá nhân"),
        (Ratio(34, 70), "ratio", "", "34/70"),
        (Ratio(34, None), "ratio", "", "34/?"),
        (date(2023, 10, 5), "date", "", "05/10/2023"),
        (True, "yesno", "", "có"),
        (False, "yesno", "", "không"),
        (Missing("đang chờ"), "count", "đoàn viên", "chưa có số liệu"),
        ("thăm 3 gia đình", "text", "", "thăm 3 gia đình"),
        (("a", "b"), "choices", "", "a, b"),
    ],
)
def test_figures(value: Value, kind: Kind, unit: str, expected: str) -> None:
    assert formats.figure(value, kind, unit) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, "0 đồng"),
        (500_000, "500.000 đồng"),
        (1_500_000, "1,5 triệu đồng"),
        (45_000_000, "45 triệu đồng"),
        (45_678_000, "45.678.000 đồng"),
        (1_000_000_000, "1 tỷ đồng"),
        (2_350_000_000, "2,35 tỷ đồng"),
        (2_345_000_000, "2 tỷ 345 triệu đồng"),
        (2_345_500_000, "2.345.500.000 đồng"),
        (1_250_000_000_000, "1.250.000.000.000 đồng"),
    ],
)
def test_money_in_short(value: int, expected: str) -> None:
    assert formats.short_money(value) == expected


def test_differences() -> None:
    assert [formats.signed(value) for value in (5, -3, 0, -1250)] == ["+5", "−3", "0", "−1.250"]


def test_moments_are_vietnamese_time() -> None:
    assert formats.moment(datetime(2025, 10, 15, 10, 0, tzinfo=UTC)) == "thứ Tư, 15/10, 17:00"
    assert formats.moment(datetime(2023, 10, 14, 20, 30, tzinfo=UTC)) == "Chủ nhật, 15/10, 03:30"
