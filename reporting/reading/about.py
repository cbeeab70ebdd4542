"""Taking a correction back: «hủy sửa vừa rồi», «ấy không, ghi lại như cũ giúp tôi»."""

import re

from reporting.reading.about_words import UNDO
from reporting.reading.polite import cores
from reporting.reading.typed import phrase, same_words, words_of

_KNOWN = tuple(map(phrase, UNDO))
_DENIAL = re.compile(
    r"(?:(?:ấy|ay|ơ|o|à|a|thôi|thoi|ý|chết|chet)\s+)*(?:không|khong|ko|nhầm|nham|chết|chet|thôi|thoi)(?:\s+(?:rồi|roi))?\s*,\s*",
    re.IGNORECASE,
)
_LONGEST = 120  # characters


def takes_back(text: str) -> bool:
    """Whether a whole message wants the last correction undone.

    >>> takes_back("hủy sửa vừa rồi giúp em")
    True
    """
    if len(text) > _LONGEST:
        return False
    denial = _DENIAL.match(text)
    return _is_known(text) or (denial is not None and _is_known(text[denial.end() :]))


def _is_known(text: str) -> bool:
    words = words_of(text)
    return any(same_words(core, known) for core in cores(words) for known in _KNOWN)
