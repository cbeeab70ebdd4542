"""«gần 300»: what the office may say of a count or a sum of money, and what is asked back all the same."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.reading.qualified import qualified
from reporting.reading.reader import read_answer, read_office_answer
from reporting.reading.readings import Ask, Given
from reporting.values import QUALIFIERS, Kind, Qualified, Qualifier, Value, dumps, loads
from templates import formats

TODAY = date(2023, 10, 17)
said = st.sampled_from(QUALIFIERS)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("count", "gần 300", Qualified("gần", 300)),
        ("count", "Gan 300", Qualified("gần", 300)),
        ("count", "trên 525 nghìn", Qualified("trên", 525_000)),
        ("count", "hơn 1.200", Qualified("hơn", 1200)),
        ("count", "khoảng 50", Qualified("khoảng", 50)),
        ("count", "dạ vào khoảng ba trăm tờ ạ", Qualified("khoảng", 300)),
        ("count", "trên địa bàn gần 300", Qualified("gần", 300)),
        ("money", "gần 45 triệu", Qualified("gần", 45_000_000)),
        ("money", "trên 1,5 tỷ đồng", Qualified("trên", 1_500_000_000)),
        ("count", "300", 300),
    ],
)
def test_a_figure_of_the_office_keeps_its_qualifier(kind: Kind, text: str, value: Value) -> None:
    assert read_office_answer(kind, text, TODAY) == Given(value)


@pytest.mark.parametrize(
    "text",
    [
        "khoảng gần 300", "trên dưới 300", "không quá 300", "không hơn 300", "ít hơn 300", "nhiều hơn 300",
        "không trên 300", "chưa gần 300", "tăng gần 300", "25 trên 30", "trên 300 đến 400", "gần 0", "gần 1,5",
    ],
)  # fmt: skip
def test_what_is_vaguer_is_asked_back_as_ever(text: str) -> None:
    found = read_office_answer("count", text, TODAY)
    assert isinstance(found, Ask)
    assert found == read_answer("count", text, TODAY)


def test_the_scale_of_a_qualified_sum_is_asked() -> None:
    found = read_office_answer("money", "gần 45", TODAY)
    assert found == Ask(tuple(Qualified("gần", 45 * scale) for scale in (10**6, 1000, 1)))


def test_units_give_exact_figures() -> None:
    assert read_answer("count", "khoảng 50", TODAY) == Ask((50,))


def test_money_is_no_count() -> None:
    for text in ("gần 15 triệu đồng", "gần 500 nghìn đồng"):
        assert not isinstance(read_office_answer("count", text, TODAY), Given), text


@given(said, st.integers(1, 10**7 - 1))
def test_qualified_counts_we_write_read_back(qualifier: Qualifier, number: int) -> None:
    value = Qualified(qualifier, number)
    assert qualified("count", formats.figure(value, "count")) == Given(value)
    assert qualified("count", formats.figure(value, "count", "đoàn viên")) == Given(value)


@given(said, st.integers(1, 10**7).map(lambda n: n * 10_000))
def test_qualified_money_we_write_reads_back(qualifier: Qualifier, number: int) -> None:
    value = Qualified(qualifier, number)
    for text in (formats.figure(value, "money", "đồng"), f"{qualifier} {formats.short_money(number)}"):
        assert qualified("money", text) == Given(value), text


@given(said, st.integers(0))
def test_what_is_stored_comes_back(qualifier: Qualifier, number: int) -> None:
    assert loads(dumps(Qualified(qualifier, number))) == Qualified(qualifier, number)
