"""Where each number of a paper's body comes from: a figure's control, what somebody typed, or a named constant."""

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from reporting.documents.model import Material
from reporting.profile import Profile
from reporting.text import fold
from templates.documents import package
from templates.documents.figures import count

Trace = tuple[str, str, str]  # the word before, the number, the word after; folded

ANNEXES = "TÌNH HÌNH THỰC HIỆN BÁO CÁO"
CONSTANTS = {
    "the programme's own name": r"“1 triệu sáng kiến”",
    "the month of the report": r"tháng {month}(?: năm {year})?\b",
    "the month after": r"tháng {next_month}(?: năm {next_year})?\b",
    "which draft": r"DỰ THẢO LẦN \d+",
    "the draft's short digest": r"^[0-9A-F]{{4}}-[0-9A-F]{{4}}$",
}
_NUMBER = re.compile(r"(?<!\w)\d+(?:[.,/]\d+)*(?!\w)|\d+")
_WORD = re.compile(r"\w+")


def numbers_from_nowhere(docx: bytes, material: Material, profile: Profile) -> list[str]:
    """The numbers of the body, with their paragraphs, that nothing accounts for."""
    typed = set(_typed(material, profile))
    found = []
    for paragraph in _paragraphs(docx):
        for trace in _traces(_without_constants(paragraph, material)):
            if not any(_same(source, trace) for source in typed):
                found.append(f"{trace[1]}: {paragraph}")
    return found


def _same(source: Trace, trace: Trace) -> bool:
    """Whether the number stands between the same words; at the edge of a typed text any word may come."""
    (before, number, after), (left, found, right) = source, trace
    return number == found and before in ("", left) and after in ("", right)


def _paragraphs(docx: bytes) -> Iterator[str]:
    """Text of the body up to the annexes, each figure's control as «¤»."""
    for paragraph in etree.fromstring(package.read(docx)[package.BODY]).iter(qn("w:p")):
        text = "".join(_text(child) for child in paragraph)
        if text.startswith(ANNEXES):
            return
        yield text


def _text(element: Any) -> str:
    if element.tag == qn("w:sdt"):
        return "¤"
    return "".join(words.text or "" for words in element.iter(qn("w:t")))


def _without_constants(text: str, material: Material) -> str:
    month = material.snapshot.period
    after = month.next()
    facts = {
        "month": f"{month.month:02}", "year": month.year, "next_month": f"{after.month:02}", "next_year": after.year,
    }  # fmt: skip
    for pattern in CONSTANTS.values():
        text = re.sub(pattern.format(**facts), " ", text, flags=re.IGNORECASE)
    return text


def _traces(text: str) -> Iterator[Trace]:
    for match in _NUMBER.finditer(text):
        before = _WORD.findall(text[: match.start()])
        after = _WORD.findall(text[match.end() :])
        yield fold(before[-1]) if before else "", match[0], fold(after[0]) if after else ""


def _typed(material: Material, profile: Profile) -> Iterator[Trace]:
    """Numbers with their neighbours, as people typed them or as a list's line holds them."""
    for text in _texts(material, profile):
        yield from (trace for trace in _traces(text) if trace[0] or trace[2])
    for award in material.awards:
        named = [
            (award.tap_the, "tập thể"),
            (award.ca_nhan, "cá nhân"),
            *((n, what) for what, n in award.other),
        ]
        yield from (("", count(amount), fold(name.split()[0])) for amount, name in named)


def _texts(material: Material, profile: Profile) -> Iterator[str]:
    for said in material.snapshot.said:
        yield from (said.unit, *said.text.splitlines())
    for paragraphs in (*material.narratives.values(), *material.kept.values(), *material.lists.values()):
        yield from paragraphs
    yield from material.tasks
    yield from (task.text for task in material.planned)
    for award in material.awards:
        yield from (award.giver, award.award, award.occasion, *(what for what, _ in award.other))
    yield from (profile.name, *profile.header.superior, *profile.header.issuer, profile.header.place)
    yield from (
        *profile.paper.addressees,
        *profile.paper.recipients,
        profile.paper.archive,
        profile.paper.symbol,
    )
    yield from (text for signer in profile.signers for text in (signer.name, signer.title, signer.authority))
