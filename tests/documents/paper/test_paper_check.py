"""The format of a paper: what the office's frame makes is sound, and each item that is broken is found and told."""

import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from docx.oxml.ns import qn
from lxml import etree

from reporting.errors import BadFile, WrongUse
from templates.documents import package
from templates.documents.issue import issue
from templates.documents.paper_check import check_paper
from templates.documents.paper_format import FORMATS, paper_format, read_format
from templates.render import finding
from tests.documents.paper.material import STAMP, composed

FORM = paper_format("tld-933")
DRAFT = composed().docx
Breaking = Callable[[dict[str, str]], None]
BODY, STYLES = package.BODY, "word/styles.xml"


def broken(breaking: Breaking, docx: bytes = DRAFT) -> bytes:
    """The paper with something else in its parts (as texts)."""
    parts = {name: data.decode() for name, data in package.read(docx).items() if name.endswith(".xml")}
    before = dict(parts)
    breaking(parts)
    assert parts != before, "nothing was broken"
    return package.write({**package.read(docx), **{name: text.encode() for name, text in parts.items()}})


def in_style(style: str, old: str, new: str) -> Breaking:
    """Replace in one style."""

    def breaking(parts: dict[str, str]) -> None:
        whole = re.search(rf'<w:style [^>]*w:styleId="{style}".*?</w:style>', parts[STYLES], re.S)
        assert whole and old in whole[0], style
        parts[STYLES] = parts[STYLES].replace(whole[0], whole[0].replace(old, new))

    return breaking


def in_body(old: str, new: str, count: int = -1) -> Breaking:
    def breaking(parts: dict[str, str]) -> None:
        assert old in parts[BODY], old
        parts[BODY] = parts[BODY].replace(old, new, count)

    return breaking


def in_part(name: str, old: str, new: str) -> Breaking:
    def breaking(parts: dict[str, str]) -> None:
        part = next(part for part in parts if name in part and old in parts[part])
        parts[part] = parts[part].replace(old, new)

    return breaking


def on_paragraph(text: str, change: Callable[[Any], None]) -> Breaking:
    """Change the first paragraph that says so."""

    def breaking(parts: dict[str, str]) -> None:
        body = etree.fromstring(parts[BODY].encode())
        found = next(
            p for p in body.iter(qn("w:p")) if text in "".join(t.text or "" for t in p.iter(qn("w:t")))
        )
        change(found)
        parts[BODY] = etree.tostring(body, encoding="unicode")

    return breaking


def gone(paragraph: Any) -> None:
    paragraph.getparent().remove(paragraph)


def rule_gone(paragraph: Any) -> None:
    gone(paragraph.getnext())


def with_format(xml: str) -> Callable[[Any], None]:
    """Put a format of its own into every run of the paragraph."""

    def change(paragraph: Any) -> None:
        for run in paragraph.iter(qn("w:r")):
            properties = run.find(qn("w:rPr"))
            if properties is None:
                properties = etree.Element(qn("w:rPr"))
                run.insert(0, properties)
            properties.insert(0, etree.fromstring(xml.replace("/>", f' xmlns:w="{run.nsmap["w"]}"/>')))

    return change


def without_style(style: str) -> Breaking:
    """Take out the paragraphs of a style."""

    def breaking(parts: dict[str, str]) -> None:
        body = etree.fromstring(parts[BODY].encode())
        for named in [each for each in body.iter(qn("w:pStyle")) if each.get(qn("w:val")) == style]:
            gone(named.getparent().getparent())
        parts[BODY] = etree.tostring(body, encoding="unicode")

    return breaking


def put(text: str) -> Callable[[Any], None]:
    """Another text in the paragraph."""

    def change(paragraph: Any) -> None:
        first, *others = paragraph.iter(qn("w:t"))
        first.text = text
        for other in others:
            other.text = ""

    return change


def to_the_left(paragraph: Any) -> None:
    row = paragraph.getparent().getparent()
    row.find(qn("w:tc")).append(paragraph)


def longer(paragraph: Any) -> None:
    paragraph.getnext().find(f".//{qn('w:ind')}").set(qn("w:left"), "0")


ARIAL = 'w:ascii="Arial" w:hAnsi="Arial"'
THEME = 'w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"'


def box(model: Any) -> Any:
    """A draft box, in the dress of the paragraph's neighbours."""
    copied = deepcopy(model)
    put("DỰ THẢO")(copied)
    return copied


CASES: dict[str, tuple[Breaking, set[str]]] = {
    "not A4": (in_body('w:w="11906" w:h="16838"', 'w:w="11906" w:h="15840"'), {"page_size"}),
    "narrow top": (in_body('w:top="1134"', 'w:top="1000"'), {"margin"}),
    "wide bottom": (in_body('w:bottom="1134"', 'w:bottom="1500"'), {"margin"}),
    "narrow left": (in_body('w:left="1701" w:header', 'w:left="1600" w:header'), {"margin"}),
    "wide right": (in_body('w:right="850" w:bottom', 'w:right="1417" w:bottom'), {"margin"}),
    "another font in a style": (in_style("BCThanBai", 'w:hAnsi="Times New Roman"', 'w:hAnsi="Arial"'), {"font"}),
    "another font in a run": (on_paragraph("Cho vay", with_format(f"<w:rFonts {ARIAL}/>")), {"font"}),
    "a theme's font": (on_paragraph("Cho vay", with_format(f"<w:rFonts {THEME}/>")), {"font"}),
    "another font in an annex": (in_style("BCBang", "Times New Roman", "Calibri"), {"font"}),
    "red": (on_paragraph("Cho vay", with_format('<w:color w:val="FF0000"/>')), {"color"}),
    "no country": (on_paragraph("CỘNG HÒA", gone), {"missing"}),
    "country too large": (in_style("BCQuocHieu", 'w:sz w:val="26"', 'w:sz w:val="28"'), {"size", "one_line"}),
    "country not bold": (in_style("BCQuocHieu", 'w:b w:val="1"', 'w:b w:val="0"'), {"bold"}),
    "country not in capitals": (in_body("CỘNG HÒA XÃ HỘI", "Cộng hòa xã hội"), {"capitals"}),
    "country on the left": (on_paragraph("CỘNG HÒA", to_the_left), {"right", "one_line"}),
    "country on two lines": (in_body('gridCol w:w="5655"', 'gridCol w:w="4000"'), {"one_line", "rule_length"}),
    "no motto": (on_paragraph("Độc lập", gone), {"missing"}),
    "motto without blanks": (in_body("Độc lập - Tự do", "Độc lập-Tự do"), {"words"}),
    "motto too small": (in_style("BCTieuNgu", 'w:sz w:val="28"', 'w:sz w:val="24"'), {"size", "rule_length"}),
    "motto not bold": (in_style("BCTieuNgu", 'w:b w:val="1"', 'w:b w:val="0"'), {"bold", "rule_length"}),
    "motto underlined": (on_paragraph("Độc lập", with_format('<w:u w:val="single"/>')), {"underlined"}),
    "motto without a line": (on_paragraph("Độc lập", rule_gone), {"rule"}),
    "issuer without a line": (on_paragraph("TỈNH LAI CHÂU", rule_gone), {"rule"}),
    "issuer's line too long": (on_paragraph("TỈNH LAI CHÂU", longer), {"rule_length"}),
    "superior bold": (in_style("BCCapTren", 'w:b w:val="0"', 'w:b w:val="1"'), {"regular"}),
    "superior too large": (in_style("BCCapTren", 'w:sz w:val="26"', 'w:sz w:val="28"'), {"size"}),
    "issuer not bold": (in_style("BCCoQuan", 'w:b w:val="1"', 'w:b w:val="0"'), {"bold"}),
    "issuer not in capitals": (in_body("TỈNH LAI CHÂU", "Tỉnh Lai Châu", 1), {"capitals"}),
    "no issuer": (without_style("BCCoQuan"), {"missing"}),
    "no number": (on_paragraph("Số: ", gone), {"missing"}),
    "a blank too many in the number": (on_paragraph("Số: ", put("Số : …/BC-LĐLĐ")), {"number_form"}),
    "number too large": (in_style("BCSo", 'w:sz w:val="26"', 'w:sz w:val="28"'), {"size"}),
    "no date": (on_paragraph("Lai Châu, ngày", gone), {"missing"}),
    "date not italic": (in_style("BCNgay", 'w:i w:val="1"', 'w:i w:val="0"'), {"italic"}),
    "date too small": (in_style("BCNgay", 'w:sz w:val="28"', 'w:sz w:val="24"'), {"size"}),
    "month with a nought": (on_paragraph("Lai Châu, ngày", put("Lai Châu, ngày … tháng 09 năm 2023")), {"date_form"}),
    "no kind": (on_paragraph("BÁO CÁO", put("TỜ TRÌNH")), {"missing"}),
    "kind not bold": (in_style("BCTen", 'w:b w:val="1"', 'w:b w:val="0"'), {"bold"}),
    "kind not in capitals": (on_paragraph("BÁO CÁO", put("Báo cáo")), {"capitals"}),
    "kind on the left": (in_style("BCTen", 'w:jc w:val="center"', 'w:jc w:val="left"'), {"centred"}),
    "subject not bold": (in_style("BCTrichYeu", 'w:b w:val="1"', 'w:b w:val="0"'), {"bold"}),
    "subject too large": (in_style("BCTrichYeu", 'w:sz w:val="28"', 'w:sz w:val="32"'), {"size"}),
    "subject without a line": (on_paragraph("Kết quả hoạt động", rule_gone), {"rule"}),
    "body too small": (in_style("BCThanBai", 'w:sz w:val="28"', 'w:sz w:val="24"'), {"size"}),
    "body not justified": (in_style("BCThanBai", 'w:jc w:val="both"', 'w:jc w:val="left"'), {"justified"}),
    "no first line": (in_style("BCThanBai", 'w:firstLine="567"', 'w:firstLine="0"'), {"first_line"}),
    "paragraphs close together": (in_style("BCNhiemVu", 'w:after="120"', 'w:after="40"'), {"between"}),
    "lines far apart": (in_style("BCThanBai", 'w:line="264"', 'w:line="480"'), {"line"}),
    "lines of a fixed height": (in_style("BCThanBai", 'w:lineRule="auto"', 'w:lineRule="exact"'), {"line"}),
    "a number left out": (on_paragraph("Cho vay", put("2. Cho vay vốn.")), {"numbering"}),
    "a letter left out": (on_paragraph("Cho vay", put("b) Cho vay vốn.")), {"numbering"}),
    "a Roman number left out": (on_paragraph("Cho vay", put("III. Cho vay vốn.")), {"numbering"}),
    "no page number": (in_part("header", " PAGE ", " DATE "), {"page_number_missing"}),
    "page number on the left": (in_style("Header", 'w:jc w:val="center"', 'w:jc w:val="left"'), {"centred"}),
    "page number too small": (in_style("Header", 'w:sz w:val="28"', 'w:sz w:val="20"'), {"size"}),
    "page number on the first page": (in_body("<w:titlePg/>", ""), {"page_number_first"}),
    "Roman page numbers": (in_body("<w:pgNumType ", '<w:pgNumType w:fmt="lowerRoman" '), {"page_number_arabic"}),
    "no signature": (without_style("BCKy"), {"missing"}),
    "title not bold": (in_style("BCKy", 'w:b w:val="1"', 'w:b w:val="0"'), {"bold"}),
    "title not in capitals": (on_paragraph("PHÓ CHỦ TỊCH", put("Phó Chủ tịch")), {"capitals"}),
    "no authority": (on_paragraph("TM. BAN", put("T/M BAN THƯỜNG VỤ")), {"authority"}),
    "name not bold": (in_style("BCNguoiKy", 'w:b w:val="1"', 'w:b w:val="0"'), {"bold"}),
    "name with a degree": (on_paragraph("Lương Xuân", put("ThS. Lương Xuân Trường")), {"name_title"}),
    "no recipients": (on_paragraph("Nơi nhận:", put("Gửi:")), {"missing"}),
    "recipients upright": (in_style("BCNoiNhan", 'w:i w:val="1"', 'w:i w:val="0"'), {"italic"}),
    "recipients too large": (in_style("BCNoiNhan", 'w:sz w:val="24"', 'w:sz w:val="26"'), {"size"}),
    "list of recipients too large": (in_style("BCNoiNhanMuc", 'w:sz w:val="22"', 'w:sz w:val="24"'), {"size"}),
    "recipient without a semicolon": (on_paragraph("Ban Dân vận", put("- Ban Dân vận Tỉnh ủy")), {"recipient_form"}),
    "nothing filed": (on_paragraph("- Lưu: VT", gone), {"archive"}),
    "no end": (in_body(")./.", ")."), {"end"}),
    "no draft box": (on_paragraph("DỰ THẢO", gone), {"draft_missing"}),
    "draft without a border": (in_style("BCDuThao", 'w:val="single"', 'w:val="nil"'), {"draft_box"}),
    "draft without a digest": (on_paragraph("DỰ THẢO", lambda p: gone(p.getnext())), {"draft_digest"}),
    "a draft with a day": (on_paragraph("Lai Châu, ngày", put("Lai Châu, ngày 05 tháng 10 năm 2023")), {"draft_half"}),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_is_broken_is_found_and_nothing_else(case: str) -> None:
    breaking, problems = CASES[case]
    found = check_paper(broken(breaking), FORM)
    assert {each.code for each in found} == {f"paper_{problem}" for problem in problems}
    assert {each.level for each in found} == {"error"}
    for each in found:
        assert finding(each).strip()


def test_the_offices_frame_is_sound_as_a_draft_and_when_issued() -> None:
    assert check_paper(DRAFT, FORM) == []
    assert check_paper(issue(DRAFT, STAMP, "Lai Châu"), FORM) == []


ISSUED = issue(DRAFT, STAMP, "Lai Châu")


@pytest.mark.parametrize(
    ("breaking", "problem"),
    [
        (on_paragraph("Số: ", put("Số: 2/BC-LĐLĐ")), "number_form"),
        (on_paragraph("Số: ", put("Số: 02 /BC-LĐLĐ")), "number_form"),
        (on_paragraph("Lai Châu, ngày", put("Lai Châu, ngày 5 tháng 10 năm 2023")), "date_form"),
        (on_paragraph("Lai Châu, ngày", put("Lai Châu, ngày … tháng 10 năm 2023")), "draft_half"),
        (on_paragraph("TỈNH LAI CHÂU", lambda p: p.getparent().append(box(p))), "draft_issued"),
    ],
)
def test_what_is_broken_in_an_issued_paper_is_found(breaking: Breaking, problem: str) -> None:
    assert [each.code for each in check_paper(broken(breaking, ISSUED), FORM)] == [f"paper_{problem}"]


def test_the_same_fault_in_many_paragraphs_is_told_once() -> None:
    (found,) = check_paper(broken(in_style("BCThanBai", 'w:jc w:val="both"', 'w:jc w:val="left"')), FORM)
    times = found.facts["times"]
    assert isinstance(times, int) and times > 10
    assert "chỗ nữa" in finding(found)


def test_a_format_is_a_settings_file() -> None:
    text = (FORMATS / "tld-933.toml").read_text("utf8")
    strict = read_format(text.replace("body = [13, 14]", "body = [13, 13]"), "strict")
    assert {each.code for each in check_paper(DRAFT, strict)} == {"paper_size"}


def test_a_format_that_is_not_there_or_does_not_read_is_told() -> None:
    with pytest.raises(WrongUse):
        paper_format("../monthly")
    with pytest.raises(BadFile):
        read_format("font = 3", "short")
