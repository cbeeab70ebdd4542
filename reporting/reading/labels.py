"""Finds in a text the words that name a line: its label, its synonyms, parts of its label, its number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from reporting.reading.command_words import LINE_NOUNS
from reporting.reading.reply_types import Line
from reporting.reading.typed import Word, has_marks, keys, phrase, same_words, words_of
from reporting.text import clean

# fmt: off
# Nouns and units that stand behind any figure: as labels they count only before one.
_COMMON = frozenset({
    "doan", "vien", "dv", "nguoi", "dong", "chi", "dc", "cai", "d", "vnd", "tr", "trieu", "ty", "ti", "k", "nghin",
    "ngan", "cu", "t", "m", "so", "luong", "tong", "lao", "cnvcld", "cong", "nhan",
})
# Words that no part of a label begins or ends with.
_JOINTS = frozenset({
    "trong", "cua", "va", "so", "thang", "duoc", "co", "cho", "cac", "tu", "nay", "den", "tai", "theo", "la", "ve",
    "khi", "do", "voi", "o", "bang", "da", "nam", "ky", "moi", "tong", "vao", "ra", "tham", "hoac", "nhung",
})
# fmt: on
_PARENTHESES = re.compile(r"\([^()]*\)")
_NOUNS = "|".join(f"{noun}|{' '.join(keys(phrase(noun)))}" for noun in LINE_NOUNS if noun != "số")
_NUMBER = re.compile(
    rf"(?<!\S)(?:(?:{_NOUNS})\s+(?P<noun>\d{{1,2}})(?:\s*[:=.)]|\s+[-–—])?(?=\s)|"
    r"\(?(?P<bracket>\d{1,2})\s*\)|(?P<dot>\d{1,2})\.(?=\s)|(?P<sign>\d{1,2})\s*[:=])\s*(?=\S)",
    re.IGNORECASE,
)
# What is another word together with the one before it ("dự kiến" is no attendance).
_OTHER_WORDS = {
    "du": frozenset({"kien", "dinh", "an", "thao", "phong", "toan", "bi"}),
    "nghi": frozenset(
        {"thai", "om", "phep", "le", "tet", "mat", "sinh", "de", "he", "trua", "giua", "quyet", "che", "dinh"}
    ),
    "tac": frozenset({"ve", "toi", "den"}),  # who comes from elsewhere
    "em": frozenset({"tham", "du"}),  # «40 chị em tham dự» came to something
    "ra": frozenset({"quan", "mat", "soat", "truong", "du", "san", "choi", "duong"}),
}
# What is another word before one of these ("30 người tham gia", but "tham gia dinh" is "thăm gia đình").
_OTHER_PHRASES = {"tham": {"gia": frozenset({"dinh"})}}
# «mới» alone is "only just" before these: «mới về», «mới chuyển đến», «số mới là 27».
_JUST = frozenset({
    "ve", "chuyen", "den", "toi", "sang", "la", "dung", "phai", "nhan", "thanh", "nghi", "mat", "nhap", "di", "cung",
    "sinh", "de", "cuoi", "mo", "om",
})  # fmt: skip
# What names a line only behind one of these: «thôi» alone is "only", or "well".
_ONLY_BEHIND: dict[tuple[str, ...], frozenset[str]] = {("thoi",): frozenset({"xin", "cho", "bi"})}
# What is another word together with the one behind it ("hội nghị", typed without diacritics).
_OTHER_WORDS_BEHIND = {"nghi": frozenset({"hoi", "de", "kien"})}
_MOVES = frozenset({"tăng", "tang", "giảm", "giam", "thêm", "them", "bớt", "bot"})
_FIGURE_BETWEEN = re.compile(r"[^\d,;\n]*\d[\d.,]*(?<=\d)\s*")
_EACH = (phrase("mỗi")[0].key, phrase("mỗi")[0].marks)  # "mỗi suất 500k" names no line
_MOST = 64  # labels looked for in one text


@dataclass(frozen=True, slots=True)
class Label:
    """A place in a text that names a line, or several alike.

    `common`: it counts only before a figure; `closed`: it names lines that are not open, and counts only as the one
    label of a part, standing first. `number` is a line's number, `dotted` one with a dot ("1. 250").
    """

    start: int
    end: int
    codes: tuple[str, ...]
    common: bool = False
    number: bool = False
    dotted: bool = False
    closed: bool = False


def _parts(words: tuple[Word, ...]) -> set[tuple[Word, ...]]:
    """The runs of two words or more within a label that could name it for short."""
    found = set()
    for start in range(len(words)):
        for end in range(start + 2, len(words) + 1):
            part = words[start:end]
            if part[0].key not in _JOINTS and part[-1].key not in _JOINTS:
                found.add(tuple(replace(word, start=0, end=0) for word in part))
    return found


def is_common(words: Sequence[Word]) -> bool:
    """Whether words stand behind any figure: a noun or a unit."""
    return all(word.key in _COMMON for word in words)


def _is_letter(words: Sequence[Word]) -> bool:
    """Whether a line is named by a single letter: that counts only behind digits ("2b" for "2 buổi")."""
    return len(words) == 1 and len(words[0].key) == 1


def _is_another(known: Sequence[Word], words: Sequence[Word], past: int) -> bool:
    """Whether the words behind a phrase, from `past` on, make other words of it: «tham gia», «mới về»."""
    after, next_after = (words[n].key if n < len(words) else "" for n in (past, past + 1))
    last = known[-1].key
    if after in _OTHER_WORDS.get(last, ()) or (keys(known) == ("moi",) and after in _JUST):
        return True
    others = _OTHER_PHRASES.get(last, {}) if len(known) == 1 else {}
    return after in others and next_after not in others[after]


def _behind_digits(words: Sequence[Word], place: int) -> bool:
    before = words[place - 1] if place else None
    return before is not None and before.key.isdecimal() and words[place].start - before.end <= 1


Phrases = dict[str, list[tuple[tuple[Word, ...], list[str]]]]


@lru_cache(maxsize=512)
def _phrases(lines: tuple[Line, ...]) -> Phrases:
    """What names the lines, by the first word, the longest first; the same lines are asked about all the time."""
    found: Phrases = {}
    for line in lines:
        for text in (line.label, *line.words):
            _add(found, phrase(clean(_PARENTHESES.sub(" ", text))), line.code)
    parts: dict[tuple[Word, ...], set[str]] = {}
    for line in lines:
        for part in _parts(phrase(clean(_PARENTHESES.sub(" ", line.label)))):
            parts.setdefault(part, set()).add(line.code)
    taken = {keys(words) for known in found.values() for words, _ in known}
    for part, codes in parts.items():
        if len(codes) == 1 and keys(part) not in taken and not is_common(part):
            _add(found, part, next(iter(codes)))
    for known in found.values():
        known.sort(key=lambda entry: -len(entry[0]))
    return found


def _add(found: Phrases, words: tuple[Word, ...], code: str) -> None:
    if not words or (len(words) == 1 and len(words[0].key) < 2 and words[0].key in _COMMON):
        return
    known = found.setdefault(words[0].key, [])
    for other, codes in known:
        if keys(other) == keys(words) and [w.marks for w in other] == [w.marks for w in words]:
            codes.extend([] if code in codes else [code])
            return
    known.append((words, [code]))


@lru_cache(maxsize=512)
def _words_in(label: str) -> frozenset[str]:
    return frozenset(keys(phrase(clean(label))))


class Labels:
    """All that names the given lines. Of one phrase for several lines `lines` come first, `closed` ones last."""

    def __init__(self, lines: Sequence[Line], rest: Sequence[Line] = (), closed: Sequence[Line] = ()) -> None:
        self._ranks = [frozenset(line.code for line in each) for each in (lines, rest, closed)]
        self._numbers = {line.number: line.code for line in (*closed, *rest, *lines)}
        every = (*lines, *rest, *closed)
        self._stocks = frozenset(line.code for line in every if not line.flow)
        self._own = {line.code: _words_in(line.label) for line in every}
        self._phrases = _phrases(every)

    def _preferred(self, codes: Sequence[str]) -> tuple[str, ...]:
        ranked = (tuple(code for code in codes if code in rank) for rank in self._ranks)
        return next(filter(None, ranked), ())

    def _at(self, words: list[Word], place: int) -> tuple[int, tuple[str, ...]]:
        """The longest phrase that begins at a word: how many words, and the lines it names."""
        codes: list[str] = []
        length = 0
        for known, named in self._phrases.get(words[place].key, ()):
            if len(known) < length:
                break
            typed = words[place : place + len(known)]
            if _is_letter(known) and not _behind_digits(words, place):
                continue
            before = words[place - 1].key if place else ""
            if _is_another(known, words, place + len(known)):
                continue
            if before in _OTHER_WORDS_BEHIND.get(known[0].key, ()):
                continue
            if before not in _ONLY_BEHIND.get(keys(known), {before}):
                continue
            if same_words(typed, known) or (not has_marks(known) and keys(typed) == keys(known)):
                length = len(known)
                codes.extend(code for code in named if code not in codes)
        return length, self._preferred(codes)

    def _numbered(self, text: str) -> list[Label]:
        """The line numbers a text begins with and goes on with, all in the same style."""
        found, style = [], None
        for mark in _NUMBER.finditer(text):
            code = self._numbers.get(int(mark[mark.lastgroup or 0]))
            if (mark.start() > 0 and style is None) or (style is not None and mark.lastgroup != style):
                continue
            if code is None and mark.lastgroup in ("dot", "sign"):
                continue
            style = mark.lastgroup
            codes = () if code is None else (code,)
            found.append(Label(mark.start(), mark.end(), codes, number=True, dotted=style == "dot"))
        side_by_side = any(one.end == other.start for one, other in pairwise(found))
        return [] if side_by_side else found  # "3. 1. 2" are values

    def _without_units(self, text: str, found: list[Label]) -> list[Label]:
        """Without what is the unit of the figure before: in "thăm hỏi 5 lượt" «lượt» is of «Lượt thăm hỏi»."""
        kept: list[Label] = []
        for place, mark in enumerate(found):
            before = kept[-1] if kept and kept[-1].end <= mark.start else None
            past = found[place + 1].start if place + 1 < len(found) else len(text)
            own = {key for code in before.codes for key in self._own.get(code, ())} if before else set()
            unit = before is not None and own.issuperset(keys(words_of(text[mark.start : mark.end])))
            between = text[before.end : mark.start] if before is not None else ""
            lone = not any(char.isdigit() for char in text[mark.end : past])
            if not (unit and lone and not mark.number and _FIGURE_BETWEEN.fullmatch(between)):
                kept.append(mark)
        return kept

    def _without_moves(self, text: str, found: list[Label]) -> list[Label]:
        """Without how a stock moved: «nữ tăng 3» names the women, and nobody admitted."""
        kept: list[Label] = []
        for mark in found:
            stock = bool(kept) and self._stocks.issuperset(kept[-1].codes)
            beside = stock and not text[kept[-1].end : mark.start].strip()
            if not (beside and text[mark.start : mark.end].casefold() in _MOVES):
                kept.append(mark)
        return kept

    def find(self, text: str) -> list[Label]:
        """The labels in one part of a message, in order, not overlapping; the longest at each place."""
        found = self._numbered(text)[:_MOST]
        words = [
            word for word in words_of(text) if not any(mark.start <= word.start < mark.end for mark in found)
        ]
        place = 0
        while place < len(words) and len(found) < _MOST:
            length, codes = self._at(words, place)
            each = place > 0 and (words[place - 1].key, words[place - 1].marks) == _EACH
            if length and not each:
                typed = words[place : place + length]
                closed = codes[0] in self._ranks[2]
                found.append(
                    Label(typed[0].start, typed[-1].end, codes, common=is_common(typed), closed=closed)
                )
            place += length or 1
        found.sort(key=lambda label: label.start)
        found = self._without_moves(text, _without_totals(text, self._without_units(text, found)))
        opened = [label for label in found if not label.closed]
        return opened or [label for label in found[:1] if not any(c.isalnum() for c in text[: label.start])]


def _without_totals(text: str, found: list[Label]) -> list[Label]:
    """Without «tổng» right before the name of another line: «tổng tiền» is the money."""
    pairs = zip(found, [*found[1:], None], strict=False)
    return [
        mark
        for mark, after in pairs
        if not (mark.common and after and not after.common and not text[mark.end : after.start].strip())
    ]


@lru_cache(maxsize=128)
def labels_of(lines: tuple[Line, ...], rest: tuple[Line, ...], closed: tuple[Line, ...]) -> Labels:
    """The `Labels` of some lines, made once: forms ask the same lines of everybody."""
    return Labels(lines, rest, closed)
