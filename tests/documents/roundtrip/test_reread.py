"""What the clerk wrote over a figure is read as a value of its kind."""

from decimal import Decimal

import pytest

from reporting.documents.model import Figure
from reporting.documents.word.reread import reread
from reporting.reading.readings import Ask, Given, Unreadable
from reporting.values import Kind, Pair, Qualified, Value


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("count", "69", 69),
        ("count", "06", 6),
        ("count", "1.250", 1250),
        ("money", "48.000.000 đồng", 48_000_000),
        ("money", "50 triệu đồng", 50_000_000),
        ("count", "gần 300", Qualified("gần", 300)),
        ("count", "hơn 350", Qualified("hơn", 350)),
        ("money", "trên 45 triệu đồng", Qualified("trên", 45_000_000)),
        ("percent", "13,5%", Decimal("13.5")),
        ("pair", "35 tập thể, 54 cá nhân", Pair(35, 54)),
    ],
)
def test_a_figure_written_over_reads_as_its_kind(kind: Kind, text: str, value: Value) -> None:
    assert reread(Figure("x", "2023-10", kind, None), text) == Given(value)


def test_what_is_not_sure_is_asked_and_what_is_no_figure_is_not_read() -> None:
    assert isinstance(reread(Figure("x", "2023-10", "money", None), "45"), Ask)
    assert isinstance(reread(Figure("x", "2023-10", "count", None), "nhiều"), Unreadable)
    assert isinstance(reread(Figure("x", "2023-10", "text", None), "5"), Unreadable)
