"""Replies to the monthly form's own lines, read by the real reader: what chairs type, group by group."""

from datetime import date
from pathlib import Path

import pytest

from reporting.forms.load import load_form
from reporting.reading.reader import read_answer as read_figure
from reporting.reading.readings import Ask, Given, Reading
from reporting.reading.replies import Item, Line, Reply, TooMany, Unsure, Values, split_reply
from reporting.values import Kind, Missing, Value

FORM = Path(__file__).parents[2] / "templates" / "forms" / "grassroots-monthly.md"
TODAY = date(2023, 10, 17)
GROUPS = (
    ("members_admitted", "members_left", "members_women"),
    ("propaganda_events", "propaganda_turns", "dialogues", "tuldtt_new"),
    ("visits", "gifts", "gifts_vnd"),
    ("initiatives_recognised", "training_turns"),
)


def read(kind: Kind, text: str) -> Reading:
    return read_figure(kind, text, TODAY)


def lines() -> dict[str, Line]:
    form = load_form(FORM.read_bytes(), FORM.name)
    return {
        question.code: Line(
            number, question.code, question.kind, question.label, question.words, question.agg == "sum"
        )
        for number, question in enumerate(form.questions, start=1)
        if question.kind != "text"
    }


LINES = lines()


def reply(group: int, text: str) -> Reply:
    """The reply in one group, all before it answered."""
    open_codes = [code for codes in GROUPS[group:] for code in codes]
    asked = [LINES[code] for code in GROUPS[group]]
    rest = [LINES[code] for code in open_codes[len(asked) :]]
    return split_reply(
        text, asked, rest, read, closed=[LINES[code] for code in LINES if code not in open_codes]
    )


def shown(items: tuple[Item, ...]) -> str:
    def written(value: Value) -> str:
        return "missing" if isinstance(value, Missing) else str(value)

    def said(item: Item) -> str:
        match item.reading:
            case Given(value):
                return written(value)
            case Ask(candidates):
                return "|".join(map(written, candidates)) + "?"
        return "same" if item.same_as_last else "?"

    return " ".join(f"{item.code}={said(item)}" for item in items)


def said(found: Reply) -> str:
    match found:
        case Values(items, unread):
            return shown(items) + "".join(f" [{part}]" for part in unread)
        case Unsure(readings):
            return "unsure: " + " / ".join(map(shown, readings))
        case TooMany(expected, got):
            return f"too many: {got} for {expected}"


def in_full(short: str) -> str:
    """Codes written out: "in=63 out=2"."""
    for name, code in SHORT.items():
        short = short.replace(f"{name}=", f"{code}=")
    return short


SHORT = {
    "in": "members_admitted", "out": "members_left", "women": "members_women", "total": "members_total",
    "events": "propaganda_events", "turns": "propaganda_turns", "talks": "dialogues", "deals": "tuldtt_new",
    "money": "gifts_vnd", "ideas": "initiatives_recognised", "trained": "training_turns",
}  # fmt: skip

MEMBERS = {
    "63, 2, 30": "in=63 out=2 women=30",
    "63 2 30": "in=63 out=2 women=30",
    "63,2,30": "in=63 out=2 women=30",
    "63/2/30": "unsure: in=63 out=2 women=30",
    "63 - 2 - 30": "unsure: in=63 out=2 women=30",
    "dạ 63, 2, 30 ạ": "in=63 out=2 women=30",
    "63 người, 2 người, 30 người": "in=63 out=2 women=30",
    "k, k, 30": "in=0 out=0 women=30",
    "chưa có, 2, 30": "in=0|missing? out=2 women=30",
    "5, 2, khoảng 30": "in=5 out=2 women=30?",
    "không": "in=0 out=0 women=?",
    "ket nap 3, giam 1, nu 24... a nham, nu 33": "in=3 out=1 women=33",
    "kết nạp 3, nữ 24, à nhầm 33": "unsure: in=33 women=24 / in=3 women=33",
    "nữ 24, à nhầm 33": "women=33",
    "tháng này hội thao cho 40 chị em": " [tháng này hội thao cho 40 người]",
    "chị em 40": "women=40",
    "nữ 30. giảm 2. kết nạp 3": "in=3 out=2 women=30",
    "nham, 33": "in=33",
    "à nhầm 33": "in=33",
    "sai rồi, 33": "in=33",
    "van 2": "in=2",
    "vẫn 2, 0, 30": "in=2 out=0 women=30",
    "kết nạp 63 nữ 30": "in=63 women=30",
    "nu 30, ket nap 63": "in=63 women=30",
    "63 vào, 2 ra, nữ 30": "in=63 out=2 women=30",
    "tăng 5 giảm 2 nữ 60": "in=5 out=2 women=60",
    "moi 63 nu 30": "in=63 women=30",
    "kết nạp mới 63 đoàn viên, không giảm, 30 nữ": "in=63 out=0 women=30",
    "63 đoàn viên mới, 2 chuyển đi, 30 nữ": "in=63 out=2 women=30",
    "số đoàn viên kết nạp mới trong kỳ 63": "in=63",
    "không có đoàn viên mới, giảm 1": "in=0 out=1",
    "nữ như tháng trước": "women=same",
    "Kết nạp mới: 63\nGiảm: 2\nTrong đó nữ: 30": "in=63 out=2 women=30",
    "1. Kết nạp mới (đoàn viên) – tháng trước 5: 63": "in=63",
    "1) 63 2) 2": "in=63 out=2",
    "kết nạp 63 nữ 30 thăm 5": "in=63 women=30 visits=5",
    "tổng 120, nữ 30": "women=30 total=120",
    "tổng số đoàn viên 120": "total=120",
    "63, 2": "in=63 out=2",
    "63, 2, 30, 5": "too many: 4 for 3",
    "12 23 34 45": "too many: 4 for 3",
    "63, 2, 30, 5, 1200, 3, 1, 5, 10, 3tr, 2, 5": "in=63 out=2 women=30 events=5 turns=1200 talks=3 deals=1 "
    "visits=5 gifts=10 money=3000000 ideas=2 trained=5",
}
ACTIVITY = {
    "5, 1200, 3, 1": "events=5 turns=1200 talks=3 deals=1",
    "5, 1.200, 0, 0": "events=5 turns=1200 talks=0 deals=0",
    "5 1 200 3 1": "unsure: events=5 turns=1200 talks=3 deals=1",
    "5 buổi, 1200 lượt, 3 cuộc, 1 bản": "events=5 turns=1200 talks=3 deals=1",
    "5 buổi 1200 lượt 3 cuộc 1 bản": "events=5 turns=1200 talks=3 deals=1",
    "tuyên truyền 5 buổi với 1200 lượt người, đối thoại 3, thỏa ước 1": "events=5 turns=1200 talks=3 deals=1",
    "5 buoi tuyen truyen, 1.200 luot nguoi, 0, 0": "events=5 turns=1200 talks=0 deals=0",
    "thỏa ước mới 3": "deals=3",
    "tất cả không": "events=0 turns=0 talks=0 deals=0",
    "kết nạp 65": "in=65",
    "2b 550 lượt, đt 1, tưlđ k": "events=2 turns=550 talks=1 deals=0",
    "2b 550l dt 1 tuldtt k": "events=2 turns=550 talks=1 deals=0",
    "2b, 550, 1, k": "events=2 turns=550 talks=1 deals=0",
    "tưlđtt 2": "deals=2",
    "ko": "events=0 turns=0 talks=0 deals=0",
    "k": "events=0 turns=0 talks=0 deals=0",
    "dạ không ạ": "events=0 turns=0 talks=0 deals=0",
    "không có gì": "events=0 turns=0 talks=0 deals=0",
    "0": "events=0",
    "tt 3 buoi, moi buoi 20 ng, doi thoai 1": "events=3 turns=60? talks=1",
    "tuyên truyền 3 buổi, mỗi buổi 20 người": "events=3 turns=60?",
    "3 buoi 60 luot ng chu": "events=3 turns=60",
    "thoa uoc ko co. tham hoi 2, qua 15 suat, 15 tr. a khoan, tham 3 chu ko phai 2": "deals=0 visits=3 gifts=15 "
    "money=15000000",
    "5 buổi. 1.200 lượt. đối thoại 3. thỏa ước 1": "events=5 turns=1200 talks=3 deals=1",
    "dự 65, tt 3": "events=3 turns=65",
    "dự 65 lg": "turns=65",
    "15 tr": "money=15000000?",
    "2 triệu lượt": "turns=?",
    "1) 5\n2) 1200\n3) 3\n4) 1": "unsure: events=5 turns=1200 talks=3 deals=1 / "
    "in=5 out=1200 members_opening=3 total=1",
}
CARE = {
    "5, 10, 3tr": "visits=5 gifts=10 money=3000000",
    "5 10 3tr": "visits=5 gifts=10 money=3000000",
    "5, 10, 3": "visits=5 gifts=10 money=3000000|3000|3?",
    "5 lượt 10 suất 3tr5": "visits=5 gifts=10 money=3500000",
    "thăm hỏi 5 đoàn viên, tặng 10 suất quà trị giá 5 triệu": "visits=5 gifts=10 money=5000000",
    "thăm 5, quà 10, tiền 3 triệu": "visits=5 gifts=10 money=3000000",
    "quà: 10 suất x 500k": "gifts=10 money=5000000?",
    "quà 10 suất, mỗi suất 500k": "gifts=10 money=5000000?",
    "quà 10 suất 500k": "gifts=10 money=5000000|500000?",
    "quà 120 suất 24 triệu": "gifts=120 money=24000000",
    "qua 120 suat 24 trieu, tham 5": "visits=5 gifts=120 money=24000000",
    "tặng 120 suất quà trị giá 24 triệu": "gifts=120 money=24000000",
    "thăm 5, quà 120 suất 24tr": "visits=5 gifts=120 money=24000000",
    "thăm khoảng 5, quà 120 suất 24 triệu": "visits=5? gifts=120 money=24000000",
    "thăm ko, quà 120 suất 24.000.000đ": "visits=0 gifts=120 money=24000000",
    "5 lượt thăm 3 suất quà 2tr": "visits=5 gifts=3 money=2000000",
    "quà 24tr 120 suất": "gifts=120 money=24000000",
    "quà 24 triệu": "money=24000000",
    "quà 50 nghìn": "money=50000",
    "quà 2 nghìn suất": "gifts=2000",
    "thăm 5 lượt 3 triệu, quà 20 suất 10 triệu": "visits=5 gifts=20 money=13000000?",
    "120 suất 24 triệu": "gifts=120 money=24000000",
    "thăm 2, quà 10 suất 500k": "visits=2 gifts=10 money=5000000|500000?",
    "4,5 triệu": "money=4500000",
    "thăm 5, 3tr": "visits=5 money=3000000",
    "15 tr la tien qua, tien cham lo": "money=15000000",
    "Thăm hỏi phải là 5 lượt, thầy Pâng ghi 4 là thiếu": "visits=5",
    "nhầm, thăm 3": "visits=3",
    "à khoan, thăm 3 chứ ko phải 2": "visits=3",
    "thăm 3 chứ không phải 2, quà 5": "visits=3 gifts=5",
    "thăm không phải 2 mà là 3": "visits=3",
    "không, không, không": "visits=0 gifts=0 money=0",
}
EMULATION = {
    "2, 5": "ideas=2 trained=5",
    "2 5": "ideas=2 trained=5",
    "sk 2, tập huấn 5": "ideas=2 trained=5",
    "sáng kiến không, tập huấn 5 người": "ideas=0 trained=5",
}
TABLE = [(n, *row) for n, table in enumerate((MEMBERS, ACTIVITY, CARE, EMULATION)) for row in table.items()]


@pytest.mark.parametrize(("group", "text", "expected"), TABLE)
def test_a_group(group: int, text: str, expected: str) -> None:
    assert said(reply(group, text)) == in_full(expected)


def test_a_lone_line_and_the_name_of_a_later_one_behind_the_figure() -> None:
    asked, later = LINES["members_admitted"], LINES["members_women"]
    assert said(split_reply("30 nữ", [asked], [later], read)) == in_full("unsure: in=30 / women=30")
    assert said(split_reply("63 trong đó nữ 30", [asked], [later], read)) == in_full("in=63 women=30")
    assert said(split_reply("63 đoàn viên", [asked], [later], read)) == in_full("in=63")
