"""A whole report read row by row: each row, sentence or breath for itself, so that one does not spoil the others.

Where a row is no plain sentence it is read by its names, then by its commas, then cut before each name («ket nap 1
giam khong tuyen truyen 2 buoi»). A line that two rows give different figures is left to be asked.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from reporting.reading import dictated_words as data
from reporting.reading.care import care
from reporting.reading.dictated import dictated
from reporting.reading.labels import Label, Labels
from reporting.reading.message import ways_of
from reporting.reading.reply_types import Item, Line, Read, Reply, Unsure, Values
from reporting.reading.typed import words_of

_ROW = re.compile(
    r"\n+|;|(?<!^\d)(?<!^\d\d)(?<!\n\d)(?<!\n\d\d)(?<!\n[IVX])(?<!\n[IVX]{2})(?<!\n[IVX]{3})[.!](?=\s)"
)
_COMMA = re.compile(r",(?=\s)")
_BULLET = re.compile(r"^(?:[-+*•–·]\s*|\(?(?:\d{1,2}|[IVX]{1,4}|[a-e])\s?[.)/]\s*)(?=[^\W\d])")
# The price of one is no sum: «300k/suất».
_FOR_EACH = re.compile(
    r"\d\s?\w*\s?/\s?(?:1\s)?(?:suất|suat|xuất|phần|phan|người|nguoi|ng|lượt|luot|lần|lan|túi|tui|hộp|hop|đc"
    r"|cháu|hộ)(?!\w)|(?<!\w)mỗi(?!\w)",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_FEWEST_NAMED = 3  # lines, of a whole report
_MOST = 60  # rows and pieces
# Units and everyday words: no part begins with them.
_BEGIN_NONE = data.UNITS | frozenset({"nu", "b", "l", "lg", "du", "moi", "ra", "vao", "nghi", "thoi", "mo"})
_NUMERALS = frozenset(word.key for word in words_of(data.NUMERALS))
_NONE = data.NOT | data.NOT_YET | frozenset({"0"})


@dataclass
class _Found:
    """What rows have given: items by line, and what no line was given."""

    items: dict[str, Item] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    torn: set[str] = field(default_factory=set)

    def add(self, items: Sequence[Item]) -> None:
        for item in items:
            other = self.items.setdefault(item.code, item)
            if (other.reading, other.same_as_last) != (item.reading, item.same_as_last):
                self.torn.add(item.code)
                self.unread.append(item.text)


class _Rows:
    def __init__(self, lines: Sequence[Line], read: Read, by_names: Callable[[str], Reply]) -> None:
        self._lines, self._read, self._by_names = lines, read, by_names
        self._labels = Labels(lines)
        self._money = {line.code for line in lines if line.kind == "money"}

    def row(self, row: str, found: _Found) -> None:
        """Read one row into what was found: whole, by its commas, or cut before its names."""
        cared = care(row, self._lines, (), (), self._read)
        summed = cared is not None and any(" + " in item.text for item in cared.items)
        whole = cared.items if cared and summed and not _FIGURE.search(cared.rest) else self._plainly(row)
        if whole is not None:
            found.add(whole)
            return
        for parts in (_cut(row, _COMMA), list(self._breaths(row))):
            told = [self._plainly(part) for part in parts]
            if len(parts) > 1 and all(each is not None for each in told):
                found.add([item for each in told if each for item in each])
                return
        pieces = [piece for part in _cut(row, _COMMA) for piece in self._breaths(part)]
        for piece in pieces:
            items = self._plainly(piece)
            if items is not None:
                found.add(items)
            else:
                found.unread.append(piece)

    def _plainly(self, part: str) -> list[Item] | None:
        """What a part plainly gives, every figure of it; None where some figure is left, or a name has none."""
        told = dictated(part, self._lines, (), self._read)
        said = self._by_names(part)
        if told is not None and told.items and not told.left:
            known = {item.code for item in told.items}
            return [*told.items, *(item for item in _agreed(said) if item.code not in known)]
        if isinstance(said, Values) and said.items and all(item.settled for item in said.items):
            if self._money & {item.code for item in said.items} and _FOR_EACH.search(part):
                return None
            spare = any(map(_FIGURE.search, said.unread))
            return None if spare or not _worded(part, said) else list(said.items)
        marks = self._labels.find(part)
        return None if _FIGURE.search(part) or any(not mark.common for mark in marks) else []

    def _named(self, part: str) -> list[Label]:
        marks = self._labels.find(part)
        return [mark for mark in marks if not (mark.common or mark.number) and self._begins(mark, part)]

    def _begins(self, mark: Label, part: str) -> bool:
        words = words_of(part[mark.start : mark.end])
        return bool(words) and not all(word.key in _BEGIN_NONE for word in words)

    def _breaths(self, part: str) -> Iterator[str]:
        """A part cut before each name that follows a figure, or a word for none."""
        start = 0
        for mark in self._named(part):
            before = words_of(part[start : mark.start])
            if before and any(word.key.isdecimal() or word.key in _NONE | _NUMERALS for word in before[1:]):
                yield part[start : mark.start].strip()
                start = mark.start
        yield part[start:].strip()


def _worded(part: str, said: Values) -> bool:
    """Whether as many figures are in the items as in the part: none is taken for two, none is lost."""
    return len(re.findall(r"\d+", part)) <= len(
        re.findall(r"\d+", " ".join(item.text for item in said.items))
    )


def _agreed(said: Reply) -> list[Item]:
    """What all ways to read a part by its names agree on, said in words: «sáng kiến hai», «tập huấn ko»."""
    ways = ways_of(said)
    first = ways[0] if ways else ()
    return [
        item
        for item in first
        if item.settled and not _FIGURE.search(item.text) and all(item in way for way in ways)
    ]


def _cut(text: str, separators: re.Pattern[str]) -> list[str]:
    return [part.strip() for part in separators.split(text) if part.strip(" \t\n,;.-")]


def by_rows(text: str, lines: Sequence[Line], read: Read, by_names: Callable[[str], Reply]) -> Values | None:
    """A report row by row; None where it is none: fewer than three lines are named."""
    figures = [line for line in lines if line.kind in ("count", "money")]
    if len(figures) < _FEWEST_NAMED:
        return None
    reader = _Rows(figures, read, by_names)
    named = {mark.codes for mark in reader._named(text)}
    rows = [_BULLET.sub("", row) for row in _cut(text, _ROW)]
    if len(named) < _FEWEST_NAMED or len(rows) > _MOST:
        return None
    found = _Found()
    for row in rows:
        reader.row(row, found)
    items = tuple(item for code, item in found.items.items() if code not in found.torn)
    torn = tuple(found.items[code].text for code in found.torn)
    return Values(items, tuple(dict.fromkeys((*torn, *found.unread))))


def says_more(rows: Values, reply: Reply) -> bool:
    """Whether reading by rows settles more lines than reading a message whole, or leaves fewer figures."""
    settled = len([item for item in rows.items if item.settled])
    if isinstance(reply, Unsure):
        return settled >= min(_FEWEST_NAMED, max(len(way) for way in reply.readings))
    whole = max((sum(item.settled for item in way) for way in ways_of(reply)), default=0)
    left = len([part for part in reply.unread if _FIGURE.search(part)]) if isinstance(reply, Values) else 1
    fewer = left > len([part for part in rows.unread if _FIGURE.search(part)])
    return settled > whole or (settled == whole > 0 and fewer)
