"""Builds monthly.docx, the frame of the monthly report, which an office opens in Word and restyles.

    python -m templates.documents.frame

What stands in it: {{ … }} for a value, lines {%p if … %}, {%p for … %} that vanish. {{ muc.<section> }} alone in a
paragraph is where that section's paragraphs come; {{ bang_bao_cao }} where the table of annex I comes,
{{ bang_so_lieu }} where those of annex II come; {{ so.<indicator code> }} may stand anywhere in a sentence. The names
are those of context.py.
"""

import io
from collections.abc import Sequence
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from reporting.documents.sections import Section
from templates.documents import package
from templates.documents.frame_styles import BODY, HEADING, ITEM, dress
from templates.documents.widths import text_width

FILE = Path(__file__).with_name("monthly.docx")
LEFT, RIGHT, TOP, BOTTOM = 1701, 850, 1134, 1134
WIDTH, HEIGHT = 11906, 16838
INNER = WIDTH - LEFT - RIGHT
LETTERHEAD = (3700, 5655)
_ISSUER_LINE = 1300  # twips: a third to a half of the name above it
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
CELL_MARGIN = 57
_LOW = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_NOT_OURS = ("/thumbnail", "/customXml", "/stylesWithEffects", "/webSettings")
_LONG_AGO = datetime(2023, 10, 1, tzinfo=UTC)

ITEMS: tuple[tuple[Section, str], ...] = (
    ("propaganda", "Công tác tuyên truyền, giáo dục"),
    (
        "rights",
        "Đại diện, bảo vệ quyền, lợi ích của đoàn viên, người lao động; thực hiện dân chủ ở cơ sở; giám sát",
    ),
    ("care", "Chăm lo đời sống đoàn viên, người lao động"),
    ("emulation", "Công tác thi đua, khen thưởng"),
    ("event", "Sự kiện, công tác tổ chức, cán bộ"),
    ("members", "Phát triển đoàn viên, thành lập công đoàn cơ sở"),
    ("issued", "{% if co_tap_huan %}Tập huấn, bồi dưỡng; ban{% else %}Ban{% endif %} hành văn bản"),
    ("opinions", "Tham gia góp ý dự thảo văn bản"),
    ("finance", "Công tác tài chính, tài sản"),
)
# Those that are left out where nobody wrote of any.
OPTIONAL_ITEMS: tuple[tuple[Section, str], ...] = (
    ("other", "Công tác khác"),
    ("difficulties", "Khó khăn, vướng mắc và đề xuất, kiến nghị"),
)


def build() -> bytes:
    """The frame as a .docx, the same bytes each time."""
    document = docx.Document()
    body = document.element.body
    for child in list(body)[:-1]:
        body.remove(child)
    dress(document)
    _bare(document)
    section = _page(document)
    _letterhead(body)
    _title(body)
    _text(body)
    _ending(body)
    _annexes(body, section)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = "Báo cáo tháng", "", ""
    properties.created = properties.modified = _LONG_AGO
    out = io.BytesIO()
    document.save(out)
    return package.write(package.read(out.getvalue()))


def _bare(document: Document) -> None:
    """Leave out what python-docx's own template brings along: a thumbnail, older styles, custom XML."""
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, relation in rels.items() if relation.reltype.endswith(_NOT_OURS)]:
            del rels[key]


def paragraph(style: str, text: str = "", extra: str = "") -> Any:
    """A paragraph in the style of that id; `extra` are further formats (w:pPr children that follow w:pStyle)."""
    words = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return parse_xml(f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{words}</w:p>')


def low() -> Any:
    """A paragraph of one point, which closes a section or follows a table."""
    return paragraph("BCKe", extra=_LOW)


def _two_lines(style: str, first: str, second: str) -> Any:
    made = paragraph(style, first)
    made[-1].append(parse_xml(f"<w:br {nsdecls('w')}/>"))
    made[-1].append(parse_xml(f"<w:t {nsdecls('w')}>{second}</w:t>"))
    return made


def rule(left: int, right: int) -> Any:
    """A solid line: the upper border of a low paragraph, drawn in by that much from either side."""
    border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    low = '<w:spacing w:before="80" w:after="0" w:line="80" w:lineRule="exact"/>'
    return paragraph("BCKe", extra=f'{border}{low}<w:ind w:left="{left}" w:right="{right}"/>')


def table(widths: Sequence[int], rows: Sequence[Sequence[Sequence[Any]]], *, grid: bool = False) -> Any:
    """A table of fixed widths (twips); a cell is a list of paragraphs. With a grid the first row repeats."""
    style = '<w:tblStyle w:val="TableGrid"/>' if grid else ""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    made = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr>{style}<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{CELL_MARGIN}" w:type="dxa"/>'
        f'<w:right w:w="{CELL_MARGIN}" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid></w:tbl>"
    )
    for number, row in enumerate(rows):
        head = "<w:tblHeader/>" if grid and number == 0 else ""
        line = parse_xml(f"<w:tr {nsdecls('w')}><w:trPr><w:cantSplit/>{head}</w:trPr></w:tr>")
        for width, cell in zip(widths, row, strict=True):
            middle = '<w:vAlign w:val="center"/>' if grid else ""
            box = parse_xml(
                f'<w:tc {nsdecls("w")}><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{middle}</w:tcPr></w:tc>'
            )
            box.extend(cell)
            line.append(box)
        made.append(line)
    return made


def _drawn_in(cell: int, line: int) -> tuple[int, int]:
    """How far a line of that length is drawn in, centred in a cell of that width."""
    side = (cell - 2 * CELL_MARGIN - line) // 2
    return side, side


def _add(body: Any, *elements: Any) -> None:
    for element in elements:
        body.sectPr.addprevious(element)


def _page(document: Document) -> Any:
    """A4 with its margins, the page number on top but for the first page. Gives the section's properties."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]._p
    for part in (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>2</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        number.append(parse_xml(f"<w:r {nsdecls('w')}>{part}</w:r>"))
    section.first_page_header.paragraphs[0].style = document.styles["Header"]
    properties = section._sectPr
    for name in ("w:pgSz", "w:pgMar", "w:cols", "w:docGrid"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
    title_page: Any = properties.find(qn("w:titlePg"))
    for new in (
        f'<w:pgSz {nsdecls("w")} w:w="{WIDTH}" w:h="{HEIGHT}"/>',
        f'<w:pgMar {nsdecls("w")} w:top="{TOP}" w:right="{RIGHT}" w:bottom="{BOTTOM}" w:left="{LEFT}"'
        ' w:header="567" w:footer="567" w:gutter="0"/>',
        f'<w:pgNumType {nsdecls("w")} w:start="1"/>',
        f'<w:cols {nsdecls("w")} w:space="720"/>',
    ):
        title_page.addprevious(parse_xml(new))
    return properties


def _letterhead(body: Any) -> None:
    left, right = LETTERHEAD
    names = [
        paragraph("BCCapTren", "{%p for dong in cap_tren %}"),
        paragraph("BCCapTren", "{{ dong }}"),
        paragraph("BCCapTren", "{%p endfor %}"),
        paragraph("BCCoQuan", "{%p for dong in co_quan %}"),
        paragraph("BCCoQuan", "{{ dong }}"),
        paragraph("BCCoQuan", "{%p endfor %}"),
        rule(*_drawn_in(left, _ISSUER_LINE)),
    ]
    country = [
        paragraph("BCQuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        paragraph("BCTieuNgu", _MOTTO),
        rule(*_drawn_in(right, text_width(_MOTTO, 14, bold=True))),
    ]
    apart = '<w:spacing w:before="120" w:after="120"/>'
    number = [
        paragraph("BCSo", "Số: {{ so_hieu }}", apart),
        paragraph("BCDuThao", "{%p if du_thao %}"),
        paragraph("BCDuThao", "{{ du_thao.lan }}"),
        paragraph("BCDuThao", "{{ du_thao.ma }}"),
        paragraph("BCDuThao", "{%p endif %}"),
    ]
    date = [paragraph("BCNgay", "{{ dia_danh_ngay }}", apart)]
    _add(body, table((left, right), [(names, country), (number, date)]))


def _title(body: Any) -> None:
    _add(
        body,
        paragraph("BCTen", "BÁO CÁO"),
        _two_lines(
            "BCTrichYeu", "Kết quả hoạt động công đoàn {{ ky.gon }},", "nhiệm vụ trọng tâm {{ ky_sau.ten }}"
        ),
        rule(3600, 3600),
        paragraph("BCKinhGui", "{%p if kinh_gui|length == 1 %}"),
        paragraph("BCKinhGui", "Kính gửi: {{ kinh_gui[0] }}"),
        paragraph("BCKinhGui", "{%p elif kinh_gui %}"),
        paragraph("BCKinhGui", "Kính gửi:"),
        paragraph("BCKinhGui", "{%p for noi in kinh_gui %}"),
        paragraph("BCKinhGuiMuc", "- {{ noi }}{{ '.' if loop.last else ';' }}"),
        paragraph("BCKinhGui", "{%p endfor %}"),
        paragraph("BCKinhGui", "{%p endif %}"),
    )


def _text(body: Any) -> None:
    _add(
        body,
        paragraph(BODY, "{%p if thay_the %}"),
        paragraph(
            BODY,
            "Báo cáo này thay thế {{ thay_the }} của {{ ten_co_quan }}"
            "{% if dinh_chinh %}; số liệu đính chính nêu ở cuối báo cáo{% endif %}.",
            '<w:spacing w:before="120"/>',
        ),
        paragraph(BODY, "{%p endif %}"),
        paragraph(BODY, "{{ muc.opening }}", '<w:spacing w:before="120"/>'),
    )
    _add(body, paragraph(HEADING, "KẾT QUẢ THỰC HIỆN NHIỆM VỤ {{ ky.ten|upper }}"))
    for section, heading in ITEMS:
        _add(body, paragraph(ITEM, heading), paragraph(BODY, f"{{{{ muc.{section} }}}}"))
    for section, heading in OPTIONAL_ITEMS:
        _add(
            body,
            paragraph(ITEM, f"{{%p if co.{section} %}}"),
            paragraph(ITEM, heading),
            paragraph(BODY, f"{{{{ muc.{section} }}}}"),
            paragraph(ITEM, "{%p endif %}"),
        )
    _add(
        body,
        paragraph(HEADING, "NHIỆM VỤ TRỌNG TÂM {{ ky_sau.ten|upper }}"),
        paragraph("BCNhiemVu", "{{ muc.tasks }}"),
        paragraph(BODY, "{%p if dinh_chinh %}"),
        paragraph(BODY, "Số liệu đính chính so với {{ thay_the }}:"),
        paragraph(BODY, "{%p for dong in dinh_chinh %}"),
        paragraph(BODY, "- {{ dong }}{{ '.' if loop.last else ';' }}"),
        paragraph(BODY, "{%p endfor %}"),
        paragraph(BODY, "{%p endif %}"),
        paragraph(
            BODY,
            "Trên đây là báo cáo kết quả hoạt động công đoàn {{ ky.gon }}, nhiệm vụ trọng tâm {{ ky_sau.ten }} của "
            "{{ ten_co_quan }}{% if phu_luc %} (kèm theo {{ phu_luc|join(' và ') }}){% endif %}./.",
            '<w:keepNext/><w:keepLines/><w:spacing w:after="240"/>',
        ),
    )


def _ending(body: Any) -> None:
    recipients = [
        paragraph("BCNoiNhan", "Nơi nhận:"),
        paragraph("BCNoiNhanMuc", "{%p for noi in noi_nhan %}"),
        paragraph("BCNoiNhanMuc", "- {{ noi }};"),
        paragraph("BCNoiNhanMuc", "{%p endfor %}"),
        paragraph("BCNoiNhanMuc", "- Lưu: {{ luu }}."),
    ]
    signature = [
        paragraph("BCKy", "{%p if quyen_han %}"),
        paragraph("BCKy", "{{ quyen_han }}"),
        paragraph("BCKy", "{%p endif %}"),
        paragraph("BCKy", "{{ chuc_vu }}"),
        paragraph("BCNguoiKy", "{{ nguoi_ky }}"),
    ]
    _add(body, table((4700, 4655), [(recipients, signature)]))


def _annexes(body: Any, section: Any) -> None:
    """Each annex is a section of its own: its pages are counted anew, the second may lie across."""
    attached = "(Kèm theo Báo cáo số {{ so_hieu_kem }} {{ ngay_kem }} của {{ ten_co_quan }})"
    _add(
        body,
        paragraph(BODY, "{%p if phu_luc %}"),
        _section_end(section),
        paragraph("BCPhuLuc", "{{ phu_luc[0] }}"),
        paragraph("BCTenPhuLuc", "TÌNH HÌNH THỰC HIỆN BÁO CÁO {{ ky.ten|upper }}"),
        paragraph("BCKemTheo", attached),
        paragraph("BCBang", "{{ bang_bao_cao }}"),
        paragraph(BODY, "{%p endif %}"),
        paragraph(BODY, "{%p if bang_so_lieu %}"),
        _section_end(section),
        paragraph("BCPhuLuc", "{{ phu_luc[1] }}"),
        paragraph("BCTenPhuLuc", "SỐ LIỆU THEO CÔNG ĐOÀN CẤP TRÊN {{ ky.ten|upper }}"),
        paragraph("BCKemTheo", attached),
        paragraph("BCBang", "{{ bang_so_lieu }}"),
        paragraph(BODY, "{%p endif %}"),
        paragraph(BODY, "{%p if not phu_luc %}"),
        low(),  # a body may not end with a table
        paragraph(BODY, "{%p endif %}"),
    )


def _section_end(section: Any) -> Any:
    """The low paragraph that closes a section."""
    end = low()
    end.pPr.append(deepcopy(section))
    return end


if __name__ == "__main__":
    FILE.write_bytes(build())
