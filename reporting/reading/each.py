"""«3 buổi, mỗi buổi 20 người»: how many came in all is a product of what was said, and is asked as one."""

import re
from dataclasses import dataclass

from reporting.reading.desk import trimmed
from reporting.text import fold

_EACH = re.compile(
    r"(?P<many>(?<![\d.,])\d+)\s*(?P<unit>[^\W\d_]+)(?P<more>[^\d,;\n]*?)[,;]?\s+(?:mỗi|moi)\s+(?P<again>[^\W\d_]+)\s+"
    r"(?P<about>[^\d,;\n]{0,12}?)(?P<each>\d+(?:[.]\d{3})*)\s*"
    r"(?P<who>người|nguoi|ng|đoàn viên|doan vien|đv|dv|lượt người|luot nguoi|lượt|luot|anh chị em|nlđ|nld|cnlđ)"
    r"(?![^\W\d_])(?:\s+(?:tham dự|tham du|tham gia|dự|du))?",
    re.IGNORECASE,
)
_LONGEST = 120  # characters
_PEOPLE = frozenset({"luot nguoi", "nguoi du", "luot nguoi du", "tham du"})


@dataclass(frozen=True, slots=True)
class PeopleEach:
    """A part without how many came each time, and how many in all, as a product."""

    rest: str
    product: str


def people_each(part: str) -> PeopleEach | None:
    """A part taken apart; None if it does not say how many people came each time.

    >>> people_each("tuyên truyền 3 buổi mỗi buổi 20 người")
    PeopleEach(rest='tuyên truyền 3 buổi', product='3 buổi × 20 người')
    """
    found = _EACH.search(part) if len(part) <= _LONGEST else None
    if found is None or fold(found["unit"]) != fold(found["again"]):
        return None
    rest = f"{part[: found.start()]}{found['many']} {found['unit']}{found['more']} {part[found.end() :]}"
    product = f"{found['many']} {found['unit']} × {found['about']}{found['each']} {found['who']}"
    return PeopleEach(trimmed(rest), product)


def counts_people(names: tuple[str, ...]) -> bool:
    """Whether a line with these names counts who came."""
    return any(fold(name) in _PEOPLE for name in names)
