"""What became of each figure of a document on its way through Word."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from reporting.documents.word.align import plain
from reporting.documents.word.glue import glue, with_neighbours
from reporting.documents.word.read import Paragraph, Part, Shown
from reporting.documents.word.relink import Found, Verdict

Kind = Literal["same", "uncontrolled", "copied", "changed", "unsure", "emptied", "deleted", "foreign"]
UNTOUCHED: tuple[Kind, ...] = ("same", "uncontrolled", "copied")

_WORST_FIRST: tuple[Verdict, ...] = ("changed", "unsure", "deleted", "uncontrolled", "controlled")


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a figure.

    same: as it was; uncontrolled: as it was, its control gone; copied: as it was, and once more elsewhere;
    changed: `text` stands there now; unsure: its surroundings were rewritten, `text` stands about there now;
    emptied: its control holds nothing; deleted: gone from a place, `left` places still have it; foreign: a figure
    that the document sent did not have. `was`: what was printed ("" of foreign ones).
    """

    kind: Kind
    was: str = ""
    text: str = ""
    left: int = 0


def fates(
    sent: Sequence[Paragraph], back: Sequence[Paragraph], found: Sequence[Found], emptied: frozenset[str]
) -> Mapping[str, Fate]:
    """The fate of each figure by tag, in the order of the document.

    `back`: as `tidied`, without the empty controls, whose tags are `emptied`. `found`: relink.trace of the two.
    """
    before, now = _texts(sent), _texts(back)
    traced: dict[str, list[Found]] = defaultdict(list)
    for one in found:
        traced[one.tag].append(one)
    said = {tag: _fate(texts, now.get(tag, []), traced[tag], tag in emptied) for tag, texts in before.items()}
    return said | {tag: Fate("foreign", text=texts[0]) for tag, texts in now.items() if tag not in said}


def _fate(before: Sequence[str], now: Sequence[str], traced: Sequence[Found], emptied: bool) -> Fate:
    was = before[0]
    other = [text for text in now if text not in before]
    if other:
        return Fate("changed", was, other[0], len(now))
    lost = _lost(traced, len(before) - len(now))
    worst = min(lost, key=lambda one: _WORST_FIRST.index(one.verdict), default=None)
    if worst is None:
        return Fate("copied" if len(now) > len(before) else "same", was, was, len(now))
    match worst.verdict:
        case "changed":
            return Fate("changed", was, plain(worst.text), len(now))
        case "unsure":
            return Fate("unsure", was, plain(worst.text), len(now))
        case "deleted":
            left = len(now) + sum(one.verdict == "uncontrolled" for one in lost)
            return Fate("emptied" if emptied else "deleted", was, plain(worst.text), left)
    return Fate("uncontrolled", was, was, len(before))


def _lost(traced: Sequence[Found], count: int) -> Sequence[Found]:
    """The occurrences without a control, `count` of them; a figure moved with its control is not among them."""
    gone = [one for one in traced if one.verdict != "controlled"]
    likely = sorted(gone, key=lambda one: one.verdict == "deleted")
    return likely[: max(count, 0)]


def tidied(
    sent: Sequence[Paragraph], back: Sequence[Paragraph]
) -> tuple[tuple[Paragraph, ...], frozenset[str]]:
    """`back` with what was typed on to a figure as a part of it, and without empty controls, whose tags are told."""
    known: set[tuple[str, str, str]] = set()
    for paragraph in sent:
        known |= {(shown.tag, *glue(before, behind)) for before, shown, behind in with_neighbours(paragraph)}
    emptied = {shown.tag for paragraph in back for shown in paragraph.shown if not plain(shown.text)}
    return tuple(_tidy(paragraph, known) for paragraph in back), frozenset(emptied)


def _tidy(paragraph: Paragraph, known: Collection[tuple[str, str, str]]) -> Paragraph:
    parts = [part for part in paragraph.parts if isinstance(part, str) or plain(part.text)]
    neighbours = iter(with_neighbours(Paragraph(tuple(parts))))
    for n, part in enumerate(parts):
        if isinstance(part, str):
            continue
        before, shown, behind = next(neighbours)
        head, tail = glue(before, behind)
        if (shown.tag, head, tail) in known:
            continue
        # Only prose is taken in: a figure beside stays a figure.
        head = _taken(parts, n - 1, head, -1)
        tail = _taken(parts, n + 1, tail, 1)
        parts[n] = Shown(shown.tag, f"{head}{shown.text}{tail}")
    return Paragraph(tuple(parts), paragraph.starts, paragraph.ends)


def _taken(parts: list[Part], at: int, typed: str, side: int) -> str:
    """What of `typed` stands in the prose at `at`, which loses it."""
    if not typed or not 0 <= at < len(parts):
        return ""
    text = parts[at]
    if not isinstance(text, str):
        return ""
    typed = typed[-len(text) :] if side < 0 else typed[: len(text)]
    parts[at] = text[: len(text) - len(typed)] if side < 0 else text[len(typed) :]
    return typed


def _texts(paragraphs: Sequence[Paragraph]) -> dict[str, list[str]]:
    """What is printed for each figure."""
    texts: dict[str, list[str]] = {}
    for shown in (shown for paragraph in paragraphs for shown in paragraph.shown):
        texts.setdefault(shown.tag, []).append(plain(shown.text))
    return texts
