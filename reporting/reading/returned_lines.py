"""What a reviewer says of lines to be returned: «dòng 1 tăng nhiều quá; dòng 10 tiền lấy từ đâu», «xóa dòng 4»."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from reporting.reading.decisions import said_of_it
from reporting.reading.source_asked import source_asked
from reporting.text import fold

_NOUN = (
    r"(?:các\s+|cac\s+|mấy\s+|may\s+)?(?:dòng|dong|mục|muc|câu|cau|chỉ\s+tiêu|chi\s+tieu)(?:\s+(?:số|so))?"
)
_NUMBER = r"[1-9]\d{0,2}(?![\d.,]*\d)(?!\w)"
_JOINED = r"\s*(?:,|;|&|\+|\bvà\b|\bva\b|\bvs\b|\bvới\b)\s*"
_ANEW = re.compile(rf"\s*(?:\n|;|[,.]\s*(?:(?:và|va|còn|con)\s+)?(?={_NOUN}\s*\d))\s*", re.IGNORECASE)
_LINES = re.compile(
    rf"\s*(?P<noun>{_NOUN}\s*)?(?P<first>{_NUMBER})(?P<more>(?:{_JOINED}(?:{_NOUN}\s*)?{_NUMBER})*)",
    re.IGNORECASE,
)
_ANY_NUMBER = re.compile(r"\d+")
_LAST = re.compile(rf"{_JOINED}(?:{_NOUN}\s*)?{_NUMBER}$", re.IGNORECASE)
_DROP = re.compile(
    r"(?:xóa|xoá|xoa|bỏ|bo|thôi|thoi|gỡ|go|rút|rut|không trả(?: lại)?|khong tra(?: lai)?|đừng trả(?: lại)?)\s+",
    re.IGNORECASE,
)
_DROPPED = (
    "thoi",
    "bo",
    "xoa",
    "thoi bo",
    "khong tra nua",
    "thoi khong tra",
    "bo di",
    "thoi bo di",
    "bo qua",
)
_MENTIONED = re.compile(rf"(?<!\w){_NOUN}\s*(?P<number>{_NUMBER})", re.IGNORECASE)
_AROUND = re.compile(r"\s*(?:đi|di|nhé|nhe|nha|ạ|nữa|nua|ra|thôi|thoi|giúp|giup)?[\s.!]*", re.IGNORECASE)
# What a number counts where such a word follows it: it is then no line's.
COUNTED = (
    "trieu", "tr", "nghin", "ngan", "ty", "dong", "nguoi", "doan vien", "suat", "luot", "buoi", "cuoc", "ban", "nu",
    "phan tram", "thang", "lan",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """Of which lines (by number; none: perhaps named in words), and what. `drop`: they are not returned after all."""

    numbers: tuple[int, ...]
    reason: str
    drop: bool = False


def of_lines(text: str) -> list[Said]:
    """The parts of a reviewer's message, in order."""
    return [_said(part.strip()) for part in _parts(text) if any(c.isalnum() for c in part)]


def drops(text: str) -> tuple[int, ...]:
    """The lines that a text takes out again, and nothing else; () for any other text."""
    parts = of_lines(text)
    if not parts or not all(part.drop for part in parts):
        return ()
    return tuple(number for part in parts for number in part.numbers)


def asks_source(text: str) -> bool:
    """«13 ở đâu ra?»: a number's source is asked for; with more words, or «dòng» before it, it is said of a line."""
    asked = source_asked(text)
    return asked is not None and all(c.isdigit() or c in ".," for c in asked)


def _parts(text: str) -> list[str]:
    """A text of several lines of the report by its lines; what begins with no line's number goes on with the last."""
    made: list[str] = []
    for row in text.splitlines():
        for sign, part in _pieces(row):
            begins = not made or part is row or _LINES.match(part) is not None or not row.strip()
            if begins or _DROP.match(part):
                made.append(part)
            else:
                made[-1] += sign + part  # a «;» within a reason stays as it was typed
    return made


def _pieces(row: str) -> list[tuple[str, str]]:
    """A row cut where another line of the report may begin: what stands before each piece, and the piece."""
    cuts = list(_ANEW.finditer(row))
    starts, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(row)]
    signs = ["", *(cut[0] for cut in cuts)]
    return [(sign, row[start:end]) for sign, start, end in zip(signs, starts, ends, strict=True)]


def _said(part: str) -> Said:
    order = _DROP.match(part)
    found = _LINES.match(part, order.end() if order else 0)
    if found is None:
        within = _MENTIONED.search(part)  # «xem lại dòng 4»
        return Said((int(within["number"]),) if within else (), part)
    numbers, rest = _numbers(part, found)
    if order is not None and _AROUND.fullmatch(rest):
        return Said(numbers, "", drop=True)
    if order is not None:
        return Said((), part)
    if found["noun"] and fold(rest).strip(" .!") in _DROPPED:
        return Said(numbers, "", drop=True)
    return Said(numbers, said_of_it(rest) if any(c.isalnum() for c in rest) else "")


def _numbers(part: str, found: re.Match[str]) -> tuple[tuple[int, ...], str]:
    """The lines named at the beginning, and the rest; a number followed by what it counts belongs to the rest."""
    head, end = part[: found.end()], found.end()
    if found["more"] and counts(part[end:], COUNTED):
        last = _LAST.search(head)
        end = last.start() if last else end
    said = part[found.start("first") : end]
    return tuple(dict.fromkeys(int(n) for n in _ANY_NUMBER.findall(said))), part[end:].lstrip(" .:,;)–-")


def counts(rest: str, words: Collection[str]) -> bool:
    """Whether what follows a number says what it counts."""
    folded = fold(rest).strip()
    return rest.startswith("%") or any(folded == word or folded.startswith(word + " ") for word in words)
