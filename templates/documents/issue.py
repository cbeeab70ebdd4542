"""What happens to a composed paper later: it gets its number and day, or is printed without controls."""

from datetime import date
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from reporting.documents.model import Stamp
from reporting.errors import Broken
from templates.documents import package
from templates.documents.controls import issued_field, unwrapped
from templates.documents.marks import clean


def paper_day(day: date) -> str:
    """ngày 05 tháng 02 năm 2024: days below ten and the months 1 and 2 get a nought."""
    return f"ngày {day.day:02d} {paper_month(day.year, day.month)}"


def paper_month(year: int, month: int) -> str:
    """tháng 02 năm 2024, tháng 3 năm 2024."""
    return f"{short_month(month)} năm {year}"


def short_month(month: int) -> str:
    return f"tháng {month:02d}" if month < 3 else f"tháng {month}"


def issue(docx: bytes, stamp: Stamp, place: str) -> bytes:
    """The paper with its number and day, without the draft box; nothing else differs.

    Raises Broken if `docx` has no place for them: it was not composed here.
    """
    body = _body(docx)
    day = paper_day(stamp.on)
    words = {"number": clean(stamp.number), "date": day, "dated": f"{clean(place)}, {day}"}
    seen = set()
    for start in list(body.iter(qn("w:bookmarkStart"))):
        name = issued_field(start.get(qn("w:name"), ""))
        if name == "draft":
            _remove_paragraph(start)
        elif name in words:
            _write(start, words[name])
        seen.add(name)
    if not {"number", "dated"} <= seen:
        raise Broken("no place for the number or the date")
    return package.with_body(docx, _written(body))


def without_controls(docx: bytes) -> bytes:
    """The paper for printing: content controls unwrapped, which LibreOffice 7.4 prints without their format."""
    body = _body(docx)
    unwrapped(body)
    return package.with_body(docx, _written(body))


def _body(docx: bytes) -> Any:
    return etree.fromstring(package.read(docx)[package.BODY], etree.XMLParser(resolve_entities=False))


def _written(body: Any) -> bytes:
    return etree.tostring(body, xml_declaration=True, encoding="UTF-8", standalone=True)


def _write(start: Any, text: str) -> None:
    words = start.getnext().find(qn("w:t"))
    if words is None:
        raise Broken("a field of the paper without its run")
    words.text = text


def _remove_paragraph(inner: Any) -> None:
    paragraph = inner.getparent()
    while paragraph is not None and paragraph.tag != qn("w:p"):
        paragraph = paragraph.getparent()
    if paragraph is not None and paragraph.getparent() is not None:
        paragraph.getparent().remove(paragraph)
