"""What comes only in a later month, and so has not come in this one: «tháng 11 mới tập huấn 5 người, giờ chưa»."""

import re
from collections.abc import Sequence

from reporting.reading.labels import Labels
from reporting.reading.reply_types import Line

_LONGEST = 400  # characters
_THEN = re.compile(
    r"(?:^|(?<=[,;.\n]\s)|(?<=[,;\n]))(?:(?:còn|con|thì|phải|phai|để|de|chờ|cho|đợi|chắc|chac|sang"
    r"|đến|den|qua|tới|toi)\s){0,3}"
    r"(?:(?:tháng|thang)\s(?:(?P<month>1[0-2]|[1-9])|sau|tới|toi)|(?:kỳ|ky|đợt|dot|tuần|tuan)\s(?:sau"
    r"|tới|toi))\s(?:thì\s|thi\s)?"
    r"(?:mới|moi)\s(?!\d|là|la|được|duoc\d|về|ve|kết nạp|vào)(?P<deed>[^,;.\n]{1,80})",
    re.IGNORECASE,
)
# The same with its name first: «đối thoại định kỳ thì tháng 12 mới làm».
_NAME_FIRST = re.compile(
    r"(?:^|(?<=[,;.\n]\s)|(?<=[,;\n]))(?P<deed>[^\d,;.\n]{2,50}?)\s(?:(?:còn|con|thì|thi|phải|phai|đến|den|sang|để|de|chờ|cho)\s){0,2}"
    r"(?:tháng|thang)\s(?P<month>1[0-2]|[1-9]|sau|tới|toi)\s(?:thì\s|thi\s)?(?:mới|moi)\s"
    r"(?:làm|lam|họp|hop|tổ chức|to chuc|có|co|tiến hành|ký|ky)(?!\w)",
    re.IGNORECASE,
)
# What the same sentence goes on with about it.
_ABOUT = re.compile(r"^(?:,\s*(?:dự kiến|du kien|khoảng|khoang|chắc|chac|tầm)[^,;.\n]*)")
_YET = re.compile(
    r"(?:^|(?<=[,;.\n]\s))(?:(?:giờ|gio|hiện|hien|tháng này|thang nay|bây giờ|vẫn)\s){0,2}(?:chưa"
    r"|chua)(?:\s(?:làm|lam|có|co|tổ chức|to chuc|đâu|ạ|em)){0,2}\s*[,;.\n]\s*$",
    re.IGNORECASE,
)


def is_later(text: str, reported: int | None) -> bool:
    """Whether a message says what comes only in a later month than the one reported.

    >>> is_later("tháng 11 mới tập huấn 5 người em nhé, giờ chưa", 10)
    True
    """
    found = _found(text)
    return found is not None and _to_come(found, reported)


def without_later(text: str, lines: Sequence[Line], reported: int | None) -> str:
    """A message with the lines that get their figure only later as none now.

    >>> line = Line(12, "t", "count", "Lượt tập huấn", ("tập huấn",), flow=True)
    >>> without_later("Tháng 11 mới tập huấn 5 người em nhé giờ chưa. sk 0", (line,), 10)
    'tập huấn không. sk 0'
    >>> without_later("Tập huấn thì tháng 12 mới làm. sk 0", (line,), 10)
    'Tập huấn không. sk 0'
    """
    found = _found(text)
    if found is None or not _to_come(found, reported):
        return text
    flows = [line for line in lines if line.flow]
    marks = [mark for mark in Labels(flows).find(found["deed"]) if not mark.common and not mark.number]
    names = [found["deed"][mark.start : mark.end] for mark in marks[:1] if len(mark.codes) == 1]
    if not names:
        return text
    before, behind = _YET.sub("", text[: found.start()]), text[found.end() :]
    return f"{before}{names[0]} không{_ABOUT.sub('', behind)}"


def _found(text: str) -> re.Match[str] | None:
    return _THEN.search(text) or _NAME_FIRST.search(text) if len(text) <= _LONGEST else None


def _to_come(found: re.Match[str], reported: int | None) -> bool:
    """Whether the month named follows the one reported within half a year."""
    if found["month"] is None or not found["month"].isdecimal():
        return True
    return reported is not None and 0 < (int(found["month"]) - reported) % 12 <= 6
