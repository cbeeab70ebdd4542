"""Reports in one message: letters, lists, tables, one breath."""

import pytest

from reporting.reading.labels import Labels
from reporting.reading.letter import without_frame
from reporting.reading.readings import Given
from reporting.reading.replies import Line, Values, split_reply
from reporting.reading.rest import said_of_rest
from reporting.reading.tidied import tidied
from reporting.reading.told import told_texts
from tests.reading.real_form import CODES, LINES, read

FIGURES = [LINES[code] for code in CODES if LINES[code].kind != "text"]
TEXTS = [
    Line(13, "highlights", "text", "Nổi bật", ("nổi bật", "hoạt động")),
    Line(14, "difficulties", "text", "Khó khăn, kiến nghị", ("khó khăn", "kiến nghị", "đề xuất")),
]
LABELS = Labels(tuple(LINES.values()))

FRAMES = [
    ("Em gửi báo cáo tháng 10 của CĐ trường PTDTBT Lũng Phìn:\n- Kết nạp: 2", "- Kết nạp: 2"),
    ("Chào cháu, bác báo cáo nhé: kết nạp 2. Hết rồi cháu ạ.", "kết nạp 2"),
    ("Kính gửi LĐLĐ huyện. Trường tôi kết nạp 2. Trân trọng!", "Trường tôi kết nạp 2"),
    ("UBND xã Tả Ngài Chồ báo cáo: 0 0 45", "0 0 45"),
    ("Bệnh viện ĐK huyện: đv mới 3", "đv mới 3"),
    ("Báo cáo: Không kết nạp, không giảm", "Không kết nạp, không giảm"),
    ("Số liệu thì tuyên truyền 1 buổi", "tuyên truyền 1 buổi"),
    ("kết nạp 2\nHết ạ", "kết nạp 2"),
    # Nothing of these is a frame.
    ("kết nạp: 2", "kết nạp: 2"),
    ("Tuyên truyền: 2 buổi", "Tuyên truyền: 2 buổi"),
    ("Báo cáo kết nạp 2: không giảm", "Báo cáo kết nạp 2: không giảm"),
    ("Không có gì. Nữ 45", "Không có gì. Nữ 45"),
    ("Tặng quà hết 2 triệu", "Tặng quà hết 2 triệu"),
]


@pytest.mark.parametrize(("text", "kept"), FRAMES)
def test_the_frame_of_a_letter(text: str, kept: str) -> None:
    assert without_frame(text, LABELS) == kept


TIDIED = [
    ("1\tKết nạp\t3\n2\tGiảm\t1\n3\tTổng số nữ\t31", "Kết nạp: 3\nGiảm: 1\nTổng số nữ: 31"),
    (
        "STT\tNội dung\tĐVT\tSố lượng\n1\tKết nạp\tngười\t3\n2\tGiảm\tngười\tkhông\n3\tNữ\tngười\t31",
        "Kết nạp: 3\nGiảm: không\nNữ: 31",
    ),
    ("Kết nạp\t3\nGiảm\t1\nNữ\t2", "Kết nạp: 3\nGiảm: 1\nNữ: 2"),
    ("1/ 2\n2/ 0\n3/ 47", "1) 2\n2) 0\n3) 47"),
    ("3/ 2\n2/ 0\n1/ 47", "3/ 2\n2/ 0\n1/ 47"),
    ("Tổng số nữ: tăng 1", "Tổng số nữ tăng 1"),
    ("đoàn viên vẫn thế không thêm không bớt, nữ 4", "kết nạp không, giảm không, nữ 4"),
    ("ko có ai ra vào, nữ vẫn thế", "kết nạp không, giảm không, nữ vẫn thế"),
    ("sk 0, th 4", "sk 0, tập huấn 4"),
    ("th 2 qua 3", "thăm hỏi 2 qua 3"),
    ("đt 0, tư 0", "đt 0, thỏa ước 0"),
    ("tt 1b/60l", "tuyên truyền 1 buổi, 60 lượt"),
    ("ko ket nap ai ca ma lai co 2 nguoi di", "ko ket nap ai ca, ma lai co 2 nguoi di"),
    ("Tổng nữ: 46 (tăng 1)", "Tổng nữ: 46"),
    ("sk: 0. th: 3", "sk: 0. tập huấn: 3"),
    ("1 buổi 28 ng, k đối thoại k thoả ước", "1 buổi 28 ng, k đối thoại, k thoả ước"),
    ("tuyên truyền ko đối thoại 1", "tuyên truyền ko đối thoại 1"),
    ("th 2", "th 2"),
    ("thứ tư 2 buổi", "thứ tư 2 buổi"),
    ("1/10 kết nạp 2", "1/10 kết nạp 2"),
]


@pytest.mark.parametrize(("text", "tidy"), TIDIED)
def test_layouts_and_short_names(text: str, tidy: str) -> None:
    assert tidied(text) == tidy


REPORTS = [
    (
        "- Kết nạp: 2\n- Giảm: 0\n- Tổng nữ: 46\n- Tuyên truyền: 1 buổi, 68 lượt\n- TƯLĐTT: 0",
        [2, 0, 46, 1, 68, 0],
    ),
    (
        "1. Đoàn viên: tăng 0, giảm 2 (cô Hoài nghỉ hưu). Nữ 44.\n2. Đối thoại 1. Thoả ước ko.\n3. Quà 4 suất.",
        [0, 2, 44, 1, 0, 4],
    ),
    (
        "giam khong tuyen truyen 2 buoi 110 luot doi thoai khong thoa uoc khong sang kien khong",
        [0, 2, 110, 0, 0, 0],
    ),
    ("Đối thoại không. Thăm sáu lượt, quà sáu suất, một triệu tám. Tập huấn mười.", [0, 6, 6, 1_800_000, 10]),
    ("Không kết nạp, không giảm, không đối thoại. Có tuyên truyền 1 buổi có 67 người.", [0, 0, 1, 67, 0]),
    ("tuyên truyền 1 buổi 64 đv; thăm hỏi 2; quà 2; số tiền 1.000.000", [1, 64, 2, 2, 1_000_000]),
    (
        "Kết nạp 2 giảm 1 nữ 46 buổi 1 lượt 60 đối thoại 0 thỏa ước 0 thăm 2 quà 4 tiền 2tr2 sk 0 tập huấn 0",
        [2, 1, 46, 1, 60, 0, 0, 2, 4, 2_200_000, 0, 0],
    ),
    ("giảm 0, tuyên truyền 1 buổi 28 người, đối thoại với thỏa ước thì không", [0, 1, 28, 0, 0]),
    ("2 kết nạp, 1 giảm, 46 nữ, 1 buổi, 60 lượt, 0 đối thoại, 2 thăm, 4 quà", [2, 1, 46, 1, 60, 0, 2, 4]),
    ("Kết nạp = 2; giảm = 1; nữ = 46; tuyên truyền = 1 buổi = 60 người", [2, 1, 46, 1, 60]),
    ("a) Kết nạp 2\nb) Giảm 1\nc) Nữ 46\nd) Tuyên truyền 1 buổi 60 lượt", [2, 1, 46, 1, 60]),
    ("1. Kết nạp: 2\n2. Tuyên truyền: 1 buổi, 60 người\n3. Thăm hỏi: 3\n4. Quà: 5", [2, 1, 60, 3, 5]),
    ("0 0 45 1 50 0 0 2 2 2200000 0 0", [0, 0, 45, 1, 50, 0, 0, 2, 2, 2_200_000, 0, 0]),
]


@pytest.mark.parametrize(("text", "values"), REPORTS)
def test_reports(text: str, values: list[int]) -> None:
    reply = split_reply(text, FIGURES[:3], FIGURES[3:], read, [LINES["members_total"]], 10)
    assert isinstance(reply, Values)
    assert [item.reading for item in reply.items] == [Given(value) for value in values]
    assert not reply.unread


def test_a_line_told_twice_is_no_ones() -> None:
    text = "kết nạp 2; giảm 1; quà 3; đối thoại 1; quà 4 suất"
    reply = split_reply(text, FIGURES[:3], FIGURES[3:], read, [], 10)
    items = reply.items if isinstance(reply, Values) else ()
    assert Given(3) not in [item.reading for item in items if item.code == "gifts"]


TEXTS_WITHIN = [
    ("kết nạp 2\n- Nổi bật: hội thao\n- Khó khăn: thiếu quỹ", "kết nạp 2", ["hội thao", "thiếu quỹ"]),
    ("Nổi bật: hội thao 20/10\nkết nạp 2, giảm 1", "kết nạp 2, giảm 1", ["hội thao 20/10"]),
    ("Nổi bật: góp 40 ngày công. Số liệu thì tuyên truyền 1 buổi", "Số liệu thì tuyên truyền 1 buổi",
     ["góp 40 ngày công."]),
    ("quà 2, nổi bật là hiến máu được 86 đơn vị máu, khó khăn thì thiếu nhân lực trực nhiều", "quà 2",
     ["hiến máu được 86 đơn vị máu", "thiếu nhân lực trực nhiều"]),
    ("Hoạt động nổi bật: hội thi cắm hoa", "", ["hội thi cắm hoa"]),
    ("hoạt động thì tuyên truyền 1 buổi 30 người", "hoạt động thì tuyên truyền 1 buổi 30 người", []),
    ("khó khăn là có", "khó khăn là có", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "left", "texts"), TEXTS_WITHIN)
def test_texts_within_a_report(text: str, left: str, texts: list[str]) -> None:
    before, told = told_texts(text, TEXTS, Labels(tuple(FIGURES)))
    assert (before, list(told.values())) == (left, texts)


def test_long_messages_are_read_in_time() -> None:
    for text in ("còn lại " * 500, "con lai" + " " * 4000 + "khong", "1/ 2\n" * 800, "th 2 qua 3, " * 300):
        said_of_rest(text)
        without_frame(tidied(text), LABELS)
        told_texts(text, TEXTS, LABELS)
