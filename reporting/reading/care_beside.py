"""What a message tells of visits and gifts, put beside what else it tells."""

from dataclasses import replace

from reporting.reading import care_words as data
from reporting.reading.care import Care
from reporting.reading.readings import Ask, Given, Unreadable
from reporting.reading.reply_types import Item, Reply, Unsure, Values
from reporting.reading.typed import words_of


def with_care(told: Care, reply: Reply) -> Reply:
    """The reply for the rest of the message with what was told; where both give a line a figure, it is asked."""
    match reply:
        case Values(items, unread):
            beside = _beside(told, items)
            unread = tuple(part for part in unread if not _greets(part))
            return Values(beside, tuple(dict.fromkeys((*unread, *_unreadable(items), *told.left))))
        case Unsure(ways):
            return Unsure(tuple(_beside(told, way) for way in ways))
    return Values(
        told.items, tuple(part for part in dict.fromkeys((told.rest, *told.left)) if not _greets(part))
    )


def _beside(told: Care, items: tuple[Item, ...]) -> tuple[Item, ...]:
    others = {item.code: item for item in items}
    own = tuple(_either(item, others.get(item.code)) for item in told.items)
    codes = {item.code for item in own}
    return (
        *own,
        *(item for item in items if item.code not in codes and not isinstance(item.reading, Unreadable)),
    )


def _greets(part: str) -> bool:
    """«Dạ em là Hằng ạ»"""
    words = words_of(part)
    return bool(words) and words[0].key in data.GREETING and not any(char.isdigit() for char in part)


def _unreadable(items: tuple[Item, ...]) -> tuple[str, ...]:
    """The parts with figures that hold none for their line."""
    texts = [item.text for item in items if isinstance(item.reading, Unreadable)]
    return tuple(text for text in texts if any(char.isdigit() for char in text))


def _either(item: Item, other: Item | None) -> Item:
    """An item, asked where the rest of the message gives its line another figure."""
    if other is None or not isinstance(other.reading, Given) or other.reading == item.reading:
        return item
    own = item.reading.candidates if isinstance(item.reading, Ask) else (item.reading.value,) \
        if isinstance(item.reading, Given) else ()  # fmt: skip
    return replace(item, reading=Ask(tuple(dict.fromkeys((*own, other.reading.value)))))
