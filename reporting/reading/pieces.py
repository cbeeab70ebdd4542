"""Where a message may be cut: by which signs its parts are separated.

A comma between two digits never separates here; whether it might is a matter of `ordered`, and is always asked.
"""

import re

from reporting.text import clean

# From the plainest separators to all that are plain.
LEVELS = (re.compile(r"\n"), re.compile(r"[\n;]"), re.compile(r"[\n;]|,(?!\d)|(?<!\d),"))
PLAIN = LEVELS[-1]
# A part of a figure follows ("63, trong đó nữ 30"); another figure follows.
WITHIN = re.compile(r"\s+(?:trong đó|trong do|bao gồm|bao gom|gồm|gom)(?: có| co)?\s*:?\s+", re.IGNORECASE)
AND = re.compile(r"\s+(?:và|va)\s+", re.IGNORECASE)
# Separators only where the number of parts comes out right.
LOOSE = re.compile(r"\t+|\s+[/|]\s+|\s+và\s+|\s+va\s+", re.IGNORECASE)
# Signs that may separate or belong to a figure: what they part is always asked.
DOUBTFUL = re.compile(r"\s*[-–—/|+]\s*|\.\s+|(?<=\d)\.(?=\d)|(?<=\d),(?=\d)")

_COMMAS = str.maketrans({"，": ", ", "、": ", ", "；": ";", "\u00a0": " ", "\u202f": " "})
_EACH = re.compile(r"\s*[,;]\s*(?=(?:mỗi|moi)\s)", re.IGNORECASE)  # "10 suất, mỗi suất 500k" is one part
# A full stop between parts: behind a word that is no abbreviation, or behind a figure that opens no part.
_STOP = re.compile(
    r"(?<=[^\W\d_]{2})(?<!\b(?:th|no|so|số|tp|st))(?<!\b(?:thg|stt))\.\s+(?=\w)"
    r"|(?<=[^\W\d_]\d)\.\s+(?=[^\W\d_])"
    r"|(?<=[^\s,;.] \d)\.\s+(?=[^\W\d_])|(?<=[^\s,;.] \d\d)\.\s+(?=[^\W\d_])|(?<=[^\s,;.] \d{3})\.\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[-+*•–—·]\s+(?=\S)")
_MARK = re.compile(r"\(?(\d{1,2})\s*(?:\)|\.(?=\s)|[:=])\s*(?=\S)")


def prepared(text: str) -> str:
    """A message in normal form, with one kind of comma, full stops as semicolons, and without the dashes of a list."""
    text = _STOP.sub("; ", _EACH.sub(" ", clean(text.translate(_COMMAS))))
    rows = [row.strip() for row in text.split("\n")]
    filled = [row for row in rows if row]
    if len(filled) > 1 and all(_BULLET.match(row) for row in filled):
        rows = [_BULLET.sub("", row, count=1) for row in filled]
    return "\n".join(rows)


def cut(text: str, separators: re.Pattern[str]) -> list[str]:
    """The parts of a text, without the blank ones."""
    return [part.strip() for part in separators.split(text) if part.strip(" \t\n,;")]


def numbering(text: str) -> tuple[int, ...]:
    """The numbers a person put before each part ("1) 63, 2) 30"); empty unless before every one of two or more."""
    marks = [_MARK.match(part) for part in cut(text, PLAIN)]
    if len(marks) < 2 or not all(marks):
        return ()
    return tuple(int(mark[1]) for mark in marks if mark)


def without_numbering(text: str) -> str:
    return "\n".join(_MARK.sub("", part, count=1) for part in cut(text, PLAIN))
