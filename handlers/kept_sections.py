"""Sections that stand as they were edited in Word: what came in afterwards and is not in their text, and what was
taken out of a list and still is."""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace

from reporting.documents.awards import from_fields
from reporting.documents.codec import load_content, load_material
from reporting.documents.loose import loose
from reporting.documents.model import LISTS, Loose, Material, Said, Snapshot
from reporting.documents.sections import Section
from reporting.text import fold
from reporting.values import Missing, Pair, Value
from storage.database import Tx
from storage.queries import documents, list_items, passages
from storage.queries.campaigns import Campaign
from storage.queries.list_items import AnyList, Item
from storage.queries.passages import Passage
from templates.documents.award_lines import recipients
from templates.documents.sentences import told_alone
from templates.documents.speech import NEWS, words

# Which section a list is printed in.
SECTION_OF_LIST: Mapping[AnyList, Section] = {
    "reports": "issued", "plans": "issued", "letters": "issued", "guides": "issued", "decisions": "issued",
    "others": "issued", "opinions": "opinions", "awards": "emulation", "tasks": "tasks",
}  # fmt: skip
_COVERAGE = ("units_reported", "units_total", "cdcs_total")  # what sentences compare their figures with
_TAG = re.compile(r"\{([a-z0-9_.]+@[0-9-]+)\}")
_QUOTES = re.compile('["“”«»]')
_TELLING = 3  # words of an occasion that no other award is likely to share by chance


def lacking(tx: Tx, campaign: Campaign, figures: Snapshot) -> dict[Section, tuple[str, ...]]:
    """By kept section, what came in after it was edited and does not stand in it, as the section would say it;
    none where it has all."""
    kept = passages.latest(tx, campaign.id, "kept")
    if not kept:
        return {}
    lists = list_items.of_campaign(tx, campaign.id)
    found: dict[Section, tuple[str, ...]] = {}
    for section, passage in kept.items():
        told = fold(" ".join(passage.paragraphs))
        written = [text for text in _narrative(tx, campaign, passage) if _new(text, told)]
        items = [item for item in _items(lists, passage) if _new(item.text, told)]
        said = _new_said(tx, campaign, passage, figures)
        lines = [
            *written,
            *_told(section, figures, _new_figures(tx, campaign, passage, figures), items, said),
        ]
        if lines:
            found[section] = tuple(dict.fromkeys(lines))
    return found


def _new(text: str, told: str) -> bool:
    return fold(text).strip(" .;") not in told


def still_there(tx: Tx, campaign: Campaign) -> dict[Section, tuple[str, ...]]:
    """By kept section, lines that were taken out of a list in chat and still stand in its text."""
    kept = passages.latest(tx, campaign.id, "kept")
    out = list_items.removed(tx, campaign.id) if kept else []
    lists = list_items.of_campaign(tx, campaign.id) if out else {}
    found: dict[Section, tuple[str, ...]] = {}
    for section, passage in kept.items():
        told = [_plain(paragraph) for paragraph in passage.paragraphs]
        here = [item for item in out if SECTION_OF_LIST[item.list] == section]
        lines = [item.text for item in here if _stands(item, told) and not _again(item, lists)]
        if lines:
            found[section] = tuple(dict.fromkeys(lines))
    return found


def loose_figures(tx: Tx, campaign: Campaign) -> dict[Section, tuple[Loose, ...]]:
    """By kept section, figures that were typed anew or taken out when it was edited."""
    kept = passages.latest(tx, campaign.id, "kept")
    found: dict[Section, tuple[Loose, ...]] = {}
    for section, passage in kept.items():
        edited = _edited(tx, campaign, passage)
        versions = [d.id for d in documents.of_campaign(tx, campaign.id) if edited and d.id <= edited]
        contents = [load_content(documents.content(tx, number)) for number in versions]
        printed = [text for content in contents for text in content.get(section, ())]
        if printed and edited:
            was = load_material(documents.material(tx, edited)).snapshot.figures
            found[section] = loose(passage.paragraphs, printed, was, campaign.period)
    return {section: ones for section, ones in found.items() if ones}


def _edited(tx: Tx, campaign: Campaign, kept: Passage) -> int:
    """The version whose edited file a kept section came with; 0 where there is none."""
    edited = [
        document.id
        for document in documents.of_campaign(tx, campaign.id)
        for file in documents.files_of(tx, document.id)
        if file.role == "edited" and file.at == kept.at
    ]
    return edited[-1] if edited else 0


def _plain(text: str) -> str:
    return fold(_QUOTES.sub("", text)).strip(" .;")


def _stands(item: Item, told: list[str]) -> bool:
    """Whether a line is in one of the paragraphs; of an award what is printed of it is enough."""
    if any(_plain(item.text) in paragraph for paragraph in told):
        return True
    if item.list != "awards":
        return False
    award = from_fields(item.fields)
    occasion = _plain(award.occasion)
    if len(occasion.split()) >= _TELLING and not _QUOTES.search(award.occasion):
        return any(occasion in paragraph for paragraph in told)
    who = recipients(award)  # a programme with a name may be printed as «nêu trên»
    return bool(who) and any(fold(award.giver) in p and _plain(who) in p for p in told)


def _again(item: Item, lists: Mapping[AnyList, list[Item]]) -> bool:
    """Whether a line that stands says the same: what is in the text is that one."""
    standing = [other for items in lists.values() for other in items]
    if any(_plain(item.text) in _plain(other.text) for other in standing):
        return True
    if item.list != "awards":
        return False
    occasions = {_plain(from_fields(other.fields).occasion) for other in lists.get("awards", ())}
    return _plain(from_fields(item.fields).occasion) in occasions


def _items(lists: Mapping[AnyList, list[Item]], kept: Passage) -> list[Item]:
    """Lines of the section's lists that came in since."""
    here = [item for items in lists.values() for item in items if SECTION_OF_LIST[item.list] == kept.section]
    return [item for item in here if _later(item, kept)]


def _told(
    section: Section, figures: Snapshot, new: Set[str], items: list[Item], said: tuple[Said, ...]
) -> list[str]:
    """What the section says of these figures, lines and words alone; what announces a list stands there already."""
    period = str(figures.period)
    known = new | {f"{code}@{period}" for code in _COVERAGE}
    known |= {tag for tag in figures.figures if f"{tag.partition('.')[0]}@{period}" in new}
    alone = {tag: figure for tag, figure in figures.figures.items() if tag in known}
    material = Material(
        replace(figures, figures=alone, said=said),
        lists={name: tuple(i.text for i in items if i.list == name) for name in LISTS},
        awards=tuple(from_fields(item.fields) for item in items if item.list == "awards"),
        tasks=tuple(item.text for item in items if item.list == "tasks"),
    )
    lines = [line for line in told_alone(material, section) if not line.endswith(":")]
    return [line for line in lines if set(_TAG.findall(line)) & new or not _TAG.search(line)]


def _narrative(tx: Tx, campaign: Campaign, kept: Passage) -> Iterator[str]:
    """Paragraphs written in chat since, but for those that had been there before."""
    written = [p for p in passages.versions(tx, campaign.id, "narrative") if p.section == kept.section]
    before = {text for p in written if not _later(p, kept) for text in p.paragraphs}
    if written and _later(written[-1], kept):
        yield from (text for text in written[-1].paragraphs if text not in before)


def _later(one: Item | Passage, kept: Passage) -> bool:
    if one.inbox_id is not None and kept.inbox_id is not None:
        return one.inbox_id > kept.inbox_id
    return one.at > kept.at


def _new_figures(tx: Tx, campaign: Campaign, kept: Passage, now: Snapshot) -> frozenset[str]:
    """The tags of figures that were nothing when the section was edited, and do not stand in its text."""
    edited = _edited(tx, campaign, kept)
    if not edited:
        return frozenset()
    was = load_material(documents.material(tx, edited)).snapshot
    text = " ".join(kept.paragraphs)
    here = [f for f in now.figures.values() if f.section == kept.section and f.period == str(now.period)]
    return frozenset(
        figure.tag
        for figure in here
        if "." not in figure.code
        and _some(figure.value)
        and not _some(was.figures[figure.tag].value if figure.tag in was.figures else None)
        and figure.tag not in text
    )


def _new_said(tx: Tx, campaign: Campaign, kept: Passage, now: Snapshot) -> tuple[Said, ...]:
    """What units and the office's form said in words since the section was edited, and its text does not tell."""
    edited = _edited(tx, campaign, kept)
    was = load_material(documents.material(tx, edited)).snapshot.said if edited else ()
    known = {(one.unit, one.question, fold(one.text)) for one in was}
    told = words(" ".join(kept.paragraphs))
    return tuple(
        one
        for one in now.said
        if (one.unit, one.question, fold(one.text)) not in known
        and len(words(one.text) - told) > len(words(one.text)) * NEWS
    )


def _some(value: Value | None) -> bool:
    if value is None or isinstance(value, Missing | bool | str):
        return False
    return value not in (0, Pair(0, 0))
