"""What is said to «⚠ … có đúng không?»: another figure, a reason, a question, or what could be either.

A figure is looked for first: words are kept as a reason only where they bring no figure for the line and ask nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reporting.reading import doubt_words as data
from reporting.reading.commands import command
from reporting.reading.desk import is_filler
from reporting.reading.labels import Labels
from reporting.reading.mended import (
    correction,
    is_wordy,
    segments,
    segments_with_figures,
    without_denied,
    without_slip,
)
from reporting.reading.named import named_figures
from reporting.reading.readings import Absent, Ask, Given
from reporting.reading.replies import split_reply
from reporting.reading.reply_types import Item, Line, Read, Values
from reporting.reading.typed import phrase, same_words, words_of
from reporting.text import clean, fold
from reporting.values import Value

_WORD = re.compile(r"[^\s,.;:–-]+")
_DAYS = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d/])")
_FIGURE = re.compile(r"\d[\w.,/]*(?:\s+[^\W\d]\w*){0,3}")
_MOST = 3  # figures that are offered
_SHORT = 4  # words: beside a figure so few tell no story


@dataclass(frozen=True, slots=True)
class Mends:
    """The right figure, perhaps of other lines too."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Explains:
    """A reason for the figure; "" where it is only said again."""

    reason: str


@dataclass(frozen=True, slots=True)
class Either:
    """Words with figures in them: a reason, or one of these."""

    figures: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Asks:
    """A question."""


@dataclass(frozen=True, slots=True)
class Denies:
    """Not right, without saying what is."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Nothing of it."""


Said = Mends | Explains | Either | Asks | Denies | Unclear


def doubt_reply(
    text: str, line: Line, others: Sequence[Line], doubted: Value, read: Read, unit: str = ""
) -> Said:
    """What a text says to the doubt about `doubted`; `others` are the form's other lines with figures."""
    text = clean(text)
    line = replace(line, words=(*line.words, unit)) if unit else line
    order = command(text)
    if order is not None and order.name == "yes":
        return Explains("")
    rest = _after_yes(text)
    items = _of_others(rest or text, line, others, read)
    if items:
        agreed = () if not rest or line.code in {item.code for item in items} else (line.code,)
        return Mends((*(Item(code, text, Given(doubted)) for code in agreed), *items))
    if rest and not is_question(text):
        said = _weighed(rest, line, others, doubted, read)
        kept = isinstance(said, Either) or (isinstance(said, Mends) and is_wordy(rest))
        return Explains(rest) if kept and correction(rest) is None else said
    return _weighed(text, line, others, doubted, read)


def _of_others(text: str, line: Line, others: Sequence[Line], read: Read) -> tuple[Item, ...]:
    """What a text says of lines by name, where another than the one in doubt is among them: no reason, but figures."""
    if is_question(text) or gives_reason(text):
        return ()
    named = named_figures(text, (line, *others), read)
    plain = not named.left and any(item.code != line.code for item in named.items)
    return named.items if plain else ()


def is_question(text: str) -> bool:
    """Whether a text asks something: «tập huấn cuối cùng là mấy thế».

    >>> is_question("tập huấn cuối cùng là mấy thế")
    True
    """
    words = words_of(text)
    if text.rstrip(" .").endswith(("?", "？")):
        return True
    known = [phrase(each) for each in data.ASKING]
    return any(same_words(words[i : i + len(k)], k) for i in range(len(words)) for k in known)


def asks_meaning(text: str) -> bool:
    """Whether a part of a message asks what is meant, and gives no figure: «thế là sao», «mục này là gì»."""
    order = command(text)
    meant = order is not None and order.name == "help_here"
    return meant or (is_question(text) and not any(c.isdigit() for c in text))


def asks_why(text: str) -> bool:
    """Whether a question is why something is asked, or what is meant: «sao lại hỏi thế»."""
    words = words_of(text)
    known = [phrase(each) for each in data.WHY]
    return any(same_words(words[i : i + len(k)], k) for i in range(len(words)) for k in known)


def gives_reason(text: str) -> bool:
    """Whether a text begins as a reason does: «vì mới sáp nhập»."""
    return fold(text).split(" ")[0] in data.REASONS


def _after_yes(text: str) -> str:
    """«đúng vậy, vì mới sáp nhập» → «vì mới sáp nhập»; empty where nothing follows a yes."""
    words = list(_WORD.finditer(text))
    for length in range(min(len(words) - 1, 4), 0, -1):
        said = command(text[: words[length - 1].end()])
        if said is not None and said.name == "yes":
            return text[words[length].start() :]
    return ""


def _weighed(text: str, line: Line, others: Sequence[Line], doubted: Value, read: Read) -> Said:
    slipped = correction(text) is not None or without_denied(text) != text
    figure = without_slip(text)
    digits = any(c.isdigit() for c in _DAYS.sub(" ", figure))
    if is_question(text) and not slipped:
        told = _told(text, line, doubted, read, slipped=False)
        return told if isinstance(told, Mends) and not text.rstrip(" .").endswith("?") else Asks()
    if digits and not (gives_reason(text) and not slipped):
        items = _plain(figure, line, others, read, sure=slipped)
        if items == (Item(line.code, figure, Given(doubted)),):
            return Explains("")
        if items:
            return Mends(items)
    elif not digits and not gives_reason(text):
        reading = read(line.kind, figure)
        if reading == Given(0) or (_denies(text) and not isinstance(reading, Given | Absent)):
            return Denies()
        if isinstance(reading, Given | Absent):
            again = reading == Given(doubted)
            return Explains("") if again else Mends((Item(line.code, figure, reading),))
    return _told(text, line, doubted, read, slipped=slipped)


def _plain(figure: str, line: Line, others: Sequence[Line], read: Read, *, sure: bool) -> tuple[Item, ...]:
    """The items of a reply that is figures rather than a sentence; none where it is a sentence."""
    parts = segments(figure)
    items: tuple[Item, ...] = ()
    if len(parts) > 1 or not is_wordy(figure):
        reply = split_reply(figure, (line,), (), read, tuple(others))
        items = reply.items if isinstance(reply, Values) and not reply.unread else ()
        labels = Labels([line, *others])
        if (
            all(item.settled for item in items)
            and len(items) == len(parts) > 1
            and all(map(labels.find, parts))
        ):
            return items
    if (is_wordy(figure) and not sure) or segments_with_figures(figure) > 1:
        return ()
    reading = read(line.kind, figure)
    if isinstance(reading, Given | Absent | Ask):
        return (Item(line.code, figure, reading),)
    return items if all(item.settled for item in items) else ()


def _told(text: str, line: Line, doubted: Value, read: Read, *, slipped: bool) -> Said:
    """Words, perhaps with figures among them."""
    figures = _figures(text, line, read)
    found = {start: value for start, _, value in figures if value != doubted}
    words = words_of(text)
    if not found:
        wordy = sum(c.isalpha() for c in text) > sum(c.isdigit() for c in text)
        return Explains(text) if wordy and (len(words) > 1 or gives_reason(text)) else Unclear()
    named = [start for start, end, value in figures if value != doubted and _names(text, start, end, line)]
    if gives_reason(text) and not slipped and not named:
        return Explains(text)
    if not is_wordy(text) and len(figures) > 1 and not named:
        return Unclear()
    chosen = named if len(named) == 1 else list(found)
    if len(set(found.values())) == 1 or len(named) == 1:
        value = found[chosen[0]]
        if named or slipped or _nothing_else(text, figures):
            return Mends((Item(line.code, text, Given(value)),))
    return Either(tuple(dict.fromkeys(found.values()))[:_MOST])


def _figures(text: str, line: Line, read: Read) -> list[tuple[int, int, Value]]:
    """The figures of the line's kind that stand in a text, each as long as it reads: from, to, what."""
    text = _DAYS.sub(lambda day: " " * len(day[0]), text)
    found: list[tuple[int, int, Value]] = []
    end = 0
    for match in re.finditer(r"(?<![\w.,])\d", text):
        if match.start() < end:
            continue
        whole = _FIGURE.match(text, match.start())
        words = whole[0].split() if whole else []
        longest = 1 if line.kind == "count" else len(words)
        for length in range(longest, 0, -1):
            reading = read(line.kind, " ".join(words[:length]).rstrip(".,"))
            if isinstance(reading, Given):
                end = match.start() + len(" ".join(words[:length]))
                found.append((match.start(), end, reading.value))
                break
    return found


def _names(text: str, start: int, end: int, line: Line) -> bool:
    """Whether the words right before a figure, or right behind it, name the line; not «mỗi cháu 2 suất»."""
    begin = max(text.rfind(sign, 0, start) for sign in ",;\n(") + 1
    before, labels = text[begin:start], Labels([line])
    if any(same_words((word,), phrase("mỗi")) for word in words_of(before)):
        return False
    marks = [mark for mark in labels.find(before) if not mark.number]
    between = words_of(before[marks[-1].end :]) if marks else []
    if marks and (not between or any(same_words(between, phrase(link)) for link in data.LINKS)):
        return True
    behind = labels.find(text[start:])
    words = words_of(text[start:end])
    first = next((word.start for word in words if not word.key.isdecimal()), end - start)
    return any(mark.start in (first, end - start, end - start + 1) for mark in behind if not mark.number)


def _nothing_else(text: str, figures: Sequence[tuple[int, int, Value]]) -> bool:
    """Whether nothing is said beside the figures but words that mean nothing."""
    start, end = figures[0][0], figures[-1][1]
    around = (text[:start], text[end:])
    return len(figures) == 1 and all(not part.strip(" ,.") or is_filler(part) for part in around)


def _denies(text: str) -> bool:
    words = words_of(text)
    return bool(words) and words[0].key in data.DENYING and len(words) <= _SHORT
