"""Figures that are none of a report's: money that was talked about («đối thoại về tiền ăn ca 25k») or wished for
(«kiến nghị tăng tiền ăn lên 30.000đ»), and distances («đi 60 cây số»)."""

import re

from reporting.reading.elsewhere import Parted

_LONGEST = 800  # characters
_SUM = (
    r"\d[\d.,]*(?<=\d)\s?(?:k|tr\d{0,3}|triệu|trieu|nghìn|nghin|ngàn|ngan|đồng|dong|đ|vnđ|vnd)(?!\w)"
    r"(?:\s?(?:đồng|đ)(?!\w))?"
    r"(?:\s?/\s?(?:\w+)(?:\s(?:ăn|làm|công))?)?"
)
# Money that is neither for visits nor for gifts.
_MONEY = (
    r"(?:tiền|tien|mức|muc|suất|suat|chế độ|che do|phụ cấp|phu cap)\s(?:tiền\s)?"
    r"(?:ăn|an|cơm|com|lương|luong|thưởng|thuong|công|cong(?!\sđoàn)|xăng|xang|nhà trọ|nha tro|điện|dien|nước|nuoc"
    r"|tăng ca|tang ca|làm thêm|lam them|phụ cấp|phu cap|chuyên cần|chuyen can|độc hại|doc hai|ca)(?!\w)"
    r"|(?<!\w)(?:lương|luong|phụ cấp|phu cap|bữa ăn|bua an|đoàn phí|doan phi|kinh phí công đoàn)(?!\w)"
)
_ASKED = r"(?:kiến nghị|kien nghi|đề xuất|de xuat|đề nghị|de nghi|xin tăng|xin tang|nâng|nang)"
_ABOUT = r"(?:về|ve|bàn|ban|trao đổi|trao doi|nội dung|noi dung|vụ|vu|việc|viec|xung quanh)"
_BETWEEN = r"[^\d,;.\n()]{0,60}?"
_TOPIC = re.compile(
    rf"(?<!\w){_ABOUT}\s{_BETWEEN}(?:{_MONEY}){_BETWEEN}\s{_SUM}(?:\s(?:lên|len|thành|thanh|->|đến|den)\s{_SUM})?",
    re.IGNORECASE,
)
_WISH = re.compile(
    rf"[^\d,;.\n]{{0,60}}?(?<!\w){_ASKED}(?!\w){_BETWEEN}(?:{_MONEY}){_BETWEEN}\s"
    rf"(?:{_SUM}\s(?:lên|len|thành|thanh)\s)?{_SUM}",
    re.IGNORECASE,
)


_DISTANCE = re.compile(
    r"\s*\((?:đi|di|cách|cach|đường|duong|xa)?\s*\d[\d.,]*\s?(?:km|cây số|cay so|cây|cay)\)"
    r"|(?<!\w)(?:(?:đi|di|cách|cach|đường|duong|xa|gần|hơn)\s){1,2}\d[\d.,]*\s?(?:km|cây số|cay so|cây|cay)(?!\w)",
    re.IGNORECASE,
)


def without_topics(text: str) -> Parted:
    """A message without sums that a talk was about, or that are wished for; the wish is told, the topic goes.

    >>> without_topics("thăm 1 đc ở tỉnh (đi 60 cây số), chi 500k").kept
    'thăm 1 đc ở tỉnh, chi 500k'

    >>> without_topics("đối thoại 1 cuộc về tiền ăn ca 25k, tuyên truyền chưa làm").kept
    'đối thoại 1 cuộc, tuyên truyền chưa làm'
    >>> without_topics("nữ 42. Kiến nghị tăng tiền ăn ca lên 30.000đ.")
    Parted(kept='nữ 42.', dropped=('Kiến nghị tăng tiền ăn ca lên 30.000đ',))
    >>> without_topics("chi tiền thăm ốm 300k").kept
    'chi tiền thăm ốm 300k'
    """
    if len(text) > _LONGEST:
        return Parted(text)
    wishes = tuple(found[0].strip() for found in _WISH.finditer(text))
    kept = _DISTANCE.sub("", _TOPIC.sub("", _WISH.sub("", text)))
    if kept == text:
        return Parted(text)
    kept = re.sub(r"\s+(?=[,;.])|(?<=[,;.])(?:\s*[,;.])+", "", kept).strip(" ,;")
    return Parted(kept, wishes)
