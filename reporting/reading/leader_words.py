"""What a leader says while a report waits: that it is right, that it waits, that nothing is done, or what to mend."""

import re
from typing import Literal

from reporting.reading import decision_words as data
from reporting.reading.decisions import leaves, without
from reporting.reading.doubt_reply import is_question
from reporting.reading.leader_questions import leader_question, orders
from reporting.reading.source_asked import source_asked
from reporting.reading.typed import Word, holds, words_of
from reporting.text import fold

Said = Literal["leave", "later", "approve", "yes", "question", "remark", "unclear"]
_LONGEST_SHORT = 14  # words of what is an answer, not a remark
_LEAST_OF_REMARK = 2
_ASKS = re.compile(
    r"^(?:a |o |the |em |em oi )?(?:sao|tai sao|vi sao|the nao|ai|bao gio|khi nao|co phai|lieu)\b"
    r"|\b(?:bao nhieu|the nao|lam sao|la sao|o dau|dau ra|tu dau|phai khong|dung khong|duoc khong|nhi|ha|hay sao"
    r"|nhung ai|la ai|gom ai|ai (?:bao|gui|lam|nhap|soan|viet|sua)|hay (?:giam|tang|chua|khong|thieu|sai)"
    r"|(?:cho|don vi|truong|nguoi|muc|thang|phan|ban|huyen|nganh) nao|(?:nhung|khac|moi|la|doi|sua|lam|vi|cai|thieu) gi"
    r"|(?:du|xong|nop|gui|kiem tra|xem|sua) (?:het )?chua|co \w+(?: \w+)? khong)"
    r"(?: (?:em|vay|the|a|nhi|roi|ha|oi|the em|vay em))*$"
    r"|\bsao\b.*\b(?:vay|the|nhi|ha|a)(?: em)?$|\bco gi (?:moi|khac|thay doi)\b"
)

# What tells it, and what may stand beside it.
_ANSWERS: tuple[tuple[Said, tuple[str, ...], tuple[str, ...]], ...] = (
    ("later", data.LATER, (*data.LOOKING, *data.APPROVING)),
    ("approve", data.APPROVING, (*data.AGREEING, *data.OF_APPROVAL)),
    ("yes", (*data.AGREEING, *data.RETURNING), ("với", "ý kiến", "báo cáo", "gửi", "chuyển")),
)


def leader_said(text: str) -> Said:
    """One meaning of a text; what is no plain answer and no question is a remark where it has words enough."""
    words = words_of(text)
    if leaves(text):
        return "leave"
    short = _plain_answer(text, words) if len(words) <= _LONGEST_SHORT else None
    if short is not None:
        return short
    if asks(text):
        return "question"
    return "remark" if len([w for w in words if w.key.isalpha()]) >= _LEAST_OF_REMARK else "unclear"


def asks(text: str) -> bool:
    """Whether a text asks, and wants nothing mended: «19 lượt là những ai», «nữ sao tăng vậy».

    >>> asks("nữ sao tăng vậy"), asks("nữ sao tăng vậy, em kiểm tra lại nhé")
    (True, False)
    """
    if leader_question(text) is not None or source_asked(text) is not None:
        return True
    return not orders(text) and bool(is_question(text) or _ASKS.search(fold(text).strip(" .!?")))


def _plain_answer(text: str, words: list[Word]) -> Said | None:
    if text.rstrip(" .").endswith("?") or _has(words, data.NEGATING):
        return None
    for said, telling, around in _ANSWERS:
        left, found = without(words, telling)
        left = without(left, around)[0]
        if found and not without(left, (*data.AROUND, *data.SPOKEN_TO))[0]:
            return said
    return None


def _has(words: list[Word], phrases: tuple[str, ...]) -> bool:
    return holds(words, phrases)
