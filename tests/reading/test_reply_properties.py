"""What holds for every reply: values written down in order read back in order; nothing raises; nothing is slow."""

import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporting.reading.codes import find_code
from reporting.reading.commands import command, is_greeting, is_thanks
from reporting.reading.fixes import fix_target
from reporting.reading.match import find_units, match_choice
from reporting.reading.readings import Given
from reporting.reading.replies import Line, Reply, TooMany, Unsure, Values, split_reply
from reporting.reading.typed_period import period_in, split_period
from tests.reading.small_reader import read

LINES = (
    Line(1, "in", "count", "Kết nạp mới", ("kết nạp", "kn")),
    Line(2, "out", "count", "Giảm trong tháng", ("giảm",)),
    Line(3, "women", "count", "Trong đó nữ", ("nữ",)),
)
REST = (Line(4, "spent", "money", "Tiền quà", ("tiền",)), Line(5, "awards", "pair", "Khen thưởng", ("khen",)))
CODES = [line.code for line in LINES]

SEPARATORS = ("\n", ", ", ";", "; ", " , ", ",\n", " ,", "\t", " / ", " | ", " và ", "\n\n")
FORMATS: tuple[Callable[[int], str], ...] = (
    str,
    lambda value: f"{value:,}".replace(",", "."),
    lambda value: f"{value} đv",
    lambda value: f"{value:,}" if value >= 1000 else str(value),
    lambda value: str(value) if value else "không",
)
COUNTS = st.lists(st.integers(0, 999_999), min_size=3, max_size=3)


def values(reply: Reply) -> list[tuple[str, object]]:
    assert isinstance(reply, Values), reply
    assert not reply.unread
    return [(item.code, item.reading.value) for item in reply.items if isinstance(item.reading, Given)]


@given(COUNTS, st.sampled_from(SEPARATORS), st.lists(st.sampled_from(FORMATS), min_size=3, max_size=3))
def test_values_in_order_read_back_in_order(
    counts: list[int], separator: str, formats: list[Callable[[int], str]]
) -> None:
    text = separator.join(write(count) for count, write in zip(counts, formats, strict=True))
    assert values(split_reply(text, LINES, REST, read)) == list(zip(CODES, counts, strict=True))


@given(st.lists(st.integers(0, 99), min_size=3, max_size=3))
def test_small_values_need_only_blanks(counts: list[int]) -> None:
    text = " ".join(map(str, counts))
    assert values(split_reply(text, LINES, REST, read)) == list(zip(CODES, counts, strict=True))


@given(st.lists(st.integers(0, 99), min_size=3, max_size=3))
def test_as_many_small_figures_as_asked_need_only_commas(counts: list[int]) -> None:
    text = ",".join(map(str, counts))
    assert values(split_reply(text, LINES, REST, read)) == list(zip(CODES, counts, strict=True))


@given(COUNTS)
def test_commas_between_digits_cut_unasked_only_where_nothing_else_can_be_meant(counts: list[int]) -> None:
    reply = split_reply(",".join(map(str, counts)), LINES, REST, read)
    if isinstance(reply, Values) and len(reply.items) > 1:
        assert values(reply) == list(zip(CODES, counts, strict=True))
        thousands = [one for one, two in pairwise(counts) if 1 <= one <= 999 and 100 <= two <= 999]
        assert not thousands  # "63,300,2" may be two figures


@given(st.lists(st.integers(0, 999), min_size=2, max_size=2))
def test_a_comma_between_two_figures_of_three_asked_is_never_cut_unasked(counts: list[int]) -> None:
    reply = split_reply(",".join(map(str, counts)), LINES, REST, read)
    assert not isinstance(reply, Values) or len(reply.items) == 1


@given(
    st.permutations(list(range(3))),
    COUNTS,
    st.sampled_from((*SEPARATORS, " ")),
    st.sampled_from(
        ("{label} {count}", "{label}: {count}", "{count} {label}", "{label} {count} đv", "{number}) {count}")
    ),
)
def test_labelled_values_find_their_lines_in_any_order(
    order: list[int], counts: list[int], separator: str, shape: str
) -> None:
    text = separator.join(
        shape.format(label=LINES[n].words[0], number=LINES[n].number, count=counts[n]) for n in order
    )
    assert values(split_reply(text, LINES, REST, read)) == list(zip(CODES, counts, strict=True))


PIECES = st.sampled_from(
    ["63", "1 250", "30", " ", ", ", ",", "\n", ";", " / ", "nữ", "kết nạp", "giảm ", "không", "2) ", "1. ", "(", ")",
     "khoảng ", "tất cả ", "đv", "như cũ", "-", "45tr", "trong đó", "và", "chưa có số liệu", "dạ ", "sửa 5", "?", "0"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=200))
def test_a_reply_keeps_its_promises(text: str) -> None:
    for lines, rest in ((LINES, REST), (LINES[:1], LINES[1:] + REST), (REST, ()), ((), LINES)):
        reply = split_reply(text, lines, rest, read)
        ways = (
            (reply.items,)
            if isinstance(reply, Values)
            else reply.readings
            if isinstance(reply, Unsure)
            else ()
        )
        known = [line.code for line in (*lines, *rest)]
        for items in ways:
            codes = [item.code for item in items]
            assert codes == sorted(set(codes), key=known.index)
            assert all((item.reading is None) == item.same_as_last for item in items)
        assert len(set(ways)) == len(ways)
        assert not isinstance(reply, Unsure) or reply.readings
        assert not isinstance(reply, TooMany) or reply.got > reply.expected == len(lines)


UNITS = [(n, f"CĐCS Trường THPT số {n}", f"CS-{n:03}") for n in range(50)]
FUNCTIONS: dict[str, Callable[[str], object]] = {
    "several lines": lambda text: split_reply(text, LINES, REST, read),
    "one line": lambda text: split_reply(text, LINES[:1], LINES[1:] + REST, read),
    "command": command,
    "narrow command": lambda text: command(text, narrow=True),
    "greeting": is_greeting,
    "thanks": is_thanks,
    "code": find_code,
    "period": period_in,
    "split period": split_period,
    "choice": lambda text: match_choice(
        text, [("a", "Gửi báo cáo", ("gửi",)), ("b", "Sửa", ())], True, numbers=True
    ),
    "units": lambda text: find_units(text, UNITS),
    "fix": lambda text: fix_target(text, LINES),
}


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300) | st.lists(PIECES, max_size=20).map("".join))
def test_nothing_raises(text: str) -> None:
    for function in FUNCTIONS.values():
        function(text)


NOISE = [
    (piece * 4096)[:4096]
    for piece in ("1 ", "1,", "nữ ", "1) ", "1. ", "kết nạp 5 ", "a b, c; 1\n", "(", "- ", " / ", "và ", "m", "\n",
                  "dạ ", "không ", "sửa 5 ", "http://t.me/", "ABCD", "ệ", "👍", "100 ", "tháng 9 ", "= ", "trong đó ",
                  "\t|")
] + ["100 100 " * 7, "1 250 " * 6, "nữ 3, " * 9, "63,30," * 12]  # fmt: skip


@pytest.mark.parametrize("name", FUNCTIONS)
def test_nothing_is_slow_on_noise(name: str) -> None:
    def took(text: str) -> float:
        start = time.process_time()
        FUNCTIONS[name](text)
        return time.process_time() - start

    assert all(min(took(text) for _ in range(3)) < 0.2 for text in NOISE)
