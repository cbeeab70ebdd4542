"""Counts and sums of money with a qualifier, «gần 300», as the office may give them: «trên 525 nghìn», «khoảng 50»."""

import re
from collections.abc import Callable, Mapping

from reporting.reading.count import read_count
from reporting.reading.money import read_money
from reporting.reading.readings import Ask, Given, Reading
from reporting.text import clean, fold
from reporting.values import QUALIFIERS, Kind, Qualified

_READERS: Mapping[Kind, Callable[[str], Reading]] = {"count": read_count, "money": read_money}
_PLAIN = {fold(qualifier): qualifier for qualifier in QUALIFIERS}
_SPELT = "|".join({*QUALIFIERS, *_PLAIN})
_NUMERAL = r"\d|(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|mot|bon|nam|sau|bay|tam|chin|muoi)\b"
_SAID = re.compile(rf"(?<!\w)({_SPELT})\s+(?={_NUMERAL})", re.IGNORECASE)
_FIGURE = re.compile(r"[\d.,]+")


def qualified(kind: Kind, text: str) -> Reading:
    """The text as a count or a sum of money, Given as Qualified where one of the four words stands before the figure.

    All that is vague otherwise («khoảng gần 300», «không quá 300») is asked back as it is without qualifiers.
    """
    read = _READERS[kind]
    plain = read(text)
    if not isinstance(plain, Ask):
        return plain
    text = clean(text)
    for found in _SAID.finditer(text):
        said = _PLAIN[fold(found[1])]
        rest = f"{text[: found.start()]}{text[found.end() :]}"
        match read(rest):
            case Given(int(number)) if number > 0:
                return Given(Qualified(said, number))
            case Ask(candidates) if kind == "money" and _FIGURE.fullmatch(rest):  # «gần 45»: millions?
                whole = [c for c in candidates if isinstance(c, int) and c > 0]
                return Ask(tuple(Qualified(said, number) for number in whole) or candidates)
    return plain
