"""Sections that stand as they were edited in Word: what came in afterwards and is not in their text."""

from collections.abc import Iterator, Mapping

from reporting.documents.codec import load_material
from reporting.documents.model import Figure, Snapshot
from reporting.documents.sections import Section
from reporting.text import fold
from reporting.values import Missing, Pair, Value
from storage.database import Tx
from storage.queries import documents, list_items, passages
from storage.queries.campaigns import Campaign
from storage.queries.list_items import AnyList, Item
from storage.queries.passages import Passage
from templates.labels import label

# Which section a list is printed in.
SECTION_OF_LIST: Mapping[AnyList, Section] = {
    "reports": "issued", "plans": "issued", "letters": "issued", "guides": "issued", "decisions": "issued",
    "others": "issued", "opinions": "opinions", "awards": "emulation", "tasks": "tasks",
}  # fmt: skip
_WITH_UNIT = ("count",)  # other kinds are printed with theirs


def lacking(tx: Tx, campaign: Campaign, figures: Snapshot) -> dict[Section, tuple[str, ...]]:
    """By kept section, lines that came in after it was edited and do not stand in it; none where it has all."""
    kept = passages.latest(tx, campaign.id, "kept")
    if not kept:
        return {}
    lists = list_items.of_campaign(tx, campaign.id)
    found: dict[Section, tuple[str, ...]] = {}
    for section, passage in kept.items():
        told = fold(" ".join(passage.paragraphs))
        came = [*_items(lists, passage), *_narrative(tx, campaign, passage)]
        lines = [line for line, said in came if fold(said).strip(" .;") not in told]
        lines += _figures(tx, campaign, passage, figures)
        if lines:
            found[section] = tuple(dict.fromkeys(lines))
    return found


def _items(lists: Mapping[AnyList, list[Item]], kept: Passage) -> Iterator[tuple[str, str]]:
    """Lines of the section's lists: as they could be added, and what of them must be in the text."""
    for name, items in lists.items():
        for item in items:
            if SECTION_OF_LIST[name] == kept.section and _later(item, kept):
                yield _line(name, item.text), item.text


def _line(name: AnyList, text: str) -> str:
    kind = f"- {label(f'kind_{name}')} " if SECTION_OF_LIST[name] == "issued" else ""
    return f"{kind}{text.rstrip(' .;')}."


def _narrative(tx: Tx, campaign: Campaign, kept: Passage) -> Iterator[tuple[str, str]]:
    """Paragraphs written in chat since, but for those that had been there before."""
    written = [p for p in passages.versions(tx, campaign.id, "narrative") if p.section == kept.section]
    before = {text for p in written if not _later(p, kept) for text in p.paragraphs}
    if written and _later(written[-1], kept):
        yield from ((text, text) for text in written[-1].paragraphs if text not in before)


def _later(one: Item | Passage, kept: Passage) -> bool:
    if one.inbox_id is not None and kept.inbox_id is not None:
        return one.inbox_id > kept.inbox_id
    return one.at > kept.at


def _figures(tx: Tx, campaign: Campaign, kept: Passage, now: Snapshot) -> Iterator[str]:
    """Figures that were nothing when the section was edited."""
    edited = [
        document.id
        for document in documents.of_campaign(tx, campaign.id)
        for file in documents.files_of(tx, document.id)
        if file.role == "edited" and file.at == kept.at
    ]
    if not edited:
        return
    was = load_material(documents.material(tx, edited[-1])).snapshot
    text = " ".join(kept.paragraphs)
    for figure in now.figures.values():
        if figure.section != kept.section or figure.period != str(now.period) or "." in figure.code:
            continue
        before = was.figures.get(figure.tag)
        if _some(figure.value) and not _some(before.value if before else None) and figure.tag not in text:
            yield _told(figure)


def _told(figure: Figure) -> str:
    unit = f" {figure.unit}" if figure.unit and figure.kind in _WITH_UNIT else ""
    return f"{figure.label or figure.code}: {{{figure.tag}}}{unit}."


def _some(value: Value | None) -> bool:
    if value is None or isinstance(value, Missing | bool | str):
        return False
    return value not in (0, Pair(0, 0))
