"""Dialogues told in a sentence: «có đối thoại với giám đốc 1 buổi»; who took part in one came to no session."""

import re
from collections.abc import Sequence

from reporting.reading.elsewhere import Parted
from reporting.reading.reply_types import Line
from reporting.text import fold

_LONGEST = 400  # characters
_NAME = r"(?:đối thoại|doi thoai)"
_MANY = r"(?P<many>\d{1,2}|một|mot|hai|ba)"
_TIMES = r"(?:buổi|buoi|cuộc|cuoc|lần|lan|hội nghị|hoi nghi|hn|lượt|luot)"
_WHO = (
    r"(?:người|nguoi|ng|đại biểu|dai bieu|lượt|luot|đ/c|đc|đoàn viên|doan vien|đv|dv|nlđ|nld|lao động"
    r"|cán bộ|can bo"
    r"|công nhân|cong nhan)"
)
_KIND = (
    r"(?P<kind>\s(?:với|voi|giữa|giua|cùng|cung|vs|định kỳ|dinh ky|đột xuất|dot xuat|trực tiếp"
    r"|truc tiep|tại|tai|cấp|giám đốc)"
    r"(?!\w)[^\d,;.:\n]{0,60}?)?"
)
# «đối thoại với giám đốc 1 buổi», «1 buổi đối thoại với giám đốc»
_BEHIND = re.compile(
    rf"(?<!\w){_NAME}{_KIND}[\s:,]+(?:(?:được|duoc|có|co|là|la|tổ chức"
    rf"|to chuc)\s)*{_MANY}(?!\w)(?:\s?{_TIMES}(?!\w)|(?!\s?{_WHO}(?!\w)))(?![/.]?\d|\s?%)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?<![\w.,/]){_MANY}\s{_TIMES}\s(?:\w+\s)?{_NAME}(?!\w){_KIND}(?=\s*(?:$"
    rf"|[,;.\n(]|\d))",
    re.IGNORECASE,
)
# Who took part, told behind it with nothing else between.
_PEOPLE = re.compile(
    r"[^\d;.\n()]{0,80}?[\s,(]+(?:(?:có|co|gồm|gom|với|voi|được|duoc|cho|số|so|lượt|luot|dự|du"
    r"|tham gia|người|nguoi)\s){0,3}"
    rf"(?P<people>(?<![\w.,/])\d{{1,4}}\s?{_WHO}(?!\w)(?:\s(?:người|dự|du|tham gia|tham dự))*)",
    re.IGNORECASE,
)
_OF_SESSIONS = re.compile(
    r"\b(?:tuyen truyen|toa dam|giao luu|tt|buoi|thuoc?a? uoc|thoa uoc|tham|qua"
    r"|tap huan|ket nap|giam \d)\b"
)
_NUMBERS = {"mot": 1, "hai": 2, "ba": 3}


def talks_apart(text: str, lines: Sequence[Line]) -> Parted:
    """A message with its dialogues in a word; left out of it, who took part in them.

    >>> line = Line(6, "d", "count", "Cuộc đối thoại", ("đối thoại",))
    >>> talks_apart("có đối thoại với giám đốc 1 buổi, 25 người dự", (line,))
    Parted(kept='có đối thoại 1 cuộc', dropped=('25 người dự',))
    """
    if len(text) > _LONGEST or not any("đối thoại" in line.words for line in lines):
        return Parted(text)
    found = _BEFORE.search(text) or _BEHIND.search(text)
    if found is None:
        return Parted(text)
    many = _NUMBERS.get(fold(found["many"])) or int(found["many"])
    behind = text[found.end() :]
    people = _PEOPLE.match(behind)
    dropped: tuple[str, ...] = ()
    if people is not None and _OF_SESSIONS.search(fold(people[0])) is None:
        behind, dropped = behind[people.end() :].removeprefix(")"), (people["people"].strip(),)
    elif not found["kind"]:
        return Parted(text)  # it is plain already
    return Parted(f"{text[: found.start()]}đối thoại {many} cuộc{behind}", dropped)
