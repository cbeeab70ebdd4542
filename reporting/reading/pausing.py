"""«dừng đây nhé», «mai báo tiếp», «mai làm nốt»: the rest comes later; no figure, no reason, no words of a line."""

import re

from reporting.reading.typed import words_of
from reporting.text import clean

_LONGEST = 12  # words
_WHO = r"(?:em|tôi|toi|mình|minh|chị|chi|anh|thầy|thay|cô|bác|e)"
_WHEN = (
    r"(?:(?:sáng|sang|chiều|chieu|tối|toi|trưa|đến mai)"
    r"\s+(?:mai|nay|thứ\s+\w+)|ngày\s+mai|ngay\s+mai|mai|chiều|chieu|tối|lát|lat"
    r"|lát\s+nữa|lat\s+nua"
    r"|tí\s+nữa|ti\s+nua|tí|chốc\s+nữa|hôm\s+khác|hom\s+khac|hôm\s+sau|cuối\s+tuần|cuoi\s+tuan|tuần\s+sau|đầu\s+tuần|bữa\s+khác|lúc\s+khác|khi\s+nào\s+rảnh)"
)
_DEED = r"(?:làm|lam|báo|bao|báo\s+cáo|gửi|gui|nhập|nhap|điền|dien|viết|khai|gõ|ghi)"
_MORE = r"(?:tiếp|tiep|nốt|not|sau|tiếp\s+tục|phần\s+còn\s+lại|tiếp\s+phần\s+còn\s+lại)"
_END = r"(?:\s+(?:nhé|nhe|nha|ạ|a|em|đã|da|vậy|thôi|ban qua|bận quá))*"
_BEGIN = rf"(?:(?:dạ|thôi|thoi|ok|tạm|tam|để|de|{_WHO})[\s,]+)*"
_NO_FIGURES_YET = re.compile(
    rf"{_BEGIN}{_WHEN}(?:\s+(?:nay|mai))?\s+(?:mới|moi)\s+(?:có|co)\s+(?:số liệu|so lieu|số|so|đủ số|du so)(?!\w)"
    r"(?:\s*,?\s*(?:(?:cho|xin|nên|thì|em|tôi|chị|anh|mình|tạm)\s+){0,3}"
    r"(?:(?:bỏ qua|bo qua|để sau|de sau|để|de|khất|báo sau|gửi sau).{0,30})?)?",
    re.IGNORECASE,
)
_PAUSING = re.compile(
    rf"{_BEGIN}(?:(?:dừng|dung|nghỉ|nghi|tạm\s+dừng|tam\s+dung)\s+(?:ở\s+|o\s+|tại\s+|lại\s+)?(?:đây|day|đó|lại)(?:\s+(?:đã|da))?"
    rf"|{_WHEN}\s+(?:{_WHO}\s+)?(?:sẽ\s+|se\s+)?{_DEED}\s+(?:{_WHO}\s+)?{_MORE}"
    rf"|(?:tạm\s+thời|tam\s+thoi)\s+(?:vậy|vay|thế|the)\s+(?:đã|da)|(?:để|de)\s+{_WHEN}){_END}",
    re.IGNORECASE,
)


def says_later(text: str) -> bool:
    """Whether a text only says that somebody goes on later.

    >>> says_later("mai báo tiếp"), says_later("dừng đây nhé"), says_later("dừng đây là điểm trường xa")
    (True, True, False)
    """
    text = clean(text).strip(" .!")
    if len(words_of(text)) > _LONGEST or any(c.isdigit() for c in text):
        return False
    return any(shape.fullmatch(text) is not None for shape in (_PAUSING, _NO_FIGURES_YET))


_YES = re.compile(
    r"(?:(?:dạ|da|em|ừ|u)[\s,]+)*(?:có|co|vâng|vang|ừ|uh|ok|oke|được|duoc|làm|tiếp)(?:\s+(?:ạ|a|em|nhé|chứ|rồi))*",
    re.IGNORECASE,
)
_NO = re.compile(
    r"(?:(?:dạ|da|thôi|thoi|em|à)[\s,]+)*(?:không|khong|ko|k|kg|chưa|chua|hông|thôi|thoi)(?:\s+(?:ạ|a|em|nhé|đâu|đã|làm|nữa))*",
    re.IGNORECASE,
)


def yes_or_no(text: str) -> str:
    """A bare answer to «Tiếp tục chứ ạ?»: "yes", "no", or empty.

    >>> yes_or_no("ko"), yes_or_no("có ạ"), yes_or_no("không phát sinh")
    ('no', 'yes', '')
    """
    text = clean(text).strip(" .!")
    return "no" if _NO.fullmatch(text) else "yes" if _YES.fullmatch(text) else ""
