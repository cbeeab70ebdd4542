"""Ways of writing that mean what others mean, and what only looks like them."""

import pytest

from reporting.periods import Month
from reporting.reading.like_last import with_last_month
from reporting.reading.sessions import listed
from reporting.reading.tidied import tidied
from reporting.reading.ways_of_writing import plainly_written


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("giảm một (01) đồng chí, nữ bốn mươi lăm (45)", "giảm một đồng chí, nữ bốn mươi lăm"),
        ("kết nạp 02 (hai) người", "kết nạp 02 người"),
        ("kết nạp 3 (2 nữ)", "kết nạp 3 (2 nữ)"),
        ("1tr tròn, thăm 3", "1tr, thăm 3"),
        ("tuyên truyền 1 bữa 65 người", "tuyên truyền 1 buổi 65 người"),
        ("tặng 1 bữa cơm công đoàn", "tặng 1 bữa cơm công đoàn"),
        ("3 cuộc mỗi cuộc 20 người", "3 buổi mỗi buổi 20 người"),
        ("đối thoại 3 cuộc mỗi cuộc 20 người", "đối thoại 3 cuộc mỗi cuộc 20 người"),
        ("có mặt 70/72 đv", "70 người dự"),
        ("1 cuộc / 64 lượt / 0 / 0", "1 cuộc, 64 lượt, 0, 0"),
        ("Kết nạp: 1+1=2, giảm: 1 (hưu) + 1 (chuyển) = 2", "Kết nạp: 2, giảm: 2"),
        ("nữ 45+2-1 là 46", "nữ 46"),
        ("kết nạp 1+1=3", "kết nạp 1+1=3"),
        ("Đv: +2 -1, nữ 45", "Đv: kết nạp 2, giảm 1, nữ 45"),
        ("nữ từ 45 lên 47", "nữ 47"),
        ("nữ 45 như cũ", "nữ 45"),
        ("y chang tháng trc nha", "như tháng trước nha"),
        ("kết nạp 2, nữ 45, mấy cái kia để chị tra sổ đã", "kết nạp 2, nữ 45"),
        ("nữ 45, mấy cái kia 0 hết", "nữ 45, mấy cái kia 0 hết"),
        ("0,0,45 nhé e", "0,0,45"),
        ("giảm 1 à nhầm giảm 2, kết nạp 0", "giảm 2, kết nạp 0"),
        ("3 buổi, buổi nào cũng đủ 70 người", "3 buổi, mỗi buổi 70 người"),
        ("62 người ngồi nghe", "62 người dự"),
        ("lần 2 tổ nữ công 20 người", "lần 2 tổ công đoàn 20 người"),
        ("nữ công nhân 12", "nữ công nhân 12"),
        ("SK với TH ko có", "sáng kiến và tập huấn ko có"),
    ],
)
def test_what_is_put_in_plain_words(typed: str, plain: str) -> None:
    assert plainly_written(typed) == plain


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("như tháng 9", "như tháng trước"),
        ("giống tháng 09/2023 nhé", "giống tháng trước nhé"),
        ("như tháng 9/2022", "như tháng 9/2022"),
        ("như tháng 8", "như tháng 8"),
        ("như tháng 10", "như tháng 10"),
        ("kết nạp tháng 9 là 4", "kết nạp tháng 9 là 4"),
    ],
)
def test_last_month_by_its_number(typed: str, plain: str) -> None:
    assert with_last_month(typed, Month(2023, 10)) == plain


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("2 buổi tuyên truyền: PCCC 55 lượt, ATGT 61 lượt", "2 buổi tuyên truyền, 55 + 61 người"),
        ("2 cuộc tuyên truyền ạ, 1 cuộc 30 người, 1 cuộc 24 người. Đối thoại 0",
         "2 cuộc tuyên truyền, 30 + 24 người. Đối thoại 0"),
        ("3 buổi: 25 người, 31 người, quà 66 suất", "3 buổi: 25 người, 31 người, quà 66 suất"),
        ("1 buổi: 25 người", "1 buổi: 25 người"),
        ("tuyên truyền 2 đợt: đợt 1: 27ng, đợt 2: 33ng", "tuyên truyền 2 đợt, 27 + 33 người"),
    ],
)  # fmt: skip
def test_sessions_told_one_by_one(typed: str, plain: str) -> None:
    assert listed(typed) == plain


def test_a_table_of_two_months_gives_the_later_one() -> None:
    rows = ["TT\tChỉ tiêu\tTháng 9\tTháng 10", "1\tKết nạp mới\t2\t1", "2\tGiảm\t1\t0", "3\tNữ\t45\t46"]
    assert tidied("\n".join(rows)) == "Kết nạp mới: 1\nGiảm: 0\nNữ: 46"
    rows[0] = "TT\tChỉ tiêu\tKỳ này\tKỳ trước"
    assert tidied("\n".join(rows)) == "Kết nạp mới: 2\nGiảm: 1\nNữ: 45"
