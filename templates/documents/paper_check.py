"""Checks a composed paper against a format profile, item by item; wording in templates/messages/checks/paper_*.j2.

Each finding names the part (`part`, a word of PARTS below), where (`where`, the text's beginning), what was found
and what is wanted. The same finding in many paragraphs is given once, with `times`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from docx.oxml.ns import qn

from reporting.documents.model import Finding
from templates.documents.paper_body import body, numbering
from templates.documents.paper_faults import bold, capitals, centred, fault, italic, size
from templates.documents.paper_format import PaperFormat, Range
from templates.documents.paper_look import Paragraph
from templates.documents.paper_parts import Paper, flat, referred, take_apart, texts
from templates.documents.widths import text_width

_BLANK = r"(?:…+|\.{2,}|_+| +)"
_SYMBOL = r"[A-ZĐ]+(?:-[A-ZĐ]+)*"
_NUMBER = re.compile(rf"Số: (?P<number>{_BLANK}|0[1-9]|[1-9]\d+)/{_SYMBOL}")
_DATED = re.compile(
    rf"\S.*, ngày (?P<day>{_BLANK}|0[1-9]|[12]\d|3[01]) tháng (?:{_BLANK}|0[12]|[3-9]|1[0-2]) năm (?:{_BLANK}|\d{{4}})"
)
_DIGEST = re.compile(r"\b[0-9A-F]{4}-[0-9A-F]{4}\b")
_TWIPS_A_CM = 567


def _gathered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Those alike but for their place as one."""
    first: dict[object, Finding] = {}
    times: dict[object, int] = {}
    for finding in findings:
        facts = sorted((key, str(value)) for key, value in finding.facts.items() if key != "where")
        alike: object = (finding.code, tuple(facts))
        first.setdefault(alike, finding)
        times[alike] = times.get(alike, 0) + 1
    for alike, finding in first.items():
        yield replace(finding, facts={**finding.facts, "times": times[alike]})


def page(paper: Paper, form: PaperFormat) -> Iterator[Finding]:
    for section in paper.sections:
        sheet, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
        given = (0, 0) if sheet is None else (int(sheet.get(qn("w:w"), 0)), int(sheet.get(qn("w:h"), 0)))
        across = sheet is not None and sheet.get(qn("w:orient")) == "landscape"
        if given != (form.page[::-1] if across else form.page):
            yield fault("page_size", "page", found=_cm(*given), wanted=_cm(*form.page))
        for side, (low, high) in form.margins.items():
            margin = 0 if margins is None else int(margins.get(qn(f"w:{side}"), 0))
            if not low <= margin <= high:
                yield fault("margin", side, found=_cm(margin), wanted=f"{_cm(low)}–{_cm(high)}")


def font(paper: Paper, form: PaperFormat) -> Iterator[Finding]:
    for paragraph in paper.everything:
        for run in paragraph.runs:
            if run.text.strip() and run.fonts != {form.font}:
                found = ", ".join(sorted(name for name in run.fonts if name != form.font)) or "–"
                yield fault("font", "text", run.text, found=found, wanted=form.font)
            if run.text.strip() and not run.black:
                yield fault("color", "text", run.text)


def country(paper: Paper, form: PaperFormat) -> Iterator[Finding]:
    if not paper.country:
        yield fault("missing", "country")
    for paragraph in paper.country:
        yield from size(paragraph, "country", form)
        yield from bold(paragraph, "country")
        shown = paragraph.shown.strip()
        if shown != shown.upper():
            yield fault("capitals", "country", shown)
        elif shown != form.country:
            yield fault("words", "country", shown, wanted=form.country)
        if not paper.country_right:
            yield fault("right", "country", shown)
        widest = max((run.size for run in paragraph.runs), default=13)
        if text_width(shown, widest, bold=True) > paper.country_width:
            yield fault("one_line", "country", shown)


def motto(paper: Paper, form: PaperFormat) -> Iterator[Finding]:
    if not paper.motto:
        yield fault("missing", "motto")
    for paragraph in paper.motto:
        yield from size(paragraph, "motto", form)
        yield from bold(paragraph, "motto")
        if paragraph.text.strip() != form.motto:
            yield fault("words", "motto", paragraph.text, wanted=form.motto)
        if any(run.underlined for run in paragraph.runs):
            yield fault("underlined", "motto", paragraph.text)
        yield from _ruled(paragraph, paper.motto_rule, paper.motto_width, "motto", form)


def names(paper: Paper, form: PaperFormat) -> Iterator[Finding]:
    """Superior and issuing body."""
    if not paper.issuer:
        yield fault("missing", "issuer")
    for part, paragraphs in (("superior", paper.superior), ("issuer", paper.issuer)):
        for paragraph in paragraphs:
            yield from size(paragraph, part, form)
            yield from capitals(paragraph, part)
            if part == "issuer":
                yield from bold(paragraph, part)
            elif any(run.bold for run in paragraph.runs if run.text.strip()):
                yield fault("regular", part, paragraph.text)
    if paper.issuer:
        widest = max(paper.issuer, key=lambda paragraph: _width(paragraph))
        yield from _ruled(widest, paper.issuer_rule, paper.issuer_width, "issuer", form)


def number(paper: Paper, form: PaperFormat) -> Iterator[Finding]:
    if not paper.number:
        yield fault("missing", "number")
    for paragraph in paper.number:
        yield from size(paragraph, "number", form)
        if not _NUMBER.fullmatch(paragraph.text.strip()):
            yield fault("number_form", "number", paragraph.text)


def dated(paper: Paper, form: PaperFormat) -> Iterator[Finding]:
    if not paper.dated:
        yield fault("missing", "dated")
    for paragraph in paper.dated:
        yield from size(paragraph, "dated", form)
        yield from italic(paragraph, "dated")
        if not _DATED.fullmatch(paragraph.text.strip()):
            yield fault("date_form", "dated", paragraph.text)


def title(paper: Paper, form: PaperFormat) -> Iterator[Finding]:
    for part, paragraphs in (("kind", paper.kind), ("subject", paper.subject)):
        if not paragraphs and (part == "kind" or paper.kind):
            yield fault("missing", part)
        for paragraph in paragraphs:
            yield from size(paragraph, part, form)
            yield from bold(paragraph, part)
            yield from centred(paragraph, part)
            if part == "kind":
                yield from capitals(paragraph, part)
    if paper.subject:
        inner = _text_width(paper)
        yield from _ruled(paper.subject[0], paper.subject_rule, inner, "subject", form)


def page_number(paper: Paper, form: PaperFormat) -> Iterator[Finding]:
    """In the header of all pages but the first, in the middle, in Arabic numerals."""
    current: dict[str, str | None] = {}
    for section in paper.sections:
        for kind in ("default", "first"):
            current[kind] = referred(section, kind) or current.get(kind)
        shown = [p for p in paper.headers.get(current["default"] or "", []) if _counts_pages(p)]
        if not shown:
            yield fault("page_number_missing", "page_number")
        for paragraph in shown:
            yield from centred(paragraph, "page_number")
            yield from size(paragraph, "page_number", form)
        first = paper.headers.get(current["first"] or "", [])
        if section.find(qn("w:titlePg")) is None or any(map(_counts_pages, first)):
            yield fault("page_number_first", "page_number")
        count = section.find(qn("w:pgNumType"))
        if count is not None and count.get(qn("w:fmt"), "decimal") != "decimal":
            yield fault("page_number_arabic", "page_number")


def signature(paper: Paper, form: PaperFormat) -> Iterator[Finding]:
    if len(paper.signature) < 2:
        yield fault("missing", "signature")
    for paragraph in paper.signature:
        yield from size(paragraph, "signature", form)
        yield from bold(paragraph, "signature")
    for paragraph in paper.signature[:-1]:
        yield from capitals(paragraph, "signature")
    if len(paper.signature) > 2:
        first = paper.signature[0].text.strip()
        if not first.startswith(tuple(f"{authority} " for authority in form.authorities)):
            yield fault("authority", "signature", first, wanted=", ".join(form.authorities))
    for paragraph in paper.signature[-1:]:
        words = flat(paragraph.text)
        if any(re.match(rf"{re.escape(flat(each))}\b", words) for each in form.titles):
            yield fault("name_title", "signature", paragraph.text)


def recipients(paper: Paper, form: PaperFormat) -> Iterator[Finding]:
    if not paper.recipients or not paper.recipient:
        yield fault("missing", "recipients")
    for paragraph in paper.recipients:
        yield from size(paragraph, "recipients", form)
        yield from bold(paragraph, "recipients")
        yield from italic(paragraph, "recipients")
        if paragraph.text.strip() != form.recipients:
            yield fault("words", "recipients", paragraph.text, wanted=form.recipients)
    for place, paragraph in enumerate(paper.recipient):
        text, last = paragraph.text.strip(), place == len(paper.recipient) - 1
        yield from size(paragraph, "recipient", form)
        if last and not (text.startswith(form.archive) and text.endswith(".")):
            yield fault("archive", "recipient", text, wanted=f"{form.archive}, … .")
        if not last and not (text.startswith("- ") and text.endswith(";")):
            yield fault("recipient_form", "recipient", text)


def ending(paper: Paper, form: PaperFormat) -> Iterator[Finding]:
    if not paper.body or not paper.body[-1].text.strip().endswith(form.end):
        yield fault("end", "body", texts(paper.body[-1:]), wanted=form.end)


def draft(paper: Paper, form: PaperFormat) -> Iterator[Finding]:
    """A draft has neither number nor day but the box; an issued paper has both and no box."""
    numbered = re.search(r"\d", texts(paper.number).partition("/")[0]) is not None
    day = re.search(r"ngày\s+\d", texts(paper.dated)) is not None
    box = [paragraph for paragraph in paper.draft if flat(form.draft) in flat(paragraph.text)]
    if numbered != day:
        yield fault("draft_half", "draft", found="number" if numbered else "day")
    if numbered and box:
        yield fault("draft_issued", "draft", texts(box))
    if not numbered and not box:
        yield fault("draft_missing", "draft", wanted=form.draft)
    if not numbered and box:
        if not all(paragraph.boxed for paragraph in box):
            yield fault("draft_box", "draft", texts(box))
        if not _DIGEST.search(texts(paper.draft)):
            yield fault("draft_digest", "draft", texts(box))


def _ruled(
    above: Paragraph, line: Paragraph | None, room: int, part: str, form: PaperFormat
) -> Iterator[Finding]:
    """A line below, as long as the format has it; `room` is the width that it is drawn in from."""
    if line is None:
        yield fault("rule", part, above.text)
        return
    low, high = form.rules[part]
    text = _width(above) if part != "subject" else min(_width(above), room)
    share = (room - line.left - line.right) / text if text else 0
    if not low <= round(share, 2) <= high:
        yield fault("rule_length", part, above.text, found=_percent(share), wanted=_wanted((low, high)))


def _width(paragraph: Paragraph) -> int:
    """Of its longest line."""
    lines = [0]
    for run in paragraph.runs:
        first, *others = run.text.split("\n")
        lines[-1] += text_width(first, run.size, bold=run.bold)
        lines += [text_width(other, run.size, bold=run.bold) for other in others]
    return max(lines)


def _text_width(paper: Paper) -> int:
    sheet, margins = paper.sections[0].find(qn("w:pgSz")), paper.sections[0].find(qn("w:pgMar"))
    return int(sheet.get(qn("w:w"), 0)) - sum(
        int(margins.get(qn(f"w:{side}"), 0)) for side in ("left", "right")
    )


def _counts_pages(paragraph: Paragraph) -> bool:
    codes = "".join(code.text or "" for code in paragraph.element.iter(qn("w:instrText")))
    simple = [field.get(qn("w:instr"), "") for field in paragraph.element.iter(qn("w:fldSimple"))]
    return "PAGE" in f"{codes} {' '.join(simple)}".split()


def _percent(share: float) -> str:
    return f"{share * 100:.0f}%"


def _wanted(shares: Range) -> str:
    return "–".join(map(_percent, shares))


def _cm(*twips: float) -> str:
    return " × ".join(f"{length / _TWIPS_A_CM:.1f}".replace(".", ",") for length in twips) + " cm"


CHECKS: tuple[Callable[[Paper, PaperFormat], Iterator[Finding]], ...] = (
    page, font, country, motto, names, number, dated, title, body, numbering, page_number, signature, recipients,
    ending, draft,
)  # fmt: skip


def check_paper(docx: bytes, form: PaperFormat, replaces: str = "") -> list[Finding]:
    """What of the paper is not as the format has it, in the order of the paper; empty: nothing.

    `replaces`: the number of the report that this one amends, which its text has to name.
    """
    paper = take_apart(docx, form)
    found = list(_gathered(finding for check in CHECKS for finding in check(paper, form)))
    told = flat(" ".join(paragraph.text for paragraph in paper.everything))
    if replaces and flat(f"thay thế Báo cáo số {replaces}") not in told:
        found.append(fault("missing", "replaces"))
    return found
