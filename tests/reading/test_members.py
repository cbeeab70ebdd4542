"""Who came and who left as people tell it: the women among them are never the total of women."""

import pytest

from reporting.reading.members import Told, told_members, with_apart
from reporting.reading.members_same import nobody_moved, women_in_all
from reporting.reading.readings import Ask, Given
from reporting.reading.reply_types import Item, Line

CAME = Line(1, "came", "count", "Kết nạp mới", ("kết nạp", "kn", "mới", "tăng"), flow=True)
LEFT = Line(2, "left", "count", "Giảm", ("giảm", "ra", "nghỉ"), flow=True)
WOMEN = Line(3, "women", "count", "Tổng số nữ cuối kỳ", ("nữ", "chị em"))


def _told(text: str) -> Told:
    return told_members(text, (CAME, LEFT, WOMEN))


def _women(told: Told) -> tuple[int, ...] | None:
    return told.women.by if told.women else None


@pytest.mark.parametrize(
    ("text", "plain", "women"),
    [
        ("kết nạp 3 trong đó 2 nữ, ko giảm", "kết nạp 3, giảm 0", (2,)),
        ("Kết nạp 6, trong đó nữ 4; giảm 3 (nữ 2)", "kết nạp 6; giảm 3", (1,)),
        ("giam 2 nguoi deu la nu nghi huu 1/10", "giảm 2", (-2,)),
        ("Mới thêm được 1 bác sĩ nữ khoa Sản, 1 hộ lý nam", "kết nạp 2", (1,)),
        ("kết nạp 05 đồng chí, gồm 04 nữ và 01 nam", "kết nạp 5", (4,)),
        ("có 3 cán bộ thôi việc, 1 nữ 2 nam", "giảm 3", (-1,)),
        ("ko tăng, giảm 1 nữ, tuyên truyền 1 buổi", "kết nạp 0, giảm 1, tuyên truyền 1 buổi", (-1,)),
        ("kn 2 nữ, giảm 1 nam", "kết nạp 2, giảm 1", (2,)),
        ("ket nap 1 nu giam khong", "kết nạp 1, giam khong", (1,)),
        ("tháng này vào 8 người, ra 5 người. nữ vào 6, nữ ra 3", "kết nạp 8, giảm 5", (3,)),
        ("kết nạp bốn, nữ ba; giảm hai, nữ một", "kết nạp 4; giảm 2", (2,)),
        ("Hai cô vào, một thầy ra", "kết nạp 2, giảm 1", (2,)),
        ("kết nạp 1 thầy 2 cô", "kết nạp 3", (2,)),
        ("kết nạp hai bạn trẻ, một nam một nữ", "kết nạp 2", (1,)),
        ("kết nạp một nam một nữ, giảm 1, nữ 46", "kết nạp 2, giảm 1, nữ 46", None),
        ("kết nạp 2 (1 nữ), giảm 1", "kết nạp 2, giảm 1", (1, 0)),
        ("Nữ tăng 2 do kết nạp 2 cô nuôi, ko giảm", "kết nạp 2, giảm 0", (2,)),
        ("giảm 2 (cô Hoài nghỉ hưu, thầy Lý chuyển trường)", "giảm 2", (-1,)),
        ("nghỉ hưu: 01, chuyển đi: 01", "giảm 2", None),
        ("1 về hưu, 2 xin ra", "giảm 3", None),
        ("giảm 2: 1 về hưu, 1 chuyển trường", "giảm 2", None),
        ("Xin ra: không. Nghỉ hưu: 01 đc nữ. Chuyển đi: 01 đc nam.", "giảm 2", (-1,)),
        ("thêm 1 giảm 1, nữ vẫn 59", "kết nạp 1, giảm 1, nữ vẫn 59", None),
        ("thêm 2 đ/c mới (1 nữ), k ai đi cả, nữ lên 43", "kết nạp 2, giảm 0, nữ lên 43", None),
        ("cả năm kết nạp 6, tháng này 1 nữ thôi", "kết nạp 1", (1,)),
        ("k có gì đâu em, nữ vẫn 7", "kết nạp 0, giảm 0, nữ vẫn 7", None),
        ("+1 / -0 / 46", "kết nạp 1, giảm 0, nữ 46", None),
        ("Đoàn viên hiện có 72", "tổng số đoàn viên 72", None),
        ("nữ 48/74 đv, kết nạp 4", "nữ 48, kết nạp 4", None),
    ],
)
def test_who_came_and_left(text: str, plain: str, women: tuple[int, ...] | None) -> None:
    told = _told(text)
    assert (told.text.rstrip("."), _women(told)) == (plain, women)


def test_where_nothing_changed_the_women_are_last_months() -> None:
    told = _told("không có gì thay đổi em nhé")
    assert told.text == "kết nạp 0, giảm 0"
    assert told.women is not None and told.women.same_as_last


@pytest.mark.parametrize(
    "text",
    [
        "2, 1, 46",
        "kết nạp 2 giảm 1",
        "kết nạp 2, giảm 1, nữ 46",
        "kết nạp 2 nữ 46 giảm 1",
        "kết nạp 3, nữ 47, giảm 0",
        "giảm 2 nữ còn 190",
        "nữ tăng 3",
        "dự kiến kết nạp 3 (2 nữ)",
        "hình như ko ai vào ai ra cả",
        "kết nạp 3 chứ không phải 2 nữ",
        "tuyên truyền 2 buổi, thêm 1 buổi ở xã",
        "thăm hỏi 2, quà 2, nữ 46",
        "tập huấn thêm 2 người",
        "1 buổi, ngoài ra không có gì",
        "kết nạp 3 (thăm ốm 2)",
        "1\tĐoàn viên kết nạp mới\t3",
        "kết nạp bao nhiêu nữ?",
        "thăm 2 đồng chí nghỉ hưu 500k",
        "tặng quà 3 đồng chí nghỉ hưu mỗi người 500k",
        "gặp mặt 5 cán bộ nghỉ hưu",
        "có 1 đồng chí mất bố, viếng 500k",
        "kết nạp 2, giảm 0, nữ 47, tập huấn 2 đồng chí đi tỉnh",
    ],
)
def test_what_is_read_as_it_was(text: str) -> None:
    assert _told(text) == Told(text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("họp 1 buổi đủ 73 chị em", "họp 1 buổi đủ 73 người"),
        ("tập huấn 4 bạn, hai bạn nữ", "tập huấn 4 bạn"),
        ("1 buổi, 36 người cả trường dự, trong đó 26 nữ", "1 buổi, 36 người cả trường dự"),
        ("tặng quà 20 chị em", "tặng quà 20 người"),
        ("tuyên truyền 2 buổi 80 người, nữ 46", "tuyên truyền 2 buổi 80 người, nữ 46"),
        ("thăm hỏi 2, quà 2, 46 nữ", "thăm hỏi 2, quà 2, 46 nữ"),
    ],
)
def test_women_who_only_came_to_something(text: str, plain: str) -> None:
    assert _told(text).text == plain


def test_who_is_told_by_name_is_asked_and_who_is_on_leave_stays() -> None:
    named = _told("Có cô Mỷ mới về trường, thầy Páo chuyển về Mèo Vạc")
    assert [(item.code, item.reading) for item in named.items] == [("came", Ask((1,))), ("left", Ask((1,)))]
    assert _women(named) == (1,)
    stays = _told("có 1 đv nữ nghỉ thai sản 6 tháng, vẫn tính là đoàn viên. Kết nạp 0 giảm 0")
    assert (stays.text, stays.women) == ("Kết nạp 0 giảm 0", None)
    assert stays.aside == ("có 1 đv nữ nghỉ thai sản 6 tháng, vẫn tính là đoàn viên",)


def test_women_who_may_be_a_part_or_all_are_both() -> None:
    told = _told("kết nạp 3, nữ 2, giảm 0")
    assert told.women is not None
    assert (told.women.reading, told.women.by) == (Given(2), (2,))
    (item,) = with_apart((Item("women", "nữ 2", Given(2)),), told)
    assert not item.settled and item.told


@pytest.mark.parametrize("text", ["nữ ko đổi", "giảm 1, nữ vẫn thế ạ", "còn chị em thì như cũ"])
def test_women_as_last_month(text: str) -> None:
    women = _told(text).women
    assert women is not None and women.same_as_last


def test_nobody_moved_only_where_that_is_all() -> None:
    assert nobody_moved("thỏa ước không thay đổi gì nhiều") == ("thỏa ước không thay đổi gì nhiều", "")
    assert told_members("không", (WOMEN,), (CAME, LEFT)).text == "không"


def test_the_total_of_women_in_so_many_words() -> None:
    assert women_in_all("tổng số nữ 46") == 46
    assert women_in_all("2 nữ mới") is None
    assert women_in_all("tổng nữ 46 hay tổng nữ 47") is None


def test_parts_that_are_not_as_many_are_asked() -> None:
    told = _told("kết nạp 2 bạn, 1 nam và 2 nữ")
    assert [(item.code, item.reading) for item in told.items] == [
        ("came", Ask((2, 3)))
    ] and told.women is None


def test_two_or_three_are_not_two() -> None:
    assert _told("kết nạp hai ba bạn gì đó").text == "kết nạp hai ba bạn gì đó"
