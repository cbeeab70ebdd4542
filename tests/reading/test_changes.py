"""What a message changes in lines that it names, on the monthly form's lines."""

from collections.abc import Mapping

import pytest

from reporting.reading.changes import changes
from reporting.reading.elsewhere import tells_elsewhere
from reporting.reading.free_words import hardly_words, says_nothing, without_courtesy
from reporting.reading.readings import Absent, Ask, Given
from reporting.reading.reply_types import Item, Line
from reporting.values import Value
from templates.form_files import load_shipped
from tests.reading.test_replies_of_the_form import read

SHORT = {
    "in": "members_admitted", "out": "members_left", "women": "members_women", "events": "propaganda_events",
    "turns": "propaganda_turns", "talks": "dialogues", "visits": "visits", "gifts": "gifts", "money": "gifts_vnd",
    "ideas": "initiatives_recognised", "trained": "training_turns", "good": "highlights", "hard": "difficulties",
}  # fmt: skip
NAMES = {code: short for short, code in SHORT.items()}
STANDING: Mapping[str, Value] = {
    "members_admitted": 2, "members_left": 1, "members_women": 30, "propaganda_events": 1, "propaganda_turns": 60,
    "visits": 2, "gifts": 5, "gifts_vnd": 1_200_000, "training_turns": 25,
}  # fmt: skip


def _lines() -> list[Line]:
    asked = [q for q in load_shipped("grassroots-monthly").questions if q.code != "members_opening"]
    numbers = iter(range(1, len(asked) + 1))
    return [
        Line(-1 if q.computed else next(numbers), q.code, q.kind, q.short, q.words, flow=q.agg == "sum")
        for q in asked
        if q.kind != "note"
    ]


LINES = _lines()
TEXT = next(line for line in LINES if line.code == "highlights")


def _shown(item: Item) -> str:
    name = NAMES[item.code]
    if item.same_as_last:
        return f"{name}=same"
    match item.reading:
        case Given(value):
            return f"{name}={value}"
        case Ask(candidates):
            return f"{name}?{'|'.join(map(str, candidates))}"
        case Absent():
            return f"{name}=unknown"
    raise AssertionError(item)


def said(text: str) -> str:
    found = changes(text, LINES, STANDING.get, read)
    return "" if found is None else "; ".join(map(_shown, found.items))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cai so 12 sua lai hai muoi lam", "trained=25"),
        ("cái số 5 sửa lại 120", "turns=120"),
        ("so buoi tuyen truyen sua lai la mot", "events=1"),
        ("tập huấn sửa thành 25", "trained=25"),
        ("nham roi, tap huan 25 moi dung", "trained=25"),
        ("nham, khong ket nap ai ca", "in=0"),
        ("tien cham lo trieu ruoi", "money=1500000"),
        ("số nữ thì như tháng trước", "women=same"),
        ("tham om 2 nguoi, tien 1tr2", "visits=2; money=1200000"),
        ("tham hoi khong", "visits=0"),
        ("tiền đúng rồi, quà 25, thăm 7", "gifts=25; visits=7"),
        ("nghỉ hưu 2", "out=2"),
        ("thêm 1 chị nghỉ nữa, giảm 2", "out=2"),
        ("khoan, tham 3 chu ko phai 2", "visits=3"),
        ("dòng 12 chưa có số liệu", "trained=unknown"),
        ("dòng 13 không có gì", "good="),
        ("14 khong co gi", "hard="),
        ("xóa nổi bật đi, viết nhầm", "good="),
        ("mục 14 ko có j, xóa đi", "hard="),
        ("Sửa phần nổi bật thành không có ạ", "good="),
        ("kien nghi: mua ao bao ho", "hard=mua ao bao ho"),
        ("14 sửa lại là: thiếu kinh phí, mong hỗ trợ nhé", "hard=thiếu kinh phí, mong hỗ trợ"),
    ],
)
def test_what_is_to_stand_then(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bot 1 nguoi tap huan", "trained?24"),
        ("bớt 10 lượt người dự", "turns?50"),
        ("tiền chăm lo bớt 100 nghìn", "money?1100000"),
        ("tien them 300 nghin nua", "money?1500000|300000"),
        ("kết nạp thêm 1 bạn nữa", "in?3|1"),
        ("ket nap tang them 1 nguoi nua", "in?3|1"),
        ("sáng kiến thêm 1", "ideas=1"),
        ("bớt 40 lượt tập huấn", "trained?40"),
    ],
)
def test_what_is_added_or_taken_away_is_asked(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tháng sau trường chị dự kiến kết nạp 5 đoàn viên nữa em nhé",
        "Năm ngoái kết nạp 7 người, năm nay ít hơn",
        "nghe nói trường Bình Lư có 9 sáng kiến",
        "vì có thêm 5 người mới kết nạp",
        "do tổ chức hội thao nên đông",
        "lớp nghiệp vụ mở 3 buổi",
        "tuyên truyền 3 buổi 150 người",
        "Tập huấn 25 cán bộ về kỹ năng đối thoại",
        "tập huấn 25 phải không?",
        "Không phải em ơi, chị chỉ nói chuyện thôi, trả lại số cũ giúp chị",
        "cảm ơn em",
        "5",
        "",
    ],
)
def test_what_tells_something_else_changes_nothing(text: str) -> None:
    assert said(text) == ""


def test_other_times() -> None:
    assert tells_elsewhere("thang sau se ket nap 5")
    assert not tells_elsewhere("tháng này kết nạp 5")


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("Dạ không có gì nổi bật ạ", True), ("ko có j", True), ("không", True), ("k có gì hết", True),
        ("Không có kinh phí", False), ("không khí thi đua sôi nổi", False), ("Hội thao", False),
    ],
)  # fmt: skip
def test_words_that_say_there_is_nothing(text: str, nothing: bool) -> None:
    assert says_nothing(text, TEXT) is nothing


@pytest.mark.parametrize(
    ("text", "hardly"),
    [
        ("5", True), (":)", True), ("hạn nộp bao giờ", True), ("nham roi, tap huan 25 moi dung", True), ("thôi", False),
        ("tạm dừng", True), ("xem xét hỗ trợ kinh phí tập huấn", False), ("Tổ chức hội thao 20/10", False),
        ("Hạn hán làm mất mùa chè", False), ("Thăm đoàn viên ốm", False), ("đề nghị mua bảo hộ", False),
    ],
)  # fmt: skip
def test_what_is_hardly_meant_as_words(text: str, hardly: bool) -> None:
    assert hardly_words(text) is hardly


def test_only_a_courtesy_at_the_end_is_left_out() -> None:
    assert without_courtesy("xin cấp áo bảo hộ nhé") == "xin cấp áo bảo hộ"
    assert without_courtesy("de nghi mua ao bao ho") == "de nghi mua ao bao ho"
    assert without_courtesy("Nhà A") == "Nhà A"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("con 4 dv ket nap ghi nham, co 3 thoi", "in=3"),
        ("kết nạp ghi nhầm, chỉ có 3", "in=3"),
        ("suất quà báo sai rồi, 13 mới đúng", "gifts=13"),
        ("nữ tăng thêm 1 nữa, thành 48", "women=48"),
        ("nu tang 1 len 48", "women=48"),
        ("nữ giảm 1 còn 12", "women=12"),
        ("thăm hỏi trừ đi 1, còn 3", "visits=3"),
        ("tham hoi tru di 1 con 3", "visits=3"),
        ("thăm hỏi từ 2 lên 5", "visits=5"),
        ("quà 5 thành 6", "gifts=6"),
        ("giảm là không ai cả, 0", "out=0"),
        ("à nhầm, cái quà hôm nọ là 45 suất chứ không phải 5", "gifts=45"),
        ("lượt dự là 80 như tôi ghi đầu tiên ấy, lấy lại số của tôi", "turns=80"),
        ("xóa dòng 13", "good="),
        ("xóa dòng 8", "visits=0"),
        ("ND nổi bật sửa: tổ chức 20/10", "good=tổ chức 20/10"),
        ("kết nạp 3, giảm 1 còn 33", ""),
        ("kết nạp ghi nhầm rồi", ""),
        ("nổi bật sửa giúp em", ""),
    ],
)
def test_what_goes_on_in_the_next_clause(text: str, expected: str) -> None:
    assert said(text) == expected
