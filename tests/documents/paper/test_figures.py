"""How figures are printed in the paper."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reporting.documents.model import Figure
from reporting.values import Kind, Missing, Pair, Qualified, Ratio, Value
from templates.documents.figures import printed
from tests.documents.paper.material import PROFILE

IN_DONG = replace(PROFILE, paper=replace(PROFILE.paper, money="dong"))


def of(kind: Kind, value: Value | None, code: str = "any") -> Figure:
    return Figure(code, "2023-10", kind, value)


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("count", 6, "06"),
        ("count", 0, "0"),
        ("count", 12, "12"),
        ("count", 1250, "1.250"),
        ("percent", Decimal("12.5"), "12,5%"),
        ("percent", 172, "172%"),
        ("money", 45_000_000, "45 triệu đồng"),
        ("count", Qualified("gần", 300), "gần 300"),
        ("money", Qualified("trên", 45_000_000), "trên 45 triệu đồng"),
        ("pair", Pair(34, 54), "34 tập thể, 54 cá nhân"),
        ("pair", Pair(0, 6), "06 cá nhân"),
        ("pair", Pair(2, 0), "02 tập thể"),
        ("pair", Pair(0, 0), "0 tập thể, 0 cá nhân"),
        ("ratio", Ratio(25, 82), "25/82"),
        ("ratio", Ratio(3, 7), "3/7"),
        ("date", date(2023, 10, 5), "05/10/2023"),
        ("yesno", True, "có"),
        ("text", "Một\x07 dòng\nhai", "Một dòng hai"),
        ("choices", ("a", "b"), "a, b"),
        ("count", None, "[chưa có số liệu]"),
        ("count", Missing("chưa biết"), "[chưa có số liệu]"),
    ],
)
def test_a_figure_is_printed_as_administrative_papers_do(kind: Kind, value: Value | None, text: str) -> None:
    assert printed(of(kind, value), PROFILE) == text


def test_money_is_written_as_the_office_has_it() -> None:
    assert printed(of("money", 45_000_000), IN_DONG) == "45.000.000 đồng"


def test_a_change_is_printed_without_its_sign() -> None:
    assert printed(of("count", -5, "members_total.change"), PROFILE) == "05"
    assert printed(of("pair", Pair(-1, 2), "awards.change"), PROFILE) == "01 tập thể, 02 cá nhân"
