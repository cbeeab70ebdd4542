"""What a message changes in lines it names: «tập huấn sửa thành 25», «bớt 1 người tập huấn», «dòng 13 không có gì».

Every clause that bears a figure or names a line has to be understood; a message that also tells other things changes
nothing. What is added or taken away is asked back with the sum, never written at once.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from reporting.reading import change_words as data
from reporting.reading import dictated_words
from reporting.reading.change_texts import FIRST, NUMBERED, plain, words_of_a_line
from reporting.reading.commands import command
from reporting.reading.desk import says_same
from reporting.reading.elsewhere import tells_elsewhere
from reporting.reading.free_words import is_nothing, only_around
from reporting.reading.labels import Label, Labels
from reporting.reading.mended import only_slips, right_and_wrong, without_denied
from reporting.reading.readings import Absent, Ask, Given, Reading
from reporting.reading.reply_types import Item, Line, Read, Values
from reporting.reading.typed import Word, phrase, same_words, words_of
from reporting.text import clean, fold
from reporting.values import Value

Standing = Callable[[str], Value | None]

_CLAUSE = re.compile(r"[\n;]+|[,.…](?=\s|$)|\s+(?:và|va)\s+(?=\S)")
# "thêm 1 nữa thành 48", "trừ 1 còn 3", "từ 3 lên 5": how it moved, and what it then is.
_TOTAL = re.compile(
    r"(?P<moved>.*\d.*?)[\s,]+(?:thành|thanh|còn|con|lên|len|xuống|xuong|sang|là|la|tổng|tong|=|->|→)\s+"
    r"(?:(?:thành|thanh|còn|con|là|la|tổng|tong|cộng|cong|có|co)\s+)*(?P<then>\d.*)",
    re.IGNORECASE | re.DOTALL,
)
_FIGURES = re.compile(r"\d[\d.,]*")
# «sửa nữ 33 thành 34 vì mới chuyển về một chị»: the figures of a reason are none of the report's.
_REASON_BEHIND = re.compile(
    r"(?<=\w)[\s,]+(?<!đơn )(?<!don )(?<!quý )(?<!quy )"
    r"(?:bởi vì|boi vi|tại vì|tai vi|lý do là|ly do la|vì|vi|do)\s+(?=\S+\s+\S+)",
    re.IGNORECASE,
)
_SLIPPED = re.compile(  # «2 thôi nhé, tại nhầm»
    r"[\s,]+(?:tại|tai|do|vì|vi)\s(?:(?:em|tôi|toi|chị|chi|anh|mình|gõ|go|ghi)\s)*(?:nhầm|nham|lộn|lon)(?=\s*(?:[,;.]|$))",
    re.IGNORECASE,
)
_LONGEST = 300  # characters
_LONGEST_FIGURE = 6  # words
_NEAR = 3  # words between «thêm» and the figure
_NUMERALS = frozenset(word.key for word in words_of(dictated_words.NUMERALS))
_MORE, _LESS, _NOTHING, _BECOMES = (
    tuple(map(phrase, texts)) for texts in (data.MORE, data.LESS, data.NOTHING, data.BECOMES)
)


@dataclass(frozen=True, slots=True)
class _Named:
    """A clause without the name of its line: what stands before and behind the name."""

    line: Line
    before: str
    behind: str
    name: str = ""

    @property
    def rest(self) -> str:
        return f"{self.before} {self.behind}".strip()


def changes(
    text: str, lines: Sequence[Line], standing: Standing, read: Read, *, units: bool = False
) -> Values | None:
    """The lines that a message names, each with what it is to become; None where it says anything else too.

    `standing(code)` is what a line says now. An item whose figure has to be asked back reads as `Ask`.
    """
    denied = right_and_wrong(text)
    text = _SLIPPED.sub("", plain(without_denied(clean(text))))
    if not text or len(text) > _LONGEST or "?" in text or tells_elsewhere(text) or _is_reason(text):
        return None
    labels = Labels(lines)
    spare = frozenset[str]() if units else data.UNITS
    worded = words_of_a_line(text, labels, lines)
    if worded is not None:
        return Values((worded,))
    items: dict[str, Item] = {}
    before: _Named | None = None  # what the next clause may say the figure of
    for clause in filter(str.strip, _CLAUSE.split(_without_reason(text))):
        if only_slips(clause):
            continue
        named = _named(clause, labels, lines, spare)
        wrong = named is not None and _says_wrong(named)
        item = _changed(named, standing, read) if named is not None and not wrong else None
        item = item or (
            _goes_on(before, clause, items, read) if named is None and before is not None else None
        )
        if item is not None:
            items[item.code] = _sure(item, denied, standing, lines, read)
        elif not (wrong or _agrees(named) if named is not None else _says_little(clause)):
            return None
        before = named or before
    return Values(tuple(items.values())) if items else None


def _sure(
    item: Item, denied: tuple[str, str] | None, standing: Standing, lines: Sequence[Line], read: Read
) -> Item:
    """«cái hôm nọ là 45 suất chứ không phải 38» where 38 stands: nothing has to be asked back."""
    if denied is None or not isinstance(item.reading, Ask) or len(item.reading.candidates) != 1:
        return item
    line = next(line for line in lines if line.code == item.code)
    if read(line.kind, denied[1]) != Given(standing(item.code) or 0):
        return item
    return replace(item, reading=Given(item.reading.candidates[0]))


def _says_wrong(named: _Named) -> bool:
    """«con 4 đv kết nạp ghi nhầm»: what stands is wrong; the right figure is yet to be said."""
    said = [word.key for word in words_of(named.rest)]
    last = max((place for place, key in enumerate(said) if key in data.WRONG), default=-1)
    if last < 0 or any(key.isdecimal() for key in said[last:]):
        return False
    spare = data.AROUND | data.WRONG | data.BESIDE_WRONG | data.UNITS
    return sum(key.isdecimal() for key in said) < 2 and all(key in spare or key.isdecimal() for key in said)


def _goes_on(before: _Named, clause: str, items: Mapping[str, Item], read: Read) -> Item | None:
    """«…, thành 48», «…, có 3 thôi»: what the line named before then is, where its own clause left that open."""
    told = items.get(before.line.code)
    reading = _figure(before.line, clause, read)
    if not isinstance(reading, Given) or before.line.kind == "text":
        return None
    opened = told is None or isinstance(told.reading, Ask) or told.reading == reading
    return Item(before.line.code, clause.strip(), reading) if opened else None


def _ends_at(named: _Named, standing: Standing, read: Read) -> Item | None:
    """«tăng thêm 1 thành 48», «từ 3 lên 5», «3 thành 5» where 3 stands."""
    found = _TOTAL.fullmatch(named.rest)
    then = _figure(named.line, found["then"], read) if found else None
    if found is None or not isinstance(then, Given) or fold(named.name) in data.MOVED:
        return None  # «giảm 1 còn 33» says the total
    moved = not data.MOVED.isdisjoint(word.key for word in words_of(found["moved"]))
    stood = _figure(named.line, found["moved"], read)
    return (
        Item(named.line.code, named.rest, then)
        if moved or stood == Given(standing(named.line.code) or 0)
        else None
    )


def names(text: str, line: Line) -> bool:
    """Whether a text names a line by more than a unit."""
    return bool(_names(clean(text), Labels((line,)), data.UNITS))


def is_relative(text: str) -> bool:
    """Whether so many are added to what stands, or taken away: «thêm 1 bạn nữa», «bớt 1»; not «mong hỗ trợ thêm»."""
    words = words_of(text)
    numbers = [place for place, word in enumerate(words) if word.key.isdecimal() or word.key in _NUMERALS]
    return any(
        same_words(words[place : place + len(known)], known)
        and any(-_NEAR <= number - place <= len(known) + _NEAR for number in numbers)
        for known in (*_LESS, *_MORE)
        for place in range(len(words) - len(known) + 1)
    )


def _is_reason(text: str) -> bool:
    return fold(text).split(" ")[0] in data.REASONS


def _without_reason(text: str) -> str:
    """A change with a figure without the reason behind it."""
    found = _REASON_BEHIND.search(text)
    before = text[: found.start()] if found else ""
    return before if any(char.isdigit() for char in before) else text


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
    numbered = NUMBERED.search(clause) or FIRST.match(clause.strip())
    by_number = {line.number: line for line in lines}
    if numbered is not None and (line := by_number.get(int(numbered[1]))) is not None:
        clause = clause if numbered.re is NUMBERED else clause.strip()
        rest = clause[numbered.end() :]
        if numbered.re is NUMBERED or _begins_with_deed(rest):
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
    return _Named(line, parts[0], " ".join(filter(None, parts[1:])), clause[marks[0].start : marks[0].end])


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
    if (ended := _ends_at(named, standing, read)) is not None:
        return ended
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
    firsts = list(
        takewhile(lambda at: not at or words[at - 1].key in data.AROUND | data.KEEPING, range(len(words)))
    )
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
