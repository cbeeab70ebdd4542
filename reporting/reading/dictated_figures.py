"""The figures of a dictated paragraph: number words put in digits, what is no figure left out, sums of money known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reporting.reading import dictated_words as data
from reporting.reading.count import read_count
from reporting.reading.readings import Ask, Given
from reporting.reading.typed import Word, same_word, words_of

_NO_FIGURE = re.compile(
    r"(?<![\w.,])(?:ngày|ngay)\s\d{1,2}\s(?:tháng|thang)\s\d{1,2}(?:\s(?:năm|nam)\s20\d\d)?(?!\w)|"
    r"(?<![\w.,])(?<!\d )(?:tháng|thang|thg|quý|quy|đợt|dot|khóa|khoá|lớp|lop|tuần|tuan|ngày|ngay|mùng|mung|"
    r"lần thứ|lan thu|ql|thứ|nhiệm kỳ|nhiem ky)\s{1,2}\d{1,4}(?:\s?[/.-]\s?\d{1,4}){0,2}(?!\w)"
    r"|(?<![\w.,])(?:năm|nam|năm học|nam hoc)\s(?:19|20)\d\d(?:\s?-\s?20\d\d)?(?!\w)"
    r"|(?<![\w.,])(?<!điểm )(?<!diem )(?:thcs|thpt|th|mn|trường|truong|mầm non|mam non|tiểu học|tieu hoc|trạm|tram|"
    r"nhà máy|nha may|xí nghiệp|thôn|thon|bản|tổ|khu)\s(?:(?:số|so)\s)?\d{1,3}(?!\w)"
    r"(?!\s(?:bà con|ba con|người|nguoi|ng|lượt|luot|đ)(?!\w))"
    r"|(?<![\d/])\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d/])"
    r"|(?<![\w.,])\d[\d.,]*\s?(?:km|cây số|cay so|giờ|gio|phút|phut|h|kg|tuổi|tuoi|%)(?!\w)",
    re.IGNORECASE,
)
_DONG = r"(?:\s?(?:(?:đồng|dong)(?!\s+ch[ií])|đ(?![/.]\s?c)|vnđ|vnd)(?!\w))"
_NUMBER = r"\d+(?:[.,]\d+)*"
_TAIL = (
    r"(?:\s?\d{1,3}(?![\w.,]*\d)(?=\s*(?:$|[,;.\n)!]|"
    r"(?:ạ|a|nhé|nhe|nha|đồng|dong|đ|thôi|thoi|luôn|luon|nữa|nua|em|cháu|chau)\b))|\d{1,3}(?!\d))"
)
_SPOKEN = r"\s(?:(?:trăm|tram)(?!\w)(?:\s(?:rưỡi|rưởi|ruoi|\d{1,2}))?|(?:lít|xị)(?=\s*(?:$|[,;.\n])))(?!\w)"
_PLUS = (
    r"(?:\s?\+\s?\d{1,4}(?![\w.,]*\d))+(?!\s?(?:k|tr|triệu|trieu|nghìn|nghin|ngàn|ngan|củ|cu|đ|đồng)(?!\w))"
)
_HALF = r"(?:\s(?:rưỡi|rưởi|ruoi)(?!\w))"
_FIGURE = re.compile(
    rf"(?<![\w.,/])(?:(?P<money>{_NUMBER}\s?(?:(?:tr(?!\w*[a-z])|tr(?=\d)|triệu|trieu|tỷ|tỉ|ty(?!\w)|củ|cu(?!\w))(?![^\W\d_])(?:{_HALF}|{_TAIL})?"
    rf"|(?:k|nghìn|nghin|ngàn|ngan)(?![^\W\d_])){_DONG}?|{_NUMBER}{_DONG})"
    rf"|(?P<count>{_NUMBER}(?:{_PLUS}|\s?[-–]\s?{_NUMBER}|{_SPOKEN})?))(?!\d|[.,]\d|\s?/\s?\d|\s?%)",
    re.IGNORECASE,
)
_FIRST, _NUMERALS = (
    {word.key: word for word in words_of(text)} for text in (data.FIRST_NUMERALS, data.NUMERALS)
)
_MOST_WORDS = 6  # of a number


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it stands in the text. `money`: it says so itself; `sure` unless a word for it may be another."""

    start: int
    end: int
    text: str
    money: bool
    sure: bool = True


def _value(run: Sequence[Word], text: str) -> tuple[str, bool] | None:
    """A run of number words in digits, and whether it can be nothing else."""
    match read_count(text[run[0].start : run[-1].end]):
        case Given(int(value)):
            return str(value), True
        case Ask((int(value),)):
            return str(value), False
    return None


def people_at(words: Sequence[Word], place: int) -> int:
    """How many words say what people are counted, from a place on; 0 if none."""
    for length in (3, 2, 1):
        if tuple(word.key for word in words[place : place + length]) in data.PEOPLE and place + length <= len(
            words
        ):
            return length
    return 0


def _numeral(word: Word, known: dict[str, Word]) -> bool:
    return word.key in known and same_word(word, known[word.key])


def in_digits(text: str) -> tuple[str, frozenset[int]]:
    """A text with number words before what they count in digits, and where those stand that are not sure."""
    words = words_of(text)
    done, made, unsure = 0, "", set()
    place = 0
    while place < len(words):
        if not _numeral(words[place], _FIRST):
            place += 1
            continue
        past = place + 1
        while past < len(words) and past - place < _MOST_WORDS and _numeral(words[past], _NUMERALS):
            past += 1
        counted = past < len(words) and (people_at(words, past) or words[past].key in data.UNITS)
        before = text[words[place - 1].start : words[place - 1].end].casefold() if place else ""
        alone = past - place == len(words)
        money = not (counted or alone) and past - place > 1 and words[past - 1].key in data.MAGNITUDES
        said = (counted or money) and before not in data.NAMED_BY
        found = _value(words[place:past], text) if said else None
        if found is not None and money:
            found = (f"{found[0]}đ", found[1])
        if found is not None:
            made += text[done : words[place].start]
            unsure |= set() if found[1] else {len(made)}
            made += found[0]
            done = words[past - 1].end
        place = past
    return made + text[done:], frozenset(unsure)


def blanked(text: str) -> str:
    """A text with what only looks like a figure («tháng 10», «20/10», «40km») as blanks."""
    return _NO_FIGURE.sub(lambda found: " " * len(found[0]), text)


def figures_of(text: str, unsure: frozenset[int]) -> list[Figure]:
    """The figures in a text, in order."""
    return [
        Figure(
            found.start(),
            found.end(),
            found[0].strip(),
            found.lastgroup == "money",
            found.start() not in unsure,
        )
        for found in _FIGURE.finditer(text)
    ]
