"""Reads the parts of one message for the lines they may belong to, each part once."""

import re
from typing import TypeGuard

from reporting.reading.absences import plainly_absent
from reporting.reading.amounts import asks_whether
from reporting.reading.command_words import PHRASES
from reporting.reading.nouns import EVENTS
from reporting.reading.polite import LEADING, TRAILING, cores
from reporting.reading.readings import Absent, Ask, Given, Reading, Unreadable
from reporting.reading.reply_types import Item, Line, Read
from reporting.reading.typed import Word, phrase, same_words, words_of
from reporting.text import fold
from reporting.values import Kind

# fmt: off
# Words around a figure that change nothing about it; never one that makes a figure vague or turns it round.
_FILLERS = (
    *LEADING, *TRAILING, "và", "được", "là", "có", "thì", "số", "số liệu", "trong", "đó", "tháng",
    "này", "mới", "gồm", "của", "đã", "đơn vị", "công đoàn", "cơ sở", "cđcs", "gửi", "báo cáo", "bc", "như sau", "kỳ",
    "đồng chí", "các", "tặng", "trao", "tổ chức", "thực hiện",
)
# fmt: on
_SAME = tuple(phrase(text) for text in (*PHRASES["same_as_last"], "như trên", "vẫn vậy", "vẫn thế"))
# «thì vẫn như tháng trước», «như tháng trước nhé em»
_BEFORE_SAME = frozenset({
    "u", "cac", "muc", "nay", "phan", "tat", "deu", "lieu", "thi", "van", "cung", "la", "no", "cu", "so",
})  # fmt: skip
_BEHIND_SAME = frozenset({
    "oi", "nha", "ad", "e", "c", "chi", "anh", "ca", "het", "chau", "con", "bac", "a", "nhe", "em", "thoi", "do",
    "day", "luon",
})  # fmt: skip
_SAME_KEYS = frozenset(known[0].key for known in _SAME)
_FILLER_PHRASES = sorted((phrase(text) for text in set(_FILLERS)), key=len, reverse=True)
_BY_FIRST = {
    known[0].key: [p for p in _FILLER_PHRASES if p[0].key == known[0].key] for known in _FILLER_PHRASES
}
_LONGEST = 200  # characters; a longer text is never mere filler
_LONGEST_FIGURE = 300
_EDGES = " \t\n,;:=.()\"'/|"
_EVENTS = tuple(phrase(" ".join(text.split())) for text in EVENTS.split(","))
_ARROW = re.compile(r"^(?:[-–—]+\s+|[-=]+>|→)|\s+[-–—]+$|(?:[-=]+>|→)$")
_IN_THOUSANDS = re.compile(r"\d\s?k\d{0,3}(?:\s(?:ạ|a|nhé|em|nhe))?[\s.!]*$", re.IGNORECASE)
_MOVED = re.compile(
    r"(?:(?:thì|thi|cũng|cung|có|co)\s+)*(?:tăng|tang|giảm|giam|thêm|them|bớt|bot|gấp|gap)(?:\s+(?:thêm|them|đi|di|lên|len|được|duoc))*"
    r"\s+\d(?![^\n]*(?:thành|thanh|còn|con|lên|len|là|la)\s+\d)",
    re.IGNORECASE,
)
_NOUGHT = re.compile(
    r"(?:^|[\s,])(?:cho|ghi|de|dien|tinh|coi nhu)\s(?:la\s|bang\s)?(?:so\s)?0"
    r"(?:\s(?:di|nhe|nha|em|a|chi|anh|thoi|luon))*[.!\s]*$"
)
_FULL_SUM = re.compile(r"\s*([1-9]\d\d)[.,]?(000)\s*")
_MONTH = re.compile(r"\bth[áa]ng\s+\d{1,2}(?:[/-]\d{4})?\b", re.IGNORECASE)


def trimmed(text: str) -> str:
    """Without the signs that part a label from its figure: colons, arrows, a dash with a blank."""
    return _ARROW.sub("", text.strip(_EDGES)).strip(_EDGES)


def _filler_at(words: list[Word], place: int) -> int:
    for known in _BY_FIRST.get(words[place].key, ()):
        if same_words(words[place : place + len(known)], known):
            return len(known)
    return 0


def _filler_before(words: list[Word], past: int) -> int:
    for known in _FILLER_PHRASES:
        if len(known) <= past and same_words(words[past - len(known) : past], known):
            return len(known)
    return 0


def is_filler(text: str) -> bool:
    """Whether a text says nothing about a figure: courtesies, "trong đó", "tháng 10"."""
    if len(text) > _LONGEST or re.search(r"[-+~<>%?]", text):
        return False
    text = _MONTH.sub(" ", text)
    words = words_of(text)
    if not words:
        return not text.strip(_EDGES)
    place = 0
    while place < len(words):
        length = _filler_at(words, place)
        if not length:
            return False
        place += length
    return True


def without_fillers(text: str) -> str:
    """The text without the fillers at its beginning and its end."""
    text = _MONTH.sub("", text, count=1).lstrip(_EDGES) if _MONTH.match(text) else text
    words = words_of(text) if len(text) <= _LONGEST else []
    first, past = 0, len(words)
    while first < past and (length := _filler_at(words, first)):
        first += length
    while first < past and (length := _filler_before(words, past)):
        past -= length
    if first >= past:
        return text
    gap = text[words[first - 1].end : words[first].start].strip(_EDGES) if first else text[: words[0].start]
    end = len(text) if past == len(words) else words[past].start
    return (gap + text[words[first].start : end]).strip()


def speaks_of_same(text: str) -> bool:
    """Whether a word stands in a text with which "as last month" may begin."""
    return any(word.key in _SAME_KEYS for word in words_of(text))


def says_same(text: str) -> bool:
    """Whether a part says "as last month"."""
    words = words_of(text) if len(text) < 60 else []
    if not any(word.key in _SAME_KEYS for word in words):
        return False
    idle = 0
    while idle < len(words) - 1 and words[idle].key in _BEFORE_SAME and not _is_same(words[idle:]):
        idle += 1
    past = len(words)
    while past > idle + 1 and words[past - 1].key in _BEHIND_SAME:
        past -= 1
    return _is_same(words[idle:past])


def _is_same(words: list[Word]) -> bool:
    return any(same_words(core, known) for core in cores(words) for known in _SAME)


def _as_money(text: str) -> bool:
    """Whether a figure is written as money is, with nothing counted behind it ("500k")."""
    return _IN_THOUSANDS.search(text) is not None


def tells(text: str) -> bool:
    """Whether a text tells of an event ("hội thao cho 40")."""
    words = words_of(text)
    return any(
        same_words(words[place : place + len(known)], known)
        for known in _EVENTS
        for place in range(len(words) - len(known) + 1)
    )


def _puts_nought(text: str) -> bool:
    """Whether a part ends with the order to write nought: «Sở chấm chưa có kết quả nên cho 0»."""
    return "0" in text and _NOUGHT.search(fold(text)) is not None


def _written_in_full(reading: Reading, text: str) -> TypeGuard[Ask]:
    """Whether a sum under a million is written out to the last nought: «900.000» among the other figures."""
    digits = _FULL_SUM.fullmatch(text)
    return (
        isinstance(reading, Ask)
        and digits is not None
        and reading.candidates == (int(digits[1] + digits[2]),)
    )


class Desk:
    """One message's reader, with a memory."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._known: dict[tuple[Kind, str], Reading] = {}

    def reading(self, kind: Kind, text: str) -> Reading:
        if kind == "text":
            return Given(text)
        if len(text) > _LONGEST_FIGURE:
            return Unreadable("too_long")
        known = self._known.get((kind, text))
        if known is None:
            known = self._known[kind, text] = self._read(kind, text)
        return known

    def item(self, line: Line, text: str) -> Item:
        """What a part says for a line; fillers before a figure are passed over where they hinder reading."""
        text = text.strip()
        if says_same(text):
            return Item(line.code, text, None, same_as_last=True)
        reading = Given(0) if _puts_nought(text) else self.reading(line.kind, text)
        bare = without_fillers(text) if isinstance(reading, Unreadable | Ask) else ""
        if bare and bare != text and not asks_whether(text):
            again = self.reading(line.kind, bare)
            same = (
                isinstance(reading, Ask) and isinstance(again, Given) and reading.candidates == (again.value,)
            )
            figure = any(char.isdigit() for char in text) or isinstance(again, Given | Absent)
            if same or (isinstance(reading, Unreadable) and not isinstance(again, Unreadable) and figure):
                reading = again
        if line.kind == "money" and _written_in_full(reading, text):
            reading = Given(reading.candidates[0])
        if line.kind == "count" and isinstance(reading, Given) and _as_money(text):
            reading = Ask((reading.value,))  # "500k" of what is counted: perhaps the money for it
        if not line.flow and isinstance(reading, Given | Ask) and _MOVED.match(text):
            reading = Unreadable("not_a_number")  # «nữ tăng 3»: how many there are is not said
        if isinstance(reading, Absent) and not plainly_absent(text):
            reading = Unreadable("not_a_number")
        if line.kind == "count" and not line.flow and isinstance(reading, Given) and tells(text):
            reading = Ask((reading.value,))  # what a unit has is not told with an event
        return Item(line.code, text, reading)
