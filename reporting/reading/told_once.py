"""What plainly happened, told without saying how many times: «họp kết hợp phổ biến luật» is one, and is asked."""

import re
from collections.abc import Sequence

from reporting.reading.dictated_clause import parts
from reporting.reading.each import counts_people
from reporting.reading.elsewhere import tells_elsewhere
from reporting.reading.readings import Absent, Ask
from reporting.reading.reply_types import Item, Line, Reply, Values
from reporting.text import fold
from reporting.values import Missing

_LONGEST = 400  # characters
_ABOUT = r"(?:tuyen truyen|pho bien|quan triet)"
_SESSION = re.compile(
    rf"\b(?:hop|hoi nghi|sinh hoat|to chuc|ket hop|long ghep|co|buoi"
    rf"|chao co)\b(?: [\w/]+){{0,14}}? {_ABOUT}\b"
    rf"|\b(?:noi chuyen|toa dam|giao luu|chuyen de)\b|\b(?:du|nghe|hoc) (?:buoi )?{_ABOUT}\b"
)
_DIALOGUE = re.compile(r"\b(?:co|da|moi|vua) (?:to chuc )?doi thoai\b|\bdoi thoai\b[^,.;]*\b(?:roi|xong)\b")
_AGREEMENT = re.compile(
    r"\b(?:da |moi |vua )?ky (?:ket |lai |moi |xong |duoc |ban )*(?:thoa uoc|tuldtt|tuld)\b"
    r"|\b(?:thoa uoc|tuldtt)\b[^,.;]*\bky (?:lai|moi|xong|roi)\b"
)
_TRAINING = re.compile(
    r"\b(?:toi|em|minh|ct|chu tich)\b(?: (?!voi|va)\w+){0,3}? (?:di |du |duoc |tham gia |cu )+(?:lop )?"
    r"(?:tap huan|boi duong)\b"
)
_SURELY = re.compile(r"\bco\b.*\broi\b")
_NOT = re.compile(r"\b(?:khong|ko|k|kh|chua|chang|cha)\b")
_BEFORE = re.compile(r"\b(?:tu|nam|thang|cu|hoi|truoc|lau|het han|hieu luc)\b")
# Figures that count no times: days, who came.
_NO_TIMES = re.compile(
    r"\b(?:ngay )?\d{1,2}/\d{1,2}(?:/\d{2,4})?\b|\bngay \d{1,2}\b|\b\d{1,4}(?: \+ \d{1,4})* ?(?:nguoi"
    r"|ng|luot|dc|d/c|dong chi|dv|doan vien|chi|can bo|gv|giao vien)\b"
)


def told_once(text: str, lines: Sequence[Line], reply: Reply) -> Reply:
    """A reply with what the message tells without a number, each as one to be asked; `lines` are open."""
    if not isinstance(reply, Values) or len(text) > _LONGEST:
        return reply
    told = {i.code for i in reply.items if _told(i)}
    found = [
        (line, clause) for line in lines if line.code not in told and (clause := _clause(text, line, lines))
    ]
    if not found:
        return reply
    codes = {line.code for line, _ in found}
    clauses = [fold(clause) for _, clause in found]
    unread = (part for part in reply.unread if not _within(part, clauses))
    kept = (item for item in reply.items if item.code not in codes)
    once = (Item(line.code, clause, Ask((1,))) for line, clause in found)
    return Values((*kept, *once), tuple(unread))


def _told(item: Item) -> bool:
    """Whether an item brings its line a figure, or says that there is none; «đối thoại có rồi» does neither."""
    match item.reading:
        case Ask(candidates):
            return not all(isinstance(value, Missing) for value in candidates)
        case Absent():
            return not _SURELY.search(fold(item.text))
    return item.settled


def tells_once(text: str, lines: Sequence[Line]) -> bool:
    """Whether a message tells of something of a line without saying how many times.

    >>> line = Line(7, "a", "count", "Thỏa ước", ("thỏa ước",))
    >>> tells_once("ký thoả ước mới rồi", (line,)), tells_once("thỏa ước ký từ 2022 rồi", (line,))
    (True, False)
    """
    return len(text) <= _LONGEST and any(_clause(text, line, lines) for line in lines)


def _clause(text: str, line: Line, lines: Sequence[Line]) -> str:
    """The clause that tells it; "" where none does."""
    pattern = _pattern(line, lines)
    if pattern is None:
        return ""
    for clause in parts(text):
        said = fold(clause)
        bare = _NO_TIMES.sub(" ", said)
        if any(c.isdigit() for c in bare) or _NOT.search(bare) or tells_elsewhere(clause):
            continue
        if pattern is _AGREEMENT and _BEFORE.search(bare):
            continue
        if pattern.search(said):
            return clause
    return ""


def _pattern(line: Line, lines: Sequence[Line]) -> re.Pattern[str] | None:
    if "đối thoại" in line.words:
        return _DIALOGUE
    if "tập huấn" in line.words:
        return _TRAINING
    if "thỏa ước" in line.words:
        return _AGREEMENT
    came = [each.number for each in lines if counts_people((each.label, *each.words))]
    return _SESSION if "tuyên truyền" in line.words and (not came or line.number == came[0] - 1) else None


def _within(part: str, clauses: Sequence[str]) -> bool:
    """Whether all words of a part stand in one of the clauses."""
    words = fold(part).split()
    return any(set(words) <= set(clause.split()) for clause in clauses)
