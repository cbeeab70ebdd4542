"""What a leader asks of a report: what changed since the version before, how it stands beside the month before."""

import re
from typing import Literal

from reporting.text import clean, fold

Asks = Literal["changes", "compare"]
_LONGEST = 120  # characters
_VERSION = r"(?:ban|lan|bao cao)"
_CHANGES = re.compile(
    rf"{_VERSION}\b.*\bkhac\b.*\b(?:gi|nao|the nao|ra sao|khong|o dau|dau)\b"
    rf"|\bkhac (?:gi|cho nao|nhung gi|the nao|nhu the nao|o dau)\b.*\b{_VERSION}\b"
    rf"|\b(?:gi|nao) (?:moi|khac|thay doi|doi)\b.*\b{_VERSION} (?:truoc|cu|da|hom|\d|kia|dau|nay)"
    rf"|\b{_VERSION} (?:truoc|cu|nay|moi|da).*\b(?:co|da|duoc) (?:gi (?:moi|khac)|(?:sua|thay doi|doi|chinh) )"
    r"|\b(?:da |moi |vua )?(?:sua|thay doi|chinh sua|chinh) (?:nhung )?(?:gi|cho nao|muc nao|o dau|phan nao)\b"
    r"|\bthay doi (?:nhung )?gi\b|\bco (?:gi )?thay doi (?:gi )?khong\b|\bco gi thay doi\b"
)
_COMPARE = re.compile(
    r"\b(?:so voi|so sanh voi|hon|kem|so) (?:thang|cung ky|ky)\b.*"
    r"\b(?:tang|giam|the nao|ra sao|chenh|bao nhieu|sao|hon|kem|khac)\b"
    r"|\b(?:thay doi|khac|bien dong)\b.*\bso (?:sanh )?voi (?:thang|cung ky|ky truoc|quy|nam)\b"
    r"|\b(?:tang|giam)(?: hay giam| hay tang| bao nhieu| may| the nao)*\b.*\bso voi (?:thang|cung ky|ky)\b"
)
_BESIDE_MONTH = re.compile(r"\bso (?:sanh )?voi (?:thang|cung ky|ky truoc|quy|nam)\b")
_ORDERS = re.compile(
    r"\b(?:xem lai|kiem tra lai|ra soat|sua lai|bo sung|lam ro|viet lai|noi ro|chinh lai|tra lai|dien lai|neu ro"
    r"|can (?:sua|them|phai|viet|neu|co)|de nghi|yeu cau|sua (?:cho|ngay|di|thanh)|them (?:vao|phan|y|so|cau))\b"
)


def leader_question(text: str) -> Asks | None:
    """What of it the report itself answers; None for any other text.

    >>> leader_question("bản này khác bản trước chỗ nào")
    'changes'
    >>> leader_question("so với tháng 9 thì tăng hay giảm")
    'compare'
    >>> leader_question("hôm nay có gì mới không")
    """
    text = clean(text)
    said = fold(text).strip(" .?!")
    if len(text) > _LONGEST or "\n" in text or orders(text):
        return None
    if _CHANGES.search(said) and not _BESIDE_MONTH.search(said):
        return "changes"
    return "compare" if _COMPARE.search(said) else None


def orders(text: str) -> bool:
    """Whether a text wants something mended, whatever it asks beside: «sao nữ giảm, em xem lại nhé»."""
    return _ORDERS.search(fold(text)) is not None


_NUMBER = re.compile(r"(?<![\w.,/])\d[\d.,]*(?<![.,])%?", re.ASCII)


def number_in(text: str) -> str:
    """The first number of a question, as typed: its source can be looked up; "" where there is none.

    >>> number_in("tại sao 649 lượt mà có 20 buổi")
    '649'
    """
    for found in _NUMBER.finditer(text):
        if not re.search(r"(?:thang|ban|muc|cau|quy|nam) $", fold(text[: found.start()] + "|").rstrip("|")):
            return found[0]
    return ""


def of_issued(text: str) -> bool:
    """Whether the version that was issued is meant by the one before."""
    return re.search(r"\b(?:phat hanh|ban hanh|cap so|da ky)\b", fold(text)) is not None
