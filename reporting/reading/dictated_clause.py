"""The clauses of a dictated paragraph: where lines are named in them, and which line each figure stands with."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reporting.reading import dictated_words as data
from reporting.reading.dictated_figures import Figure, blanked, people_at
from reporting.reading.dictated_names import Names
from reporting.reading.labels import Label
from reporting.reading.typed import Word, phrase, same_words, words_of

_CLAUSE = re.compile(
    r"\n+|;|,(?!\d)|(?<!\d),|[.!?…]+(?=\s|$)|(?<!\w)(?:và|nhưng|va|nhung)(?!\w)|[()]|:(?=\s+[^\d\s])",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?…\n]")
_EACH = phrase("mỗi")
_NONE = "không"
_SMALL = 2  # digits of what is no sum
_FAR = 8  # words between a name and its figure, with its own unit behind
_NEAR = 6


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause. `begins` a sentence; `marks` are the names of one line each in it, in order; `numbered` lines."""

    text: str
    begins: bool
    words: list[Word]
    marks: list[Label]
    figures: list[Figure]
    numbered: bool

    def before(self, place: int) -> list[Word]:
        start = self.figures[place - 1].end if place else 0
        return [word for word in self.words if start <= word.start < self.figures[place].start]

    def behind(self, place: int) -> list[Word]:
        end = self.figures[place + 1].start if place + 1 < len(self.figures) else len(self.text)
        return [word for word in self.words if self.figures[place].end <= word.start < end]

    def name_before(self, place: int, used: set[int]) -> tuple[int, list[Word]] | None:
        """The last name before a figure and behind the one before, and the words between."""
        start = self.figures[place - 1].end if place else 0
        for n in range(len(self.marks) - 1, -1, -1):
            mark = self.marks[n]
            if start <= mark.start and mark.end <= self.figures[place].start and n not in used:
                gap = [w for w in self.words if mark.end <= w.start < self.figures[place].start]
                return None if gap and self.said(mark) in data.CLOSE else (n, gap)
        return None

    def name_behind(self, place: int) -> tuple[int, list[Word], bool] | None:
        """The first name behind a figure, the words between, and whether a figure follows right behind it."""
        end = self.figures[place + 1].start if place + 1 < len(self.figures) else len(self.text)
        for n, mark in enumerate(self.marks):
            if self.figures[place].end <= mark.start < end:
                gap = [w for w in self.words if self.figures[place].end <= w.start < mark.start]
                rest = [w for w in self.words if mark.end <= w.start < end]
                return n, gap, place + 1 < len(self.figures) and not rest
        return None

    def said(self, mark: Label) -> tuple[str, ...]:
        return tuple(word.key for word in self.words if mark.start <= word.start < mark.end)

    def names_money(self, place: int, used: set[int], names: Names) -> bool:
        """Whether the name right before a figure is that of the line of money."""
        found = self.name_before(place, used)
        named = found is not None and self.marks[found[0]].codes[0] == names.money
        return named and found is not None and all(word.key in data.LINKS for word in found[1])

    def sum_each(self, place: int) -> bool:
        """Whether a bare figure said of each thing given is money: «mỗi suất 150.000», «mỗi suất 300»."""
        figure = self.figures[place]
        digits = figure.text.replace(".", "").replace(",", "")
        things = not people_at(self.behind(place), 0) and not self.counted(place)
        of_people = {"buoi", "cuoc", "lop", "dot"} & {word.key for word in self.before(place)}
        return self.each(place) and len(digits) > _SMALL and digits.isdecimal() and things and not of_people

    def counted(self, place: int) -> bool:
        """Whether a unit or people stand right behind a sum of money: «2 triệu lượt» is none."""
        after = self.behind(place)
        return bool(after) and (after[0].key in data.UNITS or people_at(after, 0) > 0)

    def about_money(self, place: int) -> bool:
        """Whether a sum of money is for what is reported: a line is named beside it, or no other thing is."""
        if self.marks or any(word.key in data.SPENT for word in self.before(place)):
            return True
        others = [word for word in (*self.before(place), *self.behind(place)) if not word.key.isdecimal()]
        return all(word.key in data.LINKS | data.AFTER for word in others)

    def strange(self) -> bool:
        """Whether there is a word in it that is neither a name, nor people, nor one that stands beside any figure."""
        known = data.LINKS | data.AFTER | data.DOING | data.UNITS | data.NOT | data.NONE_BESIDE
        within = [word for word in self.words if not any(f.start <= word.start < f.end for f in self.figures)]
        return any(
            len(word.key) > 1 and not word.key.isdecimal() and word.key not in known
            and not self.marked(word) and not people_at([word], 0)
            for word in within
        )  # fmt: skip

    def marked(self, word: Word) -> bool:
        return any(mark.start <= word.start < mark.end for mark in self.marks)

    def each_word(self, word: Word) -> bool:
        if not same_words([word], _EACH):
            return False
        follows = next((w.key for w in self.words if w.start >= word.end), "")
        return bool(word.marks) or follows in data.EACH_OF

    def each(self, place: int) -> bool:
        """Whether a figure is said of each one: «mỗi suất 500k», «5 suất x 500k»."""
        words = self.before(place)[-4:]
        if any(self.each_word(word) for word in words):
            return True
        start = self.figures[place - 1].end if place else 0
        return (
            bool(place)
            and re.search(r"[×*]|\sx\s*$", self.text[start : self.figures[place].start]) is not None
        )

    def vague(self, place: int) -> str:
        """What makes a figure vague, as typed; "" where nothing does."""
        words = [word for word in self.before(place) if not self.marked(word)]
        last = self.before(place)[-1:]
        near = [word for word in words if word in last and word.key in data.VAGUE]
        found = near or [word for word in words if word.key in data.VAGUE_ANYWHERE]
        return self.text[found[0].start : found[0].end] if found else ""

    def more(self, place: int) -> bool:
        """Whether a figure is said to be added to something."""
        near = (*self.before(place)[-1:], *self.behind(place)[:3])
        return any(word.key in data.MORE for word in near)

    def moved(self, place: int) -> bool:
        """Whether a figure says how something moved: «nữ tăng 3», «nữ giảm đi 8»."""
        before = [word for word in self.before(place)[-3:] if not self.marked(word)]
        return any(word.key in data.MOVES for word in before)

    def total(self, place: int) -> bool:
        return any(word.key == "tong" for word in self.before(place)[-5:])

    def none_of(self) -> Iterator[tuple[str, str]]:
        """The lines of which a clause without a figure says that there was none, or none yet; and how."""
        outside = [word for word in self.words if not self.marked(word)]
        nots = [word for word in outside if word.key in data.NOT]
        yet = [word for word in outside if word.key in data.NOT_YET]
        plain = all(word.key in data.NONE_BESIDE for word in outside if word not in (*nots, *yet))
        if not self.marks or not plain or len(nots) + len(yet) != 1:
            return
        said = "không" if nots else "chưa có"
        for mark in self.marks:
            yield mark.codes[0], said


def parts(text: str) -> list[str]:
    """The clauses of a text, as typed."""
    return [part.strip() for part in _CLAUSE.split(text) if part.strip()]


def clauses(text: str, names: Names, figures: Sequence[Figure]) -> list[Clause]:
    """The clauses of a text with the figures in each."""
    found: list[Clause] = []
    start, begins = 0, True
    inside = {n for figure in figures for n in range(figure.start, figure.end)}
    cuts = [mark for mark in _CLAUSE.finditer(text) if mark.start() not in inside]
    for at, end, mark in [*((m.start(), m.end(), m[0]) for m in cuts), (len(text), len(text), "")]:
        part = text[start:at]
        if part.strip():
            found.append(_clause(part, start, begins, names, figures, at))
            begins = False
        begins = begins or _SENTENCE.search(mark) is not None
        start = end
    return found


def _clause(
    part: str, start: int, begins: bool, names: Names, figures: Sequence[Figure], past: int
) -> Clause:
    masked = blanked(part)
    marks = names.labels.find(masked)
    words = words_of(masked)
    within = [
        Figure(f.start - start, f.end - start, f.text, f.money, f.sure)
        for f in figures
        if start <= f.start < past
    ]
    named = [mark for mark in marks if _counts(mark, words, within)]
    within = sorted((*within, *_nones(named, words)), key=lambda figure: figure.start)
    numbered = any(mark.number for mark in marks)
    return Clause(part, begins, words, named, within, numbered)


def _nones(marks: Sequence[Label], words: Sequence[Word]) -> Iterator[Figure]:
    """«giảm ko nữ 18»: a word for none right behind a name, as the figure it is; alone it is told by `none_of`."""
    for mark, after in pairwise(marks):
        between = [word for word in words if mark.end <= word.start < after.start]
        if len(between) == 1 and between[0].key in data.NOT:
            yield Figure(between[0].start, between[0].end, _NONE, money=False)
    last = [word for word in words if marks and word.start >= marks[-1].end]
    if len(marks) > 1 and last and last[0].key in data.NOT and all(w.key in data.AFTER for w in last[1:]):
        yield Figure(last[0].start, last[0].end, _NONE, money=False)


def _counts(mark: Label, words: Sequence[Word], figures: Sequence[Figure]) -> bool:
    """Whether a name is one: «thôi» alone is none, and «ra», «mới» are only right beside a figure."""
    said = tuple(word.key for word in words if mark.start <= word.start < mark.end)
    if mark.common or mark.number or len(mark.codes) != 1 or said in data.WEAK:
        return False
    return not any(mark.start <= f.start < mark.end for f in figures)
