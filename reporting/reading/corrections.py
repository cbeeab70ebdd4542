"""What a correction says: several lines at once ("sửa buổi tuyên truyền 3, người dự 34", "sửa 4 3, 5 34"), and a
correction typed without "sửa" ("suất quà 7", "buổi giao lưu 3 buổi chứ ko phải 0")."""

import re
from collections.abc import Sequence

from reporting.reading.change_words import AROUND, OF_THE_REPORT, WRONG
from reporting.reading.command_words import ASKING, LINE_NOUNS
from reporting.reading.desk import Desk
from reporting.reading.fixes import fix_target
from reporting.reading.labelled import bears_figure
from reporting.reading.labels import Labels
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
# «hôm nay 20/10 đi thăm 3» tells what happens, and mends nothing.
_OF_A_DAY = re.compile(
    r"(?<!\w)(?:hôm|hom)\s(?:nay|qua|kia)(?!\w)|(?<![\d/])\d{1,2}/\d{1,2}(?![\d/])", re.IGNORECASE
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
            marks = Labels(lines)
            named = (p for p in unread if any(not (m.common or m.number) for m in marks.find(p)))
            return Values(items, tuple(named)) if plain else None
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
    if len(found.items) == 1 and _OF_A_DAY.search(text):
        return None
    return found


_NEGATIVE = re.compile(
    r"(?:(?:là|la|thành|thanh|xuống|xuong|còn|con|=|:)\s*)*(?:[-−–](?=\d)|(?:âm|am)\s+(?=\d))(?P<less>\d[\d.,]*)(?!\s*[-–]\s*\d)[^\d]*",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:[,+&]|(?<=\s)(?:và|va|với|voi|cùng|cung)(?=\s))\s*", re.IGNORECASE)
_JOINED = re.compile(r"(?<!\w)(?:và|va|với|voi|cùng|cung)(?!\w)|[+&]", re.IGNORECASE)
_A_NOUN = re.compile(
    rf"^(?:(?:cả|ca|các|cac|hai|2|mấy|may)\s+)*(?:(?:{_NOUNS}|dong|cau|muc)\s+)?", re.IGNORECASE
)


def negative(value: str) -> str:
    """The figure of «-1», which is none of a report; "" for any other text.

    >>> negative("-1 lượt")
    '1'
    """
    found = _NEGATIVE.fullmatch(clean(value))
    return found["less"] if found else ""


def lines_to_ask(argument: str, lines: Sequence[Line]) -> tuple[str, ...]:
    """The lines of «3 và 5», «kết nạp với giảm»: named one by one, and nothing said of them.

    >>> lines_to_ask("3 và 5", (Line(3, "a", "count", "A"), Line(5, "b", "count", "B")))
    ('a', 'b')
    """
    text = clean(argument)
    parts = [_A_NOUN.sub("", part.strip(" .")) for part in _AND.split(text)]
    if len(parts) < 2 or not _JOINED.search(text):
        return ()
    codes: list[str] = []
    for part in parts:
        found, value = fix_target(part, lines)
        if len(found) != 1 or value or not part:
            return ()
        codes.append(found[0].code)
    return tuple(dict.fromkeys(codes)) if len(set(codes)) > 1 else ()


MENDING = WRONG | {"sua", "chinh"}
_MOST_WORDS = 16
_BY_NOUN = re.compile(
    rf"(?<!\w)(?:{_NOUNS}|dong|cau|muc|phần|phan|nd|nội dung|noi dung)\s+(?:số\s+|so\s+)?(?P<name>\S.*)",
    re.IGNORECASE,
)


def line_to_mend(text: str, lines: Sequence[Line]) -> str | None:
    """The line of «mục nổi bật ghi sai, sửa lại giúp em»: it is wrong, and what is right is not said.

    >>> line_to_mend("dòng 3 ghi sai rồi", (Line(3, "a", "count", "A"),))
    'a'
    """
    text = clean(text)
    keys = [word.key for word in words_of(text)]
    if len(keys) > _MOST_WORDS or not (MENDING & set(keys)):
        return None
    noun = _BY_NOUN.search(text)
    number = re.match(r"(\d{1,2})(?!\d)", noun["name"]) if noun else None
    if number is not None:
        text = text[: noun.start("name")] + text[noun.start("name") + number.end() :] if noun else text
    if any(c.isdigit() for c in text):
        return None
    if number is not None:
        return next((line.code for line in lines if line.number == int(number[1])), None)
    marks = [mark for mark in Labels(lines).find(text) if not (mark.common or mark.number)]
    first = [mark for mark in marks if noun and mark.start == noun.start("name")] or marks
    codes = {code for mark in first for code in mark.codes}
    return next(iter(codes)) if len(codes) == 1 else None


def only_report(argument: str) -> bool:
    """Whether «sửa …» names the report and no line: «sửa báo cáo giúp em».

    >>> only_report("báo cáo giúp em")
    True
    """
    return OF_THE_REPORT.issuperset(word.key for word in words_of(argument))


def only_wrong(text: str) -> bool:
    """Whether a message says that something is wrong, and nothing else: «ghi nhầm rồi em ơi».

    >>> only_wrong("ghi nhầm rồi")
    True
    """
    keys = {word.key for word in words_of(text)}
    return bool(WRONG & keys) and (WRONG | AROUND).issuperset(keys)
