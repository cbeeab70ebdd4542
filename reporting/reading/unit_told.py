"""What a unit told the office: «trường Nậm Hàng báo: giảm 1, nữ 12», «Điện lực gọi lại bảo …, sửa hộ họ»."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reporting.reading.typed import words_of
from reporting.text import clean, fold

_LONGEST = 1200  # characters
_MOST_OF_NAME = 12  # words
_TOLD = re.compile(
    r"(?P<who>\S[^:\n]{1,80}?)\s+(?:(?:vừa|vua|mới|moi|đã|da|có|co|họ|ho)\s+)*"
    r"(?:gọi|goi|nhắn|nhan|báo|bao|bảo|nói|noi|đọc|doc|điện|dien|alo|phản hồi|phan hoi)(?!\w)"
    r"(?!\s+(?:cáo|cao|lực|luc|chí|chi|hiểm|hiem)(?!\w))(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SPEAKING = re.compile(
    r"^(?:[\s:,.–-]+|(?:gọi|goi|điện|dien|thoại|thoai|lại|lai|nhắn|nhan|tin|báo|bảo|bao|nói|noi|đọc|doc|rằng|rang|là|la"
    r"|số liệu|so lieu|số|so|lên|len|qua|vào|vao|cho|(?:chị|chi|em|anh|tôi|toi|mình|minh|văn phòng|van phong)"
    r"|rồi|roi|như sau|nhu sau|vừa|vua|xong)(?!\w))+",
    re.IGNORECASE,
)
_BIDDING = re.compile(
    r"(?:^|[\s,;.]+)(?:(?:nên|nen|thì|thi|nhờ|nho|chị|chi|em|anh|để|de|cứ|cu)\s+)*"
    r"(?:nhập|nhap|sửa|sua|ghi|chữa|chua|điền|dien|cập nhật|cap nhat|đổi|doi|làm|lam)\s+"
    r"(?:lại\s+|lai\s+)?(?:hộ|ho|giúp|giup|giùm|gium|thay|cho|vào|vao)(?P<tail>(?:\s+\w+){0,5})[\s.!]*$",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"(?:\s+(?:giúp|giup|hộ|ho|giùm|gium|em|chị|chi|anh|tôi|toi|mình|minh|với|voi|nhé|nhe|nha|ạ|a|đi|di|cái|cai|họ|luôn"
    r"|luon|được|duoc|gửi|gui|nốt|not))+[\s.!]*$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:\?|(?:^| )(?:chua|khong|ko|khong a|chua em|chua nhi|the nao|bao nhieu|may|gi|sao|nao|dau)"
    r"(?: (?:a|em|chi|anh|nhi|vay|the|roi|ha|day|oi))*)$"
)


@dataclass(frozen=True, slots=True)
class UnitTold:
    """`who` holds the unit's name, perhaps behind a person's; `said`: what it told, "" where that is yet to come."""

    who: str
    said: str
    bidden: bool


def unit_told(text: str) -> UnitTold | None:
    """Who told what; None where nobody is said to have told anything, or it is asked whether one did.

    >>> unit_told("trường Nậm Hàng báo: giảm 1, nữ 12")
    UnitTold(who='trường Nậm Hàng', said='giảm 1, nữ 12', bidden=False)
    >>> unit_told("Điện lực gọi lại bảo lượt tập huấn là 21 chứ không phải 12, sửa hộ họ nhé").said
    'lượt tập huấn là 21 chứ không phải 12'
    >>> unit_told("Điện lực báo chưa em") is None
    True
    """
    text = clean(text)
    found = _TOLD.match(text) if len(text) <= _LONGEST else None
    if found is None:
        return None
    bidding = _BIDDING.search(found["rest"])
    if fold(found["who"]).split()[-1] == "so":  # «số báo 1, PS 2»: newspapers
        return None
    rest = found["rest"][: bidding.start()] if bidding else found["rest"]
    said = _SPEAKING.sub("", rest).strip(" ,;.")
    if bidding is None and (not said or (_ASKS.search(_folded(said)) and not _nothing(said))):
        return None
    return UnitTold(found["who"].strip(" ,"), said, bidding is not None)


def _folded(text: str) -> str:
    return " ".join(fold(text).split()).strip(" .!")


def _nothing(text: str) -> bool:
    """«tháng này không phát sinh gì», «không có gì»: no question, though it ends as one."""
    said = f" {_folded(text)} "
    return " khong phat sinh " in said or " khong co gi " in said or " ko co gi " in said


def without_courtesies(text: str) -> str:
    """A name without «giúp chị», «nhé» behind it."""
    return _COURTESY.sub("", f" {text.strip()}").strip(" .,;!") or text.strip()


def beginnings(text: str) -> Iterator[tuple[str, str]]:
    """A text parted into what may be a unit's name and the rest, the longest name first.

    >>> list(beginnings("Bum Nưa: nữ 15"))[-2:]
    [('Bum Nưa', 'nữ 15'), ('Bum', 'Nưa: nữ 15')]
    """
    words = words_of(text)
    for length in range(min(len(words), _MOST_OF_NAME), 0, -1):
        yield text[: words[length - 1].end], text[words[length - 1].end :].strip(" ,;:.–-\n")


def endings(text: str) -> Iterator[str]:
    """The last words of a text, the most first: «chị Chiêm nông sản Trung Đồng», «Chiêm nông sản Trung Đồng» …"""
    words = words_of(text)
    for first in range(len(words)):
        yield text[words[first].start :]
