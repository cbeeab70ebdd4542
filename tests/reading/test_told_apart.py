"""What stands beside visits, sessions and the rest, and is none of them: topics, prices, who came, so many lines."""

import pytest

from tests.reading.real_form import told

VISITS, GIFTS, VND = "visits", "gifts", "gifts_vnd"


@pytest.mark.parametrize(
    ("group", "text", "given", "never"),
    [
        # Names and figures with their units in one breath.
        (0, "kết nạp 2 người giảm 1 người nữ 46 người tuyên truyền 1 buổi 50 người đối thoại không có thỏa ước không"
            " ký thăm 3 người quà 3 suất hết 900 nghìn sáng kiến chưa có tập huấn 2 người",
         "members_women=46 propaganda_events=1 propaganda_turns=50 dialogues=0 gifts_vnd=900000", "dialogues=50"),
        (0, "ket nap 2 nguoi giam khong co nu 46 nguoi tuyen truyen 1 buoi 50 nguoi doi thoai khong thoa uoc khong",
         "members_left=0 propaganda_turns=50 dialogues=0 tuldtt_new=0", "dialogues=50"),
        (1, "tuyên truyền 2 buổi 88 người đối thoại không thỏa ước không có", "propaganda_turns=88 dialogues=0", ""),
        # Sessions by their days in the month reported.
        (1, "tháng này 2 buổi: 18/9 có 60 đ/c, 2/10 có 58 đ/c. đối thoại ko.", "propaganda_turns=118?", "=60"),
        (1, "trong kỳ 2 buổi: ngày 18/9 60 người, ngày 2/10 58 người", "propaganda_turns=118?", "=60"),
        (1, "tháng này 2 buổi, tháng trước 1 buổi 40 người", "propaganda_events=2", "propaganda_turns"),
        # By kind, one of them none; who came is not visited.
        (2, "thăm ốm 2 hiếu 1 hỷ 0. mỗi lần 1 suất 300k", "visits=3 gifts=3 gifts_vnd=900000?", ""),
        (2, "thăm bốn lượt người ốm, mỗi lượt năm trăm nghìn, quà không, 30 người dự", "visits=4 gifts=0", "34"),
        (2, "thăm 2 suất quà 2, tổng 700k", "visits=2 gifts=2 gifts_vnd=700000", ""),
        (2, "hết 2 triệu rưỡi cả thảy, thăm 4 suất quà 4", "visits=4 gifts=4 gifts_vnd=2500000", ""),
        (2, "Thăm hỏi: 2\nQuà: 0\nTiền: 1 000 000", "visits=2 gifts=0 gifts_vnd=1000000", ""),
        # A price is no sum, and a topic costs nothing.
        (0, "Thăm hỏi, tặng quà: 5 đoàn viên, 5 suất, 300k/suất; Tuyên truyền: 2 buổi x 60 người; Kết nạp: 4; Giảm: 3",
         "gifts=5 gifts_vnd=1500000?", "gifts_vnd=300000"),
        (1, "đối thoại 1 cuộc với giám đốc ngày 5/10 về tiền ăn ca 25k, tuyên truyền chưa làm", "dialogues=1", VND),
        (0, "Nữ còn 42. Đối thoại 1 cuộc. Công nhân kiến nghị tăng tiền ăn ca lên 30.000đ.", "dialogues=1", VND + "="),
        (2, "thăm 2, quà 1, tiền 300k", "visits=2 gifts=1 gifts_vnd=300000", ""),
        # So many of the lines asked.
        (1, "tuyên truyền 2 buổi 88 lượt, 2 mục sau k có", "dialogues=0 tuldtt_new=0", "=2 visits"),
        (1, "2 mục đầu không, đối thoại 1, thỏa ước 0", "propaganda_events=0 propaganda_turns=0 dialogues=1", ""),
        (1, "đối thoại 1, 2 mục sau k có", "dialogues=1", "dialogues=0"),
    ],
)  # fmt: skip
def test_what_is_told_apart(group: int, text: str, given: str, never: str) -> None:
    found = told(group, text)
    assert set(given.split()) <= set(found.split()), found
    assert not never or never not in found.split("[")[0], found
