"""How one typed message answers several questions asked in one message.

A message is cut into values, in order or by label; where it can be cut in several ways all of them are given back,
to be asked, never guessed. Sentences are read by their grammar besides, and the fuller reading counts.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reporting.reading.activities import in_one_row, told_plainly
from reporting.reading.alternating import alternating
from reporting.reading.assign import decide
from reporting.reading.by_rows import by_rows, says_more
from reporting.reading.care import care
from reporting.reading.care_beside import with_care
from reporting.reading.desk import is_filler
from reporting.reading.dictated import LONGEST, dictated, puts_right, wordy
from reporting.reading.each import counts_people
from reporting.reading.elsewhere import Parted
from reporting.reading.grouped import in_groups
from reporting.reading.half_heard import asked_where_half_heard
from reporting.reading.heard import heard, is_sending, puts_off
from reporting.reading.labelled import bears_figure
from reporting.reading.labels import labels_of
from reporting.reading.last_lines import by_their_names
from reporting.reading.listed_names import without_listed_names
from reporting.reading.members import told_members, with_members
from reporting.reading.mended import correction, taken_back_within, without_denied
from reporting.reading.message import Message, either, unexplained, ways_of
from reporting.reading.nothing import begins_none, rest_nothing
from reporting.reading.own_numbers import without_own_numbers
from reporting.reading.people_told import nobody_came, people_not_sessions
from reporting.reading.pieces import PLAIN, cut, prepared
from reporting.reading.readings import Ask, Given, Unreadable
from reporting.reading.reply_types import Item, Line, Read, Reply, TooMany, Unsure, Values
from reporting.reading.restated import restated
from reporting.reading.several import asked_of_two
from reporting.reading.shorthand import in_a_row, written_out
from reporting.reading.sums_beside import with_sums_named
from reporting.reading.told_once import told_once
from reporting.reading.topics import without_topics
from reporting.reading.total_alone import total_alone
from reporting.reading.typed import words_of
from reporting.reading.unheard import unheard
from reporting.reading.weighed import fuller, readable, unsure_of_left
from reporting.text import clean

_TIGHT = re.compile(r"(?:(?<=\d[^\W\d_])|(?<=\d[^\W\d_]{2})),(?=\d+[^\W\d_])")  # «44tt,111cn»
_BODY = re.compile(
    r"\s*(bch|btv|ubkt|ban chấp hành|ban thường vụ|ủy ban kiểm tra|khởi công|bàn giao)\b[^\d]*\d", re.I
)
_ONLY_FIGURES = re.compile(r"[\d ,.;]+")


def _mended(message: Message, said: Reply, right: Reply | None, text: str) -> Reply | None:
    """A message whose end corrects what it said before; None where that is not plain.

    A figure without a name may be for any of the lines before: then all are asked.
    """
    ways = [way for way in ways_of(said) if way]
    if isinstance(right, Values) and right.items and all(item.settled for item in right.items):
        if any(map(bears_figure, right.unread)):
            return None
        codes = {item.code for item in right.items}
        mended = [(*(item for item in way if item.code not in codes), *right.items) for way in ways]
    elif right is None and len(ways) == 1:
        others = [message.assigner.desk.item(message.assigner.by_code[item.code], text) for item in ways[0]]
        pairs = enumerate(zip(ways[0], others, strict=True))
        mended = [
            (*ways[0][:n], other, *ways[0][n + 1 :])
            for n, (item, other) in pairs
            if other.settled and not isinstance(item.reading, Unreadable)
        ]
    else:
        return None
    found = [message.assigner.sorted_way(way, ()) for way in mended]
    if not found:
        return None
    reply = decide(found)
    unread = said.unread if isinstance(said, Values) else ()
    return Values(reply.items, unread) if isinstance(reply, Values) else reply


class _Reply:
    """The lines a message is read for."""

    def __init__(
        self, lines: Sequence[Line], rest: Sequence[Line], closed: Sequence[Line], read: Read
    ) -> None:
        self.lines, self.rest, self.closed, self.read = lines, rest, closed, read
        self.every = (*lines, *rest, *closed)

    def plain(self, text: str) -> Reply:
        """A message by its cuts and labels."""
        message = Message(self.lines, self.rest, self.closed, self.read)
        text = prepared(correction(text) or without_denied(text))
        within = taken_back_within(text)
        if within is not None:
            before = self.plain(within[0])
            reply = _mended(message, before, message.by_label(prepared(within[1])), within[1])
            if reply is not None:
                return reply
        if not self.lines:
            return message.by_label(text) or TooMany(0, max(1, len(cut(text, PLAIN))))
        return message.one(text) if len(self.lines) == 1 else message.several(text)

    def full(self, text: str) -> Reply:
        """What is told of visits and gifts besides the rest."""
        told = care(text, self.lines, self.rest, self.closed, self.read)
        if told is None or correction(text) or without_denied(text) != text:
            return self.without_care(text)
        codes = {item.code for item in told.items}
        known = [line for line in (*self.lines, *self.rest) if line.code in codes]
        lines, rest = ([one for one in each if one.code not in codes] for each in (self.lines, self.rest))
        if len(lines) == 1 and self._names_others(told.rest, lines[0]):
            lines, rest = [], [*lines, *rest]  # «SK ko, TH ko» says nothing of the visits
        other = _Reply(lines, rest, (*self.closed, *known), self.read)
        reply = with_care(told, other.without_care(told.rest) if told.rest else Values(()))
        return replace(reply, items=self._sorted(reply.items)) if isinstance(reply, Values) else reply

    def _names_others(self, text: str, line: Line) -> bool:
        """Whether a text begins with the name of another line."""
        mark = next(iter(labels_of(tuple(self.lines), tuple(self.rest), tuple(self.closed)).find(text)), None)
        return mark is not None and not mark.common and mark.start == 0 and line.code not in mark.codes

    def without_care(self, text: str) -> Reply:
        """By its cuts and labels, or by its grammar where that finds more."""
        plain = readable(self.plain(text), text)
        if not self.lines or len(text) > LONGEST or not wordy(text):
            return plain
        said = correction(text) or without_denied(text)
        told = dictated(said, self.lines, (*self.rest, *self.closed), self.read)
        if told is None:
            return plain
        plain = unsure_of_left(plain, told)
        reply = fuller(plain, told) if told.items else plain
        return replace(reply, items=self._sorted(reply.items)) if isinstance(reply, Values) else reply

    def _sorted(self, items: Sequence[Item]) -> tuple[Item, ...]:
        order = {line.code: n for n, line in enumerate((*self.lines, *self.rest, *self.closed))}
        return tuple(sorted(items, key=lambda item: order[item.code]))

    def by_rows(self, text: str) -> Values | None:
        """A whole report, each row for itself."""
        every = (*self.lines, *self.rest, *self.closed)
        names = _Reply((), every, (), self.read)
        told = by_rows(text, every, self.read, names.plain)
        return replace(told, items=self._sorted(told.items)) if told is not None else None

    def lost(self, text: str, reply: Reply) -> tuple[str, ...]:
        """The clauses with figures that came into no item, unless the message puts itself right."""
        if len(text) > LONGEST:
            return ()
        if correction(text) or without_denied(text) != text or taken_back_within(text) or puts_right(text):
            return ()
        before = rest_nothing(text)
        told = care(text if before is None else before, self.lines, self.rest, self.closed, self.read)
        text = text if before is None else before
        return unheard(unexplained(text if told is None else told.rest), reply)

    def with_rest(self, text: str) -> Reply:
        """«đối thoại 1, còn lại không»: none of the other lines asked that count what happened."""
        before = rest_nothing(text) if len(self.lines) > 1 else None
        if before is None:
            return self.full(text)
        if not before:
            return self.full("không")
        reply = self.full(before)
        if isinstance(reply, Values) and any(map(bears_figure, reply.unread)):
            return reply  # a figure that was not understood may be of any of the others
        ways = [(*items, *self._none_of_others(items)) for items in ways_of(reply)]
        filled = tuple(map(self._sorted, ways))
        match reply:
            case Values(_, unread):
                return Values(filled[0], unread)
            case Unsure():
                return Unsure(filled)
        return reply

    def _none_of_others(self, items: Sequence[Item]) -> list[Item]:
        told = {item.code: item.reading for item in items}
        held = {line.number for line in self.lines if told.get(line.code, Given(0)) != Given(0)}
        return [
            Item(line.code, "không", Given(0))
            for line in self.lines
            if line.flow and line.code not in told and line.kind in ("count", "money")
            and not (line.number - 1 in held and counts_people((line.label, *line.words)))
        ]  # fmt: skip


def names_of(lines: Iterable[Line]) -> set[str]:
    """The words that name lines, folded: a part of a message that has no others says nothing more of them."""
    return {word.key for line in lines for name in (line.label, *line.words) for word in words_of(name)}


def split_reply(
    text: str, lines: Sequence[Line], rest: Sequence[Line], read: Read, closed: Sequence[Line] = (),
    month: int | None = None,
) -> Reply:  # fmt: skip
    """Understands a message as answers to `lines`, the open questions just asked, in order.

    `rest` are the form's other open figure questions; they are answered where named, or where there are exactly as
    many values as open questions in all. `closed` are figures already answered or computed: a part that begins with
    the name of one is an item for it and not taken for another line's. `read(kind, text)` reads one part;
    `month` is the one reported, where that is known.
    """
    if any(line.kind == "text" for line in lines):
        if len(lines) == 1:
            said = clean(text)
            return Values((Item(lines[0].code, said, Given(said)),))
        return _Reply(lines, rest, closed, read).plain(text)
    typed, reader = _TIGHT.sub(", ", total_alone(clean(text))), _Reply(lines, rest, closed, read)
    if _ONLY_FIGURES.fullmatch(typed):  # what most people type: no sentence to read
        return reader.plain(in_a_row(typed, (len(lines), len(lines) + len(rest))))
    text, parted = _prepared(typed, reader, month)
    figureless = not any(char.isdigit() for char in parted.kept) and not begins_none(parted.kept)
    puts_off_all = len(lines) > 1 and puts_off(text)
    if (parted.dropped and figureless) or puts_off_all or is_sending(typed):
        return Values((), (typed,)) if lines else TooMany(0, 1)
    members = told_members(parted.kept, lines, rest, closed)
    if not any(map(str.isalnum, members.text)) and members.text != parted.kept:
        return with_members(Values((), parted.dropped), members)
    rows = restated(members.text)
    ways = [reader.with_rest(way) for way in rows]
    reply = ways[0] if len(ways) == 1 else either(*ways[:2])
    by_row = reader.by_rows(members.text) if len(rows) == 1 else None
    reply = by_row if by_row is not None and says_more(by_row, reply) else reply
    if isinstance(reply, Values):
        lost = reader.lost(members.text, reply) if rows == (members.text,) else ()
        reply = _looked_over(typed, replace(reply, unread=(*reply.unread, *lost)), parted, reader)
    return with_members(reply, members)


def _prepared(typed: str, reader: _Reply, month: int | None) -> tuple[str, Parted]:
    """A message with what says the same in other ways written out; and that with what is none of the month's apart."""
    lines, rest, every = reader.lines, reader.rest, reader.every
    if "(" in typed:
        labels = labels_of(tuple(lines), tuple(rest), tuple(reader.closed))
        typed = without_listed_names(typed, lambda inside: bool(labels.find(inside)))
    typed = with_sums_named(typed, (*lines, *rest), reader.closed)
    apart = without_topics(in_groups(by_their_names(typed, lines)))
    told = told_plainly(apart.kept, every, month, len(lines))
    text = alternating(without_own_numbers(told.kept, every), every)
    training = any("tập huấn" in line.words for line in lines)
    text = written_out(text, (line.number for line in every), training=training)
    text = in_a_row(text, (len(lines), len(lines) + len(rest)))
    parted = heard(text, month)
    dropped = (*told.dropped, *apart.dropped, *parted.dropped)
    return text, Parted(in_one_row(parted.kept, every), dropped)


def _of_a_body(item: Item, lines: Sequence[Line]) -> Item:
    """«BCH 28, UBKT 9» where neither is asked: what names a body beside its figure is asked back of another line."""
    line = next((one for one in lines if one.code == item.code), None)
    found = _BODY.match(item.text) if line is not None and isinstance(item.reading, Given) else None
    if line is None or found is None or words_of(found[1])[0].key in names_of([line]):
        return item
    assert isinstance(item.reading, Given)
    return replace(item, reading=Ask((item.reading.value,)))


def _looked_over(typed: str, reply: Values, parted: Parted, reader: _Reply) -> Reply:
    """A reply whose figures have been weighed against what a month can hold; what names nothing new is not unread."""
    asked = (*reader.lines, *reader.rest)
    found = told_once(parted.kept, asked, people_not_sessions(reply, asked))
    found = nobody_came(found, reader.lines) if any(map(str.isalpha, parted.kept)) else found
    if not isinstance(found, Values):
        return found
    found = replace(found, items=tuple(_of_a_body(item, asked) for item in found.items))
    items = asked_of_two(found.items, parted.kept)
    either = {item.text for item, before in zip(items, found.items, strict=True) if item is not before}
    codes = {item.code for item in items}
    named = names_of(line for line in reader.every if line.code in codes)
    unread = (
        part
        for part in (*found.unread, *parted.dropped)
        if not is_filler(part)
        and not {word.key for word in words_of(part)} <= named
        and not any(said in part for said in either)
    )
    found = replace(found, items=items, unread=tuple(dict.fromkeys(unread)))
    return asked_where_half_heard(typed, found, reader.every, parted.dropped)


__all__ = ["Item", "Line", "Read", "Reply", "TooMany", "Unsure", "Values", "split_reply"]
