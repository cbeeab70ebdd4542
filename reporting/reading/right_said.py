"""The figure that is plainly said to be right: «số mới là 27», «đúng là 59, 40 là tháng trước», «27 nhầm thành 40»."""

import re
from collections.abc import Iterator

from reporting.reading.doubt_figures import figures_of
from reporting.reading.reply_types import Line, Read
from reporting.text import clean
from reporting.values import Value

_NEW = re.compile(
    r"^(?:(?:dạ|da|vâng|vang|ừ|uh|em|tôi|toi|chị|anh|à|là|la)[\s,]+)*(?:con\s+)?"
    r"(?:(?:số|so)\s+(?:mới|moi|đúng|dung|thật|that|chuẩn|chuan|khác|khac)|(?:sửa|sua)\s+(?:số|so))(?!\w)"
    r"(?:\s+(?:là|la|thì|thi|phải là|phai la|đấy|day|nhé|nhe|ạ|chứ|chu|em|cơ))*\s*[,:=.]?\s*",
    re.IGNORECASE,
)
_NUMBER = r"(?P<right>\d[\d.,]*(?<=\d)(?:\s*(?:triệu|trieu|tr|nghìn|nghin|ngàn|k)\b)?)"
_RIGHT = (
    re.compile(
        rf"(?<!không )(?<!khong )(?<!ko )(?<!\w)(?:(?:đúng|dung)(?:\s+ra)?|(?:phải|phai)|(?:chính xác|chinh xac))"
        rf"\s+(?:(?:phải|phai)\s+)?(?:là|la)\s+{_NUMBER}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!không )(?<!khong )(?<!ko )(?<!\w)(?:phải|phai)\s+(?:là\s+|la\s+|ghi\s+)?{_NUMBER}"
        r"(?:\s+[^\W\d_]+)?\s+(?:chứ|chu|cơ|mới|moi)(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_NUMBER}(?:\s+[^\W\d_]+)?\s+(?:(?:mà|bị|bi|em|tôi|toi|lại|lai)\s+)*(?:viết|viet|ghi|gõ|go|bấm|bam|đánh|danh|nhập|nhap)?"
        r"\s*(?:nhầm|nham|lộn|lon|sai)\s+(?:thành|thanh|sang|ra)\s+\d",
        re.IGNORECASE,
    ),
)


def without_new(text: str) -> str:
    """A text without «số mới là»; empty where that is all of it.

    >>> without_new("số mới là 27")
    '27'
    """
    return _NEW.sub("", clean(text), count=1)


def right_said(text: str, line: Line, doubted: Value, read: Read) -> Value | None:
    """The one figure that a text says is right in place of the doubted; None where it says none, or others too."""
    text = clean(text)
    said = set(_said(text, line, read))
    others = {value for _, _, value in figures_of(text, line, read)} - said - {doubted}
    return said.pop() if len(said) == 1 and not others and doubted not in said else None


def _said(text: str, line: Line, read: Read) -> Iterator[Value]:
    for shape in _RIGHT:
        for found in shape.finditer(text):
            for _, _, value in figures_of(found["right"], line, read)[:1]:
                yield value
