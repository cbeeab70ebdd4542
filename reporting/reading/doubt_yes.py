"""What a yes or a no at a doubt brings along: the other figure, the same one again, or how it comes about.

«Đúng rồi, 98 thôi» where 980 is doubted and 98 offered is the figure 98: words behind a yes are a reason only where
they give no other figure for the line.
"""

import re
from collections.abc import Iterator, Sequence

from reporting.reading.change_words import AROUND, NOBODY
from reporting.reading.mended import only_slips
from reporting.reading.readings import Given
from reporting.reading.reply_types import Line, Read
from reporting.reading.typed import Word, phrase, words_of
from reporting.text import clean
from reporting.values import Value


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Before and behind a figure that is given (folded); «thôi» and the like close it.
_BEFORE = _words("la chi co con thi phai dung a da vang u uh uhm thoi ok em minh toi chi anh ra tong khong")
_BEHIND = _words(
    "thoi a ah nhe nha nhi em co chu ma day do dau anh chi bac ban that luon chau dung nguoi luot dc dv doan vien dong"
    " chi roi moi"
)
# How a figure was got wrong: «…, em gõ thừa số 0», «bấm nhầm».
_SLIP = re.compile(
    r"[\s,;(]+(?:(?:em|tôi|toi|chị|chi|anh|mình|minh|do|tại|tai|vì|vi|lỡ|lo|bị|bi|tay|mắt|mat)\s+)*"
    r"(?:(?:gõ|go|bấm|bam|ghi|nhập|nhap|viết|viet|đánh|danh|ấn|an)\s+)?(?:nhầm|nham|thừa|thua|lộn|lon|dư|du|sai)(?!\w).*$",
    re.IGNORECASE | re.DOTALL,
)
_CLAUSE = re.compile(r"[,;!\n]\s*|\.(?!\d)\s*|\s+[-–]\s+|\s+(?:vì|do|tại|nhưng|nên)\s+", re.IGNORECASE)
_NO = re.compile(
    r"^(?:(?:dạ|da|ơ|à|em|ấy)\s+)*(?:không|khong|ko|k|hông)(?:\s+(?:nhầm|sai|ạ|đâu|dau|em))*\s*[,.;!]\s*",
    re.IGNORECASE,
)
# «200k/suất», «mỗi người 200k», «200k một suất»: what one of many costs, never the sum.
_RATE = re.compile(
    r"\d[\w.,]*\s*/\s*[^\W\d_]|(?<!\w)(?:mỗi|moi)\s+[^\W\d_]+|\d\s?(?:k|tr|triệu|trieu|nghìn|nghin)\w*\s+(?:một|mot|1|mỗi|moi)\s",
    re.IGNORECASE,
)
_PRODUCT = re.compile(
    r"(?<![\d.,])(\d{1,5})\s*(?:[^\W\d_]+\s+){0,3}?(?:x|×|\*|nhân|nhan)\s*(?:với\s+|voi\s+)?(\d[\d.]*)"
    r"\s*(k|tr|triệu|trieu|nghìn|nghin|ngàn|ngan)?(?![^\W_])",
    re.IGNORECASE,
)
_SCALES = {"k": 1_000, "nghin": 1_000, "ngan": 1_000, "nghìn": 1_000, "ngàn": 1_000,
           "tr": 1_000_000, "trieu": 1_000_000, "triệu": 1_000_000}  # fmt: skip
_NONE = frozenset({"khong", "ko", "k", "chang"})  # folded
_DEEDS = _words("tang tham mua di lam to chuc ket nap giam ai gi co")
_LONGEST = 400  # characters
_PRAISE = (
    "tốt quá",
    "giỏi quá",
    "giỏi thế",
    "hay quá",
    "cảm ơn",
    "cám ơn",
    "tính hộ",
    "tính giúp",
    "nhanh thế",
    "tài thế",
)


def figure_given(text: str, line: Line, read: Read) -> Value | None:
    """The figure that the first clause of a text is, with words that say nothing more; None where it says more.

    >>> from reporting.reading.reader import read as reader; from datetime import date; from functools import partial
    >>> read = partial(reader, today=date(2023, 10, 12))
    >>> figure_given("98 thôi gõ thừa số 0", Line(5, "l", "count", "Lượt"), read)
    98
    """
    text = clean(text)
    if len(text) > _LONGEST:
        return None
    clause = _CLAUSE.split(_SLIP.sub("", f" {text}").strip(), maxsplit=1)[0]
    words = words_of(clause)
    own = _BEHIND | {word.key for name in (line.label, *line.words) for word in phrase(name)}
    for first in _begins(words):
        for past in range(len(words), first, -1):
            if past < len(words) and words[past].key not in own:
                break
            reading = read(line.kind, clause[words[first].start : words[past - 1].end])
            if isinstance(reading, Given) and not (reading.value == 0 and words[first].key == "k"):
                return reading.value
    return None


def _begins(words: Sequence[Word]) -> Iterator[int]:
    for place, word in enumerate(words):
        yield place
        if word.key not in _BEFORE:
            return


def kept_against_no(text: str, line: Line, doubted: Value, read: Read) -> str:
    """«Không, mười người thật, đi cả tổ»: what stands behind a no that keeps the doubted figure; else empty.

    The no answers «có phải là 1 không?».
    """
    text = clean(text)
    found = _NO.match(text) if len(text) <= _LONGEST else None
    rest = text[found.end() :] if found else ""
    return (
        rest
        if rest and _SLIP.search(f" {rest}") is None and figure_given(rest, line, read) == doubted
        else ""
    )


def none_after_slip(text: str, line: Line) -> bool:
    """«nhầm rồi, không chi gì»: what was typed is taken back, and there is nothing of it.

    >>> none_after_slip("nhầm rồi, không chi gì", Line(10, "m", "money", "Tiền"))
    True
    """
    head, comma, tail = clean(text).partition(",")
    words = words_of(tail)
    if not comma or not words or not only_slips(head) or any(c.isdigit() for c in text):
        return False
    spent = {"chi"} if line.kind == "money" else set()
    spare = (
        (AROUND - {"chi"})
        | NOBODY
        | _DEEDS
        | spent
        | {w.key for name in (line.label, *line.words) for w in phrase(name)}
    )
    return words[0].key in _NONE and all(word.key in spare | _NONE for word in words)


def comes_about(text: str, doubted: Value) -> bool:
    """Whether a text multiplies to the doubted figure: «31 x 300 = 9 triệu 3», «70 người nhân 200k».

    >>> comes_about("31 x 300 = 9 triệu 3", 9_300_000)
    True
    """
    return any(doubted in products for products in _products(clean(text)[:_LONGEST]))


def times(text: str, doubted: Value) -> bool:
    """Whether the doubted figure is multiplied with what each got: «70 người nhân 200k» of 70 gifts."""
    return any(int(number) == doubted for number, _, _ in _PRODUCT.findall(clean(text)[:_LONGEST]))


def _products(text: str) -> Iterator[tuple[int, ...]]:
    for times, each, scale in _PRODUCT.findall(text):
        number = int(each.replace(".", "") or 0)
        scales = (_SCALES[scale.casefold()],) if scale else (1, 1_000, 1_000_000)
        yield tuple(int(times) * number * one for one in scales)


def is_rate(text: str) -> bool:
    """Whether a text says what each of many gets: «200k/suất», «mỗi người một suất»."""
    return _RATE.search(text) is not None


def only_praises(text: str) -> bool:
    """Whether words behind a yes thank or praise, and give no reason: «em tính hộ thầy tốt quá»."""
    keys = [word.key for word in words_of(text)]
    if len(keys) > 8 or any(c.isdigit() for c in text):
        return False
    return any(
        keys[at : at + len(p)] == [w.key for w in p] for p in map(phrase, _PRAISE) for at in range(len(keys))
    )
