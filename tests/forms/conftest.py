"""Forms for the tests: a Markdown survey, the same as a workbook, a filled sheet."""

from collections.abc import Callable, Mapping
from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook

from reporting.forms.load import load_form
from reporting.forms.model import Form
from reporting.forms.sheet import Sheet
from reporting.values import Value

SETTINGS = "| settings |\n| | form_id | form_title | version |\n| | f | F | 1 |\n"

Filler = Callable[..., Sheet]


@pytest.fixture
def today() -> date:
    return date(2023, 10, 17)


@pytest.fixture
def fill(today: date) -> Filler:
    """A Markdown survey with answers, evaluated."""

    def make(survey: str, answers: Mapping[str, Value], previous: Mapping[str, Value] | None = None) -> Sheet:
        form: Form = load_form((survey + SETTINGS).encode(), "f.md")
        return Sheet(form, answers, previous or {}, today)

    return make


@pytest.fixture(scope="session")
def workbook() -> Callable[[Mapping[str, list[list[object]]]], bytes]:
    """A workbook's bytes from rows by sheet name."""

    def make(sheets: Mapping[str, list[list[object]]]) -> bytes:
        book = Workbook()
        del book["Sheet"]
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
        stream = BytesIO()
        book.save(stream)
        return stream.getvalue()

    return make
