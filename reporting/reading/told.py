"""Words where a figure was asked: texts under their labels ("nổi bật: hội thao, khó khăn: thiếu quỹ"), and stories."""

import re
from collections.abc import Sequence

from reporting.reading.desk import is_filler
from reporting.reading.dictated_words import FIRST_NUMERALS
from reporting.reading.labels import Labels
from reporting.reading.money_shape import money_shaped
from reporting.reading.reply_types import Line
from reporting.reading.typed import keys, phrase, same_words, words_of
from reporting.text import clean, fold

_ROW = r"(?:^|(?<=[,;.\n]))\s*(?:[-+*•–]\s*)?(?:\d{1,2}\s?[.)/]\s*)?"
_BEFORE_COLON = re.compile(rf"{_ROW}([^\W\d_][^,;.:\n]{{1,40}}?)(?:\s*:|[ ]*\t|[ ][-–—](?=[ ]))\s*(?=\S)")
# «khó khăn lớn nhất là …», «nổi bật là hiến máu»: three words at least behind it.
_BEFORE_LINK = re.compile(
    rf"{_ROW}(?:(?:về|ve|phần|phan|mục|muc)\s)?([^\W\d_][^,;.:\n]{{1,24}}?)"
    r"(?:\s(?:lớn nhất|lon nhat|chính|chinh|nhất|nhat|tháng này|thang nay|hiện nay|hien nay|chung|của đơn vị|"
    r"cua don vi|của trường|cua truong))*\s+(?:là|la|thì|thi)\s+(?=\S+\s+\S+\s+\S)",
    re.IGNORECASE,
)
# What leads a text without a colon.
_LEADING = frozenset({"noi bat", "kho khan", "kien nghi", "de xuat", "de nghi", "vuong mac", "kk", "nb"})
# «hoạt động nổi bật», «những khó khăn»
_AROUND = re.compile(
    r"^(?:(?:hoạt động|hoat dong|việc|viec|điểm|diem|công tác|cong tac|về|ve|các|cac|những|nhung|phần|phan)\s+)+"
    r"(?=(?:nổi|noi|khó|kho|kiến|kien|đề|de)\s)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^[-+*•–]\s*")
_ROW_START = re.compile(
    r"(?:(?<=[\n])|(?<=[.;]\s))(?:[-+*•–]\s*)?(?:\d{1,2}\s?[.)/]\s*)?"
    r"(?:(?:còn\s|về\s)?số liệu\s(?:(?:thì|là)\s)?)?(?=\w)",
    re.IGNORECASE,
)
_FIGURE_SOON = re.compile(r"[^.;\n]{0,20}?(?:\d|(?<!\w)(?:không|khong|ko|k)(?!\w))", re.IGNORECASE)
_BY_NUMBER = re.compile(
    r"(?:mục|muc|dòng|dong|câu|cau|phần|phan|ý)\s+(?:số\s+|so\s+)?(\d{1,2})", re.IGNORECASE
)
# How the lines for words are shortened.
_SHORT = {"kk": "khó khăn", "kkhan": "khó khăn", "k khan": "khó khăn", "nb": "nổi bật", "kkkn": "khó khăn",
          "kk kn": "khó khăn", "knghi": "kiến nghị", "hd nb": "nổi bật"}  # fmt: skip
_MORE = re.compile(
    r"(?:(?:em|tôi|cho em|cho tôi|xin|dạ)\s+)*(?:(?:ghi|viết|viet)\s+)?(?:thêm|them|bổ sung|bo sung)\s+"
    r"(?:(?:vào|vao|cho|ở|o)\s+)?(?:(?:mục|muc|dòng|dong|câu|cau|phần|phan|ý)\s+(?:số\s+|so\s+)?)?"
    r"(?:(?P<number>\d{1,2})|(?P<name>[^\W\d_][^,;.:\n]{1,40}?))\s*:\s*(?P<said>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_INSTRUCTION = re.compile(
    r"(?:(?:bỏ|bo|xóa|xoá|xoa|cắt|cat|bớt|bot|thêm|them|bổ sung|bo sung|chèn|chen)(?!\S)|"
    r"(?:đổi|doi|thay|chữa|sửa|sua)\s+"
    r"(?:câu|cau|chữ|chu|đoạn|doan|từ|tu|ý|y|phần|phan|cụm|cum)(?!\S))",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"^(?:thêm|them|bổ sung|bo sung|chèn|chen)\s+(?:vào\s+|vao\s+)?"
    r"(?:(?:câu|cau|ý|y|đoạn|doan|chữ|chu)(?!\w)\s*:?\s*)?",
    re.IGNORECASE,
)
_REQUESTS = "kn"
_NO_WORDS = frozenset(
    {"khong", "ko", "k", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"}
)
_IN_WORDS = frozenset({*keys(phrase(FIRST_NUMERALS)), "khong", "ko", "k", "hong", "hok"})
_NEAR = 8  # characters
_PARTS = re.compile(r"[,;.\n]\s+")
_EDGES = " \t\n,;"
_FEWEST_WORDS = 6  # of a story
_FIGURES = re.compile(r"\d+(?:[.,/]\d+)*")
_NO_PROSE = re.compile(r"[<>{}\[\]|\\=_@#$^*~`%;]")
_DAYS = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}(?:/\d{4})?(?![\d/])")


def _named(text: str, lines: Sequence[Line]) -> str | None:
    """The one line that a text names, and nothing else; None if none."""
    number = _BY_NUMBER.fullmatch(text.strip())
    if number:
        return next((line.code for line in lines if line.number == int(number[1])), None)
    words = words_of(_SHORT.get(fold(text).strip(), _AROUND.sub("", text)))
    found = {
        line.code for line in lines for known in (line.label, *line.words) if same_words(words, phrase(known))
    }
    return next(iter(found)) if len(found) == 1 else None


def _is_first_name(text: str, line: Line) -> bool:
    if _BY_NUMBER.fullmatch(text.strip()) or fold(text) in _SHORT or fold(text) == _REQUESTS:
        return True
    return any(
        same_words(words_of(_AROUND.sub("", text)), phrase(known)) for known in (line.label, *line.words[:1])
    )


def _of_mark(text: str, mark: re.Match[str], lines: Sequence[Line]) -> str | None:
    """The line that stands before a colon; «KN:» is one for words only before words."""
    if fold(mark[1]) != _REQUESTS:
        return _named(mark[1], lines)
    said = [word.key for word in words_of(text[mark.end() :])[:1]]
    wordy = bool(said) and not said[0].isdecimal() and said[0] not in _NO_WORDS
    return _named("kiến nghị", lines) if wordy else None


def told_texts(text: str, lines: Sequence[Line], figures: Labels | None = None) -> tuple[str, dict[str, str]]:
    """What stands outside the labelled texts, and the texts by line. `lines` ask for words, `figures` name others.

    A text is parted only where a label is followed by a colon, or by «là», at the beginning of a part; commas in it
    stay. It ends where the next begins, or a row or sentence that gives a figure to a line.
    """
    text = clean(text)
    marks = [*_BEFORE_COLON.finditer(text), *(m for m in _BEFORE_LINK.finditer(text) if _leads(m))]
    found = {mark.start(): (mark, code) for mark in marks if (code := _of_mark(text, mark, lines))}
    if not found:
        return text, {}
    by_code = {line.code: line for line in lines}
    said: dict[str, str] = {}
    before, past, outside = "", 0, ""
    ends = [*found, *figure_rows(text, figures), len(text)] if figures is not None else [*found, len(text)]
    for start, (mark, code) in sorted(found.items(), key=lambda each: each[0]):
        end = min(end for end in ends if end > start)
        stays = code == before or not _is_first_name(mark[1], by_code[code])  # "kiến nghị: …" says what it is
        part = text[start if stays else mark.end() : end].strip(_EDGES)
        said[code] = ", ".join(filter(None, (said.get(code, ""), _BULLET.sub("", part))))
        outside += text[past:start]
        before, past = code, end
    outside += text[past:]
    return outside.strip(_EDGES), {code: part for code, part in said.items() if part}


def _leads(mark: re.Match[str]) -> bool:
    """Whether a name with «là» behind it leads a text: «hoạt động thì tuyên truyền 1 buổi» does not."""
    return fold(mark[1]) in _LEADING


def figure_rows(text: str, labels: Labels) -> list[int]:
    """Where rows and sentences begin that give a figure to the line they begin with."""
    marks = [mark for mark in labels.find(text) if not mark.common and not mark.number]
    found = []
    for row in _ROW_START.finditer(text):
        near = [mark for mark in marks if row.end() <= mark.start <= row.end() + 1]
        if any(_FIGURE_SOON.match(text, mark.end) for mark in near):
            found.append(row.start())
    return found


def told_more(text: str, lines: Sequence[Line]) -> tuple[str, str] | None:
    """The line for words that a text is to be added to, and that text; None where nothing is to be added.

    >>> told_more("thêm vào mục 13: tọa đàm", (Line(13, "good", "text", "Nổi bật"),))
    ('good', 'tọa đàm')
    """
    found = _MORE.match(clean(text))
    if found is None:
        return None
    named = found["number"] or _named(found["name"], lines)
    code = next((line.code for line in lines if named in (line.code, str(line.number))), None)
    return (code, found["said"].strip(_EDGES)) if code is not None else None


def is_instruction(text: str) -> bool:
    """Whether words for a line rather tell what to do with it: «bỏ câu tặng quà đi», «thêm anh Páo ốm».

    >>> is_instruction("bỏ câu tặng quà đi")
    True
    """
    return _INSTRUCTION.match(clean(text)) is not None


def without_order(text: str) -> str:
    """What is to be added, without the words that order it: «thêm câu: hội thao» → «hội thao»."""
    return _ORDER.sub("", clean(text)).strip(_EDGES)


def _figure_in_words(text: str) -> bool:
    """Whether a number word, or one for none, stands right behind a name: «nữ bốn hai», «giảm hông có»."""
    words = [word for word in words_of(text)[:3] if word.key not in ("la", "thi", "co")]
    return bool(words) and words[0].start <= _NEAR and words[0].key in _IN_WORDS


def is_story(text: str, lines: Sequence[Line]) -> bool:
    """Whether a message rather tells of something than answers `lines`: many words, and at most one figure.

    A figure behind the name of a line, or right before it, is an answer; the day of an event is no figure.
    """
    text = _DAYS.sub(" ", clean(text))
    figures = list(_FIGURES.finditer(text))
    said = [w for w in words_of(text) if not w.key.isdecimal() and not is_filler(text[w.start : w.end])]
    if len(said) < _FEWEST_WORDS or len(figures) > 1 or _NO_PROSE.search(text):
        return False
    marks = [mark for mark in Labels(lines).find(text) if not mark.common]
    if any(_figure_in_words(text[mark.end :]) for mark in marks) or any(
        map(money_shaped, _PARTS.split(text))
    ):
        return False
    return not any(
        mark.end <= figure.start() or mark.start - figure.end() in (0, 1)
        for mark in marks
        for figure in figures
    )
