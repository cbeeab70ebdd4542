"""The body of a paper: its paragraphs, and that its headings are numbered without a gap."""

import re
from collections.abc import Iterator

from reporting.documents.model import Finding
from templates.documents.paper_faults import fault, points, size
from templates.documents.paper_format import PaperFormat
from templates.documents.paper_look import Paragraph
from templates.documents.paper_parts import Paper

_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_HEADINGS = (
    ("part", re.compile(r"Phần (?:thứ )?([IVXLC]+)\b")),
    ("roman", re.compile(r"([IVXLC]+)\.(?=\s)")),
    ("arabic", re.compile(r"(\d{1,2})\.(?=\s)")),
    ("letter", re.compile(rf"([{_LETTERS}])\)(?=\s)")),
)
_ORDER = tuple(name for name, _ in _HEADINGS)


def body(paper: Paper, form: PaperFormat) -> Iterator[Finding]:
    if not paper.body:
        yield fault("missing", "body")
    for place, paragraph in enumerate(paper.body):
        yield from size(paragraph, "body", form)
        if paragraph.align != "both":
            yield fault("justified", "body", paragraph.text)
        if paragraph.first not in form.first_lines:
            wanted = " hoặc ".join(_cm(length) for length in form.first_lines)
            yield fault("first_line", "body", paragraph.text, found=_cm(paragraph.first), wanted=wanted)
        low, high = form.line
        if paragraph.line is None or not low <= round(paragraph.line, 2) <= high:
            found = "cố định" if paragraph.line is None else points(round(paragraph.line, 2))
            yield fault("line", "body", paragraph.text, found=found, wanted=f"{points(low)}–{points(high)}")
        if place and max(paper.body[place - 1].after, paragraph.before) < form.least_between:
            between = max(paper.body[place - 1].after, paragraph.before)
            yield fault(
                "between", "body", paragraph.text, found=points(between), wanted=points(form.least_between)
            )


def numbering(paper: Paper, form: PaperFormat) -> Iterator[Finding]:
    """Phần, I., 1., a) each count from one without a gap; what Word numbers itself starts them anew."""
    last: dict[str, int] = {}
    for paragraph in paper.body:
        if paragraph.level is not None:
            for kind in _ORDER[2 if paragraph.level == 0 else 3 :]:
                last.pop(kind, None)
            continue
        kind, number, label = _numbered(paragraph)
        if not kind:
            continue
        if number != last.get(kind, 0) + 1:
            wanted = _label(kind, last.get(kind, 0) + 1)
            yield fault("numbering", "body", paragraph.text, found=label, wanted=wanted)
        last[kind] = number
        for lower in _ORDER[_ORDER.index(kind) + 1 :]:
            last.pop(lower, None)


def _numbered(paragraph: Paragraph) -> tuple[str, int, str]:
    """The kind of number a paragraph begins with, and the number; "" where it begins with none."""
    text = paragraph.text.strip()
    for kind, pattern in _HEADINGS:
        if match := pattern.match(text):
            return kind, _value(kind, match[1]), match[0]
    return "", 0, ""


def _value(kind: str, written: str) -> int:
    if kind == "arabic":
        return int(written)
    if kind == "letter":
        return _LETTERS.index(written) + 1
    values = [_ROMAN[letter] for letter in written]
    return sum(-v if any(v < later for later in values[n + 1 :]) else v for n, v in enumerate(values))


def _label(kind: str, number: int) -> str:
    if kind == "letter":
        return f"{_LETTERS[min(number, len(_LETTERS)) - 1]})"
    if kind == "arabic":
        return f"{number}."
    roman, rest = "", number
    for value, letters in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        roman += letters * (rest // value)
        rest %= value
    return f"Phần {roman}" if kind == "part" else f"{roman}."


def _cm(twips: float) -> str:
    return f"{twips / 567:.2f}".rstrip("0").rstrip(".").replace(".", ",") + " cm"
