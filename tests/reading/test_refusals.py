"""What is said where nothing can be read: a short, courteous sentence for every reason there is."""

import re
from datetime import date

import pytest

from reporting.reading.reader import read, read_answer
from reporting.reading.readings import Unreadable, seen
from reporting.values import Kind
from templates.render import MESSAGES, reading_hint
from tests.reading.test_cases import ROWS, TODAY

KINDS: tuple[Kind, ...] = ("count", "money", "percent", "pair", "ratio", "date", "yesno")
FILES = sorted(path.stem for path in (MESSAGES / "reading").glob("*.j2"))
EXTRA = (
    "",
    "   ",
    "như cũ",
    "x " * 300,
    "vài",
    "500 usd",
    "0912345678",
    "99999999999999",
    "1.25.000",
    "45%",
    "5/0",
    "31/9",
    "a?b",
)


def _reasons() -> set[str]:
    asked = {(row[0], row[1]) for row in ROWS} | {(kind, text) for kind in KINDS for text in EXTRA}
    readings = [read_answer(kind, text, TODAY) for kind, text in asked]
    found = {reading.why for reading in readings if isinstance(reading, Unreadable)}
    return found | {seen(why, "lớp 5 có 3 em, lớp 6 có 4") for why in found}


def test_every_reason_has_its_wording_and_every_wording_its_reason() -> None:
    reasons = _reasons()
    assert len(reasons) > 15
    bases = {
        next((name for name in reasons if stem == name or stem.startswith(f"{name}_")), stem)
        for stem in FILES
    }
    assert bases == reasons
    for why in reasons:
        for kind in KINDS:
            assert reading_hint(why, kind)


@pytest.mark.parametrize("name", FILES)
def test_the_wording_is_short_and_courteous(name: str) -> None:
    text = (MESSAGES / "reading" / f"{name}.j2").read_text(encoding="utf-8")
    assert len(text.strip()) <= 130
    assert text.count("\n") == 1 and text.endswith(".\n")
    assert "!" not in text and "đồng chí" in text.lower()
    assert not re.search(r"[\U0001F000-\U0001FFFF]", text)


@pytest.mark.parametrize(
    ("kind", "text", "why"),
    [
        ("count", "0912 345 678", "phone_number"),
        ("money", "+84 912 345 678", "phone_number"),
        ("money", "500 usd", "foreign_currency"),
        ("count", "vài chục", "vague"),
        ("count", "1.25.000", "broken_number"),
        ("count", "99999999999", "too_large"),
        ("money", "123456789012", "too_large"),
        ("count", "50%", "percent_unwanted"),
        ("ratio", "50%", "percent_unwanted"),
        ("count", "12/10", "fraction_unwanted"),
        ("ratio", "5/0", "zero_denominator"),
        ("count", "như cũ", "as_before"),
        ("count", "63x", "broken_number"),
        ("money", "abc", "not_money"),
        ("date", "31/9", "no_such_day"),
        ("date", "cuối tháng", "day_wanted"),
        ("date", "abc", "not_a_date"),
        ("yesno", "abc", "not_yes_or_no"),
        ("pair", "29 tập thể, cá nhân", "not_a_pair"),
        ("count", "", "empty"),
        ("count", "xin chào " * 60, "too_long"),
    ],
)
def test_the_reason_tells_what_is_wrong(kind: Kind, text: str, why: str) -> None:
    assert read(kind, text, date(2023, 10, 17)) == Unreadable(why)
