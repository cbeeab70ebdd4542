"""The office's own form, answered with the notes a clerk keeps: short names, names in brackets, sums beside counts."""

from datetime import date
from functools import partial

import pytest

from reporting.reading.listed_names import without_listed_names
from reporting.reading.reader import read_office_answer
from reporting.reading.replies import Values, split_reply
from reporting.reading.reply_types import Line
from reporting.reading.unit_told import unit_told
from templates.form_files import load_shipped

CASES = [
    ("g_press", "số báo 1, PS 2, HB 0", "1 2 0"),
    ("g_press", "01 chuyên trang, 01 PS, HB 0", "1 1 0"),
    ("g_supervision", "GSPB 2, ktra 4, GY 2", "2 4 2"),
    ("g_supervision", "KT 4 CĐCS, GSPB 2 cuộc", "2 4"),
    ("g_supervision", "GS 6 DN, ktra qcdc 4 đv (Mường Tè, Sìn Hồ, Phong Thổ), GYDT 2", "6 4 2"),
    ("g_development", "TL CĐCS 1, ĐV mới 63", "1 63"),
    ("g_loans", "DA vay 1, MÂ 2 nhà, cho vay 45tr, hỗ trợ MÂ 80tr", "1 2 45000000 80000000"),
    ("g_loans", "1 DA 45tr, 2 nhà 80tr", "1 2 45000000 80000000"),
    ("g_loans", "vay vốn: 1 dự án 45 triệu; mái ấm 2 nhà 80 triệu", "1 2 45000000 80000000"),
    ("g_loans", "mái ấm 2 nhà, 80 triệu, DA vay 0", "0 2 80000000"),
    ("g_loans", "DA: 1, nhà: 2, vay: 45tr, MÂ: 80tr", "1 2 45000000 80000000"),
    ("g_welfare", "TT phúc lợi ký mới 1, tổng 17, phiếu GG 300", "1 17 300"),
    ("g_welfare", "ký mới 1 TTPL, hiện có 17, phiếu 0", "1 17 0"),
    ("g_initiatives", "SK 3666, hợp lệ 3261, CT 2131", "3666 3261 2131"),
    ("g_awards", "bk 44tt,111cn; tlđ 2tt,8cn; đn ubnd 10tt,19cn; hs 217", "44/111 2/8 10/19 217"),
    ("g_awards", "BK tỉnh 44TT 111CN, TLĐ 2TT 8CN, đn UBND 10TT 19CN, HS 217", "44/111 2/8 10/19 217"),
]


def _form(group: str) -> tuple[list[Line], list[Line]]:
    form = load_shipped("office-monthly")
    lines = [Line(n, q.code, q.kind, q.short, q.words) for n, q in enumerate(form.questions, 1) if q.asked]
    page = {q.code for part in form.groups if part.code == group for q in part.questions}
    return [one for one in lines if one.code in page], [
        one for one in lines if one.code not in page and one.kind in ("count", "money", "pair", "ratio")
    ]


@pytest.mark.parametrize(("group", "text", "said"), CASES)
def test_notes_of_a_clerk(group: str, text: str, said: str) -> None:
    asked, rest = _form(group)
    reply = split_reply(text, asked, rest, partial(read_office_answer, today=date(2023, 10, 12)))
    assert isinstance(reply, Values), reply
    assert not reply.unread
    found = [getattr(item.reading, "value", item) for item in reply.items]
    shown = [f"{v.tap_the}/{v.ca_nhan}" if hasattr(v, "tap_the") else str(v) for v in found]
    assert " ".join(shown) == said
    assert all(item.code in {line.code for line in asked} for item in reply.items)


@pytest.mark.parametrize("text", ["BCH 28, BTV 9, UBKT 9", "khởi công 1, bàn giao 2 nhà mái ấm"])
def test_what_names_another_body_is_never_taken_silently(text: str) -> None:
    asked, rest = _form("g_press")
    reply = split_reply(text, asked, rest, partial(read_office_answer, today=date(2023, 10, 12)))
    assert isinstance(reply, Values)
    codes = {line.code for line in asked}
    assert not any(item.settled for item in reply.items if item.code in codes)


def test_newspapers_are_no_unit_that_told() -> None:
    assert unit_told("số báo 1, PS 2, HB 0") is None
    assert unit_told("2 số báo 1 phóng sự") is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("4 đv (Mường Tè, Sìn Hồ)", "4 đv"),
        ("2 (Nậm Tăm 12/10, Phăng Sô Lin 13/10)", "2"),
        ("1 CĐCS (Cty Nông sản Trung Đồng)", "1 CĐCS"),
        ("63 (khoảng)", "63 (khoảng)"),
        ("nữ 46 (tăng 1)", "nữ 46 (tăng 1)"),
        ("giảm 2 (1 hưu, 1 chuyển)", "giảm 2 (1 hưu, 1 chuyển)"),
    ],
)
def test_names_in_brackets(text: str, kept: str) -> None:
    assert without_listed_names(text, lambda inside: False) == kept
