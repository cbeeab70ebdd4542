"""Visits, gifts and the money for them, as chairs tell them: one by one, by kind, each with its sum.

«thăm ốm cô Phương 300k, viếng bố thầy Sang 500k» are two visits, and 800.000 to be asked back.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reporting.reading import care_words as data
from reporting.reading.care_figures import amounts_of, prepared, scale_of
from reporting.reading.care_parts import Part, parts_of
from reporting.reading.care_sums import put_together
from reporting.reading.care_teller import Teller
from reporting.reading.care_told import Entry, Of, Told, in_all
from reporting.reading.labels import Labels
from reporting.reading.readings import Ask, Given
from reporting.reading.reply_types import Item, Line, Read
from reporting.reading.typed import phrase, words_of
from reporting.text import fold

_LONGEST = 1200  # characters
_MANY = 100  # visits: beside others these are money, «còn tiền thăm là bốn trăm»
_SHORT = re.compile(
    r"(?<!\w)th(?=\s?:?\s?\d{1,3}[\s,;]{1,3}(?:quà|qua)(?!\w))", re.IGNORECASE
)  # «th 2 qua 3»
_NUMBERED = re.compile(r"(?:^|\n)\s*\d{1,2}(?:\s?[.):=]\s*|\s?[/-]\s+)\d")  # «8. 3 lượt»
_SPEAKS = re.compile(
    r"(?<!\w)(?:tham|vieng|phung|qua|suat|xuat|hieu|hi|hy|om|dam|mung|luot|trung thu|ca|nha|lan|chua lam|tien|tang"
    r"|trao|phat|bieu)(?!\w)"
)

_MORE = re.compile(r"\b(?:tham|vieng|mung) (?:hoi )?them\b|\bthem \d{1,2} (?:nguoi|ng|luot|ban|dc|ca|ho)\b")
_RIGHTING = [[(word.key, word.marks) for word in phrase(each)] for each in data.RIGHTING]
# «thăm khoảng 5» is no figure of a unit: it is asked back where it stands.
_VAGUE = re.compile(
    r"(?<!\w)(?:khoảng|khoang|chừng|chung|tầm|cỡ|xấp xỉ|xap xi|hơn|hon|gần|gan|độ)\s(?:hơn\s|hon\s)?"
    r"(?=\d|(?:một|mot|hai|ba|bốn|bon|năm|nam|sáu|sau|bảy|bay|tám|tam|chín|chin|mười|muoi|vài|vai|mấy|may)(?!\w))",
    re.IGNORECASE,
)
_GONE = "\x00"
_AROUND = re.compile(rf"(?:[\s,;.()+–-]|(?<!\w)(?:và|với|còn|nhưng)(?!\w))*{_GONE}(?:[\s,;.()+–{_GONE}-])*")


@dataclass(frozen=True, slots=True)
class Care:
    """`items` of the lines of visits and gifts; `rest`: the message without them; `left`: what no line is given."""

    items: tuple[Item, ...]
    rest: str
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Lines:
    visits: Line
    gifts: Line
    money: Line


def _named(line: Line, name: str) -> bool:
    return line.kind == "count" and name in line.words


def lines_of(every: Sequence[Line]) -> _Lines | None:
    """The lines of visits, gifts and their money; None where a form has them not, or several of a kind."""
    visits = [line for line in every if _named(line, "thăm")]
    gifts = [line for line in every if _named(line, "suất")]
    money = [line for line in every if line.kind == "money"]
    return _Lines(visits[0], gifts[0], money[0]) if len(visits) == len(gifts) == len(money) == 1 else None


@lru_cache(maxsize=64)
def _others(lines: tuple[Line, ...]) -> Labels:
    return Labels(lines)


def _rights(text: str) -> bool:
    """Whether a message puts something right, or is not sure of what it says."""
    if _VAGUE.search(text):
        return True
    words = [(word.key, word.marks) for word in words_of(text)]
    return any(words[n : n + len(each)] == each for each in _RIGHTING for n in range(len(words)))


def care(
    text: str, lines: Sequence[Line], rest: Sequence[Line], closed: Sequence[Line], read: Read
) -> Care | None:
    """What a message tells of visits and gifts; None where it tells nothing of them that is understood.

    `lines` are those asked now, `closed` those answered before: what is told of somebody changes none of these.
    """
    others = (*rest, *closed)
    found = lines_of((*lines, *others)) if len(text) <= _LONGEST else None
    if found is None or not _SPEAKS.search(fold(text)):
        return None
    if _rights(text) or _NUMBERED.search(text):
        return None
    text = _SHORT.sub("thăm", text)
    plain, scale = scale_of(prepared(text))
    own = {found.visits.code, found.gifts.code, found.money.code}
    names = _others(tuple(line for line in (*lines, *others) if line.code not in own and line.kind != "text"))
    teller = Teller(plain, scale)
    asked = {line.code for line in lines}
    here = asked <= own and bool(asked)
    taken: list[Part] = []
    parts = list(parts_of(plain, amounts_of(plain, read), names.find(plain)))
    for part, after in zip(parts, [*parts[1:], None], strict=True):
        if part.kind == "other" or (part.kind == "feast" and not _paid(part, after)):
            here = False
        elif part.kind in ("visit", "gift", "feast"):
            here = True
        elif part.begins and part.kind is None and teller.told.entries:
            here = False
        if here and (teller.part(part) or (asked <= own and teller.did_nothing(part))):
            taken.append(part)
    named = any(entry.named for entry in teller.told.entries)
    kept = {line.code for line in (closed if lines else (*rest, *closed))} if named else set()
    items = tuple(item for item in _items(found, teller.told) if item.code not in kept)
    added = {found.visits.code} if _MORE.search(fold(text)) else set()  # «thăm thêm 1 người»
    paid = found.money in closed and lines and not teller.told.sums.totals
    added |= {found.money.code} if paid else set()
    items = tuple(replace(item, more=item.code in added) for item in items)
    left = tuple(_typed(text, part) for part in teller.told.left)
    if not items and not teller.outside:
        return None
    return Care(items, _without(text, taken), left)


def _paid(feast: Part, after: Part | None) -> bool:
    """Whether gifts are told of with a feast, and not how it was spent: «trung thu cho 25 cháu mỗi suất 80k»."""
    parcels = after is not None and after.kind == "gift"
    return bool(feast.sums) or (after is not None and (after.kind == "each" or bool(after.sums))) or parcels


def _items(lines: _Lines, told: Told) -> tuple[Item, ...]:
    counted = (_counted(lines.visits, "visit", told), _counted(lines.gifts, "gift", told))
    items = [item for item in counted if item is not None]
    money = None if told.unclear else put_together(told.sums)
    if money is not None:
        items.append(Item(lines.money.code, *money))
    elif not told.unclear and ("money" in told.none or ({"visit", "gift"} <= told.none and not told.entries)):
        items.append(Item(lines.money.code, "không", Given(0)))
    return tuple(items)


def _counted(line: Line, of: Of, told: Told) -> Item | None:
    """How many visits, or gifts."""
    entries = [entry for entry in told.entries if entry.of == of]
    counts = [entry.count for entry in entries if entry.count is not None]
    said, other = told.totals.get(of), told.ways.get(of, [])
    found = in_all(counts, [entry.general for entry in entries if entry.count is not None])
    text = " + ".join(map(str, counts)) or str(said or (other[0] if other else ""))
    if said is not None:
        return Item(line.code, text, Given(said) if found in (None, said) else Ask((said, found or 0)))
    if found is None:
        if other:
            return Item(line.code, text, Ask((other[0],)))
        unnamed = [entry for entry in entries if entry.sums and of == "visit"]
        if len(entries) == len(unnamed) == 1 and not told.several and of not in told.none:
            return Item(line.code, entries[0].sums[0].text, Ask((1,)))
        return Item(line.code, "không", Given(0)) if of in told.none and not entries else None
    if of in told.none:
        return None
    if of == "visit" and (told.several or (len(counts) > 1 and max(counts) >= _MANY)):
        return None
    doubts = _doubts(entries, counts) if of == "visit" else ()
    ways = tuple(dict.fromkeys((found, *doubts, *other)))
    return Item(line.code, text, Given(found) if len(ways) == 1 else Ask(ways))


def _doubts(entries: Sequence[Entry], counts: Sequence[int]) -> tuple[int, ...]:
    """What else the visits may come to: one told twice, or one more whose number is not said."""
    first = entries[0]
    if len(counts) == len(("general", "one")) == len(entries) and first.plain and counts[0] == counts[1]:
        return (counts[0],)
    general = all(entry.plain for entry in entries if entry.count is not None)
    unnamed = [entry for entry in entries if entry.count is None and entry.sums]
    return () if general or not unnamed else (sum(counts) + len(unnamed),)


def _typed(text: str, part: Part) -> str:
    return text[part.start : part.end].strip(" ,;.()\n")


def _without(text: str, taken: Sequence[Part]) -> str:
    """The message without the parts taken, and without the marks that stood around them alone."""
    made, done = "", 0
    for part in taken:
        made, done = made + text[done : part.start] + _GONE, part.end
    made += text[done:]
    made = _AROUND.sub(lambda found: _mark(found[0]), made)
    made = made.strip(" ,;.\n")
    said = [word.key for word in words_of(made)]
    return made if any(key not in data.COURTESY for key in said) else ""


def _mark(gone: str) -> str:
    """What is left of the marks around parts that were taken: the strongest."""
    return next((mark for mark in ("\n", ". ", "; ", ", ") if mark.strip(" ") in gone), ", ")
