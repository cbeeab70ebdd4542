"""None of several lines at once: «đối thoại vs thỏa ước k», «k đối thoại k thoả ước», «không có cả hai»."""

import re
from collections.abc import Sequence

from reporting.reading import held_words as data
from reporting.reading.labels import Label, Labels
from reporting.reading.reply_types import Line
from reporting.reading.typed import Word, words_of
from reporting.text import fold

_LONGEST = 400  # characters
_CLAUSE = re.compile(r"[;\n]+\s*|\.(?=\s|$)\s*|,\s+|,$")
_NUMBERS = {"hai": 2, "ba": 3, "bon": 4, "2": 2, "3": 3, "4": 4}
_ALL = re.compile(
    r"(?:da |em |chi |anh )*(?:"
    r"(?:ca|tat ca)(?: (?P<many>hai|ba|bon|[234]))?(?: (?:muc|cai|thu|phan|dong|noi dung"
    r"|viec))?(?: nay| tren)?(?: (?:deu|cung|thi|la))* (?:khong|ko|k|chua)(?: (?:co|phat sinh))?(?: gi)?"
    r"|(?:khong|ko|k) (?:co |phat sinh )?ca (?P<again>hai|ba|bon|[234])(?: (?:muc|cai|thu|phan|dong"
    r"|noi dung|viec))?"
    r")(?: (?:a|nhe|nha|em|chi|anh|luon|het|ca|dau))*"
)


def none_of_each(text: str, lines: Sequence[Line], asked: int) -> str:
    """A message in which none of several lines is said of each; `asked`: how many lines are.

    >>> lines = (Line(6, "d", "count", "Đối thoại", ("đối thoại",)), Line(7, "a", "count", "Thỏa ước", ("thỏa ước",)))
    >>> none_of_each("đối thoại vs thỏa ước k", lines, 2)
    'đối thoại không, thỏa ước không'
    >>> none_of_each("không có cả hai", lines, 2)
    'tất cả không'
    """
    if len(text) > _LONGEST:
        return text
    every = _ALL.fullmatch(fold(text).strip(" .!"))
    if every is not None:
        many = every["many"] or every["again"]
        return "tất cả không" if not many or _NUMBERS[many] == asked else text
    labels, made, start = Labels(lines), "", 0
    for at, end in [*(mark.span() for mark in _CLAUSE.finditer(text)), (len(text), len(text))]:
        made += _clause(text[start:at], labels) + text[at:end]
        start = end
    return made


def _clause(text: str, labels: Labels) -> str:
    """«A với B thì không», «không A không B» as «A không, B không»."""
    marks = [
        mark for mark in labels.find(text) if not mark.common and not mark.number and len(mark.codes) == 1
    ]
    if len({mark.codes for mark in marks}) < 2 or any(char.isdigit() and char not in "23" for char in text):
        return text
    words = words_of(text)
    outside = [word for word in words if not any(mark.start <= word.start < mark.end for mark in marks)]
    nots = [word for word in outside if word.key in data.NONE]
    beside = [word for word in outside if word.key not in data.NONE | data.JOINING_LINES | data.BESIDE_LINES]
    if beside or not nots or not _said_of_all(marks, nots, outside):
        return text
    lead = text[: len(text) - len(text.lstrip())]
    return lead + ", ".join(f"{text[mark.start : mark.end]} không" for mark in marks)


def _said_of_all(marks: Sequence[Label], nots: Sequence[Word], outside: Sequence[Word]) -> bool:
    """Whether «không» stands once behind all names, or once beside each of them."""
    if len(nots) == 1:
        behind = nots[0].start > marks[-1].end
        between = [w for w in outside if marks[0].end <= w.start < marks[-1].start]
        joined = all(word.key in data.JOINING_LINES | {"ca", "lan"} for word in between)
        first = nots[0].start < marks[0].start and any(word.key in data.JOINING_LINES for word in between)
        return (behind and joined) or first
    if len(nots) != len(marks):
        return False
    before = all(word.start < mark.start for word, mark in zip(nots, marks, strict=True))
    return before and all(one.end <= word.start for one, word in zip(marks, nots[1:], strict=False))
