"""Files that are damaged, hostile or not forms at all: findings, never an exception."""

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporting.forms.findings import MOST
from reporting.forms.load import check_form, load_form
from reporting.forms.source import MAX_BYTES, MAX_UNPACKED
from templates.form_findings import describe

Workbook = Callable[[Mapping[str, list[list[object]]]], bytes]

SURVEY: list[list[object]] = [["type", "name", "label", "bc:agg"], ["integer", "a", "A", "sum"]]
SETTINGS: list[list[object]] = [["form_id", "form_title", "version"], ["f", "F", 1]]
MARKDOWN = "| survey |\n| | type | name | label | bc:agg |\n| | integer | a | A | sum |\n"


def keys(data: bytes, name: str = "f.xlsx") -> list[str]:
    findings = check_form(data, name)
    assert all(describe(finding) for finding in findings)
    return [finding.key for finding in findings]


def archive(**parts: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return stream.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """A workbook with one part added or replaced."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "file_empty"),
        (b" \n\t", "file_empty"),
        (b"x" * (MAX_BYTES + 1), "file_too_large"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "file_old_or_locked"),
        (b"PK\x03\x04 not really", "file_damaged"),
        (b"PK", "file_damaged"),
        (archive(**{"word/document.xml": b"<x/>"}), "file_unknown"),
        (archive(**{"xl/workbook.xml": b"<x/>"}), "file_damaged"),
        (archive(**{"xl/workbook.xml": b"<x/>", "xl/vbaProject.bin": b"x"}), "file_macros"),
        (archive(**{"xl/workbook.xml": b"\0" * (MAX_UNPACKED + 1)}), "file_too_large"),
        (archive(**{f"xl/{n}.xml": b"" for n in range(600)}), "file_too_large"),
        (archive(**{"xl/workbook.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}), "file_damaged"),
        ("| survey |\n| | type |".encode("utf-16"), "file_encoding"),
        ("| survey | Công đoàn".encode("cp1258", "replace"), "file_encoding"),
        (b"| survey |\0", "file_encoding"),
        (b"type,name\ntext,a\n", "file_unknown"),
        (b"# A title\nand prose\n", "file_unknown"),
        (("| survey |\n| | type | name |\n" + "| | text | a |\n" * 1001).encode(), "too_many_rows"),
        (f"| survey |\n| | type | {'x' * 5000} |\n".encode(), "cell_too_long"),
        (b"| survey |\n| | type |" + b"x|" * 500_000, "too_many_columns"),
    ],
)  # fmt: skip
def test_file(data: bytes, key: str) -> None:
    assert keys(data) == [key]


def test_a_workbook_reads_like_its_markdown(workbook: Workbook) -> None:
    settings = "| settings |\n| | form_id | form_title | version |\n| | f | F | 1 |\n"
    made = load_form(workbook({"survey": SURVEY, "settings": SETTINGS}), "f.xlsx")
    assert made == load_form((MARKDOWN + settings).encode(), "f.md")


def test_blank_rows_do_not_shift_the_rows_of_findings(workbook: Workbook) -> None:
    data = workbook({"survey": [*SURVEY, [], [], ["geopoint", "b", "B"]], "settings": SETTINGS})
    assert [(f.key, f.row, f.facts.get("line")) for f in check_form(data, "f.xlsx")] == [
        ("type_refused", 5, None)
    ]
    source = MARKDOWN + "| | | | | |\n\nprose\n# comment\n|---|---|\n| | geopoint | b | B | |\n"
    found = check_form(source.encode(), "f.md")[-1]
    assert (found.key, found.row, found.facts["line"]) == ("type_refused", 4, 9)


def test_a_workbook_without_headers(workbook: Workbook) -> None:
    assert keys(workbook({"survey": [[], ["integer", "a"]]})) == ["survey_missing", "header_missing"]


def test_rows_far_below(workbook: Workbook) -> None:
    blank: list[list[object]] = [[] for _ in range(1200)]
    assert keys(workbook({"survey": [*SURVEY, *blank, ["text", "b", "B"]]})) == ["too_many_rows"]
    assert keys(workbook({"survey": [*SURVEY, *blank], "settings": SETTINGS})) == []


def test_a_form_that_is_wrong_all_over_is_told_in_time() -> None:
    unknown = " + ".join(f"${{x{n}}}" for n in range(100))
    lines = "".join(f"| | integer | a{n} | A | {unknown} |\n" for n in range(900))
    found = keys(("| survey |\n| | type | name | label | relevant |\n" + lines).encode())
    assert found == ["question_unknown"] * MOST


def test_numbers_and_dates_in_cells(workbook: Workbook) -> None:
    form = load_form(workbook({"survey": SURVEY, "settings": [SETTINGS[0], ["f", 2023.0, 1.5]]}), "f.xlsx")
    assert (form.title, form.version) == ("2023", "1.5")


def test_an_entity_in_a_sheet(workbook: Workbook) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    data = with_part(workbook({"survey": SURVEY}), "xl/worksheets/sheet1.xml", bomb)
    assert keys(data) == ["file_damaged"]


def test_a_damaged_sheet(workbook: Workbook) -> None:
    data = with_part(workbook({"survey": SURVEY}), "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row>")
    assert keys(data) == ["file_damaged"]


def test_what_only_pyxform_refuses_is_passed_on_with_its_place() -> None:
    source = MARKDOWN + "| | text | meta | M | concat |\n| settings |\n| | form_id | version |\n| | f | 1 |\n"
    (finding,) = check_form(source.encode(), "f.md")
    assert (finding.key, finding.sheet, finding.row) == ("converter", "survey", 3)
    assert "meta" in describe(finding)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    assert keys(data)
    assert keys(b"PK\x03\x04" + data)


@settings(max_examples=60, deadline=None)
@given(cut=st.integers(0, 6000), flip=st.integers(0, 6000), value=st.integers(0, 255))
def test_a_workbook_with_any_byte_changed(workbook: Workbook, cut: int, flip: int, value: int) -> None:
    data = bytearray(workbook({"survey": SURVEY, "settings": SETTINGS}))
    data[flip % len(data)] = value
    keys(bytes(data))
    assert keys(bytes(data[: cut % len(data)]))


TYPES = "integer;text;select_one l;calculate;begin_group;end_group;begin_repeat;end group;note"
OTHERS = r";a;b;A;${a};${a} > 1;if(;sum;yes;field-list;field-list x;. > 1;${;\|;#;|"
CELLS = st.sampled_from((TYPES + OTHERS).split(";"))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.lists(CELLS, min_size=1, max_size=8), max_size=8),
    st.lists(st.lists(CELLS, max_size=3), max_size=3),
)
def test_any_cells(survey: list[list[str]], choices: list[list[str]]) -> None:
    lines = [
        "| survey |",
        "| | type | name | label | bc:agg | relevant | appearance | calculation | constraint |",
    ]
    lines += [f"| | {' | '.join(row)} |" for row in survey]
    lines += [
        "| choices |",
        "| | list_name | name | label |",
        *(f"| | {' | '.join(row)} |" for row in choices),
    ]
    data = "\n".join(lines).encode()
    if all(finding.severity == "warning" for finding in check_form(data, "f.md")):
        assert load_form(data, "f.md").questions
