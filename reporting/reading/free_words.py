"""Free words for a line: whether they say that there is nothing, and whether they are hardly meant as the words."""

import re
from collections.abc import Sequence

from reporting.reading import change_words as data
from reporting.reading.commands import command
from reporting.reading.doubt_reply import is_question
from reporting.reading.mended import correction
from reporting.reading.reasons import ends_as_question
from reporting.reading.reply_types import Line
from reporting.reading.typed import Word, phrase, same_words, words_of

_NOTHING, _EMPTY = (tuple(map(phrase, texts)) for texts in (data.NOTHING, data.EMPTY))
_SORRY = tuple(map(phrase, data.SORRY))
_ORDERS, _REFERRING = (tuple(map(phrase, texts)) for texts in (data.ABOUT_REASONS, data.REFERRING))
_FEW_TO_SOMEBODY = 24
_FEW = 9  # words: so short a question or order is hardly a line of a report


def says_nothing(text: str, line: Line) -> bool:
    """Whether words for a line only say that there is nothing: «Dạ không có gì nổi bật ạ»."""
    named = {word.key for name in (line.label, *line.words) for word in phrase(name)}
    if line.kind == "text":
        named |= data.OF_WORDS
    return is_nothing(text, named)


_DENIAL = re.compile(
    r"(?:(?:dạ|da|à|ơ|ấy|em|chị|anh)\s+)*(?:không|khong|ko|k)\s+(?:phải|phai)(?:\s+(?:đâu|dau|ạ|em|đấy))*\s*[,;.]\s*",
    re.IGNORECASE,
)
_ALL_OF_THEM = re.compile(
    r"\s+(?:cho\s+)?(?:ở\s+)?(?:cả|ca)\s+(?:hai|ba|2|3|4)\s+(?:mục|muc|dòng|dong|cái|cai|câu|cau)(?!\w)",
    re.IGNORECASE,
)


def denies_first(text: str) -> bool:
    """Whether a text begins with a denial that stands for itself: «không phải, 0 cơ»."""
    return _DENIAL.match(text.strip()) is not None


def says_none(text: str, line: Line) -> bool:
    """Whether an answer to «có phải là 1 bản không?» says none at all: «không phải, không ký bản nào»."""
    rest = _DENIAL.sub("", _ALL_OF_THEM.sub("", text.strip()), count=1)
    denied = rest != text.strip()
    nobody = any(word.key in data.NOBODY for word in words_of(rest))
    return bool(rest) and (denied or nobody) and says_nothing(rest, line)


def is_nothing(text: str, named: set[str]) -> bool:
    """Whether a text says «không có gì», perhaps with the line's own words, and nothing else."""
    words = words_of(text)
    for known in (*_NOTHING, *_EMPTY):
        for place in range(len(words) - len(known) + 1):
            if same_words(words[place : place + len(known)], known):
                beside = (*words[:place], *words[place + len(known) :])
                spare = data.AROUND | data.NOBODY | named
                if all(word.key in spare or word.key == known[0].key for word in beside):
                    return True
    return False


def says_nothing_at_all(text: str) -> bool:
    """Whether a text says that there is nothing, and of which line it does not say: «không phát sinh gì».

    >>> says_nothing_at_all("không có gì ạ"), says_nothing_at_all("không đối thoại")
    (True, False)
    """
    return is_nothing(text, set(data.ANYTHING))


def nothing_to_add(text: str) -> bool:
    """Whether a text says that nothing is to be added to what stands, or changed in it.

    >>> nothing_to_add("không phát sinh gì thêm"), nothing_to_add("không có gì")
    (True, False)
    """
    more = any(word.key in data.MORE_OR_OTHER for word in words_of(text))
    return more and says_nothing_at_all(text)


# «không có đơn vị này»: denies a unit, and says nothing of the month.
_NO_SUCH = re.compile(
    r"(?<!\w)(?:có|co)\s+(?:đơn vị|don vi|cơ quan|co quan|công ty|cong ty|trường|truong|công đoàn|cong doan|tháng|thang"
    r"|kỳ|ky)(?:\s+(?:này|nay|nào|nao|đó|do|ấy|ay|đâu|dau))?[\s.!]*(?:ạ|a|nhé|nhe|em)?[\s.!]*$",
    re.IGNORECASE,
)
_OF_MONTH = re.compile(r"(?:tháng|thang)\s+(?P<month>1[0-2]|0?[1-9])(?:\s*/\s*20\d\d)?(?!\d)", re.IGNORECASE)


def _of_month(text: str, month: int) -> str:
    return _OF_MONTH.sub(lambda found: "tháng" if int(found["month"]) == month else found[0], text)


def nothing_happened(text: str, month: int = 0) -> bool:
    """Whether a message only says that the month brought nothing: «tháng này cơ quan không có gì báo cáo».

    `month`: the one that is reported; another one named is not meant.

    >>> nothing_happened("thang nay k co j"), nothing_happened("tháng 10 không phát sinh", 10)
    (True, True)
    """
    order = command(text)
    if (order is not None and order.argument) or _NO_SUCH.search(text):  # «sửa không có đơn vị này»
        return False
    text = _of_month(text, month)
    words = words_of(text)
    some = any(word.key in data.HAPPENED for word in words)
    return len(words) > 1 and some and is_nothing(text, set(data.MONTH))


def only_around(text: str) -> bool:
    """Whether a text is nothing but words that say nothing beside a line's name and its figure."""
    return all(word.key in data.AROUND for word in words_of(text))


def without_courtesy(text: str) -> str:
    """Words without a last «ạ», «nhé», «em nhé»; «bảo hộ» and «hỗ trợ hộ» stay whole."""
    text = text.strip()
    while True:
        words = words_of(text)
        last = words[-1] if words else None
        if (
            last is None
            or len(words) < 2
            or last.key not in ("a", "ah", "nhe", "nha")
            or (last.key == "a" and not last.marks)
        ):
            return text
        text = text[: last.start].rstrip(" ,.")


def takes_back(text: str) -> bool:
    """Whether a text begins as one does that mends something said before: «nhầm rồi, …», «quên, …», «sửa …»."""
    words = words_of(text)
    return correction(text) is not None or (bool(words) and words[0].key in data.TAKING_BACK)


def _within(words: Sequence[Word], known: Sequence[Word]) -> bool:
    return any(same_words(words[at : at + len(known)], known) for at in range(len(words) - len(known) + 1))


def _to_somebody(text: str) -> bool:
    """Whether words speak to who asks, not to who reads the report: «xin lỗi em chị quên», «còn gửi được không ạ»."""
    words = words_of(text)
    if len(words) > _FEW_TO_SOMEBODY:
        return False
    sorry = any(same_words(words[: len(p)], p) for p in _SORRY)
    addressed = any(word.key in data.ADDRESSED for word in words)
    return sorry or (addressed and ends_as_question(text))


def hardly_words(text: str) -> bool:
    """Whether what was typed for a line of words is rather a bare figure, a question or an order."""
    words = words_of(text)
    if not any(word.key.isalpha() for word in words):
        return True
    if _to_somebody(text) or any(_within(words, p) for p in _ORDERS):
        return True
    if len(words) > _FEW:
        return False
    order = command(text)
    if any(same_words(words, p) for p in _REFERRING):
        return True
    ordered = order is not None and not order.argument  # «xem xét hỗ trợ kinh phí» is an answer
    return ordered or text.rstrip(" .").endswith("?") or is_question(text) or takes_back(text)
