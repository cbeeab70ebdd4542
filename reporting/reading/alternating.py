"""«kết nạp 2 giảm 1 nữ 46 buổi 1 lượt 60»: names and figures in turn, without commas. Each figure is its name's.

Without this «46 buổi» would be 46 sessions.
"""

import re
from collections.abc import Sequence

from reporting.reading import dictated_words as data
from reporting.reading.labels import Label, Labels
from reporting.reading.reply_types import Line
from reporting.reading.typed import words_of

_FEWEST = 4  # names
_FIGURE = re.compile(
    r"\s*[:=-]?\s*\d[\d.,]*\s?(?:k|tr\d{0,3}|triệu|trieu|nghìn|nghin|ngàn|ngan|đ|đồng|dong)?\s*",
    re.IGNORECASE,
)
_NUMERALS = frozenset(word.key for word in words_of(data.NUMERALS))
_MOST_TOLD = 8


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SIGN = re.compile(r"[,;.:](?=\s|$)")
_NONE_BESIDE = _words("co ky moi lam phat sinh ps ai gi to chuc duoc")
_PEOPLE = frozenset(word for each in data.PEOPLE for word in each)
_UNITS = _words("het la tong k tr trieu nghin ngan dong d luot nguoi roi") | data.UNITS | _PEOPLE
_MOST_WORDS = 4  # of a figure


def alternating(text: str, lines: Sequence[Line]) -> str:
    """Each row of names and figures in turn with a comma behind every figure; other rows as they were.

    >>> names = ("kết nạp", "giảm", "nữ", "buổi")
    >>> known = tuple(Line(n, name, "count", name) for n, name in enumerate(names, 1))
    >>> alternating("kết nạp 2 giảm 1 nữ 46 buổi 1", known)
    'kết nạp 2, giảm 1, nữ 46, buổi 1'
    >>> alternating("kết nạp 2 người giảm không có nữ 46 người buổi 1", known)
    'kết nạp 2 người, giảm không có, nữ 46 người, buổi 1'
    >>> alternating("2 kết nạp 1 giảm 46 nữ 1 buổi", known)
    '2 kết nạp 1 giảm 46 nữ 1 buổi'
    """
    labels = Labels(lines)
    return "\n".join(_row(row, labels) for row in text.split("\n"))


def _row(row: str, labels: Labels) -> str:
    marks = [mark for mark in labels.find(row) if not (mark.common or mark.number)]
    if not _SIGN.search(row):
        marks = _without_units(row, marks)
    codes = [code for mark in marks for code in mark.codes]
    if len(marks) < _FEWEST or row[: marks[0].start].strip() or len(set(codes)) < len(codes):
        return row
    ends = [*(mark.start for mark in marks[1:]), len(row)]
    said = [row[mark.end : end] for mark, end in zip(marks, ends, strict=True)]
    breath = not _SIGN.search(row) and all(map(_is_told, said))
    if not breath and not all(map(_is_figure, said)):
        return row
    return ", ".join(row[mark.start : end].rstrip() for mark, end in zip(marks, ends, strict=True))


def _without_units(row: str, marks: Sequence[Label]) -> list[Label]:
    """The names without the units behind a figure: «tuyên truyền 1 buổi», «50 lượt đối thoại không»."""
    kept: list[Label] = []
    ends = [*(mark.start for mark in marks[1:]), len(row)][: len(marks)]
    for mark, end in zip(marks, ends, strict=True):
        behind = row[: mark.start].rstrip()[-1:].isdigit()
        told = any(map(str.isdigit, row[mark.end : end]))
        unit = {word.key for word in words_of(row[mark.start : mark.end])} <= data.UNITS
        same = bool(kept) and kept[-1].codes == mark.codes
        if not (behind and kept and (same or (unit and not told))):
            kept.append(mark)
    return kept


def _is_told(text: str) -> bool:
    """Whether behind a name stands a figure with its units, or that there was none: «1 buổi 50 người», «không có»."""
    words = [word.key for word in words_of(text)]
    if not words or len(words) > _MOST_TOLD:
        return False
    if words[0] in data.NOT | data.NOT_YET:
        return all(word in data.NOT | data.NOT_YET | _NONE_BESIDE for word in words)
    return text.split()[0][0].isdigit() and all(word in _UNITS or not word.isalpha() for word in words)


def _is_figure(text: str) -> bool:
    words = [word.key for word in words_of(text)]
    if not words or len(words) > _MOST_WORDS:
        return False
    spoken = all(word in _NUMERALS for word in words) or (len(words) == 1 and words[0] in data.NOT)
    return spoken or _FIGURE.fullmatch(text.rstrip(" .!")) is not None
