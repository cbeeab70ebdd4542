"""«mái ấm 2 nhà, 80 triệu», «1 dự án 45tr», «MÂ: 80tr»: a sum beside what is counted is the sum of the same matter.

Only where a form has a line for each, and both names hold the matter: «Nhà Mái ấm» and «Tiền Mái ấm».
"""

import re
from collections.abc import Sequence

from reporting.reading.labels import Label, labels_of
from reporting.reading.reply_types import Line
from reporting.reading.typed import words_of

_SUM = re.compile(
    r"(?<![\w.,])\d[\d.,]*(?<=\d)\s?(?:k|tr\d{0,3}|triệu|trieu|tỷ|tỉ|ty|ti|nghìn|nghin|ngàn|ngan|đồng|dong|đ|vnđ|vnd)(?!\w)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\s*[:=]?\s*\d{1,4}(?:\s+[^\W\d_]+){0,3}[\s,:;–-]*")
_NOTHING = re.compile(r"[\s:=,–-]*")
_COUNT_BEFORE = re.compile(r"(?<![\w.,/])\d{1,4}\s*$")
_EACH = re.compile(r"(?<!\w)(?:x|mỗi|moi|từng|tung)(?!\w)|[*×]", re.IGNORECASE)
_PLAIN = frozenset({"tien", "so", "tong", "cho", "nha"})  # of a name, what tells no matter


def partners(lines: Sequence[Line]) -> dict[str, Line]:
    """By the code of a line that counts the line of money about the same matter, where neither has another."""
    pairs = [
        (line, one)
        for one in lines
        if one.kind == "money"
        for line in lines
        if line.kind == "count" and _matter(one) & _matter(line)
    ]
    counting, sums = [line.code for line, _ in pairs], [one.code for _, one in pairs]
    return {
        line.code: one for line, one in pairs if counting.count(line.code) == 1 and sums.count(one.code) == 1
    }


def with_sums_named(text: str, lines: Sequence[Line], closed: Sequence[Line]) -> str:
    """A text in which such sums are called by their line's name."""
    sums = [found for found in _SUM.finditer(text) if "\n" not in found[0]]
    beside = partners([*lines, *closed]) if sums else {}
    if not beside:
        return text
    labels = labels_of(tuple(lines), (), tuple(closed)).find(text)
    for found in reversed(sums):
        before = [label for label in labels if label.end <= found.start()]
        partner = beside.get(before[-1].codes[0]) if before and len(before[-1].codes) == 1 else None
        if partner is not None:
            text = _named(text, before[-1], found.start(), partner.label)
    return text


def _named(text: str, label: Label, start: int, name: str) -> str:
    """The text with the sum that begins at `start` called by its name, where it stands right beside the label."""
    gap = text[label.end : start]
    if _EACH.search(gap):
        return text
    counted = _COUNT_BEFORE.search(text[: label.start]) is not None
    if _COUNTED.fullmatch(gap) or (counted and _NOTHING.fullmatch(gap)):
        return f"{text[: label.end]}{gap.rstrip(' ,:;–-')}, {name} {text[start:]}"
    if not counted and _NOTHING.fullmatch(gap):  # «MÂ: 80tr»
        return f"{text[: label.start]}{name} {text[start:]}"
    return text


def _matter(line: Line) -> frozenset[str]:
    return frozenset(word.key for word in words_of(line.label)) - _PLAIN
