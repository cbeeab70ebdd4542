"""A figure beside another of the same kind that no line was given is not sure: «PCCC 55 lượt; ATGT 61 lượt»."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from reporting.reading.care_words import OUTSIDE
from reporting.reading.labels import Labels
from reporting.reading.readings import Ask, Given
from reporting.reading.reply_types import Item, Line, Values
from reporting.reading.typed import holds, words_of

_MONEY = re.compile(
    r"\d\s?(?:k|tr\d{0,3}|triệu|trieu|nghìn|nghin|ngàn|ngan|đồng|dong|vnđ|vnd)(?!\w)|\d\.000(?!\d)",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")


def asked_where_half_heard(reply: Values, lines: Sequence[Line], known: Collection[str] = ()) -> Values:
    """The same with such figures to be asked back. `known`: parts of which it is plain that they do not count."""
    left = [
        part
        for part in reply.unread
        if _FIGURE.search(part) and part not in known and not holds(words_of(part), OUTSIDE)
    ]
    if not left:
        return reply
    labels = Labels(lines)
    named = {
        code for part in left for mark in labels.find(part) for code in mark.codes if len(mark.codes) == 1
    }
    if any(map(_MONEY.search, left)):
        named |= {line.code for line in lines if line.kind == "money"}
    return replace(reply, items=tuple(_asked(item) if item.code in named else item for item in reply.items))


def _asked(item: Item) -> Item:
    sure = isinstance(item.reading, Given) and _FIGURE.search(item.text) and item.reading.value != 0
    return (
        replace(item, reading=Ask((item.reading.value,)))
        if sure and isinstance(item.reading, Given)
        else item
    )
