"""«nhầm rồi, buổi tt là 2 thôi, 44 người», «…, tức quà 6 suất 2tr9»: what a message puts right, without its frame."""

import re
from collections.abc import Sequence

from reporting.reading.labels import Labels
from reporting.reading.mended import without_denied
from reporting.reading.reply_types import Line
from reporting.reading.typed import words_of
from reporting.text import clean

_LONGEST = 200  # characters
_WHO = r"(?:em|tôi|toi|mình|minh|chị|chi|anh|thầy|thay|cô|co|bác|chúng tôi)"
_BEFORE = (
    rf"(?:(?:dạ|da|vâng|thưa|thua|các|đồng chí|dong chi|ơi|oi|ạ|à|a|ơ|ấy|ối|chết|thôi chết|xin lỗi|{_WHO})"
    r"[\s,.!]+)*"
)
# That something is put right, at the beginning.
_LEAD = re.compile(
    rf"^{_BEFORE}(?:(?:báo|bao|ghi|gõ|go|nhập|bấm|viết)\s+)?(?:(?:nhầm|nham|lộn|sai)(?:\s+(?:rồi|roi|mất|số))*"
    rf"|(?:quên|quen)(?:\s+(?:mất|mat|rồi))*"
    rf"|(?:xin\s+)?(?:(?:được|phép)\s+)*(?:đính chính|dinh chinh)(?:\s+(?:lại|lai|là|la))*"
    rf"|(?:cho|xin|nhờ|nho)\s+(?:{_WHO}\s+)?(?:(?:được|phép)\s+)*(?:sửa|sua|chữa|chua)"
    r"(?:\s+(?:lại|lai|giúp|là|la|số liệu))*)"
    r"(?!\w)[\s,.:]*",
    re.IGNORECASE,
)
_TAIL = re.compile(
    rf"[\s,.]+(?:(?:nhờ|các|đồng chí|{_WHO})\s+)*(?:sửa|sua|chữa|chua)\s+"
    rf"(?:(?:lại|lai|giúp|giup|hộ|ho|cho|nhé|với|{_WHO})\s*)+[\s.]*$",
    re.IGNORECASE,
)
# Behind what happened, what the figure then is.
_OUTCOME = re.compile(
    r"[\s,.]+(?:tức\s+là|tuc\s+la|tức|tuc|vậy\s+là|vay\s+la|thế\s+là|the\s+la|nghĩa\s+là|nghia\s+la|thành\s+ra|nên\s+là|tổng\s+cộng\s+là"
    r"|xem\s+lại\s+(?:thì\s+)?hình\s+như\s+(?:là\s+)?|hình\s+như\s+(?:là\s+)?)\s*",
    re.IGNORECASE,
)
_BUT = re.compile(r"^(?P<before>.*?)[\s,]+(?:nhưng|nhung)\s+(?:mà\s+)?", re.IGNORECASE)
_TOTAL = re.compile(r"^\s*(?:tổng|tong)(?:\s+(?:số|so|là|la))*\s+(\d+)\s*$", re.IGNORECASE)
# «…, chứ không phải 2tr4 nhé»
_DENIED = re.compile(
    r"[\s,]+(?:(?:chứ|chu|mà|ma)\s+)?(?:không|khong|ko|k)\s+(?:phải|phai)\s+(?:(?:là|la)\s+)?\d[\w.,]*(?:\s+[^\W\d_]+){0,3}\s*$",
    re.IGNORECASE,
)
_FORGOT = re.compile(rf"^{_BEFORE}(?:quên|quen)(?!\w)", re.IGNORECASE)
_NOBODY = re.compile(
    r"^(?:ơ\s+|ủa\s+|sao\s+)*(?:sao|ai)\s+(?:lại|lai)?\s*(?:ghi|báo|để|có)\s+(?P<what>[^,;.\d]{2,40}?)\s*(?:là\s+)?\d+[^,;.]*[,;.]\s*"
    r"(?:có|co|làm gì có|lam gi co)\s+(?:\w+\s+){0,3}?(?:ai|gì|gi|nào|nao)?\s*(?:đâu|dau)[\s.!]*$",
    re.IGNORECASE,
)


def amended(text: str, lines: Sequence[Line], totals: Sequence[int] = ()) -> str | None:
    """The figures of lines that a message puts right, in its words; None where it puts nothing right.

    `totals`: computed figures as they stand, which may be named beside: «tổng 26 nhưng nữ là 18».

    >>> line = Line(11, "i", "count", "Sáng kiến", ("sáng kiến",))
    >>> amended("à cậu Hòa cũng có sáng kiến nữa, vậy là 2", [line])
    'sáng kiến 2'
    """
    text = clean(text)
    if len(text) > _LONGEST or text.rstrip(" .").endswith("?"):
        return None
    if nobody := _NOBODY.match(text):
        return f"{nobody['what']} 0"
    rest = _TAIL.sub("", _LEAD.sub("", text, count=1))
    undenied = _DENIED.sub("", without_denied(rest))
    if outcome := _OUTCOME.search(rest):
        return _of_outcome(rest[: outcome.start()], rest[outcome.end() :], lines)
    if rest == text and undenied == rest:
        return None
    rest = undenied
    if but := _BUT.match(rest):
        total = _TOTAL.match(but["before"])
        rest = rest[but.end() :] if total is not None and int(total[1]) in totals else rest
    return rest if any(c.isalpha() for c in rest) else None


def perhaps_added(text: str) -> bool:
    """Whether what a message puts right may come on top of what stands: «quên, thăm 1 đồng chí ốm».

    >>> perhaps_added("à quên thăm 1 đồng chí ốm"), perhaps_added("quên, vậy là 2")
    (True, False)
    """
    text = clean(text)
    return _FORGOT.match(text) is not None and _OUTCOME.search(text) is None


def _of_outcome(before: str, after: str, lines: Sequence[Line]) -> str | None:
    """The outcome alone, for the line that it names, or the only one named before it."""
    if not after or not words_of(after):
        return None
    if any(not mark.number for mark in Labels(lines).find(after)):
        return after
    marks = [mark for mark in Labels(lines).find(before) if not (mark.number or mark.common)]
    codes = {mark.codes[0] for mark in marks}
    return f"{before[marks[0].start : marks[0].end]} {after}" if len(codes) == 1 else None
