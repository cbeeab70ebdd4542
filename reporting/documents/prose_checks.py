"""Checks of a report's wording: its paragraphs by section, figures standing in it as {code@period}."""

import re
from collections.abc import Collection, Iterator, Mapping

from reporting.documents.diff import printed_values
from reporting.documents.figure_checks import is_over
from reporting.documents.model import Finding, Material
from reporting.documents.sections import Section
from reporting.text import fold
from reporting.values import Missing, Value, bare

Content = Mapping[Section, tuple[str, ...]]

TAG = re.compile(r"\{([a-z0-9_.]+)@([0-9A-Z-]+)\}")
UNWRITTEN = "[Chưa có nội dung"  # how the composer marks a place that nobody filled
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ENUMERATED = re.compile(r"^\s*(?:(?P<number>\d{1,2})[.)]|(?P<letter>[a-zđ])\))\s")
_TYPED_PERCENT = re.compile(r"(?<![\d.,])(\d{3,}(?:,\d+)?)\s?%")
_IDENTITY = re.compile(r"(?<![\d.,])(\d[\d.]*(?: \+ \d[\d.]*)+) = (\d[\d.]*)")
_UNSPLIT = re.compile(r"\d+ tap the(?:,| va|,? va) ca nhan\b")
_NAMES_TARGET = ("chi tieu", "ke hoach")
_AS_FLOW = ("them", "tang them", "moi", "phat sinh", "ket nap")
_LONGEST = 160  # characters of a quoted paragraph


def _paragraphs(content: Content) -> Iterator[tuple[Section, str]]:
    for section, paragraphs in content.items():
        for paragraph in paragraphs:
            yield section, paragraph


def _quoted(paragraph: str) -> str:
    flat = " ".join(paragraph.split())
    return flat if len(flat) <= _LONGEST else flat[:_LONGEST].rstrip() + "…"


def places_are_filled(material: Material, content: Content, stocks: Collection[str]) -> Iterator[Finding]:
    """Places still marked as unwritten keep the report back; one finding names them all."""
    empty = [s for s, texts in content.items() if any(t.lstrip().startswith(UNWRITTEN) for t in texts)]
    if empty:
        yield Finding("error", "unwritten", empty[0], {"sections": empty})


def numbers_run_on(material: Material, content: Content, stocks: Collection[str]) -> Iterator[Finding]:
    """Points numbered 1. 2. 3. or a) b) c) within a section have no gap."""
    for section, paragraphs in content.items():
        last = {"number": 0, "letter": 0}
        for paragraph in paragraphs:
            found = _ENUMERATED.match(paragraph)
            if found is None:
                continue
            kind = "number" if found["number"] else "letter"
            at = int(found["number"]) if found["number"] else _LETTERS.find(found["letter"]) + 1
            if at not in (1, last[kind] + 1):
                yield Finding("error", "numbers_jump", section, {"text": _quoted(paragraph)})
            last[kind] = at


def figures_are_of_the_month(
    material: Material, content: Content, stocks: Collection[str]
) -> Iterator[Finding]:
    """Wording kept from another month may hold that month's figures; one that is not known is named."""
    period, known = str(material.snapshot.period), printed_values(material)
    for section, paragraph in _paragraphs(content):
        for code, of in TAG.findall(paragraph):
            facts = {"tag": f"{code}@{of}", "period": of, "month": period, "text": _quoted(paragraph)}
            if of != period:
                yield Finding("error", "old_figure", section, facts)
            elif f"{code}@{of}" not in known:
                yield Finding("error", "unknown_figure", section, facts)


def figures_are_there(material: Material, content: Content, stocks: Collection[str]) -> Iterator[Finding]:
    """A figure in the wording that nobody gave stands there as missing."""
    known = printed_values(material)
    told = set()
    for section, paragraph in _paragraphs(content):
        for code, of in TAG.findall(paragraph):
            tag = f"{code}@{of}"
            if tag in known and tag not in told and _lacks(known[tag][1]):
                told.add(tag)
                label = known[tag][0].label or code
                yield Finding("doubt", "figure_missing", section, {"label": label})


def _lacks(value: Value | None) -> bool:
    return value is None or isinstance(value, Missing)


def percents_name_their_target(
    material: Material, content: Content, stocks: Collection[str]
) -> Iterator[Finding]:
    """Over 100% says of which target."""
    known = printed_values(material)
    for section, paragraph in _paragraphs(content):
        tags = [f"{code}@{of}" for code, of in TAG.findall(paragraph)]
        over = [t for t in tags if t in known and known[t][0].kind == "percent" and is_over(known[t][1])]
        typed = [text for text in _TYPED_PERCENT.findall(paragraph) if float(text.replace(",", ".")) > 100]
        if (over or typed) and not any(word in fold(paragraph) for word in _NAMES_TARGET):
            yield Finding("doubt", "percent_without_target", section, {"text": _quoted(paragraph)})


def sums_in_words_are_right(
    material: Material, content: Content, stocks: Collection[str]
) -> Iterator[Finding]:
    """34 + 36 = 70 where it is written out."""
    for section, paragraph in _paragraphs(content):
        for parts, total in _IDENTITY.findall(paragraph):
            added = sum(_integer(part) for part in parts.split(" + "))
            if added != _integer(total):
                facts = {"text": f"{parts} = {total}", "sum": added}
                yield Finding("error", "sum_wrong", section, facts)


def _integer(text: str) -> int:
    return int(text.replace(".", ""))


def typed_figures_agree(material: Material, content: Content, stocks: Collection[str]) -> Iterator[Finding]:
    """A figure typed in a paragraph beside its own name is the same as the one that was reported."""
    known = [
        (figure, value)
        for figure, printed in printed_values(material).values()
        if isinstance(value := bare(printed), int)
        and not isinstance(value, bool)
        and figure.label
        and figure.unit
    ]
    for section, paragraph in _paragraphs({**material.narratives, **material.kept}):
        said = fold(TAG.sub("", paragraph))
        for figure, value in known:
            pattern = rf"{re.escape(fold(figure.label))}\W+(?:la |duoc |: )?(\d[\d.]*) {re.escape(fold(figure.unit))}\b"
            for typed in re.findall(pattern, said):
                if _integer(typed.rstrip(".")) != value:
                    facts = {
                        "label": figure.label, "typed": typed, "value": value, "kind": figure.kind,
                        "unit": figure.unit, "text": _quoted(paragraph),
                    }  # fmt: skip
                    yield Finding("error", "typed_differs", section, facts)


def stocks_are_no_flows(material: Material, content: Content, stocks: Collection[str]) -> Iterator[Finding]:
    """A stock is not written as what the month added."""
    for section, paragraph in _paragraphs(content):
        for found in TAG.finditer(paragraph):
            before = fold(paragraph[: found.start()]).rstrip(" :")
            if found[1] in stocks and any(before.endswith(f" {word}") for word in _AS_FLOW):
                figure = material.snapshot.figures.get(found[0].strip("{}"))
                label = figure.label if figure else found[1]
                yield Finding("doubt", "stock_as_flow", section, {"label": label, "text": _quoted(paragraph)})


def counts_are_split(material: Material, content: Content, stocks: Collection[str]) -> Iterator[Finding]:
    """«44 tập thể, cá nhân» says of neither how many."""
    for section, paragraph in _paragraphs(content):
        if _UNSPLIT.search(fold(paragraph)):
            yield Finding("doubt", "not_split", section, {"text": _quoted(paragraph)})


def leads_lead_somewhere(material: Material, content: Content, stocks: Collection[str]) -> Iterator[Finding]:
    """«Các đơn vị phản ánh, kiến nghị:» with nothing under it, as a section edited in Word may be left."""
    for section, paragraphs in content.items():
        if paragraphs and paragraphs[-1].rstrip().endswith(":"):
            yield Finding("doubt", "lead_alone", section, {"text": _quoted(paragraphs[-1])})
