"""«2 mục sau k có», «hai mục đầu không»: none of so many of the lines asked, put by their names."""

import re
from collections.abc import Sequence

from reporting.reading import rest_words as data
from reporting.reading.labels import Labels
from reporting.reading.reply_types import Line
from reporting.reading.rest import same_length_fold

_LONGEST = 400  # characters
_NUMBERS = {"hai": 2, "ba": 3, "bon": 4}
_SAID = re.compile(
    rf"(?:^|(?<=[,;.\n]\s)|(?<=\n))(?:(?:con|va|thi)\s)?(?P<many>[2-4]|hai|ba|bon)\s{data.THINGS}\s"
    rf"(?P<which>sau|con lai|cuoi|duoi|kia|dau|tren){data.LINKS}[\s,:=-]+{data.NONE}{data.COURTESY}"
    r"(?=\s*(?:$|[,;.\n]))"
)


def by_their_names(text: str, lines: Sequence[Line]) -> str:
    """Such a part with the names of the lines it means; as it was where one of them is named besides.

    >>> lines = [Line(n, name, "count", name, (name,)) for n, name in enumerate(("buổi", "đối thoại", "thỏa ước"), 4)]
    >>> by_their_names("2 buổi, 2 mục sau k có", lines)
    '2 buổi, đối thoại không, thỏa ước không'
    >>> by_their_names("đối thoại 1, 2 mục sau k có", lines)
    'đối thoại 1, 2 mục sau k có'
    """
    found = _SAID.search(same_length_fold(text)) if len(text) <= _LONGEST else None
    if found is None:
        return text
    many = _NUMBERS.get(found["many"]) or int(found["many"])
    first = found["which"] in ("dau", "tren")
    meant = lines[:many] if first else lines[-many:]
    outside = f"{text[: found.start()]}, {text[found.end() :]}"
    named = {code for mark in Labels(lines).find(outside) if not mark.common for code in mark.codes}
    counted = all(line.kind in ("count", "money") for line in meant)
    if len(lines) <= many or not counted or named & {line.code for line in meant}:
        return text
    said = ", ".join(f"{line.words[0] if line.words else line.label} không" for line in meant)
    return f"{text[: found.start()]}{said}{text[found.end() :]}"
