"""«thôi khỏi em ơi, để 42 cũng được»: a request that was made is not wanted any more."""

import re

from reporting.reading.typed import words_of
from reporting.text import clean

_LONGEST = 14  # words
_WITHDRAWING = re.compile(
    r"^(?:(?:à|a|ừ|dạ|da|vâng|ok|thôi|thoi|em|chị|anh|ơi|oi)[\s,.]+)*"
    r"(?:(?:khỏi|khoi)(?:\s+(?:sửa|sua|cần|can|phải|phai))?"
    r"|(?:không|khong|ko|k)\s+(?:cần|can|phải|phai|sửa|sua)(?:\s+(?:sửa|sua|chữa))?(?:\s+(?:nữa|nua|đâu|dau))?"
    r"|(?:bỏ|bo|hủy|huỷ|huy|rút|rut)\s+(?:(?:đề nghị|de nghi|yêu cầu|việc|lại)\s*)*(?:sửa|sua|đi|di|này|đó|nữa)?"
    r"|(?:(?:cứ|cu)\s+)?(?:để|de|giữ|giu)\s+(?:nguyên|nguyen|vậy|vay|thế|the|như cũ|nhu cu"
    r"|(?:số\s+)?\d[\d.]*(?=\s+(?:cũng|cung|thôi|là))))"
    r"(?!\w)(?!\s+(?:vì|do|là|la|sai|nhầm))",
    re.IGNORECASE,
)


def withdraws(text: str) -> bool:
    """Whether a message takes back a request, and gives no other figure than the one that is to stay.

    >>> withdraws("thôi khỏi em ơi, để 42 cũng được"), withdraws("không cần xem lại sổ nữa, đúng là 43 đấy")
    (True, False)
    """
    text = clean(text)
    if len(words_of(text)) > _LONGEST or text.rstrip(" .").endswith("?"):
        return False
    found = _WITHDRAWING.match(text)
    rest = text[found.end() :] if found else ""
    stays = re.search(r"(?:để|de|giữ|giu)\s+(?:nguyên\s+|số\s+)*\d", rest, re.IGNORECASE)
    return found is not None and (not any(c.isdigit() for c in rest) or stays is not None)
