"""Figures of a dictated paragraph by the grammar of the sentence: «kết nạp hai đoàn viên mới, một thầy nghỉ hưu».

A figure belongs to the unit right behind it that names a line («1 buổi tuyên truyền»), else to the name before it
(«thăm ốm 2 người»), else to what the people behind it did («1 đồng chí nghỉ hưu»). People told right after an event
came to it. What is not plainly given to one line is left.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reporting.reading import dictated_words as data
from reporting.reading.desk import tells
from reporting.reading.dictated_clause import Clause, clauses, parts
from reporting.reading.dictated_figures import Figure, blanked, figures_of, in_digits, people_at
from reporting.reading.dictated_line import Standing
from reporting.reading.dictated_money import Sum, sum_item
from reporting.reading.dictated_names import Counted, Names
from reporting.reading.readings import Ask, Given, Reading
from reporting.reading.reply_types import Item, Line, Read
from reporting.reading.typed import words_of

LONGEST = 800  # characters
_THOUSAND = 1000  # đồng: a bare sum below is meant in thousands
_FEWEST = 3  # words of a sentence
_PARENTHESES = re.compile(r"\([^()\n]{1,80}\)")


@dataclass(frozen=True, slots=True)
class Dictated:
    """`items` by line, in the order told; `left`: the clauses with figures that no line is plainly given.

    `strange`: those of them with words that tell of something else.
    """

    items: tuple[Item, ...]
    left: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()


def dictated(text: str, lines: Sequence[Line], rest: Sequence[Line], read: Read) -> Dictated | None:
    """What a paragraph gives to lines; None where it is read otherwise: it puts right, or says "as before"."""
    if len(text) > LONGEST or puts_right(text):
        return None
    said, unsure = in_digits(text)
    figures = [line for line in (*lines, *rest) if line.kind != "text"]
    if any(line.kind not in ("count", "money") for line in figures):
        return None
    names = Names(lines, rest)
    said = _without_breakdown(said, names)
    reader = _Reader(names, read)
    for clause in clauses(said, names, figures_of(blanked(said), unsure)):
        if clause.numbered:
            return None
        reader.clause(clause)
    return reader.found(text, said)


def _without_breakdown(text: str, names: Names) -> str:
    """Without parentheses that tell what a figure is made of: «4 lượt (3 ốm, 1 hiếu)»; as long as before."""

    def blank(found: re.Match[str]) -> str:
        named = any(not mark.common for mark in names.labels.find(found[0]))
        return found[0] if named else " " * len(found[0])

    return _PARENTHESES.sub(blank, text)


def wordy(text: str) -> bool:
    """Whether a message is a sentence: three words, and two letters for each digit of a figure."""
    text = blanked(text)
    digits, letters = sum(c.isdigit() for c in text), sum(c.isalpha() for c in text)
    return letters >= 2 * digits and len(words_of(text)) >= _FEWEST


def puts_right(text: str) -> bool:
    """Whether a message puts something right, or says that it is as before."""
    keys = [word.key for word in words_of(text)]
    return any(
        tuple(keys[n : n + length]) in data.RIGHTING for n in range(len(keys)) for length in (1, 2, 3, 4)
    )


def _bare_sum(text: str) -> int:
    """A sum for each in đồng: «mỗi suất 300», «mỗi suất 150.000»."""
    value = int(text.replace(".", "").replace(",", ""))
    return value * _THOUSAND if value < _THOUSAND else value


class _Reader:
    """One paragraph, clause by clause."""

    def __init__(self, names: Names, read: Read) -> None:
        self._names, self._read = names, read
        self._given: dict[str, list[Item]] = {}
        self._sums: list[Sum] = []
        self._left: list[str] = []
        self._strange: list[str] = []
        self._named_in_vain: set[str] = set()  # by clauses whose figures were left
        self._last: Counted | None = None  # the figure told last in the sentence

    def clause(self, clause: Clause) -> None:
        if clause.begins:
            self._last = None
        if not clause.figures:
            self._nothing(clause)
            return
        used: set[int] = set()
        before = {code: len(items) for code, items in self._given.items()}
        told = [self._figure(clause, place, figure, used) for place, figure in enumerate(clause.figures)]
        here = {code for code, items in self._given.items() if len(items) > before.get(code, 0)}
        if not all(told) and not self._added_up(clause, here):
            self._leave(
                clause, {mark.codes[0] for n, mark in enumerate(clause.marks) if n not in used} - here
            )

    def _added_up(self, clause: Clause, here: set[str]) -> bool:
        """«thăm 2 ng ốm 1 ng đẻ»: people told one after the other under one name, asked together."""
        figures = clause.figures
        people = all(f.text.isdecimal() and people_at(clause.behind(n), 0) for n, f in enumerate(figures))
        if len(here) != 1 or len(clause.marks) != 1 or not people or here == {self._names.events}:
            return False
        code = here.pop()
        total = sum(int(figure.text) for figure in figures)
        text = " + ".join(figure.text for figure in figures)
        self._given[code] = [Item(code, text, Ask((total, int(figures[0].text))))]
        self._last = Counted(code, str(total), total)
        return True

    def _leave(self, clause: Clause, named: set[str]) -> None:
        """A clause with figures that no line is plainly given; it names lines all the same."""
        text = clause.text.strip()
        self._left.append(text)
        self._strange += [text] if clause.strange() else []
        self._named_in_vain |= named

    def _figure(self, clause: Clause, place: int, figure: Figure, used: set[int]) -> bool:
        if figure.money or clause.names_money(place, used, self._names) or clause.sum_each(place):
            return self._money(clause, place, figure)
        code = Standing(clause, place, used, self._last, self._names).line()
        if code is None:
            return False
        line = self._names.lines[code]
        if clause.each(place):
            return self._came(line, clause, figure)
        reading = self._reading(line, clause, place, figure)
        if reading is None:
            return False
        self._given.setdefault(code, []).append(Item(code, figure.text, reading))
        value = reading.value if isinstance(reading, Given) and isinstance(reading.value, int) else None
        self._last = Counted(code, figure.text, value)
        return True

    def _reading(self, line: Line, clause: Clause, place: int, figure: Figure) -> Reading | None:
        if not line.flow and clause.moved(place):
            return None
        vague = clause.vague(place)
        reading = self._read(line.kind, f"{vague} {figure.text}".strip())
        if isinstance(reading, Given) and (not figure.sure or clause.more(place)):
            return Ask((reading.value,))
        if isinstance(reading, Given) and not line.flow and tells(clause.text):
            return Ask((reading.value,))  # what a unit has is not told with an event
        return reading if isinstance(reading, Given | Ask) else None

    def _came(self, line: Line, clause: Clause, figure: Figure) -> bool:
        """«2 buổi, mỗi buổi 30 người»: a product, to be asked."""
        last = self._last
        if line.code != self._names.people or last is None or last.value is None:
            return False
        if not figure.text.isdecimal():
            return False
        text = f"{last.text} × {figure.text}"
        self._given.setdefault(line.code, []).append(
            Item(line.code, text, Ask((last.value * int(figure.text),)))
        )
        return True

    def _money(self, clause: Clause, place: int, figure: Figure) -> bool:
        if self._names.money is None or (figure.money and clause.counted(place)):
            return False
        each = clause.each(place)
        if not each and not clause.about_money(place):
            return False
        if each and (self._last is None or self._last.value is None):
            return False
        vague = clause.vague(place)
        reading = self._read("money", f"{vague} {figure.text}".strip())
        if each and clause.sum_each(place):
            reading = Given(_bare_sum(figure.text))
        if not isinstance(reading, Given | Ask):
            return False
        known = self._last
        self._sums.append(Sum(figure.text, reading, known if each else None, clause.total(place), known))
        return True

    def _nothing(self, clause: Clause) -> None:
        """«không có đối thoại», «tập huấn thì chưa có»."""
        for code, text in clause.none_of():
            line = self._names.lines[code]
            reading = Given(0) if text == "không" else self._read(line.kind, text)
            if line.flow and isinstance(reading, Given | Ask):
                self._given.setdefault(code, []).append(Item(code, text, reading))

    def found(self, typed: str, said: str) -> Dictated:
        """What was found; the clauses left as they were `typed`."""
        items: list[Item] = []
        as_typed = dict(zip(parts(said), parts(typed), strict=False))
        left: list[str] = [as_typed.get(part, part) for part in self._left]
        for given in self._given.values():
            twice = given[0].code in self._named_in_vain
            if len({item.reading for item in given}) == 1 and not twice:
                items.append(given[0])
            else:
                left += [item.text for item in given]
        if self._sums and self._names.money is not None:
            items.append(sum_item(self._names.money, self._sums))
        strange = [as_typed.get(part, part) for part in self._strange]
        return Dictated(tuple(items), tuple(dict.fromkeys(left)), tuple(strange))
