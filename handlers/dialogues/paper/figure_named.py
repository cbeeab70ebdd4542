"""Which figure of a month is meant: by its value as it may be typed («6,5 triệu», «21/63»), or words of its name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from handlers.documents import gather
from handlers.papers import Paper
from handlers.turn import Context
from handlers.world import World
from reporting.documents.codec import Content
from reporting.documents.model import Figure, Material
from reporting.documents.paper_figures import paper_figures
from reporting.documents.sections import Section
from reporting.documents.word.reread import reread
from reporting.periods import Month
from reporting.reading.ratio import read_ratio
from reporting.reading.readings import Ask, Given, Reading
from reporting.text import fold
from reporting.values import Pair, Ratio, Value, bare
from storage.queries.campaigns import Campaign

_NUMBER = re.compile(r"\d[\d.]*(?<!\.)", re.ASCII)
_TYPED = re.compile(r"\d[\d.,/]*%?", re.ASCII)
_IN_CONTENT = re.compile(r"\{([^{}@]+)@([^{}@]+)\}(?:/\{([^{}@]+)@[^{}@]+\})?")
_CHANGE = ".change"
_AROUND = 60  # characters of a paragraph shown beside a number


@dataclass(frozen=True, slots=True)
class Basis:
    """Where a figure is looked for: a version of the report (`document` its id), or the month as it is now (0)."""

    document: int
    version: int | None
    month: Month
    material: Material
    content: Content


def of_paper(paper: Paper) -> Basis:
    """A version of the report."""
    content = paper.content if paper.document.digest else {}
    return Basis(paper.document.id, paper.document.version, paper.month, paper.material, content)


def live(ctx: Context, campaign: Campaign) -> Basis:
    """The month as the units have reported it by now: what «tổng hợp» shows."""
    month = Month.parse(campaign.period)
    return Basis(0, None, month, gather(ctx.tx, ctx.world, month, ctx.now), {})


def named(world: World, basis: Basis, text: str) -> list[Figure]:
    """The month's own figures with that value, or whose name holds all the words."""
    figures = paper_figures(basis.material)
    own = [f for f in figures.values() if f.period == str(basis.month) and "." not in f.code]
    valued = [f for f in own if has_value(f, text)] or _parts(basis, figures, text)
    if valued or _typed_numbers(text):
        return valued or _changes(figures, text)
    return _by_words(world, own, text)


def has_value(figure: Figure, text: str) -> bool:
    """Whether the text is this figure's value, read as a figure of its kind, or as the bare number it is."""
    numbers = _NUMBER.findall(text)
    if len(numbers) == 1 and not _TYPED.fullmatch(text.strip(" ?.")) and _says_more(figure, text):
        return False
    if figure.value is not None and _may_be(reread(figure, text), figure.value):
        return True
    plain = len(numbers) == 1 and set(_typed_numbers(text)) == set(numbers)
    return plain and _has(figure.value, int(numbers[0].replace(".", "")))


def _says_more(figure: Figure, text: str) -> bool:
    """Words beside the number that are of another kind: «6,5 triệu» is no count of 6."""
    return figure.kind not in ("money", "pair", "percent") and bool(re.search(r"tri[eệ]u|t[yỷỉi]\b|%", text))


def _may_be(reading: Reading, value: Value) -> bool:
    if isinstance(reading, Given):
        return bare(reading.value) == bare(value)
    return isinstance(reading, Ask) and value in reading.candidates


def _has(value: Value | None, number: int) -> bool:
    if isinstance(value, Pair):
        return number in (value.tap_the, value.ca_nhan)
    return not isinstance(value, bool) and bare(value) == number


def _typed_numbers(text: str) -> list[str]:
    return [number.rstrip(".,") for number in _TYPED.findall(text)]


def of_parts(world: World, basis: Basis, text: str) -> list[Figure]:
    """«19/63» that the report prints nowhere as a part of a whole: the figures that are either number."""
    reading = read_ratio(text)
    if not isinstance(reading, Given) or not isinstance(reading.value, Ratio):
        return []
    numbers = [str(number) for number in (reading.value.num, reading.value.den) if number]
    each = [named(world, basis, number) for number in numbers]
    each = [[f for f in found if f.kind in ("count", "pair")] for found in each]
    return list({f.tag: f for found in each for f in found}.values()) if all(each) else []


def _parts(basis: Basis, figures: Mapping[str, Figure], text: str) -> list[Figure]:
    """«16/29»: two figures that the report prints as a part of a whole; the part is meant."""
    reading = read_ratio(text)
    if not isinstance(reading, Given) or not isinstance(reading.value, Ratio):
        return []
    tags = [
        (f"{found[1]}@{found[2]}", f"{found[3]}@{found[2]}")
        for paragraphs in basis.content.values()
        for paragraph in paragraphs
        for found in _IN_CONTENT.finditer(paragraph)
        if found[3]
    ] or [(f"units_reported@{basis.month}", f"units_total@{basis.month}")]
    both = [(figures[a], figures[b]) for a, b in tags if a in figures and b in figures]
    return [a for a, b in both if (a.value, b.value) == (reading.value.num, reading.value.den)]


def _changes(figures: Mapping[str, Figure], text: str) -> list[Figure]:
    """The figures that rose or fell by this much against the month before."""
    changed = [f for f in figures.values() if f.code.endswith(_CHANGE) and isinstance(f.value, int)]
    meant = [f for f in changed if f.value and has_value(replace(f, value=_size(f.value)), text)]
    bases = [figures.get(f"{f.code.removesuffix(_CHANGE)}@{f.period}") for f in meant]
    return [f for f in bases if f is not None]


def change_meant(basis: Basis, figure: Figure, text: str) -> int:
    """By how much the figure rose or fell, where it was that which was asked for; else 0."""
    change = paper_figures(basis.material).get(f"{figure.code}{_CHANGE}@{figure.period}")
    if change is None or not isinstance(change.value, int) or not change.value or has_value(figure, text):
        return 0
    return change.value if has_value(replace(change, value=_size(change.value)), text) else 0


def _size(value: Value) -> Value:
    return abs(value) if isinstance(value, int) else value


def _by_words(world: World, own: list[Figure], text: str) -> list[Figure]:
    words = set(fold(text).split()) - {"so", "cua", "cac"}
    if not words:
        return []
    short = {q.code: q.short for form in world.forms.values() for q in form.questions}
    exact = [f for f in own if fold(text) in (fold(short.get(f.code, "")), fold(f.label))]
    near = [f for f in own if words <= set(fold(f"{f.label} {short.get(f.code, '')}").split())]
    return exact or near


def in_words(basis: Basis, text: str) -> list[tuple[Section, str]]:
    """The sections whose own words hold the number that a text names, each with what stands around it."""
    numbers = _typed_numbers(text)
    if len(numbers) != 1:
        return []
    alone = re.compile(rf"(?<![\w{{@.,/-])0?{re.escape(numbers[0].lstrip('0') or '0')}(?![\w@}}/-]|[.,]\d)")
    found: list[tuple[Section, str]] = []
    for section, paragraphs in basis.content.items():
        for paragraph in paragraphs:
            place = alone.search(_IN_CONTENT.sub(lambda tag: "{" * len(tag[0]), paragraph))
            if place is not None:
                found.append((section, _around(paragraph, place.start(), place.end())))
                break
    return found


def _around(paragraph: str, start: int, end: int) -> str:
    left = paragraph[max(0, start - _AROUND) : start].rpartition("}")[2]
    right = paragraph[end : end + _AROUND].partition("{")[0]
    left = left if len(left) < _AROUND else left.partition(" ")[2]
    right = right if len(right) < _AROUND else right.rpartition(" ")[0]
    return f"{left}{paragraph[start:end]}{right}".strip(" ,;.")
