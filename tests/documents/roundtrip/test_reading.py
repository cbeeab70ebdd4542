"""What a person sees in a document is what is read from it."""

import pytest

from reporting.documents.word.examine import Returned, examine
from reporting.documents.word.read import Shown, read_paragraphs
from tests.documents.roundtrip.paper import NAMESPACE, Paper, document_xml, docx, package, tag

SENT = docx()
LOANS, VISITS = tag("loans"), tag("visits")


def written(content: str) -> bytes:
    body = f'<w:document xmlns:w="{NAMESPACE}"><w:body>{content}</w:body></w:document>'
    return package({"word/document.xml": body.encode()})


def texts(content: str) -> list[str]:
    return [paragraph.text for paragraph in read_paragraphs(written(content))]


def replaced(old: str, new: str) -> Returned:
    """The report sent, with a piece of its XML otherwise."""
    whole = document_xml(Paper())
    assert whole.count(old) == 1, whole.count(old)
    return examine(SENT, package({"word/document.xml": whole.replace(old, new).encode()}))


def control(name: str, text: str, properties: str = "", inner: str = "<w:r><w:t>{}</w:t></w:r>") -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{name}"/>{properties}</w:sdtPr><w:sdtContent>{inner.format(text)}'
        "</w:sdtContent></w:sdt>"
    )


def test_insertions_count_and_deletions_do_not() -> None:
    content = (
        "<w:p><w:r><w:t>một </w:t></w:r><w:ins><w:r><w:t>hai</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>ba</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>bốn</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t> năm</w:t></w:r></w:moveTo></w:p>"
    )
    assert texts(content) == ["một hai năm"]


@pytest.mark.parametrize("mark", ["del", "moveFrom"])
def test_a_paragraph_whose_mark_is_deleted_runs_on(mark: str) -> None:
    first = f"<w:p><w:pPr><w:rPr><w:{mark}/></w:rPr></w:pPr><w:r><w:t>một </w:t></w:r></w:p>"
    assert texts(f"{first}<w:p><w:r><w:t>hai</w:t></w:r></w:p><w:p/>") == ["một hai", ""]


def test_hidden_text_fields_and_fallbacks_are_not_text() -> None:
    content = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<mc:Choice><w:r><w:t>63</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>63</w:t></w:r></mc:Fallback>"
        "</mc:AlternateContent><w:r><w:tab/><w:noBreakHyphen/></w:r></w:p>"
    )
    assert texts(content) == ["63\t-"]


def test_a_row_whose_deletion_is_tracked_is_gone() -> None:
    row = "<w:tr>{}<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    content = f"<w:tbl>{row.format('<w:trPr><w:del/></w:trPr>', 'cũ')}{row.format('', 'còn')}</w:tbl>"
    assert texts(content) == ["còn"]


def test_a_figure_is_known_by_tag_or_alias_alone() -> None:
    by_tag = control(LOANS, "06").replace("w:alias", "w:tag")
    for content in (by_tag, control(LOANS, "06")):
        assert read_paragraphs(written(f"<w:p>{content}</w:p>"))[0].shown == (Shown(LOANS, "06"),)


def test_a_control_may_hold_a_whole_paragraph() -> None:
    whole = control(LOANS, "06", inner="<w:p><w:r><w:t>{}</w:t></w:r></w:p>")
    assert read_paragraphs(written(whole))[0].shown == (Shown(LOANS, "06"),)


def test_the_pieces_of_a_figure_are_one() -> None:
    pieces = control(LOANS, "", inner="<w:r><w:t>1</w:t></w:r><w:ins><w:r><w:t>06</w:t></w:r></w:ins>")
    assert read_paragraphs(written(f"<w:p>{pieces}</w:p>"))[0].shown == (Shown(LOANS, "106"),)


def test_words_prompt_in_an_empty_control_is_no_figure() -> None:
    whole = document_xml(Paper())
    empty = whole.replace(f'<w:tag w:val="{LOANS}"/>', f'<w:tag w:val="{LOANS}"/><w:showingPlcHdr/>').replace(
        ">06</w:t>", ">Nhấn vào đây để nhập</w:t>", 1
    )
    returned = examine(SENT, package({"word/document.xml": empty.encode()}))
    assert returned.figures[LOANS].kind == "emptied"


@pytest.mark.parametrize(
    ("old", "new", "now"),
    [
        ("Thăm hỏi </w:t>", "Thăm hỏi 1</w:t>", "1245"),
        (" lượt đoàn viên, trị", "0 lượt đoàn viên, trị", "2450"),
        (" lượt đoàn viên, trị", " nghìn lượt đoàn viên, trị", "245 nghìn"),
        (" lượt đoàn viên, trị", ",5 lượt đoàn viên, trị", "245,5"),
    ],
)
def test_what_is_typed_on_to_a_figure_changes_it(old: str, new: str, now: str) -> None:
    returned = replaced(old, new)
    assert (returned.figures[VISITS].kind, returned.figures[VISITS].text) == ("changed", now)
    assert not returned.prose["care"].changed  # the figure stands where it stood


def test_one_of_two_mentions_deleted_is_told_with_what_is_left() -> None:
    body = (("opening", ("Đã gửi {loans} giấy.",)), "Mục sau", "Cả thảy {loans} giấy.", "Hết")
    sent = docx(Paper(body=("Đầu đề", *body)))
    back = docx(Paper(body=("Đầu đề", *body[:2], "Cả thảy giấy.", "Hết")))
    fate = examine(sent, back).figures[LOANS]
    assert (fate.kind, fate.left) == ("deleted", 1)


def test_a_control_of_another_report_is_foreign_and_stays_text() -> None:
    other = control("members_admitted@2023-09", "70")
    returned = replaced('<w:p><w:r><w:t xml:space="preserve">Kinh phí', f"<w:p>{other}<w:r><w:t>Kinh phí")
    assert returned.figures["members_admitted@2023-09"].kind == "foreign"
    assert returned.prose["difficulties"].paragraphs[1].startswith("70")


def test_a_heading_reworded_in_place_leaves_its_sections_as_they_were() -> None:
    returned = replaced("5. Tổ chức cán bộ", "Mục năm, hội nghị")
    assert {prose.certainty for prose in returned.prose.values()} == {"bookmark"}
    assert not any(prose.changed for prose in returned.prose.values())
    assert (returned.frame.added, returned.frame.gone) == (("Mục năm, hội nghị",), ("5. Tổ chức cán bộ",))


def test_a_line_break_makes_two_lines_of_prose() -> None:
    returned = replaced("Kinh phí tập huấn", "Kinh phí</w:t><w:br/><w:t>tập huấn")
    assert returned.prose["difficulties"].paragraphs[1:] == ("Kinh phí", "tập huấn eo hẹp.")


def test_a_bookmark_that_stands_twice_counts_from_first_to_last() -> None:
    again = '<w:bookmarkStart w:id="9000" w:name="slot_rights"/><w:bookmarkEnd w:id="9000"/>'
    assert replaced(
        '<w:r><w:t xml:space="preserve">Các đơn vị giữ', f"{again}<w:r><w:t>Các đơn vị giữ"
    ).unchanged
