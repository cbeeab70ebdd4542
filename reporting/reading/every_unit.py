"""«Cả hai đơn vị đều không phát sinh»: something said of all the units that a person answers for."""

import re

_OF_ALL = (
    r"(?:cả|ca|tất cả|tat ca|hết|het)\s(?:hai|2|ba|3|các|cac|mấy|may|hai cái|2 cái)"
    r"(?:\s(?:đơn vị|don vi|đv|dv|công đoàn|cong doan|cđcs|cdcs|bên|ben|nơi|noi|chỗ|cho|cơ sở|co so|phiếu|phieu))?"
    r"|(?:hai|2)\s(?:đơn vị|don vi|đv|dv|công đoàn|cong doan|cđcs|cdcs|bên|ben|nơi|noi|phiếu|phieu)"
)
_FIRST = re.compile(
    rf"(?:{_OF_ALL})(?:\s(?:này|nay|đều|deu|cũng|cung|cùng|thì|thi|tháng này|thang nay))*\s", re.I
)
_LAST = re.compile(
    rf"[\s,]+(?:ở\s|o\s|cho\s)?(?:{_OF_ALL})(?:\s(?:ạ|a|nhé|nhe|em|nha|luôn|luon))*[.!\s]*$", re.I
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
