"""Several changes in one message: «nữ 46, bỏ mục 14, khó khăn ghi là thiếu phòng», each clause read for itself."""

import re
from collections.abc import Callable, Iterator

from reporting.reading.free_words import only_around
from reporting.reading.mended import only_slips
from reporting.reading.readings import Given
from reporting.reading.reply_types import Item, Values
from reporting.reading.sending import closes
from reporting.text import clean

ReadOne = Callable[[str], tuple[Item, ...]]

_BREAK = re.compile(
    r"\s*(?:[\n;]+|,(?!\d)|\.(?=\s|$))\s*|\s+(?:và|va|rồi|roi)\s+(?=\S)|(?<=\d)\s+(?=(?:bỏ|xóa|xoá)\s)",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:(?:còn|con(?=\s+(?:kho|noi|muc|dong)\s)|và|va|rồi|roi|với|voi)\s+)+", re.IGNORECASE
)
# What is to be done, though with no line that is known: «sửa 99 thành 2», «bỏ câu ấy», «báo chị Hằng xem lại».
_ORDER = re.compile(
    r"(?:bỏ|xóa|xoá)\s|(?:sửa|sua|đổi|doi|chữa|chua)\s.*\d"
    r"|(?:nhắc|nhac|báo|bao|hỏi|hoi)\s+(?:cho\s+)?"
    r"(?:tôi|toi|em|chị|chi|anh|cô|đồng chí|dong chi|văn phòng|van phong)\s",
    re.IGNORECASE,
)
# What begins or marks a clause that is no answer to what is asked.
_ORDERED = re.compile(
    r"(?:^|[\s,;.])(?:bỏ|xóa|xoá|sửa|sua|đổi|doi|chữa|chua)\s|(?<!\w)(?:ghi|viết|viet)\s(?:(?:lại|lai)\s)?(?:là|la)\s",
    re.IGNORECASE,
)
_LONGEST = 400  # characters


def by_clauses(text: str, read_one: ReadOne) -> Values | None:
    """What the clauses of a message change, two lines at least; None where one of them says anything else.

    `read_one` reads one clause. Words for a line go on until a clause that changes another. Orders that are of no line
    are `unread`, to be said by name.
    """
    text = clean(text)
    if len(text) > _LONGEST or "?" in text:
        return None
    items: dict[str, Item] = {}
    unread: list[str] = []
    for clause, found in _read(text, read_one):
        if not found and _ORDER.match(clause):
            unread.append(clause)
        elif (not found and not _says_nothing(clause)) or not items.keys().isdisjoint(i.code for i in found):
            return None
        items |= {item.code: item for item in found}
    return Values(tuple(items.values()), tuple(unread)) if items and len(items) + len(unread) > 1 else None


def orders_apart(text: str, read_one: ReadOne) -> tuple[str, tuple[Item, ...]]:
    """What a reply says, and what it orders besides: «2, 70, 1, 0, sửa nữ 46», «thăm 2, khó khăn ghi là …»."""
    items: dict[str, Item] = {}
    rest: list[str] = []
    if len(text) > _LONGEST or not _ORDERED.search(text):
        return text, ()
    for clause, found in _read(text, read_one):
        plain = bool(found) and all(isinstance(item.reading, Given) for item in found)
        if plain and _ORDERED.search(clause) and items.keys().isdisjoint(item.code for item in found):
            items |= {item.code: item for item in found}
        else:
            rest.append(clause)
    return (", ".join(rest), tuple(items.values())) if items and rest else (text, ())


def _read(text: str, read_one: ReadOne) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """The clauses, each with what it changes; words for a line with all that belongs to them."""
    spans = _clauses(text)
    while spans:
        start, end = spans.pop(0)
        found = read_one(text[start:end])
        words = any(map(_is_words, found))
        while words and spans and not read_one(text[slice(*spans[0])]):
            _, end = spans.pop(0)
        yield text[start:end], read_one(text[start:end]) if words else found


def _clauses(text: str) -> list[tuple[int, int]]:
    """Where the clauses begin and end, without what joins them."""
    marks = [mark.span() for mark in _BREAK.finditer(text)]
    starts, ends = [0, *(end for _, end in marks)], [*(start for start, _ in marks), len(text)]
    led = [start + _led(text[start:end]) for start, end in zip(starts, ends, strict=True)]
    return [(start, end) for start, end in zip(led, ends, strict=True) if text[start:end].strip()]


def _led(clause: str) -> int:
    leading = _LEADING.match(clause)
    return leading.end() if leading else 0


def _is_words(item: Item) -> bool:
    """Whether an item puts words on a line."""
    return (
        isinstance(item.reading, Given) and isinstance(item.reading.value, str) and item.reading.value != ""
    )


def _says_nothing(clause: str) -> bool:
    return closes(clause) or only_slips(clause) or only_around(clause)
