"""How people type, row by row.

`number_cases.csv` is the commission's sample, `blind_cases.csv` was written by others who had not seen the reader, and
`more_cases.csv` keeps what the reader does with more of the kind.
"""

import csv
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest

from reporting.reading.parse_json import to_parse_json
from reporting.reading.reader import read
from reporting.values import Kind
from templates.render import reading_hint

HERE = Path(__file__).parent
TODAY = date(2023, 10, 17)
FILES = ("number_cases.csv", "blind_cases.csv", "more_cases.csv")


def _rows() -> list[tuple[str, str, str, str]]:
    rows = []
    for name in FILES:
        with (HERE / name).open(newline="", encoding="utf-8") as file:
            rows += [(r["kind"], r["input"], r["expected"], r["ask_back"]) for r in csv.DictReader(file)]
    return rows


ROWS = _rows()


def _plain(kind: str, written: str) -> Any:
    if written == "missing":
        return written
    if kind == "yesno":
        return {"yes": True, "no": False}[written]
    if kind in ("pair", "ratio"):
        return json.loads(written)
    return written if kind == "date" else float(Decimal(written))


def test_there_are_rows() -> None:
    assert len(ROWS) > 215 + 250
    assert {row[0] for row in ROWS} == {"count", "money", "percent", "pair", "ratio", "date", "yesno"}


@pytest.mark.parametrize("kind", sorted({row[0] for row in ROWS}))
def test_each_row_reads_as_expected(kind: Kind) -> None:
    assert kind in get_args(Kind)
    wrong = []
    for row_kind, text, expected, ask_back in ROWS:
        if row_kind != kind:
            continue
        found = to_parse_json(read(kind, text, TODAY), lambda why: reading_hint(why, kind))
        if ask_back == "no":
            fits = "missing" in found if expected == "missing" else found == {"value": _plain(kind, expected)}
        elif expected:
            fits = found == {"ask": [_plain(kind, candidate) for candidate in expected.split("|")]}
        else:
            fits = list(found) == ["error"] and bool(found["error"])
        if not fits:
            wrong.append(f"{text!r}: {found}, not {expected!r} (ask_back {ask_back})")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("kind", sorted({row[0] for row in ROWS}))
def test_yes_and_no_are_not_numbers(kind: Kind) -> None:
    """True == 1 in Python: the rows above cannot tell them apart."""
    for row_kind, text, _, _ in ROWS:
        if row_kind == kind:
            found = to_parse_json(read(kind, text, TODAY), str)
            for value in (*found.get("ask", ()), found.get("value", "missing")):
                assert value == "missing" or isinstance(value, bool) is (kind == "yesno"), text
