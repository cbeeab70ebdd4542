"""The small questions that a check of the paper asks of a paragraph, and how a fault is noted."""

from collections.abc import Iterator

from reporting.documents.model import Finding
from templates.documents.paper_format import PaperFormat
from templates.documents.paper_look import Paragraph

PARTS = {
    "page": "Khổ giấy", "top": "Lề trên", "bottom": "Lề dưới", "left": "Lề trái", "right": "Lề phải", "text": "Văn bản",
    "country": "Quốc hiệu", "motto": "Tiêu ngữ", "superior": "Tên cơ quan cấp trên", "issuer": "Tên cơ quan ban hành",
    "number": "Số, ký hiệu", "dated": "Địa danh và thời gian", "kind": "Tên loại văn bản", "subject": "Trích yếu",
    "body": "Nội dung", "page_number": "Số trang", "signature": "Chữ ký", "recipients": "Nơi nhận",
    "recipient": "Danh sách nơi nhận", "draft": "Khung dự thảo",
    "replaces": "Câu «Báo cáo này thay thế Báo cáo số …» của bản đính chính",
}  # fmt: skip
_SHOWN = 60


def fault(problem: str, part: str, where: str = "", **facts: object) -> Finding:
    """An error `paper_<problem>` with the part's Vietnamese name and the beginning of the text."""
    text = " ".join(where.split())
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
    return Finding("error", f"paper_{problem}", facts={"part": PARTS[part], "where": shown, **facts})


def size(paragraph: Paragraph, part: str, form: PaperFormat) -> Iterator[Finding]:
    low, high = form.sizes[part]
    for found in sorted({run.size for run in paragraph.runs if run.text.strip()}):
        if not low <= found <= high:
            wanted = points(low) if low == high else f"{points(low)}–{points(high)}"
            yield fault("size", part, paragraph.text, found=points(found), wanted=wanted)


def bold(paragraph: Paragraph, part: str) -> Iterator[Finding]:
    if not all(run.bold for run in paragraph.runs if run.text.strip()):
        yield fault("bold", part, paragraph.text)


def italic(paragraph: Paragraph, part: str) -> Iterator[Finding]:
    if not all(run.italic for run in paragraph.runs if run.text.strip()):
        yield fault("italic", part, paragraph.text)


def capitals(paragraph: Paragraph, part: str) -> Iterator[Finding]:
    if paragraph.shown != paragraph.shown.upper():
        yield fault("capitals", part, paragraph.text)


def centred(paragraph: Paragraph, part: str) -> Iterator[Finding]:
    if paragraph.align != "center" or paragraph.first:
        yield fault("centred", part, paragraph.text)


def points(size: float) -> str:
    """13,5."""
    return f"{size:g}".replace(".", ",")
