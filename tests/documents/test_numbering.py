"""Series of numbers, how one is printed, and what the office types."""

from dataclasses import replace
from datetime import date

import pytest

from reporting.documents.numbering import NumberAndDay, printed, read_number_and_day, series
from reporting.profile import Paper

TODAY = date(2023, 10, 18)
PAPER = Paper(
    format="tld-933", symbol="BC-LĐLĐ", numbering="term", term_start=date(2023, 10, 1), money="million",
    addressees=(), recipients=(), archive="VT",
)  # fmt: skip


def test_by_term_the_numbers_begin_anew_with_the_congress() -> None:
    assert series(PAPER, date(2023, 10, 17)) == series(PAPER, date(2027, 1, 5)) == "BC-LĐLĐ/term-2023-10-01"
    assert series(PAPER, date(2023, 9, 30)) == "BC-LĐLĐ/2023"


def test_by_year_they_begin_anew_every_january() -> None:
    paper = replace(PAPER, numbering="year", term_start=None)
    assert series(paper, date(2023, 12, 31)) == "BC-LĐLĐ/2023"
    assert series(paper, date(2024, 1, 1)) == "BC-LĐLĐ/2024"


@pytest.mark.parametrize(("number", "text"), [(2, "02/BC-LĐLĐ"), (10, "10/BC-LĐLĐ"), (276, "276/BC-LĐLĐ")])
def test_a_number_on_paper(number: int, text: str) -> None:
    assert printed(number, PAPER) == text


@pytest.mark.parametrize(
    ("text", "number", "on"),
    [
        ("số 03 ngày 18/10/2023", 3, date(2023, 10, 18)),
        ("so 3 ngay 18/10", 3, date(2023, 10, 18)),
        ("03", 3, None),
        ("cấp số 12", 12, None),
        ("Số: 03/BC-LĐLĐ, ngày 17/10/2023.", 3, date(2023, 10, 17)),
        ("03/BC-LĐLĐ", 3, None),
        ("ngày 17/10/2023", None, date(2023, 10, 17)),
        ("số 185 ngày 19/10/2023", 185, date(2023, 10, 19)),
        ("185 ngày 20/10", 185, date(2023, 10, 20)),
    ],
)
def test_what_the_office_types(text: str, number: int | None, on: date | None) -> None:
    assert read_number_and_day(text, TODAY) == NumberAndDay(number, on)


@pytest.mark.parametrize("text", ["", "đồng ý", "0", "số", "03 hôm nọ", "18/10/2023/4", "số 999999", "3,5"])
def test_what_does_not_read(text: str) -> None:
    assert read_number_and_day(text, TODAY) is None


@pytest.mark.parametrize(
    "text", ["không phải, số 112 em ơi", "số 112 nhé", "nhầm rồi, 112", "khong phai so 112"]
)
def test_a_number_among_words(text: str) -> None:
    assert read_number_and_day(text, date(2023, 10, 18)) == NumberAndDay(112, None)
