"""Figures that a sentence gives to lines by name; distances, hours and words of a reason are none."""

from datetime import date
from functools import partial

import pytest

from reporting.reading.doubt_reply import Mends, doubt_reply
from reporting.reading.mended import right_and_wrong
from reporting.reading.named import named_figures
from reporting.reading.reader import read
from reporting.reading.readings import Given
from reporting.reading.reply_types import Line

READ = partial(read, today=date(2023, 10, 12))
ADMITTED = Line(1, "admitted", "count", "Kết nạp mới", ("kết nạp", "mới", "tăng"), flow=True)
EVENTS = Line(4, "events", "count", "Buổi tuyên truyền", ("tuyên truyền", "buổi", "tt"), flow=True)
TURNS = Line(5, "turns", "count", "Lượt người dự", ("lượt", "lượt người", "dự", "lg"), flow=True)
AGREEMENTS = Line(7, "agreements", "count", "Thỏa ước ký mới", ("thỏa ước",), flow=True)
VISITS = Line(8, "visits", "count", "Lượt thăm hỏi", ("thăm", "thăm hỏi"), flow=True)
GIFTS = Line(9, "gifts", "count", "Suất quà", ("quà", "suất"), flow=True)
MONEY = Line(10, "money", "money", "Tiền chăm lo", ("tiền", "tiền quà"), flow=True)
IDEAS = Line(11, "ideas", "count", "Sáng kiến", ("sáng kiến", "sk"), flow=True)
COURSES = Line(12, "courses", "count", "Lượt tập huấn", ("tập huấn",), flow=True)
LINES = (ADMITTED, EVENTS, TURNS, AGREEMENTS, VISITS, GIFTS, MONEY, IDEAS, COURSES)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("y e la 33 luot ng co ma. thoa uoc ko co", {"turns": 33, "agreements": 0}),
        ("khoan, tham 3 chu ko phai 2", {"visits": 3}),
        ("ma qua van la 10 suat, tham hoi moi la 3", {"gifts": 10, "visits": 3}),
        ("sang kien ko co, ma di tham c Lan, duong xa 40km ve den nha 9h toi", {"ideas": 0}),
        ("thăm hỏi là 4 lượt mới đúng Mẩy ạ, tính thêm anh Páo", {"visits": 4}),
        ("lượt thăm hỏi đã là 4 rồi nhé, tiền cũng thành 6 triệu 3", {"visits": 4, "money": 6_300_000}),
        ("quà 20/10 cho cả trường", {}),
    ],
)
def test_lines_named_with_figures(text: str, said: dict[str, int]) -> None:
    found = named_figures(text, LINES, READ)
    assert {item.code: item.reading for item in found.items} == {k: Given(v) for k, v in said.items()}
    assert not found.left


@pytest.mark.parametrize(
    "text",
    [
        "lớp nghiệp vụ mở 3 buổi", "mỗi cháu 2 suất", "tặng quà 300 cháu", "lớp an toàn 10 người", "4 lượt thôi",
        "thăm 3 lượt, thăm 4 lượt",
    ],
)  # fmt: skip
def test_a_figure_that_no_line_is_plainly_named_for(text: str) -> None:
    found = named_figures(text, LINES, READ)
    assert found.items == () and found.left


@pytest.mark.parametrize(
    ("text", "line", "doubted", "said"),
    [
        ("y e la 33 luot ng co ma. thoa uoc ko co", AGREEMENTS, 33, {"turns": 33, "agreements": 0}),
        ("khoan, tham 3 chu ko phai 2", GIFTS, 10, {"visits": 3}),
        ("ma qua van la 10 suat, tham hoi moi la 3", MONEY, 25_000_000, {"gifts": 10, "visits": 3}),
        ("chet, 2tr5 thoi, e go thua so 0", MONEY, 25_000_000, {"money": 2_500_000}),
        ("2tr5 thôi, bị thừa 1 số 0", MONEY, 25_000_000, {"money": 2_500_000}),
        ("đúng rồi, thăm hỏi 3 lượt nhé", GIFTS, 10, {"gifts": 10, "visits": 3}),
    ],
)
def test_named_lines_at_a_doubt_are_corrections(
    text: str, line: Line, doubted: int, said: dict[str, int]
) -> None:
    found = doubt_reply(text, line, [other for other in LINES if other is not line], doubted, READ)
    assert isinstance(found, Mends)
    assert {item.code: item.reading for item in found.items} == {k: Given(v) for k, v in said.items()}


def test_the_right_figure_and_the_wrong_one() -> None:
    assert right_and_wrong("khoan, 3 chu ko phai 2") == ("3", "2")
    assert right_and_wrong("3 mà không phải là 2") == ("3", "2")
    assert right_and_wrong("3") is None
