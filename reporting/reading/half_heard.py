"""A figure beside another of the same kind that no line was given is not sure: «PCCC 55 lượt; ATGT 61 lượt»."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from reporting.reading.care_words import OUTSIDE
from reporting.reading.each import counts_people
from reporting.reading.labels import Labels
from reporting.reading.mended import correction
from reporting.reading.readings import Ask, Given
from reporting.reading.reply_types import Item, Line, Values
from reporting.reading.typed import holds, words_of
from reporting.text import fold

_MONEY = re.compile(
    r"\d\s?(?:k|tr\d{0,3}|triệu|trieu|nghìn|nghin|ngàn|ngan|đồng|dong|vnđ|vnd)(?!\w)|\d\.000(?!\d)",
    re.IGNORECASE,
)
_VISITS = re.compile(r"\b(?:tham|vieng|dam (?:ma|cuoi|hieu|hy|hi|tang)|cuoi|om|hieu|de)\b")
# «60 người nữa»: on top of those who came before.
_MORE_PEOPLE = re.compile(
    r"(?<![\w.,/])(?P<more>\d{1,4})\s?(?:nguoi|ng|luot|dv|doan vien|chi em|ba con)(?!\w)[^,;.\n\d]*\bnua\b"
)
_FIGURE = re.compile(r"\d")
_FIGURES = re.compile(r"(?<![\d.,])\d{1,4}(?![\d.,]*\d)")


def asked_where_half_heard(
    text: str, reply: Values, lines: Sequence[Line], known: Collection[str] = ()
) -> Values:
    """The same with such figures to be asked back. `known`: parts of which it is plain that they do not count."""
    told = [part for part in reply.unread if _FIGURE.search(part)]
    left = [part for part in told if part not in known and not holds(words_of(part), OUTSIDE)]
    labels = Labels(lines)
    named = {
        code for part in left for mark in labels.find(part) for code in mark.codes if len(mark.codes) == 1
    }
    if any(map(_MONEY.search, left)):
        named |= {line.code for line in lines if line.kind == "money"}
    if any(_VISITS.search(fold(part)) for part in left):
        named |= {line.code for line in lines if "thăm" in line.words}
    items = tuple(_asked(item) if item.code in named else item for item in reply.items)
    for part in left:
        items = _with_more(items, part, lines)
    for part in told:
        items = _righted(items, text, part)
    return replace(reply, items=items)


def _with_more(items: tuple[Item, ...], part: str, lines: Sequence[Line]) -> tuple[Item, ...]:
    """Who came is asked with those told behind it: 45 is never all where «60 người nữa» was not read."""
    found = _MORE_PEOPLE.search(fold(part))
    people = {line.code for line in lines if counts_people((line.label, *line.words))}
    if found is None:
        return items
    more = int(found["more"])
    return tuple(
        replace(item, text=f"{item.text} + {more}", reading=Ask((value + more, value)))
        if item.code in people
        and isinstance(item.reading, Given)
        and isinstance(value := item.reading.value, int)
        and value
        else item
        for item in items
    )


def _righted(items: tuple[Item, ...], text: str, part: str) -> tuple[Item, ...]:
    """«thăm 5 lượt, à không 4 thôi vì …»: the figure right before is asked, with the one that was to replace it."""
    right = correction(part)
    figure = _FIGURES.search(right) if right else None
    before = text[: max(text.find(part), 0)]
    places = {item.code: before.rfind(item.text) for item in items if isinstance(item.reading, Given)}
    last = max(places, key=lambda code: places[code], default="")
    if figure is None or not last or places[last] < 0:
        return items
    return tuple(
        replace(item, reading=Ask((int(figure[0]), item.reading.value)))
        if item.code == last and isinstance(item.reading, Given)
        else item
        for item in items
    )


def _asked(item: Item) -> Item:
    sure = isinstance(item.reading, Given) and _FIGURE.search(item.text) and item.reading.value != 0
    return (
        replace(item, reading=Ask((item.reading.value,)))
        if sure and isinstance(item.reading, Given)
        else item
    )
