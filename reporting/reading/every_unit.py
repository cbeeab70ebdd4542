"""«Cả hai đơn vị đều không phát sinh»: something said of all the units that a person answers for."""

import re

from reporting.reading.free_words import nothing_happened

_OF_ALL = (
    r"(?:cả|ca|tất cả|tat ca|hết|het)\s(?:hai|2|ba|3|các|cac|mấy|may|hai cái|2 cái)"
    r"(?:\s(?:đơn vị|don vi|đv|dv|công đoàn|cong doan|cđcs|cdcs|bên|ben|nơi|noi|chỗ|cho|cơ sở|co so"
    r"|phiếu|phieu|báo cáo|bao cao))?"
    r"|(?:hai|2)\s(?:đơn vị|don vi|đv|dv|công đoàn|cong doan|cđcs|cdcs|bên|ben|nơi|noi|phiếu|phieu)"
)
_FIRST = re.compile(
    rf"(?:{_OF_ALL})(?:\s(?:này|nay|đều|deu|cũng|cung|cùng|thì|thi|tháng này|thang nay))*\s", re.I
)
_LAST = re.compile(
    rf"[\s,]+(?:ở\s|o\s|cho\s)?(?:{_OF_ALL})(?:\s(?:ạ|a|nhé|nhe|em|nha|luôn|luon|đi|di|giúp|giup|hộ|ho|cho|chị|chi|anh|tôi|toi))*[.!\s]*$",
    re.I,
)

_NONE = re.compile(
    r"(?:đều\s|deu\s|cũng\s|cung\s|thì\s|thi\s|tháng này\s|thang nay\s)*(?:không|khong|ko|k|chưa|chua|0)"
    r"(?:\s(?:có|co|phát sinh|phat sinh|ps|làm|lam|hoạt động|hoat dong|gì|gi|j|việc|viec|báo cáo|bao cao|hết|het|cả|ca|"
    r"đâu|dau|nhé|nhe|nha|em|ạ|a|ơi|oi|chị|chi|anh|luôn|luon|mới|moi))*",
    re.IGNORECASE,
)


def said_of_every_unit(text: str) -> str | None:
    """What is said of all one's units; None where a text names them not so.

    >>> said_of_every_unit("cả hai đơn vị đều không phát sinh")
    'không phát sinh'
    >>> said_of_every_unit("không phát sinh cả hai bên nhé")
    'không phát sinh'
    """
    said = text.strip()
    front = _FIRST.match(said)
    if front:
        return said[front.end() :]
    back = _LAST.search(said)
    return said[: back.start()] if back and back.start() else None


def nothing_in_every_unit(text: str) -> bool:
    """Whether a text says of all one's units that nothing happened, in whatever words.

    >>> nothing_in_every_unit("2 đơn vị đều ko có gì em ơi"), nothing_in_every_unit("cả 2 đơn vị kết nạp 3")
    (True, False)
    """
    said = said_of_every_unit(text)
    return said is not None and (nothing_happened(said) or _NONE.fullmatch(said.strip(" .!")) is not None)
