"""What surrounds a change to a line: words said beside figures, numbers of lines, and words put in a text's place."""

import re
from collections.abc import Sequence

from reporting.reading import change_words as data
from reporting.reading.command_words import LINE_NOUNS
from reporting.reading.free_words import only_around, says_nothing, without_courtesy
from reporting.reading.labels import Labels
from reporting.reading.readings import Given
from reporting.reading.reply_types import Item, Line
from reporting.reading.typed import phrase, same_words, words_of

_NOUNS = "|".join(sorted({*LINE_NOUNS, "dong", "cau", "muc", "so"}, key=len, reverse=True))
NUMBERED = re.compile(
    rf"(?:(?:cái|cai)\s+)?(?:{_NOUNS})\s+(\d{{1,2}})(?!\s*[\d.,]*\d)(?=\s|$)", re.IGNORECASE
)
FIRST = re.compile(r"(\d{1,2})\s+(?=\D)")
# "25 mới đúng": beside a figure «mới» is no name of a line.
_RIGHT = re.compile(r"\s+(?:mới|moi)\s+(?:đúng|dung|phải|phai|có|co|là|la)(?!\w)", re.IGNORECASE)
# "80 như tôi ghi đầu tiên ấy": whose figure it is, said behind it.
_AS_SAID = re.compile(
    r"(?<=\d)(?P<unit>\s+[^\W\d_]+)?\s+(?:như|nhu|đúng như|dung nhu)\s+"
    r"(?:(?:tôi|toi|em|chị|chi|anh|mình|minh|số|so)\s+)*"
    r"(?:đã\s+|da\s+)?(?:ghi|báo|bao|nhập|nhap|gõ|go|gửi|gui|nói|noi|ban đầu|lúc đầu)[^\d,;.\n]*",
    re.IGNORECASE,
)
# Behind a line's name «tăng», «giảm» tell how it moved, where «thêm», «bớt» or what it then is follows.
_NO_NAME = "".join(rf"(?<!{word}\s)" for word in ("bỏ", "xóa", "xoá", "mục", "dòng", "muc", "dong"))
_RISES, _FALLS = (
    re.compile(
        rf"(?<=[^\W\d_]\s){_NO_NAME}(?:{verb})\s+(?=(?:{more})(?!\w)|\d[\d.,]*(?:\s+[^\W\d_]+){{0,3}}[\s,]+"
        r"(?:thành|thanh|còn|con|lên|len|xuống|xuong)\s+\d)",
        re.IGNORECASE,
    )
    for verb, more in (("tăng|tang", "thêm|them"), ("giảm|giam", "bớt|bot|đi|di"))
)
_LABELLED = re.compile(r"\s*:\s*(?=\S)")
_BECOMES, _BY_COLON, _LESS = (
    tuple(map(phrase, texts)) for texts in (data.BECOMES, data.BECOMES_BY_COLON, data.LESS)
)


def plain(text: str) -> str:
    """A message without words that say whose a figure is, with «thêm», «bớt» where it tells how a line moved.

    >>> plain("nữ tăng 1 lên 14")
    'nữ thêm 1 lên 14'
    """
    text = _AS_SAID.sub(lambda found: found["unit"] or "", _RIGHT.sub("", text))
    return _FALLS.sub("bớt ", _RISES.sub("thêm ", text))


def takes_off(text: str) -> bool:
    """Whether a text only takes something off, and names no line: «trừ 2 người», «bớt 1 đi em».

    >>> takes_off("trừ 2 người")
    True
    """
    words = words_of(text)
    spare = data.AROUND | data.UNITS | data.BESIDE_WRONG
    for known in _LESS:
        for place in range(len(words) - len(known)):
            behind = words[place + len(known) :]
            if same_words(words[place : place + len(known)], known) and behind[0].key.isdecimal():
                return all(word.key in spare for word in (*words[:place], *behind[1:]))
    return False


def words_of_a_line(text: str, labels: Labels, lines: Sequence[Line]) -> Item | None:
    """«kiến nghị: …», «14 sửa lại là: …»: words that are put in the place of a text line's."""
    first = NUMBERED.match(text) or FIRST.match(text)
    line = next((one for one in lines if first and one.number == int(first[1]) and one.kind == "text"), None)
    end = first.end() if first and line else 0
    if line is None:
        marks = [mark for mark in labels.find(text) if not (mark.common or mark.number)]
        texts = {one.code: one for one in lines if one.kind == "text"}
        if not marks or marks[0].codes[0] not in texts or not only_around(text[: marks[0].start]):
            return None
        line, end = texts[marks[0].codes[0]], marks[0].end
    rest = text[end:]
    words = words_of(rest)
    becomes = next((p for p in _BECOMES if same_words(words[: len(p)], p)), None)
    start = words[len(becomes) - 1].end if becomes else 0
    ends = [words[len(p) - 1].end for p in _BY_COLON if same_words(words[: len(p)], p)]
    colon = _LABELLED.match(rest, start) or next(
        filter(None, (_LABELLED.match(rest, end) for end in ends)), None
    )
    if colon is None and becomes is None:
        return None
    said = without_courtesy(rest[colon.end() if colon else start :])
    return Item(line.code, said, Given("" if says_nothing(said, line) else said)) if said else None
