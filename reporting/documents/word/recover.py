"""The prose of each section of a document that came back, with {code@period} in the places of its figures.

A section lies between two bookmarks' ends: from the end of the paragraph before it to the start of the one after.
Where those moved, paragraphs are sorted by what stood unchanged around them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from reporting.documents.sections import SECTIONS, Section
from reporting.documents.word.align import plain, same_paragraphs
from reporting.documents.word.read import Paragraph

PREFIX = "slot_"
Certainty = Literal["bookmark", "aligned", "uncertain"]
_ALIKE = 0.6  # of a paragraph beside a section, to be still the same
_COMPARED = 400  # characters of it
_LONGEST_HEADING = 150  # characters
_WORDS = re.compile(r"[^\W\d_]{2}")  # two letters: no bare figure


@dataclass(frozen=True, slots=True)
class Recovered:
    """A section as it came back; `changed` against what was sent, figures aside.

    bookmark, aligned: these are its paragraphs. uncertain: a heading beside it is gone, its border is a guess.
    """

    paragraphs: tuple[str, ...]
    certainty: Certainty
    changed: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """Lines outside of the sections (headings, recipients, annexes) that are new, and those that are gone.

    Composing makes the frame anew, so none of this is kept.
    """

    added: tuple[str, ...]
    gone: tuple[str, ...]


def recover(
    sent: Sequence[Paragraph], back: Sequence[Paragraph], tags: frozenset[str]
) -> tuple[Mapping[Section, Recovered], Frame]:
    """The sections, and what is otherwise outside of them.

    `tags`: the figures of the document that was sent; what has another name is text.
    """
    slots, marked = _slots(sent), _slots(back)
    found: dict[Section, tuple[range, Certainty]] = {}
    for section, (before, after) in slots.items():
        if section in marked and _same_frame(sent, back, (before, after), marked[section]):
            start, end = marked[section]
            found[section] = range(start + 1, end), "bookmark"
    claimed = {n for lines, _ in found.values() for n in lines}
    same = same_paragraphs(sent, back)
    owners = _owners(sent, back, slots, same)
    prose: dict[Section, Recovered] = {}
    for section in slots:
        lines, certainty = found.get(section) or (None, _certainty(slots[section], same))
        mine = lines if lines is not None else [n for n in owners.get(section, ()) if n not in claimed]
        claimed |= set(mine)
        paragraphs = _prose([back[n] for n in mine], tags)
        was = _prose(sent[slots[section][0] + 1 : slots[section][1]], tags)
        prose[section] = Recovered(paragraphs, certainty, paragraphs != was)
    return prose, _frame(sent, back, slots, claimed, tags)


def _slots(paragraphs: Sequence[Paragraph]) -> dict[Section, tuple[int, int]]:
    """For each section the paragraphs that its bookmark begins and ends in: the first start, the last end."""
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for index, paragraph in enumerate(paragraphs):
        for name in paragraph.starts:
            first.setdefault(name, index)
        last |= dict.fromkeys(paragraph.ends, index)
    names = {section: f"{PREFIX}{section}" for section in SECTIONS}
    return {
        section: (first[name], last[name])
        for section, name in names.items()
        if name in first and first[name] < last.get(name, -1)
    }


def _same_frame(
    sent: Sequence[Paragraph], back: Sequence[Paragraph], slot: tuple[int, int], marked: tuple[int, int]
) -> bool:
    return all(_still_there(sent, back, n, m) for n, m in zip(slot, marked, strict=True))


def _still_there(sent: Sequence[Paragraph], back: Sequence[Paragraph], before: int, now: int) -> bool:
    """Whether a paragraph beside a section is the one it was: alike, or a short one with the same bookmarks.

    Where a heading is deleted its bookmarks fall on a neighbour, which stood in a section before.
    """
    was, stands = sent[before], back[now]
    if _alike(was.text, stands.text):
        return True
    kept = _slot_names(was.starts) <= set(stands.starts) and _slot_names(was.ends) <= set(stands.ends)
    neighbours = (*sent[max(before - 1, 0) : before], *sent[before + 1 : before + 2])
    return (
        kept
        and 0 < len(plain(stands.text)) <= _LONGEST_HEADING
        and not any(_alike(paragraph.text, stands.text) for paragraph in neighbours)
        and plain(was.text) not in {plain(paragraph.text) for paragraph in back}
    )


def _slot_names(names: Sequence[str]) -> set[str]:
    return {name for name in names if name.startswith(PREFIX)}


def _alike(before: str, now: str) -> bool:
    a, b = plain(before)[:_COMPARED], plain(now)[:_COMPARED]
    return a == b or SequenceMatcher(None, a, b, autojunk=False).ratio() > _ALIKE


def _certainty(slot: tuple[int, int], same: Mapping[int, int]) -> Certainty:
    return "aligned" if all(n in same for n in slot) else "uncertain"


def _owners(
    sent: Sequence[Paragraph],
    back: Sequence[Paragraph],
    slots: Mapping[Section, tuple[int, int]],
    same: Mapping[int, int],
) -> dict[Section, list[int]]:
    """Sorts the paragraphs that came back into sections: each belongs where the one before it belongs."""
    place: dict[int, Section | None] = dict.fromkeys(range(len(sent)))
    behind: dict[int, Section] = {}
    for section, (before, after) in slots.items():
        place |= dict.fromkeys(range(before + 1, after), section)
        behind[before] = section
    image = {there: here for here, there in same.items()}
    owners: dict[Section, list[int]] = {}
    current: Section | None = None
    for index in range(len(back)):
        if index in image:
            here = image[index]
            current = place[here]
            if current is None:
                current = behind.get(here)
                continue
        if current is not None:
            owners.setdefault(current, []).append(index)
    return owners


def _prose(paragraphs: Sequence[Paragraph], tags: frozenset[str]) -> tuple[str, ...]:
    """Their lines, without those that are empty."""
    lines: list[str] = []
    for paragraph in paragraphs:
        parts = [
            part
            if isinstance(part, str)
            else f"{{{part.tag}}}"
            if part.tag in tags and part.text.strip()
            else part.text
            for part in paragraph.parts
        ]
        lines += [line for line in map(plain, "".join(parts).split("\n")) if line]
    return tuple(lines)


def _frame(
    sent: Sequence[Paragraph],
    back: Sequence[Paragraph],
    slots: Mapping[Section, tuple[int, int]],
    claimed: set[int],
    tags: frozenset[str],
) -> Frame:
    inside = {n for before, after in slots.values() for n in range(before + 1, after)}
    was = dict(_named(_prose([paragraph for n, paragraph in enumerate(sent) if n not in inside], tags)))
    now = dict(_named(_prose([paragraph for n, paragraph in enumerate(back) if n not in claimed], tags)))
    return Frame(_only_in(now, was), _only_in(was, now))


def _named(lines: Sequence[str]) -> Iterator[tuple[tuple[str, int, str], str]]:
    """Lines with what tells each from the others; a bare figure, as in a table, is known by its row and its place."""
    name, place = "", 0
    for line in lines:
        if _WORDS.search(line) and not line.startswith("{"):
            name, place = line, 0
            yield (line, 0, line), line
        else:
            place += 1
            yield (name, place, line), f"{name}: {line}" if name else line


def _only_in(
    some: Mapping[tuple[str, int, str], str], others: Mapping[tuple[str, int, str], str]
) -> tuple[str, ...]:
    """Those that the others lack; of a row that is lacking wholly its name alone."""
    names = {name for name, _, _ in others}
    return tuple(
        text
        for key, text in some.items()
        if key not in others and (key[1] == 0 or not key[0] or key[0] in names)
    )
