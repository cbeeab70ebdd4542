"""«30 người» where sessions are asked first: people came, and no thirty sessions were held."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reporting.reading.dictated_figures import people_at
from reporting.reading.each import counts_people
from reporting.reading.readings import Given
from reporting.reading.reply_types import Item, Line, Reply, Values
from reporting.reading.typed import words_of

_FIGURE = re.compile(r"(?<![\w.,/])\d{1,4}(?![\d.,/]*\d)")


def people_not_sessions(reply: Reply, lines: Sequence[Line]) -> Reply:
    """A reply in which people are told of those who came; `lines` are open."""
    came = [line for line in lines if counts_people((line.label, *line.words))]
    if not isinstance(reply, Values) or len(came) != 1:
        return reply
    events = {line.code for line in lines if line.number == came[0].number - 1}
    wrong = [item for item in reply.items if item.code in events and _of_people(item)]
    if not wrong:
        return reply
    kept = tuple(item for item in reply.items if item not in wrong)
    if any(item.code == came[0].code for item in kept):
        return Values(kept, (*reply.unread, wrong[0].text))
    return Values((replace(wrong[0], code=came[0].code), *kept), reply.unread)


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
    return found is not None and people_at(words_of(item.text[found.end() :]), 0) > 0
