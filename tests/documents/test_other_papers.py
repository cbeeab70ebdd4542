"""Orders for a number of another paper: what is one, what kind, and what is left to the monthly report."""

from dataclasses import replace
from datetime import date

import pytest

from reporting.documents.numbering import printed, series, symbol_of
from reporting.documents.other_papers import KINDS, Wanted, number_wanted, register_wanted, symbol
from reporting.profile import Paper
from tests.reporting.offices import office

PAPER: Paper = office().paper


@pytest.mark.parametrize(
    ("typed", "kind", "subject"),
    [
        ("lấy số cho công văn về việc cử cán bộ", "công văn", "về việc cử cán bộ"),
        ("Em ơi cho chị xin số công văn: mời họp", "công văn", "mời họp"),
        ("xin số kế hoạch", "kế hoạch", ""),
        ("lay so cho mot quyet dinh khen thuong", "quyết định", "khen thuong"),
        ("vào sổ thông báo «nghỉ lễ 2/9»", "thông báo", "nghỉ lễ 2/9"),
        ("cấp số báo cáo nhanh dịp 20/10", "báo cáo", "nhanh dịp 20/10"),
        ("cấp số cho văn bản", "", ""),
    ],
)
def test_a_number_is_wanted(typed: str, kind: str, subject: str) -> None:
    assert number_wanted(typed) == Wanted(kind, subject)


@pytest.mark.parametrize(
    "typed",
    ["cấp số", "cấp số báo cáo", "cấp số cho báo cáo tháng 10", "lấy số báo cáo tháng 10/2023", "lấy số liệu công văn",
     "cấp số tháng 9", "công văn số 5", "văn bản", "số 63 ở đâu ra", "", "xin số"],
)  # fmt: skip
def test_other_words_are_left_alone(typed: str) -> None:
    assert number_wanted(typed) is None


def test_the_register_is_asked_for() -> None:
    assert all(
        map(register_wanted, ("sổ văn bản", "cho em xem sổ công văn", "xem so van ban", "văn bản đã cấp số"))
    )
    assert not any(map(register_wanted, ("văn bản", "sổ", "xem văn bản", "xem", "")))


def test_each_kind_runs_apart_but_reports_run_with_the_monthly_one() -> None:
    paper, on = replace(PAPER, symbol="BC-LĐLĐ"), date(2023, 10, 17)
    runs = {kind: series(paper, on, symbol(kind, paper)) for kind in KINDS}
    assert len(set(runs.values())) == len(KINDS)
    assert runs["báo cáo"] == series(paper, on)
    assert printed(5, paper, symbol_of(runs["kế hoạch"])) == "05/KH-LĐLĐ"
    assert printed(12, paper, symbol("công văn", paper)) == "12/LĐLĐ"
