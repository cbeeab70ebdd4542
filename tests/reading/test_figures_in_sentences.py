"""Figures in sentences of chairs: sums of sessions, what is not counted, lists, names that are none."""

import pytest

from reporting.reading.elsewhere import without_elsewhere
from reporting.reading.heard import is_sending
from reporting.reading.nothing import rest_nothing
from reporting.reading.replies import split_reply
from tests.reading.real_form import CODES, LINES, in_full, read, said
from tests.reading.test_changes import said as changed

NUMBERED = dict(enumerate(CODES, start=1))
REPLIES = [
    # «tham gia» is no visit, and «mới» before a verb no admission.
    ([4, 5, 6, 7], "Tuyen truyen 1 buoi co 30 nguoi tham gia, doi thoai 0, thoa uoc 0",
     "events=1 turns=30 talks=0 deals=0"),
    ([4, 5, 6, 7], "1 buổi thôi, 30 người tham gia, còn lại không", "events=1 turns=30 talks=0 deals=0"),
    ([8, 9], "tham gia dinh 2 nguoi, qua 0", "visits=2 gifts=0"),
    ([4, 5, 6, 7], "2 buổi, 30 bác sĩ mới về cùng dự", "events=2 turns=30"),
    ([1, 2, 3], "kết nạp mới 1, giảm 0, nữ mới là 30", "in=1 out=0 women=30"),
    ([1, 2, 3], "không kết nạp ai, mới về 1 đồng chí, nữ 31", "in=0 women=31 [mới về 1 đồng chí]"),
    # What others do, or is said not to count, and plans.
    ([6, 7], "khong co doi thoai, ban nu cong hop 1 lan", "talks=0 [ban nu cong hop 1 lan]"),
    ([4, 5, 6, 7], "tuần tra rừng 4 buổi", "[tuần tra rừng 4 buổi]"),
    ([4, 5, 6, 7], "tuần tra rừng kết hợp tuyên truyền 4 buổi, 60 người", "events=4 turns=60"),
    ([4, 5, 6, 7], "tuyên truyền 1 buổi 43 lượt, lồng ghép 2 buổi của chính quyền không tính",
     "events=1 turns=43 [lồng ghép 2 buổi của chính quyền không tính]"),
    ([8, 9, 10], "hôm 20/10 tới tổ chức gặp mặt cho 190 chị em, chi 15 triệu",
     "[hôm 20/10 tới tổ chức gặp mặt cho 190 chị em, chi 15 triệu]"),
    ([4, 5, 6, 7], "gửi cả hai đơn vị", "[gửi cả hai đơn vị]"),
    # People of several sessions.
    ([4, 5, 6, 7], "2 buổi, buổi đầu 120 người, buổi sau 95 người", "events=2 turns=215?"),
    ([4, 5, 6, 7], "2 buoi: buoi 1 20 ng, buoi 2 25 ng", "events=2 turns=45?"),
    ([4, 5, 6, 7], "tổ chức 2 buổi, buổi 1 có 20 người dự, buổi 2 có 25 người dự, đối thoại 0",
     "events=2 turns=45? talks=0"),
    ([4, 5, 6, 7], "2 buổi: 20 + 25", "events=2 turns=45?"),
    ([4, 5, 6, 7], "17 là người, buổi 1", "events=1 turns=17"),
    ([4, 5, 6, 7], "17 nguoi, buoi 1", "events=1 turns=17"),
    ([4, 5, 6, 7], "1 buổi/52 người", "events=1 turns=52"),
    ([4, 5, 6, 7], "người dự thì 58 trên 62", "turns=58"),
    ([1, 2, 3], "về hưu 1 người thì là giảm 1", "out=1"),
    ([4, 5, 6, 7], "1 buổi tuyên truyền do công đoàn xã chủ trì 30 người tham gia", "events=1 turns=30"),
    ([8, 9, 10], "thăm 2 người, mỗi người 2 trăm", "visits=2 money=400000?"),
    ([8, 9, 10], "tham 2 nguoi, moi nguoi 2 tram, qua 0", "visits=2 gifts=0 money=400000?"),
    ([8, 9, 10], "thăm chị Năm và anh Tư, mỗi người 2 trăm", "visits=2 money=400000?"),
    # Brackets, sums in words, lists.
    ([1, 2, 3], "3 (2 nữ)/1/33", "unsure: in=3 out=1 women=33"),
    ([1, 2, 3], "kết nạp 3 (2 nữ), giảm 1, nữ 33", "in=3 out=1 women=33"),
    ([8, 9, 10], "Thăm hỏi: 1 (300.000)", "visits=1 money=300000"),
    ([8, 9, 10], "tặng 10 suất, mỗi suất năm trăm nghìn", "gifts=10 money=5000000?"),
    ([1, 2, 3], "k1=0, k2=0, k3=24", "in=0 out=0 women=24"),
    ([1, 2, 3], "câu 1 là 2, câu 2 là 0, câu 3 là 30", "in=2 out=0 women=30"),
    ([8, 9, 10], "8 là 1, 9 là 0, 10 là 200k", "visits=1 gifts=0 money=200000"),
    ([1, 2, 3], "1,0,20,1,30,0,0,2,3,600k,0,1",
     "in=1 out=0 women=20 events=1 turns=30 talks=0 deals=0 visits=2 gifts=3 money=600000 ideas=0 trained=1"),
    ([4, 5, 6, 7], "1 buổi 30 người, không phát sinh các mục khác", "events=1 turns=30 talks=0 deals=0"),
]  # fmt: skip
CHANGES = {
    "sửa nữ 30 thành 34 vì mới chuyển về một chị": "women=34",
    "sua nu 30 thanh 34 vi moi chuyen ve mot chi": "women=34",
    "sửa kết nạp thành 3 do 1 người mới vào": "in=3",
    "sua don vi nu 34": "women=34",
    "số mới là 27": "",
    "kết nạp mới 3": "in=3",
}


@pytest.mark.parametrize(("asked", "text", "expected"), REPLIES)
def test_what_a_sentence_says(asked: list[int], text: str, expected: str) -> None:
    lines = [LINES[NUMBERED[number]] for number in asked]
    rest = [LINES[NUMBERED[number]] for number in NUMBERED if number > asked[-1]]
    closed = [line for line in LINES.values() if line not in (*lines, *rest)]
    found = said(split_reply(text, lines, rest, read, closed))
    assert sorted(found.split()) == sorted(in_full(expected).split())


@pytest.mark.parametrize(("text", "expected"), CHANGES.items())
def test_a_reason_behind_a_change_changes_nothing(text: str, expected: str) -> None:
    assert changed(text) == expected


@pytest.mark.parametrize("text", ["gửi cả hai đơn vị", "gui ca 2 bao cao nhe", "em gửi cả hai báo cáo ạ"])
def test_how_many_reports_are_sent_is_no_figure(text: str) -> None:
    assert is_sending(text)


@pytest.mark.parametrize("text", ["gửi cả hai suất quà", "gửi em hai buổi", "tặng cả hai đơn vị 10 suất"])
def test_figures_are_no_sending(text: str) -> None:
    assert not is_sending(text)


def test_a_day_without_diacritics_is_no_plan() -> None:
    text = "hom 20/10 toi to chuc 2 buoi"
    assert without_elsewhere(text).kept == text


def test_nothing_of_the_others_may_come_first() -> None:
    assert rest_nothing("kết nạp 40, không có gì ở các mục khác") == "kết nạp 40"
