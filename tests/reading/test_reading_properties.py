"""What holds for every text: no reading raises or takes long, and no spelling turns one value into another."""

import time
import unicodedata
from datetime import date, timedelta
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporting.errors import Broken
from reporting.reading.parse_json import to_parse_json
from reporting.reading.reader import read
from reporting.reading.readings import Absent, Given, Reading
from reporting.values import Kind, Missing, Pair, Ratio, Value
from templates import formats
from tests.reading.spoken import folded, in_words
from tests.reading.test_cases import ROWS, TODAY

KINDS: tuple[Kind, ...] = ("count", "money", "percent", "pair", "ratio", "date", "yesno")
SECONDS = 0.05
WORDS = """
một hai ba bốn năm mười mươi lăm tư mốt linh trăm nghìn triệu tỷ rưỡi nửa chục không chưa có ko k tập thể
cá nhân tt cn đồng đ tr t m % 1 2 05 34 1.250 1,5 12/10 2023 , . ; - + x / = ( ) ngày tháng hôm qua nay rằm
thứ khoảng hơn vài dạ ạ nhé đoàn viên suất mỗi đang sắp rồi biết số liệu nam muoi nghin trieu abc ² ½ 👍 *
"""
kinds = st.sampled_from(KINDS)
spoken_like = st.lists(st.sampled_from(WORDS.split()), max_size=14).map(" ".join)
typed = st.one_of(spoken_like, st.sampled_from([row[1] for row in ROWS]))


def _read(kind: Kind, text: str) -> Reading:
    return read(kind, text, TODAY)


def _same_or_unsure(before: Reading, after: Reading) -> bool:
    return not isinstance(before, Given) or not isinstance(after, Given) or before == after


@given(kinds, st.text(max_size=4096))
@settings(max_examples=300, deadline=None)
def test_no_text_makes_it_raise(kind: Kind, text: str) -> None:
    _read(kind, text)


@given(
    kinds,
    st.lists(st.sampled_from(WORDS.split()), max_size=80).map(" ".join),
    st.sampled_from(("", "\x00", "\u0301", "\u200d", "\t", "\n")),
)
@settings(max_examples=500, deadline=None)
def test_no_words_make_it_raise(kind: Kind, text: str, sign: str) -> None:
    _read(kind, text)
    _read(kind, text.replace(" ", f" {sign}"))
    _read(kind, text.replace(" ", sign))


@given(kinds, typed)
@settings(max_examples=600, deadline=None)
def test_spelling_never_makes_another_value(kind: Kind, text: str) -> None:
    before = _read(kind, text)
    for other in (
        folded(text),
        text.upper(),
        text.lower(),
        text.capitalize(),
        unicodedata.normalize("NFD", text),
    ):
        assert _same_or_unsure(before, _read(kind, other)), other


@given(kinds, typed)
@settings(max_examples=400, deadline=None)
def test_composed_or_not_and_full_width_read_alike(kind: Kind, text: str) -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if "0" <= c <= "9" else c for c in text)
    before = _read(kind, text)
    for other in (unicodedata.normalize("NFD", text), wide):
        assert to_parse_json(_read(kind, other), str).keys() == to_parse_json(before, str).keys(), other
        assert _same_or_unsure(before, _read(kind, other)), other


@given(kinds, typed)
@settings(max_examples=400, deadline=None)
def test_courtesies_change_nothing(kind: Kind, text: str) -> None:
    before = _read(kind, text)
    if isinstance(before, Given):
        for other in (f"dạ {text} ạ", f"{text} ạ", f"Dạ {text}", f" {text} \n"):
            assert _read(kind, other) == before, other


NOISE = {
    "digits": "1" * 4096, "figures": "1 250 " * 680, "words": "hai mươi lăm " * 315, "magnitudes": "tỷ triệu " * 450,
    "run": "ba " * 1365, "no": "không " * 680, "letters": "x" * 4096, "lookalikes": "o" * 4096, "mixed": "O0l1" * 1024,
    "dates": "12/10 " * 680, "dots": "1.1." * 1024, "pairs": "34tt" * 1024, "signs": "-+/" * 1365, "blanks": " " * 4096,
    "marks": "a\u0301" * 2048, "emoji": "👍" * 4096, "controls": "\x00\x01" * 2048, "unmarked": "nam muoi " * 455,
    "missing": "không biết " * 370, "short": "hai nghìn ba " * 16, "shorter": "1 tr 2 k " * 12,
}  # fmt: skip


@pytest.mark.parametrize("name", NOISE)
@pytest.mark.parametrize("kind", KINDS)
def test_noise_is_read_fast(kind: Kind, name: str) -> None:
    _read(kind, "63")  # the words are looked up once for all
    fastest = SECONDS
    for _ in range(3):
        started = time.process_time()
        _read(kind, NOISE[name] + " " * len(str(started)))
        fastest = min(fastest, time.process_time() - started)
    assert fastest < SECONDS


@given(st.integers(0, 10**6 - 1), st.randoms(use_true_random=False))
def test_counts_in_words(number: int, random: object) -> None:
    said = in_words(number, random.choice)  # type: ignore[attr-defined]
    assert _read("count", said) == Given(number)
    assert _read("count", said.upper()) == Given(number)
    assert _same_or_unsure(Given(number), _read("count", folded(said)))


@given(st.integers(10**3, 10**8).map(lambda n: n * 1000))
def test_money_in_words(number: int) -> None:
    for said in (in_words(number), f"{in_words(number)} đồng", folded(in_words(number))):
        assert _read("money", said) == Given(number), said


@given(st.integers(0, 10**7 - 1))
def test_counts_we_write_read_back(number: int) -> None:
    for text in (formats.number(number), formats.figure(number, "count", "đoàn viên"), str(number)):
        assert _read("count", text) == Given(number), text


@given(st.one_of(st.integers(0, 10**12 - 1), st.integers(0, 10**8).map(lambda n: n * 10_000)))
def test_money_we_write_reads_back(number: int) -> None:
    number = min(number, 10**12 - 10**4)
    for text in (formats.money(number), formats.short_money(number)):
        assert _read("money", text) == Given(number), text


@given(st.decimals(0, 1000, places=2))
def test_percents_we_write_read_back(number: Decimal) -> None:
    assert _read("percent", formats.percent(number)) == Given(number)


@given(st.decimals(0, 1000, places=3))
def test_percents_of_three_places_read_back(number: Decimal) -> None:
    assert _read("percent", formats.percent(number)) == Given(number)


@given(st.integers(0, 10**6 - 1), st.integers(0, 10**6 - 1))
def test_pairs_and_ratios_we_write_read_back(first: int, second: int) -> None:
    assert _read("pair", formats.pair(Pair(first, second))) == Given(Pair(first, second))
    low, high = sorted((first, second))
    assert _read("ratio", formats.ratio(Ratio(low, high + 1))) == Given(Ratio(low, high + 1))


@given(st.dates(date(1990, 1, 1), TODAY))
def test_dates_we_write_read_back(day: date) -> None:
    for text in (
        formats.day(day),
        day.isoformat(),
        f"ngày {day.day} tháng {day.month} năm {day.year}",
        f"{day:%Y%m%d}",
    ):
        assert _read("date", text) == Given(day), text


def test_yes_no_and_missing_we_write_read_back() -> None:
    assert _read("yesno", formats.yesno(True)) == Given(True)
    assert _read("yesno", formats.yesno(False)) == Given(False)
    for kind in KINDS:
        assert isinstance(_read(kind, formats.MISSING), Absent), kind


@given(
    st.dates(date(1950, 1, 1), date(2090, 12, 31)),
    st.sampled_from(["12/10", "29/2", "mùng 5", "rằm", "thứ tư", "31"]),
)
def test_a_given_date_has_come(today: date, text: str) -> None:
    found = read("date", text, today)
    assert not isinstance(found, Given) or (isinstance(found.value, date) and found.value <= today)
    assert read("date", "hôm qua", today) == Given(today - timedelta(days=1))


def test_other_kinds_are_not_read() -> None:
    for kind in set(get_args(Kind)) - set(KINDS):
        with pytest.raises(Broken):
            read(kind, "63", TODAY)


@given(kinds, typed)
@settings(max_examples=300, deadline=None)
def test_values_are_of_their_kind(kind: Kind, text: str) -> None:
    types: dict[str, tuple[type, ...]] = {
        "count": (int,), "money": (int, Decimal), "percent": (Decimal,), "pair": (Pair,), "ratio": (Ratio,),
        "date": (date,), "yesno": (bool,),
    }  # fmt: skip
    found = _read(kind, text)
    values: tuple[Value, ...] = (
        (found.value,) if isinstance(found, Given) else getattr(found, "candidates", ())
    )
    for value in values:
        assert isinstance(value, (*types[kind], Missing)), (text, value)
        assert isinstance(found, Given) is False or not isinstance(value, Missing)
    if isinstance(found, Given) and kind == "money":
        assert isinstance(found.value, int)
