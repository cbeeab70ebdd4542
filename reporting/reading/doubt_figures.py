"""The figures in a sentence that is said to a doubt: which of them the line is named with, and what they come to."""

import math
import re
from collections.abc import Sequence

from reporting.reading import doubt_words as data
from reporting.reading.desk import is_filler
from reporting.reading.labels import Labels
from reporting.reading.readings import Given
from reporting.reading.reply_types import Line, Read
from reporting.reading.typed import phrase, same_words, words_of
from reporting.values import Value

# Days, months, years and hours: none is a figure of a line.
DAYS = re.compile(
    r"(?<![\d/])\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d/])"
    r"|(?<!\w)(?:năm|nam)\s+(?:19|20)\d\d(?!\w)"
    r"|(?<!\w)(?:(?:tháng|thang)\s+(?:0?\d|1[0-2])(?:/\d{4})?|(?:ngày|ngay)\s+(?:[0-2]?\d|3[01])|(?:quý|quy)\s+[1-4])"
    r"(?![\d.,/]*\d)(?!\s*(?:suất|triệu|tr|nghìn|k)\b)"
    r"|(?<![\d.,])\d{1,2}\s?(?:h|giờ|gio)(?!\w)",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\d[\d.,]*\s?(?:triệu|trieu|tr|nghìn|nghin|ngàn|ngan|đồng|dong|tỷ|ty|tỉ)(?!\w)", re.IGNORECASE
)
_FIGURE = re.compile(r"\d[\w.,/]*(?:\s+[^\W\d]\w*){0,3}")


def figures_of(text: str, line: Line, read: Read) -> list[tuple[int, int, Value]]:
    """The figures of the line's kind that stand in a text, each as long as it reads: from, to, what."""
    text = DAYS.sub(lambda day: " " * len(day[0]), text)
    found: list[tuple[int, int, Value]] = []
    end = 0
    for match in re.finditer(r"(?<![\w.,])\d", text):
        if match.start() < end:
            continue
        whole = _FIGURE.match(text, match.start())
        words = whole[0].split() if whole else []
        if line.kind == "count" and _MONEY.match(text, match.start()):
            continue
        longest = 1 if line.kind == "count" else len(words)
        for length in range(longest, 0, -1):
            reading = read(line.kind, " ".join(words[:length]).rstrip(".,"))
            if isinstance(reading, Given):
                end = match.start() + len(" ".join(words[:length]))
                found.append((match.start(), end, reading.value))
                break
    return found


def names_line(text: str, start: int, end: int, line: Line) -> bool:
    """Whether the words right before a figure, or right behind it, name the line; not «mỗi cháu 2 suất»."""
    begin = max(text.rfind(sign, 0, start) for sign in ",;\n(") + 1
    before, labels = text[begin:start], Labels([line])
    if any(same_words((word,), phrase("mỗi")) for word in words_of(before)):
        return False
    marks = [mark for mark in labels.find(before) if not mark.number]
    between = words_of(before[marks[-1].end :]) if marks else []
    if marks and (not between or any(same_words(between, phrase(link)) for link in data.LINKS)):
        return True
    behind = labels.find(text[start:])
    words = words_of(text[start:end])
    first = next((word.start for word in words if not word.key.isdecimal()), end - start)
    return any(mark.start in (first, end - start, end - start + 1) for mark in behind if not mark.number)


def reckons(text: str, figures: Sequence[tuple[int, int, Value]], doubted: Value) -> bool:
    """Whether figures come to the one in doubt: «3 buổi mỗi buổi 28 người nên là 84», «210 đúng, 4 buổi mà»."""
    values = [value for _, _, value in figures if isinstance(value, int)]
    rest = [value for value in values if value != doubted]
    if len(rest) > 1 and doubted in (math.prod(rest), sum(rest)):
        return True
    for start, end, value in figures:
        behind = words_of(re.split(r"[,;.]", text[end:])[0])
        before = words_of(re.split(r"[,;.]", text[:start])[-1])
        right = any(same_words(behind[: len(p)], p) for p in map(phrase, data.AGREEING))
        outcome = bool(rest) and any(same_words(before[-len(p) :], p) for p in map(phrase, data.OUTCOME))
        if value == doubted and (right or (outcome and (start, end, value) == figures[-1])):
            return True
    return False


def nothing_else(text: str, figures: Sequence[tuple[int, int, Value]]) -> bool:
    """Whether nothing is said beside the figures but words that mean nothing."""
    start, end = figures[0][0], figures[-1][1]
    around = (text[:start], text[end:])
    return len(figures) == 1 and all(not part.strip(" ,.") or is_filler(part) for part in around)


def says_again(part: str, value: Value) -> bool:
    """Whether a part of a message says that a figure is right: «210 đúng».

    >>> says_again("210 đúng", 210)
    True
    """
    words = words_of(part)
    right = any(same_words(words[-len(p) :], p) for p in map(phrase, data.AGREEING))
    return right and [word.key for word in words if word.key.isdecimal()] == [str(value)]


def names_figure(text: str, value: Value) -> bool:
    """Whether a text that agrees names the figure it means: «đúng 8 cái», «260 lượt là đúng».

    >>> names_figure("đúng 8 cái", 8), names_figure("đúng vậy", 8)
    (True, False)
    """
    said = [word.key for word in words_of(text.replace(".", "")) if word.key.isdecimal()]
    return said == [str(value)]


def says_figure_again(text: str, value: Value) -> bool:
    """Whether a text only agrees, says the doubted figure again and wants to go on.

    >>> says_figure_again("dung 80 roi. tiep", 80), says_figure_again("đúng 80 rồi, vì đông", 80)
    (True, False)
    """
    keys = [word.key for word in words_of(text)]
    agreed = any(key in data.AGREED for key in keys)
    rest = [key for key in keys if key not in data.AGREED | data.GOING_ON | data.BESIDE_RIGHT]
    return agreed and rest == [str(value)]


def without_agreeing(text: str) -> str:
    """A text without the words at its end that say of a figure that it is right; empty where none do.

    >>> without_agreeing("15 triệu đúng rồi")
    '15 triệu'
    """
    words = words_of(text)
    ends = [p for p in map(phrase, data.AGREEING) if len(p) < len(words) and same_words(words[-len(p) :], p)]
    return text[: words[-max(map(len, ends))].start].strip() if ends else ""
