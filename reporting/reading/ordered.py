"""Values without labels, one after the other: cut a message into them and fill the lines in order.

Newlines, semicolons and commas that are not between digits cut plainly. Blanks cut where there are exactly as many
figures as lines and none could be two written apart ("1 250"). All else that might be a cut is asked back.
"""

import re
from collections.abc import Sequence

from reporting.reading.assign import Assigner, Way, decide
from reporting.reading.blanks import Cut, cuts
from reporting.reading.desk import is_filler
from reporting.reading.labelled import bears_figure
from reporting.reading.pieces import DOUBTFUL, LEVELS, LOOSE, cut
from reporting.reading.readings import Absent, Given, Unreadable
from reporting.reading.reply_types import Item, Reply, TooMany, Unsure, Values
from reporting.reading.several import hesitates
from reporting.text import fold
from reporting.values import Pair

_BLANKS = re.compile(r"\s+")
_DIGIT = re.compile(r"\d")
_HEADING = re.compile(r"[^\W\d]+(?:[\s.:–-]+[^\W\d]+)+\W*")  # words, two or more
_ALL = re.compile(
    r"(?:tat ca|toan bo|ca (?P<count>\d|hai|ba|bon|nam)|(?:moi|cac) (?:muc|dong|thu|cau)|deu)"
    r"(?: (?:deu|la|bang))* (?P<said>.+)"
)
_AT_END = re.compile(r"(?P<said>.+?) (?:het|tat ca|het ca|ca)")
_COUNTS = {"hai": 2, "ba": 3, "bon": 4, "nam": 5}
_NOTHING = re.compile(r"(?:khong|ko|k|chang) co (?:gi|ai)(?: ca| het)?")


def _nothing(item: Item) -> bool:
    """Whether an item says none, not known, or as before: what can be said of many lines at once."""
    match item.reading:
        case Given(bool()):
            return False
        case Given(value):
            return value == 0 or value == Pair(0, 0)
        case Absent():
            return True
    return item.same_as_last


def _none_of_all(way: Way) -> bool:
    """Whether a way gives nought to every line."""
    return all(isinstance(item.reading, Given) and _nothing(item) for item in way.items)


def _of_all(text: str, lines: int) -> str | None:
    """What is said of all lines alike ("tất cả đều không" says "khong"), folded; None if nothing is."""
    folded = fold(text).strip(" .,;:")
    if _NOTHING.fullmatch(folded):
        return "khong"
    found = _ALL.fullmatch(folded) or _AT_END.fullmatch(folded)
    if found is None:
        return None
    count = found.groupdict().get("count")
    if count and (int(count) if count.isdecimal() else _COUNTS[count]) != lines:
        return None
    return "khong" if _NOTHING.fullmatch(found["said"]) else found["said"]


def all_alike(text: str, assigner: Assigner) -> Values | None:
    """The reply that plainly says none (or "not known", or "as last month") of every line; None if it does not."""
    said = _of_all(text, len(assigner.lines)) if len(text) < 80 else None
    if said is None:
        return None
    items = [assigner.desk.item(line, said) for line in assigner.lines]
    if not all(item.settled and _nothing(item) for item in items):
        return None
    return Values(tuple(Item(item.code, text, item.reading, item.same_as_last) for item in items))


def _without_courtesies(parts: list[str]) -> list[str]:
    while len(parts) > 1 and is_filler(parts[0]):
        parts = parts[1:]
    while len(parts) > 1 and is_filler(parts[-1]):
        parts = parts[:-1]
    return parts


def _with_pairs(parts: Sequence[str], assigner: Assigner) -> list[str]:
    """Two parts that are the halves of one pair ("34 tập thể, 54 cá nhân") put together again."""
    found: list[str] = []
    place = 0
    while place < len(parts):
        line = assigner.every[len(found)] if len(found) < len(assigner.every) else None
        both = ", ".join(parts[place : place + 2])
        joins = line is not None and line.kind == "pair" and place + 1 < len(parts)
        if joins and line is not None and assigner.desk.item(line, both).settled:
            found.append(both)
            place += 2
        else:
            found.append(parts[place])
            place += 1
    return found


class _Ordered:
    def __init__(self, assigner: Assigner) -> None:
        self.assigner = assigner
        self.asked = len(assigner.lines)
        self.exact = frozenset({self.asked, len(assigner.every)})

    def way(self, parts: Sequence[str]) -> Way:
        return self.assigner.in_order(parts)

    def _settles(self, place: int, text: str) -> bool:
        return self.assigner.desk.item(self.assigner.every[place], text).settled

    def in_order(self, parts: Sequence[str]) -> Reply:
        """Parts one after the other. A first one without a figure may be a heading: then both ways are asked."""
        way = self.way(parts)
        heading = isinstance(way.items[0].reading, Unreadable) and _HEADING.fullmatch(parts[0])
        if not heading or len(parts) < 2 or not self.assigner.figures:
            return decide([way])
        others = tuple(item for item in way.items if item.settled)
        return Unsure(tuple(dict.fromkeys(items for items in (others, self.way(parts[1:]).items) if items)))

    def words(self, text: str) -> Reply:
        """Where a line asks for words, its commas stay; the last line takes all that is left."""
        for level in LEVELS:
            parts = [part.strip() for part in level.split(text, maxsplit=self.asked - 1)]
            if len([part for part in parts if part]) == self.asked:
                break
        return decide([self.way([part for part in parts if part] or [text])])

    def reply(self, text: str) -> Reply:
        if any(line.kind == "text" for line in self.assigner.lines):
            return self.words(text)
        levels = [cut(text, level) for level in LEVELS]
        if self.assigner.figures:
            levels = [_without_courtesies(parts) for parts in levels]
        exact = [parts for parts in levels if len(parts) == self.asked > 1]
        if exact:
            return self.in_order(next((parts for parts in exact if self.way(parts).settled), exact[0]))
        parts = levels[-1] or [text]
        if any(line.kind == "pair" for line in self.assigner.every):
            parts = _with_pairs(parts, self.assigner)
        if len(parts) in self.exact and len(parts) > 1:
            return self.in_order(parts)
        if len(parts) > self.asked:
            return TooMany(self.asked, len(parts))
        if not self.assigner.figures:
            return decide([self.way(parts)])
        return self._single(parts[0]) if len(parts) == 1 else self._fewer(parts)

    def _fewer(self, parts: Sequence[str]) -> Reply:
        """Fewer parts than lines; perhaps some hold several values."""
        return self._further(parts, self.way(parts), frozenset({self.asked})) or self.in_order(parts)

    def _further(self, parts: Sequence[str], whole: Way, sizes: frozenset[int]) -> Reply | None:
        """The parts cut further at blanks or doubtful commas; None if that gives nothing."""
        found = cuts(parts, sizes, self._settles) if not any(map(hesitates, parts)) else []
        if whole.settled:
            found = [each for each in found if not each.at_comma or len(each.texts) in self.exact]
        ways = {self.way(each.texts).meaning: self.way(each.texts) for each in found}
        if not ways:
            return None
        plain = {self.way(each.texts).meaning for each in found if self._plainly(each)}
        if not whole.settled and len(ways) == 1 and plain:
            return decide(ways.values())
        every = [*([whole] if whole.settled else []), *ways.values()]
        if len(every) > 1:
            return decide(every)
        only = every[0].items
        worded = any(not item.text[:1].isdigit() for item in only)
        if worded and len(only) not in self.exact and not any(each.at_comma for each in found):
            return Values((), tuple(parts))  # "không 45 không" of four lines: which of them is not said
        return Unsure((only,))

    def _plainly(self, found: Cut) -> bool:
        """As many as asked, nothing put together; "63,2,30" has too many commas to be one figure."""
        if len(found.texts) not in self.exact:
            return False
        whole = len(found.texts) == self.asked > 2 and all(map(str.isdecimal, found.texts))
        return found.plain or (found.at_comma and whole)

    def _single(self, text: str) -> Reply:
        """One part for several lines."""
        whole = self.way([text])
        if not _DIGIT.search(text):
            return self._words(text, whole)
        loose = self._loose(text, whole)
        if loose is not None:
            return loose
        sizes = frozenset({*range(2, self.asked + 1), *self.exact})
        further = self._further([text], whole, sizes)
        if further is not None:
            return further
        if whole.settled:
            return decide([whole])
        unreadable = isinstance(whole.items[0].reading, Unreadable)
        return self._doubtful(text, unreadable) or self._unsettled(text) or decide([whole])

    def _unsettled(self, text: str) -> Reply | None:
        """As many figures with blanks (or commas) between them as lines, some of which have to be asked; else None."""
        parts = text.split()
        if len(parts) == 1 and self.asked > 2:
            parts = text.split(",")
        if len(parts) != self.asked or not all(map(bears_figure, parts)):
            return None
        way = self.way(parts)
        readable = not any(isinstance(item.reading, Unreadable) for item in way.items)
        return decide([way]) if readable else None

    def _words(self, text: str, whole: Way) -> Reply:
        """Words only: "không" may be said of the first line or of all; "hai ba" may be two figures."""
        if whole.settled and _nothing(whole.items[0]):
            everyone = self.way([text] * self.asked)
            if all(line.flow for line in self.assigner.lines) and _none_of_all(everyone):
                return decide([everyone])
            return decide([whole, everyone]) if everyone.settled else decide([whole])
        words = text.split()
        if len(words) == self.asked:
            each = self.way(words)
            if each.settled:
                return decide([whole, each]) if whole.settled else Unsure((each.items,))
        return decide([whole])

    def _loose(self, text: str, whole: Way) -> Reply | None:
        """Cut at tabs, " / ", " | ", "và": plainly where the number comes out right."""
        parts = cut(text, LOOSE)
        if len(parts) < 2 or len(parts) > len(self.assigner.every):
            return None
        way = self.way(parts)
        if not way.settled or (len(parts) not in self.exact and (whole.settled or len(parts) > self.asked)):
            return None
        if len(parts) in self.exact:
            cells = "\t" in text  # no tab stands within a figure
            return decide([whole, way] if whole.settled and not cells else [way])
        return Unsure((way.items,))

    def _doubtful(self, text: str, unreadable: bool) -> Reply | None:
        """Perhaps signs that mostly belong to figures part it; perhaps there are too many figures; else None."""
        parts = cut(text, DOUBTFUL)
        if len(parts) > 1 and (len(parts) in self.exact or (unreadable and len(parts) < self.asked)):
            way = self.way(parts)
            if way.settled:
                return Unsure((way.items,))
        for separators in (_BLANKS, LOOSE, *([DOUBTFUL] if unreadable else [])):
            got = cut(text, separators)
            if len(got) > self.asked and all(part[0].isdigit() for part in got):
                return TooMany(self.asked, len(got))
        return None


def ordered(text: str, assigner: Assigner) -> Reply:
    """Understands a prepared message without labels, for two lines or more."""
    return _Ordered(assigner).reply(text)
