"""The annexes: short headings, what is nought left out, names on one line, no page without anything on it."""

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import qn

from bot.pdf import found_printer
from reporting.documents.model import Figure, Snapshot
from reporting.values import Pair
from templates.documents.annexes import NOUGHT, Column, by_superior, coverage
from templates.documents.issue import without_controls
from templates.documents.paper_check import check_paper
from templates.documents.paper_format import paper_format
from templates.documents.widths import text_width, wrapped_width
from tests.documents.paper.material import PROFILE, composed, october, superiors
from tests.documents.paper.months import MONTHS, paper
from tests.documents.paper.test_compose import body, lines, text


def tables(docx: bytes) -> list[list[list[str]]]:
    """The annexes' tables, cell by cell."""
    found = list(body(docx).iter(qn("w:tbl")))[2:]
    return [[[text(c) for c in row.iter(qn("w:tc"))] for row in t.iter(qn("w:tr"))] for t in found]


def widths(docx: bytes, number: int) -> list[int]:
    table = list(body(docx).iter(qn("w:tbl")))[2 + number]
    return [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]


def of(snapshot: Snapshot) -> dict[str, Column]:
    return {c.heading: c for c in by_superior(snapshot, snapshot.figures, PROFILE).columns}


def test_annexes_name_the_missing_units_and_the_figures_by_superior() -> None:
    coverage, figures = tables(composed().docx)
    assert coverage[1][1:6] == ["Liên đoàn Lao động thành phố Lai Châu", "11", "8", "0", "3"]
    assert coverage[1][6] == "CĐCS Tả Lèng 1; CĐCS Trường THCS Bản Giang 3; CĐCS Tả Lèng 6"
    assert coverage[-1] == ["", "Tổng cộng", "119", "94", "5", "25", ""]
    column = figures[0].index("Tiền chăm lo (triệu đồng)")
    assert [row[column] for row in figures[1:4]] == ["0", "1,25", "2,5"]
    assert figures[-1][1] == "Tổng cộng" and figures[-1][column] == "56,25"


def test_where_nobody_is_missing_there_is_no_column_for_them() -> None:
    full = tables(composed(october(superiors(absent=0))).docx)[0]
    assert full[0][-1] == "Chưa báo cáo" and {len(row) for row in full} == {6}


def test_names_of_superiors_stand_on_one_line() -> None:
    for made in (MONTHS["half"](), MONTHS["october"]()):
        names = [text_width(row.name, 12) for row in made.snapshot.superiors]
        docx = paper(made).docx
        for number in range(len(tables(docx))):
            assert widths(docx, number)[1] >= max(names) + 114, "with the margins of a cell"


def test_the_first_annex_is_no_wider_than_the_page() -> None:
    for rows in (superiors(), superiors(absent=0), superiors(3, absent=1), superiors(40, absent=300)):
        assert sum(widths(composed(october(rows)).docx, 0)) <= 9355


def test_what_is_nought_everywhere_is_named_under_the_table() -> None:
    docx = paper(MONTHS["october"]()).docx
    _, figures = tables(docx)
    assert figures[0] == ["TT", "Công đoàn cấp trên", *of(MONTHS["october"]().snapshot)]
    assert not any({row[n] for row in figures[1:]} == {"0"} for n in range(2, len(figures[0])))
    [note] = [line for line in lines(docx) if line.startswith(NOUGHT)]
    assert "số suất quà đã tặng;" in note and note.endswith(".")


def test_what_nobody_gave_is_not_nought() -> None:
    rows = tuple(replace(row, figures={"visits": 0} if n else {}) for n, row in enumerate(superiors(3)))
    made = by_superior(october(rows, visits=3).snapshot, {}, PROFILE)
    assert [column.cells for column in made.columns] == [("–", "0", "0")]
    unknown = by_superior(october(rows, visits=None).snapshot, {}, PROFILE)
    assert [column.total for column in unknown.columns] == ["–"] and not unknown.nought


def test_where_all_is_nought_all_is_shown() -> None:
    rows = tuple(replace(row, figures={"visits": 0, "gifts": 0}) for row in superiors(3))
    made = by_superior(october(rows, visits=0, gifts=0).snapshot, {}, PROFILE)
    assert len(made.columns) == 2 and not made.nought


@pytest.mark.parametrize(
    ("figure", "heading"),
    [
        (Figure("a", "2023-10", "count", 1, "đoàn viên", "Số đoàn viên giảm", short="Giảm"), "Giảm (đoàn viên)"),
        (Figure("a", "2023-10", "count", 1, "bản", "Số thỏa ước ký mới", short="Thỏa ước"), "Thỏa ước"),
        (Figure("a", "2023-10", "count", 1, "suất", "Số suất quà đã tặng", short="Suất quà"), "Suất quà"),
        (Figure("a", "2023-10", "money", 1, "đồng", "Tổng số tiền", short="Tiền"), "Tiền (triệu đồng)"),
        (Figure("a", "2023-10", "count", 1, "", "Số lớp học"), "Số lớp học"),
        (Figure("a", "2023-10", "pair", Pair(1, 2), "", "Bằng khen"), "Bằng khen"),
    ],
)  # fmt: skip
def test_a_heading_is_short_and_has_the_unit_that_it_needs(figure: Figure, heading: str) -> None:
    value = figure.value
    assert value is not None
    row = replace(superiors(1)[0], figures={"a": value})
    snapshot = replace(october().snapshot, superiors=(row,), figures={figure.tag: figure})
    assert list(of(snapshot)) == [heading]


def test_a_column_holds_its_heading_on_as_many_lines() -> None:
    heading = "Số buổi tuyên truyền, tọa đàm"
    assert wrapped_width(heading, 1, 11) == text_width(heading, 11)
    assert wrapped_width(heading, 2, 11) == text_width("truyền, tọa đàm", 11)
    assert wrapped_width(heading, 9, 11) == text_width("truyền,", 11)
    assert wrapped_width("", 2, 11) == 0


def last_page(docx: bytes) -> Any:
    return body(docx).find(f"{qn('w:body')}/{qn('w:sectPr')}/{qn('w:pgSz')}").get(qn("w:orient"))


def test_the_second_annex_lies_across_where_it_is_wide_and_is_split_where_it_is_wider() -> None:
    narrow = composed(october(superiors(3, ("visits", "gifts")))).docx
    wide = paper(MONTHS["everything"]()).docx
    wider = composed(october(superiors(3, tuple("abcdefghijklmnopqrstuvwxyz")))).docx
    assert [last_page(docx) for docx in (narrow, wide, wider)] == [None, "landscape", None]
    assert [len(tables(docx)) for docx in (narrow, wide, wider)] == [2, 2, 5]
    assert check_paper(wider, paper_format("tld-933")) == []


@pytest.mark.parametrize("name", MONTHS)
def test_nothing_blank_can_make_a_page_of_its_own(name: str) -> None:
    """After a table at the end of a section comes a note, or one paragraph of one point."""
    body_ = body(paper(MONTHS[name]()).docx)[0]
    paragraphs = [p for p in body_.iterchildren(qn("w:p")) if not text(p)]
    for blank in paragraphs:
        spacing = blank.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
        assert spacing.get(qn("w:lineRule")) == "exact"
    last = body_[-2]
    before = last.getprevious()
    assert text(last) or before.tag == qn("w:tbl")


@pytest.mark.parametrize("name", MONTHS)
def test_the_signature_stays_whole_and_with_the_last_sentence(name: str) -> None:
    body_ = body(paper(MONTHS[name]()).docx)[0]
    ending = list(body_.iterchildren(qn("w:tbl")))[1]
    [row] = ending.findall(qn("w:tr"))
    assert row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None
    closing = ending.getprevious()
    assert text(closing).endswith("./.")
    for kept in ("w:keepNext", "w:keepLines"):
        assert closing.find(f"{qn('w:pPr')}/{qn(kept)}") is not None
    assert text_width(text(closing), 14) > 9355, "two lines at least"


def pages(docx: bytes, folder: Path) -> list[list[str]]:
    """The lines of each page as LibreOffice lays it out, without page numbers."""
    printer = found_printer()
    if printer is None or shutil.which("pdftotext") is None:
        told = "LibreOffice, pdftotext: not installed"
        pytest.fail(told) if os.environ.get("CI") == "true" else pytest.skip(told)
    file = folder / "paper.pdf"
    file.write_bytes(printer.print(without_controls(docx)))
    told = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True
    ).stdout
    found = [[line.strip() for line in page.splitlines()] for page in told.split("\f")[:-1]]
    return [[line for line in page if line and not line.isdigit()] for page in found]


@pytest.mark.parametrize(("name", "across"), [("october", 2), ("nothing", 1), ("half", 2), ("everything", 2)])
def test_in_print_no_page_is_blank_and_each_annex_has_one(name: str, across: int, tmp_path: Path) -> None:
    found = pages(paper(MONTHS[name]()).docx, tmp_path)
    assert all(len(page) > 3 for page in found)
    [signed] = [n for n, page in enumerate(found) if any(line.startswith("Nơi nhận:") for line in page)]
    assert len(found) - 1 - signed == across
    closing = [line for line in found[signed] if line.endswith("./.")]
    assert closing, "the last sentence is on the page of the signature"


def test_the_coverage_counts() -> None:
    counted = coverage(MONTHS["half"]().snapshot)
    assert [column.total for column in counted.columns] == ["29", "14", "5", "15"]
    assert counted.absent[0] == "CĐCS Tả Lèng 0"
