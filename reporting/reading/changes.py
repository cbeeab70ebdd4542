"""What a message changes in lines it names: «tập huấn sửa thành 25», «bớt 1 người tập huấn», «dòng 13 không có gì».

Every clause that bears a figure or names a line has to be understood; a message that also tells other things changes
nothing. What is added or taken away is asked back with the sum, never written at once.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from reporting.reading import change_words as data
from reporting.reading.command_words import LINE_NOUNS
from reporting.reading.commands import command
from reporting.reading.desk import says_same
from reporting.reading.elsewhere import tells_elsewhere
from reporting.reading.free_words import is_nothing, only_around, says_nothing, without_courtesy
from reporting.reading.labels import Label, Labels
from reporting.reading.mended import only_slips, without_denied
from reporting.reading.readings import Absent, Ask, Given, Reading
from reporting.reading.reply_types import Item, Line, Read, Values
from reporting.reading.typed import Word, phrase, same_words, words_of
from reporting.text import clean, fold
from reporting.values import Value

Standing = Callable[[str], Value | None]

_CLAUSE = re.compile(r"[\n;]+|[,.…](?=\s|$)|\s+(?:và|va)\s+(?=\S)")
_NOUNS = "|".join(sorted({*LINE_NOUNS, "dong", "cau", "muc", "so"}, key=len, reverse=True))
_NUMBERED = re.compile(rf"(?:(?:cái|cai)\s+)?(?:{_NOUNS})\s+(\d{{1,2}})(?!\s*[\d.,]*\d)(?=\s)", re.IGNORECASE)
_FIRST = re.compile(r"(\d{1,2})\s+(?=\D)")
# "25 mới đúng": beside a figure «mới» is no name of a line.
_RIGHT = re.compile(r"\s+(?:mới|moi)\s+(?:đúng|dung|phải|phai|có|co|là|la)(?!\w)", re.IGNORECASE)
_LABELLED = re.compile(r"\s*:\s*(?=\S)")
_FIGURES = re.compile(r"\d[\d.,]*")
_LONGEST = 300  # characters
_LONGEST_FIGURE = 6  # words
_MORE, _LESS, _NOTHING, _BECOMES = (
    tuple(map(phrase, texts)) for texts in (data.MORE, data.LESS, data.NOTHING, data.BECOMES)
)


@dataclass(frozen=True, slots=True)
class _Named:
    """A clause without the name of its line: what stands before and behind the name."""

    line: Line
    before: str
    behind: str

    @property
    def rest(self) -> str:
        return f"{self.before} {self.behind}".strip()


def changes(
    text: str, lines: Sequence[Line], standing: Standing, read: Read, *, units: bool = False
) -> Values | None:
    """The lines that a message names, each with what it is to become; None where it says anything else too.

    `standing(code)` is what a line says now. An item whose figure has to be asked back reads as `Ask`.
    """
    text = _RIGHT.sub("", without_denied(clean(text)))
    if not text or len(text) > _LONGEST or "?" in text or tells_elsewhere(text) or _is_reason(text):
        return None
    labels = Labels(lines)
    spare = frozenset[str]() if units else data.UNITS
    worded = _words_of_a_line(text, labels, lines)
    if worded is not None:
        return Values((worded,))
    items: dict[str, Item] = {}
    for clause in filter(str.strip, _CLAUSE.split(text)):
        if only_slips(clause):
            continue
        named = _named(clause, labels, lines, spare)
        item = _changed(named, standing, read) if named is not None else None
        if item is not None:
            items[item.code] = item
        elif not (_agrees(named) if named is not None else _says_little(clause)):
            return None
    return Values(tuple(items.values())) if items else None


def names(text: str, line: Line) -> bool:
    """Whether a text names a line by more than a unit."""
    return bool(_names(clean(text), Labels((line,)), data.UNITS))


def is_relative(text: str) -> bool:
    """Whether something is added to what stands, or taken away: «thêm 1 bạn nữa», «bớt 1»."""
    words = words_of(text)
    return any(_holds(words, known) for known in (*_LESS, *_MORE))


def _is_reason(text: str) -> bool:
    return fold(text).split(" ")[0] in data.REASONS


def _holds(words: Sequence[Word], known: Sequence[Word]) -> bool:
    return any(same_words(words[i : i + len(known)], known) for i in range(len(words) - len(known) + 1))


def _says_little(clause: str) -> bool:
    """A courtesy or a word that hands over: «em sửa lại», «xin lỗi em»; never a report of anything."""
    said = [word.key for word in words_of(clause)]
    if any(key.isdecimal() for key in said):
        return False
    return data.AROUND.issuperset(said) or command(clause) is not None or is_nothing(clause, set())


def _agrees(named: _Named) -> bool:
    """«tiền đúng rồi»: the line stays as it is."""
    said = [word.key for word in words_of(named.rest)]
    return "dung" in said and data.AROUND.issuperset(said)


def _named(clause: str, labels: Labels, lines: Sequence[Line], spare: frozenset[str]) -> _Named | None:
    """The one line that a clause names, by its name or its number."""
    numbered = _NUMBERED.search(clause) or _FIRST.match(clause.strip())
    by_number = {line.number: line for line in lines}
    if numbered is not None and (line := by_number.get(int(numbered[1]))) is not None:
        clause = clause if numbered.re is _NUMBERED else clause.strip()
        rest = clause[numbered.end() :]
        if numbered.re is _NUMBERED or _begins_with_deed(rest):
            marks = [mark for mark in labels.find(rest) if not mark.common]
            if all(line.code in mark.codes for mark in marks):
                return _Named(line, clause[: numbered.start()], rest)
    marks = _names(clause, labels, spare)
    codes = {code for mark in marks for code in mark.codes[:1]}
    if len(codes) != 1 or any(len(mark.codes) != 1 for mark in marks):
        return None
    line = next(line for line in lines if line.code in codes)
    ends, starts = [0, *(mark.end for mark in marks)], [*(mark.start for mark in marks), len(clause)]
    parts = [clause[end:start].strip() for end, start in zip(ends, starts, strict=True)]
    if sum(any(c.isdigit() for c in part) for part in parts) > 1:  # «tuyên truyền 3 buổi 150 người»
        return None
    return _Named(line, parts[0], " ".join(filter(None, parts[1:])))


def _names(clause: str, labels: Labels, spare: frozenset[str]) -> list[Label]:
    """The places that name a line, not a mere unit («lớp mở 3 buổi»); a bare «tang» beside another is rather «tặng»."""
    marks = [mark for mark in labels.find(clause) if not (mark.common or mark.number)]
    marks = [mark for mark in marks if fold(clause[mark.start : mark.end]) not in spare]
    plain = [mark for mark in marks if clause[mark.start : mark.end].casefold() != "tang"]
    return plain or marks


def _begins_with_deed(rest: str) -> bool:
    """Whether a number at the beginning is a line's: «14 sửa lại là …», «13 không có gì»."""
    words = words_of(rest)
    return any(same_words(words[: len(known)], known) for known in (*_BECOMES, *_NOTHING) if len(known) > 1)


def _changed(named: _Named, standing: Standing, read: Read) -> Item | None:
    line, rest = named.line, named.rest
    if line.kind == "text":
        nothing = is_nothing(rest, set()) and not any(c.isdigit() for c in rest)
        return Item(line.code, rest, Given("")) if nothing and words_of(rest) else None
    if says_same(_bare(rest)):
        return Item(line.code, rest, None, same_as_last=True)
    if is_nothing(rest, {word.key for word in phrase(line.label)}):
        return Item(line.code, rest, Given(0)) if words_of(rest) else None
    if line.kind == "count" and len(_FIGURES.findall(rest)) > 1:  # «tuyên truyền 3 buổi 150 người»
        return None
    for phrases, sign in ((_LESS, -1), (_MORE, 1)):
        if (place := _place_of(words_of(rest), phrases)) is not None:
            return _moved(named, place, sign, standing(line.code), read)
    reading = _figure(line, rest, read)
    if isinstance(reading, Ask) and not _FIGURES.search(rest):  # «tổ chức …» is no «chục»
        return None
    return Item(line.code, rest, reading) if isinstance(reading, Given | Ask | Absent) else None


def _place_of(words: Sequence[Word], phrases: Sequence[tuple[Word, ...]]) -> tuple[int, int] | None:
    """Where one of some phrases stands with more behind it: from which word to which."""
    for place in range(len(words)):
        for known in phrases:
            past = place + len(known)
            if past < len(words) and same_words(words[place:past], known):
                return place, past
    return None


def _moved(named: _Named, at: tuple[int, int], sign: int, now: Value | None, read: Read) -> Item | None:
    """«thêm 1», «bớt 100 nghìn»: the figure that would stand then, to be asked."""
    words = words_of(named.rest)
    amount = _figure(named.line, named.rest[words[at[1]].start :], read)
    if not isinstance(amount, Given) or not isinstance(amount.value, int):
        return None
    if not only_around(named.rest[: words[at[0]].start]):
        return None
    stands = now if isinstance(now, int) and not isinstance(now, bool) else 0
    then = stands + sign * amount.value
    if sign > 0:
        candidates = (then, amount.value) if stands else ()
        return Item(named.line.code, named.rest, Ask(candidates) if candidates else amount)
    return Item(named.line.code, named.rest, Ask((then if then >= 0 else amount.value,)))


def _figure(line: Line, rest: str, read: Read) -> Reading | None:
    """The figure that is left when words that say nothing are taken away from its sides; a plain one before others."""
    if line.kind == "text":
        return None
    words = words_of(rest)
    firsts = list(takewhile(lambda at: not at or words[at - 1].key in data.AROUND, range(len(words))))
    doubtful: Reading | None = None
    for first in firsts:
        for past in range(len(words), first, -1):
            if past < len(words) and words[past].key not in data.AROUND:
                break
            said = rest[words[first].start : words[past - 1].end]
            reading = read(line.kind, said) if past - first <= _LONGEST_FIGURE else None
            if isinstance(reading, Given | Absent):
                return reading
            doubtful = doubtful or (reading if isinstance(reading, Ask) else None)
    return doubtful


def _bare(text: str) -> str:
    words = [word for word in words_of(text) if word.key not in data.AROUND or word.key in ("thang", "van")]
    return text[words[0].start : words[-1].end] if words else ""


def _words_of_a_line(text: str, labels: Labels, lines: Sequence[Line]) -> Item | None:
    """«kiến nghị: …», «14 sửa lại là: …»: words that are put in the place of a text line's."""
    first = _NUMBERED.match(text) or _FIRST.match(text)
    line = next((one for one in lines if first and one.number == int(first[1]) and one.kind == "text"), None)
    end = first.end() if first and line else 0
    if line is None:
        marks = [mark for mark in labels.find(text) if not (mark.common or mark.number)]
        texts = {one.code: one for one in lines if one.kind == "text"}
        if not marks or marks[0].codes[0] not in texts or not only_around(text[: marks[0].start]):
            return None
        line, end = texts[marks[0].codes[0]], marks[0].end
    rest = text[end:]
    words = words_of(rest)
    becomes = next((p for p in _BECOMES if same_words(words[: len(p)], p)), None)
    start = words[len(becomes) - 1].end if becomes else 0
    colon = _LABELLED.match(rest, start)
    if colon is None and becomes is None:
        return None
    said = without_courtesy(rest[colon.end() if colon else start :])
    return Item(line.code, said, Given("" if says_nothing(said, line) else said)) if said else None
