"""Periods named in words, by table, and what they come to in a given month."""

import pytest

from reporting.periods import Month
from reporting.reading.typed_period import TypedPeriod, period_in, split_period

NOW = Month(2023, 10)

# text → the period in October 2023, as its id
TABLE = {
    "tháng 9": "2023-09",
    "thang 9": "2023-09",
    "Tháng 09": "2023-09",
    "t9": "2023-09",
    "T9/2022": "2022-09",
    "t9/22": "2022-09",
    "9/2023": "2023-09",
    "9.2023": "2023-09",
    "09-2023": "2023-09",
    "2023-09": "2023-09",
    "tháng 9 năm 2022": "2022-09",
    "tháng 9 2022": "2022-09",
    "tháng 9 năm ngoái": "2022-09",
    "tháng chín": "2023-09",
    "tháng năm": "2023-05",
    "tháng tư 2022": "2022-04",
    "tháng giêng": "2023-01",
    "tháng mười": "2023-10",
    "tháng mười hai": "2022-12",
    "tháng 12": "2022-12",
    "12": "2022-12",
    "9": "2023-09",
    "tháng này": "2023-10",
    "tháng trước": "2023-09",
    "quý 3": "2023-Q3",
    "quý III": "2023-Q3",
    "quý ba": "2023-Q3",
    "q3/2022": "2022-Q3",
    "2022-Q3": "2022-Q3",
    "quý 4": "2023-Q4",
    "quý này": "2023-Q4",
    "quý trước": "2023-Q3",
    "6 tháng đầu năm": "2023-H1",
    "sáu tháng đầu năm 2022": "2022-H1",
    "6 tháng cuối năm": "2023-H2",
    "9 tháng": "2023-9M",
    "9 tháng đầu năm": "2023-9M",
    "9 tháng đầu năm 2022": "2022-9M",
    "9 tháng năm 2022": "2022-9M",
    "năm 2022": "2022",
    "cả năm 2022": "2022",
    "2022": "2022",
    "năm nay": "2023",
    "năm ngoái": "2022",
    "đoàn viên mới quý 3?": "2023-Q3",
}

AHEAD = {"tháng 11": "2023-11", "t12": "2023-12", "11": "2023-11"}
NOT_AHEAD = ["tháng 9", "tháng 10", "tháng 11/2022", "tháng 11 năm ngoái", "quý 4", "tháng này", "năm nay"]

NONE = [
    "",
    "abc",
    "13",
    "0",
    "tháng 13",
    "quý 5",
    "12/10",
    "12/10/2023",
    "63 đoàn viên",
    "tháng",
    "tỉ",
    "1.250",
    "t",
    "6 tháng",
]


@pytest.mark.parametrize(("text", "period"), TABLE.items())
def test_periods(text: str, period: str) -> None:
    found = period_in(text)
    assert found is not None
    assert str(found.resolve(NOW)) == period


@pytest.mark.parametrize("text", NONE)
def test_no_period(text: str) -> None:
    assert period_in(text) is None


def test_what_was_said_is_kept_apart_from_what_it_comes_to() -> None:
    assert period_in("tháng 9") == TypedPeriod("month", 9)
    assert period_in("tháng 9/2023") == TypedPeriod("month", 9, 2023)
    assert period_in("tháng trước") == TypedPeriod("month", back=1)
    assert period_in("tháng 9 năm ngoái") == TypedPeriod("month", 9, back=1)


def test_a_year_outside_the_calendar_is_no_period() -> None:
    assert TypedPeriod("month", 1, 1900).resolve(NOW) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("đoàn viên mới quý 3?", "đoàn viên mới ?"),
        ("tháng 9 kết nạp", "kết nạp"),
        ("abc", "abc"),
        ("Tổng hợp Tháng 9", "Tổng hợp"),
    ],
)
def test_the_text_without_the_period(text: str, rest: str) -> None:
    assert split_period(text)[1] == rest


@pytest.mark.parametrize(("text", "month"), AHEAD.items())
def test_a_month_alone_that_is_still_to_come(text: str, month: str) -> None:
    typed = period_in(text)
    assert typed is not None
    assert str(typed.ahead(NOW)) == month


@pytest.mark.parametrize("text", NOT_AHEAD)
def test_what_is_not_still_to_come(text: str) -> None:
    typed = period_in(text)
    assert typed is not None
    assert typed.ahead(NOW) is None


def test_in_january_december_is_the_one_before() -> None:
    assert TypedPeriod("month", 12).ahead(Month(2024, 1)) is None
    assert TypedPeriod("month", 3).ahead(Month(2024, 1)) == Month(2024, 3)
