"""Figures said under the name of a month that is not reported: «kết nạp tháng 9 là 4, tháng này 2»."""

import re

from reporting.reading.elsewhere import Parted

_MONTH = re.compile(
    r"(?<!\w)(?:(?<!\d )(?:tháng|thang|thg)\s?(?P<number>1[0-2]|0?[1-9])(?:\s?[/-]\s?20\d\d)?(?![\w/%])"
    r"|[tT](?P<short>1[0-2]|0?[1-9])(?=\s*:)|(?P<now>(?:tháng|thang|kỳ|ky)\s(?:này|nay)"
    r"|(?<!\d )(?:giờ|gio|hiện nay|hien nay|nay)(?=\s+(?:(?:là|la|còn|con|có|co)\s+)?\d)))(?!\w)",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"(?:ngày|ngay)\s*\d{1,2}\s*$|(?:đến|den|từ|tu|tới|toi|hết|het|qđ|qd|định|dinh)\s*$", re.I
)
_CLAUSE = re.compile(r"(?:[^,;.\n]|[,.](?=\d)|\.(?=[^\s]))+|[,;.\n]")
_EDGE = re.compile(r"[;\n]|\.")
_FIGURE = re.compile(r"\d|(?<!\w)(?:không|khong|ko|k)(?!\w)", re.IGNORECASE)
_TO_FIGURE = re.compile(r"[\s:=–-]*(?:(?:là|la|thì|thi|có|co|được|duoc)\s+)?(?=\d)")
_LINK = re.compile(r"[\s:,–-]*$")
_EMPTY = re.compile(r"(?<=[,;.\n])\s*[,;.](?!\d)")  # where a clause was
_LONGEST = 1000  # characters


def without_other_months(text: str, month: int | None) -> Parted:
    """A message without what it says of other months. `month`: the one reported, where that is known.

    >>> without_other_months("kết nạp tháng 9 là 4, tháng này 2, giảm 0", 10).kept
    'kết nạp 2, giảm 0'
    """
    found = [mark for mark in _MONTH.finditer(text) if not _NOT_BEFORE.search(text[: mark.start()])]
    numbers = {_number(mark) for mark in found if not mark["now"]}
    if len(text) > _LONGEST or not numbers - {month}:
        return Parted(text)
    if month is None and len(numbers) == 1 and len(found) == 1:
        return Parted(text)  # which month is reported is not known: it is likely the one named
    sorter = _Sorter(month)
    for clause in _CLAUSE.findall(text):
        sorter.clause(clause)
    if not sorter.dropped:
        return Parted(text)
    kept = _EMPTY.sub("", "".join(sorter.kept)).strip(" ,;.:\n")
    return Parted(kept, tuple(sorter.dropped))


def _number(mark: re.Match[str]) -> int:
    return int(mark["number"] or mark["short"])


class _Sorter:
    """One message, clause by clause."""

    def __init__(self, month: int | None) -> None:
        self._month = month
        self._elsewhere = False  # by the heading before
        self._stays = False  # the heading had a colon: it holds until the next month is named
        self._line = ""  # what was counted, before the name of a month
        self.kept: list[str] = []
        self.dropped: list[str] = []

    def clause(self, text: str) -> None:
        marks = [m for m in _MONTH.finditer(text) if not _NOT_BEFORE.search(text[: m.start()])]
        if len(marks) > 1 and _FIGURE.search(text[marks[0].end() : marks[1].start()]):
            self.clause(text[: marks[1].start()])
            self.clause(text[marks[1].start() :])
            return
        if not marks:
            self._plain(text)
            return
        mark = marks[-1]
        before, behind = text[: mark.start()].strip(), text[mark.end() :]
        other = not mark["now"] and _number(mark) != self._month
        figure = _TO_FIGURE.match(behind)
        colon = ":" in behind[:3]
        if not before or (colon and not figure):
            self._elsewhere, self._stays = other, colon
        self._line = before or (self._line if figure else "")
        if other:
            self._drop(text) if _FIGURE.search(before + behind) else self.kept.append(text)
        elif figure and self._line:
            self.kept.append(f" {self._line} {behind[figure.end() :]}")
        else:
            self.kept.append(text)

    def _plain(self, text: str) -> None:
        if len(text) == 1 and _EDGE.match(text) and not self._stays:
            self._elsewhere = False
        if self._elsewhere and _FIGURE.search(text):
            self._drop(text)
        else:
            self.kept.append(text)

    def _drop(self, text: str) -> None:
        self.dropped.append(_LINK.sub("", text).strip())
