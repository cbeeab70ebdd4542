"""What chairs typed while a figure was asked, and what of it is a figure."""

import pytest

from reporting.reading.replies import split_reply
from tests.reading.real_form import CODES, LINES, in_full, read, said

NUMBERED = dict(enumerate(CODES, start=1))

# No number word of these stands as a numeral.
NO_FIGURES = [
    "cho bác xin số điện thoại văn phòng", "gửi muộn có bị phạt không", "gui muon co bi phat khong",
    "chậc, mạng yếu quá", "cháu ơi bác muốn hỏi tí", "tí nữa chị gửi", "ti nua chi gui",
    "ba tôi mới mất, mai tôi làm", "ba toi moi mat, mai toi lam", "cô Năm chuyển về Tam Đường rồi",
    "thầy Bảy đi họp rồi", "ngàn lần xin lỗi em", "trăm sự nhờ em", "vạn sự như ý nhé", "sáu giờ họp nhé",
    "ba giờ chiều mai chị gửi", "một mình tôi làm không xuể", "em ơi máy chị hỏng", "không sao đâu",
    "mười phút nữa chị gửi", "tỷ lệ thấp",
]  # fmt: skip
MONEY = ["ba triệu sáu", "700k", "6.700.000", "bay trieu", "một triệu rưỡi", "năm trăm ngàn"]
IN_WORDS = {
    "bốn mươi lăm": 45, "bon muoi lam": 45, "có hai cuộc thôi em ạ": 2, "co hai cuoc thoi em a": 2, "một lần": 1,
    "thăm ba đồng chí ốm": 3, "hai chục lượt": 20, "được ba": 3, "thưa cô một ạ": 1, "có mười hai ạ": 12,
}  # fmt: skip
REPLIES = [
    ("9", "suất quà thì có 13 thôi", "gifts=13"),
    ("4", "2 buổi thôi, không phải 29", "events=2"),
    ("123", "co 3 thoi", "in=3"),
    ("123", "kết nạp 3 thôi, nữ 30", "in=3 women=30"),
    ("123", "ket nap 3, xin thoi 1, nu 30", "in=3 out=1 women=30"),
    ("123", "ket nap 3, thoi viec 1, nu 30", "in=3 out=1 women=30"),
    ("123", "không ai nghỉ cả", "out=0"),
    ("123", "khong ai nghi ca", "out=0"),
    ("123", "không ai xin ra", "out=0"),
    ("123", "không có ai mới", "in=0"),
    ("123", "không có đồng chí nào vào mới cả", "in=0"),
    ("123", "không đồng chí nào nghỉ hưu", "out=0"),
    ("123", "không có ai cả", "in=0 out=0 women=0"),
    ("7", "TƯ ko ký", "deals=0"),
    ("4567", "tuyên truyền 2 buổi, 40 người dự, đối thoại 1, ko ký TƯ", "events=2 turns=40 talks=1 deals=0"),
    ("4567", "tổ chức 2 buổi tuyên truyền bảo vệ rừng tại bản 150 bà con tham dự", "events=2 turns=150"),
    ("4567", "tổ chức 20/10 cho chị em 52 người dự", "turns=52"),
    ("4567", "52 người dự, tiền 6tr7", "turns=52 money=6700000"),
    ("123", "kết nạp 0, giảm 0, tổng nữ: 21/38", "in=0 out=0 women=21"),
    ("123", "nữ là 30 chị em, kết nạp là một người", "in=1 women=30"),
    ("123", "6 đ/c, trong đó nữ 3, tổng nữ 51", "in=6 women=51"),
    ("123", "kết nạp 5 (trong đó 3 nữ), giảm 0, nữ 30", "in=5 out=0 women=30"),
    ("123", "kn 0, giảm 3 (về hưu 2, chuyển công tác 1), nữ như tháng trước", "in=0 out=3 women=same"),
    ("123", "nữ thì vẫn như tháng trước cháu ạ", "women=same"),
    ("123", "kết nạp 6 giảm 0, nữ tăng 3", "in=6 out=0 women=?"),
    ("123", "giảm 12, nữ giảm 8", "out=12 women=?"),
    ("123", "kết nạp gấp đôi tháng trước, giảm 0, nữ tăng 3", "out=0 women=? [gấp đôi tháng trước]"),
    ("123", "kết nạp ba, giảm hông có, nữ bốn hai", "in=3 out=0 women=42|4?"),
    ("456 7", "đối thoại và thỏa ước đều 0", "talks=0 deals=0"),
    ("8910", "không chi đồng nào", "money=0"),
    ("8910", "chăm lo: 5 lượt, quà 18, tiền 3.500k", "visits=5 gifts=18 money=3500000"),
    ("8910", "8 - 2 lượt, 9 - 0, 10 - 1tr", "visits=2 gifts=0 money=1000000"),
    ("8910", "tiền 5 trăm", "money=500000|500000000|500?"),
    ("8910", "tiền 3 lít", "money=300000?"),
    ("8910", "tien tham hoi 6 trieu 5 luon", "money=6500000"),
    ("8910", "2. 1. 500000", "visits=2 gifts=1 money=500000"),
    (
        "8910",
        "tặng 10 suất mỗi suất 200.000, thăm 2 người mỗi người 500.000",
        "visits=2 gifts=10 money=3000000?",
    ),
    ("8910", "quà 10 suất x 500k là 5tr, thăm 2", "visits=2 gifts=10 money=5000000"),
    (
        "8910",
        "Tết dương tặng 126 suất mỗi suất 150.000, thăm ốm 6 tổng 3tr",
        "visits=6 gifts=126 money=21900000|18900000|3000000?",
    ),
    (
        "8910",
        "3 ng x 500k la 1tr5, con qua 15 suat 300k la 4tr5, tong 6 cu",
        "gifts=15 money=10500000|6000000? [3 ng x 500k la 1tr5]",
    ),
    (
        "8910",
        "thăm 2 ng ốm 1 ng đẻ, mỗi ng 500k, qua 15 suat moi suat 300",
        "visits=3 gifts=15 money=6000000?",
    ),
    ("11 12", "sk 1 th 0", "ideas=1 trained=0"),
    ("11 12", "tap huan 1 lop 12 ng", "trained=12"),
    ("11 12", "sáng kiến kinh nghiệm 2, tập huấn 0", "ideas=2 trained=0"),
    ("5 10", "6.700.000", "money=6700000"),
    ("5 10", "bảy triệu", "money=7000000"),
    ("67", "700k", "money=700000?"),
]
MONTHS = [
    ("kết nạp tháng 9 là 4, tháng này 2, giảm không", 10, "in=2 out=0 [kết nạp tháng 9 là 4]"),
    ("kết nạp tháng 9 là 4, tháng này 2, giảm không", None, "in=2 out=0 [kết nạp tháng 9 là 4]"),
    (
        "Tháng 10: kết nạp 3. Tháng 11: kết nạp 1, giảm 0. Nữ tháng 10: 55, tháng 11: 56",
        11,
        "in=1 out=0 women=56 [Tháng 10: kết nạp 3] [Nữ tháng 10: 55]",
    ),
    ("tháng 10 kết nạp 2, giảm 1, nữ 30", 10, "in=2 out=1 women=30"),
    ("tháng 10 kết nạp 2, giảm 1, nữ 30", None, "in=2 out=1 women=30"),
    ("Báo cáo tháng 10: kết nạp 2, giảm 1, nữ 30", 10, "in=2 out=1 women=30"),
    ("thang 9 ket nap 4, thang 10 ket nap 2", 10, "in=2 [thang 9 ket nap 4]"),
]


def _told(asked: list[int], text: str, month: int | None = None) -> str:
    lines = [LINES[NUMBERED[number]] for number in asked]
    rest = [LINES[NUMBERED[number]] for number in NUMBERED if number > asked[-1]]
    closed = [line for line in LINES.values() if line not in (*lines, *rest)]
    return said(split_reply(text, lines, rest, read, closed, month))


@pytest.mark.parametrize("text", NO_FIGURES)
def test_words_that_are_no_figure_are_never_offered_as_one(text: str) -> None:
    assert _told([6], text) == "dialogues=?"


@pytest.mark.parametrize("text", MONEY)
def test_what_is_shaped_as_money_is_no_count(text: str) -> None:
    assert _told([6], text).startswith("gifts_vnd=")
    assert _told([12], text) == "training_turns=?"


@pytest.mark.parametrize(("text", "value"), IN_WORDS.items())
def test_figures_in_words_are_read(text: str, value: int) -> None:
    assert _told([8], text) == f"visits={value}"


def _asked(written: str) -> list[int]:
    known = {"8910": [8, 9, 10], "11 12": [11, 12], "5 10": [5, 10]}
    return known.get(written) or [int(digit) for digit in written if digit.isdecimal()]


@pytest.mark.parametrize(("asked", "text", "expected"), REPLIES)
def test_what_a_reply_says(asked: str, text: str, expected: str) -> None:
    assert sorted(_told(_asked(asked), text).split()) == sorted(in_full(expected).split())


@pytest.mark.parametrize(("text", "month", "expected"), MONTHS)
def test_figures_of_other_months_go_to_no_line(text: str, month: int | None, expected: str) -> None:
    assert sorted(_told([1, 2, 3], text, month).split()) == sorted(in_full(expected).split())
