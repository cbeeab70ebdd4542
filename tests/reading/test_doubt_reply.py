"""What is said to a doubt: a figure before a reason, a question never a reason."""

from datetime import date
from functools import partial

import pytest

from reporting.reading.doubt_reply import Asks, Denies, Either, Explains, Mends, Unclear, doubt_reply
from reporting.reading.reader import read
from reporting.reading.readings import Given
from reporting.reading.reply_types import Line

READ = partial(read, today=date(2023, 10, 12))
WOMEN = Line(3, "women", "count", "Tổng số nữ cuối kỳ", ("nữ", "tổng nữ"))
GIFTS = Line(9, "gifts", "count", "Suất quà", ("quà", "suất"), flow=True)
MONEY = Line(10, "money", "money", "Tiền chăm lo", ("tiền", "tiền quà"), flow=True)
COURSES = Line(12, "courses", "count", "Lượt tập huấn", ("tập huấn",), flow=True)
LINES = (WOMEN, GIFTS, MONEY, COURSES)


def said(text: str, line: Line, doubted: int) -> object:
    return doubt_reply(text, line, [other for other in LINES if other is not line], doubted, READ)


@pytest.mark.parametrize(
    ("text", "line", "doubted", "figure"),
    [
        ("uh a nham, 1tr5 thoi", MONEY, 15_000_000, 1_500_000),
        ("the la sao, tien la 1tr5 co ma", MONEY, 15_000_000, 1_500_000),
        ("6tr rưỡi chứ không phải 60", MONEY, 60_000_000, 6_500_000),
        ("1 nữ là mới kết nạp thôi, tổng nữ 26", WOMEN, 1, 26),
        ("90 suất thôi", GIFTS, 900, 90),
        ("vâng 90", GIFTS, 900, 90),
        ("không phải, 90", GIFTS, 900, 90),
        ("chín mươi", GIFTS, 900, 90),
    ],
)
def test_a_figure_mends(text: str, line: Line, doubted: int, figure: int) -> None:
    found = said(text, line, doubted)
    assert isinstance(found, Mends)
    assert [item.reading for item in found.items] == [Given(figure)]


def test_other_lines_named_beside_it_are_taken_too() -> None:
    found = said("quà 90, tập huấn 5", GIFTS, 900)
    assert isinstance(found, Mends)
    assert [(item.code, item.reading) for item in found.items] == [
        ("gifts", Given(90)),
        ("courses", Given(5)),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Trung thu tặng quà toàn bộ con đoàn viên", "Trung thu tặng quà toàn bộ con đoàn viên"),
        ("đúng, quà 20/10 cho cả trường", "quà 20/10 cho cả trường"),
        ("đúng vậy, vì mới sáp nhập", "vì mới sáp nhập"),
        ("đúng vậy, mỗi cháu 2 suất", "mỗi cháu 2 suất"),
        ("vì tặng 300 cháu", "vì tặng 300 cháu"),
        ("đúng vậy", ""),
        ("900", ""),
    ],
)
def test_words_without_a_figure_explain(text: str, reason: str) -> None:
    assert said(text, GIFTS, 900) == Explains(reason)


@pytest.mark.parametrize(
    ("text", "figures"),
    [("tặng cho 300 cháu", (300,)), ("tăng do 20/11, có 65 thầy cô", (65,)), ("lớp mở 3 buổi", (3,))],
)
def test_what_could_be_either_is_asked(text: str, figures: tuple[int, ...]) -> None:
    assert said(text, GIFTS, 900) == Either(figures)


@pytest.mark.parametrize(
    "text", ["tập huấn cuối cùng là mấy thế?", "tap huan la may the", "sao lại hỏi thế", "900 à?"]
)
def test_a_question_is_no_reason(text: str) -> None:
    assert said(text, COURSES, 9) == Asks()


def test_not_right_and_nothing_readable() -> None:
    assert said("không", GIFTS, 900) == Denies()
    assert said("không đúng đâu", GIFTS, 900) == Denies()
    assert said("abc", GIFTS, 900) == Unclear()
    assert said("1, 2", GIFTS, 900) == Unclear()
