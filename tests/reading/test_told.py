"""Words where figures are asked: texts under their labels, and stories."""

import pytest

from reporting.reading.reply_types import Line
from reporting.reading.told import is_story, told_more, told_texts

GOOD = Line(14, "good", "text", "Nổi bật", ("nổi bật", "hoạt động"))
BAD = Line(15, "bad", "text", "Khó khăn, kiến nghị", ("khó khăn", "kiến nghị", "đề xuất"))
IN = Line(1, "in", "count", "Kết nạp mới", ("kết nạp", "kn", "mới"))
WOMEN = Line(4, "women", "count", "Trong đó nữ", ("nữ", "chị em"))
TURNS = Line(6, "turns", "count", "Lượt người dự", ("lượt",))


@pytest.mark.parametrize(
    ("text", "before", "told"),
    [
        (
            "nổi bật: tổ chức hội thao, khó khăn: thiếu kinh phí",
            "",
            {"good": "tổ chức hội thao", "bad": "thiếu kinh phí"},
        ),
        ("Nổi bật: hội thao\nKhó khăn: thiếu quỹ", "", {"good": "hội thao", "bad": "thiếu quỹ"}),
        ("noi bat: múa, hát; kho khan: xa", "", {"good": "múa, hát", "bad": "xa"}),
        ("hội thao vui, khó khăn: xa", "hội thao vui", {"bad": "xa"}),
        ("khó khăn: xa, kiến nghị: thêm xe", "", {"bad": "xa, kiến nghị: thêm xe"}),
        ("nổi bật: thi, kiến nghị: thêm xe", "", {"good": "thi", "bad": "kiến nghị: thêm xe"}),
        ("5, 2, 30", "5, 2, 30", {}),
        ("12, 0, 3, nổi bật: hội thao", "12, 0, 3", {"good": "hội thao"}),
        ("thăm hộ khó khăn: 3 nhà", "thăm hộ khó khăn: 3 nhà", {}),
        ("khó khăn, thiếu kinh phí", "khó khăn, thiếu kinh phí", {}),
        ("nổi bật:", "nổi bật:", {}),
    ],
)
def test_texts_are_parted_at_known_labels_with_a_colon_only(
    text: str, before: str, told: dict[str, str]
) -> None:
    assert told_texts(text, (GOOD, BAD)) == (before, told)


@pytest.mark.parametrize(
    ("text", "story"),
    [
        ("tháng này đơn vị tổ chức hội thao cho 40 anh chị em vui lắm", True),
        ("hôm 20/10 công đoàn tổ chức văn nghệ chào mừng rất vui", True),
        ("tháng này kết nạp được khoảng 40 đoàn viên mới trong đợt vừa rồi", False),
        ("hội nghị người lao động vừa rồi có 40 lượt người tham dự", False),
        ("mở 2 lớp tuyên truyền, mỗi lớp chừng 600 người đến nghe", False),
        ("chưa rõ", False),
        ("63, 2, 30", False),
    ],
)
def test_a_story_is_told_from_an_answer(text: str, story: bool) -> None:
    assert is_story(text, (IN, WOMEN, TURNS)) is story


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("thêm vào mục 14: tọa đàm 20/10 cho 46 nữ", ("good", "tọa đàm 20/10 cho 46 nữ")),
        ("bo sung vao noi bat: hội thao", ("good", "hội thao")),
        ("thêm kiến nghị: xin xe", ("bad", "xin xe")),
        ("thêm vào mục 1: 5", None),
        ("thêm 5 đoàn viên", None),
        ("nổi bật: hội thao", None),
    ],
)
def test_what_is_to_follow_the_words_of_a_line(text: str, more: tuple[str, str] | None) -> None:
    assert told_more(text, (GOOD, BAD)) == more
