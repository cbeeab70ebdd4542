"""Invitation codes: eight signs in two halves, XXXX-XXXX, told apart from figures and from Vietnamese words.

Of signs that look alike on paper the alphabet has at most one: no 0 O, no 1 I L; 2 not Z, S not 5, G not 6, B not 8,
V not U. Every
code we make begins each half with a letter, has a digit in each half and ends its first half with a letter, so none
is a word, and none is figures with their units ("24tr 39tr", "TT34 CN29").
"""

import re
from collections.abc import Callable

from reporting.text import clean

LETTERS = "ABCDEFGHJKMNPQRSTVWXY"
DIGITS = "23479"
ALPHABET = LETTERS + DIGITS

_LONGEST = 600  # characters; a longer message holds no code
_SIGN = f"[{ALPHABET}]"
_HALVES = rf"({_SIGN}{{4}})(?:\s*[-–—_.]\s*|\s+)?({_SIGN}{{4}})"
_HYPHENED = re.compile(
    rf"(?<![\w-])({_SIGN}{{4}})\s?[-–—_]\s?({_SIGN}{{4}})(?![\w-])", re.IGNORECASE | re.ASCII
)
_WHOLE = re.compile(rf"\W*(?:{_HALVES})\W*", re.IGNORECASE | re.ASCII)
_SPACED = re.compile(rf"\W*((?:{_SIGN}[\s-]+){{7}}{_SIGN})\W*", re.IGNORECASE | re.ASCII)
_NAMED = re.compile(
    rf"(?:^/start(?:@\w+)?|\bm[ãa]\b(?:\s+(?:m[ờo]i|s[ốo]|l[àa]|c[ủu]a|t[ôo]i|em|m[ìi]nh|anh|ch[ịi]|n[àa]y))*|\bcode)"
    rf"\s*[:=]?\s*{_HALVES}(?!\w)",
    re.IGNORECASE,
)
_LINKED = re.compile(
    rf"(?:https?://|\bt\.me/|\bzalo\.me/)\S*[/=]({_SIGN}{{4}})[-_]?({_SIGN}{{4}})/?(?!\S)", re.IGNORECASE
)
_ATTEMPT = re.compile(r"\W*[A-Z0-9]{3,5}[\s\-–—_.]*[A-Z0-9]{3,5}\W*", re.IGNORECASE | re.ASCII)
_FIGURE = re.compile(r"[0-9]+[A-Z]+|[A-Z]+[0-9]+")
_UNIT_FIGURE = re.compile(r"[0-9]+[A-Z]*")
_SYLLABLE = re.compile(
    r"(?:NGH|NG|NH|CH|GH|GI|KH|PH|QU|TH|TR|[BCDGHKMNPRSTVX])?[AEY]{1,3}(?:NG|NH|CH|[CMNPTY])?|(?:NGH|NG|NH|TH|CH|KH|TR)"
)


def make_code(random: Callable[[int], int]) -> str:
    """A new code. `random(n)` gives a number from 0 to n-1 (for real codes, `secrets.randbelow`)."""

    def one(signs: str) -> str:
        return signs[random(len(signs))]

    def half(last: str) -> str:
        signs = [one(LETTERS), one(ALPHABET), one(ALPHABET), one(last)]
        if not any(sign in DIGITS for sign in signs):
            signs[1 + random(2)] = one(DIGITS)
        return "".join(signs)

    return f"{half(LETTERS)}-{half(ALPHABET)}"


def _is_code(first: str, second: str) -> bool:
    """Whether two halves can be a code: letters in each, a digit somewhere, and not two figures with units."""
    if not all(any(sign in LETTERS for sign in half) for half in (first, second)):
        return False
    if _FIGURE.fullmatch(first) and _FIGURE.fullmatch(second):
        return False
    return any(sign in DIGITS for sign in first + second)


def _plain_speech(half: str) -> bool:
    """Whether a half may be a Vietnamese word typed without diacritics, or a number with a unit."""
    return _SYLLABLE.fullmatch(half) is not None or _UNIT_FIGURE.fullmatch(half) is not None


def _distinct(first: str, second: str) -> bool:
    """Whether two halves are a code even where nothing says that one follows."""
    return _is_code(first, second) and not (_plain_speech(first) or _plain_speech(second))


def is_attempt(text: str) -> bool:
    """Whether a message looks like a code that was mistyped: nothing else, letters and digits in two halves."""
    text = clean(text)
    known = len(text) <= _LONGEST and _ATTEMPT.fullmatch(text) is not None
    return known and any(c.isdigit() for c in text) and any(c.isalpha() for c in text)


def find_code(text: str) -> str | None:
    """The code in what was typed, in its usual form XXXX-XXXX, or None.

    It is found as the whole message, in any case, with blanks or without the hyphen; within a sentence if the hyphen
    is there or the word for "code" comes before it; after /start; at the end of a link.
    """
    if len(text) > _LONGEST:
        return None
    text = clean(text)
    for pattern in (_NAMED, _LINKED):
        for named in pattern.finditer(text):
            first, second = named[1].upper(), named[2].upper()
            if _is_code(first, second):
                return f"{first}-{second}"
    spaced = _SPACED.fullmatch(text)
    plain = re.sub(r"[\s-]", "", spaced[1]) if spaced else text
    for found in (*_HYPHENED.finditer(plain), _WHOLE.fullmatch(plain)):
        if found is not None and _distinct(found[1].upper(), found[2].upper()):
            return f"{found[1].upper()}-{found[2].upper()}"
    return None
