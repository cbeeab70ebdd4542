"""How well a typed word matches a known one: with its diacritics, without some of them, or with a slip."""

import re
from enum import IntEnum

from reporting.reading.typed import Word, same_word

_SHORTEST_SLIP = 4  # letters; in shorter words one letter makes another word
_TELEX = ((re.compile(r"([aeod])\1"), r"\1"), (re.compile(r"w"), ""), (re.compile(r"[sfrxj]$"), ""))


class Grade(IntEnum):
    """The lower the better."""

    EXACT = 0  # the word as it is spelt
    LOOSE = 1  # all or some of its diacritics left out
    SLIP = 2  # other diacritics, or other letters


def grade(typed: Word, known: Word) -> Grade | None:
    """None for another word. Where in the word a diacritic stands does not matter: "hoà", "hòa"."""
    if typed.key != known.key:
        return None
    if typed.marks == known.marks:
        return Grade.EXACT
    return Grade.LOOSE if same_word(typed, known) else Grade.SLIP


def untelexed(key: str) -> str:
    """A folded word typed in Telex with the input method off, without its diacritics: "trieeuj" → "trieu"."""
    for pattern, plain in reversed(_TELEX):
        key = pattern.sub(plain, key)
    return key


def one_slip(typed: str, known: str) -> bool:
    """Whether one letter was added, left out, changed, or two neighbours changed places."""
    if abs(len(typed) - len(known)) > 1 or typed == known:
        return False
    if len(known) < _SHORTEST_SLIP:  # only neighbours that changed places
        return len(typed) == len(known) == 3 and sorted(typed) == sorted(known)
    start = next(
        (i for i, (a, b) in enumerate(zip(typed, known, strict=False)) if a != b), min(len(typed), len(known))
    )
    rest_typed, rest_known = typed[start:], known[start:]
    if rest_typed[1:] == rest_known[1:] or rest_typed[1:] == rest_known or rest_typed == rest_known[1:]:
        return True
    return rest_typed[:2] == rest_known[1::-1] and rest_typed[2:] == rest_known[2:]
