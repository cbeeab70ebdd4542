"""Several figures where one is asked: a list («2, 70, 1, 0», «2 buổi 70 người»), or one of two («2 hay 3»)."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from reporting.reading.count import read_count
from reporting.reading.readings import Ask, Given
from reporting.reading.reply_types import Item
from reporting.text import clean, fold

_LIST = re.compile(r"\d+(?:\s*[,;]\s+\d+)+|\d+(?:\s*[,;\s]\s*\d+){2,}")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[\s,]\d{3})+")
_COUNTED = re.compile(r"(?<![\d.,])\d+\s+([^\W\d_]+(?:\s[^\W\d_]+)?)")
_NUMERAL = (
    r"(?:\d[\d.]*|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mot|bon|bay|tam|chin|muoi)"
    r"(?:\s+(?:mươi|chục|bạn|người|đồng chí|em|buổi|lượt|suất))?"
)
_EITHER = re.compile(
    rf"(?<!\w)(?P<one>{_NUMERAL})\s+(?:hay|hoặc|hoac)(?:\s+(?:là|la))?\s+(?P<other>{_NUMERAL})(?!\w)",
    re.IGNORECASE,
)
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


def hesitates(text: str) -> bool:
    """Whether a text says one of two figures: «2 hay 3 gì đó».

    >>> hesitates("kết nạp hai hay ba bạn"), hesitates("tuyên truyền 2 buổi hay lắm")
    (True, False)
    """
    return _EITHER.search(clean(text)) is not None


def asked_of_two(items: Sequence[Item], text: str) -> tuple[Item, ...]:
    """Items with those asked of which a message says one of two figures: «tuyên truyền 2 hay 3 buổi»."""
    text = clean(text)
    either = [(found[0], _figures(found)) for found in _EITHER.finditer(text)]
    plain = set(re.findall(r"\d+", _EITHER.sub(" ", text))) if either else set()
    return tuple(item if _figure(item) in plain else _asked(item, either) for item in items)


def _figure(item: Item) -> str:
    return str(item.reading.value) if isinstance(item.reading, Given) else ""


def _figures(found: re.Match[str]) -> tuple[int, ...]:
    read = (read_count(found[group]) for group in ("one", "other"))
    return tuple(r.value for r in read if isinstance(r, Given) and isinstance(r.value, int))


def _asked(item: Item, either: Sequence[tuple[str, tuple[int, ...]]]) -> Item:
    reading = item.reading
    for said, figures in either:
        if isinstance(reading, Given) and reading.value in figures and len(set(figures)) == 2:
            return replace(item, text=said, reading=Ask(figures))
    return item
