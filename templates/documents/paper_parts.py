"""Finds the parts of an administrative paper in a Word document: by their words and places, not by style names."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from templates.documents import package
from templates.documents.paper_format import PaperFormat
from templates.documents.paper_look import Looks, Paragraph

SUPERIOR, ISSUER = "BCCapTren", "BCCoQuan"
_DAY = re.compile(r"\bngày\b.*\btháng\b.*\bnăm\b")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(slots=True)
class Paper:
    """The parts; a list is empty and a rule None where there is no such part. Widths in twips."""

    country: list[Paragraph] = field(default_factory=list)
    country_width: int = 0
    country_right: bool = False
    motto: list[Paragraph] = field(default_factory=list)
    motto_rule: Paragraph | None = None
    motto_width: int = 0
    superior: list[Paragraph] = field(default_factory=list)
    issuer: list[Paragraph] = field(default_factory=list)
    issuer_rule: Paragraph | None = None
    issuer_width: int = 0
    number: list[Paragraph] = field(default_factory=list)
    dated: list[Paragraph] = field(default_factory=list)
    draft: list[Paragraph] = field(default_factory=list)
    kind: list[Paragraph] = field(default_factory=list)
    subject: list[Paragraph] = field(default_factory=list)
    subject_rule: Paragraph | None = None
    body: list[Paragraph] = field(default_factory=list)
    recipients: list[Paragraph] = field(default_factory=list)
    recipient: list[Paragraph] = field(default_factory=list)
    signature: list[Paragraph] = field(default_factory=list)
    everything: list[Paragraph] = field(default_factory=list)
    sections: list[Any] = field(default_factory=list)
    headers: dict[str, list[Paragraph]] = field(default_factory=dict)


def take_apart(docx: bytes, form: PaperFormat) -> Paper:
    """The parts of a document of ours or one made after it."""
    parts = package.read(docx)
    body = _xml(parts[package.BODY]).find(qn("w:body"))
    looks = Looks(_xml(parts["word/styles.xml"]))
    paper = Paper(everything=looks.paragraphs(body), sections=list(body.iter(qn("w:sectPr"))))
    paper.headers = _headers(parts, looks)
    for paragraphs in paper.headers.values():
        paper.everything += paragraphs
    blocks = [child for child in body if child.tag in (qn("w:p"), qn("w:tbl"))]
    head = next((n for n, block in enumerate(blocks) if _says(block, form.country, form.motto)), None)
    tail = _ending_at(blocks, head, form)
    if head is not None and blocks[head].tag == qn("w:tbl"):
        _letterhead(paper, blocks[head], looks, form)
    between = blocks[0 if head is None else head + 1 : tail]
    _text(paper, [looks.paragraph(block) for block in between if block.tag == qn("w:p")], form)
    if tail < len(blocks):
        _ending(paper, blocks[tail], looks, form)
    return paper


def flat(text: str) -> str:
    """For comparing words: one blank between, composed letters, no case."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _ending_at(blocks: list[Any], head: int | None, form: PaperFormat) -> int:
    """Where recipients and signature stand; without recipients the first table after the letterhead."""
    told = [n for n, block in enumerate(blocks) if _says(block, form.recipients)]
    tables = [n for n, block in enumerate(blocks) if block.tag == qn("w:tbl") and n != head]
    return next(iter(told or tables), len(blocks))


def _says(block: Any, *wanted: str) -> bool:
    text = flat("".join(words.text or "" for words in block.iter(qn("w:t"))))
    return any(flat(words) in text for words in wanted)


def _letterhead(paper: Paper, table: Any, looks: Looks, form: PaperFormat) -> None:
    columns: dict[int, list[Paragraph]] = {}
    for row in table.iter(qn("w:tr")):
        for number, cell in enumerate(row.findall(qn("w:tc"))):
            columns.setdefault(number, []).extend(looks.paragraphs(cell))
    widths = [_inner(table, number) for number in range(len(columns))]
    for number, paragraphs in columns.items():
        for place, paragraph in enumerate(paragraphs):
            words = flat(paragraph.text)
            if flat(form.country) in words:
                paper.country.append(paragraph)
                paper.country_width, paper.country_right = widths[number], number == len(columns) - 1
            elif re.sub(r"\W", "", flat(form.motto)) == re.sub(r"\W", "", words):
                paper.motto.append(paragraph)
                paper.motto_rule, paper.motto_width = _rule_after(paragraphs, place), widths[number]
            elif words.startswith("số"):
                paper.number.append(paragraph)
            elif _DAY.search(words):
                paper.dated.append(paragraph)
            elif paragraph.text and (flat(form.draft) in words or paper.draft):
                paper.draft.append(paragraph)
    _issuer(paper, columns.get(0, []))
    paper.issuer_width = widths[0] if widths else 0


def _issuer(paper: Paper, paragraphs: list[Paragraph]) -> None:
    """The names above the line of the left column: those not bold come first and are the superior's."""
    for place, paragraph in enumerate(paragraphs):
        if not paragraph.text.strip():
            if paragraph.ruled:
                paper.issuer_rule = paragraph
                return
            continue
        if paragraph in paper.number or paragraph in paper.draft:
            return
        if paragraph in paper.country or paragraph in paper.motto:
            continue
        bold = all(run.bold for run in paragraph.runs)
        superior = paragraph.style == SUPERIOR or (
            paragraph.style != ISSUER and not bold and not paper.issuer
        )
        (paper.superior if superior else paper.issuer).append(paragraph)
        if rule := _rule_after(paragraphs, place):
            paper.issuer_rule = rule
            return


def _inner(table: Any, number: int) -> int:
    """The width of a column between its cells' margins."""
    columns = table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")
    width = int(columns[number].get(qn("w:w"), "0")) if number < len(columns) else 0
    margins = table.find(f"{qn('w:tblPr')}/{qn('w:tblCellMar')}")
    for side in ("left", "right"):
        margin = None if margins is None else margins.find(qn(f"w:{side}"))
        width -= 108 if margin is None else int(margin.get(qn("w:w"), "0"))
    return width


def _rule_after(paragraphs: list[Paragraph], place: int) -> Paragraph | None:
    """The line right below: an empty paragraph with a border."""
    after = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
    return after if after is not None and after.ruled and not after.text.strip() else None


def _text(paper: Paper, paragraphs: list[Paragraph], form: PaperFormat) -> None:
    kinds = {flat(kind) for kind in form.kinds}
    start = next((n for n, p in enumerate(paragraphs) if flat(p.text) in kinds), None)
    place = next((n for n, p in enumerate(paragraphs) if p.text.strip() and p.align != "center"), 0)
    if start is not None:
        paper.kind.append(paragraphs[start])
        place = start + 1
        while place < len(paragraphs) and (paragraphs[place].text.strip() or not paper.subject):
            if paragraphs[place].text.strip():
                if paper.subject and paragraphs[place].align != paper.subject[0].align:
                    break
                paper.subject.append(paragraphs[place])
            place += 1
        paper.subject_rule = _rule_after(paragraphs, place - 1)
    addressed = False
    for paragraph in paragraphs[place:]:
        text = paragraph.text.strip()
        if not text:
            continue
        if not paper.body and (flat(text).startswith("kính gửi") or (addressed and text.startswith("-"))):
            addressed = True
            continue
        paper.body.append(paragraph)


def _ending(paper: Paper, table: Any, looks: Looks, form: PaperFormat) -> None:
    if table.tag != qn("w:tbl"):
        return
    for row in table.iter(qn("w:tr")):
        cells = row.findall(qn("w:tc"))
        for cell in cells:
            paragraphs = [p for p in looks.paragraphs(cell) if p.text.strip()]
            if paragraphs and flat(paragraphs[0].text).startswith(flat(form.recipients)):
                paper.recipients.append(paragraphs[0])
                paper.recipient += paragraphs[1:]
            elif cell is cells[-1]:
                paper.signature += paragraphs


def _headers(parts: dict[str, bytes], looks: Looks) -> dict[str, list[Paragraph]]:
    """Headers and footers by the id of their relation."""
    relations = _xml(parts.get("word/_rels/document.xml.rels", b"<none/>"))
    found = {}
    for relation in relations:
        target = f"word/{relation.get('Target')}"
        if relation.get("Type", "").endswith(("/header", "/footer")) and target in parts:
            found[str(relation.get("Id"))] = looks.paragraphs(_xml(parts[target]))
    return found


def referred(section: Any, kind: str) -> str | None:
    """The relation of a section's header of that kind ("default", "first"), None where it goes on with the last."""
    for reference in section.findall(qn("w:headerReference")):
        if reference.get(qn("w:type")) == kind:
            return str(reference.get(_RELATION))
    return None


def texts(paragraphs: Iterable[Paragraph]) -> str:
    return " ".join(paragraph.text.strip() for paragraph in paragraphs)


def _xml(data: bytes) -> Any:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
