"""Which line "sửa …" means, and to what: the argument of the command `fix`."""

import re
from collections.abc import Sequence

from reporting.reading.desk import is_filler, trimmed
from reporting.reading.labels import Labels
from reporting.reading.reply_types import Line
from reporting.text import clean

_NUMBERED = re.compile(r"(\d{1,3})(?:\s*[:=]\s*|[.)]?\s+|[.)]?$)(.*)", re.DOTALL)
_CHANGED = re.compile(
    r"(?:từ|tu)\s+.+?\s+(?:thành|thanh|sang|lên|len|xuống|xuong)\s+(.+)", re.IGNORECASE | re.DOTALL
)
_BECOMES = re.compile(r"(?:lại |lai )?(?:thành|thanh|sang|là|la|bằng|bang)\s+(.+)", re.IGNORECASE | re.DOTALL)


# "của xã Mường So thành 15": whose it is.
_OF_WHOM = re.compile(
    r"^(?:của|cua|ở|o|bên|ben)\s+[^\d,;:=]*?\s+(?=(?:lại |lai )?(?:thành|thanh|là|la|bằng|bang)\s+\d)",
    re.IGNORECASE,
)


def _value(text: str) -> str:
    """What a line is to become: "từ 12 thành 15", "thành 15", "= 15" all say "15"."""
    text = trimmed(text)
    found = _CHANGED.fullmatch(text) or _BECOMES.fullmatch(_OF_WHOM.sub("", text))
    return trimmed(found[1]) if found else text


def fix_target(argument: str, lines: Sequence[Line]) -> tuple[tuple[Line, ...], str]:
    """The lines meant, by number or by label, and the text of the new value ("" where none was typed).

    No line if none is named, several where the name fits several.
    """
    argument = clean(argument)
    numbered = _NUMBERED.fullmatch(argument)
    found = tuple(line for line in lines if numbered and line.number == int(numbered[1]))
    if numbered and found:
        return found, _value(numbered[2])
    marks = [mark for mark in Labels(lines).find(argument) if not mark.number]
    if not marks:
        return (), argument
    first = marks[0]
    before, after = trimmed(argument[: first.start]), argument[first.end :]
    if is_filler(before):
        before = ""
    if before and trimmed(after):
        return (), argument
    return tuple(line for line in lines if line.code in first.codes), before or _value(after)
