"""How one typed message answers several questions asked in one message.

A message is cut into values, in order or by label; where it can be cut in several ways all of them are given back,
to be asked, never guessed.
"""

import re
from collections.abc import Sequence
from itertools import islice, product

from reporting.reading.assign import MOST, Assigner, Way, decide
from reporting.reading.desk import Desk
from reporting.reading.labelled import Piece, bears_figure, pieces_of
from reporting.reading.labels import Labels
from reporting.reading.ordered import all_alike, ordered
from reporting.reading.pieces import AND, LOOSE, PLAIN, WITHIN, cut, numbering, prepared, without_numbering
from reporting.reading.readings import Unreadable
from reporting.reading.reply_types import Item, Line, Read, Reply, TooMany, Unsure, Values
from reporting.text import clean

_PARENTHESES = re.compile(r"\(([^()\n]*[^\d()\n\s][^()\n]*)\)")
_EXPLAINED = re.compile(r"\([^()\n]*\)(?=\s*:)")  # "Kết nạp (đoàn viên, tháng trước 5): 63"
_SPARE = 8  # parts more than lines that are still looked at


class _Message:
    """One message being understood."""

    def __init__(self, lines: Sequence[Line], rest: Sequence[Line], read: Read) -> None:
        self.assigner = Assigner(lines, rest, Desk(read))
        self.lines = self.assigner.lines
        self.labels = Labels(lines, rest)
        self.most = 2 * len(self.assigner.every) + _SPARE

    def _parts(self, text: str) -> list[str]:
        """The parts in which labels are looked for: a parenthesis with a label of its own is a part."""

        def opened(found: re.Match[str]) -> str:
            inside = found[1]
            named = bool(self.labels.find(inside)) and any(char.isdigit() for char in inside)
            return f";{inside};" if named else found[0]

        parts: list[str] = []
        for part in cut(WITHIN.sub(";", _PARENTHESES.sub(opened, _EXPLAINED.sub("", text))), PLAIN):
            loose = cut(part, LOOSE)
            labelled = [bool(self.labels.find(each)) for each in loose] if len(loose) <= self.most else []
            if not any(labelled) or not all(map(bears_figure, loose)):
                parts.append(part)
            else:
                parts += loose if all(labelled) else cut(part, AND)
        return parts

    def _taken_apart(self, text: str) -> list[list[Piece]] | TooMany:
        """The ways to take a message apart by labels; none if it has none."""
        parts = self._parts(text)
        found = sum(len(self.labels.find(part)) for part in parts[: self.most])
        if not found:
            return []
        if len(parts) > self.most or found > self.most:
            return TooMany(len(self.lines), max(len(parts), found))
        ways = product(*(pieces_of(part, self.labels, self.assigner.figures) for part in parts))
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

    def by_label_or_order(self, text: str) -> Reply:
        return self.by_label(text) or ordered(text, self.assigner)

    def several(self, text: str) -> Reply:
        """A message for two lines or more."""
        alike = all_alike(text, self.assigner)
        if alike is not None:
            return alike
        numbers = numbering(text)
        known = {line.number for line in self.assigner.every}
        if numbers != tuple(range(1, len(numbers) + 1)) or not numbers or known.issuperset(numbers):
            return self.by_label_or_order(text)
        own = self.by_label_or_order(without_numbering(text))
        if known.isdisjoint(numbers) or len(numbers) != len(self.lines):
            return own
        return _either(own, self.by_label_or_order(text))

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

    def one(self, text: str) -> Reply:
        """A message for one line: the whole is the answer, unless it plainly names others."""
        whole = self.assigner.in_order([text])
        unreadable = isinstance(whole.items[0].reading, Unreadable)
        ahead = self._ahead(text)
        if ahead is not None and (not whole.settled or len(ahead.items) == 1):
            return ahead
        if not unreadable:
            return decide([whole])
        own = self.by_label(text)
        if isinstance(own, Values) and own.items and not own.unread and all(i.settled for i in own.items):
            return own
        every = self.assigner.in_order(cut(text, PLAIN))
        if len(cut(text, PLAIN)) == len(self.assigner.every) > 1 and every.settled:
            return decide([every])
        return all_alike(text, self.assigner) or decide([whole])


def _either(one: Reply, other: Reply) -> Reply:
    """Two ways to understand the same message, both asked."""
    readings = [
        tuple(item for item in items if item.settled)
        for reply in (one, other)
        for items in (
            reply.readings
            if isinstance(reply, Unsure)
            else (reply.items,)
            if isinstance(reply, Values)
            else ()
        )
    ]
    different = tuple(dict.fromkeys(readings))
    return Unsure(different) if len(different) > 1 else one


def split_reply(text: str, lines: Sequence[Line], rest: Sequence[Line], read: Read) -> Reply:
    """Understands a message as answers to `lines`, the open questions just asked, in order.

    `rest` are the form's other open figure questions; they are answered where named, or where there are exactly as
    many values as open questions in all. `read(kind, text)` reads one part.
    """
    if len(lines) == 1 and lines[0].kind == "text":
        said = clean(text)
        return Values((Item(lines[0].code, said, read("text", said)),))
    message = _Message(lines, rest, read)
    text = prepared(text)
    if not lines:
        return message.by_label(text) or TooMany(0, max(1, len(cut(text, PLAIN))))
    return message.one(text) if len(lines) == 1 else message.several(text)


__all__ = ["Item", "Line", "Read", "Reply", "TooMany", "Unsure", "Values", "split_reply"]
