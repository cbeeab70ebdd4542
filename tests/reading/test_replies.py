"""Whole messages that answer several lines, by table: text → what each line got, the ways to ask, or too many."""

import pytest

from reporting.reading.readings import Absent, Ask, Given, Unreadable
from reporting.reading.replies import Item, Line, Reply, TooMany, Unsure, Values, split_reply
from reporting.values import Pair
from tests.reading.small_reader import read

IN = Line(1, "in", "count", "Kết nạp mới", ("kết nạp", "kn", "tăng"))
OUT = Line(2, "out", "count", "Giảm trong tháng", ("giảm", "chuyển đi"))
WOMEN = Line(3, "women", "count", "Trong đó nữ", ("nữ", "đoàn viên nữ"))
EVENTS = Line(4, "events", "count", "Số cuộc tuyên truyền", ("tuyên truyền", "cuộc"))
TURNS = Line(5, "turns", "count", "Số lượt người được tuyên truyền", ("lượt",))
GIFTS = Line(6, "gifts", "count", "Số suất quà", ("quà", "suất"))
SPENT = Line(7, "spent", "money", "Tiền quà", ("tiền quà", "trị giá", "tiền"))
AWARDS = Line(8, "awards", "pair", "Khen thưởng", ("khen",))
TOTAL = Line(9, "total", "count", "Tổng số đoàn viên", ("tổng số", "đoàn viên"))
WORRIES = Line(10, "worries", "text", "Khó khăn")
MET = Line(11, "met", "yesno", "Đã họp")

THREE, LATER = (IN, OUT, WOMEN), (EVENTS, TURNS, GIFTS, SPENT)


def shown(items: tuple[Item, ...]) -> str:
    """Items in short: "in=63 out=? women=same"; a question mark where nothing could be read."""

    def value(item: Item) -> str:
        match item.reading:
            case Given(Pair(collectives, persons)):
                return f"{collectives}+{persons}"
            case Given(found):
                return str(found)
            case Ask(candidates):
                return "|".join(map(str, candidates)) + "?"
            case Absent():
                return "missing"
            case Unreadable():
                return "?"
        return "same" if item.same_as_last else "nothing"

    return " ".join(f"{item.code}={value(item)}" for item in items)


def said(reply: Reply) -> str:
    match reply:
        case Values(items, unread):
            return shown(items) + "".join(f" [{part}]" for part in unread)
        case Unsure(readings):
            return "unsure: " + " / ".join(map(shown, readings))
        case TooMany(expected, got):
            return f"too many: {got} for {expected}"


PLAIN = {
    "63, 30, 2": "in=63 out=30 women=2",
    "63\n30\n2": "in=63 out=30 women=2",
    "63;30;2": "in=63 out=30 women=2",
    "63 ,30 ,2": "in=63 out=30 women=2",
    "63，30，2": "in=63 out=30 women=2",
    "63, 30, 2,": "in=63 out=30 women=2",
    "63, , 30": "in=63 out=30",
    "\n63\n\n30\n": "in=63 out=30",
    "63, 30": "in=63 out=30",
    "63": "in=63",
    "63 đv, 30 đv, 2 đv": "in=63 out=30 women=2",
    "63đv,30đv": "in=63 out=30",
    "1,250, 30, 2": "in=1250 out=30 women=2",
    "1.250": "in=1250",
    "1,250": "in=1250",
    "1 250\n30\n2": "in=1250 out=30 women=2",
    "- 63\n- 30\n- 2": "in=63 out=30 women=2",
    "1) 63\n2) 30\n3) 2": "in=63 out=30 women=2",
    "không, ko, 30": "in=0 out=0 women=30",
    "chưa có số liệu, 2, 30": "in=missing out=2 women=30",
    "như tháng trước, 2, giữ nguyên": "in=same out=2 women=same",
    "khoảng 50, 30, 2": "in=50? out=30 women=2",
    "abc, 30, 2": "in=? out=30 women=2",
    "63, 30, 2. Cảm ơn": "in=63 out=30 women=2",
    "Dạ em gửi, 63, 30, 2": "in=63 out=30 women=2",
    "tháng 10: 63, 30, 2": "in=63 out=30 women=2",
    "Báo cáo tháng 10\n63\n30\n2": "in=63 out=30 women=2",
    "abc": "in=?",
    "👍": "in=?",
    "": "in=?",
}

OTHER_SEPARATORS = {
    "63 30 2": "in=63 out=30 women=2",
    "63 đv 30 đv 2 đv": "in=63 out=30 women=2",
    "k k 2": "in=0 out=0 women=2",
    "không có 5 2": "in=0 out=5 women=2",
    "63 30, 2": "in=63 out=30 women=2",
    "63\t30\t2": "in=63 out=30 women=2",
    "1\t250\t300": "in=1 out=250 women=300",
    "63 / 30 / 2": "in=63 out=30 women=2",
    "63 | 30 | 2": "in=63 out=30 women=2",
    "63 và 30 và 2": "in=63 out=30 women=2",
    "3. 1. 2": "in=3 out=1 women=2",
    "63,30,2": "in=63 out=30 women=2",
}

UNSURE = {
    "63,30": "in=63 out=30",
    "63,300,2": "in=63 out=300 women=2 / in=63300 out=2",
    "1,250, 30": "in=1250 out=30 / in=1 out=250 women=30",
    "1 250": "in=1250 / in=1 out=250",
    "1 250, 30": "in=1250 out=30 / in=1 out=250 women=30",
    "1 250 30 2": "in=1250 out=30 women=2",
    "63 30": "in=63 out=30",
    "63 / 30": "in=63 out=30",
    "63/30/2": "in=63 out=30 women=2",
    "63 - 30 - 2": "in=63 out=30 women=2",
    "1.250.30": "in=1 out=250 women=30",
    "hai ba năm": "in=2 out=3 women=5",
    "không": "in=0 / in=0 out=0 women=0",
    "chưa có số liệu": "in=missing / in=missing out=missing women=missing",
    "như cũ": "in=same / in=same out=same women=same",
    "63 kết nạp 30": "in=30 out=63 / in=30 women=63 / in=63 out=30",
    "kết nạp nữ 30": "in=30 / women=30",
    "giảm 2, 63": "in=63 out=2 / out=2 women=63",
    "nữ 30, 2": "in=2 women=30 / out=2 women=30",
    "nữ 30, nữ 31": "women=30 / women=31",
    "CĐCS Sở Y tế\n63\n30": "out=63 women=30 / in=63 out=30",
}

LABELLED = {
    "kết nạp 63 nữ 30": "in=63 women=30",
    "nu 30, ket nap 63": "in=63 women=30",
    "kn: 63; giảm 2": "in=63 out=2",
    "Kết nạp: 63\nGiảm: 2\nNữ: 30": "in=63 out=2 women=30",
    "Kết nạp 63. Giảm 2. Nữ 30.": "in=63 out=2 women=30",
    "Kết nạp: 63 - Giảm: 2 - Nữ: 30": "in=63 out=2 women=30",
    "kết nạp 63/ nữ 30": "in=63 women=30",
    "nữ =30": "women=30",
    "30nữ 63kn": "in=63 women=30",
    "kn63 nu30": "in=63 women=30",
    "63 kết nạp, 2 giảm, 30 nữ": "in=63 out=2 women=30",
    "30 nữ, 63 kết nạp": "in=63 women=30",
    "63 nữ": "women=63",
    "Kết nạp\n63\nNữ\n30": "in=63 women=30",
    "kết nạp mới trong tháng được 63, nữ 30": "in=63 women=30",
    "tháng này kết nạp 63, giảm 2": "in=63 out=2",
    "kết nạp 63 đoàn viên, trong đó có 30 nữ": "in=63 women=30",
    "63 trong đó nữ 30": "in=63 women=30",
    "63 và nữ 30": "in=63 women=30",
    "kết nạp 63 (trong đó nữ 30)": "in=63 women=30",
    "63 (30 nữ)": "in=63 women=30",
    "Kết nạp mới (đoàn viên, tháng trước 5): 63\nGiảm: 2": "in=63 out=2",
    "không kết nạp, giảm 2": "in=0 out=2",
    "không tăng không giảm": "in=0 out=0",
    "nữ như cũ, kết nạp 5": "in=5 women=same",
    "gần kết nạp 63": "in=63?",
    "kết nạp khoảng 50 nữ 30": "in=50? women=30",
    "kết nạp 63, 30, 2": "in=63 out=30 women=2",
    "kết nạp 63, nữ 30, 2": "in=63 out=2 women=30",
    "63, 2, 30, tuyên truyền 5": "in=63 out=2 women=30 events=5",
    "kết nạp 63 giảm 2 nữ 30 tuyên truyền 5 cuộc 1200 lượt": "in=63 out=2 women=30 events=5 turns=1200",
    "quà 10 suất trị giá 5tr": "gifts=10 spent=5000000",
    "10 suất quà, tiền 5 triệu": "gifts=10 spent=5000000",
    "63 đoàn viên": "in=63",
    "nữ": " [nữ]",
    "quyên góp 5, kết nạp 63, giảm 2, nữ 30": "in=63 out=2 women=30 [quyên góp 5]",
}

NUMBERED = {
    "2) 5": "out=5",
    "dòng 2 5": "out=5",
    "câu 2: 5": "out=5",
    "2 = 5": "out=5",
    "4. 12 / 5. 30": "events=12 turns=30",
    "1) 63 2) 30 3) 2": "in=63 out=30 women=2",
    "1. 63\n3. 2": "in=63 women=2",
    "1. Nữ 30\n2. Kết nạp 63": "in=63 women=30",
    "9) 5": " [9) 5]",
}

ALIKE = {
    "kết nạp và giảm: không": "in=0 out=0",
    "tất cả không": "in=0 out=0 women=0",
    "tất cả đều bằng 0": "in=0 out=0 women=0",
    "đều không": "in=0 out=0 women=0",
    "deu khong co": "in=0 out=0 women=0",
    "không có gì": "in=0 out=0 women=0",
    "không có gì hết": "in=0 out=0 women=0",
    "cả 3 đều không": "in=0 out=0 women=0",
    "cả ba như cũ": "in=same out=same women=same",
    "tất cả chưa có số liệu": "in=missing out=missing women=missing",
    "cả 2 đều không": "in=?",
    "tất cả 5": "in=?",
}

COUNTED = {
    "63, 2, 30, 5, 4, 3, 5tr": "in=63 out=2 women=30 events=5 turns=4 gifts=3 spent=5000000",
    "63, 2, 30, 5": "too many: 4 for 3",
    "63,2,30,5": "too many: 4 for 3",
    "12 23 34 45": "too many: 4 for 3",
    "1, 2, 3, 4, 5, 6, 7tr, 8": "too many: 8 for 3",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *PLAIN.items(),
        *OTHER_SEPARATORS.items(),
        *LABELLED.items(),
        *NUMBERED.items(),
        *ALIKE.items(),
        *COUNTED.items(),
    ],
)
def test_three_lines(text: str, expected: str) -> None:
    assert said(split_reply(text, THREE, LATER, read)) == expected


@pytest.mark.parametrize("text", UNSURE)
def test_what_can_be_cut_in_several_ways_is_asked(text: str) -> None:
    assert said(split_reply(text, THREE, LATER, read)) == "unsure: " + UNSURE[text]


ONE = {
    "63": "in=63",
    "1 250": "in=1250",
    "63 đoàn viên": "in=63",
    "không": "in=0",
    "không có gì": "in=0",
    "như cũ": "in=same",
    "63, 30": "in=63|30?",
    "kết nạp: 63": "in=63",
    "1) 63": "in=63",
    "kết nạp 63, giảm 2": "in=63 out=2",
    "63 trong đó nữ 30": "in=63 women=30",
    "nữ 30": "women=30",
    "4) 5": "events=5",
    "5\n6\n7\n8": "in=5 out=6 women=7 events=8",
    "5\n6\n7": "in=?",
}


def test_one_line_takes_the_whole_unless_others_are_named() -> None:
    assert {text: said(split_reply(text, [IN], (OUT, WOMEN, EVENTS), read)) for text in ONE} == ONE


@pytest.mark.parametrize(
    ("text", "lines", "expected"),
    [
        ("1 250", (IN, OUT), "unsure: in=1250 / in=1 out=250"),
        ("1,250", (IN, OUT), "unsure: in=1250 / in=1 out=250"),
        ("1 250 30", (IN, OUT), "unsure: in=1250 out=30"),
        ("10, 5tr", (GIFTS, SPENT), "gifts=10 spent=5000000"),
        ("10 5tr", (GIFTS, SPENT), "gifts=10 spent=5000000"),
        ("10 5", (GIFTS, SPENT), "gifts=10 spent=5000000|5000|5?"),
        ("10, 5", (GIFTS, SPENT), "gifts=10 spent=5000000|5000|5?"),
        ("12 10 5tr", (GIFTS, SPENT), "too many: 3 for 2"),
        ("2 ty 3", (SPENT, GIFTS), "unsure: spent=2300000000 / spent=2000000000 gifts=3"),
        ("1 000 000", (SPENT, GIFTS), "spent=1000000"),
        ("34 tt, 54 cn\n5", (AWARDS, IN), "awards=34+54 in=5"),
        ("34 tt, 54 cn, 5", (AWARDS, IN), "awards=34+54 in=5"),
        ("khen thưởng: 34 tt, 54 cn; kết nạp 5", (AWARDS, IN), "awards=34+54 in=5"),
        ("đoàn viên 120, kết nạp 5", (IN, TOTAL), "in=5 total=120"),
        ("kết nạp 5 đoàn viên, giảm 2 đoàn viên", (IN, OUT, TOTAL), "in=5 out=2"),
        ("5 cuộc, 1200 lượt, 3 cuộc", (EVENTS, TURNS, MET), "events=5 turns=1200 met=3"),
        ("5\nhọp hai lần, tốt\nvui", (IN, WORRIES), "in=5 worries=họp hai lần, tốt\nvui"),
        ("không, 5", (AWARDS, IN), "awards=0+0 in=5"),
        ("1. 5\n2. 6\n3. 7", (EVENTS, TURNS, GIFTS), "events=5 turns=6 gifts=7"),
        ("1. 5\n2. 6\n3. 7", (OUT, WOMEN, EVENTS), "unsure: out=5 women=6 events=7 / out=6 women=7"),
    ],
)
def test_other_lines(text: str, lines: tuple[Line, ...], expected: str) -> None:
    assert said(split_reply(text, lines, (), read)) == expected


def test_a_text_question_takes_everything_as_it_is() -> None:
    text = "Kết nạp 63, nữ 30; tốt.\n- Hai việc"
    assert split_reply(f" {text} ", [WORRIES], THREE, read) == Values((Item("worries", text, Given(text)),))


def test_a_label_of_two_lines_goes_to_the_one_just_asked() -> None:
    now, later = Line(1, "now", "count", "Số lớp", ("lớp",)), Line(2, "later", "count", "Lớp khác", ("lớp",))
    assert said(split_reply("lớp 5, 6", (now, IN), (later,), read)) == "now=5 in=6"
    assert said(split_reply("lớp 5", (now, later), (), read)) == "unsure: now=5 / later=5"


def test_without_open_lines_only_named_ones_are_answered() -> None:
    assert said(split_reply("kết nạp 63", (), THREE, read)) == "in=63"
    assert split_reply("63, 2", (), THREE, read) == TooMany(0, 2)


def test_items_keep_what_was_typed() -> None:
    reply = split_reply("Kết nạp: 63 đv; nữ ko", THREE, (), read)
    assert isinstance(reply, Values)
    assert [(item.code, item.text) for item in reply.items] == [("in", "63 đv"), ("women", "ko")]
