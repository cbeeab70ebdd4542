"""Two readings of one message, by its cuts and by its grammar: the fuller counts; where they differ, it is asked."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from reporting.reading.dictated import Dictated
from reporting.reading.labelled import bears_figure
from reporting.reading.message import ways_of
from reporting.reading.readings import Ask, Given, Unreadable
from reporting.reading.reply_types import Item, Reply, Unsure, Values
from reporting.reading.several import hesitates
from reporting.reading.typed import words_of
from reporting.values import Missing, Value

_BARE = 2  # words of a part that is a figure alone
_A_SUM, _NO_SUM = 10_000, 1_000  # đồng


def _settled_codes(items: Sequence[Item]) -> set[str]:
    return {item.code for item in items if item.settled}


def readable(reply: Reply, text: str) -> Reply:
    """Without ways in which a line for a figure would get words that hold none: those are no choice for anybody."""
    if not isinstance(reply, Unsure):
        return reply
    ways = tuple(way for way in reply.readings if not any(map(_in_words, way)))
    return Unsure(ways) if ways else Values((), (text,))


def _in_words(item: Item) -> bool:
    """Whether nothing that a line is offered could be a figure: «mai báo tiếp», «bị ốm»."""
    offered = item.reading.candidates if isinstance(item.reading, Ask) else ()
    missing = bool(offered) and all(isinstance(value, Missing) for value in offered)
    return missing or isinstance(item.reading, Unreadable)


def _clean(reply: Reply) -> bool:
    """Whether a reply has one reading, with every part of the message in it."""
    return (
        isinstance(reply, Values)
        and bool(reply.items)
        and not any(map(bears_figure, reply.unread))
        and not any(isinstance(item.reading, Unreadable) for item in reply.items)
    )


def fuller(plain: Reply, told: Dictated) -> Reply:
    """The reply by cuts, or that by grammar: whichever says more; where both say and differ, it is asked."""
    items = told.items
    known = {item.code: item for item in items}
    if told.left and _leaves_open(plain, told, items):
        return plain
    if told.left or not isinstance(plain, Values) or not _clean(plain):
        return Values(items, (*told.left, *_beside(plain, known)))
    others = [item for item in plain.items if item.code not in known]
    # Every figure has its line by grammar; what is left are words for none («tut ko»).
    words = [item for item in others if not any(char.isdigit() for char in item.text)]
    return Values((*(_either_of(known[code], plain) for code in known), *words), plain.unread)


def unsure_of_left(plain: Reply, told: Dictated) -> Reply:
    """Figures that grammar gives to no line, out of whole sentences, are asked: «buổi thứ 2 có 30 người»."""
    left = [part for part in told.strange if len(words_of(part)) > _BARE]
    known = {item.code for item in told.items}
    if not isinstance(plain, Values) or not left:
        return plain
    items = []
    for item in plain.items:
        sure = item.code in known or not isinstance(item.reading, Given) or item.reading.value == 0
        if not sure and item.text in left:
            continue  # no name in it: it stands in the row of the lines by chance
        if not sure and any(_figure_in(item.text, part) for part in left) and isinstance(item.reading, Given):
            item = replace(item, reading=Ask((item.reading.value,)))
        items.append(item)
    unnamed = [item.text for item in plain.items if item.code not in {kept.code for kept in items}]
    return replace(plain, items=tuple(items), unread=(*plain.unread, *unnamed))


def _figure_in(text: str, part: str) -> bool:
    figures = [word.key for word in words_of(text) if word.key.isdecimal()]
    return bool(figures) and figures[0] in [word.key for word in words_of(part)]


def _leaves_open(plain: Reply, told: Dictated, items: Sequence[Item]) -> bool:
    """Whether the reply by cuts is better where grammar leaves figures: they stand alone, or it settles more."""
    bare = all(len(words_of(part)) <= _BARE for part in told.left)
    settled = max((len(_settled_codes(way)) for way in ways_of(plain)), default=0)
    if isinstance(plain, Unsure) and all(all(item.settled for item in way) for way in plain.readings):
        return bare
    if isinstance(plain, Values) and _clean(plain):
        either = [item.text for item in plain.items if isinstance(item.reading, Ask) and hesitates(item.text)]
        if all(any(text in part for text in either) for part in told.left):
            return True  # «kết nạp 2 hay 3 gì đó»
        return bare or settled > len(_settled_codes(items))
    return settled > len(items)


def _beside(plain: Reply, known: Collection[str]) -> list[str]:
    """The parts of a reply without a figure that were not read, and bring nothing for the lines known."""
    if not isinstance(plain, Values):
        return []
    items = [
        item.text for item in plain.items if isinstance(item.reading, Unreadable) and item.code not in known
    ]
    return [part for part in (*plain.unread, *items) if part and not any(c.isdigit() for c in part)]


def _sum_and_count(one: Value, two: Value) -> bool:
    """Whether one is a sum of money, and the other a count beside it that was taken for one."""
    return isinstance(one, int) and isinstance(two, int) and one >= _A_SUM and two < _NO_SUM


def _each_or_all(one: Value, candidates: tuple[Value, ...]) -> bool:
    """Whether a sum is one of several that a figure may mean: «10 suất 500k»."""
    return isinstance(one, int) and one >= _A_SUM and len(candidates) > 1 and one in candidates


def _either_of(item: Item, plain: Values) -> Item:
    """An item, asked where the other reading gives its line another figure."""
    other = next((each for each in plain.items if each.code == item.code), item)
    one, two = item.reading, other.reading
    if one == two:
        return other
    if isinstance(one, Given) and isinstance(two, Given) and not _sum_and_count(one.value, two.value):
        return Item(item.code, item.text, Ask((one.value, two.value)))
    if isinstance(one, Given) and isinstance(two, Ask) and _each_or_all(one.value, two.candidates):
        return other
    return item
