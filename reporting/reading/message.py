"""One message for several questions: cut into values, in order or by label, in all the ways that make sense."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, product

from reporting.reading.assign import MOST, Assigner, Way, decide
from reporting.reading.desk import Desk
from reporting.reading.each import counts_people, people_each
from reporting.reading.labelled import Piece, bears_figure, pieces_of
from reporting.reading.labels import labels_of
from reporting.reading.mended import only_slips
from reporting.reading.money_shape import money_shaped
from reporting.reading.ordered import all_alike, ordered
from reporting.reading.pieces import AND, LOOSE, PLAIN, WITHIN, cut, numbering, without_numbering
from reporting.reading.readings import Absent, Ask, Given, Unreadable
from reporting.reading.reply_types import Item, Line, Read, Reply, TooMany, Unsure, Values

_PARENTHESES = re.compile(r"\(([^()\n]*[^\d()\n\s][^()\n]*)\)")
# What stands between the label of a line copied from the question and the colon before its value.
_EXPLAINED = re.compile(
    r"\([^()\n]*\)(?=\s*:)|(?:[-–,;]\s*)?(?:tháng|kỳ)\s+trước:?\s*[\d.,]+[^:\n\d]{0,20}(?=:)", re.IGNORECASE
)
_BARE_END = re.compile(r"\s\d+\s*$")
_SPARE = 8  # parts more than lines that are still looked at


def unexplained(text: str) -> str:
    """Without what stands between a copied label and its colon: «– tháng trước 5»."""
    return _EXPLAINED.sub("", _EXPLAINED.sub("", text))


class Message:
    """One message being understood."""

    def __init__(
        self, lines: Sequence[Line], rest: Sequence[Line], closed: Sequence[Line], read: Read
    ) -> None:
        self.assigner = Assigner(lines, rest, closed, Desk(read))
        self.lines = self.assigner.lines
        self.labels = labels_of(tuple(lines), tuple(rest), tuple(closed))
        self.most = 2 * len(self.assigner.every) + _SPARE

    def _parts(self, text: str) -> list[str]:
        """The parts in which labels are looked for: a parenthesis with a label of its own is a part."""

        def opened(found: re.Match[str]) -> str:
            inside = found[1]
            named = bool(self.labels.find(inside)) and any(char.isdigit() for char in inside)
            return f";{inside};" if named else found[0]

        parts: list[str] = []
        for part in cut(WITHIN.sub(";", _PARENTHESES.sub(opened, unexplained(text))), PLAIN):
            loose = cut(part, LOOSE)
            labelled = [bool(self.labels.find(each)) for each in loose] if len(loose) <= self.most else []
            if not any(labelled) or not all(map(bears_figure, loose)):
                parts.append(part)
            else:
                parts += loose if all(labelled) else cut(part, AND)
        return [part for part in parts if not only_slips(part)] or parts

    def _pieces(self, part: str) -> list[list[Piece]]:
        """The ways to take one part apart; how many people came each time is told of those who came."""
        each = people_each(part)
        people = [line.code for line in self.assigner.every if counts_people((line.label, *line.words))]
        if each is None or len(people) != 1:
            return pieces_of(part, self.labels, self.assigner.figures)
        came = Piece((people[0],), each.product, part, before=True)
        return [[*way, came] for way in pieces_of(each.rest, self.labels, self.assigner.figures)]

    def _taken_apart(self, text: str) -> list[list[Piece]] | TooMany:
        """The ways to take a message apart by labels; none if it has none."""
        parts = self._parts(text)
        found = sum(len(self.labels.find(part)) for part in parts[: self.most])
        if not found:
            return []
        if len(parts) > self.most or found > self.most:
            return TooMany(len(self.lines), max(len(parts), found))
        ways = product(*map(self._pieces, parts))
        flat = [[piece for pieces in way for piece in pieces] for way in islice(ways, MOST)]
        return [pieces for pieces in flat if any(piece.codes is not None for piece in pieces)]

    def by_label(self, text: str) -> Reply | None:
        """The reply by labels; None if there are none, or if they are rather units behind figures."""
        apart = self._taken_apart(text) if not any(line.kind == "text" for line in self.lines) else []
        if isinstance(apart, TooMany):
            return apart
        ways: list[Way] = []
        too_many: TooMany | None = None
        for pieces in apart:
            found = self.assigner.ways(pieces)
            if found is None:
                return None
            if isinstance(found, TooMany):
                too_many = too_many or found
            else:
                ways += found
        if len(apart) == 1 and len(apart[0]) == 1 and apart[0][0].dotted:
            ways += [way for way in (self.assigner.in_order([text]),) if way.settled]  # "1. 250" may be 1250
        return decide(ways) if ways else too_many

    def _agrees(self, item: Item) -> bool:
        """Whether no label in an item's text names another line."""
        codes = [label.codes for label in self.labels.find(item.text) if not label.common]
        return all(item.code in each for each in codes)

    def _money(self, text: str) -> Values | None:
        """An amount of money alone is for the one line of money that is asked; for one asked later, if in doubt."""
        if not money_shaped(text) or (len(self.lines) > 1 and _BARE_END.search(text)):  # "2 ty 3"
            return None
        sums = [line for line in self.lines if line.kind == "money"]
        later = [line for line in self.assigner.every if line.kind == "money"]
        if len(sums) == 1:
            own = self.assigner.desk.item(sums[0], text)
            return Values((own,)) if own.settled or isinstance(own.reading, Ask) else None
        item = self.assigner.desk.item(later[0], text) if len(later) == 1 else None
        if item is None or not isinstance(item.reading, Given):
            return None
        return Values((replace(item, reading=Ask((item.reading.value,))),))

    def by_label_or_order(self, text: str) -> Reply:
        """By label; but in order where that reads well and labels do not ("5 buổi 1200 lượt 3 cuộc 1 bản")."""
        labelled = self._money(text) or self.by_label(text)
        if labelled is None:
            return ordered(text, self.assigner)
        if any(all(item.settled for item in items) for items in ways_of(labelled)):
            return labelled
        plain = ordered(text, self.assigner)
        if not isinstance(plain, Values) or len(plain.items) != len(self.lines):
            return labelled
        if _says_as_much(labelled, plain):
            return labelled  # "quà 10 suất 500k": for each or for all
        return plain if all(item.settled and self._agrees(item) for item in plain.items) else labelled

    def _alike(self, text: str) -> Values | None:
        """None of all lines; «không ai nghỉ cả» is said of one."""
        return None if self.labels.find(text) else all_alike(text, self.assigner)

    def several(self, text: str) -> Reply:
        """A message for two lines or more."""
        alike = self._alike(text)
        if alike is not None:
            return alike
        numbers = numbering(text)
        opened = {line.number for line in self.assigner.every}
        known = opened.union(line.number for line in self.assigner.closed)
        if numbers != tuple(range(1, len(numbers) + 1)) or not numbers or opened.issuperset(numbers):
            return self.by_label_or_order(text)
        if known.isdisjoint(numbers):
            return self.by_label_or_order(without_numbering(text))
        if len(numbers) != len(self.lines):
            return self.by_label_or_order(text)
        return either(self.by_label_or_order(without_numbering(text)), self.by_label_or_order(text))

    def _ahead(self, text: str) -> Values | None:
        """A message for one line that plainly names several lines, or one that is asked later; else None."""
        apart = self._taken_apart(text)
        if isinstance(apart, TooMany) or len(apart) != 1:
            return None
        pieces = apart[0]
        named = {code for piece in pieces for code in piece.codes or ()}
        reply = self.by_label(text)
        if not isinstance(reply, Values) or reply.unread or not reply.items:
            return None
        if len(named) > 1:
            return reply if all(item.settled for item in reply.items) else None
        before = len(pieces) == 1 and pieces[0].before and self.lines[0].code not in named
        return reply if before and not isinstance(reply.items[0].reading, Unreadable) else None

    def _or_behind(self, text: str, whole: Way) -> Reply:
        """The whole; but if the name of a line that is asked later stands behind the figure ("30 nữ"), both."""
        reply = self.by_label(text)
        if not isinstance(reply, Values) or len(reply.items) != 1 or not reply.items[0].settled:
            return decide([whole])
        return decide([whole, Way(reply.items)] if reply.items[0].code != self.lines[0].code else [whole])

    def one(self, text: str) -> Reply:
        """A message for one line: the whole is the answer, unless it plainly names others."""
        if self.lines[0].kind == "count" and (money := self._money(text)) is not None:
            return money
        if people_each(text) is not None and (both := self.by_label(text)) is not None:
            return both
        whole = self.assigner.in_order([text])
        ahead = self._ahead(text)
        if ahead is not None and (not whole.settled or len(ahead.items) == 1):
            return ahead
        if whole.settled:
            return self._or_behind(text, whole)
        own = self.by_label(text)
        if isinstance(own, Values) and own.items and not own.unread and all(i.settled for i in own.items):
            return own
        if isinstance(own, Values) and sum(item.settled for item in own.items) > 1:
            return own  # it speaks of several lines by name: no figure of theirs is a candidate for this one
        parts = cut(text, PLAIN)
        if len(parts) == len(self.assigner.every) and (len(parts) > 2 or "\n" in text):
            every = self.assigner.in_order(parts)
            if every.settled:
                return decide([every])
        return self._alike(text) or decide([whole])


def ways_of(reply: Reply) -> tuple[tuple[Item, ...], ...]:
    """The ways a message was understood."""
    match reply:
        case Values(items):
            return (items,)
        case Unsure(readings):
            return readings
    return ()


def either(one: Reply, other: Reply) -> Reply:
    """Two ways to understand the same message, both asked."""
    every = (*ways_of(one), *ways_of(other))
    readings = [tuple(item for item in items if item.settled) for items in every]
    different = tuple(dict.fromkeys(readings))
    return Unsure(different) if len(different) > 1 else one


def _says_as_much(labelled: Reply, plain: Values) -> bool:
    """Whether a reply by labels leaves out nothing, even if some of it is to be asked."""
    if not isinstance(labelled, Values) or labelled.unread:
        return False
    codes = [item.code for item in labelled.items]
    readable = all(isinstance(item.reading, Given | Absent | Ask) for item in labelled.items)
    return readable and codes == [item.code for item in plain.items]
