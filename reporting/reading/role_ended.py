"""«Cho chị Sáo thôi làm chủ tịch Bình Lư», «gỡ chị Sáo khỏi Bình Lư»: who is to answer for a unit no more."""

import re
from dataclasses import dataclass

from reporting.text import clean

_LONGEST = 160  # characters
_CALLED = r"(?:đồng\s+chí|dong\s+chi|đ\s?/\s?c|d\s?/\s?c|đc|anh|chị|chi|ông|ong|bà|ba|cô|co|thầy|thay|chú|chu|bác|bac)"
_DEPUTY = r"(?:phó\s+chủ\s+tịch|pho\s+chu\s+tich|pct|p\.?\s?ct|cấp\s+phó|cap\s+pho)"
_CHAIR = r"(?:chủ\s+tịch|chu\s+tich|ct)"
_ROLE = (
    rf"(?:(?P<deputy>{_DEPUTY})|(?P<chair>{_CHAIR})|người\s+báo\s+cáo|nguoi\s+bao\s+cao|người\s+phụ\s+trách"
    r"|nguoi\s+phu\s+trach)(?:\s+(?:công\s+đoàn|cong\s+doan)(?=\s+(?:của|cua|nữa|nua)\b|\s*$))?"
)
_AS = r"(?:làm|lam|giữ|giu|là|la|đảm\s+nhiệm|dam\s+nhiem)"
_POST = r"(?:chức\s+|chuc\s+|vai\s+|quyền\s+|quyen\s+)?"
_NAME = rf"(?:{_CALLED}\s+)?(?P<name>\w[\w.'’-]*(?:\s+[\w.'’-]+){{0,5}}?)"
_OF = r"(?:\s+(?:của|cua|ở|o|bên|ben|tại|tai|đơn\s+vị|don\s+vi))*"
_UNIT = rf"{_OF}(?:\s+(?P<unit>\S.*?))??"
_END = r"(?:\s+(?:nữa|nua|rồi|roi|đi|di|nhé|nhe|ạ|em|giúp|giup|luôn|luon))*[\s.!]*$"
_BEFORE = r"^(?:(?:em|chị|anh|ơi|nhờ|giúp|hãy|dạ|văn\s+phòng)\s+)*?"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"{_BEFORE}cho\s+{_NAME}\s+(?:thôi|thoi|nghỉ|nghi|dừng|dung|rời|roi)\s+(?:{_AS}\s+)?{_POST}{_ROLE}{_UNIT}{_END}",
        rf"{_BEFORE}cho\s+{_NAME}\s+(?:thôi|thoi|dừng|dung)\s+(?:phụ\s+trách|phu\s+trach|báo\s+cáo|bao\s+cao){_UNIT}{_END}",
        rf"{_BEFORE}(?:gỡ|go|bỏ|bo|xóa|xoá|xoa|rút|rut|loại|loai)\s+{_NAME}\s+(?:ra\s+)?(?:khỏi|khoi)"
        rf"(?:\s+{_POST}{_ROLE})?{_UNIT}{_END}",
        rf"{_BEFORE}(?:gỡ|go|bỏ|bo|xóa|xoá|xoa|thu\s+hồi|thu\s+hoi)\s+(?:(?:quyền|quyen|vai|chức|chuc)\s+)+(?:{_ROLE}\s+)?"
        rf"(?:của|cua)\s+{_NAME}(?:\s+(?:ở|o|tại|tai|bên|ben)\s+(?P<unit>\S.*?))?{_END}",
        rf"{_BEFORE}{_NAME}\s+(?:(?:đã|da)\s+)?(?:không\s+còn|khong\s+con|không|khong|thôi|thoi|hết|het|nghỉ|nghi)\s+"
        rf"(?:{_AS}\s+)?{_POST}{_ROLE}{_UNIT}{_END}",
        rf"{_BEFORE}(?:gỡ|go|bỏ|bo|xóa|xoá|xoa)\s+{_ROLE}(?:\s+(?:cũ|cu))?{_UNIT}{_END}",
    )
)
_NOBODY = frozenset({"em", "tôi", "toi", "mình", "minh", "ai", "con", "cháu"})


@dataclass(frozen=True, slots=True)
class Ended:
    """`name` of the person and the words for the unit, "" where none were said; `role`: chair, deputy or ""."""

    name: str
    role: str
    unit: str


def role_ended(text: str) -> Ended | None:
    """Who is to serve no more; None for any other text, and for who says it of themselves.

    >>> role_ended("cho chị Sáo thôi làm chủ tịch đơn vị Bình Lư")
    Ended(name='Sáo', role='chair', unit='Bình Lư')
    >>> role_ended("em không còn là chủ tịch nữa") is None
    True
    """
    text = clean(text)
    if len(text) > _LONGEST or "\n" in text or "?" in text:
        return None
    found = next((m for shape in _SHAPES if (m := shape.match(text)) is not None), None)
    if found is None:
        return None
    said = found.groupdict()
    name = (said.get("name") or "").strip(" .")
    if name.casefold() in _NOBODY:
        return None
    role = "deputy" if said.get("deputy") else "chair" if said.get("chair") else ""
    return Ended(name, role, (said.get("unit") or "").strip(" ,.;"))
