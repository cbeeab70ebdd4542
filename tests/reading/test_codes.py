"""Invitation codes: made well, found however they are typed, never seen in figures or plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.reading.codes import ALPHABET, DIGITS, LETTERS, find_code, is_attempt, make_code

FOUND = [
    "ABCD-EF23", "abcd-ef23", "Abcd-Ef23.", "abcd ef23", "ABCDEF23", "abcdef23", "a b c d e f 2 3", "ABCD – EF23",
    "mã của tôi là ABCD-EF23", "ma cua toi la abcdef23", "MÃ: ABCD EF23 ạ", "em gửi abcd-ef23 nhé", "code ABCDEF23",
    "/start ABCDEF23", "/start ABCD-EF23", "/start@BaocaoBot abcd-ef23", "https://t.me/baocao_bot?start=ABCDEF23",
    "https://zalo.me/123?start=abcd-ef23", "mời vào https://baocao.example.vn/i/ABCD-EF23/",
]  # fmt: skip

NOT_FOUND = [
    "", "63", "63, 30, 2", "20232024", "2023-2024", "0912345678", "1.250.000", "12/10/2023", "45tr 30tr", "24tr 39tr",
    "24tr-39tr", "tặng 24tr", "tang 24tr", "tt34 cn29", "TT 34 CN 29", "kn23 nt39", "2 tỷ 300 triệu", "bao cao",
    "báo cáo", "baocao23", "canh bang", "thang 2023", "nhanh-nhen", "kết nạp 63 nữ 30", "xin mã mới", "mã 2023 2024",
    "ABCD-EF2", "ABCD-EF234", "XABCD-EF23", "ABCO-EF23", "A" * 700,
]  # fmt: skip


@pytest.mark.parametrize("text", FOUND)
def test_found(text: str) -> None:
    assert find_code(text) == "ABCD-EF23"


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    assert find_code(text) is None


def test_the_alphabet_has_no_signs_that_look_alike() -> None:
    assert not set(ALPHABET) & set("0O1IL")
    for pair in ("2Z", "5S", "6G", "8B", "UV"):
        assert len(set(pair) & set(ALPHABET)) == 1
    assert len(set(ALPHABET)) == len(ALPHABET) == len(LETTERS) + len(DIGITS)


@given(st.lists(st.integers(0, 10**6), min_size=12, max_size=12))
def test_every_code_made_is_found_however_it_is_typed(draws: list[int]) -> None:
    left = list(draws)
    code = make_code(lambda n: left.pop() % n)
    first, second = code.split("-")
    assert len(first) == len(second) == 4
    assert set(code) <= {*ALPHABET, "-"}
    assert all(set(half) & set(LETTERS) and set(half) & set(DIGITS) for half in (first, second))
    for text in (
        code,
        code.lower(),
        f"{first} {second}",
        first + second,
        " ".join(first + second),
        f"mã {code} ạ",
        f"/start {first}{second}",
    ):
        assert find_code(text) == code


# fmt: off
SYLLABLES = st.sampled_from([
    "thang", "tam", "canh", "bang", "nay", "ba", "hai", "sau", "nam", "thay", "chan", "phan", "tran", "nhan", "gaps",
    "xem", "them", "ket", "nap", "kham", "benh", "tang", "trang", "24tr", "3", "39", "45k",
])
# fmt: on


@given(st.lists(SYLLABLES, min_size=1, max_size=6), st.sampled_from([" ", "", "-", ", "]))
def test_plain_words_and_figures_are_no_code(words: list[str], joint: str) -> None:
    text = joint.join(words)
    if joint == " " or joint == ", " or not any(char.isdigit() for char in text):
        assert find_code(text) is None


@pytest.mark.parametrize(
    ("text", "attempt"),
    [
        ("ABCD-2345", True),
        ("abcd 2345", True),
        (" k1o0-7mms ", True),
        ("63", False),
        ("20231012", False),
        ("xin chào", False),
        ("tôi là lái xe số 5", False),
        ("", False),
    ],
)
def test_a_mistyped_code_is_known_for_one(text: str, attempt: bool) -> None:
    assert is_attempt(text) is attempt
