"""Whether a message plainly changes a line that was written before: «nữ 46», «à tổng nữ là 46 nhé», «sửa 3 thành 46».

Beside answers to what is asked, «4 bạn, hai bạn nữ» tells of something else, and «bốn lượt người ốm» names no
attendance.
"""

import re

from reporting.reading.change_words import AROUND, BETWEEN, UNITS, WRONG
from reporting.reading.mended import without_denied
from reporting.reading.reply_types import Item, Line
from reporting.reading.typed import keys, phrase, same_words, words_of
from reporting.text import clean

_CLAUSE = re.compile(r"[\n;]+|[,.…](?=\s|$)|\s+(?:và|va|còn|nhưng|nhung)\s+(?=\S)")
_DENIED = re.compile(r"\s+(?:chứ|chu)\s+(?:không|ko|k|khong)(?:\s+(?:phải|phai))?\s+.*$", re.IGNORECASE)
_AGREED = (
    r"(?:(?:dạ|da|ừ|u|ừm|um|uh|uhm|uk|vâng|vang|ok|oke|đúng|dung|có|co|được|duoc)[\s,]+(?:rồi\s|roi\s)?)*"
)
_BEHIND = r"(?:\s+(?:đi|di|lại|lai|luôn|luon|giúp|giup|hộ|ho|cho|em|chị|chi|anh|tôi|toi|nhé|nhe|nha|ạ|a|rồi|roi))*\W*"
_CHANGE = re.compile(rf"{_AGREED}(?:đổi|doi|sửa|sua){_BEHIND}", re.IGNORECASE)
_MAY_WAIT = re.compile(r"doi(?:\s+(?:em|chi|anh|toi|a|nhe|nha))*\W*", re.IGNORECASE)
_KEEP = re.compile(
    r"(?:(?:à|a|ừ|u|uh|thôi|thoi|không|khong|ko|k|nhầm|nham|dạ|da|em|cứ|cu)[\s,]+)*(?:giữ|giu)"
    r"(?:\s+(?:nguyên|nguyen|lại|lai|số|so|cũ|cu|là|la))*"
    r"(?:\s+(?P<figure>\d[\d.,]*)(?:\s+(?:đúng|dung|thôi|thoi|như|nhu|cũ|cu|nhé|nhe|nha|ạ|a|em|rồi|roi|mới|moi))*)?"
    rf"{_BEHIND}",
    re.IGNORECASE,
)
_KEPT = re.compile(r"(?<!\w)(?:giữ|giu)\s+(?:(?:nguyên|nguyen|là|la)\s+)?\d", re.IGNORECASE)
_BESIDE = AROUND | WRONG | UNITS


def changes_plainly(text: str, item: Item, line: Line) -> bool:
    """Whether a clause of a text is the name (or number) of a line, its new figure, and nothing more than courtesies.

    >>> from reporting.reading.readings import Given
    >>> women = Line(3, "women", "count", "Tổng số nữ cuối kỳ", ("nữ", "chị em"))
    >>> changes_plainly("1, 54, 0, à nữ là 46 nhé", Item("women", "46", Given(46)), women)
    True
    >>> changes_plainly("tập huấn 4 bạn, hai bạn nữ", Item("women", "hai", Given(2)), women)
    False
    >>> events = Line(4, "events", "count", "Buổi tuyên truyền", ("tt",))
    >>> changes_plainly("thăm 2, tt la 2 buoi thoi nhe ko phai 3", Item("events", "2", Given(2)), events)
    True
    """
    return any(
        _is_change(_DENIED.sub("", clause), item, line)
        for clause in _CLAUSE.split(without_denied(clean(text)))
    )


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


def says_change(text: str) -> bool:
    """Whether an answer to «… để đổi thành 2 không?» is to change it; «doi» is then no waiting.

    >>> says_change("uh doi"), says_change("ừ đổi đi em"), says_change("doi"), says_change("doi lai 80")
    (True, True, False, False)
    """
    said = clean(text)
    return _CHANGE.fullmatch(said) is not None and _MAY_WAIT.fullmatch(said) is None


def says_keep(text: str) -> str | None:
    """The figure that is to stay, or "" where none is said; None where a text says anything else.

    >>> says_keep("a thoi giu 3 nhe dung roi"), says_keep("giữ nguyên"), says_keep("giữ 3 suất quà")
    ('3', '', None)
    """
    found = _KEEP.fullmatch(clean(text))
    return None if found is None else found["figure"] or ""


def names_keeping(text: str) -> bool:
    """Whether a text says somewhere that a figure stays: «kết nạp giữ nguyên 3».

    >>> names_keeping("ket nap giu nguyen 3"), names_keeping("giữ gìn 3 di tích")
    (True, False)
    """
    return _KEPT.search(text) is not None
