"""What is said to «⚠ … có đúng không?»: another figure, a reason, a question, or what could be either.

A figure is looked for first: words are kept as a reason only where they bring no figure for the line and ask nothing.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from reporting.reading import doubt_words as data
from reporting.reading.commands import command
from reporting.reading.doubt_figures import (
    DAYS,
    figures_of,
    names_line,
    nothing_else,
    reckons,
    says_figure_again,
    without_agreeing,
)
from reporting.reading.doubt_yes import (
    comes_about,
    figure_given,
    is_rate,
    kept_against_no,
    none_after_slip,
    only_praises,
    times,
)
from reporting.reading.labels import Labels
from reporting.reading.members_same import women_in_all
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
from reporting.reading.reasons import (
    about_other,
    ends_as_question,
    gives_reason,
    tells_wrong,
    weighed,
    wished,
)
from reporting.reading.replies import split_reply
from reporting.reading.reply_types import Item, Line, Read, Values
from reporting.reading.right_said import right_said
from reporting.reading.several import hesitates
from reporting.reading.typed import holds, phrase, same_words, words_of
from reporting.text import clean
from reporting.values import Value

_WORD = re.compile(r"[^\s,.;:–-]+")
_MOST = 3  # figures that are offered
_SHORT = 4  # words: beside a figure so few tell no story


@dataclass(frozen=True, slots=True)
class Mends:
    """The right figure, perhaps of other lines too. `sure`: it was said to be right in so many words."""

    items: tuple[Item, ...]
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Explains:
    """A reason for the figure; "" where it is only said again. `figured`: it reckons how the figure came about."""

    reason: str
    figured: bool = False


@dataclass(frozen=True, slots=True)
class Either:
    """Words that may be a reason; where figures are in them perhaps one of these instead."""

    figures: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Asks:
    """A question."""


@dataclass(frozen=True, slots=True)
class Denies:
    """Not right, without saying what is; `unchanged`: the line is as it was the month before."""

    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Words about another line."""

    code: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """Nothing of it."""


Said = Mends | Explains | Either | Asks | Denies | Elsewhere | Unclear


def doubt_reply(
    text: str,
    line: Line,
    others: Sequence[Line],
    doubted: Value,
    read: Read,
    unit: str = "",
    near: Collection[str] = (),
) -> Said:
    """What a text says to the doubt about `doubted`; `others` are the form's other lines, `near` those of its group."""
    text = clean(text)
    texts = [other for other in others if other.kind == "text"]
    others = [other for other in others if other.kind != "text"]
    if is_yes(text) or says_figure_again(text, doubted):
        return Explains("")
    own = replace(line, words=(*line.words, unit)) if unit else line
    women = women_in_all(text) if not line.flow and "nữ" in line.words else None
    right = right_said(text, own, doubted, read) if women in (None, doubted) else women
    rest = _after_yes(text)
    if right is None and rest and not is_question(text):
        given = figure_given(rest, own, read)
        right = given if given != doubted and _of_line(rest, own, others) else None
    if right is not None:
        return Mends((Item(line.code, text, Given(right)),), sure=True)
    reckoned = _kept(text, rest, own, doubted, read) or _reckoned(text, own, doubted, read)
    if reckoned is not None:
        return reckoned
    if none_after_slip(text, own):
        return Mends((Item(line.code, text, Given(0)),), sure=True)
    items = _of_others(rest or text, own, others, read)
    if items:
        agreed = () if not rest or line.code in {item.code for item in items} else (line.code,)
        return Mends((*(Item(code, text, Given(doubted)) for code in agreed), *items))
    wish = wished(rest or text, texts)
    if wish:
        return Elsewhere(wish)
    if rest and not is_question(text):
        said = _weighed(rest, own, others, doubted, read)
        kept = isinstance(said, Either) or (isinstance(said, Mends) and is_wordy(rest))
        said = Explains(rest) if kept and correction(rest) is None else said
    else:
        said = _weighed(text, own, others, doubted, read)
    return _judged(said, line, others, near, agreed=bool(rest))


def _of_line(rest: str, line: Line, others: Sequence[Line]) -> bool:
    """Whether the first clause behind a yes names no other line: «đúng, sáng kiến 0» is of that one."""
    return not about_other(rest.split(",")[0], others) or bool(about_other(rest.split(",")[0], (line,)))


def _kept(text: str, rest: str, line: Line, doubted: Value, read: Read) -> Explains | None:
    """The doubted figure is kept, and told how it comes about: «đúng, 70 người nhân 200k», «không, mười người thật»."""
    if is_question(text):
        return None
    against = kept_against_no(text, line, doubted, read)
    if against:
        return Explains(against, figured=True)
    if comes_about(text, doubted):
        return Explains(rest or text, figured=True)
    if rest and only_praises(rest):
        return Explains("")
    if rest and times(rest, doubted):
        return Explains(rest, figured=True)
    return Explains(rest) if rest and is_rate(rest) and correction(rest) is None else None


def _reckoned(text: str, line: Line, doubted: Value, read: Read) -> Explains | None:
    """A text that says the figure again, or how it comes about: «31 đúng rồi», «3 buổi, mỗi buổi 280 người»."""
    if correction(text) is not None or without_denied(text) != text or is_question(text):
        return None
    figures = figures_of(text, line, read)
    if read(line.kind, without_agreeing(text)) == Given(doubted):
        return Explains("")
    if not reckons(text, figures, doubted):
        return None
    return Explains("" if len(figures) == 1 else text, figured=True)


def _judged(said: Said, line: Line, others: Sequence[Line], near: Collection[str], *, agreed: bool) -> Said:
    """Words that would be kept as the reason, looked at once more: most of what people type is none."""
    if not isinstance(said, Explains) or not said.reason or said.figured:
        return said
    found = weighed(said.reason, line, others, near)
    match found.kind:
        case "denied" | "unchanged" if not agreed:
            return Denies(found.kind == "unchanged")
        case "other" if not agreed or tells_wrong(said.reason):
            return Elsewhere(found.line)
        case "unsure" if not agreed:
            return Asks() if ends_as_question(said.reason) else Either(())
    return said


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
    return text.rstrip(" .").endswith(("?", "？")) or holds(words_of(text), tuple(data.ASKING))


def asks_meaning(text: str) -> bool:
    """Whether a part of a message asks what is meant, and gives no figure: «thế là sao», «mục này là gì»."""
    order = command(text)
    meant = order is not None and order.name == "help_here"
    return meant or (is_question(text) and not any(c.isdigit() for c in text) and not hesitates(text))


def asks_why(text: str) -> bool:
    """Whether a question is why something is asked, or what is meant: «sao lại hỏi thế»."""
    return holds(words_of(text), tuple(data.WHY))


def is_yes(text: str) -> bool:
    """Whether a text only says that the figure is right: «đúng vậy», «đúng thế đấy em ạ», «không nhầm đâu em»."""
    order = command(text)
    if order is not None and order.name == "yes":
        return True
    words = words_of(text)
    return any(
        same_words(words[: len(p)], p)
        and not re.search(r"[,;.!]", text[: words[len(p) - 1].end])  # «không, sai rồi» says the contrary
        and all(w.key in data.BESIDE_RIGHT for w in words[len(p) :])
        for p in map(phrase, (*data.RIGHT, *data.YES))
    )


def _after_yes(text: str) -> str:
    """«đúng vậy, vì mới sáp nhập» → «vì mới sáp nhập»; empty where nothing follows a yes."""
    words = list(_WORD.finditer(text))
    for length in range(min(len(words) - 1, 4), 0, -1):
        if is_yes(text[: words[length - 1].end()]):
            return text[words[length].start() :]
    return ""


def _weighed(text: str, line: Line, others: Sequence[Line], doubted: Value, read: Read) -> Said:
    slipped = correction(text) is not None or without_denied(text) != text
    figure = without_slip(text)
    digits = any(c.isdigit() for c in DAYS.sub(" ", figure))
    if is_question(text) and not slipped:
        told = _told(text, line, doubted, read, slipped=False)
        return told if isinstance(told, Mends) and not text.rstrip(" .").endswith("?") else Asks()
    if digits and not (gives_reason(text) and not slipped):
        items = _plain(figure, line, others, read, sure=slipped)
        if items == (Item(line.code, figure, Given(doubted)),):
            return Explains("")
        if items == (Item(line.code, figure, Ask((doubted,))),):
            return Explains(text, figured=True)
        if items:
            return Mends(items)
    elif not digits and not gives_reason(text):
        said = _in_words(text, figure, line, doubted, read)
        if said is not None:
            return said
    return _told(text, line, doubted, read, slipped=slipped)


def _in_words(text: str, figure: str, line: Line, doubted: Value, read: Read) -> Said | None:
    """A text without digits that is a figure, a no, or that there is no figure yet; None for other words."""
    reading = read(line.kind, figure)
    if isinstance(reading, Absent) and not any(word.key in data.NOT_YET for word in words_of(figure)):
        return None  # «cho các cháu», «chờ bác tí»
    if reading == Given(doubted) == Given(0) and len(words_of(text)) >= _SHORT:  # «không có nữ nào cả»
        return Explains(text, figured=True)
    if reading == Given(0) or (_denies(text) and not isinstance(reading, Given | Absent)):
        return Denies()
    if isinstance(reading, Given | Absent):
        return Explains("") if reading == Given(doubted) else Mends((Item(line.code, figure, reading),))
    return None


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
    figures = figures_of(text, line, read)
    found = {start: value for start, _, value in figures if value != doubted}
    words = words_of(text)
    if not found:
        wordy = sum(c.isalpha() for c in text) > sum(c.isdigit() for c in text)
        return Explains(text) if wordy and (len(words) > 1 or gives_reason(text)) else Unclear()
    named = [
        start for start, end, value in figures if value != doubted and names_line(text, start, end, line)
    ]
    if gives_reason(text) and not slipped and not named:
        return Explains(text)
    if not is_wordy(text) and len(figures) > 1 and not named:
        return Unclear()
    chosen = named if len(named) == 1 else list(found)
    if len(set(found.values())) == 1 or len(named) == 1:
        value = found[chosen[0]]
        if named or slipped or nothing_else(text, figures):
            return Mends((Item(line.code, text, Given(value)),))
    return Either(tuple(dict.fromkeys(found.values()))[:_MOST])


def _denies(text: str) -> bool:
    words = words_of(text)
    return bool(words) and words[0].key in data.DENYING and len(words) <= _SHORT
