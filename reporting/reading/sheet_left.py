"""Who enters for a unit leaves its sheet in words: «thôi để họ tự làm», «chị nhập nhầm đơn vị rồi»."""

import re

from reporting.reading.typed import words_of
from reporting.text import clean, fold

_LONGEST = 16  # words
_CLAUSES = re.compile(r"\s*[,;.!]+\s+|\s*[.!]+$")
_ME = r"(?:em|chi|anh|toi|minh|co|chau)"
_THEM = (
    r"(?:ho|don vi|nguoi ta|chu tich|ben (?:do|ay|kia|ho)|(?:anh|chi|thay|co|ong|ba|bac|truong) (?:ay|do))"
)
_FIRST = rf"(?:(?:thoi|a|u|uh|o|ok|oke|vay|the|da|chet|{_ME}|oi|nhe|nha) )*"
_LAST = rf"(?: (?:roi|nhe|nha|a|ah|di|da|thoi|vay|luon|giup|{_ME}|oi|nay|cung duoc))*"
_LATER = r"(?:lat(?: nua)?|ti(?: nua)?|chut(?: nua)?|sau|chieu|toi|mai|hom khac)"
_LEAVES = tuple(
    re.compile(f"{_FIRST}(?:{said}){_LAST}")
    for said in (
        rf"(?:cu )?(?:de|cho) (?:cho )?{_THEM} (?:tu )?(?:lam|nhap|gui|dien|bao|ghi|khai)(?: lay)?(?: so)?(?: lieu)?",
        rf"{_THEM} (?:bao |noi |doi )?(?:se |da )?tu (?:lam|nhap|gui|dien|bao|ghi|khai)",
        r"(?:(?:vao|chon|nhap|bam|go|dien|lam|mo) )?(?:nham|lon|sai) (?:sang )?(?:don vi|truong|phieu|ben)"
        r"(?: khac)?",
        r"(?:doi|chuyen|sang|qua)(?: sang| qua)? (?:don vi|truong|phieu) khac",
        rf"de {_LATER}(?: {_ME})? (?:lam|nhap|dien|ghi)(?: tiep| sau| not)?",
        rf"{_LATER}(?: {_ME})? (?:lam|nhap|dien|ghi) (?:tiep|sau|not)",
        r"(?:khong|ko|k|chua)(?: can)? (?:nhap|lam|dien)(?: ho| thay| giup)?(?: ho)? nua",
        r"thoi",
        r"(?:thoat|ra khoi|roi)(?: khoi)?(?: phieu)?(?: nay)?",
    )
)


def leaves_sheet(text: str) -> tuple[bool, str]:
    """Whether a text leaves the sheet that is being filled, and what it orders besides.

    >>> leaves_sheet("đổi sang đơn vị khác, nhập hộ bum nưa nhé")
    (True, 'nhập hộ bum nưa nhé')
    >>> leaves_sheet("thôi để họ tự làm")
    (True, '')
    >>> leaves_sheet("để đoàn viên tự làm lồng đèn")[0]
    False
    """
    text = clean(text)
    if not text or "\n" in text or len(words_of(text)) > _LONGEST:
        return False, ""
    clauses = [part for part in _CLAUSES.split(text) if part]
    left = [part for part in clauses if not _leaves(part)]
    if len(left) == len(clauses) or len(left) > 1:
        return False, ""
    return True, left[0] if left else ""


def _leaves(clause: str) -> bool:
    said = " ".join(fold(clause[word.start : word.end]) for word in words_of(clause))
    return any(shape.fullmatch(said) for shape in _LEAVES)
