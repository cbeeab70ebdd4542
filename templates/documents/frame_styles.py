"""The styles of the frame: every format of the paper lies in one of them, so that an office changes it in Word.

Sizes in points, lengths in twips (1/20 pt).
"""

from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

FONT = "Times New Roman"
INDENT = 567
_KEPT = {
    "Normal",
    "Default Paragraph Font",
    "Normal Table",
    "No List",
    "heading 1",
    "heading 2",
    "header",
    "Table Grid",
}

HEADING, ITEM, BODY, TASK = "Heading1", "Heading2", "BCThanBai", "BCNhiemVu"


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style. A `first` below 0 hangs; `line` is a multiple of single spacing.

    `number`: (numId, level) of Word's numbering.
    """

    id: str
    name: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: str = "center"
    first: int = 0
    left: int = 0
    right: int = 0
    before: float = 0
    after: float = 0
    line: float = 1.0
    next_kept: bool = False
    boxed: bool = False
    number: tuple[int, int] | None = None


LOOKS = (
    Look("BCCapTren", "BC Cơ quan cấp trên", 13),
    Look("BCCoQuan", "BC Cơ quan ban hành", 13, bold=True),
    Look("BCQuocHieu", "BC Quốc hiệu", 13, bold=True),
    Look("BCTieuNgu", "BC Tiêu ngữ", 14, bold=True),
    Look("BCKe", "BC Đường kẻ", 13),
    Look("BCSo", "BC Số, ký hiệu", 13),
    Look("BCNgay", "BC Địa danh, ngày", 14, italic=True),
    Look("BCDuThao", "BC Dự thảo", 12, bold=True, left=700, right=700, boxed=True),
    Look("BCTen", "BC Tên loại", 14, bold=True, before=18, next_kept=True),
    Look("BCTrichYeu", "BC Trích yếu", 14, bold=True, next_kept=True),
    Look("BCKinhGui", "BC Kính gửi", 14, before=6, after=6),
    Look("BCKinhGuiMuc", "BC Kính gửi, từng nơi", 14, align="left", left=3119),
    Look(BODY, "BC Thân bài", 14, align="both", first=INDENT, after=6, line=1.1),
    Look(TASK, "BC Nhiệm vụ", 14, align="both", first=INDENT, after=6, line=1.1, number=(2, 0)),
    Look("BCNoiNhan", "BC Nơi nhận", 12, bold=True, italic=True, align="left", next_kept=True),
    Look("BCNoiNhanMuc", "BC Nơi nhận, từng nơi", 11, align="left", first=-113, left=113, next_kept=True),
    Look("BCKy", "BC Chức vụ người ký", 14, bold=True, next_kept=True),
    Look("BCNguoiKy", "BC Họ tên người ký", 14, bold=True, before=76),
    Look("BCPhuLuc", "BC Phụ lục", 14, bold=True, next_kept=True),
    Look("BCTenPhuLuc", "BC Tên phụ lục", 14, bold=True, next_kept=True),
    Look("BCKemTheo", "BC Kèm theo", 14, italic=True, after=12, next_kept=True),
    Look("BCBang", "BC Bảng", 12, align="left", before=1, after=1),
    Look("BCBangSo", "BC Bảng, số", 12, align="center", before=1, after=1),
    Look("BCBangDau", "BC Bảng, đầu cột", 12, bold=True, align="center", before=1, after=1),
    Look("BCBangHep", "BC Bảng hẹp, số", 11, align="center", before=1, after=1),
    Look("BCBangHepDau", "BC Bảng hẹp, đầu cột", 11, bold=True, align="center", before=1, after=1),
    Look("BCGhiChu", "BC Ghi chú", 12, italic=True, align="left", before=6),
)
BUILT_IN = {
    "Normal": Look("Normal", "Normal", 14, align="left"),
    "Heading 1": Look(
        HEADING, "heading 1", 14, bold=True, align="both", first=INDENT, before=6, after=6, line=1.1,
        next_kept=True, number=(1, 0),
    ),
    "Heading 2": Look(
        ITEM, "heading 2", 14, bold=True, align="both", first=INDENT, after=6, line=1.1,
        next_kept=True, number=(1, 1),
    ),
    "Header": Look("Header", "header", 14),
}  # fmt: skip

_BORDER = "".join(
    f'<w:{side} w:val="single" w:sz="6" w:space="3" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right")
)


def dress(document: Document) -> None:
    """Give the document those styles and no others, and the numbering of headings and tasks."""
    styles = document.styles
    for style in list(styles.element.findall(qn("w:style"))):
        if style.find(qn("w:name")).get(qn("w:val")) not in _KEPT:
            styles.element.remove(style)
        for link in style.findall(qn("w:link")):
            style.remove(link)
    _defaults(styles.element)
    for name, look in BUILT_IN.items():
        _shape(styles[name].element, look)
    for look in LOOKS:
        style = styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.quick_style = True
        style.element.set(qn("w:styleId"), look.id)
        _shape(style.element, look)
    _numbering(document)
    _settings(document)


def _defaults(styles: Any) -> None:
    wanted = f"""<w:docDefaults {nsdecls("w")}><w:rPrDefault><w:rPr>{_fonts()}<w:color w:val="000000"/>
        <w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>
        </w:rPr></w:rPrDefault>
        <w:pPrDefault/></w:docDefaults>"""
    old = styles.find(qn("w:docDefaults"))
    old.getparent().replace(old, parse_xml(wanted))


def _fonts() -> str:
    return f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'


def _shape(style: Any, look: Look) -> None:
    """Put the look's formats in the place of the style's own."""
    for old in [*style.findall(qn("w:pPr")), *style.findall(qn("w:rPr"))]:
        style.remove(old)
    style.append(parse_xml(_paragraph(look)))
    style.append(parse_xml(_run(look)))


def _paragraph(look: Look) -> str:
    numbered = ""
    if look.number:
        numbered = f'<w:numPr><w:ilvl w:val="{look.number[1]}"/><w:numId w:val="{look.number[0]}"/></w:numPr>'
    outline = {HEADING: '<w:outlineLvl w:val="0"/>', ITEM: '<w:outlineLvl w:val="1"/>'}.get(look.id, "")
    return f"""<w:pPr {nsdecls("w")}>{"<w:keepNext/>" if look.next_kept else ""}<w:widowControl/>{numbered}
        {f"<w:pBdr>{_BORDER}</w:pBdr>" if look.boxed else ""}
        <w:spacing w:before="{round(look.before * 20)}" w:after="{round(look.after * 20)}"
          w:line="{round(look.line * 240)}" w:lineRule="auto"/>
        <w:ind w:left="{look.left}" w:right="{look.right}"
          w:{"hanging" if look.first < 0 else "firstLine"}="{abs(look.first)}"/>
        <w:jc w:val="{look.align}"/>{outline}</w:pPr>"""


def _run(look: Look) -> str:
    bold, italic = (f'<w:{tag} w:val="{int(on)}"/>' for tag, on in (("b", look.bold), ("i", look.italic)))
    half = round(look.size * 2)
    return (
        f'<w:rPr {nsdecls("w")}>{_fonts()}{bold}{italic}<w:color w:val="000000"/>'
        f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'
    )


def _settings(document: Document) -> None:
    """Those of a present-day Word, without python-docx's own."""
    settings = document.settings.element
    for old in list(settings):
        settings.remove(old)
    for new in (
        '<w:defaultTabStop {} w:val="567"/>',
        '<w:characterSpacingControl {} w:val="doNotCompress"/>',
        '<w:compat {}><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
        '<w:themeFontLang {} w:val="vi-VN"/>',
        '<w:decimalSymbol {} w:val=","/>',
        '<w:listSeparator {} w:val=";"/>',
    ):
        settings.append(parse_xml(new.format(nsdecls("w"))))


def _level(level: int, style: str, form: str, text: str) -> str:
    return f"""<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{style}"/>
        <w:suff w:val="space"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>
        <w:pPr><w:ind w:left="0" w:firstLine="{INDENT}"/></w:pPr></w:lvl>"""


def _numbering(document: Document) -> None:
    """I. and 1. for the headings, 1. for the tasks: Word counts, so nothing can be skipped."""
    numbering = document.part.numbering_part.element
    for old in list(numbering):
        numbering.remove(old)
    headings = _level(0, HEADING, "upperRoman", "%1.") + _level(1, ITEM, "decimal", "%2.")
    for number, levels in ((1, headings), (2, _level(0, TASK, "decimal", "%1."))):
        kind = "multilevel" if number == 1 else "singleLevel"
        numbering.append(
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="{kind}"/>'
                f"{levels}</w:abstractNum>"
            )
        )
    for number in (1, 2):
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        )
