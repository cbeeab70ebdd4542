"""The parts of a message about visits and gifts: each begins with a word for one of them, or with what is for each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from reporting.reading import care_words as data
from reporting.reading.care_figures import Amount
from reporting.reading.labels import Label
from reporting.reading.typed import Word, phrase, same_words, words_of

Kind = Literal["visit", "gift", "feast", "each", "money", "total", "other", "turns"]
_MARK = re.compile(
    r"[\n;]+|,(?!\d)|(?<!\d),|[.!?…]+(?=\s|$)|[()]|(?<!\w)(?:và|va|với|voi|nhưng|nhung|"
    r"(?<!quỹ )còn(?!\s(?:có|lại)))(?!\w)|\s[-–+]\s",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?…\n]")
_WITH = re.compile(r"và|va|với|voi|cùng|\+", re.IGNORECASE)
_PHRASES = {
    kind: tuple(map(phrase, texts))
    for kind, texts in (
        ("visit", data.VISITS), ("reason", data.REASONS), ("gift", data.GIFTS), ("giving", data.GIVING),
        ("feast", data.FEASTS), ("total", data.TOTALS), ("money", data.MONEY), ("each", (data.EACH,)),
    )
}  # fmt: skip
_BECOMES = {("feast", "gift"), ("turns", "visit")}
_FAR = 3  # words between who gives and what is given


@dataclass(slots=True)
class Part:
    """One part: `begins` a sentence, or is `joined` by «với» to the one before."""

    start: int
    end: int
    begins: bool
    joined: bool = False
    kind: Kind | None = None
    words: list[Word] = field(default_factory=list)
    amounts: list[Amount] = field(default_factory=list)

    @property
    def counts(self) -> list[Amount]:
        return [each for each in self.amounts if not each.money]

    @property
    def sums(self) -> list[Amount]:
        return [each for each in self.amounts if each.money]

    @property
    def keys(self) -> list[str]:
        return [word.key for word in self.words]

    def behind(self, amount: Amount) -> list[Word]:
        """The words between a figure and the next."""
        past = next((each.start for each in self.amounts if each.start > amount.start), self.end)
        return [word for word in self.words if amount.end <= word.start < past]

    def before(self, amount: Amount) -> list[Word]:
        start = max((each.end for each in self.amounts if each.end <= amount.start), default=self.start)
        return [word for word in self.words if start <= word.start < amount.start]

    def word_before(self, amount: Amount) -> str:
        """The key of the word right before a figure; "" if there is none."""
        return next((word.key for word in reversed(self.before(amount))), "")

    def says(self, phrases: Sequence[Sequence[Word]]) -> bool:
        """Whether one of the phrases stands in it."""
        return any(
            same_words(self.words[n : n + len(each)], each)
            for each in phrases
            for n in range(len(self.words))
        )


def length_at(words: Sequence[Word], place: int, kind: str) -> int:
    """How many words of a phrase of a kind stand at a place; 0 if none does."""
    return max(
        (len(each) for each in _PHRASES[kind] if same_words(words[place : place + len(each)], each)),
        default=0,
    )


class _Piece:
    """What stands between two marks: its words and figures in order."""

    def __init__(self, words: list[Word], amounts: list[Amount], others: Sequence[Label]) -> None:
        self.words = words
        self._amounts = {amount.start: amount for amount in amounts}
        self._others = {mark.start: mark for mark in others}
        self.tokens: list[Word | Amount] = sorted((*words, *amounts), key=lambda token: token.start)

    def _word(self, place: int) -> Word | None:
        token = self.tokens[place] if 0 <= place < len(self.tokens) else None
        return token if isinstance(token, Word) else None

    def _key(self, place: int) -> str:
        word = self._word(place)
        return word.key if word is not None else ""

    def _figure(self, place: int) -> Amount | None:
        token = self.tokens[place] if 0 <= place < len(self.tokens) else None
        return token if isinstance(token, Amount) else None

    def _unbroken(self, place: int) -> list[Word]:
        """The words from a place on that no figure parts: «hiếu 1 hỷ 0» are two kinds."""
        run: list[Word] = []
        while (word := self._word(place + len(run))) is not None:
            run.append(word)
        return run

    def kind(self, place: int, current: Part) -> Kind | None:
        """What begins at a token; None if nothing does."""
        token = self.tokens[place]
        if isinstance(token, Amount):
            return self._of_figure(token, place, current)
        words, at = self.words, self.words.index(token)
        if self._visits(words, at):
            return "visit"
        if self._reason(place):
            return "visit" if token.marks else "turns"
        if length_at(words, at, "each") and (token.marks or self._key(place + 1) in data.ONE_OF):
            return "each"
        if self._gives(words, at, place):
            return None if self._figure(place - 1) is not None and current.kind == "gift" else "gift"
        if token.start in self._others and self._is_other(place, current):
            return "other"
        if length_at(words, at, "feast"):
            return "feast"
        if length_at(words, at, "total"):
            return "total"
        if length_at(words, at, "money"):
            after = self._figure(place + 1)
            paid = after is not None and (after.money or (after.value or 0) >= data.A_SUM)
            return "money" if token.key != "chi" or paid else None
        return None

    def _of_figure(self, amount: Amount, place: int, current: Part) -> Kind | None:
        after = self._key(place + 1)
        if amount.money or current.kind == "each":
            return None
        if after in data.OPENING_PARCELS or (after in data.PARCELS and self._key(place + 2) == "qua"):
            named = 2 if after == "qua" else 3 if self._key(place + 2) == "qua" else 0
            behind = self._figure(place + named) if named else None  # «thăm 2 suất quà 3»
            return None if behind is not None and not behind.money and current.kind == "visit" else "gift"
        if after in data.CASES:
            return "visit" if current.kind is None or current.counts else None
        told = self._told_by_reason(place + 1) or (after in data.HOMES and current.kind is None)
        return "turns" if (told or after in data.TIMES) and (current.kind is None or current.counts) else None

    def _told_by_reason(self, place: int) -> bool:
        """«1 đc ốm», «3 sinh con»: behind a figure stands what the visits were for, or people and that."""
        word = self._word(place)
        sick = self._key(place) in data.PEOPLE and self._key(place + 1) in data.SICK
        return sick or (word is not None and length_at(self.words, self.words.index(word), "reason") > 0)

    def _visits(self, words: list[Word], at: int) -> bool:
        after = [word.key for word in words[at + 1 : at + 3]]
        if not length_at(words, at, "visit"):
            return False
        other = bool(after) and after[0] in data.NOT_VISITS
        return not other or (after[0] == "gia" and after[1:] == [data.OF_HOME])

    def _reason(self, place: int) -> bool:
        """«ốm 5, hiếu 1»: what visits were for, right before their figure."""
        length = length_at(self._unbroken(place), 0, "reason")
        figure = self._figure(place + length)
        if not length or figure is None or figure.money:
            return False
        counted = self._key(place + length + 1) in data.CASES | data.PEOPLE
        return place == 0 or (self._figure(place - 1) is not None and not counted)

    def _gives(self, words: list[Word], at: int, place: int) -> bool:
        before, after = self._key(place - 1), self._key(place + 1)
        if length_at(words, at, "gift"):
            return before not in data.NOT_GIFTS_BEHIND and after not in data.NOT_GIFTS_BEFORE
        giving = length_at(words, at, "giving")
        near = self.tokens[place + giving : place + giving + _FAR]
        praise = any(isinstance(each, Word) and each.key in data.PRAISE for each in near)
        if not giving or praise or after in data.NOT_GIVING_BEFORE:
            return False
        given = any(isinstance(each, Word) and each.key in data.OPENING_PARCELS for each in near)
        known = {(each[0].key, each[0].marks) for each in _PHRASES["giving"]}  # «tăng» is no «tặng»
        exact = (words[at].key, words[at].marks) in known
        return given or (exact and any(isinstance(each, Amount) and not each.money for each in near))

    def _is_other(self, place: int, current: Part) -> bool:
        """Whether the name of another line begins something else here."""
        mark = self._others[self.tokens[place].start]
        words = [word for word in self.words if mark.start <= word.start < mark.end]
        first = current.kind is None and not current.amounts
        if self._key(place - 1) == "qua":  # «quà TT»
            return False
        if {word.key for word in words} <= data.WEAK_NAMES:
            keys = {self._key(place - 1), *(word.key for word in words)}
            attended = "du" in keys and not keys.isdisjoint(data.COMING)  # «người về dự là 18»
            return first and (attended or self._key(place) == "nu")
        figure = self._figure(place + len(words)) or self._figure(place + len(words) + 1)
        none = self._key(place + len(words)) in data.NOT
        return first or none or (figure is not None and not figure.money)


def _splits(current: Part, kind: Kind) -> bool:
    """Whether what begins is another part than the one it stands in."""
    if not current.words and not current.amounts:
        return False
    if current.kind is None and not current.amounts:
        return kind == "each" and bool(data.PERSON & set(current.keys))
    if kind == "visit" and current.kind in ("turns", None):  # «một lượt thăm», «2 thăm 3 quà»
        return len(current.amounts) != 1 or current.amounts[0].money
    if kind == "visit":
        return current.kind != "visit" or bool(current.amounts)
    if kind in ("gift", "feast"):
        if current.kind == "each":
            return bool(current.sums)
        return current.kind not in ("gift", "feast") or bool(current.sums) or len(current.counts) > 1
    if kind in ("money", "total"):
        return bool(current.amounts) and current.kind not in ("each",)
    return True


def parts_of(text: str, amounts: Sequence[Amount], others: Sequence[Label]) -> Iterator[Part]:
    """The parts of a prepared text, in order."""
    inside = {n for amount in amounts for n in range(amount.start, amount.end)}
    every = [word for word in words_of(text) if word.start not in inside and not word.key.isdecimal()]
    start, begins, joined = 0, True, False
    cuts = [(m.start(), m.end(), m[0]) for m in _MARK.finditer(text) if m.start() not in inside]
    for at, end, mark in (*cuts, (len(text), len(text), "")):
        words = [word for word in every if start <= word.start < at]
        piece = _Piece(words, [each for each in amounts if start <= each.start < at], others)
        if piece.tokens:
            yield from _parts(piece, start, at, begins, joined)
            begins = False
        begins = begins or _SENTENCE.search(mark) is not None
        joined = _WITH.search(mark) is not None
        start = end


def _parts(piece: _Piece, start: int, past: int, begins: bool, joined: bool) -> Iterator[Part]:
    current = Part(start, past, begins, joined)
    for place, token in enumerate(piece.tokens):
        kind = piece.kind(place, current)
        if kind is not None and _splits(current, kind):
            current.end = token.start
            yield current
            current = Part(token.start, past, begins=False)
        if (kind is not None and (current.kind, kind) in _BECOMES) or current.kind is None:
            current.kind = kind
        if isinstance(token, Amount):
            current.amounts.append(token)
        else:
            current.words.append(token)
    yield current
