"""Marks become Word: figures plain-text content controls, sections bookmarks, fields bookmarks round a run.

A figure's control has alias = tag = the figure's tag. A section's bookmark `slot_<section>` reaches from the end of
the paragraph before to the start of the one after, so that both its ends lie in text of the frame. Fields are
`paper_<field>`, then `paper_<field>_2` and so on.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from reporting.documents.sections import Section
from reporting.errors import BadFile
from templates.documents import marks
from templates.documents.frame_styles import INDENT, TASK

SLOT, FIELD = "slot_", "paper_"
_BLANK = re.compile(r"(\[[Cc]hưa có [^\]]*\])")
_UNNUMBERED = ("[", "-", "+")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Weaver:
    """Makes the elements; counts ids from 1001 so that the same content has the same ids."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._ids = itertools.count(1001)
        self._fields: Counter[str] = Counter()

    def place(self, body: Any, content: Mapping[Section, tuple[str, ...]]) -> frozenset[Section]:
        """Put each section's paragraphs where its mark stands, in the dress of that paragraph; gives those placed."""
        placed: list[Section] = []
        for paragraph in [p for p in body.iter(f"{_W}p") if marks.PLACE.search(_text(p))]:
            match = marks.PLACE.fullmatch(_text(paragraph).strip())
            section = next((name for name in content if match and name == match[1]), None)
            if section is not None:
                placed.append(section)
                self._section(paragraph, section, content[section])
        return frozenset(placed)

    def weave(self, body: Any) -> None:
        """Turn what marks are left in the text into controls and bookmarks."""
        for run in [r for r in body.iter(f"{_W}r") if marks.ANY.search(_text(r))]:
            for made in self.runs(_text(run), run.find(f"{_W}rPr")):
                run.addprevious(made)
            run.getparent().remove(run)

    def runs(self, text: str, look: Any) -> Iterator[Any]:
        """The runs, controls and bookmarks of a marked text; `look` is a w:rPr to copy, or None."""
        for number, piece in enumerate(marks.FIGURE.split(text)):
            if number % 2 == 0:
                yield from self._fielded(piece, look)
            elif piece in self._texts:
                yield self._control(piece, self._texts[piece], look)

    def _section(self, model: Any, name: str, paragraphs: tuple[str, ...]) -> None:
        look = model.find(f"{_W}r/{_W}rPr")
        format_ = model.find(f"{_W}pPr")
        before, after = _neighbour(model, -1), _neighbour(model, +1)
        if before is None or after is None:
            raise BadFile(name, ("no_fixed_text_around",))
        for text in paragraphs:
            paragraph = etree.Element(f"{_W}p")
            if format_ is not None:
                paragraph.append(deepcopy(format_))
                if _style(format_) == TASK and text.startswith(_UNNUMBERED):
                    _unnumber(paragraph[0])
            if text.endswith(":"):
                _keep_with_next(paragraph)
            paragraph.extend(self.runs(text, look))
            model.addprevious(paragraph)
        model.getparent().remove(model)
        start, end = self._bookmark(f"{SLOT}{name}")
        before.append(start)
        properties = after.find(f"{_W}pPr")
        if properties is None:
            after.insert(0, end)
        else:
            properties.addnext(end)

    def _bookmark(self, name: str) -> tuple[Any, Any]:
        number = str(next(self._ids))
        start = etree.Element(f"{_W}bookmarkStart", {f"{_W}id": number, f"{_W}name": name})
        return start, etree.Element(f"{_W}bookmarkEnd", {f"{_W}id": number})

    def _fielded(self, text: str, look: Any) -> Iterator[Any]:
        pieces = marks.FIELD.split(text)
        for number in range(0, len(pieces), 3):
            yield from _plain(pieces[number], look)
            if number + 2 < len(pieces):
                name, words = pieces[number + 1 : number + 3]
                self._fields[name] += 1
                count = self._fields[name]
                start, end = self._bookmark(f"{FIELD}{name}" + (f"_{count}" if count > 1 else ""))
                yield from (start, _run(words, look), end)

    def _control(self, tag: str, text: str, look: Any) -> Any:
        control = etree.Element(f"{_W}sdt")
        properties = etree.SubElement(control, f"{_W}sdtPr")
        for name, value in (("alias", tag), ("tag", tag), ("id", str(next(self._ids)))):
            etree.SubElement(properties, f"{_W}{name}", {f"{_W}val": value})
        etree.SubElement(properties, f"{_W}text")
        etree.SubElement(control, f"{_W}sdtContent").extend(_plain(text, look))
        return control


def issued_field(name: str) -> str:
    """The field that a bookmark holds: "paper_number_2" → "number"; "" for other bookmarks."""
    match = re.fullmatch(rf"{FIELD}([a-z]+)(_\d+)?", name)
    return match[1] if match else ""


def unwrapped(body: Any) -> None:
    """Take the controls away and leave what stands in them."""
    for control in list(body.iter(f"{_W}sdt")):
        content = control.find(f"{_W}sdtContent")
        for child in list(content) if content is not None else ():
            control.addprevious(child)
        control.getparent().remove(control)


def _plain(text: str, look: Any) -> Iterator[Any]:
    """Runs of a text without figures; what is still to be written is highlighted."""
    for number, piece in enumerate(_BLANK.split(marks.ANY.sub("", text))):
        if piece:
            yield _run(piece, look, highlighted=number % 2 == 1)


def _run(text: str, look: Any, *, highlighted: bool = False) -> Any:
    run = etree.Element(f"{_W}r")
    if look is not None:
        run.append(deepcopy(look))
    if highlighted:
        properties = run.find(f"{_W}rPr")
        if properties is None:
            properties = etree.SubElement(run, f"{_W}rPr")
        etree.SubElement(properties, f"{_W}highlight", {f"{_W}val": "yellow"})
    words = etree.SubElement(run, f"{_W}t", {_SPACE: "preserve"})
    words.text = text
    return run


def _keep_with_next(paragraph: Any) -> None:
    """What announces a list is not parted from it."""
    format_ = paragraph.find(f"{_W}pPr")
    style = None if format_ is None else format_.find(f"{_W}pStyle")
    if style is not None and format_.find(f"{_W}keepNext") is None:
        style.addnext(etree.Element(f"{_W}keepNext"))


def _unnumber(format_: Any) -> None:
    """Leave the number out and keep the first line's indent, which LibreOffice drops with it."""
    numbering = etree.Element(f"{_W}numPr")
    for name in ("ilvl", "numId"):
        etree.SubElement(numbering, f"{_W}{name}", {f"{_W}val": "0"})
    format_.find(f"{_W}pStyle").addnext(numbering)
    if format_.find(f"{_W}ind") is None:
        indent = etree.Element(f"{_W}ind", {f"{_W}left": "0", f"{_W}firstLine": str(INDENT)})
        spacing = format_.find(f"{_W}spacing")
        (numbering if spacing is None else spacing).addnext(indent)


def _style(format_: Any) -> str:
    style = format_.find(f"{_W}pStyle")
    return "" if style is None else str(style.get(f"{_W}val"))


def _text(element: Any) -> str:
    return "".join(words.text or "" for words in element.iter(qn("w:t")))


def _neighbour(paragraph: Any, step: int) -> Any:
    """The next paragraph with text on that side, None where a table or nothing comes first."""
    for sibling in paragraph.itersiblings(preceding=step < 0):
        if sibling.tag != f"{_W}p":
            return None
        if words := _text(sibling).strip():
            return None if marks.PLACE.search(words) else sibling
    return None
