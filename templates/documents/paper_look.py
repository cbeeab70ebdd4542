"""How the text of a Word document looks in the end: direct formats, then styles, then the document's defaults.

Looks no further than a report needs: table styles and the indents of a numbering are left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

_OFF = ("0", "false", "off", "none")
_BLACK = (None, "auto", "000000")


@dataclass(frozen=True, slots=True)
class Words:
    """A run: its text, fonts (those of Latin and accented letters), size in points."""

    text: str
    fonts: frozenset[str]
    size: float
    bold: bool
    italic: bool
    underlined: bool
    capitals: bool
    black: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lengths in twips, `between` and `line` as points and multiples of single spacing; `line` None: exact.

    `level`: of Word's numbering, None where it has none; `numbering` its id. `ruled`: a border above or below,
    `boxed`: on all sides.
    """

    element: Any
    style: str
    runs: tuple[Words, ...]
    align: str
    first: int
    left: int
    right: int
    before: float
    after: float
    line: float | None
    numbering: str | None
    level: int | None
    ruled: bool
    boxed: bool

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def shown(self) -> str:
        """The text as it is seen: in capitals where a format says so."""
        return "".join(run.text.upper() if run.capitals else run.text for run in self.runs)


@dataclass(slots=True)
class Looks:
    """The styles of a document."""

    styles: Any
    _chains: dict[str, list[Any]] = field(default_factory=dict)

    def paragraphs(self, parent: Any) -> list[Paragraph]:
        """Those within an element, of tables too, in order."""
        return [self.paragraph(element) for element in parent.iter(qn("w:p"))]

    def paragraph(self, element: Any) -> Paragraph:
        direct = element.find(qn("w:pPr"))
        style = _value(direct, "w:pStyle") or self._default()
        sources = [
            direct,
            *(entry.find(qn("w:pPr")) for entry in self._chain(style)),
            self._base("w:pPrDefault", "w:pPr"),
        ]
        sources = [source for source in sources if source is not None]
        first, line = _length(sources, "w:ind", "firstLine"), _attribute(sources, "w:spacing", "line")
        auto = _attribute(sources, "w:spacing", "lineRule") in (None, "auto")
        number = _attribute(sources, "w:numPr/w:numId", "val")
        counted = number not in (None, "0")
        border = next((s.find(qn("w:pBdr")) for s in sources if s.find(qn("w:pBdr")) is not None), None)
        sides = _sides(border)
        return Paragraph(
            element=element,
            style=style,
            runs=tuple(self._runs(element, style)),
            align=_attribute(sources, "w:jc", "val") or "left",
            first=first - _length(sources, "w:ind", "hanging"),
            left=_length(sources, "w:ind", "left"),
            right=_length(sources, "w:ind", "right"),
            before=_length(sources, "w:spacing", "before") / 20,
            after=_length(sources, "w:spacing", "after") / 20,
            line=(int(line) / 240 if line else 1.0) if auto else None,
            numbering=number if counted else None,
            level=int(_attribute(sources, "w:numPr/w:ilvl", "val") or 0) if counted else None,
            ruled=bool(sides & {"top", "bottom"}),
            boxed=sides >= {"top", "bottom", "left", "right"},
        )

    def _runs(self, paragraph: Any, style: str) -> Iterator[Words]:
        for run in paragraph.iter(qn("w:r")):
            text = "".join(
                (child.text or "") if child.tag == qn("w:t") else "\n" if child.tag == qn("w:br") else " "
                for child in run
                if child.tag in (qn("w:t"), qn("w:br"), qn("w:tab"))
            )
            if text:
                yield self._words(run.find(qn("w:rPr")), style, text)

    def _words(self, direct: Any, style: str, text: str) -> Words:
        own = self._chain(_value(direct, "w:rStyle") or "")
        entries = [entry.find(qn("w:rPr")) for entry in (*own, *self._chain(style))]
        sources = [s for s in (direct, *entries, self._base("w:rPrDefault", "w:rPr")) if s is not None]
        fonts = next((s.find(qn("w:rFonts")) for s in sources if s.find(qn("w:rFonts")) is not None), None)
        names = frozenset(
            "" if fonts is None or fonts.get(qn(f"w:{part}Theme")) else fonts.get(qn(f"w:{part}"), "")
            for part in ("ascii", "hAnsi")
        )
        return Words(
            text=text,
            fonts=names,
            size=int(_attribute(sources, "w:sz", "val") or 20) / 2,
            bold=_on(sources, "w:b"),
            italic=_on(sources, "w:i"),
            underlined=_on(sources, "w:u"),
            capitals=_on(sources, "w:caps"),
            black=_attribute(sources, "w:color", "val") in _BLACK,
        )

    def _chain(self, style: str) -> list[Any]:
        """The style, the one it is based on, and so on."""
        if style not in self._chains:
            chain: list[Any] = []
            name: str | None = style
            while name and (entry := self._entry(name)) is not None and entry not in chain:
                chain.append(entry)
                name = _value(entry, "w:basedOn")
            self._chains[style] = chain
        return self._chains[style]

    def _entry(self, style: str) -> Any:
        return next((s for s in self.styles.findall(qn("w:style")) if s.get(qn("w:styleId")) == style), None)

    def _default(self) -> str:
        for style in self.styles.findall(qn("w:style")):
            if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in ("1", "true"):
                return str(style.get(qn("w:styleId")))
        return ""

    def _base(self, *path: str) -> Any:
        return self.styles.find("/".join(map(qn, ("w:docDefaults", *path))))


def _sides(border: Any) -> frozenset[str]:
    if border is None:
        return frozenset()
    return frozenset(
        side.tag.rpartition("}")[2] for side in border if side.get(qn("w:val"), "none") not in ("none", "nil")
    )


def _value(parent: Any, path: str) -> str | None:
    found = None if parent is None else parent.find(qn(path))
    return None if found is None else found.get(qn("w:val"))


def _attribute(sources: list[Any], path: str, name: str) -> str | None:
    """The first source that says so."""
    steps = "/".join(map(qn, path.split("/")))
    for source in sources:
        found = source.find(steps)
        if found is not None and (value := found.get(qn(f"w:{name}"))) is not None:
            return str(value)
    return None


def _length(sources: list[Any], path: str, name: str) -> int:
    value = _attribute(sources, path, name)
    return round(float(value)) if value else 0


def _on(sources: list[Any], path: str) -> bool:
    found = next((s.find(qn(path)) for s in sources if s.find(qn(path)) is not None), None)
    return found is not None and found.get(qn("w:val"), "1") not in _OFF
