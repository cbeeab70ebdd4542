"""What those above the units ask in plain words."""

import pytest

from reporting.reading.oversight import (
    asked,
    asks_how_it_goes,
    asks_who_is_late,
    figures_named,
    names_period,
    nudges_all,
    nudges_schools,
    review_asked,
    without_nudging,
)

ASKED = [
    ("tháng này bao nhiêu đoàn viên mới?", "totals", "doan vien moi", True),
    ("xin số đoàn viên kết nạp mới tháng 10", "totals", "doan vien ket nap moi", True),
    ("tổng số đoàn viên toàn tỉnh là bao nhiêu", "totals", "doan vien", False),
    ("tong so tien cham lo thang 9", "totals", "tien cham lo", True),
    ("tổng hợp tháng 9 huyện Than Uyên", "totals", "huyen than uyen", True),
    ("tiến độ ngành giáo dục thế nào", "progress", "nganh giao duc", False),
    ("Than Uyên thế nào rồi", "progress", "than uyen", False),
    ("mấy đơn vị rồi", "progress", "", False),
    ("các trường của tôi gửi đủ chưa", "progress", "", False),
    ("hôm nay có ai gửi không", "progress", "", False),
    ("chị Thoa gửi chưa", "progress", "thoa", False),
    ("tháng 10 đơn vị nào chưa gửi", "progress", "", True),
    ("số liệu của tiểu học số 2", "view", "tieu hoc so 2", False),
    ("cho xem số trường Bình Lư", "view", "truong binh lu", False),
    ("quý 3", "any", "", True),
]


@pytest.mark.parametrize(("text", "topic", "rest", "period"), ASKED)
def test_a_question_is_taken_apart(text: str, topic: str, rest: str, period: bool) -> None:
    found = asked(text)
    assert found is not None
    assert (found.topic, found.rest, found.period) == (topic, rest, period)


@pytest.mark.parametrize("text", ["ok", "cảm ơn", "", "Bình Lư", "x" * 200])
def test_other_words_ask_nothing(text: str) -> None:
    assert asked(text) is None


def test_the_whole_province() -> None:
    found = asked("tiến độ toàn tỉnh")
    assert found is not None and found.whole


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bảo Bình Lư xem lại số quà", ("Bình Lư", "xem lại số quà")),
        ("nhac binh lu kiem tra lai dong 9", ("binh lu", "kiem tra lai dong 9")),
        ("đề nghị trường Đoàn Kết rà soát số nữ", ("trường Đoàn Kết", "rà soát số nữ")),
        ("nhắc lê quý đôn nộp trước 17h nhé", None),
        ("bảo hiểm xã hội", None),
    ],
)
def test_a_unit_is_asked_to_look_again(text: str, found: tuple[str, str] | None) -> None:
    assert review_asked(text) == found


LINES = [
    ("admitted", ["Kết nạp mới", "kết nạp", "mới", "Số đoàn viên kết nạp mới trong kỳ"]),
    ("total", ["Tổng cuối kỳ", "đoàn viên"]),
    ("women", ["Tổng số nữ cuối kỳ", "nữ"]),
    ("care", ["Tiền chăm lo", "tiền quà"]),
    ("office", ["Đoàn viên tại CĐCS mới", "đoàn viên mới"]),
]


@pytest.mark.parametrize(
    ("rest", "codes"),
    [
        ("doan vien moi", ("admitted",)),
        ("doan vien ket nap moi", ("admitted",)),
        ("doan vien", ("total",)),
        ("doan vien nu", ("women",)),
        ("tien cham lo", ("care",)),
        ("doan vien can kiem tra", ()),
        ("", ()),
    ],
)
def test_a_figure_by_its_name(rest: str, codes: tuple[str, ...]) -> None:
    assert figures_named(rest, LINES) == codes


@pytest.mark.parametrize(
    "text", ["", "tất cả", "giúp tôi mấy đơn vị chưa nộp", "các đơn vị này", "cac don vi chua gui"]
)
def test_all_are_nudged(text: str) -> None:
    assert nudges_all(text)


def test_some_are_nudged() -> None:
    assert nudges_schools("giúp tôi mấy trường chưa nộp")
    assert not nudges_all("Bình Lư")
    assert without_nudging("giúp tôi Bình Lư nộp nhé") == "Bình Lư nộp nhé"


@pytest.mark.parametrize(
    ("text", "period"),
    [("quý 9", True), ("thang 13", True), ("tháng này", True), ("quý III", True), ("năm 2023", True),
     ("quý", False), ("Quyết Tiến", False), ("tiểu học số 2", False), ("tháng này nộp đi", False)],
)  # fmt: skip
def test_a_period_is_no_unit(text: str, period: bool) -> None:
    assert names_period(text) is period


@pytest.mark.parametrize(
    ("text", "late", "goes"),
    [
        ("đơn vị nào chậm nhất", True, False),
        ("ai gửi muộn", True, False),
        ("tháng 9 đơn vị nào quá hạn", True, False),
        ("tình hình thế nào", False, True),
        ("đến đâu rồi em", False, True),
        ("đơn vị nào chưa gửi", False, False),
        ("tiến độ", False, False),
    ],
)
def test_late_ones_and_how_it_goes_are_asked(text: str, late: bool, goes: bool) -> None:
    assert (asks_who_is_late(text), asks_how_it_goes(text)) == (late, goes)
