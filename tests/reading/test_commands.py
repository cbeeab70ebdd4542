"""Commands by table: what people type → the command's name and argument; and what is no command."""

import unicodedata

import pytest

from reporting.reading import command_words
from reporting.reading.commands import Command, command, is_greeting, is_thanks
from reporting.text import fold

TABLE = {
    "lùi": "back",
    "LUI": "back",
    "quay lai": "back",
    "Trở lại.": "back",
    "?": "help_here",
    "??": "help_here",
    "？": "help_here",
    "là sao?": "help_here",
    "nghia la gi": "help_here",
    "giải thích giúp em": "help_here",
    "bỏ qua": "skip",
    "bo qua nhe": "skip",
    "để sau câu này": "skip",
    "tạm dừng": "pause",
    "để sau": "pause",
    "dừng": "pause",
    "dạ mai làm ạ": "pause",
    "lát nữa nhé": "pause",
    "tiếp tục": "resume",
    "lam tiep": "resume",
    "tiếp": "resume",
    "xem": "view",
    "dạ cho em xem ạ": "view",
    "cho tôi xem lại báo cáo với": "view",
    "huy": "cancel",
    "huỷ": "cancel",
    "hủy": "cancel",
    "thoát": "cancel",
    "bỏ": "cancel",
    "trợ giúp": "help",
    "/trogiup": "help",
    "/help": "help",
    "Help": "help",
    "giúp": "help",
    "như tháng trước": "same_as_last",
    "nhu cu": "same_as_last",
    "y như tháng trước ạ": "same_as_last",
    "giữ nguyên": "same_as_last",
    "bắt đầu": "start",
    "/start": "start",
    "bao cao": "start",
    "làm báo cáo": "start",
    "không phát sinh": "no_activity",
    "ko phat sinh": "no_activity",
    "k có gì phát sinh ạ": "no_activity",
    "gửi": "send",
    "Gui bao cao": "send",
    "nộp": "send",
    "lịch sử": "history",
    "các tháng trước": "history",
    "việc": "tasks",
    "viec can lam": "tasks",
    "đúng": "yes",
    "dung": "yes",
    "đúng vậy ạ": "yes",
    "OK": "yes",
    "đồng ý": "yes",
    "không phải tôi": "no",
    "ko phai toi": "no",
    "sai": "no",
    "tiến độ": "progress",
    "/tiendo": "progress",
    "tiến độ thế nào rồi": "progress",
    "tổng hợp": "totals",
    "nhắc": "nudge",
    "sửa": "fix",
    "trả lại": "return",
    "nhập hộ": "enter_for",
    "biểu đồ": "chart",
}

WITH_ARGUMENT = {
    "sửa 5": ("fix", "5"),
    "chữa 5 12": ("fix", "5 12"),
    "chữa lại buổi tuyên truyền là 3": ("fix", "buổi tuyên truyền là 3"),
    "chua lai 5": ("fix", "5"),
    "xong roi gui di": ("send", ""),
    "b dau di": ("start", ""),
    "sửa dòng 5": ("fix", "5"),
    "Sửa câu số 5 ạ": ("fix", "5"),
    "/sua 5": ("fix", "5"),
    "sua 5 12": ("fix", "5 12"),
    "sửa 5 = 12": ("fix", "5 = 12"),
    "sửa 5: 98,5%": ("fix", "5: 98,5%"),
    "sửa kết nạp 12": ("fix", "kết nạp 12"),
    "sửa cho em dòng 5 nhé": ("fix", "5"),
    "sửa lại nữ thành 30": ("fix", "nữ thành 30"),
    "tiến độ tháng 9": ("progress", "tháng 9"),
    "/tiendo 10/2023": ("progress", "10/2023"),
    "/tiendo@BaocaoBot 10/2023": ("progress", "10/2023"),
    "tong hop thang 9/2023": ("totals", "thang 9/2023"),
    "cho tôi tổng hợp của quý 3 nhé": ("totals", "của quý 3"),
    "tổng hợp 9": ("totals", "9"),
    "/tonghop": ("totals", ""),
    "so sánh quý 3": ("compare", "quý 3"),
    "nhắc Sở Y tế": ("nudge", "Sở Y tế"),
    "nhắc nhở CĐCS xã Tả Lèng đi ạ": ("nudge", "CĐCS xã Tả Lèng"),
    "nhắc xã Hồng Thu": ("nudge", "xã Hồng Thu"),
    "trả lại Sở Y tế": ("return", "Sở Y tế"),
    "nhập hộ CĐCS Y": ("enter_for", "CĐCS Y"),
    "/start ABCD-EF23": ("start_code", "ABCD-EF23"),
    "/start abcdef23": ("start_code", "ABCD-EF23"),
    "/start chào": ("start_code", "chào"),
}

NOT_COMMANDS = [
    "", " ", "63", "63, 30", "không", "ko", "k", "chưa", "chưa có", "có", "dạ", "abc", "👍", "kết nạp 63", "sữa 5",
    "xém", "tiến độ của Sở Y tế", "tổng hợp tình hình khó khăn", "lùi\nxem", "-", "!", "/abc", "/", "nam",
    "xem " * 100, "không biết", "chưa có số liệu", "hai mươi", "đoàn viên mới quý 3?", "bỏ qua câu 5",
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), TABLE.items())
def test_whole_messages_are_commands(text: str, name: str) -> None:
    assert command(text) == Command(name)


@pytest.mark.parametrize(("text", "expected"), WITH_ARGUMENT.items())
def test_arguments_are_kept_as_typed(text: str, expected: tuple[str, str]) -> None:
    assert command(text) == Command(*expected)


@pytest.mark.parametrize("text", NOT_COMMANDS)
def test_other_messages_are_none(text: str) -> None:
    assert command(text) is None
    assert command(text, narrow=True) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lùi", Command("back")),
        ("?", Command("help_here")),
        ("bỏ qua", Command("skip")),
        ("tạm dừng", Command("pause")),
        ("xem", Command("view")),
        ("hủy", Command("cancel")),
        ("trợ giúp", Command("help")),
        ("sửa 5", Command("fix", "5")),
        ("sửa dòng 5", Command("fix", "5")),
        ("sửa chữa nhà công đoàn", None),
        ("sửa 8: hơn 320", Command("fix", "8: hơn 320")),
        ("sửa 8: 320", Command("fix", "8: 320")),
        ("sửa dòng 8 thành khoảng 320 ạ", Command("fix", "8 thành khoảng 320")),
        ("sua 11 12 trieu", Command("fix", "11 12 trieu")),
        ("sửa 11: gần 45 triệu đồng", Command("fix", "11: gần 45 triệu đồng")),
        ("sửa 8: nhà hơn 320", None),
        ("sửa 2 3 phòng học", None),
        ("sửa 8: hội thao", None),
        ("sửa 5 mái nhà", None),
        ("sửa", None),
        ("không", None),
        ("không phát sinh", None),
        ("gửi", Command("send")),
        ("gửi quà cho đoàn viên", None),
        ("báo cáo", None),
        ("đúng", None),
        ("như tháng trước", None),
        ("nhắc nhở đoàn viên", None),
        ("/start ABCD-EF23", None),
    ],
)
def test_a_text_question_knows_few_commands(text: str, expected: Command | None) -> None:
    assert command(text, narrow=True) == expected


PHRASES = [
    (name, text)
    for table in (command_words.PHRASES, command_words.BEFORE_PERIOD)
    for name, texts in table.items()
    for text in texts
]


@pytest.mark.parametrize(("name", "text"), PHRASES)
def test_every_phrase_works_however_it_is_written(name: str, text: str) -> None:
    for written in (text, text.upper(), unicodedata.normalize("NFD", text), f"dạ {text} ạ.", f"  {text}  "):
        assert command(written) == Command(name), written


def test_phrases_without_diacritics_are_themselves_or_the_name_before_in_the_table() -> None:
    names = list(command_words.PHRASES) + list(command_words.BEFORE_PERIOD)
    clashes = {}
    for name, text in PHRASES:
        found = command(fold(text))
        assert found is not None, text
        if found.name != name:
            clashes[text] = found.name
            assert names.index(found.name) < names.index(name)
    assert clashes == {"dừng": "yes"}


def test_no_phrase_stands_twice() -> None:
    texts = [text for _, text in PHRASES]
    assert len(texts) == len(set(texts)) > 100


@pytest.mark.parametrize(
    "text", ["xin chào", "Alo", "chao em", "em chào anh ạ", "hello bot", "dạ em chào chị"]
)
def test_greetings(text: str) -> None:
    assert is_greeting(text)
    assert not is_thanks(text)
    assert command(text) is None


@pytest.mark.parametrize("text", ["cảm ơn", "cam on nhe", "Dạ em cảm ơn ạ", "cám ơn đồng chí", "thanks"])
def test_thanks(text: str) -> None:
    assert is_thanks(text)
    assert not is_greeting(text)
    assert command(text) is None


@pytest.mark.parametrize("text", ["63", "chào 63", "cảm ơn, 63", "", "hi " * 200])
def test_neither(text: str) -> None:
    assert not is_greeting(text)
    assert not is_thanks(text)
