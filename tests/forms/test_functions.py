"""Every listed function, evaluated through lxml as a form does it."""

import math
from datetime import date
from decimal import Decimal

import pytest

from reporting.forms.expressions import Expression, compile_expression, to_xpath
from reporting.forms.functions import FUNCTIONS, XValue
from reporting.values import Value

TODAY = date(2023, 10, 17)
ANSWERS: dict[str, Value | None] = {
    "n": 12,
    "half": Decimal("2.5"),
    "money": 45_000_000_001,
    "word": "Tả Lèng",
    "many": ("a", "c"),
    "day": date(2023, 10, 14),
    "blank": None,
    "zero": 0,
}

CASES: list[tuple[str, XValue]] = [
    ("if(${n} > 10, 'many', 'few')", "many"),
    ("if(${blank} > 10, 'many', 'few')", "few"),
    ("coalesce(${blank}, ${n})", 12.0),
    ("coalesce(${zero}, 5)", 0.0),
    ("position(..)", 1.0),
    ("selected(${many}, 'c')", True),
    ("selected(${many}, 'b')", False),
    ("selected(${blank}, 'b')", False),
    ("selected-at(${many}, 1)", "c"),
    ("selected-at(${many}, 2)", ""),
    ("count-selected(${many})", 2.0),
    ("count(${n})", 1.0),
    ("count-non-empty(${blank})", 0.0),
    ("count-non-empty(${zero})", 1.0),
    ("sum(${n})", 12.0),
    ("min(${n}, 3, ${blank})", 3.0),
    ("max(${n}, 3)", 12.0),
    ("max(${blank}, '')", math.nan),
    ("not(${n} = 12)", False),
    ("true()", True),
    ("false()", False),
    ("boolean(${zero})", False),
    ("boolean(${word})", True),
    ("boolean-from-string('1')", True),
    ("boolean-from-string('yes')", False),
    ("string(${money})", "45000000001"),
    ("string(${money} + 1)", "45000000002"),
    ("string(1 div 3)", "0.333333333"),
    ("string(true())", "true"),
    ("string-length(${word})", 7.0),
    ("concat(${money}, ' đồng')", "45000000001 đồng"),
    ("join('; ', ${n}, ${word})", "12; Tả Lèng"),
    ("contains(${word}, 'Lèng')", True),
    ("starts-with(${word}, 'Tả')", True),
    ("ends-with(${word}, 'Tả')", False),
    ("substr(${word}, 3)", "Lèng"),
    ("substr(${word}, 0, 2)", "Tả"),
    ("substr(${word}, 0 - 4)", "Lèng"),
    ("substring-before('02/BC', '/')", "02"),
    ("substring-before('02', '/')", ""),
    ("substring-after('02/BC', '/')", "BC"),
    ("translate('1.250', '.', '')", "1250"),
    ("translate('aba', 'ab', 'x')", "xx"),
    ("normalize-space('  a   b ')", "a b"),
    ("regex('0912345678', '0[0-9]{9}')", True),
    ("regex('x0912345678', '0[0-9]{9}')", False),
    ("number('12.5')", 12.5),
    ("number('mười')", math.nan),
    ("number('1e5')", math.nan),
    ("int(0 - 7.9)", -7.0),
    ("round(2.345, 2)", 2.35),
    ("round(${half})", 3.0),
    ("round(1234, -2)", 1200.0),
    ("round(1 div 0)", math.nan),
    ("abs(0 - ${n})", 12.0),
    ("pow(2, 10)", 1024.0),
    ("pow(0 - 8, 0.5)", math.nan),
    ("pow(10, 1000)", math.nan),
    ("sqrt(16)", 4.0),
    ("sqrt(0 - 1)", math.nan),
    ("exp(0)", 1.0),
    ("exp10(3)", 1000.0),
    ("log(1)", 0.0),
    ("log(0)", math.nan),
    ("log10(1000)", 3.0),
    ("pi()", math.pi),
    ("today()", 19647.0),
    ("today() - ${day}", 3.0),
    ("date('2023-10-14')", 19644.0),
    ("date('2023-02-30')", math.nan),
    ("date('14/10/2023')", math.nan),
    ("decimal-date-time('2023-10-14T08:00:00')", 19644.0),
    ("format-date(${day}, '%e/%n/%Y')", "14/10/2023"),
    ("format-date('2024-02-05', '%d.%m.%y %%')", "05.02.24 %%"),
    ("format-date(today(), '%d/%m')", "17/10"),
    ("format-date(pow(10, 30), '%d')", ""),
]


def evaluate(source: str) -> XValue:
    expression: Expression = compile_expression(source)
    return expression.evaluate(lambda answer: to_xpath(ANSWERS[answer.name]), TODAY)


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_function(source: str, expected: XValue) -> None:
    result = evaluate(source)
    assert type(result) is type(expected)
    if isinstance(expected, float):
        assert result == pytest.approx(expected, nan_ok=True)
    else:
        assert result == expected


def test_every_listed_function_has_a_case() -> None:
    tested = {source.partition("(")[0] for source, _ in CASES}
    assert len(FUNCTIONS) > 30
    assert set(FUNCTIONS) - tested == set()


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_every_listed_function_stands_blanks(name: str) -> None:
    function = FUNCTIONS[name]
    most = function.least + 2 if function.most is None else function.most
    for count in range(function.least, most + 1):
        assert isinstance(function.body(*[""] * count), (str, float, bool))
        assert isinstance(function.body(*[math.nan] * count), (str, float, bool))
        assert isinstance(function.body(*[1e308] * count), (str, float, bool))
