"""Vietnamese text: normal form, folding for search, and the order of words in a list.

`fold` is for matching what people type, `sort_key` for showing lists: base letters a ă â … y, tones
ngang huyền hỏi ngã sắc nặng (the order of ICU's vi locale).
"""

import unicodedata
from functools import lru_cache

_BASES = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_BASE_RANK = {letter: rank for rank, letter in enumerate(_BASES)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_SHAPES = {"\u0306": {"a": "ă"}, "\u0302": {"a": "â", "e": "ê", "o": "ô"}, "\u031b": {"o": "ơ", "u": "ư"}}
_KEPT_CONTROLS = {"\n", "\t"}


@lru_cache(maxsize=2048)
def clean(text: str) -> str:
    """NFC, line ends as \\n, no control or unassigned characters, no blanks at the ends."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if text.replace("\n", "").isprintable():  # most texts: nothing to look at one by one
        return text.strip()
    kept = (
        c
        for c in text
        if c in _KEPT_CONTROLS or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Cn", "Co")
    )
    return "".join(kept).strip()


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """A search key: lower case, no diacritics, đ as d, full-width digits as ASCII, single blanks."""
    text = unicodedata.normalize("NFKC", text.casefold())
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return " ".join(text.replace("đ", "d").split())


def sort_key(text: str) -> tuple[tuple[tuple[int, int], ...], tuple[int, ...]]:
    """Orders text as a Vietnamese dictionary does: all base letters first, tones decide ties."""
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFD", text.casefold()):
        if char in _TONES:
            if tones:
                tones[-1] = _TONES[char]
        elif char in _SHAPES and letters:
            base = chr(letters[-1][1])
            shaped = _SHAPES[char].get(base, base)
            letters[-1] = (
                (1 + _BASE_RANK.get(shaped, 0), ord(shaped)) if shaped in _BASE_RANK else letters[-1]
            )
        elif not unicodedata.combining(char):
            letters.append(
                (1 + _BASE_RANK[char] if char in _BASE_RANK else (0 if not char.isalpha() else 99), ord(char))
            )
            tones.append(0)
    return tuple(letters), tuple(tones)
