"""Plain questions of those who report: «hạn nộp hôm nào nhỉ», «báo cáo đến chưa em», «tháng trước nữ bao nhiêu».

A short message asks what its key words say, if hardly any other words stand beside them. A message that brings
figures is no question; where free words are asked for, every word must belong to the question.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from reporting.reading import questions_words as data
from reporting.reading.labels import Labels
from reporting.reading.polite import TRAILING
from reporting.reading.reply_types import Line
from reporting.reading.typed import Word, holds, keys, phrase, same_word, same_words, words_of
from reporting.text import clean

MOST, MOST_NARROW = 20, 12  # words
_LONGEST = 160  # characters
_MOST_WAYS = 40
_END = "$"
_REASON = re.compile(r"(?:vì|vi|do|tại|tai|bởi|boi)\s+(?!ai\b|sao\b)", re.IGNORECASE)
_NOUN = "|".join(f"{noun}|{' '.join(keys(phrase(noun)))}" for noun in data.LINE.split("|"))
_TWO = re.compile(r"(?<!\w)2 (?=người|nguoi)", re.IGNORECASE)
_NUMBERED = re.compile(rf"(?<!\w)(?:{_NOUN})\s*(?:số\s+|so\s+)?(\d{{1,2}})(?!\w)", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.,])(\d{1,2})(?![\w.,])")
# A month by its number, which is no line's; «15 hay 16» of a day.
_MONTH = re.compile(
    r"(?<!\w)(?:tháng|thang|thg)\s*(?P<month>1[0-2]|0?[1-9])(?:\s*/\s*(?P<year>20\d\d))?(?![\d.,]*\d)",
    re.IGNORECASE,
)
_WHICH_DAY = re.compile(
    r"(?:(?:ngày|ngay|mùng|mung)\s+)?\d{1,2}(?:/\d{1,2})?\s+(?:hay|hoặc|hoac)(?:\s+(?:là|la))?\s+"
    r"(?:(?:ngày|ngay|mùng|mung)\s+)?\d{1,2}(?:/\d{1,2})?(?![\d.,]*\d)",
    re.IGNORECASE,
)
_HOUR = re.compile(r"(?<![\d.,])\d{1,2}\s?(?:h|giờ|gio|g)(?:\s?\d{1,2}(?!\d)|\s?rưỡi)?(?!\w)", re.IGNORECASE)
# "hôm nay 14 rồi": the day it is, which is no figure of a line.
_TODAY = re.compile(
    r"(?<!\w)(?P<today>(?:hôm\s|hom\s)?nay)\s+(?:(?:là|la|đã|da|ngày|ngay|mùng|mung|mồng)\s+)*"
    r"(?:[12]?\d|3[01])(?:/\d{1,2})?(?=\s+(?:rồi|roi|mà|ma|thì|thi|có|co|còn|con)(?!\w)|\s*[,?.]|$)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[?？!.;,]+\s*")
_OF_CLAUSES = ("last_month", "of_month", "deadline", "until_when", "counts", "contact", "covers")
_ENDINGS = (
    *TRAILING,
    "cháu",
    "bác",
    "cô",
    "chú",
    "con",
    "nhỉ",
    "hả",
    "hở",
    "thế",
    "à",
    "đấy",
    "đó",
    "rồi",
    "r",
    "nhiều",
    "ấy",
    "ko",
    "không",
)

Place = tuple[
    tuple[frozenset[str], tuple[Word, ...]], ...
]  # alternatives with their keys; an empty one is the end
Known = dict[str, list[Word]]  # words by their keys
Lines = Callable[[], Sequence[Line]]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and the codes of the lines it names; none: those talked about, or all. `month`, `year`: of it."""

    topic: str
    lines: tuple[str, ...] = ()
    month: int = 0
    year: int = 0


@dataclass(frozen=True, slots=True)
class _Rule:
    places: tuple[Place, ...]


def _place(text: str) -> Place:
    alternatives = [() if part == _END else phrase(part) for part in text.split("|")]
    return tuple((frozenset(keys(known)), known) for known in alternatives)


def _known(*texts: str) -> Known:
    found: Known = {}
    for word in (word for text in texts for word in phrase(text)):
        if word not in found.setdefault(word.key, []):
            found[word.key].append(word)
    return found


@cache
def _rules() -> tuple[tuple[data.Topic, tuple[_Rule, ...], Known, Known], ...]:
    """Every topic with its patterns, and the words that may stand around, anywhere and where free words are asked."""
    return tuple(
        (
            topic,
            tuple(_Rule(tuple(map(_place, pattern.split(" + ")))) for pattern in topic.patterns),
            _known(data.FILLERS, topic.around),
            _known(data.NARROW_FILLERS, topic.around),
        )
        for topic in data.TOPICS
    )


_CLOSING = _known(*_ENDINGS)


def _is_known(word: Word, known: Known) -> bool:
    return any(same_word(word, each) for each in known.get(word.key, ()))


def _fits(places: Sequence[Place], said: frozenset[str]) -> list[list[tuple[Word, ...]]] | None:
    """Of every place the alternatives whose words all occur; None where a place has none."""
    found = []
    for place in places:
        possible = [known for wanted, known in place if wanted <= said]
        if not possible:
            return None
        found.append(possible)
    return found


def _ways(
    places: Sequence[Sequence[tuple[Word, ...]]], words: Sequence[Word], start: int
) -> Iterator[frozenset[int]]:
    """The places of the words that a pattern takes up, in every way it can stand in the text."""
    if not places:
        yield frozenset()
        return
    for at in range(start, len(words) + 1):
        for known in places[0]:
            past = at + len(known)
            ends = at == start and all(_is_known(word, _CLOSING) for word in words[at:])
            if not (same_words(words[at:past], known) if known else ends):
                continue
            for rest in _ways(places[1:], words, past):
                yield rest | frozenset(range(at, past))


def _numbers(text: str, lines: Lines, *, bare: bool) -> tuple[str, set[int]] | None:
    """The text without the numbers of lines, and those numbers; None where it brings another figure."""
    found = {int(each[1]) for each in _NUMBERED.finditer(text)}
    text = _NUMBERED.sub(" ", text)
    if bare and not found and len(alone := _NUMBER.findall(text)) == 1:
        found, text = {int(alone[0])}, _NUMBER.sub(" ", text)
    if any(c.isdigit() for c in text) or (found and not found <= {line.number for line in lines()}):
        return None
    return text, found


def _named(text: str, words: Sequence[Word], free: set[int], lines: Sequence[Line]) -> dict[int, list[str]]:
    """The lines that the words at `free` name, by the places of the words of their labels."""
    found: dict[int, list[str]] = {}
    for label in Labels(lines).find(text):
        covered = [i for i, word in enumerate(words) if label.start <= word.start < label.end]
        if free & set(covered):
            found.update({i: list(label.codes) for i in covered})
    return found


def _asked(text: str, lines: Lines, *, narrow: bool) -> Question | None:
    ways = {bare: _numbers(text, lines, bare=bare) for bare in (False, True)}
    read = {said[0]: words_of(said[0]) for said in ways.values() if said is not None}
    for topic, rules, wide, tight in _rules():
        said = ways[topic.name == "meaning"]
        if said is None or (narrow and not topic.narrow) or (said[1] and not topic.names):
            continue
        words, around = read[said[0]], tight if narrow else wide
        keyed = frozenset(keys(words))
        for rule in rules:
            fitting = _fits(rule.places, keyed)
            for taken in islice(_ways(fitting, words, 0), _MOST_WAYS) if fitting else ():
                free = {i for i, w in enumerate(words) if i not in taken and not _is_known(w, around)}
                named = _named(said[0], words, free, lines()) if topic.names and free else {}
                if len(free - set(named)) <= (0 if narrow else topic.slack):
                    codes = [line.code for line in (lines() if said[1] else ()) if line.number in said[1]]
                    codes += [code for place in sorted(named) for code in named[place]]
                    return Question(topic.name, tuple(dict.fromkeys(codes)))
    return None


def question(text: str, lines: Lines = tuple, *, narrow: bool = False) -> Question | None:
    """What a message plainly asks; None for an answer, a figure, a story. `lines` are those it may name.

    `narrow`: free words are asked for just now.

    >>> question("Hạn nộp hôm nào nhỉ em?")
    Question(topic='deadline', lines=())
    >>> question("hạn hán làm mất mùa chè", narrow=True) is None
    True
    """
    text = _TWO.sub("hai ", clean(text))
    if not text or len(text) > _LONGEST or "\n" in text:
        return None
    words = words_of(text)
    if not words or len(words) > (MOST_NARROW if narrow else MOST) or _is_reason(text):
        return None
    if sum(word.key.isdecimal() for word in words) > 2:
        return None
    lines = cache(lines)
    return _whole(text, lines, narrow=narrow) or (None if narrow else _last_clause(text, lines))


def _whole(text: str, lines: Lines, *, narrow: bool) -> Question | None:
    """What a text asks as a whole, perhaps of a month by its number, or which of two days is meant."""
    months = list(_MONTH.finditer(text))
    if len(months) == 1:
        year = int(months[0]["year"] or 0)
        found = _asked(_MONTH.sub(data.ANY_MONTH, text), lines, narrow=narrow)
        if found is not None and found.topic == "last_month":
            return replace(found, topic="of_month", month=int(months[0]["month"]), year=year)
        text = _MONTH.sub(" ", text)
    text = _TODAY.sub(r"\g<today>", text)
    text = _HOUR.sub(" giờ ", _WHICH_DAY.sub(data.ANY_DAY, text))
    return _asked(text, lines, narrow=narrow) if _has_keys(words_of(text)) else None


def _last_clause(text: str, lines: Lines) -> Question | None:
    """What the last of several clauses asks: «nữ gấp đôi được à? xem tháng trước là mấy» names its line before."""
    clauses = [clause for clause in _SENTENCE.split(text) if clause.strip()]
    if len(clauses) < 2 or any(c.isdigit() for c in _WHICH_DAY.sub(" ", _MONTH.sub(" ", text))):
        return None
    found = _whole(clauses[-1], lines, narrow=False)
    if found is None or found.topic not in _OF_CLAUSES:
        return None
    labels = [label for label in Labels(lines()).find(text) if not label.common and not label.number]
    named = tuple(dict.fromkeys(code for label in labels for code in label.codes))
    return found if found.lines or found.topic != "last_month" else replace(found, lines=named)


def names_a_unit(text: str) -> bool:
    """Whether words name some unit or place: «Trường THCS Bình Lư»."""
    return holds(words_of(text), tuple(data.UNITS.split("|")))


def _is_reason(text: str) -> bool:
    return "?" not in text and _REASON.match(text) is not None


@cache
def _first_keys() -> frozenset[str]:
    """A word of every pattern's first place: without one of these a text asks nothing."""
    return frozenset(
        known[0].key for _, rules, _, _ in _rules() for rule in rules for _, known in rule.places[0] if known
    )


def _has_keys(words: Sequence[Word]) -> bool:
    return not _first_keys().isdisjoint(word.key for word in words)
