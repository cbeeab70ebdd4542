"""Visits, gifts and the money for them, told one by one, by kind, with sums for each: `reporting.reading.care`."""

from datetime import date
from functools import partial

import pytest

from reporting.reading.reader import read_answer
from reporting.reading.readings import Ask, Given
from reporting.reading.replies import Line, Values, split_reply

READ = partial(read_answer, today=date(2023, 10, 12))
LINES = (
    Line(4, "events", "count", "Buổi tuyên truyền", ("tuyên truyền", "buổi", "tt"), flow=True),
    Line(5, "turns", "count", "Lượt người dự", ("lượt", "lượt người", "người dự", "dự"), flow=True),
    Line(8, "visits", "count", "Lượt thăm hỏi", ("thăm", "thăm hỏi", "lượt thăm"), flow=True),
    Line(9, "gifts", "count", "Suất quà", ("quà", "suất", "suất quà"), flow=True),
    Line(10, "vnd", "money", "Tiền chăm lo", ("tiền", "tiền quà", "kinh phí", "trị giá"), flow=True),
    Line(11, "ideas", "count", "Sáng kiến", ("sáng kiến", "sk"), flow=True),
    Line(12, "training", "count", "Lượt tập huấn", ("tập huấn", "bồi dưỡng"), flow=True),
)
CARE = LINES[2:5]
OTHERS = (*LINES[:2], *LINES[5:])


def told(text: str) -> dict[str, object]:
    """What a reply to the three lines gives: a figure, or a tuple of those asked back."""
    reply = split_reply(text, CARE, OTHERS, READ, month=10)
    assert isinstance(reply, Values), reply
    found: dict[str, object] = {}
    for item in reply.items:
        match item.reading:
            case Given(value):
                found[item.code] = value
            case Ask(candidates):
                found[item.code] = candidates
    return found


@pytest.mark.parametrize(
    ("text", "visits", "gifts", "vnd"),
    [
        # Somebody by name is one visit; the sums of several are asked as one.
        ("thăm ốm cô Phương 300k, viếng bố thầy Sang 500k", 2, None, (800_000,)),
        ("Tham om co Phuong 300k, vieng bo thay Sang 500k, qua 0", 2, 0, (800_000,)),
        ("đi thăm chị Sua mổ ruột thừa, biếu 500 nghìn", 1, None, 500_000),
        ("có thăm ốm bác Sơn 200k", 1, None, 200_000),
        ("thăm cô ấy 500k", 1, None, 500_000),
        ("thăm anh Lử ốm với mẹ chị Pé mất, mỗi nhà 300", 2, None, (600_000,)),
        ("thăm cô Lan ốm, cô Hoa sinh em bé mỗi cô 300k", 2, None, (600_000,)),
        ("thăm cô Lan ốm 300k, chị Hoa đi cùng", 1, None, 300_000),
        ("thăm hỏi các cô giáo ốm hết 2 triệu", None, None, 2_000_000),
        ("Thăm thì có, bác Sừ 80 tuổi nằm viện 3 tuần 2 lần mỗi lần 500 nghìn", 2, None, (1_000_000,)),
        # A sum is never a count.
        ("1 đc ốm 300k", 1, None, 300_000),
        ("1 lượt, 300 nghìn", 1, None, 300_000),
        ("thế tính 1 lượt 200k, quà ko", 1, 0, 200_000),
        # By kind; a stated total counts.
        ("ốm 5, hiếu 1, tổng 6 lượt", 6, None, None),
        ("thăm ốm 3, sinh 2, hiếu 1", 6, None, None),
        ("Hiếu hỉ thì 1 đám cưới 1 đám ma, thăm hỏi 2 lượt, tiền mỗi đám 500", 2, None, (1_000_000,)),
        ("thăm 4 lượt (3 ốm mỗi người 300k, 1 hiếu 500k)", 4, None, (1_400_000,)),
        # For each, for all, or either.
        ("thăm ốm 5 ng mỗi ng 500k, trung thu 40 suất 150 nghìn/suất", 5, 40, (8_500_000,)),
        ("3 ca ốm x 300k, 1 đám hiếu 500k, 62 suất quà 20/10 mỗi suất 50k", 4, 62, (4_500_000,)),
        ("thăm 4, quà 4 suất x300k", 4, 4, (1_200_000,)),
        ("quà TT 40 suất 2 triệu, thăm 1 cô ốm 200 ngàn", 1, 40, (2_200_000,)),
        ("Quà Trung thu 38 suất x 60.000 = 2.280.000đ. Thăm 1 đ/c 200.000đ.", 1, 38, (2_480_000,)),
        ("tiền hết 2.350.000 gồm quà 8 suất 1.600.000 và thăm ốm 3 lượt 750.000", 3, 8, 2_350_000),
        ("thăm cô Hà 500 nghìn, với 5 suất quà 400 nghìn/suất, tổng 2 triệu rưỡi", 1, 5, 2_500_000),
        ("viếng 2 đám 400k", 2, None, (800_000, 400_000)),
        ("thăm 3 người 900k", 3, None, 900_000),
        ("10 suất, 5 suất 200k, 5 suất 100k; thăm hỏi 2 lượt mỗi lượt 250k", 2, 10, (2_000_000, 800_000)),
        ("thăm 1 cô ốm, mỗi cô 3 trăm nghìn với một hộp sữa 250 nghìn", 1, None, (550_000,)),
        ("đi thăm có 2 ca, mỗi ca 1 túi quà 500", 2, 2, (1_000_000,)),
        ("Mỗi khoa 1 suất, có 7 khoa, mỗi suất 3 trăm", None, 7, (2_100_000,)),
        ("Ốm 1 = 300; hiếu 2 = 1000; quà TT 33 cháu = 1650 (đơn vị nghìn đồng)", 3, 33, (2_950_000,)),
        # Days, classes and ages are no figures.
        ("20/10 tặng quà 31 chị em mỗi người 200", None, 31, (6_200_000,)),
        ("thăm 3 cô ốm mỗi cô 300k; quà 20-10 44 suất mỗi suất 100k", 3, 44, (5_300_000,)),
        ("5 suất quà cho học sinh lớp 5B, mỗi em 1 cái áo ấm 120k", None, 5, (600_000,)),
        # None.
        ("thăm quà đều không", 0, 0, 0),
        ("Quà, thăm hỏi tháng này chưa làm được", 0, 0, 0),
        ("chưa làm gì, mới lập mà em, quỹ còn có 4 triệu", 0, 0, 0),
        ("Không đi thăm ai, nhưng phát 12 suất quà gạo mỗi suất 10kg trị giá 180 nghìn", 0, 12, (2_160_000,)),
        # What is not the union's own.
        ("huyện tặng 5 suất quà, trường thăm 1 cô ốm 300k", 1, None, 300_000),
        ("Thăm 1 lượt tặng 1 suất quà 300k, chuyên môn hỗ trợ riêng 1 triệu", 1, 1, 300_000),
        ("3 suất quà 900k của phụ huynh ủng hộ", None, None, None),
    ],
)
def test_what_is_told_of_visits_and_gifts(text: str, visits: object, gifts: object, vnd: object) -> None:
    said = {"visits": visits, "gifts": gifts, "vnd": vnd}
    assert told(text) == {code: value for code, value in said.items() if value is not None}


@pytest.mark.parametrize(
    "text",
    [
        "tuyên truyền 2 buổi 80 lượt", "tham gia 2 buổi, 80 người", "trao đổi 2 buổi", "tặng giấy khen 3 đ/c",
        "học sinh nghèo 5 em", "tổ chức 1 buổi tuyên truyền trung thu cho 60 cháu", "có 1 đc nghỉ ốm",
        "kết quả 2 buổi", "tháng qua 3 buổi tuyên truyền",
    ],
)  # fmt: skip
def test_other_things_are_neither_visits_nor_gifts(text: str) -> None:
    reply = split_reply(text, LINES[:2], LINES[2:], READ, month=10)
    codes = {item.code for item in reply.items} if isinstance(reply, Values) else set()
    assert codes.isdisjoint({"visits", "gifts", "vnd"})


def test_the_rest_of_a_message_goes_to_its_own_lines() -> None:
    text = "tuyên truyền 1 buổi 70 lượt, thăm ốm cô Vân 300k, quà 5 suất mỗi suất 200k, sáng kiến 2"
    reply = split_reply(text, LINES[:2], LINES[2:], READ, month=10)
    assert isinstance(reply, Values)
    assert {item.code: item.reading for item in reply.items} == {
        "events": Given(1), "turns": Given(70), "visits": Given(1), "gifts": Given(5), "vnd": Ask((1_300_000,)),
        "ideas": Given(2),
    }  # fmt: skip
    assert not reply.unread


def test_somebody_visited_changes_no_figure_that_stands() -> None:
    reply = split_reply("em đi thăm c Lan ở Phong Thổ mới sinh", LINES[5:], (), READ, LINES[:5], month=10)
    codes = {item.code for item in reply.items} if isinstance(reply, Values) else set()
    assert "visits" not in codes


def test_money_told_after_other_money_may_come_on_top() -> None:
    reply = split_reply("quà 5 suất x 200k", (LINES[3],), (), READ, (*LINES[:3], *LINES[4:]), month=10)
    assert isinstance(reply, Values)
    assert {item.code: item.more for item in reply.items} == {"gifts": False, "vnd": True}


@pytest.mark.parametrize(
    "text", ["tham 2, ng ve du la 18 ng ca thay", "thăm 2 ng ốm, người về dự 18 cả thảy"]
)
def test_who_came_to_a_session_is_no_visit(text: str) -> None:
    assert told(text) == {"visits": 2, "turns": 18}
