"""The traps of XPath over lxml, each as a form meets it."""

import threading
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from reporting.forms.load import load_form
from reporting.forms.sheet import Sheet
from reporting.values import Missing, Value

Filler = Callable[..., Sheet]


def ask(*rows: str) -> str:
    """A survey of rows «type | name | relevant | constraint | calculation»."""
    header = "| survey |\n"
    header += (
        "| | type | name | relevant | constraint | calculation | label | constraint_message | bc:agg |\n"
    )
    padded = (row + " |" * (4 - row.count("|")) for row in rows)
    return header + "".join(f"| | {row} | label | message | none |\n" for row in padded)


def test_dates_are_compared_as_days(fill: Filler) -> None:
    survey = ask("date | d | | . <= today() and . >= '2023-10-01' |")
    assert not fill(survey, {"d": date(2023, 10, 17)}).violations()
    assert fill(survey, {"d": date(2023, 10, 18)}).violations()
    assert fill(survey, {"d": date(2023, 9, 30)}).violations()


@pytest.mark.parametrize("limit", ["'2023-10-14'", '"2023-10-14"', "date('2023-10-14')"])
def test_a_date_may_be_written_three_ways(fill: Filler, limit: str) -> None:
    survey = ask(f"date | d | | . <= {limit} |")
    assert not fill(survey, {"d": date(2023, 10, 14)}).violations()
    assert fill(survey, {"d": date(2023, 10, 15)}).violations()


def test_a_computed_date_is_a_date(fill: Filler) -> None:
    survey = (
        "| survey |\n| | type | name | label | calculation | bc:kind | bc:agg |\n| | date | d | D | | | |\n"
    )
    survey += "| | calculate | e | E | ${d} + 30 | date | |\n"
    assert fill(survey, {"d": date(2023, 10, 14)}).value("e") == date(2023, 11, 13)


def test_large_integers_have_no_exponent(fill: Filler) -> None:
    survey = "| survey |\n| | type | name | label | calculation | bc:agg | bc:kind |\n"
    survey += "| | integer | n | N | | sum | money |\n"
    survey += (
        "| | calculate | t | T | string(${n} + 1) | | text |\n| | calculate | m | M | ${n} * 2 | | money |\n"
    )
    sheet = fill(survey, {"n": 45_000_000_001})
    assert sheet.value("t") == "45000000002"
    assert sheet.value("m") == 90_000_000_002


def test_round_takes_a_second_argument(fill: Filler) -> None:
    sheet = fill(ask("decimal | a | | |", "calculate | b | | | round(${a}, 2)"), {"a": Decimal("2.345")})
    assert sheet.value("b") == "2.35"


def test_fractions_have_no_float_noise(fill: Filler) -> None:
    survey = "| survey |\n| | type | name | label | calculation | bc:kind |\n| | integer | a | A | | |\n"
    survey += "| | calculate | b | B | ${a} * 0.1 + 0.2 | percent |\n| | calculate | c | C | 2.345 = 2.345 | yesno |\n"
    sheet = fill(survey, {"a": 1})
    assert sheet.value("b") == Decimal("0.3")
    assert sheet.value("c") is True


def test_a_check_with_an_empty_operand_is_skipped(fill: Filler) -> None:
    survey = ask("integer | total | | |", "integer | women | | . <= ${total} |")
    assert not fill(survey, {"women": 5}).violations()
    assert not fill(survey, {"women": 5, "total": Missing("quên sổ")}).violations()
    assert fill(survey, {"women": 5, "total": 4}).violations()
    assert fill(survey, {"women": 5, "total": 0}).violations()


def test_an_empty_or_missing_answer_is_not_checked(fill: Filler) -> None:
    survey = ask("integer | a | | . > 100 |")
    assert not fill(survey, {}).violations()
    assert not fill(survey, {"a": Missing("chưa rõ")}).violations()


@pytest.mark.parametrize(
    ("answers", "previous", "broken"),
    [
        ({"left": 9}, {}, False),
        ({"left": 9, "opening": 5}, {}, True),
        ({"left": 9}, {"total": 5}, True),
        ({"left": 9}, {"total": 9}, False),
        ({"left": 9}, {"total": Missing("mất sổ")}, False),
    ],
)
def test_coalesce_needs_one_of_its_answers(
    fill: Filler, answers: dict[str, Value], previous: dict[str, Value], broken: bool
) -> None:
    survey = ask(
        "integer | opening | | |",
        "integer | left | | . <= coalesce(${last-saved#total}, ${opening}) |",
        "integer | total | | |",
    )
    assert bool(fill(survey, answers, previous).violations()) is broken


def test_asking_whether_an_answer_is_empty_is_no_operand(fill: Filler) -> None:
    survey = ask(
        "integer | a | | |",
        "integer | b | | ${a} = '' or . > 3 |",
        "integer | c | | count-non-empty(${a}) = 1 |",
    )
    assert not [v.code for v in fill(survey, {"b": 1}).violations()]
    assert [v.code for v in fill(survey, {"a": 1, "b": 1}).violations()] == ["b"]
    assert [v.code for v in fill(survey, {"c": 1}).violations()] == ["c"]


def test_last_saved_is_the_previous_figure(fill: Filler) -> None:
    survey = ask(
        "integer | a | ${last-saved#a} = '' | |", "calculate | b | | | ${last-saved#a} + 1", "note | n | | |"
    )
    assert fill(survey, {}).relevant("a")
    assert not fill(survey, {}, {"a": 0}).relevant("a")
    assert fill(survey, {}, {"a": 0}).value("b") == "1"
    assert fill(survey, {}).value("b") is None


def test_an_answer_that_is_not_relevant_counts_as_empty(fill: Filler) -> None:
    survey = ask("integer | a | | |", "integer | b | ${a} > 1 | |", "calculate | c | | | ${b} + 1")
    assert fill(survey, {"a": 2, "b": 5}).value("c") == "6"
    sheet = fill(survey, {"a": 0, "b": 5})
    assert sheet.value("b") is None
    assert sheet.value("c") is None
    assert "b" not in sheet.figures()


def test_the_relevance_of_a_group_holds_for_what_is_inside(fill: Filler) -> None:
    survey = ask(
        "integer | a | | |", "begin_group | g | ${a} > 1 | |", "integer | b | | |", "end_group | | | |"
    )
    assert not fill(survey, {"a": 1}).relevant("b")
    assert fill(survey, {"a": 2}).relevant("b")


def test_dividing_by_nothing_gives_nothing(fill: Filler) -> None:
    survey = ask("integer | a | | |", "calculate | b | | | 5 div ${a}", "calculate | c | | | 5 div 0")
    assert fill(survey, {"a": 0}).value("b") is None
    assert fill(survey, {}).value("c") is None


def test_yes_and_no_are_the_options_of_the_form(fill: Filler) -> None:
    survey = ask("select_one co_khong | q | | |", "integer | n | ${q} = 'co' | |")
    choices = "| choices |\n| | list_name | name | label |\n| | co_khong | co | Có |\n| | co_khong | khong | Không |\n"
    sheet = fill(survey + choices, {"q": True})
    assert sheet.form.question("q").kind == "yesno"
    assert sheet.relevant("n")
    assert not fill(survey + choices, {"q": False}).relevant("n")


def test_several_choices(fill: Filler) -> None:
    survey = ask(
        "select_multiple l | q | | count-selected(.) <= 2 |", "integer | n | selected(${q}, 'b') | |"
    )
    choices = (
        "| choices |\n| | list_name | name | label |\n| | l | a | A |\n| | l | b | B |\n| | l | c | C |\n"
    )
    assert fill(survey + choices, {"q": ("a", "b")}).relevant("n")
    assert not fill(survey + choices, {"q": ("a",)}).relevant("n")
    assert fill(survey + choices, {"q": ("a", "b", "c")}).violations()


def test_names_with_dots_and_hyphens(fill: Filler) -> None:
    survey = ask("integer | q1.a-b | | |", "calculate | c | | | ${q1.a-b}-1 - ${q1.a-b}*2")
    assert fill(survey, {"q1.a-b": 5}).value("c") == "-6"


def test_curly_quotes_of_an_office_program_are_quotes(fill: Filler) -> None:
    assert fill(ask("integer | a | | |", "integer | b | ${a} != ‘’ | |"), {"a": 1}).relevant("b")


def test_answers_that_xml_cannot_hold(fill: Filler) -> None:
    sheet = fill(
        ask("text | a | | |", "calculate | b | | | concat(${a}, '!')"), {"a": "x\x00\ud800\ufffe\x1by"}
    )
    assert sheet.value("b") == "xy!"


def test_one_form_serves_many_threads(today: date) -> None:
    survey = ask("integer | a | | . < 500 |", "calculate | b | | | ${a} + 1")
    form = load_form(survey.encode(), "f.md")
    wrong: list[int] = []

    def work(start: int) -> None:
        for number in range(start, start + 300):
            sheet = Sheet(form, {"a": number}, {}, today)
            if sheet.value("b") != str(number + 1) or bool(sheet.violations()) is (number < 500):
                wrong.append(number)

    threads = [threading.Thread(target=work, args=(start,)) for start in (0, 300, 600, 900)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
