"""Whether a message plainly changes a line that was written before: «nữ 46», «à tổng nữ là 46 nhé», «sửa 3 thành 46».

Beside answers to what is asked, «4 bạn, hai bạn nữ» tells of something else, and «bốn lượt người ốm» names no
attendance.
"""

import re

from reporting.reading.change_words import AROUND, BETWEEN, UNITS, WRONG
from reporting.reading.reply_types import Item, Line
from reporting.reading.typed import keys, phrase, same_words, words_of
from reporting.text import clean

_CLAUSE = re.compile(r"[\n;]+|[,.…](?=\s|$)|\s+(?:và|va|còn|nhưng|nhung)\s+(?=\S)")
_DENIED = re.compile(r"\s+(?:chứ|chu)\s+(?:không|ko|k|khong)(?:\s+(?:phải|phai))?\s+.*$", re.IGNORECASE)
_BESIDE = AROUND | WRONG | UNITS


def changes_plainly(text: str, item: Item, line: Line) -> bool:
    """Whether a clause of a text is the name (or number) of a line, its new figure, and nothing more than courtesies.

    >>> from reporting.reading.readings import Given
    >>> women = Line(3, "women", "count", "Tổng số nữ cuối kỳ", ("nữ", "chị em"))
    >>> changes_plainly("1, 54, 0, à nữ là 46 nhé", Item("women", "46", Given(46)), women)
    True
    >>> changes_plainly("tập huấn 4 bạn, hai bạn nữ", Item("women", "hai", Given(2)), women)
    False
    """
    return any(_is_change(_DENIED.sub("", clause), item, line) for clause in _CLAUSE.split(clean(text)))


def _is_change(clause: str, item: Item, line: Line) -> bool:
    words = words_of(clause)
    figure = keys(words_of(item.text))
    for name in (str(line.number), line.label, *line.words):
        known = phrase(name)
        for at in range(len(words) - len(known) + 1):
            if same_words(words[at : at + len(known)], known):
                before, behind = keys(words[:at]), keys(words[at + len(known) :])
                if _BESIDE.issuperset(before) and _is_figure(behind, figure):
                    return True
    return False


def _is_figure(behind: tuple[str, ...], figure: tuple[str, ...]) -> bool:
    """Whether a name is followed by a link at most, the figure, and courtesies."""
    for at in range(len(behind) - len(figure) + 1):
        if figure and behind[at : at + len(figure)] == figure:
            rest = behind[at + len(figure) :]
            return BETWEEN.issuperset(behind[:at]) and _BESIDE.issuperset(rest)
    return False
