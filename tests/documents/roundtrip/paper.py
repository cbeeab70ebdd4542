"""A small report of its own for the tests of the way back: made as composing makes one, without its templates."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PERIOD = "2023-10"
FIGURES = {
    "units_reported": "87",
    "units_total": "112",
    "propaganda_events": "12",
    "press_issues": "01",
    "tv_reports": "03",
    "visits": "245",
    "care_money": "45.000.000 đồng",
    "awards_given": "34 tập thể, 54 cá nhân",
    "events_held": "02",
    "members_admitted": "63",
    "members_women": "[chưa có số liệu]",
    "units_founded": "01",
    "initiatives_percent": "12,5%",
    "loans": "06",
}
_MARK = re.compile(r"\{([a-z_]+)\}")

# Frame and sections in turn; a section's name, then its paragraphs.
BODY: tuple[str | tuple[str, tuple[str, ...]], ...] = (
    "BÁO CÁO",
    "Kết quả hoạt động công đoàn tháng 10, nhiệm vụ trọng tâm tháng 11 năm 2023",
    (
        "opening",
        ("Trong tháng, phong trào công nhân ổn định; {units_reported}/{units_total} đơn vị đã gửi báo cáo.",),
    ),
    "I. KẾT QUẢ HOẠT ĐỘNG THÁNG 10",
    "1. Công tác tuyên truyền",
    (
        "propaganda",
        (
            "Công đoàn cơ sở mở {propaganda_events} buổi nói chuyện, góp {press_issues} số bản tin.",
            "Đài tỉnh phát {tv_reports} phóng sự về người lao động.",
        ),
    ),
    "2. Đại diện, bảo vệ quyền lợi",
    ("rights", ("Các đơn vị giữ nền nếp đối thoại tại nơi làm việc.",)),
    "3. Chăm lo đời sống",
    ("care", ("Thăm hỏi {visits} lượt đoàn viên, trị giá {care_money}; cho vay {loans} hộ.",)),
    "4. Thi đua, khen thưởng",
    (
        "emulation",
        ("Liên đoàn Lao động tỉnh khen {awards_given}.", "Sáng kiến đạt {initiatives_percent} kế hoạch."),
    ),
    "5. Tổ chức cán bộ",
    ("event", ("Tổ chức {events_held} hội nghị.",)),
    "6. Phát triển đoàn viên",
    (
        "members",
        (
            "Kết nạp {members_admitted} đoàn viên, trong đó {members_women} nữ; thành lập {units_founded} công đoàn.",
        ),
    ),
    "7. Khó khăn, đề xuất",
    ("difficulties", ("Đường đi lại ở vùng cao còn cách trở.", "Kinh phí tập huấn eo hẹp.")),
    "II. NHIỆM VỤ THÁNG 11",
    ("tasks", ("1. Kiểm tra việc dùng vốn vay.", "2. Chuẩn bị hội nghị tổng kết.", "3. Chăm lo Tết.")),
    "Trên đây là báo cáo của Liên đoàn Lao động tỉnh./.",
)
ANNEX = (
    ("Công đoàn ngành Giáo dục", "05", "06"),
    ("Công đoàn ngành Y tế", "06", "05"),
    ("Công đoàn Viên chức tỉnh", "05", "05"),
)


@dataclass(frozen=True)
class Paper:
    """What is made into a DOCX. `figures`: printed text by code. `controls`, `bookmarks`: whether they stand round
    figures and sections; `body` as BODY."""

    figures: Mapping[str, str] = field(default_factory=lambda: FIGURES)
    body: Sequence[str | tuple[str, Sequence[str]]] = BODY
    annex: Sequence[tuple[str, ...]] = ANNEX
    controls: bool = True
    bookmarks: bool = True
    period: str = PERIOD


def tag(code: str, period: str = PERIOD) -> str:
    return f"{code}@{period}"


def annex_figures(paper: Paper) -> dict[str, str]:
    """Figures of the table: code → text."""
    return {f"row{r}.col{c}": text for r, row in enumerate(paper.annex) for c, text in enumerate(row[1:])}


def document_xml(paper: Paper) -> str:
    return _Writer(paper).document()


def docx(paper: Paper = Paper(), **parts: bytes) -> bytes:
    """The bytes of a small DOCX; `parts` are further entries by name."""
    return package({"word/document.xml": document_xml(paper).encode(), **parts})


def package(parts: Mapping[str, bytes]) -> bytes:
    """A zip of a DOCX's fixed parts and the given ones."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in (_FIXED | dict(parts)).items():
            package.writestr(zipfile.ZipInfo(name, (2023, 10, 17, 8, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


class _Writer:
    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._shown = paper.figures | annex_figures(paper)
        self._ids = iter(range(100, 10_000))

    def document(self) -> str:
        lines = list(self._paragraphs())
        table = "".join(self._row(r, row) for r, row in enumerate(self._paper.annex))
        grid = '<w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="5000"/>'
        grid += '<w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>'
        end = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
        return (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{NAMESPACE}"><w:body>'
            f"{''.join(lines)}<w:tbl>{grid}{table}</w:tbl>{_paragraph(_run('Hết phụ lục'))}{end}</w:body></w:document>"
        )

    def _paragraphs(self) -> Iterator[str]:
        """A bookmark goes from the end of the paragraph before a section to the start of the one behind."""
        body = [*self._paper.body, ("", ())]
        ended = ""
        for index, piece in enumerate(body[:-1]):
            following = body[index + 1]
            if isinstance(piece, tuple):
                yield from (_paragraph(self._line(line)) for line in piece[1])
                continue
            began = ""
            if isinstance(following, tuple) and following[0] and self._paper.bookmarks:
                number = next(self._ids)
                began = f'<w:bookmarkStart w:id="{number}" w:name="slot_{following[0]}"/>'
            yield _paragraph(ended + self._line(piece) + began)
            ended = f'<w:bookmarkEnd w:id="{number}"/>' if began else ""

    def _line(self, text: str) -> str:
        bits = _MARK.split(text)
        return "".join(self._figure(bit) if n % 2 else _run(bit) for n, bit in enumerate(bits) if bit)

    def _figure(self, code: str) -> str:
        run = _run(self._shown[code])
        if not self._paper.controls:
            return run
        name = tag(code, self._paper.period)
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{name}"/><w:tag w:val="{name}"/><w:id w:val="{next(self._ids)}"/>'
            f"<w:text/></w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>"
        )

    def _row(self, number: int, row: Sequence[str]) -> str:
        cells = [_run(row[0]), *(self._figure(f"row{number}.col{c}") for c in range(len(row) - 1))]
        return f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{_paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def _paragraph(content: str) -> str:
    return f"<w:p>{content}</w:p>"


_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_FIXED = {
    "[Content_Types].xml": (
        '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPES}"/></Types>'
    ).encode(),
    "_rels/.rels": (
        b'<?xml version="1.0" encoding="UTF-8"?>'
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        b'Target="word/document.xml"/></Relationships>'
    ),
}
