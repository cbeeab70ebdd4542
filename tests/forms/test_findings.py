"""Every finding: a form that is wrong in one way → its key, sheet, row and column, in words."""

import re
from pathlib import Path

import pytest

from reporting import forms
from reporting.errors import BadFile
from reporting.forms.findings import Finding
from reporting.forms.load import check_form, load_form
from templates.form_findings import describe
from templates.render import MESSAGES

SETTINGS = "| settings |\n| | form_id | form_title | version |\n| | f | F | 1 |\n"
CHOICES = "| choices |\n| | list_name | name | label |\n| | l | a | A |\n| | l | b | B |\n"
HEADER = "| survey |\n| | type | name | label | bc:agg | relevant | constraint | constraint_message | calculation |\n"


def rows(*wrong: str, header: str = HEADER) -> str:
    """A sound question in row 2, the given rows from row 3."""
    sound = "| | integer | a | A | sum | | | | |\n" if header is HEADER else ""
    return header + sound + "".join(f"| | {row} |\n" for row in wrong)


def column(name: str, value: str, kind: str = "integer", agg: str = "sum") -> str:
    """One question, with one more column, in row 2."""
    return (
        f"| survey |\n| | type | name | label | bc:agg | {name} |\n| | {kind} | a | A | {agg} | {value} |\n"
    )


def expression(source: str) -> str:
    """A condition in row 3."""
    return rows(f"integer | b | B | sum | {source}")


CASES: list[tuple[str, str, str, int, str]] = [
    # sheets and headers
    (rows() + "| Survey |\n| | type |\n", "sheet_twice", "survey", 0, ""),
    ("| survey |\n| | type | name | type |\n| | text | a | b |\n", "header_twice", "survey", 1, "type"),
    ("| survey |\n| | type | name | |\n| | text | a | b |\n", "cell_without_header", "survey", 2, ""),
    ("| survey |\n| | type | name |\n| | text | a | b | c |\n", "cell_without_header", "survey", 2, ""),
    ("| surveys |\n| | type | name |\n| | text | a |\n", "survey_missing", "", 0, ""),
    (rows() + "| entities |\n| | list_name |\n| | x |\n", "sheet_refused", "entities", 0, ""),
    (column("choice_filter", "x=1"), "column_refused", "survey", 2, "choice_filter"),
    (column("default", "5"), "column_ignored", "survey", 2, "default"),
    (column("relevent", "1"), "column_misspelt", "survey", 1, "relevent"),
    (column("bc:foo", "1"), "column_misspelt", "survey", 1, "bc:foo"),
    (column("ghi chú", "1"), "column_unknown", "survey", 1, "ghi chú"),
    # structure
    (rows("| b | B"), "type_missing", "survey", 3, "type"),
    (rows("| | | sum"), "row_ignored", "survey", 3, ""),
    (rows("begin_repeat | r | R", "text | b | B", "end_repeat"), "repeat_refused", "survey", 3, "type"),
    (rows("geopoint | b | B"), "type_refused", "survey", 3, "type"),
    (rows("interger | b | B"), "type_refused", "survey", 3, "type"),
    (rows("select_one_from_file x.csv | b | B"), "type_refused", "survey", 3, "type"),
    (rows("select_one | b | B"), "list_name_missing", "survey", 3, "type"),
    (rows("select_one l or_other | b | B") + CHOICES, "or_other_refused", "survey", 3, "type"),
    (rows("end_group"), "group_not_opened", "survey", 3, "type"),
    (rows("begin_group | g | G", "text | b | B"), "group_not_closed", "survey", 3, ""),
    (rows("begin_group | g | G", "end_group"), "group_empty", "survey", 3, ""),
    (rows().replace("integer", "note"), "no_questions", "", 0, ""),
    # names, labels and flags
    (rows("integer | | B | sum"), "name_missing", "survey", 3, "name"),
    (rows("integer | số người | B | sum"), "name_wrong", "survey", 3, "name"),
    (rows(f"integer | {'b' * 51} | B | sum"), "name_wrong", "survey", 3, "name"),
    (rows("integer | a | B | sum"), "name_twice", "survey", 3, "name"),
    (rows("integer | A | B | sum"), "name_alike", "survey", 3, "name"),
    (rows("integer | b | | sum"), "label_missing", "survey", 3, "label"),
    (rows("integer | b | Trong ${a} | sum"), "answer_in_text", "survey", 3, "label"),
    (column("required", "${a} > 1"), "required_wrong", "survey", 2, "required"),
    (rows("calculate | b | B"), "calculation_missing", "survey", 3, "calculation"),
    (column("appearance", "numbers"), "appearance_ignored", "survey", 2, "appearance"),
    (column("readonly", "yes"), "readonly_refused", "survey", 2, "readonly"),
    (rows("integer | b | B | sum | | . > 1"), "constraint_without_message", "survey", 3, "constraint"),
    (
        rows("integer | b | B | sum | | | Sai"),
        "message_without_constraint",
        "survey",
        3,
        "constraint_message",
    ),
    (
        rows("calculate | b | B | sum | | . > 1 | Sai | ${a}"),
        "constraint_on_computed",
        "survey",
        3,
        "constraint",
    ),
    # our columns
    (column("bc:slot", "1.6"), "slot_wrong", "survey", 2, "bc:slot"),
    (column("bc:short", "x" * 41), "short_too_long", "survey", 2, "bc:short"),
    (column("bc:words", "mới, quý 3"), "word_with_digit", "survey", 2, "bc:words"),
    (column("bc:kind", "date"), "kind_wrong", "survey", 2, "bc:kind"),
    (column("bc:unit", "kg", "decimal", "last"), "decimal_as_percent", "survey", 2, ""),
    (column("hint", "x", agg=""), "agg_missing", "survey", 2, ""),
    (column("hint", "x", agg="total"), "agg_wrong", "survey", 2, "bc:agg"),
    (column("bc:unit", "%", "decimal", "sum"), "agg_unfit", "survey", 2, "bc:agg"),
    (column("hint", "x", "text", "sum"), "agg_unfit", "survey", 2, "bc:agg"),
    # choices
    (rows("select_one m | b | B") + CHOICES, "list_missing", "survey", 3, "type"),
    (rows("select_one l | b | B"), "list_missing", "survey", 3, "type"),
    (rows() + CHOICES, "list_unused", "choices", 2, "list_name"),
    (
        rows("select_one l | b | B") + CHOICES + "| | | c | C |\n",
        "choice_list_missing",
        "choices",
        4,
        "list_name",
    ),
    (rows("select_one l | b | B") + CHOICES + "| | l | | C |\n", "choice_name_missing", "choices", 4, "name"),
    (
        rows("select_one l | b | B") + CHOICES + "| | l | c d | C |\n",
        "choice_name_spaces",
        "choices",
        4,
        "name",
    ),
    (rows("select_one l | b | B") + CHOICES + "| | l | a | C |\n", "choice_twice", "choices", 4, "name"),
    (
        rows("select_one l | b | B") + CHOICES + "| | l | c | |\n",
        "choice_label_missing",
        "choices",
        4,
        "label",
    ),
    # expressions
    (expression("iif(${a} > 1, 1, 0)"), "function_unknown", "survey", 3, "relevant"),
    (expression("AND(${a} > 1, 1)"), "function_unknown", "survey", 3, "relevant"),
    (expression("round()"), "function_arity", "survey", 3, "relevant"),
    (expression("if(${a}, 1)"), "function_arity", "survey", 3, "relevant"),
    (expression("today(1) > 1"), "function_arity", "survey", 3, "relevant"),
    (expression("concat()"), "function_arity", "survey", 3, "relevant"),
    (expression("regex('x', '(')"), "regex_wrong", "survey", 3, "relevant"),
    (expression("${aa} > 1"), "question_unknown", "survey", 3, "relevant"),
    (expression("${last-saved#zzz} > 1"), "question_unknown", "survey", 3, "relevant"),
    (rows("select_one l | b | B | none | ${b} = 'c'") + CHOICES, "option_unknown", "survey", 3, "relevant"),
    (
        rows("select_one l | b | B | none | | selected(., 'c') | Sai") + CHOICES,
        "option_unknown",
        "survey",
        3,
        "constraint",
    ),
    (rows("calculate | b | | | | | | ${c}", "calculate | c | | | | | | ${b}"), "circle", "survey", 3, ""),
    (rows("integer | b | B | sum | . > 1"), "circle", "survey", 3, ""),
    (rows("begin_group | g | | | ${b} > 1", "integer | b | B | sum", "end_group"), "circle", "survey", 3, ""),
    (expression("(" * 50 + "1" + ")" * 50), "syntax_too_complex", "survey", 3, "relevant"),
    (expression("1 + " * 600 + "1"), "syntax_too_complex", "survey", 3, "relevant"),
    (expression("1+" * 900 + "1"), "syntax_too_complex", "survey", 3, "relevant"),
    (expression("-" * 900 + "1"), "syntax_too_complex", "survey", 3, "relevant"),
    (expression("${a} # 1"), "syntax_character", "survey", 3, "relevant"),
    (expression("(${a} > 1))"), "syntax_bracket_extra", "survey", 3, "relevant"),
    (expression("(${a} > 1"), "syntax_bracket_open", "survey", 3, "relevant"),
    (expression("${a}, 1"), "syntax_comma", "survey", 3, "relevant"),
    (expression("(${a}, 1)"), "syntax_comma", "survey", 3, "relevant"),
    (expression("${a} ${a}"), "syntax_operator_missing", "survey", 3, "relevant"),
    (expression("1 < ${a} < 5"), "syntax_comparison_chained", "survey", 3, "relevant"),
    (expression("${a} = yes"), "syntax_name_bare", "survey", 3, "relevant"),
    (expression("a > 1"), "syntax_name_bare", "survey", 3, "relevant"),
    (expression("true"), "syntax_name_bare", "survey", 3, "relevant"),
    (expression("${a} >"), "syntax_value_missing", "survey", 3, "relevant"),
    (expression("> 1"), "syntax_value_missing", "survey", 3, "relevant"),
    (expression("if(, 1, 2)"), "syntax_value_missing", "survey", 3, "relevant"),
    (expression("${a} > 2023-10-14"), "syntax_date_bare", "survey", 3, "relevant"),
    (expression("/data/a > 1"), "syntax_path", "survey", 3, "relevant"),
    (expression("../a > 1"), "syntax_path", "survey", 3, "relevant"),
    (expression(".. > 1"), "syntax_path", "survey", 3, "relevant"),
    (expression("${a} / 2"), "syntax_path", "survey", 3, "relevant"),
    (expression("${a} == 1"), "syntax_operator_wrong", "survey", 3, "relevant"),
    (expression("${a} <> 1"), "syntax_operator_wrong", "survey", 3, "relevant"),
    (expression("${a} ≥ 1"), "syntax_operator_wrong", "survey", 3, "relevant"),
    (expression("${a} AND 1"), "syntax_operator_wrong", "survey", 3, "relevant"),
    (expression("if(${a}; 1; 2)"), "syntax_operator_wrong", "survey", 3, "relevant"),
    (expression("${a} > 0,5"), "syntax_decimal_comma", "survey", 3, "relevant"),
    (expression("${a} = 'x"), "syntax_quote_open", "survey", 3, "relevant"),
    (expression("${ a } > 1"), "syntax_answer_broken", "survey", 3, "relevant"),
    (expression("$a > 1"), "syntax_answer_broken", "survey", 3, "relevant"),
    (expression("${a > 1"), "syntax_answer_broken", "survey", 3, "relevant"),
    (expression("${a} > 1.000.000"), "syntax_number_dots", "survey", 3, "relevant"),
    (expression("${a} > 5tr"), "syntax_number_letters", "survey", 3, "relevant"),
    (expression("${a} > 1e5"), "syntax_number_letters", "survey", 3, "relevant"),
]
GROUPS = "| survey |\n| | type | name | label | bc:agg | appearance | bc:words |\n"
GROUPS += "| | begin_group | g | G | | field-list |\n"
END = "| | end_group |\n"
SIX = "".join(f"| | integer | b{n} | B{n} | sum |\n" for n in range(6))
CLASH = "| | integer | b | B | sum | | mới |\n| | integer | c | C | sum | | Mới |\n"
INNER = f"| | begin_group | h | H |\n| | integer | b | B | sum |\n{END}"
CHAIN = [f"calculate | c{n} | | | | | | ${{{f'c{n - 1}' if n else 'a'}}}" for n in range(60)]
CASES += [
    (GROUPS.replace("field", "table") + SIX + END, "group_appearance", "survey", 2, "appearance"),
    (GROUPS + INNER + END, "group_in_field_list", "survey", 3, ""),
    (GROUPS + "| | text | b | B |\n" + END, "asked_alone", "survey", 3, ""),
    (GROUPS + SIX + END, "group_too_long", "survey", 2, ""),
    (GROUPS + CLASH + END, "words_clash", "survey", 4, ""),
    (rows(*CHAIN), "chain_too_long", "survey", 0, ""),
]
SETTING_CASES: list[tuple[str, str, int, str]] = [
    ("| settings |\n| | form_title |\n| | F |\n", "form_id_missing", 2, ""),
    ("| settings |\n| | form_id | version |\n| | 1 biểu | 1 |\n", "form_id_wrong", 2, "form_id"),
    ("| settings |\n| | form_id | version |\n| | f | 1 |\n| | g | 1 |\n", "settings_twice", 3, ""),
    (
        "| settings |\n| | form_id | version | bc:audience |\n| | f | 1 | all |\n",
        "audience_wrong",
        2,
        "bc:audience",
    ),
]


def matching(findings: list[Finding], key: str) -> Finding:
    found = [finding for finding in findings if finding.key == key]
    assert found, [finding.key for finding in findings]
    return found[0]


@pytest.mark.parametrize(("source", "key", "sheet", "row", "column_name"), CASES)
def test_finding(source: str, key: str, sheet: str, row: int, column_name: str) -> None:
    findings = check_form((source + SETTINGS).encode(), "f.md")
    finding = matching(findings, key)
    assert finding.sheet == sheet
    assert row in (0, finding.row)
    assert finding.column == column_name
    text = describe(finding)
    assert "{" not in text.replace("${", "")
    assert "None" not in text
    for part in (sheet, f"dòng {row}" if row else "", column_name):
        assert part in text


@pytest.mark.parametrize(("settings", "key", "row", "column_name"), SETTING_CASES)
def test_settings(settings: str, key: str, row: int, column_name: str) -> None:
    finding = matching(check_form((rows() + settings).encode(), "bieu thang.md"), key)
    assert (finding.sheet, finding.row, finding.column) == ("settings", row, column_name)
    assert describe(finding)


def test_a_form_with_errors_is_not_loaded_and_one_with_warnings_is() -> None:
    with pytest.raises(BadFile) as caught:
        load_form((expression("iif(1, 2, 3)") + SETTINGS).encode(), "f.md")
    assert [finding.key for finding in caught.value.findings if isinstance(finding, Finding)] == [
        "function_unknown"
    ]
    assert load_form((column("default", "5") + SETTINGS).encode(), "f.md").code == "f"


def test_all_slips_are_told_at_once() -> None:
    source = rows(
        "integer | b | B | sum | iif(1, 2, 3) and left(2)", "geopoint | c", "text | | D | concat | ${zz}"
    )
    keys = [finding.key for finding in check_form((source + SETTINGS).encode(), "f.md")]
    assert keys == [
        "function_unknown",
        "function_unknown",
        "type_refused",
        "name_missing",
        "question_unknown",
    ]


def test_an_expression_that_does_not_parse_is_searched_for_unknown_names() -> None:
    source = rows("geopoint | g | G", "integer | b | B | sum | iif(${aa} > 1, 'len(2)', max(${g}, 2), 0")
    found = [(f.key, f.facts.get("found")) for f in check_form((source + SETTINGS).encode(), "f.md")]
    assert found[1:] == [
        ("syntax_bracket_open", None),
        ("function_unknown", "iif"),
        ("question_unknown", "aa"),
    ]


def test_the_wording_names_place_and_remedy() -> None:
    findings = check_form((expression("iif(${a} > 1, 1, 0)") + SETTINGS).encode(), "f.md")
    assert [describe(finding) for finding in findings] == [
        "Trang survey, dòng 3 (dòng 4 của tệp), cột relevant, ký tự thứ 1: "
        "hàm «iif» không có trong danh sách được dùng; ý đồng chí là «if»?"
    ]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("true", "«true()»"),
        ("a > 1", "«${a}»"),
        ("${a} = yes", "«'yes'»"),
        ("${ a } = 1", "«${a}»"),
        ("OR(1, 2)", "${a} or ${b}"),
        ("${a} > 0,5", "0.5"),
        ("${aa} > 1", "«a»"),
    ],
)
def test_what_was_probably_meant(source: str, words: str) -> None:
    findings = check_form((expression(source) + SETTINGS).encode(), "f.md")
    assert words in describe(findings[0])


def test_what_a_form_says_is_never_read_as_a_template() -> None:
    findings = check_form((expression("${a} = {{ 7 * 7 }}") + SETTINGS).encode(), "f.md")
    assert "49" not in describe(findings[0])
    finding = Finding(
        "error",
        "type_refused",
        "survey",
        3,
        "type",
        {"found": "{{ 7 * 7 }}", "name": "", "meant": "", "known": ()},
    )
    assert "{{ 7 * 7 }}" in describe(finding)


def test_every_finding_is_worded_and_every_wording_is_used() -> None:
    sources = [path.read_text(encoding="utf8") for path in Path(forms.__file__).parent.glob("*.py")]
    assert len(sources) > 10
    said = set(re.findall(r"(?:error|warning|_Hopeless)\(\s*\"(\w+)\"", "\n".join(sources)))
    said |= {"agg_unfit", "agg_wrong"}
    said |= {f"syntax_{key}" for key in re.findall(r"Slip\(\s*\"(\w+)\"", "\n".join(sources))}
    worded = {path.stem for path in (MESSAGES / "form").glob("*.j2")} - {"finding", "place"}
    assert said == worded
