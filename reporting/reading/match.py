"""Which of the things offered a person means by what they typed: a choice of a message, or a unit (`unit_names`)."""

import re
from collections.abc import Iterable, Iterator, Sequence

from reporting.reading.polite import cores
from reporting.reading.typed import Word, phrase, same_words, words_of
from reporting.reading.unit_names import find_units
from reporting.text import clean, fold

_LONGEST = 300  # characters
_LETTER = re.compile(r"(?:câu|cau|chọn|chon|đáp án|dap an|ý|y)?\s*\(?([a-z])\s*[).:]?", re.IGNORECASE)
_NUMBER = re.compile(r"(?:câu|cau|chọn|chon|số|so)?\s*\(?(\d{1,3})\s*[).:]?", re.IGNORECASE)
# "cái thứ hai": of several things offered, by its place in words.
_PLACE = re.compile(
    r"(?:cái|cai|số|so|câu|cau|ý|y|phương án|phuong an|con số|con so)\s+(?:thứ|thu)?\s*(?P<place>[^\W_]+)",
    re.IGNORECASE,
)
_PLACES = {
    "nhat": 0,
    "dau": 0,
    "1": 0,
    "hai": 1,
    "2": 1,
    "nhi": 1,
    "ba": 2,
    "3": 2,
    "tu": 3,
    "bon": 3,
    "4": 3,
}
_SAID_THU = re.compile(r"(?<!\w)(?:thứ|thu|đầu|dau)(?!\w)", re.IGNORECASE)
Choice = tuple[str, str, Sequence[str]]  # id, label, words


def _picked(ids: Iterable[str]) -> str | tuple[str, ...] | None:
    """None, the one id, or all different ones."""
    different = tuple(dict.fromkeys(ids))
    if not different:
        return None
    return different[0] if len(different) == 1 else different


def _by_words(core: Sequence[Word], choices: Sequence[Choice]) -> Iterator[str]:
    for choice_id, label, words in choices:
        if any(same_words(core, phrase(known)) for known in (label, *words) if phrase(known)):
            yield choice_id


def _by_beginning(core: Sequence[Word], choices: Sequence[Choice]) -> Iterator[str]:
    """Labels that begin with what was typed, two words or more of it."""
    for choice_id, label, _ in choices:
        if len(core) >= 2 and same_words(core, phrase(label)[: len(core)]):
            yield choice_id


def _by_place(
    text: str, core: Sequence[Word], choices: Sequence[Choice], letters: bool, numbers: bool
) -> str | None:
    said = text[core[0].start : core[-1].end].strip()
    letter, number = _LETTER.fullmatch(said), _NUMBER.fullmatch(said)
    place = -1
    ordinal = _PLACE.fullmatch(said.removesuffix(" tiên").removesuffix(" tien"))
    if ordinal is not None and len(choices) > 1 and _SAID_THU.search(said):
        place = _PLACES.get(fold(ordinal["place"]), -1)
    elif letters and letter is not None and letter[1].isascii():
        place = ord(letter[1].lower()) - ord("a")
    elif numbers and number is not None:
        place = int(number[1]) - 1
    return choices[place][0] if 0 <= place < len(choices) else None


def match_choice(
    text: str, choices: Sequence[Choice], letters: bool, numbers: bool = False
) -> str | tuple[str, ...] | None:
    """The id of the choice a typed answer picks; a tuple of ids if it may be several; None if none.

    By label or one of its words, then by its place (a, b, c … where `letters`; 1, 2, 3 … where `numbers`), then by the
    first words of its label. Diacritics may be missing, courtesies may stand around.
    """
    text = clean(text)
    if not text or len(text) > _LONGEST:
        return None
    meant = list(cores(words_of(text)))
    for core in meant:
        picked = _picked(_by_words(core, choices))
        if picked is not None:
            return picked
    for core in meant:
        place = _by_place(text, core, choices, letters, numbers)
        if place is not None:
            return place
    for core in meant:
        picked = _picked(_by_beginning(core, choices))
        if picked is not None:
            return picked
    return None


__all__ = ["Choice", "find_units", "match_choice"]
