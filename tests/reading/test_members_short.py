"""Who came and left in signs and few words; people not yet admitted are none."""

import pytest

from reporting.reading.members import Told, told_members
from reporting.reading.members_short import in_verbs
from tests.reading.test_members import CAME, LEFT, WOMEN


def _told(text: str) -> Told:
    return told_members(text, (CAME, LEFT, WOMEN))


@pytest.mark.parametrize(
    ("text", "plain", "women"),
    [
        ("ĐV +3 -0 (3 bạn nữ phòng giao dịch)", "kết nạp 3, giảm 0", (3,)),
        ("ĐV: +3/-1", "kết nạp 3, giảm 1", None),
        ("đoàn viên +2 (1 nữ) -1 (nam)", "kết nạp 2, giảm 1", (1,)),
        ("ĐV: +1 (nữ)\nNữ: 46", "kết nạp 1\nNữ: 46", None),
        ("Tổ may 1: +2 nữ\nTổ may 2: +1 nam\nKho: -1 nam\nVăn phòng: ko đổi", "kết nạp 3\n\ngiảm 1", (2,)),
        ("3 nữ mới, 0 giảm", "kết nạp 3, 0 giảm", (3,)),
        ("mới 3 nữ, giảm 0", "kết nạp 3, giảm 0", (3,)),
        ("2 nữ mới 1 nam mới, giảm 0", "kết nạp 3, giảm 0", (2,)),
        ("2 đv mới, giảm 1, nữ 46", "kết nạp 2, giảm 1, nữ 46", None),
        ("2 bạn mới (1 nữ), 1 nghỉ", "kết nạp 2, giảm 1", (1, 0)),
        (
            "tính cả năm là 9 đv mới còn kỳ này 2 thôi b, giảm 1, nữ lên 46",
            "kết nạp 2, giảm 1, nữ lên 46",
            None,
        ),
        ("cả năm kn 9 còn tháng này 2 (1 nữ), giảm 0", "kết nạp 2, giảm 0", (1,)),
        ("từ đầu năm 12 đv mới nhưng kỳ này có 3 nữ, giảm 1 nam", "kết nạp 3, giảm 1", (3,)),
        ("Chuyển đến 1 (nữ), chuyển đi 1 (nam). Kết nạp mới ko", "kết nạp 0, giảm 1", (1,)),
        ("tiếp nhận 8 công nhân mới vào công đoàn (7 nữ), nghỉ việc 4 (3 nữ)", "kết nạp 8, giảm 4", (4,)),
        ("nhận 3 bạn mới về (2 nữ), nghỉ 1", "kết nạp 3, giảm 1", (2, 1)),
        ("kết nạp 5 cn mới đều nữ, nghỉ việc 3 (2 nữ 1 nam)", "kết nạp 5, giảm 3", (3,)),
        ("mới tuyển 4 nhưng chưa kết nạp được, giảm 1 nam", "kết nạp 0, giảm 1", (0,)),
        ("có 2 cô mới về nhưng chưa vào công đoàn. giảm 0", "kết nạp 0. giảm 0", None),
    ],
)
def test_in_signs_and_few_words(text: str, plain: str, women: tuple[int, ...] | None) -> None:
    told = _told(text)
    assert (told.text, told.women.by if told.women else None) == (plain, women)


@pytest.mark.parametrize(
    "text",
    [
        "thăm 2 nữ mới sinh",
        "tặng quà 3 nữ mới, giảm 0",
        "đoàn viên +2, buổi +1",
        "- 2 nữ mới kết nạp\n- 1 nam về hưu",
        "TT 2 buổi: 35 + 38 ng",
        "-1 nam",
        "kết nạp 2, còn 3 người mới vào chưa kết nạp, giảm 0",
        "tuyên truyền 1 buổi, thêm 2 nữ mới dự",
    ],
)
def test_what_tells_of_something_else_stays(text: str) -> None:
    assert in_verbs(text) == (text, ())


def test_people_not_yet_admitted_are_told_aside() -> None:
    told = _told("có 3 người mới vào làm nhưng chưa kết nạp, đợi tháng sau. Giảm không. Nữ như cũ")
    assert told.text.startswith("kết nạp 0. Giảm không")
    assert told.aside == ("có 3 người mới vào làm nhưng chưa kết nạp, đợi tháng sau",)
    assert told.women is not None and told.women.same_as_last
