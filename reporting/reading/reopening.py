"""«Mở lại kỳ cho Đoàn Kết»: a month that is closed is to be opened for a unit."""

import re

from reporting.reading.unit_told import without_courtesies
from reporting.text import clean

_LONGEST = 120  # characters
_OPENED = re.compile(
    r"^(?:(?:em|chị|anh|ơi|nhờ|cho|hãy|thôi|giúp)\s+)*(?:mở|mo)\s+(?:(?:lại|lai|khóa|khoá|khoa)\s+)*"
    r"(?:(?:kỳ|ky|phiếu|phieu|báo cáo|bao cao|khóa|khoá|tháng(?:\s+\d{1,2})?|thang(?:\s+\d{1,2})?)\s+)+"
    r"(?:(?:cho|của|cua|để|de|bên|ben|giúp|giup)\s+)*(?P<unit>\S.*)$",
    re.IGNORECASE,
)


def reopened(text: str) -> str:
    """The words that name the unit; "" where nothing is to be opened again.

    >>> reopened("mở lại kỳ cho Đoàn Kết nhé")
    'Đoàn Kết'
    >>> reopened("mở lớp tập huấn cho đoàn viên")
    ''
    """
    text = clean(text)
    found = _OPENED.match(text) if len(text) <= _LONGEST and "\n" not in text else None
    return without_courtesies(found["unit"]) if found is not None else ""
