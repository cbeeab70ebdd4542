"""A yes at a doubt that brings the other figure is that figure; one that tells how the figure came about keeps it."""

import pytest

from reporting.reading.doubt_reply import Denies, Explains, Mends, doubt_reply
from reporting.reading.readings import Given
from reporting.reading.reply_types import Line
from tests.reading.real_form import LINES, read

TURNS, GIFTS, MONEY = LINES["propaganda_turns"], LINES["gifts"], LINES["gifts_vnd"]


def said(text: str, line: Line, doubted: int) -> object:
    others = [other for code, other in LINES.items() if code != line.code]
    return doubt_reply(text, line, others, doubted, read)


@pytest.mark.parametrize(
    ("text", "line", "doubted", "figure"),
    [
        ("đúng rồi, 98 thôi gõ thừa số 0", TURNS, 980, 98),
        ("ừ đúng 98, bấm thừa", TURNS, 980, 98),
        ("ừ đúng 15, bấm thừa", TURNS, 150, 15),
        ("Dạ vâng một suất thôi ạ, em nhầm", GIFTS, 10, 1),
        ("Dạ vâng chín mươi tám lượt thôi ạ, em nhầm", TURNS, 980, 98),
        ("phải, 98 người thôi", TURNS, 980, 98),
        ("đúng, 1tr4 thôi", MONEY, 14_000_000, 1_400_000),
        ("vâng 1 triệu 4", MONEY, 14_000_000, 1_400_000),
        ("đúng là 98 nhé", TURNS, 980, 98),
        ("nhầm rồi, không chi gì", MONEY, 14_000_000, 0),
        ("ghi nhầm, không tặng ai", GIFTS, 10, 0),
    ],
)
def test_another_figure_behind_a_yes_mends(text: str, line: Line, doubted: int, figure: int) -> None:
    found = said(text, line, doubted)
    assert isinstance(found, Mends), found
    assert [(item.code, item.reading) for item in found.items] == [(line.code, Given(figure))]


@pytest.mark.parametrize(
    ("text", "line", "doubted", "reason"),
    [
        ("Không, mười người thật, đi cả tổ", TURNS, 10, "mười người thật, đi cả tổ"),
        ("Không, 980 người thật, đi cả huyện", TURNS, 980, "980 người thật, đi cả huyện"),
        ("đúng, 70 người nhân 200k", MONEY, 14_000_000, "70 người nhân 200k"),
        ("đúng, 70 người nhân 200k", GIFTS, 70, "70 người nhân 200k"),
        ("dung, 200k/suat", MONEY, 8_000_000, "200k/suat"),
        (
            "930 nghìn sao được, 31 x 300 = 9 triệu 3",
            MONEY,
            9_300_000,
            "930 nghìn sao được, 31 x 300 = 9 triệu 3",
        ),
        ("30tr dung roi, 150 x 200k", MONEY, 30_000_000, "30tr dung roi, 150 x 200k"),
        ("Đúng vậy ạ, có mời thêm hội phụ nữ", TURNS, 45, "mời thêm hội phụ nữ"),
        ("đúng rồi, cả 12 xóm cùng đi", TURNS, 980, "12 xóm cùng đi"),
        ("vâng, có 3 lớp cùng dự", TURNS, 980, "có 3 lớp cùng dự"),
        (
            "Tôi vừa nói rồi, mỗi đoàn viên một suất mà",
            GIFTS,
            65,
            "Tôi vừa nói rồi, mỗi đoàn viên một suất mà",
        ),
        ("ừ đúng rồi em tính hộ thầy tốt quá", GIFTS, 65, ""),
        ("đúng, 980", TURNS, 980, ""),
    ],
)
def test_the_doubted_figure_is_kept(text: str, line: Line, doubted: int, reason: str) -> None:
    found = said(text, line, doubted)
    assert isinstance(found, Explains), found
    assert found.reason.endswith(reason)
    assert bool(found.reason) == bool(reason)


@pytest.mark.parametrize("text", ["nhầm rồi, không chi gì", "không, sai rồi"])
def test_a_no_about_money_is_no_figure_of_turns(text: str) -> None:
    assert isinstance(said(text, TURNS, 980), Denies)
