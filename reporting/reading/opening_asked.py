"""«Thế bao giờ mới mở?», «cho anh báo trước tháng 10 được không»: when reporting may begin is asked."""

import re

from reporting.text import clean, fold

_LONGEST = 24  # words
_WHEN = r"(?:bao gio|khi nao|luc nao|hom nao|bua nao|ngay nao|ngay may|may gio|chung nao|bao lau nua|mai mot)"
_OPENS = (
    r"(?:mo|bat dau|den ky|toi ky|vao ky|(?:bao|gui|nop|nhap|lam|khai)(?: cao| bao cao| so lieu)? duoc|"
    r"duoc (?:bao|gui|nop|nhap|lam|khai)|(?:moi|thi) (?:bao|gui|nop|nhap|lam|khai)|nhan (?:bao cao|so lieu))"
)
_ASKS = re.compile(
    rf"\b{_WHEN}\b.{{0,40}}\b{_OPENS}\b|\b{_OPENS}\b.{{0,30}}\b{_WHEN}\b"
    r"|\b(?:bao|gui|nop|nhap|lam)(?: cao| bao cao| so lieu| so)? (?:truoc|som)\b"
    r".*\b(?:duoc|dc|k|ko|khong|nhe|luon|roi|a)\b"
    r"|\bmo(?: ky| so| phieu)? chua\b"
)


def asks_opening(text: str) -> bool:
    """Whether a text asks when reporting begins, or whether it may begin sooner.

    >>> asks_opening("thế bao giờ mới mở?"), asks_opening("Mai anh đi xã rồi, cho anh báo trước tháng 10 luôn đc k")
    (True, True)
    >>> asks_opening("bao giờ hết hạn")
    False
    """
    folded = fold(clean(text))
    return len(folded.split()) <= _LONGEST and _ASKS.search(folded) is not None
