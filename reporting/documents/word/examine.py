"""The one door of the way back: what became of a document that was sent out and came back edited."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reporting.documents.sections import Section
from reporting.documents.word.align import plain
from reporting.documents.word.compare import UNTOUCHED, Fate, fates, tidied
from reporting.documents.word.read import Paragraph, read_paragraphs
from reporting.documents.word.recover import PREFIX, Frame, Recovered, recover
from reporting.documents.word.relink import Found, relinked, trace
from reporting.errors import Refused

_MOST_TIMES_LONGER = 5
_ALWAYS_TAKEN = 5000  # paragraphs
_TELLING_WORDS = 4
_TELLING_SHARE = 1 / 3


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back.

    `figures`: by tag, in the order of the document. `prose`: by section, in order. `frame`: what is otherwise outside
    of the sections. `unchanged`: no figure and no word is otherwise.
    """

    figures: Mapping[str, Fate]
    prose: Mapping[Section, Recovered]
    frame: Frame
    unchanged: bool


def examine(sent: bytes, back: bytes) -> Returned:
    """Compares a DOCX that came back with the one that was sent.

    Raises Refused: the reasons of `open`, word_too_long, word_other_paper (another month's), word_not_ours.
    """
    before, now = read_paragraphs(sent), read_paragraphs(back)
    if len(now) > max(_ALWAYS_TAKEN, _MOST_TIMES_LONGER * len(before)):
        raise Refused("word_too_long")
    tags = frozenset(_tags(before))
    _ours(before, now, tags)
    now, emptied = tidied(before, now)
    found: Sequence[Found] = () if _all_there(before, now) else trace(before, now)
    figures = fates(before, now, found, emptied)
    prose, frame = recover(before, relinked(now, found), tags)
    changed = any(fate.kind not in UNTOUCHED for fate in figures.values()) or any(
        r.changed for r in prose.values()
    )
    return Returned(figures, prose, frame, not changed and not frame.added and not frame.gone)


def _tags(paragraphs: Sequence[Paragraph]) -> list[str]:
    return [shown.tag for paragraph in paragraphs for shown in paragraph.shown]


def _all_there(before: Sequence[Paragraph], now: Sequence[Paragraph]) -> bool:
    """Whether every figure still has its control, as often as it was printed."""
    return Counter(_tags(before)) <= Counter(_tags(now))


def _ours(before: Sequence[Paragraph], now: Sequence[Paragraph], tags: frozenset[str]) -> None:
    """Refuses what is not the document that was sent, not even rewritten."""
    there = frozenset(_tags(now))
    if tags & there:
        return
    if there and tags:
        raise Refused("word_other_paper", period=sorted(there)[0].partition("@")[2])
    if any(name.startswith(PREFIX) for paragraph in now for name in paragraph.starts):
        return
    telling = {text for p in before if len((text := plain(p.text)).split()) >= _TELLING_WORDS}
    known = telling & {plain(paragraph.text) for paragraph in now}
    if not telling or len(known) < _TELLING_SHARE * len(telling):
        raise Refused("word_not_ours")
