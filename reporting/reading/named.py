"""Figures that a sentence plainly gives to lines it names: «mà quà vẫn là 10 suất, thăm hỏi mới là 3»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reporting.reading import named_words as data
from reporting.reading.activities import in_one_row, told_plainly
from reporting.reading.elsewhere import without_elsewhere
from reporting.reading.grouped import in_groups
from reporting.reading.held_short import people_named
from reporting.reading.labels import Label, Labels
from reporting.reading.members import told_members
from reporting.reading.mended import without_denied
from reporting.reading.readings import Given, Reading
from reporting.reading.reply_types import Item, Line, Read
from reporting.reading.restated import without_forgotten
from reporting.reading.topics import without_topics
from reporting.reading.total_alone import total_alone
from reporting.reading.typed import phrase, same_words, words_of
from reporting.text import clean

_CLAUSE = re.compile(r"[\n;]+|[,.…](?=\s|$)")
_DAYS = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d/])")
_OF_ELSE = re.compile(rf"(?<![\w.,])\d[\d.,]*\s?(?:{'|'.join(data.OTHER_UNITS)})(?!\w)", re.IGNORECASE)
_FIGURE = re.compile(r"(?<![\w.,])\d")
_LONGEST = {"money": 4}  # words of a figure; one of any other kind
_LINKS = tuple(map(phrase, data.LINKS))


@dataclass(frozen=True, slots=True)
class Named:
    """`items` by line; `left`: figures are left that no line is plainly named for."""

    items: tuple[Item, ...]
    left: bool


def named_figures(text: str, lines: Sequence[Line], read: Read) -> Named:
    """What the clauses of a text say of lines by name. Distances, hours, days and other months are no figures."""
    text = without_topics(in_groups(total_alone(clean(text)))).kept
    plainly = told_plainly(people_named(told_members(text, (), lines).text), lines)
    parted = without_elsewhere(plainly.kept)
    text = _OF_ELSE.sub(
        " ", _DAYS.sub(" ", without_denied(without_forgotten(in_one_row(parted.kept, lines))))
    )
    figures = [line for line in lines if line.kind != "text"]
    labels, by_code = Labels(figures), {line.code: line for line in figures}
    items: list[Item] = []
    left = any(any(char.isdigit() for char in part) for part in (*plainly.dropped, *parted.dropped))
    for clause in filter(str.strip, _CLAUSE.split(text)):
        item = _of_clause(clause, labels, by_code, read)
        if item is not None:
            items.append(item)
        left = left or (item is None and _FIGURE.search(clause) is not None)
    codes = [item.code for item in items]
    if len(set(codes)) < len(codes):
        return Named((), left=True)
    return Named(tuple(items), left)


def _of_clause(clause: str, labels: Labels, lines: dict[str, Line], read: Read) -> Item | None:
    """The one line of which a clause says one figure, or none at all («thỏa ước ko có»)."""
    marks = [mark for mark in labels.find(clause) if not (mark.common or mark.number)]
    figures = _FIGURE.findall(clause)
    if not marks or len(marks[0].codes) != 1 or _each(clause):
        return None
    line = lines[marks[0].codes[0]]
    found = _behind(clause[marks[0].end :], line, read)
    if found is None and len(figures) == 1:
        found = _before(clause, marks[0], line, read)
    if found is None or (len(figures) > 1 and line.kind != "money"):
        return None
    return Item(line.code, *found)


def _behind(text: str, line: Line, read: Read) -> tuple[str, Reading] | None:
    """The figure right behind a name and its link, with nothing but units and courtesies after it."""
    start = _after_link(text)
    words = list(re.finditer(r"\S+", text[start:]))
    if words and not words[0][0][0].isdigit():
        said = text[start:].strip()
        keys = [word.key for word in words_of(said)]
        rest = keys[2:] if keys[1:2] == ["co"] else keys[1:]
        none = keys[0] in data.NONE if keys else False
        return (said, Given(0)) if none and all(key in data.AFTER for key in rest) else None
    for length in range(min(_LONGEST.get(line.kind, 1), len(words)), 0, -1):
        said = text[start:][: words[length - 1].end()].strip()
        reading = read(line.kind, said)
        after = [word.key for word in words_of(text[start:][words[length - 1].end() :])]
        if isinstance(reading, Given) and all(key in data.AFTER for key in after):
            return said, reading
    return None


def _after_link(text: str) -> int:
    words = words_of(text)
    while words and words[0].key in data.UNNAMED:  # «lượt ng», «số lượt»
        words = words[1:]
    start = words[0].start if words else len(text)
    for length in range(3, 0, -1):
        if len(words) > length and any(same_words(words[:length], link) for link in _LINKS):
            return words[length].start
    return start


def _before(clause: str, mark: Label, line: Line, read: Read) -> tuple[str, Reading] | None:
    """The figure right before a name («33 lượt người»), with only courtesies around."""
    found = _FIGURE.search(clause)
    if found is None or found.start() > mark.start:
        return None
    said = clause[found.start() : mark.start].strip()
    around = (*words_of(clause[: found.start()]), *words_of(clause[mark.end :]))
    alone = [word.key for word in words_of(clause[mark.start : mark.end])] in ([key] for key in data.SHARED)
    behind = [word.key for word in words_of(clause[mark.end :])][:1]
    if alone and (not behind or behind[0] not in data.UNNAMED):
        return None
    known = data.BEFORE | data.AFTER | data.UNNAMED
    reading = read(line.kind, said)
    if " " in said or not isinstance(reading, Given) or not all(word.key in known for word in around):
        return None
    return said, reading


def _each(clause: str) -> bool:
    """Whether a figure is said of each one: «mỗi cháu 2 suất»; not of «moi la 3»."""
    words = words_of(clause)
    ends = [*(word.key for word in words[1:]), ""]
    return any(
        same_words((word,), phrase("mỗi")) and after not in data.AFTER_NEW
        for word, after in zip(words, ends, strict=True)
    )
