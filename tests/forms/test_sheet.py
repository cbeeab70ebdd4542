"""A filled form."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporting.forms.load import load_form
from reporting.forms.model import Form
from reporting.forms.sheet import Compared, Sheet, Violation
from reporting.values import QUALIFIERS, Missing, Pair, Qualified, Ratio, Value
from templates.form_files import form_codes, load_shipped

SURVEY = """
| survey |
| | type | name | label | bc:agg | relevant | constraint | constraint_message | calculation | required |
| | integer | total | Tổng | last | | | | | yes |
| | note | hello | Chào | | | | | | |
| | integer | women | Nữ | last | ${total} > 0 | . <= ${total} | Nữ nhiều hơn tổng | | yes |
| | calculate | men | Nam | last | ${total} > 0 | | | ${total} - ${women} | |
| | calculate | share | | | | | | ${women} div ${total} | |
| | text | remark | Ghi chú | concat | | string-length(.) <= 5 | Dài quá | | no |
"""
Filler = Callable[..., Sheet]


def test_the_lines_are_numbered_over_what_is_relevant(fill: Filler) -> None:
    lines = fill(SURVEY, {"total": 10, "women": 4}).lines()
    assert [(line.number, line.question.code, line.value) for line in lines] == [
        (1, "total", 10),
        (2, "women", 4),
        (0, "men", 6),  # computed: no number of its own, so that those asked have no gap
        (3, "remark", None),
    ]
    assert [line.question.code for line in fill(SURVEY, {"total": 0}).lines()] == ["total", "remark"]


def test_what_is_still_open(fill: Filler) -> None:
    assert [q.code for q in fill(SURVEY, {}).open_questions()] == ["total", "remark"]
    assert [q.code for q in fill(SURVEY, {"total": 3, "remark": ""}).open_questions()] == ["women"]
    assert [
        q.code for q in fill(SURVEY, {"total": 3, "women": Missing("?"), "remark": "x"}).open_questions()
    ] == []


def test_violations_carry_the_forms_own_message(fill: Filler) -> None:
    sheet = fill(SURVEY, {"total": 3, "women": 4, "remark": "quá dài rồi"})
    assert sheet.violations() == [
        Violation("women", "Nữ nhiều hơn tổng", (Compared("women", 4, False), Compared("total", 3, False))),
        Violation("remark", "Dài quá", (Compared("remark", "quá dài rồi", False),)),
    ]


def test_the_figures_to_submit(fill: Filler) -> None:
    sheet = fill(SURVEY, {"total": 4, "women": 1, "elsewhere": 7})
    assert sheet.figures() == {"total": 4, "women": 1, "men": 3, "share": "0.25"}
    missing = fill(SURVEY, {"total": 4, "women": Missing("mất sổ")})
    assert missing.figures() == {"total": 4, "women": Missing("mất sổ")}


def test_a_qualified_figure_is_reckoned_by_its_number(fill: Filler) -> None:
    near = Qualified("gần", 300)
    assert [v.code for v in fill(SURVEY, {"total": near, "women": 301}).violations()] == ["women"]
    assert fill(SURVEY, {"total": near, "women": 100}).figures()["men"] == 200


VALUES = st.one_of(
    st.integers(),
    st.booleans(),
    st.text(max_size=20),
    st.decimals(),
    st.dates(),
    st.tuples(st.sampled_from(["a", "b", ""])),
    st.builds(Missing, st.text(max_size=5)),
    st.builds(Pair, st.integers(0), st.integers(0)),
    st.builds(Ratio, st.integers(0), st.integers(1)),
    st.builds(Qualified, st.sampled_from(QUALIFIERS), st.integers(1)),
)
LOGIC = """
| survey |
| | type | name | label | bc:agg | relevant | constraint | calculation |
| | integer | a | A | sum | | . >= 0 and . <= ${b} | |
| | integer | b | B | sum | ${a} != 3 or ${last-saved#b} = '' | . * ${a} > coalesce(${c}, 2) | |
| | date | c | C | | format-date(today(), '%d') > 3 | . <= today() and . >= '2023-01-01' | |
| | text | d | D | concat | selected(${d2}, 'a') or ${c} > 5 | regex(., '[a-z]*') and string-length(.) < 9 | |
| | text | d2 | D2 | concat | | | |
| | calculate | e | E | | | | concat(substr(${d}, ${a}, ${b}), round(${a} div ${b}, 2), max(${a}, ${b})) |
| | calculate | f | F | last | | | pow(${a}, ${b}) - int(${last-saved#a}) mod ${b} |
"""


@pytest.fixture(scope="module")
def logic() -> Form:
    return load_form(LOGIC.encode(), "f.md")


def everything(form: Form, answers: dict[str, Value], previous: dict[str, Value]) -> None:
    sheet = Sheet(form, answers, previous, date(2023, 10, 17))
    numbers = [line.number for line in sheet.lines() if line.number]
    assert numbers == list(range(1, len(numbers) + 1))
    assert {violation.code for violation in sheet.violations()} <= set(answers)
    assert {q.code for q in sheet.open_questions()}.isdisjoint(answers)
    assert all(value is not None for value in sheet.figures().values())


@settings(max_examples=300, deadline=None)
@given(
    st.dictionaries(st.sampled_from(["a", "b", "c", "d", "d2", "zz"]), VALUES),
    st.dictionaries(st.sampled_from(["a", "b", "e"]), VALUES),
)
def test_no_answers_ever_break_a_form(
    logic: Form, answers: dict[str, Value], previous: dict[str, Value]
) -> None:
    everything(logic, answers, previous)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_no_answers_ever_break_the_shipped_forms(data: st.DataObject) -> None:
    form = load_shipped(data.draw(st.sampled_from(form_codes())))
    answered = st.dictionaries(st.sampled_from([q.code for q in form.questions if q.asked]), VALUES)
    everything(form, data.draw(answered), data.draw(answered))
