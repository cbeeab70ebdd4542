"""«gửi» beside other words: cut off, or none at all; and what else is no part of a report: later, withdrawn."""

import pytest

from reporting.reading.forgot import forgotten, without_activity
from reporting.reading.pausing import says_later, yes_or_no
from reporting.reading.sending import closes, without_sending
from reporting.reading.withdrawing import withdraws


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("nu 28 chu, ban nay ghi nham. roi gui luon", "nu 28 chu, ban nay ghi nham"),
        ("ko. gui luon", "ko"),
        ("gui luon k can xem", ""),
        ("xong r gui", ""),
        ("nhất trí gửi", ""),
        ("đồng ý gửi ạ", ""),
        ("Kính gửi ạ", ""),
        ("thế là xong nhé, gửi cho thầy", ""),
        ("gửi đi thầy đang vội", ""),
        ("u gui thoi, hom qua bao gui roi ma", ""),
        ("0 gui", "0"),
        ("1, 3 gui luon", "1, 3"),
        ("dung vay, gui", "dung vay"),
        ("vâng đúng ạ, gửi giúp em", "vâng đúng ạ"),
        ("thieu nuoc rua tay, da bao cao. gui", "thieu nuoc rua tay, da bao cao"),
        ("Dạ không có gì thêm, kính gửi", "Dạ không có gì thêm"),
        ("đề nghị tăng 200k/người tiền quà tết; gửi giúp nhé", "đề nghị tăng 200k/người tiền quà tết"),
    ],
)
def test_the_wish_is_cut_off(text: str, rest: str) -> None:
    assert without_sending(text) == (rest, True)


@pytest.mark.parametrize(
    "text",
    [
        "đã gửi", "da gui", "chưa gửi", "không gửi", "mai gửi", "gửi sau", "để chiều gửi", "gửi rồi", "xong",
        "Kính gửi: Liên đoàn lao động tỉnh", "đơn thư đã gửi", "đề nghị hỗ trợ, đã gửi tờ trình",
        "gửi quà cho cháu", "gửi giúp tôi 5 suất", "bao giờ gửi", "gửi được chưa", "đã gửi chưa?",
        "gửi luôn được không?",
        "Kính gửi công đoàn cấp trên, tháng này 1, 2, 3", "gửi tiết kiệm", "anh em gửi con đi học xa",
    ],
)  # fmt: skip
def test_other_words_wish_nothing(text: str) -> None:
    assert without_sending(text) == (text, False)


@pytest.mark.parametrize(("text", "is_so"), [("hết", True), ("thế thôi nhé", True), ("hết nước", False)])
def test_what_closes_a_message(text: str, is_so: bool) -> None:
    assert closes(text) is is_so


@pytest.mark.parametrize(
    "text",
    [
        "dừng đây nhé", "mai báo tiếp", "mai làm nốt nhé", "chieu nay moi co so lieu, cho em bo qua",
        "tạm thời vậy đã", "thôi để cuối tuần nhé", "mai mới có số liệu", "chiều em gửi nốt",
    ],
)  # fmt: skip
def test_later(text: str) -> None:
    assert says_later(text)


@pytest.mark.parametrize(
    "text", ["dừng đây là điểm trường", "mai là ngày hội", "chưa có số liệu", "tối 20/10 giao lưu", "mai 5"]
)
def test_not_later(text: str) -> None:
    assert not says_later(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [("Không", "no"), ("ko", "no"), ("có", "yes"), ("vâng ạ", "yes"), ("không có ai", ""), ("0", "")],
)
def test_a_bare_answer(text: str, said: str) -> None:
    assert yes_or_no(text) == said


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("thôi khỏi em ơi, để 42 cũng được", True),
        ("không cần sửa nữa đâu", True),
        ("thôi để nguyên vậy", True),
        ("vì hôm trước đếm sót", False),
        ("cô Lan nghỉ từ tháng 9, không cần giấy tờ", False),
        ("để 43 mới đúng", False),
        ("bỏ 1 người vì trùng", False),
    ],
)
def test_withdrawing(text: str, is_so: bool) -> None:
    assert withdraws(text) is is_so


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "à quên không giảm, cô ấy tháng 12 mới đi. nữ vẫn 42",
            ("không giảm", "cô ấy tháng 12 mới đi", "nữ vẫn 42"),
        ),
        ("quên chưa có nữ mới, nữ 187", ("chưa có nữ mới", "nữ 187")),
        ("quên mất rồi", ()),
        ("quên rồi em ạ", ()),
        ("quên số liệu ở nhà", ()),
        ("5 buổi, quên", ()),
    ],
)
def test_forgotten(text: str, clauses: tuple[str, ...]) -> None:
    assert forgotten(text) == clauses


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("không có hoạt động gì, công ty ít việc", "không có gì"),
        ("không có hoạt động gì nổi bật", "không có hoạt động gì nổi bật"),
        ("không có hoạt động gì, thăm 2", "không có hoạt động gì, thăm 2"),
    ],
)
def test_no_activity(text: str, left: str) -> None:
    assert without_activity(text) == left
