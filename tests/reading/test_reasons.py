"""What of the words beside a doubt is a reason; most of what people type there is none."""

from datetime import date
from functools import partial

import pytest

from reporting.reading.doubt_reply import Asks, Denies, Either, Elsewhere, Explains, Mends, Said, doubt_reply
from reporting.reading.reader import read
from reporting.reading.readings import Given
from reporting.reading.reply_types import Line
from reporting.values import Value
from tests.reading.real_form import LINES

READ = partial(read, today=date(2023, 10, 12))
TEXTS = (
    Line(13, "highlights", "text", "Nổi bật", ("nổi bật", "hoạt động")),
    Line(14, "difficulties", "text", "Khó khăn, kiến nghị", ("khó khăn", "kiến nghị", "đề xuất")),
)
GROUPS = (
    ("members_admitted", "members_left", "members_women"),
    ("propaganda_events", "propaganda_turns", "dialogues", "tuldtt_new"),
    ("visits", "gifts", "gifts_vnd"),
    ("initiatives_recognised", "training_turns"),
)


def said(text: str, code: str, doubted: Value) -> Said:
    others = [line for line in (*LINES.values(), *TEXTS) if line.code not in (code, "members_total")]
    near = next(group for group in GROUPS if code in group)
    return doubt_reply(text, LINES[code], others, doubted, READ, "", near)


@pytest.mark.parametrize(
    ("text", "code", "doubted"),
    [
        ("vì mới sáp nhập trường", "members_women", 31),
        ("do tập huấn chuyển sang kỳ này", "training_turns", 31),
        ("nhân dịp Trung thu công đoàn tặng quà các cháu", "gifts", 31),
        ("đợt này cả trường đi", "training_turns", 31),
        ("nhan dip trung thu", "gifts", 31),
        ("đúng rồi, quà 20/10 cho cả trường", "gifts", 31),
        ("mới sáp nhập hai trường", "members_women", 31),
        ("hội thao 20/10 cả cơ quan dự", "propaganda_turns", 310),
    ],
)
def test_a_reason(text: str, code: str, doubted: int) -> None:
    found = said(text, code, doubted)
    assert isinstance(found, Explains)
    assert found.reason


@pytest.mark.parametrize(
    ("text", "code", "doubted", "unchanged"),
    [
        ("nữ vẫn thế, à cộng cô Mỷ nữa", "members_women", 0, True),
        ("nu van the a cong co My nua", "members_women", 0, True),
        ("không, tất cả vẫn thế", "members_women", 0, True),
        ("ko, van nhu thang truoc", "members_women", 0, True),
        ("không có gì thay đổi cháu ạ", "members_women", 0, True),
        ("giữ nguyên như trước", "members_women", 0, True),
        ("không, bác gõ lộn đấy", "gifts", 31, False),
        ("sai, để bác xem lại", "gifts", 31, False),
    ],
)
def test_no_and_unchanged_are_no_reason(text: str, code: str, doubted: int, unchanged: bool) -> None:
    assert said(text, code, doubted) == Denies(unchanged)


@pytest.mark.parametrize(
    ("text", "code", "doubted", "other"),
    [
        ("đối thoại ngày 5/10 lùi sang 20/10 nên bỏ đi", "gifts", 31, "dialogues"),
        ("tập huấn bên kia hoãn rồi", "gifts", 31, "training_turns"),
        ("đề nghị cấp trên hỗ trợ thêm kinh phí, năm 2022 có rồi", "gifts", 31, "difficulties"),
        ("mong công đoàn tỉnh quan tâm giúp đỡ", "gifts", 31, "difficulties"),
    ],
)
def test_about_another_line(text: str, code: str, doubted: int, other: str) -> None:
    assert said(text, code, doubted) == Elsewhere(other)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a the anh Quy dang lam a", "members_admitted"),
        ("có cô Mỷ mới vào", "members_women"),
        ("giảm có anh Páo", "members_admitted"),
        ("chị đang ở chợ", "gifts"),
    ],
)
def test_what_may_be_a_reason_is_asked(text: str, code: str) -> None:
    assert said(text, code, 6) == Either(())


@pytest.mark.parametrize(
    "text",
    ["thế anh Quý đang làm à", "bác chưa rõ ghi thế này có được không cháu", "gửi quà rồi tính sao nhỉ"],
)
def test_a_question(text: str) -> None:
    assert said(text, "gifts", 31) == Asks()


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("3 buổi mỗi buổi 28 người nên là 84", 84),
        ("3 buoi moi buoi 28 nguoi nen la 84", 84),
        ("28 người x 3 buổi = 84", 84),
        ("210 đúng, 4 buổi mà", 210),
        ("buổi 1 được 40, buổi 2 được 44, tổng 84", 84),
    ],
)
def test_what_comes_to_the_figure_confirms_it(text: str, doubted: int) -> None:
    found = said(text, "propaganda_turns", doubted)
    assert isinstance(found, Explains | Mends)
    if isinstance(found, Mends):
        assert Given(doubted) in [item.reading for item in found.items]


@pytest.mark.parametrize(
    ("text", "code", "doubted"),
    [
        ("31 đúng rồi", "gifts", 31),
        ("15 triệu đúng", "gifts_vnd", 15_000_000),
        ("cấp trên cho 10 triệu, đơn vị 5 triệu", "gifts_vnd", 15_000_000),
        ("280 x 3", "propaganda_turns", 840),
        ("3 buổi 280 người", "propaganda_turns", 840),
        ("không có nữ nào cả", "members_women", 0),
        ("đúng thế đấy em ạ", "gifts", 31),
    ],
)
def test_the_figure_said_again(text: str, code: str, doubted: int) -> None:
    assert isinstance(said(text, code, doubted), Explains)


@pytest.mark.parametrize(
    "text", ["cho các cháu", "chờ bác tí", "em hỏi chị Hoa đã", "tiền thì 5 triệu", "quà 1/6"]
)
def test_no_figure_is_made_of_words(text: str) -> None:
    assert said(text, "gifts", 31) == Either(())


@pytest.mark.parametrize("text", ["chị ghi nhầm", "bac go nham chau a", "nhầm rồi em"])
def test_typed_wrong(text: str) -> None:
    assert said(text, "gifts", 31) == Denies()


@pytest.mark.parametrize("text", ["không nhầm đâu", "không sai đâu em", "ko nham dau"])
def test_right_after_all(text: str) -> None:
    assert said(text, "gifts", 31) == Explains("")
