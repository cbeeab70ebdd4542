"""What a form file becomes."""

import pytest

from reporting.forms.load import check_form, load_form
from reporting.forms.model import Form, Option, Question

SETTINGS = "| settings |\n| | form_id | form_title | version |\n| | f | Biểu | 2 |\n"
CHOICES = """
| choices |
| | list_name | name | label |
| | co_khong | co | Có |
| | co_khong | khong | Không |
| | muc | tot | Tốt |
| | muc | kha | Khá |
"""
COLUMNS = (
    "type name label hint bc:short bc:unit bc:agg bc:slot bc:words bc:kind required appearance calculation"
)
EVERYTHING = f"""
| survey |
| | {COLUMNS.replace(" ", " | ")} |
| | begin_group | g | Nhóm | | | | | | | | | field-list | |
| | integer | n | Số người | Ai tính | Người | người | sum | I.6 | người, nhân viên \\| ng | | yes | | |
| | integer | m | Số tiền | | | đồng | sum | | | | | | |
| | note | lu_y | Lưu ý | | | | | | | | | | |
| | decimal | p | Tỷ lệ | | | % | last | | | | | | |
| | text | t | Ghi chú | | | | concat | | | | | | |
| | calculate | hidden | | | | | | | | | | | ${{n}} + 1 |
| | calculate | k | Tổng | | | người | last | | | | | | ${{n}} + ${{hidden}} |
| | end_group | | | | | | | | | | | | |
| | begin group | h | Nhóm ngoài | | | | | | | | | | |
| | select_one co_khong | y | Có họp | | | | | | | | | | |
| | select_one muc | c | Mức | | | | | | | | | | |
| | select_multiple muc | cs | Các mức | | | | | | | | | | |
| | end group | | | | | | | | | | | | |
| | date | d | Ngày | | | | | | | | | | |
| | text | a | Khen thưởng | | | | sum | | | pair | | | |
| | image | i | Ảnh | | | | | | | | | | |
| | file | f | Tệp | | | | | | | | | | |
| | integer | auto | Tự tính | | | | | | | | | | ${{n}} * 2 |
"""


@pytest.fixture
def form() -> Form:
    return load_form((EVERYTHING + CHOICES + SETTINGS).encode(), "bieu.md")


def test_the_form(form: Form) -> None:
    assert (form.code, form.title, form.version, form.audience) == ("f", "Biểu", "2", "grassroots")
    assert len(form.digest) == 64


def test_a_field_list_is_one_message_and_everything_else_is_asked_alone(form: Form) -> None:
    messages = [(group.code, [question.code for question in group.questions]) for group in form.groups]
    assert messages[0] == ("g", ["n", "m", "lu_y", "p", "hidden", "k"])
    assert [code for code, _ in messages] == ["g", "t", "y", "c", "cs", "d", "a", "i", "f", "auto"]
    assert form.groups[0].label == "Nhóm"
    assert form.groups[2].label == "Nhóm ngoài"
    assert all(
        question.group == code
        for code, group in zip((g.code for g in form.groups), form.groups, strict=True)
        for question in group.questions
    )


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("n", "count"),
        ("m", "money"),
        ("p", "percent"),
        ("t", "text"),
        ("k", "count"),
        ("hidden", "text"),
        ("y", "yesno"),
        ("c", "choice"),
        ("cs", "choices"),
        ("d", "date"),
        ("a", "pair"),
        ("i", "file"),
        ("f", "file"),
        ("auto", "count"),
        ("lu_y", "note"),
    ],
)
def test_the_kind_follows_from_type_unit_and_options(form: Form, code: str, kind: str) -> None:
    assert form.question(code).kind == kind


def test_a_question_keeps_what_its_row_says(form: Form) -> None:
    assert form.question("n") == Question(
        code="n",
        label="Số người",
        short="Người",
        type="integer",
        kind="count",
        unit="người",
        agg="sum",
        slot="I.6",
        words=("người", "nhân viên", "ng"),
        hint="Ai tính",
        required=True,
        group="g",
    )
    assert form.question("c").options == (Option("tot", "Tốt"), Option("kha", "Khá"))
    assert form.question("m").short == "Số tiền"


def test_what_is_asked_shown_and_computed(form: Form) -> None:
    assert {q.code for q in form.questions if q.computed} == {"hidden", "k", "auto"}
    assert {q.code for q in form.questions if not q.shown} == {"hidden", "lu_y"}
    assert {q.code for q in form.questions if not q.asked} == {"hidden", "k", "auto", "lu_y"}
    with pytest.raises(KeyError):
        form.question("none")


@pytest.mark.parametrize("unit", ["đồng", "Đồng", "VNĐ", "vnd", "đ", "₫"])
def test_money_is_known_by_its_unit(unit: str) -> None:
    source = (
        f"| survey |\n| | type | name | label | bc:unit | bc:agg |\n| | integer | a | A | {unit} | sum |\n"
    )
    assert load_form((source + SETTINGS).encode(), "f.md").question("a").kind == "money"


@pytest.mark.parametrize(
    ("headers", "language", "expected"),
    [
        ("label::English (en) | label::Tiếng Việt (vi)", "", "B"),
        ("label::English (en) | label::Tiếng Việt (vi)", "English (en)", "A"),
        ("label::English (en) | label", "", "B"),
        ("label::English (en) | label::Français (fr)", "", "A"),
        ("Label | note", "", "A"),
        ("caption | note", "", "A"),
    ],
)
def test_headers_have_other_spellings_and_languages(headers: str, language: str, expected: str) -> None:
    source = f"| survey |\n| | type | name | bind::bc:agg | {headers} |\n| | integer | a | sum | A | B |\n"
    source += f"| settings |\n| | form_id | version | default_language |\n| | f | 1 | {language} |\n"
    assert load_form(source.encode(), "f.md").question("a").label == expected


def test_the_columns_names_are_those_of_pyxform() -> None:
    header = (
        "| | Type | name | label | bind::bc:agg | relevance | constraining message | bind::constraint |\n"
    )
    source = f"| survey |\n{header}| | integer | a | A | sum | true() | Sai | . > 1 |\n"
    form = load_form((source + SETTINGS).encode(), "f.md")
    assert form.question("a").constraint_message == "Sai"
    assert form.logic["a"].constraint is not None
    assert len(form.logic["a"].relevant) == 1


def test_an_ordinary_xlsform_is_sound() -> None:
    """Without any column of ours and without settings."""
    source = "| survey |\n| | type | name | label | required | constraint | constraint_message |\n"
    source += "| | integer | age | Tuổi | yes | . < 120 | Tuổi quá lớn |\n| | select_one co_khong | y | Có họp | no |\n"
    assert check_form((source + CHOICES.replace("muc", "co_khong")).encode(), "f.md") == []


def test_a_file_without_settings_is_known_by_its_name() -> None:
    source = "| survey |\n| | type | name | label | bc:agg |\n| | integer | a | A | sum |\n"
    assert load_form(source.encode(), "/tmp/Biểu tháng 10.md").code == "Bi-u-th-ng-10"
    assert load_form(source.encode(), "").code == "form"


def test_the_digest_is_that_of_the_content() -> None:
    source = "| survey |\n| | type | name | label | bc:agg |\n| | integer | a | A | sum |\n"
    spaced = "prose\n| survey |\n|  | type |   name | label | bc:agg | |\n\n# note\n| | integer | a | A | sum | |\n"
    other = source.replace("| A |", "| B |")
    digests = [load_form((text + SETTINGS).encode(), "f.md").digest for text in (source, spaced, other)]
    assert digests[0] == digests[1] != digests[2]


def test_our_columns_need_no_namespace_to_convert() -> None:
    source = "| survey |\n| | type | name | label | bind::bc:agg |\n| | integer | a | A | sum |\n"
    assert check_form((source + SETTINGS).encode(), "f.md") == []
    declared = SETTINGS.replace("version |", "version | namespaces |").replace(
        "| 2 |", '| 2 | x="https://example.org/" |'
    )
    assert check_form((source + declared).encode(), "f.md") == []
