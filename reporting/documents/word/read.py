"""Reads the body of a DOCX into paragraphs of text and figures, as a person sees them.

Tracked insertions count, tracked deletions do not; a paragraph whose mark is deleted runs on into the next.
A figure is known by its control's tag or, where LibreOffice dropped that, by its alias.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from reporting.documents.word.open import document_body

_MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_FIGURE_TAG = re.compile(r"[A-Za-z][\w.]*@[\w.#-]+", re.ASCII)
_LONGEST_TAG = 64
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PASSED_OVER = {"del", "moveFrom", "sdtPr", "sdtEndPr", "pPr", "rPr", "instrText", "tblPr", "trPr", "tcPr"}
_OFF = {"0", "false", "off"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure as it stands in the text: its tag (code@period) and what is printed. "" where it was emptied."""

    tag: str
    text: str


Part = str | Shown


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in order of reading; `starts` and `ends` name the bookmarks that begin and end in it."""

    parts: tuple[Part, ...]
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    @property
    def shown(self) -> tuple[Shown, ...]:
        return tuple(part for part in self.parts if isinstance(part, Shown))


def read_paragraphs(data: bytes) -> tuple[Paragraph, ...]:
    """The paragraphs of a DOCX's body, those of tables and text boxes among them. Raises Refused as `open` does."""
    reader = _Reader()
    reader.walk(document_body(data), None)
    return tuple(draft.finished() for draft in _run_on(reader.drafts))


class _Control:
    """A content control that holds a figure."""

    def __init__(self, tag: str, is_prompt: bool) -> None:
        self.tag = tag
        self.is_prompt = is_prompt  # Word's "click here to enter text" stands in it: it is empty
        self.placed = False


@dataclass(slots=True)
class _Draft:
    """A paragraph being read."""

    pieces: list[tuple[_Control | None, list[str]]] = field(default_factory=list)
    starts: list[str] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)
    runs_on: bool = False

    def add(self, control: _Control | None, text: str) -> None:
        if not self.pieces or self.pieces[-1][0] is not control:
            self.pieces.append((control, []))
        self.pieces[-1][1].append(text)

    def take(self, other: "_Draft") -> None:
        self.pieces += other.pieces
        self.starts += other.starts
        self.ends += other.ends
        self.runs_on = other.runs_on

    def finished(self) -> Paragraph:
        parts: list[Part] = []
        for control, texts in self.pieces:
            text = "".join(texts)
            if control:
                parts.append(Shown(control.tag, text))
            elif parts and isinstance(parts[-1], str):
                parts[-1] += text
            else:
                parts.append(text)
        return Paragraph(tuple(parts), tuple(self.starts), tuple(self.ends))


def _run_on(drafts: list[_Draft]) -> list[_Draft]:
    merged: list[_Draft] = []
    for draft in drafts:
        if merged and merged[-1].runs_on:
            merged[-1].take(draft)
        else:
            merged.append(draft)
    return merged


class _Reader:
    """Walks the body; a paragraph inside a paragraph (a text box) is read by itself."""

    def __init__(self) -> None:
        self.drafts: list[_Draft] = []
        self._open: list[_Draft] = []
        self._bookmarks: dict[str, str] = {}
        self._ends_between: list[str] = []
        self._readers: dict[str, Callable[[etree._Element, _Control | None], None]] = {
            "p": self._paragraph,
            "r": self._run,
            "tr": self._unless_deleted,
            "tc": self._unless_deleted,
            "sdt": self._control,
            "t": self._text,
            "bookmarkStart": self._bookmark_start,
            "bookmarkEnd": self._bookmark_end,
        }

    def walk(self, element: etree._Element, control: _Control | None) -> None:
        for child in element:
            if not isinstance(child.tag, str) or child.tag == _FALLBACK:
                continue
            name = child.tag.removeprefix(_MAIN)
            if name in _PASSED_OVER:
                continue
            if name in _CHARACTERS:
                self._put(control, _CHARACTERS[name])
            else:
                self._readers.get(name, self.walk)(child, control)

    def _paragraph(self, element: etree._Element, control: _Control | None) -> None:
        draft = _Draft(ends=self._ends_between)
        self._ends_between = []
        draft.runs_on = any(
            element.find(f"{_MAIN}pPr/{_MAIN}rPr/{_MAIN}{n}") is not None for n in ("del", "moveFrom")
        )
        self.drafts.append(draft)
        self._open.append(draft)
        if control and not control.placed:
            self._place(control)
        self.walk(element, control)
        self._open.pop()

    def _run(self, element: etree._Element, control: _Control | None) -> None:
        hidden = element.find(f"{_MAIN}rPr/{_MAIN}vanish")
        if hidden is None or hidden.get(f"{_MAIN}val") in _OFF:
            self.walk(element, control)

    def _unless_deleted(self, element: etree._Element, control: _Control | None) -> None:
        """A row or a cell of a table, unless its deletion is tracked."""
        deleted = ("trPr/del", "tcPr/cellDel")
        if all(element.find("/".join(_MAIN + n for n in path.split("/"))) is None for path in deleted):
            self.walk(element, control)

    def _control(self, element: etree._Element, outer: _Control | None) -> None:
        content = element.find(f"{_MAIN}sdtContent")
        control = outer or _figure_of(element.find(f"{_MAIN}sdtPr"))
        if control and not outer and self._open:
            self._place(control)
        if content is not None:
            self.walk(content, control)

    def _place(self, control: _Control) -> None:
        control.placed = True
        self._open[-1].add(control, "")

    def _text(self, element: etree._Element, control: _Control | None) -> None:
        self._put(control, element.text or "")

    def _put(self, control: _Control | None, text: str) -> None:
        if self._open and not (control and control.is_prompt):
            self._open[-1].add(control, text)

    def _bookmark_start(self, element: etree._Element, control: _Control | None) -> None:
        name = element.get(f"{_MAIN}name", "")
        self._bookmarks[element.get(f"{_MAIN}id", "")] = name
        place = self._open or self.drafts
        if place:
            place[-1].starts.append(name)

    def _bookmark_end(self, element: etree._Element, control: _Control | None) -> None:
        name = self._bookmarks.get(element.get(f"{_MAIN}id", ""), "")
        (self._open[-1].ends if self._open else self._ends_between).append(name)


def _figure_of(properties: etree._Element | None) -> _Control | None:
    if properties is None:
        return None
    for name in ("tag", "alias"):
        said = properties.find(_MAIN + name)
        tag = "" if said is None else said.get(f"{_MAIN}val", "")
        if len(tag) <= _LONGEST_TAG and _FIGURE_TAG.fullmatch(tag):
            return _Control(tag, properties.find(f"{_MAIN}showingPlcHdr") is not None)
    return None
