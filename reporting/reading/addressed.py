"""What is typed for lines by their numbers: «mục 5: 120», «sửa 13: không có, 14: máy in hỏng», «dòng 14 là …»."""

import re
from collections.abc import Iterator, Sequence

from reporting.reading.free_words import says_nothing
from reporting.reading.named import named_figures
from reporting.reading.readings import Given
from reporting.reading.reply_types import Item, Line, Read
from reporting.text import clean

_NOUN = r"(?:mục|muc|dòng|dong|câu|cau)(?:\s+(?:số|so))?"
_NUMBERS = r"\d{1,2}(?:\s*(?:,|và|va|&|với|voi)\s*\d{1,2})*"
_BECOMES = (
    r"(?:\s*[:=]\s*|\s+(?:(?:sửa|sua|ghi|đổi|doi)\s+(?:lại\s+|lai\s+)?)?(?:là|la|thành|thanh)\s*:?\s+"
    r"|\s+(?=(?:không|khong|ko|k)\s+(?:có|co)(?!\w)))"
)
_COURTESY = (
    r"(?:(?:ơ|ủa|à|ừ|dạ|da|em|tôi|toi|chị|anh|nhầm|nham|lộn|quên|xin lỗi|không phải|khong phải|khong phai|ko phai)"
    r"(?:\s*[,.;:]+\s*|\s+))*"
)
_CHANGES = r"(?:(?:sửa|sua|chữa|chua|đổi|doi|cho)\s+(?:lại\s+|lai\s+)?)?"
_FIRST = re.compile(
    rf"^{_COURTESY}(?:{_CHANGES}{_NOUN}\s+|(?:sửa|sua)\s+(?:lại\s+|lai\s+)?)(?P<numbers>{_NUMBERS}){_BECOMES}",
    re.IGNORECASE,
)
_NEXT = re.compile(
    rf"\s*(?:[,;.\n]|\s(?:và|va|còn|con))\s*(?:(?:và|va|còn|con)\s+)?"
    rf"(?:{_CHANGES}{_NOUN}\s+(?P<named>{_NUMBERS}){_BECOMES}|(?P<bare>\d{{1,2}})\s*:\s*(?!\d\d\b))",
    re.IGNORECASE,
)
_NOT_ELSE = re.compile(r"\s*,?\s+(?:chứ|chu)\s+(?:không|khong|ko|k)\s+(?:phải|phai)\s+[^\d]*$", re.IGNORECASE)
_LABELLED = re.compile(r"\s*[^\W\d_][^:\d\n]{1,30}:\s*\d[^:]{0,20}")


def addressed(text: str, lines: Sequence[Line], read: Read) -> tuple[Item, ...]:
    """What a message gives to lines by their numbers, from its first word to its last; empty where it is more."""
    by_number = {line.number: line for line in lines}
    items: dict[str, Item] = {}
    for number, said in _parts(clean(text)):
        line = by_number.get(number)
        item = _item(line, said, read) if line is not None else None
        if item is None or item.code in items:
            return ()
        items[item.code] = item
    return tuple(items.values())


def speaks_of_lines(text: str) -> bool:
    """Whether a message begins by naming a line by its number: «ơ không phải, mục 5 là …».

    >>> speaks_of_lines("mục 5: 120")
    True
    """
    return _FIRST.match(clean(text)) is not None


def is_labelled(text: str) -> bool:
    """Whether every part of a message is a name, a colon and a figure: «Kết nạp: 1, giảm: 0».

    >>> is_labelled("Kết nạp: 1, giảm: 0")
    True
    """
    parts = [part for part in re.split(r"[,;\n]\s+|\n", clean(text)) if part.strip()]
    return bool(parts) and all(_LABELLED.fullmatch(part) for part in parts)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """The numbers of lines, each with what is said of it."""
    mark = _FIRST.match(text)
    numbers = mark["numbers"] if mark else ""
    while mark is not None:
        after = _NEXT.search(text, mark.end())
        said = text[mark.end() : after.start() if after else len(text)].strip(" ,;")
        for number in re.findall(r"\d+", numbers):
            yield int(number), said
        mark = after
        numbers = (after["named"] or after["bare"]) if after else ""


def _item(line: Line, said: str, read: Read) -> Item | None:
    if not said:
        return None
    if line.kind == "text":
        return Item(line.code, said, Given("" if says_nothing(said, line) else said))
    said = _NOT_ELSE.sub("", said)
    reading = read(line.kind, said)
    if isinstance(reading, Given):
        return Item(line.code, said, reading)
    named = named_figures(said, (line,), read)
    return named.items[0] if named.items and not named.left else None
