"""A report written as a letter: what it opens and closes with says nothing of any line.

«Kính gửi LĐLĐ tỉnh. Em gửi số liệu tháng 10 của trường: …», «…. Hết rồi cháu ạ».
"""

import re
from collections.abc import Sequence

from reporting.reading.labels import Label, Labels
from reporting.reading.rest import same_length_fold
from reporting.reading.typed import keys, words_of

_MOST_WORDS = 24  # of an opening
_NEAR = 10  # characters
_OPENINGS = 3  # one after the other
_HEAD = re.compile(r"[^:\n]{1,200}?(?::|\n|[.!](?=\s)|(?<=\d{4}),)\s*")
_REPORTS = re.compile(
    r"\b(?:bao cao|bc|bao|so lieu|gui|kinh|chao|thua|xin phep|nop|tinh hinh|thong ke|ket qua|vang|da|alo)\b"
)
_UNIT = re.compile(
    r"^(?:cdcs|cd|cong doan|truong|benh vien|bv|ubnd|xa|tram|phong|so|cong ty|cty|htx|don vi|co quan|trung tam|"
    r"chi cuc|ngan hang|nha may|thcs|thpt|th|mn|mam non|tieu hoc)\b"
)
_FIGURES_FOLLOW = re.compile(r"^(?:con\s|ve\s)?so lieu\s(?:thi|la|nhu sau|gom)\s(?=\w)")
_TIME = re.compile(
    r"\b(?:thang|ky|quy|nam|ngay)\s\d{1,4}(?:\s?[/.-]\s?\d{1,4}){0,2}|\b\d{1,2}/\d{4}|\b\d{1,2}/\d{1,2}\b|\bt\s?\d{1,2}\b"
)
_COURTESY = (
    r"(?:\s(?:a|ah|nhe|nha|em|chi|anh|bac|chau|ban|co|thay|oi|dong chi|cac|ca nha|roi|day|do|nhieu|cam on))*"
)
_CLOSING = re.compile(
    rf"(?:[.;,\n!]\s*|\s-\s)(?:da\s)?(?:(?:the la\s)?het|chi co the|the thoi|vay thoi|chi the thoi|tran trong|"
    rf"co gi (?:sai|thieu|chua dung|khong dung)[^\d\n]{{0,30}}|"
    rf"tran trong cam on|xin cam on|cam on|xin het|em cam on|cam on nhieu){_COURTESY}[\s.!/]*$"
)
# Names of lines that are everyday words too.
_WEAK = frozenset(
    {"moi", "tang", "vao", "ra", "nghi", "thoi", "du", "b", "l", "tong", "mo", "tien", "nu", "hoat"}
)


def without_frame(text: str, labels: Labels) -> str:
    """A message without its opening and its closing; as it was, where nothing else is left.

    >>> without_frame("Em gửi số liệu ạ: 2, 0, 45. Hết rồi cháu ạ", Labels(()))
    '2, 0, 45'
    """
    kept = text.strip()
    for _ in range(_OPENINGS):
        start = _opening(kept, labels)
        if not start or not kept[start:].strip():
            break
        kept = kept[start:].strip()
    follow = _FIGURES_FOLLOW.match(same_length_fold(kept))
    kept = kept[follow.end() :] if follow else kept
    closing = _CLOSING.search(same_length_fold(kept))
    kept = kept[: closing.start()].rstrip() if closing and closing.start() else kept
    return kept or text


def _opening(text: str, labels: Labels) -> int:
    """Where what a letter opens with ends; 0 where it begins with what it reports."""
    found = _HEAD.match(text)
    if found is None:
        return 0
    head = found[0]
    plain = same_length_fold(head)
    timeless = _TIME.sub(" ", plain)
    words = words_of(head)
    if head.rstrip().endswith(":") and not timeless.strip(" :.-") and _TIME.search(plain):  # «T10: …»
        return found.end()
    if any(map(str.isdigit, timeless)) or len(words) > _MOST_WORDS:
        return 0
    if _strong(labels.find(head), head) or re.search(r"\b(?:khong|ko|k|chua)\b", timeless):
        return 0
    rests = head.rstrip().endswith(":") and bool(_UNIT.match(plain))
    return found.end() if _REPORTS.search(plain) or rests or (_UNIT.match(plain) and len(words) <= 8) else 0


def _strong(marks: Sequence[Label], text: str) -> bool:
    """Whether a line is named by more than an everyday word."""
    return any(not (mark.common or mark.number or is_everyday(text, mark)) for mark in marks)


def is_everyday(text: str, mark: Label) -> bool:
    """Whether a name is an everyday word with no figure near it: «đường vào bản»."""
    words = keys(words_of(text[mark.start : mark.end]))
    near = text[max(0, mark.start - _NEAR) : mark.end + _NEAR]
    return _WEAK.issuperset(words) and not any(map(str.isdigit, near))
