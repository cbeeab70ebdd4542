"""A person's own numbering: «1. Đoàn viên: … 2. Tuyên truyền: …» beside a form whose line 2 is another."""

import re
from collections.abc import Sequence

from reporting.reading.labels import Labels
from reporting.reading.reply_types import Line

_FEWEST = 2  # rows
_ROW = re.compile(r"^\s*\(?(?P<number>\d{1,2})\s?[.):/-]\s*(?=[^\W\d_])")


def without_own_numbers(text: str, lines: Sequence[Line]) -> str:
    """Rows without their numbers, where the names in them are of lines with other numbers: names count.

    >>> gifts = Line(9, "gifts", "count", "Suất quà", ("quà",))
    >>> without_own_numbers("1. Quà: 2\\n2. Quà khác: 3", (gifts,))
    'Quà: 2\\nQuà khác: 3'
    """
    rows = text.split("\n")
    marks = [_ROW.match(row) for row in rows]
    if sum(mark is not None for mark in marks) < _FEWEST:
        return text
    numbers = {line.code: line.number for line in lines}
    labels = Labels(lines)
    other = False
    for row, mark in zip(rows, marks, strict=True):
        if mark is None:
            continue
        found = [each for each in labels.find(row[mark.end() :]) if not (each.common or each.number)]
        named = {numbers[code] for each in found[:1] for code in each.codes}
        other = other or (bool(named) and int(mark["number"]) not in named)
    if not other:
        return text
    return "\n".join(
        row[mark.end() :] if mark is not None else row for row, mark in zip(rows, marks, strict=True)
    )
