"""A message in tokens: words, figures, and the marks between them; and where phrases stand among them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reporting.reading.typed import Word, phrase, words_of

_TOKEN = re.compile(
    r"(?P<dc>[đĐdD]\s?/\s?[cC](?!\w))|(?P<other>\d+(?:[.,/-]\d+)+|\d+%|\d{4,})|(?P<number>\d{1,3})"
    r"|(?P<word>[^\W\d_]+)|(?P<mark>[^\w\s]|\n|_)"
)
_COMRADE = "dc"
Table = dict[str, list[tuple[Word, ...]]]


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a figure (`value`), a mark («,»), or another thing with digits («1/10»)."""

    start: int
    end: int
    text: str
    word: Word | None = None
    value: int | None = None

    @property
    def key(self) -> str:
        return self.word.key if self.word else ""

    @property
    def mark(self) -> bool:
        return self.word is None and self.value is None and not any(map(str.isdigit, self.text))


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text, in order."""
    found = []
    for each in _TOKEN.finditer(text):
        start, end, said = each.start(), each.end(), each[0]
        match each.lastgroup:
            case "dc":
                found.append(Token(start, end, said, Word(_COMRADE, "", start, end)))
            case "number":
                found.append(Token(start, end, said, value=int(said)))
            case "word":
                word = words_of(said)[0]
                found.append(Token(start, end, said, Word(word.key, word.marks, start, end)))
            case _:
                found.append(Token(start, end, said))
    return found


def table(*texts: Iterable[str]) -> Table:
    """Phrases by their first word."""
    known: Table = {}
    for each in (text for some in texts for text in some):
        words = phrase(each)
        known.setdefault(words[0].key, []).append(words)
    return known


def _same(typed: Word, meant: Word) -> bool:
    """The same letters, and the same diacritics or none: «công» is not «cộng»."""
    return typed.key == meant.key and typed.marks in ("", meant.marks)


def length_at(tokens: Sequence[Token], place: int, known: Table) -> int:
    """How many tokens the longest known phrase at a place has; 0 if none stands there."""
    if not 0 <= place < len(tokens) or tokens[place].word is None:
        return 0
    longest = 0
    for words in known.get(tokens[place].key, ()):
        said = [token.word for token in tokens[place : place + len(words)] if token.word]
        if len(words) > longest and len(said) == len(words) and all(map(_same, said, words)):
            longest = len(words)
    return longest


def plainly_at(tokens: Sequence[Token], place: int, known: Table, *, unmarked: bool) -> bool:
    """Whether a phrase stands at a place with its own diacritics, or a text without any has its letters."""
    if tokens[place].word is None:
        return False
    for words in known.get(tokens[place].key, ()):
        said = [token.word for token in tokens[place : place + len(words)] if token.word]
        if [word.key for word in said] == [word.key for word in words] and (
            unmarked or [word.marks for word in said] == [word.marks for word in words]
        ):
            return True
    return False


def is_unmarked(tokens: Sequence[Token]) -> bool:
    return not any(token.word.marks for token in tokens if token.word)


def is_one_of(token: Token, words: Iterable[str]) -> bool:
    """Whether a token is one of some single words."""
    return token.word is not None and any(_same(token.word, phrase(each)[0]) for each in words)
