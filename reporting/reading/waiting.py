"""Who asks for time: «để tôi hỏi văn thư đã», «để xem lại sổ đã», «để em gửi ảnh»; that is no reason and no answer."""

import re

from reporting.reading.typed import words_of
from reporting.text import clean, fold

_LONGEST = 14  # words
_WHO = r"(?:tôi|toi|em|chị|chi|anh|mình|minh|bác|bac|cô|co|chú|chu|cháu|chau|bọn|tui)"
_DEED = r"(?:hỏi|hoi|xem|kiểm tra|kiem tra|tra|đếm|dem|gửi ảnh|gui anh|chụp|chup|tìm|tim|gọi|goi|rà|ra soat)"
_WAITING = re.compile(
    rf"(?:(?:dạ|da|vâng|vang|ừ|à|thôi|thoi|khoan|ok)[\s,]+)*"
    rf"(?:(?:để|de|chờ|cho|đợi|doi)\s+(?:{_WHO}\s+)?(?:(?:còn|con|phải|phai)\s+)?{_DEED}(?!\w)(?P<told>[^:?]*)"
    rf"|(?:{_WHO}\s+)?(?:(?:phải|phai|còn|con)\s+)?{_DEED}\s+(?:lại|lai)\s+[^:?]*(?:đã|da)(?:\s+(?:nhé|nhe|ạ|a|em|chị|anh))*)",
    re.IGNORECASE,
)

_LOOKS = re.compile(
    r"\b(?:de|cho)\s(?:(?:em|toi|chi|anh|minh|chau|bac|co|thay|e|c)\s)?(?:hoi|xem|tra|coi|kiem|dem|tinh|check)\b(?!\s\d)"
)


def looks_first(text: str) -> bool:
    """Whether a figure is not told since somebody looks first: the line is better asked again than left empty.

    >>> looks_first("mấy cuộc để em xem lại sổ đã"), looks_first("chưa rõ"), looks_first("chưa có để báo")
    (True, False, False)
    """
    return _LOOKS.search(fold(text)) is not None


def asks_time(text: str) -> bool:
    """Whether a text only says that somebody looks first.

    >>> asks_time("để tôi hỏi văn thư đã")
    True
    >>> asks_time("để xem lại chế độ cho giáo viên, đề nghị cấp trên hướng dẫn thêm cho đơn vị chúng tôi")
    False
    """
    text = clean(text).strip(" .!")
    few = len(words_of(text)) <= _LONGEST and not any(c.isdigit() for c in text)
    return few and _WAITING.fullmatch(text) is not None
