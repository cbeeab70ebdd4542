"""Whether a reply brings a list of figures where one is asked: «2, 70, 1, 0», «2 buổi 70 người»."""

import re
from collections.abc import Collection

from reporting.text import clean, fold

_LIST = re.compile(r"\d+(?:\s*[,;]\s+\d+)+|\d+(?:\s*[,;\s]\s*\d+){2,}")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[\s,]\d{3})+")
_COUNTED = re.compile(r"(?<![\d.,])\d+\s+([^\W\d_]+(?:\s[^\W\d_]+)?)")
_PEOPLE = frozenset({"nguoi", "ban", "chi", "anh", "doan vien", "dong chi"})


def lists_figures(text: str, units: Collection[str] = ()) -> bool:
    """Whether a text counts several things. `units`: what the lines of the form are counted in.

    >>> lists_figures("2, 70, 1, 0"), lists_figures("2 buổi 70 người", ("buổi", "lượt"))
    (True, True)
    >>> lists_figures("1 250"), lists_figures("2 hay 3 người", ("buổi",))
    (False, False)
    """
    text = clean(text).strip(" .")
    if _LIST.fullmatch(text):
        return _GROUPED.fullmatch(text) is None
    known = {fold(unit) for unit in units} - _PEOPLE
    counted = {_noun(found[1], known) for found in _COUNTED.finditer(text)} - {""}
    return len(counted) > 1


def _noun(words: str, units: Collection[str]) -> str:
    """The unit that words begin with, people being one; "" where they are none."""
    folded = fold(words)
    first = folded.split(" ")[0]
    if first in _PEOPLE or folded in _PEOPLE:
        return "nguoi"
    return next((unit for unit in units if unit in (first, folded)), "")
