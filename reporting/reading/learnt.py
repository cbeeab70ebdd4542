"""Who went to be trained, told in a sentence: «tập huấn online 1 buổi có 7 người học» is «tập huấn 7 người».

How many classes, sessions and days there were is not counted, and who came to them came to no session of the unit.
"""

import re
from collections.abc import Sequence

from reporting.reading import held_words as data
from reporting.reading.dictated import puts_right
from reporting.reading.dictated_figures import blanked, in_digits, people_at
from reporting.reading.elsewhere import tells_elsewhere
from reporting.reading.labels import Labels
from reporting.reading.reply_types import Line
from reporting.reading.typed import Word, words_of

_LONGEST = 400  # characters
_NAME = re.compile(
    r"(?<!\w)(?:(?:lượt|luot)\s)?(?:tập huấn|tap huan|(?:học|hoc|lớp|lop|khóa|khoá)\s(?:(?:lớp|lop|về"
    r"|ve)\s)?(?:nghiệp vụ|nghiep vu)"
    r"|(?:bồi dưỡng|boi duong)(?:\s(?:nghiệp vụ|nghiep vu))?"
    r"|(?:dự|du|học|hoc|đi|di)\s(?:lớp|lop|khóa|khoá)\s(?:cán bộ|can bo|công đoàn|cong doan|kỹ năng"
    r"|ky nang))(?!\w)",
    re.IGNORECASE,
)
# What names no other line: the name itself, parts of what came, the women's work of a union.
_NO_NAME = re.compile(
    rf"{_NAME.pattern}|(?<!\w)(?:nữ công|nu cong)(?!\w)|\((?:có "
    rf"|trong đó )?\d* ?(?:nữ|nu) ?\d*[^()\n]{{0,20}}\)",
    re.IGNORECASE,
)
# «tôi đi tập huấn 2 ngày ở tỉnh»: days, and nobody counted.
_DAYS = re.compile(
    r"(?<=\s)(?:\d{1,2}|một|mot|hai|ba)\s(?:ngày|ngay|buổi|buoi|tuần|tuan|hôm|hom)(?:\s(?:liền|lien|rưỡi))?(?!\w)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[;\n]+\s*|\.(?=\s|$)\s*")
_CLAUSE = re.compile(r",(?!\d)\s*|(?<!\d),\s*")
_PARENTHESES = re.compile(r"\((?P<inside>[^()\n]{0,80})\)")
# «một mình tôi đi»: one.
_ALONE = re.compile(
    r"(?<!\w)(?:(?:một|mot|1|mỗi|moi|có|co|chỉ|chi)\s)+(?:mình|minh)\s(?:tôi|toi|em|chị|anh|cô|thầy"
    r"|bác|e|tui)(?!\w)"
    r"|(?<!\w)(?:chỉ|chi|chỉ có|chi co|có mỗi|co moi)\s(?:tôi|toi|em|mình|minh)\s(?:đi|di|dự|học)(?!\w)",
    re.IGNORECASE,
)
# It is told plainly already.
_PLAIN = re.compile(
    r"(?:lượt\s|luot\s)?(?:tập huấn|tap huan|bồi dưỡng|boi duong)\s*[:=-]?\s*\d{1,4}(?:\s?(?:người"
    r"|nguoi|ng|lượt|luot|đ/c|đc|dc))?"
    r"(?:\s(?:ạ|a|nhé|nhe|em|thôi|thoi|người|nguoi|đi|di))*",
    re.IGNORECASE,
)
# What tells that nobody went, that it is not for this month, or that it is about money.
_OTHERWISE = re.compile(
    r"(?<!\w)(?:không|khong|ko|k|chưa|chua|đăng ký|dang ky|danh sách|tháng|thang|thg|quý|thêm|them|nữa|nua"
    r"|khoảng|khoang|tầm|hơn|gần|chứ|chu|tiền|tien|triệu|trieu|nghìn|nghin|mỗi|đề nghị|kiến nghị|mở)(?!\w)",
    re.IGNORECASE,
)
_MEETINGS = frozenset(
    {"buoi", "b", "luot", "luot nguoi", "nguoi du", "du", "tham du", "l", "lg", "chi em", "giao luu"}
)


def in_a_word(text: str, lines: Sequence[Line]) -> str:
    """A message with who was trained in a word; `lines` are all those of the form.

    >>> from reporting.reading.reply_types import Line
    >>> in_a_word("tập huấn online 1 buổi có 7 người học", (Line(12, "t", "count", "Lượt", ("tập huấn",)),))
    'tập huấn 7 người'
    """
    lined = [line for line in lines if "tập huấn" in line.words]
    if len(text) > _LONGEST or len(lined) != 1 or _NAME.search(text) is None or puts_right(text):
        return text
    labels, made, start = Labels(lines), "", 0
    for at, end in [*(mark.span() for mark in _SENTENCE.finditer(text)), (len(text), len(text))]:
        made += _sentence(text[start:at], labels, lined[0].code) + text[at:end]
        start = end
    return made


def _sentence(text: str, labels: Labels, code: str) -> str:
    """A sentence with the clauses about training as one."""
    if _NAME.search(text) is None:
        return text
    cuts = [
        mark.span() for mark in _CLAUSE.finditer(_PARENTHESES.sub(lambda found: "_" * len(found[0]), text))
    ]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(at for at, _ in cuts), len(text)]
    clauses = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    first = next(
        n
        for n, clause in enumerate(clauses)
        if _NAME.search(text[starts[n] : ends[n]]) or n == len(clauses) - 1
    )
    past = first + 1
    if _of_others(clauses[first], labels, code):
        return text
    while past < len(clauses) and _goes_on(clauses[past], labels, code):
        past += 1
    said = text[starts[first] : ends[past - 1]]
    if _PLAIN.fullmatch(clauses[first].strip()):
        return text
    people = _people(said)
    if not people:
        return (
            text
            if _OTHERWISE.search(said)
            else f"{text[: starts[first]]}{_DAYS.sub('', said)}{text[ends[past - 1] :]}"
        )
    return f"{text[: starts[first]]}tập huấn {people} người{text[ends[past - 1] :]}"


def _of_others(text: str, labels: Labels, code: str) -> bool:
    """Whether a clause names another line than that of training, other than by how its classes are counted."""
    text = _NO_NAME.sub(lambda found: " " * len(found[0]), text)
    return any(
        code not in mark.codes
        and " ".join(w.key for w in words_of(text[mark.start : mark.end])) not in _MEETINGS
        for mark in labels.find(text)
        if not mark.common and not mark.number
    )


def _goes_on(text: str, labels: Labels, code: str) -> bool:
    words = words_of(text)
    if not words or _of_others(text, labels, code):
        return False
    counted = words[0].key.isdecimal() and len(words) > 1
    about = words[0].key in data.GOING or (
        counted and (words[1].key in data.CLASSES or people_at(words, 1) > 0)
    )
    return about or _ALONE.search(text) is not None


def _people(text: str) -> str:
    """Who went, as a figure or a sum; "" where that is not plainly told."""
    bare = _PARENTHESES.sub(" ", text)
    if _OTHERWISE.search(bare) and _ALONE.search(bare) is None:
        return ""
    if tells_elsewhere(bare):
        return ""
    alone = _ALONE.search(bare)
    said, unsure = in_digits(_ALONE.sub(" ", bare))
    said = blanked(said)
    words = words_of(said)
    figures = [n for n, word in enumerate(words) if word.key.isdecimal()]
    counted: list[str] = []
    for n in figures:
        behind = words[n + 1].key if n + 1 < len(words) else ""
        signs = said[words[n].end : words[n].end + 1] + said[max(words[n].start - 1, 0) : words[n].start]
        if any(char in ".,/-–+%x*" for char in signs) and not said[words[n].end :].startswith((", ", ".")):
            return ""
        if behind in data.CLASSES or _ordinal(words, n, figures):
            continue
        if not (people_at(words, n + 1) or behind == "luot" or _named_last(words, n)):
            return ""
        counted.append(words[n].key)
    if alone:
        return "1" if not counted or counted == ["1"] else ""
    return "" if unsure else " + ".join(counted)


def _ordinal(words: Sequence[Word], place: int, figures: Sequence[int]) -> bool:
    """Whether a figure right behind «lớp», «đợt» is its order, where another follows."""
    beside = place > 0 and words[place].start - words[place - 1].end <= 1
    return beside and words[place - 1].key in data.ORDERS and any(n > place for n in figures)


def _named_last(words: Sequence[Word], place: int) -> bool:
    """Whether a bare figure ends the clause behind a class or a name: «lớp A 3, lớp B 4»."""
    return place + 1 == len(words)
