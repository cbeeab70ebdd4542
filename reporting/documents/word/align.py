"""Aligns the words of a document that came back with those of the one that was sent.

Whole paragraphs that stayed as they were are matched first, so that long documents stay fast; words are compared only
between them. The order is kept: word i before word j in both.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reporting.documents.word.read import Paragraph

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]|_")
_MOST_COMPARED = 4_000_000  # pairs of one stretch; beyond that it counts as rewritten


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign: its place in the text of its paragraph, and the figure it belongs to, if any.

    `occurrence` numbers the figures of the document in order, 0 for prose.
    """

    word: str
    paragraph: int
    start: int
    end: int
    occurrence: int

    @property
    def is_number(self) -> bool:
        return self.word[0].isdigit()

    @property
    def is_word(self) -> bool:
        return self.word[0].isalpha()


def tokens_of(paragraphs: Sequence[Paragraph]) -> list[Token]:
    """The words of a document in order; of a figure, those of its printed text."""
    found: list[Token] = []
    occurrence = 0
    for index, paragraph in enumerate(paragraphs):
        at = 0
        for part in paragraph.parts:
            text = part if isinstance(part, str) else part.text
            if not isinstance(part, str):
                occurrence += 1
            owner = 0 if isinstance(part, str) else occurrence
            for match in _WORD.finditer(text):
                word = unicodedata.normalize("NFC", match[0])
                found.append(Token(word, index, at + match.start(), at + match.end(), owner))
            at += len(text)
    return found


def same_paragraphs(sent: Sequence[Paragraph], back: Sequence[Paragraph]) -> dict[int, int]:
    """Paragraphs of `sent` that stand unchanged in `back`, by index, in order; empty ones are not matched."""
    a, b = [plain(p.text) for p in sent], [plain(p.text) for p in back]
    found: dict[int, int] = {}
    before, opposite = 0, 0
    for i, j in [*_anchors(a, b), (len(a), len(b))]:
        _match(a, b, range(before, i), range(opposite, j), found)
        if i < len(a):
            found[i] = j
        before, opposite = i + 1, j + 1
    return {i: j for i, j in found.items() if a[i]}


def same_words(
    sent: Sequence[Paragraph], back: Sequence[Paragraph], a: Sequence[Token], b: Sequence[Token]
) -> dict[int, int]:
    """Indices of tokens of `a` (those of `sent`) and of the tokens of `b` that they became, unchanged and in order."""
    found: dict[int, int] = {}
    words_a, words_b = [token.word for token in a], [token.word for token in b]
    a_at, b_at = _firsts(a, len(sent)), _firsts(b, len(back))
    before, opposite = 0, 0
    for paragraph, other in [*same_paragraphs(sent, back).items(), (len(sent), len(back))]:
        start, end = a_at[before], a_at[paragraph]
        _match(words_a, words_b, range(start, end), range(b_at[opposite], b_at[other]), found)
        if paragraph < len(sent):
            size = a_at[paragraph + 1] - end
            found |= {end + n: b_at[other] + n for n in range(size)}
            before, opposite = paragraph + 1, other + 1
    return found


def plain(text: str) -> str:
    """Text as it is compared: one blank between words, no invisible characters."""
    kept = (c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf")
    return " ".join("".join(kept).split())


def _anchors(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Texts that stand once in each: the longest row of them that kept its order."""
    once = {text: j for j, text in enumerate(b) if text}
    times_a, times_b = Counter(a), Counter(b)
    pairs = [(i, once[text]) for i, text in enumerate(a) if text and times_a[text] == times_b[text] == 1]
    tops: list[int] = []  # the lowest j that a row of each length ends with, and where in `pairs` it stands
    ends: list[int] = []
    previous: list[int] = []
    for n, (_, j) in enumerate(pairs):
        length = bisect_left(tops, j)
        previous.append(ends[length - 1] if length else -1)
        tops[length : length + 1] = [j]
        ends[length : length + 1] = [n]
    row: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        row.append(pairs[at])
        at = previous[at]
    return row[::-1]


def _match(a: Sequence[str], b: Sequence[str], first: range, second: range, found: dict[int, int]) -> None:
    """Adds to `found` what of one stretch stands in the other, in order."""
    i, j, end_i, end_j = first.start, second.start, first.stop, second.stop
    while i < end_i and j < end_j and a[i] == b[j]:
        found[i] = j
        i, j = i + 1, j + 1
    while i < end_i and j < end_j and a[end_i - 1] == b[end_j - 1]:
        end_i, end_j = end_i - 1, end_j - 1
        found[end_i] = end_j
    if (end_i - i) * (end_j - j) > _MOST_COMPARED:
        return
    left, right = a[i:end_i], b[j:end_j]
    for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
        for offset in range(block.size):
            found[i + block.a + offset] = j + block.b + offset


def _firsts(tokens: Sequence[Token], paragraphs: int) -> list[int]:
    """For each paragraph, and for the end, the index of its first token."""
    firsts = [0] * (paragraphs + 1)
    for token in tokens:
        firsts[token.paragraph + 1] += 1
    for index in range(paragraphs):
        firsts[index + 1] += firsts[index]
    return firsts
