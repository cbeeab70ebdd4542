"""Whether words without a new figure tell why a figure is as it is, or what they rather say.

A reason is one that begins as a reason does, or brings in a cause and names no other line. Words that say no, that
nothing changed, that ask or that are about another line are none; of all others it is asked.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from reporting.reading import doubt_words as data
from reporting.reading.desk import says_same, tells
from reporting.reading.labels import Labels
from reporting.reading.reply_types import Line
from reporting.reading.typed import Word, keys, phrase, same_words, words_of
from reporting.text import clean, fold

_ASKING_A = (phrase("à")[0].key, phrase("à")[0].marks)  # «à» asks, «ạ» is a courtesy
_OF_ANOTHER_WORD = re.compile(r"(?<!\w)(?:phụ|phu)\s+$", re.IGNORECASE)  # «hội phụ nữ» is no «nữ»
Kind = Literal["reason", "unsure", "other", "unchanged", "denied"]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What words beside a doubt are; `line`: the code of the other line they are about."""

    kind: Kind
    line: str = ""


def gives_reason(text: str) -> bool:
    """Whether a text begins as a reason does: «vì mới sáp nhập»."""
    return fold(text).split(" ")[0] in data.REASONS


def weighed(text: str, line: Line, others: Sequence[Line], near: Collection[str] = ()) -> Weighed:
    """What a text without a figure for `line` says to the doubt about it; `near` are lines it may well speak of."""
    words = words_of(clean(text))
    if gives_reason(text):
        return Weighed("reason")
    if _holds(words, data.UNCHANGED) or says_same(text):
        return Weighed("unchanged")
    if _denies(text, words):
        return Weighed("denied")
    if _holds(words, data.WRONG) and not _holds(words, data.EARLIER):
        return Weighed("denied")
    far = _about(text, line, [other for other in others if other.code not in near])
    if far and not _begins(words, data.CAUSES):
        return Weighed("other", far)
    if far or _about(text, line, others) or ends_as_question(text):
        return Weighed("unsure")
    return Weighed("reason" if _holds(words, data.CAUSES) or tells(text) else "unsure")


def wished(text: str, lines: Sequence[Line], *, anywhere: bool = False) -> str:
    """The code of the line for words that a wish belongs to: «đề nghị cấp trên hỗ trợ kinh phí»; else empty.

    `anywhere`: the wish, or what is lacking, may stand behind other words.

    >>> wished("đề nghị cấp trên hỗ trợ", [Line(14, "more", "text", "Khó khăn", ("kiến nghị",))])
    'more'
    """
    words = words_of(clean(text))
    start = next((n for n, word in enumerate(words) if word.key not in data.ADDRESSING), 0)
    told = _begins(words[start:], data.WISHES)
    told = told or (anywhere and _holds(words, (*data.WISHES, *data.LACKING)) and not ends_as_question(text))
    if len(words) < data.FEWEST_OF_A_WISH or not told:
        return ""
    wish = phrase(data.WISH_LINE)
    found = [one.code for one in lines if any(same_words(phrase(name), wish) for name in one.words)]
    return found[0] if len(found) == 1 else ""


def ends_as_question(text: str) -> bool:
    """Whether a text ends as a question does, before who is spoken to: «anh Quý đang làm à», «còn kịp không cháu»."""
    text = clean(text)
    if text.rstrip(" .").endswith(("?", "？")):
        return True
    words = words_of(text)
    while (
        len(words) > 1 and words[-1].key in data.ADDRESSING and (words[-1].key, words[-1].marks) != _ASKING_A
    ):
        words = words[:-1]
    if len(words) < data.FEWEST_OF_A_QUESTION:
        return False
    return any(same_words(words[-len(p) :], p) for p in map(phrase, data.ENDINGS))


def only_addresses(text: str) -> bool:
    """Whether a text only speaks to somebody: «cháu ạ»."""
    return all(word.key in data.ADDRESSING for word in words_of(text))


def tells_wrong(text: str) -> bool:
    """Whether a text says that something was typed wrong: «nữ ghi nhầm rồi»."""
    return _holds(words_of(text), data.WRONG)


def keeps(text: str) -> bool:
    """Whether a text says of a line that what is written there stays: «giữ nguyên»."""
    return _holds(words_of(text), data.KEEPING)


def without_unchanged(text: str) -> str:
    """A figure without the clause that says of others that they stay: «2 thôi, giảm giữ nguyên» → «2 thôi».

    >>> without_unchanged("2 thôi, giảm giữ nguyên")
    '2 thôi'
    """
    head, comma, tail = text.partition(", ")
    stays = comma and not any(c.isdigit() for c in tail) and not gives_reason(tail)
    return head if stays and _holds(words_of(tail), data.UNCHANGED) else text


def _begins(words: Sequence[Word], texts: Sequence[str]) -> bool:
    start = next((n for n, word in enumerate(words) if word.key not in data.ADDRESSING), 0)
    return any(same_words(words[start : start + len(p)], p) for p in map(phrase, texts))


def _holds(words: Sequence[Word], texts: Sequence[str]) -> bool:
    return any(same_words(words[n : n + len(p)], p) for p in map(phrase, texts) for n in range(len(words)))


def _denies(text: str, words: Sequence[Word]) -> bool:
    """«không, …»: a no that stands for itself; «không có ai nghỉ» is no such no."""
    if not words or words[0].key not in data.DENYING:
        return False
    return len(words) == 1 or text[words[0].end :].lstrip().startswith((",", ".", ";", "!"))


def about_other(text: str, lines: Sequence[Line]) -> str:
    """The code of the first of some lines that a text plainly names; empty if none."""
    named = [m for m in Labels(lines).find(text) if not m.common and not _weak(text[m.start : m.end])]
    return next((mark.codes[0] for mark in named if not mark.number), "")


def _about(text: str, line: Line, others: Sequence[Line]) -> str:
    """The first other line that a text plainly names without naming its own; empty if none."""
    marks = Labels((line,), others).find(text)
    named = [mark for mark in marks if not mark.common and not _weak(text[mark.start : mark.end])]
    named = [mark for mark in named if not _OF_ANOTHER_WORD.search(text[: mark.start])]
    if any(line.code in mark.codes for mark in named):
        return ""
    return next((mark.codes[0] for mark in named), "")


def _weak(name: str) -> bool:
    """Whether a name of a line is as well a word of any sentence: «mới», «vào», «nghỉ»."""
    return " ".join(keys(words_of(name))) in data.WEAK
