"""A month's material becomes the office's own Word document.

The frame (monthly.docx, or the office's own) is rendered by docxtpl; sections, figures and annex II are put in
afterwards, so that nothing a person typed is ever read as a template.
"""

import hashlib
import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC
from functools import cache
from typing import Any, cast

from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from reporting.documents.model import Figure, Material, Replaced
from reporting.documents.paper_figures import paper_figures
from reporting.documents.sections import OPTIONAL, SECTIONS, Section
from reporting.errors import BadFile
from reporting.profile import Profile, Signer
from templates.documents import annex_tables, marks, package
from templates.documents.annexes import Tabled, by_superior, coverage
from templates.documents.context import COVERAGE, TABLES, amending, changing, places, standing
from templates.documents.controls import Weaver
from templates.documents.digest import digest_of, short_digest
from templates.documents.frame import FILE
from templates.documents.marker import Figures, Marker
from templates.documents.sentences import sentences

Writer = Callable[[Material, Callable[[Figure], str], Profile], Mapping[Section, tuple[str, ...]]]
NOTHING_WRITTEN = ("[Chưa có nội dung]",)
_BLANKS = re.compile(" {2,}")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s+")


@dataclass(frozen=True, slots=True)
class Composed:
    """`content`: each section's paragraphs, figures as {tag}; `digest`: SHA-256 hex of what stands on the paper."""

    docx: bytes
    content: Mapping[Section, tuple[str, ...]]
    digest: str


def compose(
    material: Material,
    profile: Profile,
    *,
    signer: Signer,
    version: int,
    template: bytes | None = None,
    writer: Writer = sentences,
    replaced: Replaced | None = None,
) -> Composed:
    """The draft of that version; the same material gives the same bytes. `replaced`: the report that it amends.

    `writer` makes the sentences. Raises BadFile if the template does not read, lacks a section or names what there is
    not.
    """
    frame = template if template is not None else _frame()
    marker, figures = Marker(profile), paper_figures(material)
    written = writer(material, marker, profile)
    content = {section: _paragraphs(section, written.get(section, ())) for section in SECTIONS}
    annexes = (coverage(material.snapshot), by_superior(material.snapshot, figures, profile))
    fixed = standing(material, profile, signer)
    plain = {section: tuple(map(marks.tagged, paragraphs)) for section, paragraphs in content.items()}
    approved = {
        "figures": marker.texts, "content": plain, "standing": fixed,
        "annexes": [annex.plain for annex in annexes], "template": hashlib.sha256(frame).hexdigest(),
    }  # fmt: skip
    digest = digest_of(approved | ({"amending": amending(replaced, plain)} if replaced else {}))
    numbers = Figures(figures, str(material.snapshot.period), marker)
    facts = {
        **fixed,
        **amending(replaced, plain),
        **changing(
            profile,
            material.snapshot.period,
            version,
            short_digest(digest),
            replaced.amended if replaced else None,
        ),
        **places(material, content, numbers, tabled=bool(annexes[1].columns)),
    }
    docx = _render(frame, facts, content, marker, material, annexes)
    return Composed(docx, plain, digest)


@cache
def _frame() -> bytes:
    return FILE.read_bytes()


def _paragraphs(section: Section, written: tuple[str, ...]) -> tuple[str, ...]:
    """Clean of blank ones; tasks without the numbers that Word counts, an empty section marked as such."""
    kept = tuple(text for text in (_one_line(line) for line in written) if text)
    if section == "tasks":
        kept = tuple(_NUMBERED.sub("", text, count=1) if _NUMBERED.match(text) else text for text in kept)
    return kept if kept or section in OPTIONAL else NOTHING_WRITTEN


def _one_line(text: str) -> str:
    """Fit for a paragraph: figures' marks stay, what else is not text goes."""
    pieces = marks.FIGURE.split(text)
    for number, piece in enumerate(pieces):
        pieces[number] = marks.figure(piece) if number % 2 else marks.clean(piece)
    return _BLANKS.sub(" ", "".join(pieces)).strip()


def _render(
    frame: bytes,
    facts: Mapping[str, object],
    content: Mapping[Section, tuple[str, ...]],
    marker: Marker,
    material: Material,
    annexes: tuple[Tabled, Tabled],
) -> bytes:
    document = _rendered(frame, facts)
    body = document.element.body
    weaver = Weaver(marker.texts)
    placed = weaver.place(body, content)
    if missing := [section for section in SECTIONS if content[section] and section not in placed]:
        raise BadFile("template", tuple(f"no_place:{section}" for section in missing))
    _put_tables(body, *annexes)
    annex_tables.hold_together(body)
    weaver.weave(body)
    properties = document.core_properties
    properties.title = f"Báo cáo {cast(Mapping[str, str], facts['ky'])['ten']}"
    properties.modified = material.snapshot.cut_off.astimezone(UTC)
    out = io.BytesIO()
    document.save(out)
    return package.write(package.read(out.getvalue()))


def _rendered(frame: bytes, facts: Mapping[str, object]) -> Any:
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_final)
    template = DocxTemplate(io.BytesIO(frame))
    try:
        template.render(dict(facts), environment)
    except TemplateError as error:
        raise BadFile("template", (str(error),)) from error
    return template.docx


def _final(value: object) -> object:
    return marks.clean(value) if type(value) is str else value


def _put_tables(body: Any, reported: Tabled, figures: Tabled) -> None:
    """The annexes' tables in place of their marks; the last section is laid across where annex II is wide."""
    _put(body, COVERAGE, annex_tables.coverage_table, reported)
    _put(body, TABLES, annex_tables.tables, figures)
    if figures.columns and annex_tables.lies_across(figures):
        annex_tables.turn(body.find(qn("w:sectPr")))


def _put(body: Any, name: str, made: Callable[[Tabled], list[Any]], tabled: Tabled) -> None:
    for paragraph in [p for p in body.iter(qn("w:p")) if str(marks.place(name)) in "".join(p.itertext())]:
        for element in made(tabled):
            paragraph.addprevious(element)
        paragraph.getparent().remove(paragraph)
