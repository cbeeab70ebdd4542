"""What is asked of issued reports in words."""

import pytest

from reporting.reading.paper_asked import PaperNumber, asks_number, paper_number


@pytest.mark.parametrize(
    ("text", "number", "surely"),
    [
        ("báo cáo 185", 185, False),
        ("báo cáo số 186", 186, True),
        ("cho chị xem báo cáo số 7", 7, True),
        ("bao cao so 12", 12, True),
        ("BC 185/BC-LĐLĐ", 185, True),
        ("mở báo cáo 185 giúp chị nhé", 185, False),
    ],
)
def test_a_report_by_its_number(text: str, number: int, surely: bool) -> None:
    assert paper_number(text) == PaperNumber(number, surely)


@pytest.mark.parametrize(
    "text",
    ["báo cáo", "báo cáo 10", "báo cáo tháng 10", "báo cáo 9/2023", "185", "số báo 5", "báo cáo 3, 1, 40"],
)
def test_no_reports_number(text: str) -> None:
    assert paper_number(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "số báo cáo tháng 10 là bao nhiêu?",
        "báo cáo tháng 10 số bao nhiêu, ngày nào",
        "báo cáo tháng 10 số mấy nhỉ",
        "bao cao thang 10 ngay nao",
        "số báo cáo tháng 10?",
        "báo cáo số bao nhiêu em",
    ],
)
def test_a_months_number_is_asked(text: str) -> None:
    assert asks_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "báo cáo tháng 10",
        "bao nhiêu đơn vị báo cáo tháng 10",
        "số báo",
        "số quà tháng 10 bao nhiêu",
        "báo cáo đến đâu",
    ],
)
def test_no_number_is_asked(text: str) -> None:
    assert not asks_number(text)
