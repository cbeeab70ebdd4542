"""The readings of digits with signs between them."""

from decimal import Decimal

import pytest

from reporting.reading.figures import readings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("63", ["63 whole"]),
        ("007", ["7 whole"]),
        ("00063", ["63 whole?"]),
        ("1.250", ["1250 whole", "1.250 decimal"]),
        ("1,250", ["1250 whole", "1.250 decimal"]),
        ("0,125", ["0.125 decimal"]),
        ("1250.500", ["1250.500 decimal"]),
        ("1,5", ["1.5 decimal"]),
        ("1.2500", ["12500 broken?", "1.2500 decimal"]),
        ("1.250.000", ["1250000 whole"]),
        ("1'250'000", ["1250000 whole"]),
        ("1'25", []),
        ("1.25.000", []),
        ("1,25,000", []),
        ("1.250,5", ["1250.5 mixed"]),
        ("1,250.50", ["1250.50 mixed"]),
        ("1.250,500", ["1250500 broken?", "1250.500 mixed?"]),
        ("1.250,5.5", []),
        ("1,5.250", []),
        ("1_250", ["1250 whole?"]),
        ("1_25", []),
    ],
)
def test_readings(text: str, expected: list[str]) -> None:
    found = [f"{figure.value:f} {figure.form}{'?' if figure.doubt else ''}" for figure in readings(text)]
    assert found == expected


def test_twins_are_marked() -> None:
    assert [figure.twin for figure in readings("1.250")] == [False, True]
    assert readings("1.250")[1].part == "250"
    assert readings("1,72")[0].value == Decimal("1.72")
    assert not readings("1,72")[0].twin
