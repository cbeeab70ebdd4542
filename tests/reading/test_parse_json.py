"""The JSON of `baocao parse`."""

import json
from datetime import date
from decimal import Decimal

import pytest

from reporting.reading.parse_json import to_parse_json
from reporting.reading.readings import Absent, Ask, Given, Reading, Unreadable
from reporting.values import Missing, Pair, Ratio


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        (Given(63), '{"value": 63}'),
        (Given(Decimal("98.5")), '{"value": 98.5}'),
        (Given(Decimal("172")), '{"value": 172}'),
        (Given(True), '{"value": true}'),
        (Given(date(2023, 10, 5)), '{"value": "2023-10-05"}'),
        (Given(Pair(34, 54)), '{"value": {"tap_the": 34, "ca_nhan": 54}}'),
        (Given(Ratio(34, 70)), '{"value": {"num": 34, "den": 70}}'),
        (Ask((Pair(34, None), Missing("chưa"))), '{"ask": [{"tap_the": 34, "ca_nhan": null}, "missing"]}'),
        (Ask((0, Missing("-"))), '{"ask": [0, "missing"]}'),
        (Ask((Decimal("1250.5"),)), '{"ask": [1250.5]}'),
        (Absent("không biết"), '{"missing": "không biết"}'),
        (Unreadable("vague"), '{"error": "VAGUE"}'),
    ],
)
def test_one_key(reading: Reading, expected: str) -> None:
    assert json.dumps(to_parse_json(reading, str.upper), ensure_ascii=False) == expected


def test_an_ask_back_is_never_empty() -> None:
    with pytest.raises(ValueError, match="without candidates"):
        Ask(())
