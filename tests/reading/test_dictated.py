"""Dictated paragraphs: every figure that a sentence plainly gives to a line, and nothing of what it does not."""

import time

import pytest

from reporting.reading.named import named_figures
from reporting.reading.readings import Given, Unreadable
from reporting.reading.replies import Unsure, Values
from tests.reading.real_form import LINES, answered, in_full, read, told
from tests.reading.test_replies_of_the_form import shown

MONTH = (
    "Tháng 10 công đoàn điện lực kết nạp 2 đoàn viên mới, 1 đồng chí nghỉ hưu, tổ chức 1 buổi tuyên truyền 45 người, "
    "tặng 5 suất quà mỗi suất 500 nghìn, thăm ốm 1 đồng chí 300 nghìn, nữ hiện có 31"
)
UNMARKED = (
    "thang 10 cong doan dien luc ket nap 2 doan vien moi, 1 dong chi nghi huu, to chuc 1 buoi tuyen truyen 45 nguoi, "
    "tang 5 suat qua moi suat 500 nghin, tham om 1 dong chi 300 nghin, nu hien co 31"
)
ALL_OF_IT = "in=2 out=1 women=31 events=1 turns=45 visits=1 gifts=5 money=2800000?"
MEMBERS = {
    MONTH: ALL_OF_IT,
    UNMARKED: ALL_OF_IT,
    "Dạ tháng này công đoàn kết nạp được hai đoàn viên mới, có một thầy chuyển công tác đi nơi khác": "in=2 out=1",
    "da thang nay ket nap duoc hai doan vien moi, co mot thay chuyen cong tac di noi khac": "in=2 out=1",
    "có 3 bạn mới vào, 1 chị nghỉ việc ạ": "in=3 out=1",
    "kết nạp ba người, hai đồng chí nghỉ hưu": "in=3 out=2",
    "1 cô nghỉ thai sản, kết nạp 2 người": "in=2 [1 cô nghỉ thai sản]",
    "kết nạp 2 người, một cô chuyển công tác về trường": "in=2 [một cô chuyển công tác về trường]",
    "Khoan đã em, chị chưa ghi được mục kết nạp mới. Kết nạp mới 2 người, giảm 1 người em nhé": "in=2 out=1 "
    "[chị chưa ghi được mục kết nạp mới]",
    "tháng này ko có ai nghỉ, kết nạp 2 bạn nhé": "in=2 out=0",
    "khoảng bốn năm chục": "in=40|50?",
    "khoang bon nam chuc": "in=40|50?",
}
ACTIVITY = {
    "1 buổi tuyên truyền với 33 người dự. Không có đối thoại, không ký thỏa ước ạ": "events=1 turns=33 talks=0 deals=0",
    "1 buoi tuyen truyen voi 33 nguoi du. khong co doi thoai, khong ky thoa uoc a": "events=1 turns=33 talks=0 deals=0",
    "tuyen truyen 2 buoi 60 nguoi, doi thoai 1, tham 2 nguoi 1tr2": "events=2 turns=60 talks=1 visits=2 money=1200000",
    "tuyên truyền 2 buổi 60 người, đối thoại 1, thăm 2 người 1tr2": "events=2 turns=60 talks=1 visits=2 money=1200000",
    "tổ chức hai buổi tuyên truyền có khoảng 60 người": "events=2 turns=60?",
    "đối thoại 1 cuộc có 40 người, tuyên truyền 2 buổi": "events=2 talks=1 [40 người]",
    "0 có j": "events=0 turns=0 talks=0 deals=0",
    "ko có j": "events=0 turns=0 talks=0 deals=0",
    "k có gì": "events=0 turns=0 talks=0 deals=0",
    "không có ai": "events=0 turns=0 talks=0 deals=0",
    "đối thoại 1 lần còn lại k có": "events=0 turns=0 talks=1 deals=0",
    "doi thoai 1, con lai khong": "events=0 turns=0 talks=1 deals=0",
    "tuyên truyền 2, 50 người, các mục khác 0": "events=2 turns=50 talks=0 deals=0",
    "khong 45 khong": " [khong 45 khong]",
}
CARE = {
    "thăm 1 cô giáo ốm, tặng 2 suất quà hết 1 triệu 2": "visits=1 gifts=2 money=1200000",
    "tham 1 co giao om, tang 2 suat qua het 1 trieu 2": "visits=1 gifts=2 money=1200000",
    "thăm 3 ng mỗi ng 500k": "visits=3 money=1500000?",
    "tham 3 nguoi, moi nguoi 500k": "visits=3 money=1500000?",
    "tặng 2 suất quà mỗi suất 500k, tổng tiền 1tr": "gifts=2 money=1000000",
    "tong tien 2tr5": "money=2500000",
    "tổng tiền 2tr5": "money=2500000",
    "quen, co tang nam suat qua": "gifts=5?",
    "quên, có tặng năm suất quà": "gifts=5",
    "tham om 2 nguoi, tien 1tr2": "visits=2 money=1200000",
    "Dạ phần nữ thì chị Hằng làm rồi ạ. Em gửi số liệu thăm hỏi: 4 lượt thăm hỏi, tặng 15 suất quà, tổng tiền chăm lo "
    "4,5 triệu đồng": "visits=4 gifts=15 money=4500000",
    "5, à 7": "unsure: visits=7 / visits=5 gifts=7",
    "5 à nhầm 7": "visits=7",
    "5 ý quên 7 chứ": "visits=7",
    "thăm 5 à nhầm 7, quà 3": "visits=7 gifts=3",
    "nhầm tí quà 9": "gifts=9",
    "nham ti qua 9": "gifts=9",
    "chị nhầm tí quà 7, tiền 3tr": "gifts=7 money=3000000",
    "quà 500k": "money=500000",
    "500k, 2, 3tr": "visits=? gifts=2 money=3000000",
}
EMULATION = {
    "Có một cô được công nhận sáng kiến cấp huyện, tập huấn thì chưa có ạ": "ideas=1 trained=0|missing?",
    "tập huấn 3 người, sáng kiến không có ạ": "ideas=0 trained=3",
    "Dạ em gửi số liệu em chép từ báo cáo của trường ạ:\n1. 2\n2. 1\n3. 44\n4. 2\n5. 60\n6. 1\n7. 0\n8. 3\n9. 5\n"
    "10. 2tr\n11. 1\n12. 6": "in=2 out=1 women=44 events=2 turns=60 talks=1 deals=0 visits=3 gifts=5 money=2000000 "
    "ideas=1 trained=6",
}  # fmt: skip
TABLE = [(n, *row) for n, table in enumerate((MEMBERS, ACTIVITY, CARE, EMULATION)) for row in table.items()]


@pytest.mark.parametrize(("group", "text", "expected"), TABLE)
def test_what_a_paragraph_says(group: int, text: str, expected: str) -> None:
    def in_order(line: str) -> list[str]:
        return sorted(line.split(" "))

    assert in_order(told(group, text)) == in_order(in_full(expected))


ELSEWHERE = (
    "Tháng sau trường chị dự kiến kết nạp 5 đoàn viên nữa em nhé",
    "thang sau du kien ket nap 5 doan vien nua",
    "Năm ngoái kết nạp 7 người, năm nay ít hơn",
    "nam ngoai ket nap 7 nguoi, giam 2",
    "quý tới sẽ tặng 20 suất quà",
    "tháng trước có 5 sáng kiến",
    "nghe nói trường X có 9 sáng kiến",
    "kế hoạch tặng 30 suất quà",
    "Ai nhập tiền chăm lo 4,6 triệu vậy em?",
    "ai nhap tien cham lo 4,6 trieu vay em",
    "sao quà lại 15 suất vậy em?",
)


@pytest.mark.parametrize("text", ELSEWHERE)
@pytest.mark.parametrize("group", range(4))
def test_other_times_and_questions_bring_no_figure(group: int, text: str) -> None:
    reply = answered(group, text)
    assert isinstance(reply, Values) and not reply.items and reply.unread
    found = named_figures(text, list(LINES.values()), read)
    assert found.items == () and found.left


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("thăm hỏi là 4 lượt, tháng sau 6", "visits=4"),
        ("năm ngoái kết nạp 7, năm nay kết nạp 3", "in=3"),
    ],
)
def test_what_is_said_of_this_month_beside(text: str, said: str) -> None:
    found = named_figures(text, list(LINES.values()), read)
    assert (shown(found.items), found.left) == (in_full(said), True)


@pytest.mark.parametrize(
    "text",
    [
        "Dạ em chưa có số, để hỏi chị Hằng đã ạ",
        "da em chua co so, de hoi chi Hang da a",
        "chờ em hỏi kế toán đã nhé",
        "Ơ kìa, chị chưa duyệt mà Lở đã gửi rồi à? Cho chị rút lại báo cáo",
        "chưa thấy em nhận được là sao?",
    ],
)
@pytest.mark.parametrize("group", range(4))
def test_what_is_put_off_or_told_of_the_report_is_no_answer(group: int, text: str) -> None:
    reply = answered(group, text)
    assert isinstance(reply, Values)
    assert all(isinstance(item.reading, Unreadable) for item in reply.items)


@pytest.mark.parametrize("text", [row for table in (MEMBERS, ACTIVITY, CARE, EMULATION) for row in table])
@pytest.mark.parametrize("group", range(4))
def test_no_choice_holds_words_without_a_figure(group: int, text: str) -> None:
    reply = answered(group, text)
    if isinstance(reply, Unsure):
        assert not any(isinstance(item.reading, Unreadable) for way in reply.readings for item in way)


def test_a_figure_is_written_only_once_and_every_line_in_order() -> None:
    reply = answered(0, MONTH)
    assert isinstance(reply, Values)
    codes = [item.code for item in reply.items]
    assert codes == [code for code in LINES if code in codes]
    assert sum(isinstance(item.reading, Given) for item in reply.items) == 7


def test_long_dictations_are_read_fast() -> None:
    for text in (
        MONTH * 4,
        "kết nạp 2 người, " * 45,
        "hai người " * 75,
        "mỗi người 500k " * 50,
        "không có " * 90,
    ):
        started = time.process_time()
        answered(0, text[:780])
        assert time.process_time() - started < 1
