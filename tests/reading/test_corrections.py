"""Corrections of several lines in one message, and corrections without «sửa», on the monthly form's lines."""

from dataclasses import replace

import pytest

from reporting.reading.corrections import fixes, line_to_mend, lines_to_ask, negative, plain_fixes
from reporting.reading.mended import correction, right_and_wrong, without_denied
from reporting.reading.replies import Line
from tests.reading.test_replies_of_the_form import LINES, SHORT, in_full, read, said

COMPUTED = [replace(LINES["members_total"], number=-1, label="Tổng cuối kỳ")]
SHORTS = {
    "members_admitted": "Kết nạp mới", "members_left": "Giảm", "members_women": "Trong đó nữ",
    "propaganda_events": "Buổi tuyên truyền", "propaganda_turns": "Lượt người dự", "dialogues": "Cuộc đối thoại",
    "tuldtt_new": "Thỏa ước ký mới", "visits": "Lượt thăm hỏi", "gifts": "Suất quà", "gifts_vnd": "Tiền chăm lo",
    "initiatives_recognised": "Sáng kiến", "training_turns": "Lượt tập huấn",
}  # fmt: skip
OWN = [
    *(replace(LINES[code], number=n, label=short) for n, (code, short) in enumerate(SHORTS.items(), start=1)),
    Line(13, "highlights", "text", "Nổi bật", ("nổi bật", "hoạt động")),
    Line(14, "difficulties", "text", "Khó khăn, kiến nghị", ("khó khăn", "kiến nghị")),
]


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("buổi tuyên truyền 3, người dự 34", "events=3 turns=34"),
        ("4 3, 5 34", "events=3 turns=34"),
        ("4 3 và 5 34", "events=3 turns=34"),
        ("dòng 4: 3; dòng 5: 34", "events=3 turns=34"),
        ("4 3, người dự 34", "events=3 turns=34"),
        ("lượt thăm hỏi 1 và tập huấn 6", "visits=1 trained=6"),
        ("lượt dự 104, gõ nhầm, và buổi tuyên truyền 3", "events=3 turns=104"),
        ("thăm 3, quà 5, xe máy 7", "visits=3 gifts=5 [xe máy 7]"),
        ("4 2, 5 34, xe máy 7", "events=2 turns=34 [xe máy 7]"),
        ("tổng nữ 26", "women=26"),
        ("4 3, 13 tọa đàm, vui", "events=3 highlights=tọa đàm, vui"),
        (
            "ca nhe: ket nap 3, giam 1, nu 26, tt 3 buoi, 65 lg du, tham 3, qua 15 suat 1tr8, tap huan 4",
            "in=3 out=1 women=26 events=3 turns=65 visits=3 gifts=15 money=1800000 trained=4",
        ),
        ("13 tọa đàm, 4 đội", None),
        ("1 5", None),
        ("1 5, 2", None),
        ("5 từ 10 thành 12", None),
        ("kết nạp từ 12 thành 15", None),
        ("tiền chăm lo về 6tr5, quà hết rồi", None),
        ("9 7 lý do mua thêm", None),
        ("", None),
    ],
)
def test_all_lines_of_a_correction_are_taken(argument: str, expected: str | None) -> None:
    found = fixes(argument, OWN, COMPUTED, read)
    assert (found and said(found)) == (expected and in_full(expected))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("suất quà 7", "gifts=7"),
        ("nhầm, thăm 3", "visits=3"),
        ("du 65 lg, tap huan 4", "turns=65 trained=4"),
        ("vay du 650 lg nhe", "turns=650"),
        ("chết, buổi giao lưu 3 buổi chứ ko phải 0", "events=3"),
        ("Thăm hỏi phải là 5 lượt, thầy Pâng ghi 4 là thiếu", "visits=5"),
        ("nu 26, 65 lg du, tap huan 4, tien 1tr8", "women=26 turns=65 money=1800000 trained=4"),
        ("tập huấn cuối cùng là mấy thế?", None),
        ("thăm 3 đúng không", None),
        ("hôm nay 20/10 đi thăm 3", None),
        ("em gửi rồi chị nhé 5", None),
        ("dự kiến 5 buổi", None),
        ("nữ 26 nhưng chưa chắc", None),
        ("cảm ơn em", None),
        ("12", None),
    ],
)
def test_a_correction_without_the_word_is_told_from_talk(text: str, expected: str | None) -> None:
    found = plain_fixes(text, OWN, COMPUTED, read)
    assert (found and said(found)) == (expected and in_full(expected))


def test_the_short_names_are_the_lines() -> None:
    assert set(SHORT.values()) <= set(LINES) and set(SHORTS) <= set(LINES)


NAMED = (
    Line(3, "women", "count", "Tổng số nữ cuối kỳ", ("nữ",)),
    Line(5, "turns", "count", "Lượt người dự", ("dự",)),
    Line(13, "good", "text", "Nổi bật", ("nổi bật",)),
)


@pytest.mark.parametrize(
    ("argument", "codes"),
    [
        ("3 và 5", ("women", "turns")),
        ("dòng 3 với dòng 5", ("women", "turns")),
        ("cả 3 va 5", ("women", "turns")),
        ("nữ và nổi bật", ("women", "good")),
        ("3 5", ()),
        ("3 12 và 5 40", ()),
        ("3 và 3", ()),
    ],
)
def test_lines_that_are_to_be_asked(argument: str, codes: tuple[str, ...]) -> None:
    assert lines_to_ask(argument, NAMED) == codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("sao mục nổi bật lại ghi cả KK: ko, sửa lại giúp em", "good"),
        ("dòng 5 ghi nhầm em ơi", "turns"),
        ("sai số nữ rồi", "women"),
        ("nữ sửa thành 12", None),
        ("số liệu sai rồi", None),
        ("nữ đúng rồi", None),
    ],
)
def test_a_line_that_is_wrong(text: str, code: str | None) -> None:
    assert line_to_mend(text, NAMED) == code


@pytest.mark.parametrize(
    ("value", "less"), [("-1", "1"), ("là -2 lượt", "2"), ("âm 1", "1"), ("3", ""), ("3-1", "")]
)
def test_less_than_nothing(value: str, less: str) -> None:
    assert negative(value) == less


def test_right_instead_of_wrong() -> None:
    assert right_and_wrong("không phải 30 suất mà là 13") == ("13", "30 suất")
    assert correction("600 mới đúng") == "600"
    assert without_denied("tập huấn đúng ra là 1") == "tập huấn là 1"
