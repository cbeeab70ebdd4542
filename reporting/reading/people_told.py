"""«30 người» where sessions are asked first: people came, and no thirty sessions were held."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reporting.reading.dictated_figures import people_at
from reporting.reading.each import counts_people
from reporting.reading.readings import Given
from reporting.reading.reply_types import Item, Line, Reply, Values
from reporting.reading.typed import words_of

_NAMED = frozenset({"tuyên truyền", "đối thoại", "thỏa ước", "sáng kiến"})  # lines that count no people
_PUPILS = ("hoc", "sinh")
_FIGURE = re.compile(r"(?<![\w.,/])\d{1,4}(?![\d.,/]*\d)")


def people_not_sessions(reply: Reply, lines: Sequence[Line]) -> Reply:
    """A reply in which people are told of those who came, or who were trained; `lines` are open.

    They are neither sessions nor initiatives; of a dialogue or an agreement they are left.
    """
    if not isinstance(reply, Values):
        return reply
    told = {item.code for item in reply.items}
    items, unread = [], list(reply.unread)
    for item in reply.items:
        line = next((line for line in lines if line.code == item.code), None)
        if line is None or not _counts_none(line) or not _of_people(item):
            items.append(item)
            continue
        meant = next((each.code for each in lines if each.number == line.number + 1 and _of_who(each)), None)
        if meant is None or meant in told:
            unread.append(item.text)
        else:
            items.append(replace(item, code=meant))
    return (
        Values(tuple(items), tuple(unread))
        if len(unread) > len(reply.unread) or told != {item.code for item in items}
        else reply
    )


def _of_who(line: Line) -> bool:
    """Whether a line counts people: those who came to sessions, or were trained."""
    return counts_people((line.label, *line.words)) or "tập huấn" in line.words


def _counts_none(line: Line) -> bool:
    """Whether a line counts things that happen, and no people."""
    return line.flow and not _of_who(line) and not _NAMED.isdisjoint(line.words)


def nobody_came(reply: Reply, lines: Sequence[Line]) -> Reply:
    """A reply in which nobody came where no session was held; `lines` are asked."""
    came = [line for line in lines if counts_people((line.label, *line.words))]
    if not isinstance(reply, Values) or len(came) != 1 or any(i.code == came[0].code for i in reply.items):
        return reply
    events = {line.code for line in lines if line.number == came[0].number - 1}
    for place, item in enumerate(reply.items):
        if item.code in events and item.reading == Given(0):
            nobody = replace(item, code=came[0].code)
            return Values((*reply.items[: place + 1], nobody, *reply.items[place + 1 :]), reply.unread)
    return reply


def _of_people(item: Item) -> bool:
    """Whether a settled figure has people right behind it."""
    found = _FIGURE.search(item.text) if isinstance(item.reading, Given) else None
    words = words_of(item.text[found.end() :]) if found is not None else []
    if words and words[0].key == "ban":
        return False  # «1 bản» is no «bạn»
    return people_at(words, 0) > 0 or tuple(word.key for word in words[:2]) == _PUPILS
