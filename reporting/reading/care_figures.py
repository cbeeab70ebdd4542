"""The figures of a text about visits and gifts: how many, and sums of money as people say them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reporting.reading import care_words as data
from reporting.reading.dictated_figures import blanked
from reporting.reading.readings import Ask, Given, Reading
from reporting.reading.reply_types import Read
from reporting.reading.typed import Word, phrase, same_word, words_of
from reporting.text import fold

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_NUMERALS = (
    "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "mươi", "mốt", "tư", "lăm", "nhăm",
    "linh", "lẻ", "trăm", "chục", "rưỡi", "rưởi", "nửa",
)  # fmt: skip
_HALVES = ("rưỡi", "rưởi", "ruoi")
_FIRST = (*_NUMERALS[:11], "nửa")
_SCALES = (
    "nghìn",
    "ngàn",
    "ngìn",
    "triệu",
    "tr",
    "củ",
    "k",
    "tỷ",
    "tỉ",
    "lít",
    "xị",
    "đồng",
    "đ",
    "vnđ",
    "vnd",
)
_LEAST, _LARGE = 5_000, 5  # đồng; digits of what is money and no count
_HUNDRED = "tram"
# Names and numbers of things that only look like figures, besides those of any paragraph.
_NO_FIGURE = re.compile(
    r"(?<![\w.,])(?:lớp|lop|khối|khoi|phòng|phong|tổ|khu|thôn|thon)\s\d{1,2}[A-Za-z]?\d?(?!\w)"
    r"|(?<![\w.,])[A-Z]\d{1,2}(?!\w)|(?<![\w.,/-])(?:20|8|27|1|22|2|30|26)-(?:10|3|7|6|12|11|9|5|4)(?![\w.,/-])"
    r"|(?:^|(?<=\n))\s*(?:\d{1,2}|[IVX]{1,4})\s?[.)/]\s?(?=[^\W\d_])",
)
_EACH = re.compile(
    r"\s*(?:/\s?(?:(?:1|một|mot)\s)?|(?:1|một|mot)\s)"
    r"(?P<unit>suất|suat|xuất|phần|phan|người|nguoi|ng|lần|lan|lượt|luot|ca|cháu|chau|em|chị|chi|đc|dc|nhà|nha|hộ|ho"
    r"|túi|tui|hộp|hop|đám|dam|cụ|cu|gđ|gd|bạn|ban|cô|co|đv|dv|cái|cai)(?!\w)(?!\s(?:quà|qua)(?!\w))",
    re.IGNORECASE,
)
_PARCELS_BEFORE = re.compile(
    r"\d\s*(?:suất|suat|phần|phan|túi|tui|hộp|hop)|(?:quà|qua)\s?:?\s\d", re.IGNORECASE
)
_COMRADE = re.compile(r"(?<!\w)([đd])/c(?!\w)", re.IGNORECASE)
_SCALE = re.compile(
    r"\(?\s*(?:đơn vị|don vi|đvt|dvt|đv)(?:\s(?:tính|tinh))?\s*:?\s*(?:là\s)?"
    r"(?P<unit>nghìn đồng|nghin dong|ngàn đồng|ngan dong|1\.?000\s?đ(?:ồng)?|nghìn|ngàn|k|triệu đồng|trieu dong|triệu)"
    r"(?!\w)\s*\)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure in a text. `money`: it can be nothing else; `spelt` in words; `each`: «300k/suất», of what it is for."""

    start: int
    end: int
    text: str
    reading: Reading
    money: bool
    spelt: bool = False
    each: str = ""

    @property
    def value(self) -> int | None:
        """None where it is not certain."""
        if isinstance(self.reading, Given) and isinstance(self.reading.value, int):
            return self.reading.value
        if self.money and isinstance(self.reading, Ask) and isinstance(self.reading.candidates[0], int):
            return self.reading.candidates[0]
        return None


def prepared(text: str) -> str:
    """A text as long as before, with «đ/c» as a word, and without what only looks like a figure.

    >>> prepared("thăm 2 đ/c lớp 5B")
    'thăm 2 đc        '
    """
    text = _COMRADE.sub(r"\1c ", text)
    return _NO_FIGURE.sub(lambda found: " " * len(found[0]), blanked(text))


def scale_of(text: str) -> tuple[str, int]:
    """A text without «(đơn vị nghìn đồng)», and how many đồng a bare sum in it is counted in; 1 where none is said.

    >>> scale_of("hiếu 2 = 1000 (đơn vị nghìn đồng)")[1]
    1000
    """
    found = _SCALE.search(text)
    if found is None:
        return text, 1
    scale = 1_000_000 if found["unit"].casefold().startswith("tri") else 1000
    return text[: found.start()] + " " * len(found[0]) + text[found.end() :], scale


def _is(word: Word, known: Sequence[str]) -> bool:
    return any(same_word(word, phrase(each)[0]) for each in known)


def _counts_on(text: str, words: Sequence[Word], place: int) -> bool:
    """Whether what is counted stands at a place; «350.000/suất» is for each."""
    known = (
        place < len(words)
        and words[place].key in data.PEOPLE | data.PARCELS | data.TIMES | data.OPENING_PARCELS
    )
    return known and "/" not in text[words[place - 1].end : words[place].start]


def amounts_of(text: str, read: Read) -> list[Amount]:
    """The figures of a prepared text, in order."""
    words = [word for token in _TOKEN.finditer(text) for word in _word(token, text)]
    found: list[Amount] = []
    place = 0
    while place < len(words):
        past = _past(text, words, place)
        amount = _amount(text, words, place, past, read) if past > place else None
        if amount is not None and amount.start >= max((each.end for each in found), default=0):
            found.append(_for_each(text, amount) if amount.money else amount)
        place = max(past, place + 1)
    return found


def _for_each(text: str, amount: Amount) -> Amount:
    """«300k/suất», «3 trăm một lần»: a sum with what it is for."""
    found = _EACH.match(text, amount.end)
    if found is None:
        return amount
    unit = fold(found["unit"])
    if "/" not in found[0] and unit in data.PARCELS and not _PARCELS_BEFORE.search(text[: amount.start]):
        return amount  # «thăm cô Vân 300k 1 suất»
    return replace(amount, end=found.end(), each=unit)


def _word(token: re.Match[str], text: str) -> list[Word]:
    if token[0][0].isdigit():
        return [Word(token[0], "", token.start(), token.end())]
    (word,) = words_of(text[token.start() : token.end()])[:1]
    return [Word(word.key, word.marks, token.start(), token.end())]


def _past(text: str, words: Sequence[Word], start: int) -> int:
    """Where the figure that begins at a word ends; `start` if none does."""
    first = words[start]
    if not (first.key[0].isdigit() or _is(first, _FIRST)):
        return start
    past, scaled = start + 1, False
    while past < len(words) and not text[words[past - 1].end : words[past].start].strip():
        word, before = words[past], words[past - 1]
        joined = word.start == before.end
        scale = _is(word, _SCALES) and not (
            (before.key[0].isalpha() and _is(before, ("đồng", "đ"))) or _is_comrade(words, past)
        )
        tail = word.key[0].isdigit() and scaled and (joined or not _counts_on(text, words, past + 1))
        tail = tail and len(word.key) <= len("050")
        half = scaled and _is(word, _HALVES)  # «2 triệu rưỡi cả thảy»
        if not (
            scale
            or tail
            or half
            or (_is(word, _NUMERALS) and not (_counts_on(text, words, past + 1) and scaled))
        ):
            break
        scaled = scaled or scale or word.key == _HUNDRED
        past += 1
    return past


def _is_comrade(words: Sequence[Word], place: int) -> bool:
    """«2 đồng chí»"""
    after = words[place + 1].key if place + 1 < len(words) else ""
    return words[place].key == "dong" and after in ("chi", "nghiep")


def _amount(text: str, words: Sequence[Word], start: int, past: int, read: Read) -> Amount | None:
    run = words[start:past]
    said = text[run[0].start : run[-1].end]
    spelt = not any(char.isdigit() for char in said)
    counted = _counts_on(text, words, past)
    scaled = any(_is(word, _SCALES) for word in run if not word.key[0].isdigit())
    hundreds = any(word.key == _HUNDRED for word in run) and not scaled and not counted
    bare = said if said.replace(".", "").replace(",", "").isdigit() else ""
    large = bool(bare) and len(bare.replace(".", "").replace(",", "")) >= _LARGE
    if scaled or hundreds or (large and not counted):
        asked = f"{said} nghìn" if hundreds else f"{said} đồng" if large else said
        reading = read("money", asked)
        value = reading.value if isinstance(reading, Given) else None
        if isinstance(value, int) and value < _LEAST:
            return None
        return Amount(run[0].start, run[-1].end, said, reading, money=True, spelt=spelt)
    before = words[start - 1].key if start else ""
    if spelt and not counted and before not in data.BEFORE_SPELT:
        return None
    reading = read("count", said)
    if not isinstance(reading, Given | Ask):
        return None
    return Amount(run[0].start, run[-1].end, said, reading, money=False, spelt=spelt)


def is_product(text: str, one: Amount, other: Amount) -> bool:
    """Whether a sign for "times" stands between two figures: «38 suất x 60.000»."""
    return re.search(r"[×*]|(?:^|\s)x\s*$", text[one.end : other.start]) is not None


def is_result(text: str, one: Amount, other: Amount) -> bool:
    """Whether the second is what the first comes to: «x 60.000 = 2.280.000»."""
    return re.fullmatch(r"\D*(?:=|(?<!\w)(?:là|la|bằng|bang)\s)\D*", text[one.end : other.start]) is not None
