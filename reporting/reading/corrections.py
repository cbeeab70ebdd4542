"""What a correction says: several lines at once ("sửa buổi tuyên truyền 3, người dự 34", "sửa 4 3, 5 34"), and a
correction typed without "sửa" ("suất quà 7", "buổi giao lưu 3 buổi chứ ko phải 0")."""

import re
from collections.abc import Sequence

from reporting.reading.command_words import ASKING, LINE_NOUNS
from reporting.reading.desk import Desk
from reporting.reading.fixes import fix_target
from reporting.reading.labelled import bears_figure
from reporting.reading.mended import correction, only_slips, without_denied
from reporting.reading.readings import Given, Unreadable
from reporting.reading.replies import split_reply
from reporting.reading.reply_types import Item, Line, Read, Unsure, Values
from reporting.reading.typed import phrase, same_words, words_of
from reporting.text import clean

_MORE = re.compile(r"[\n;]|,\s|\s+(?:và|va)\s+(?=\S)", re.IGNORECASE)
_NOUNS = "|".join(sorted(map(re.escape, LINE_NOUNS), key=len, reverse=True))
_NUMBERED = re.compile(
    rf"(?:(?:và|va)\s+)?(?:(?:{_NOUNS})\s+)?(\d{{1,2}})(?:\s*[:=.)]\s*|\s+)(\S.*)", re.DOTALL | re.IGNORECASE
)
_WITHIN = re.compile(
    r"[,;.\n]\s+(?:(?:nhờ|nho|cho|giúp|giup|em|tôi|toi)\s+)*(?:sửa|sua|chữa)\s+(?:lại\s+|lai\s+|giúp\s+|giup\s+)?"
    r"(?=.*\d)(\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_HEADING = re.compile(r"^[^\d:,;\n]{1,24}:\s*(?=\S)")
_SAYS_NOTHING = tuple(
    phrase(text)
    for text in (
        "cả", "nhé", "giúp", "giúp em", "lại", "như sau", "mấy", "các", "dòng", "mục", "số", "chỗ", "này", "em",
        "cho em", "cho tôi", "là", "thành", "ạ", "sau", "luôn", "hộ",
    )
)  # fmt: skip


def _without_heading(text: str) -> str:
    """Without "cả nhé:", "lại như sau:" before the list."""
    found = _HEADING.match(text)
    words = words_of(found[0]) if found else []
    while words:
        known = next((p for p in _SAYS_NOTHING if same_words(words[: len(p)], p)), None)
        if known is None:
            return text
        words = words[len(known) :]
    return text[found.end() :] if found else text


def _spans(text: str) -> list[tuple[int, int]]:
    """Where the parts of a list begin and end."""
    marks = list(_MORE.finditer(text))
    return list(zip([0, *(m.end() for m in marks)], [*(m.start() for m in marks), len(text)], strict=True))


def _numbered(part: str, lines: Sequence[Line]) -> tuple[Line, str] | None:
    """The line whose number a part begins with, and what is said of it; None if it is rather no line's number."""
    found = _NUMBERED.fullmatch(part.strip())
    line = next((line for line in lines if found and line.number == int(found[1]) > 0), None)
    if found is None or line is None or (line.kind != "text" and not bears_figure(found[2])):
        return None
    return line, found[2] if line.kind == "text" else fix_target(f"{line.number} {found[2]}", [line])[1]


def _by_number(text: str, lines: Sequence[Line], computed: Sequence[Line], read: Read) -> Values | None:
    """ "4 3, 5 34": parts begin with a line's number, some perhaps with its name; words of a text line go on."""
    if not any(_numbered(text[start:past], lines) for start, past in _spans(text)):
        return None
    items: list[Item] = []
    unread: list[str] = []
    for start, past in _spans(text):
        found = _numbered(text[start:past], lines)
        if found is not None and found[0].kind == "text":
            said = text[text.index(found[1], start) :].strip()
            return Values((*items, Item(found[0].code, said, Given(said)))) if items else None
        if found is not None:
            items.append(Desk(read).item(*found))
            continue
        named = _by_label(text[start:past], lines, computed, read)
        if isinstance(named, Values) and not named.unread:
            items += named.items
        elif not only_slips(text[start:past]):
            unread.append(text[start:past].strip())
    return (
        Values(tuple(items), tuple(unread)) if 1 < len(items) == len({item.code for item in items}) else None
    )


def _figures(items: Sequence[Item]) -> int:
    return sum(not isinstance(item.reading, Unreadable) for item in items)


def _by_label(
    text: str, lines: Sequence[Line], computed: Sequence[Line], read: Read
) -> Values | Unsure | None:
    reply = split_reply(text, (), [line for line in lines if line.kind != "text"], read, computed)
    match reply:
        case Unsure(readings):
            return reply if all(_figures(items) > 1 for items in readings) else None
        case Values(items, unread):
            unread = tuple(part for part in unread if not only_slips(part))
            if _figures(items) > 1:
                return Values(items, unread)
            alone = len(items) == 1 and all(line.code != items[0].code for line in computed)
            plain = alone and items[0].settled and not any(map(bears_figure, unread))
            return Values(items) if plain else None
    return None


def fixes(
    argument: str, lines: Sequence[Line], computed: Sequence[Line], read: Read
) -> Values | Unsure | None:
    """The lines that the argument of "sửa" corrects, all of them; None where it is for `fix_target` to say.

    `unread` are the parts that were not understood, to be said by name.
    """
    text = _without_heading(clean(argument))
    named, _ = fix_target(text, (*lines, *computed))
    if len(named) == 1 and named[0].kind == "text":
        return None
    return _by_number(text, lines, computed, read) or _by_label(text, lines, computed, read)


def fix_within(text: str) -> str:
    """What stands after «sửa» at the beginning of a later clause: "tt còn buổi nữa, sửa 4 thành 2, 5 thành 85".

    >>> fix_within("tuyên truyền còn buổi nữa, sửa 4 thành 2, 5 thành 85")
    '4 thành 2, 5 thành 85'
    """
    found = _WITHIN.search(clean(text))
    return found[1] if found and not any(c.isdigit() for c in found.string[: found.start()]) else ""


def _asks(text: str) -> bool:
    words = words_of(text)
    return "?" in text or any(
        same_words(words[place : place + len(known)], known)
        for known in map(phrase, ASKING)
        for place in range(len(words))
    )


def plain_fixes(text: str, lines: Sequence[Line], computed: Sequence[Line], read: Read) -> Values | None:
    """What a message without "sửa" plainly corrects: figures beside the names of their lines; None for other words.

    >>> plain_fixes("cảm ơn em", (), (), lambda kind, text: Unreadable("")) is None
    True
    """
    text = clean(text)
    if _asks(text) or not any(c.isdigit() for c in text):
        return None
    right = correction(text) or without_denied(text)
    found = _by_label(_without_heading(right), lines, computed, read)
    if not isinstance(found, Values) or not all(item.settled for item in found.items):
        return None
    return found
