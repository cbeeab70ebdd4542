"""Issuing puts in number and day and takes out the draft box; printing unwraps the controls. Nothing else differs."""

import re
from datetime import date

import pytest

from reporting.documents.model import Stamp
from reporting.errors import Broken
from templates.documents import package
from templates.documents.frame import build
from templates.documents.issue import issue, paper_day, without_controls
from tests.documents.paper.material import STAMP, composed

DRAFT = composed(version=3).docx


def xml(docx: bytes) -> str:
    return package.read(docx)[package.BODY].decode()


def test_only_number_date_and_draft_box_differ() -> None:
    issued = issue(DRAFT, STAMP, "Lai Châu")
    expected = re.sub(r'<w:p>(?:(?!</w:p>).)*w:name="paper_draft.*?</w:p>', "", xml(DRAFT), flags=re.S)
    expected = expected.replace("……/BC-LĐLĐ", "02/BC-LĐLĐ").replace("ngày … tháng 10", "ngày 17 tháng 10")
    assert "DỰ THẢO" in xml(DRAFT) and "DỰ THẢO" not in expected
    assert re.sub(r"^<\?xml.*?\?>\s*", "", xml(issued)) == re.sub(r"^<\?xml.*?\?>\s*", "", expected)
    others = {name: data for name, data in package.read(DRAFT).items() if name != package.BODY}
    assert {name: data for name, data in package.read(issued).items() if name != package.BODY} == others


def test_number_and_day_stand_in_the_annexes_too() -> None:
    assert xml(issue(DRAFT, STAMP, "Lai Châu")).count("02/BC-LĐLĐ") == 3


def test_another_stamp_replaces_the_first() -> None:
    twice = issue(issue(DRAFT, STAMP, "Lai Châu"), Stamp("12/BC-LĐLĐ", date(2024, 2, 5)), "Lai Châu")
    assert "02/BC-LĐLĐ" not in xml(twice) and "Lai Châu, ngày 05 tháng 02 năm 2024" in xml(twice)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2024, 2, 5), "ngày 05 tháng 02 năm 2024"),
        (date(2024, 3, 15), "ngày 15 tháng 3 năm 2024"),
        (date(2023, 12, 1), "ngày 01 tháng 12 năm 2023"),
    ],
)
def test_days_below_ten_and_the_first_two_months_get_a_nought(day: date, text: str) -> None:
    assert paper_day(day) == text


def test_a_paper_composed_elsewhere_cannot_be_issued() -> None:
    with pytest.raises(Broken):
        issue(build(), STAMP, "Lai Châu")


def test_printing_leaves_the_words_and_takes_the_controls() -> None:
    printed = without_controls(DRAFT)
    words = re.compile(r"<w:t[ >].*?</w:t>", re.S)
    assert "<w:sdt>" in xml(DRAFT) and "w:sdt" not in xml(printed)
    assert words.findall(xml(printed)) == words.findall(xml(DRAFT))
