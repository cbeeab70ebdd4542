"""«cấp mã phó chủ tịch trường Bình Lư cho đồng chí Lò Văn A»: in which role, which unit, and who is invited."""

import re
from dataclasses import dataclass

from reporting.text import clean

# How a role may be called; what none is said of is a chair's, or the superior union's own.
_ROLES = (
    ("deputy", r"(?:phó\s+chủ\s+tịch|pho\s+chu\s+tich|p\.?\s?ct|pct|cấp\s+phó|cap\s+pho)"),
    ("chair", r"(?:chủ\s+tịch|chu\s+tich|ct)"),
)
_COMRADE = r"(?:đồng\s+chí|dong\s+chi|đ\s?/\s?c|d\s?/\s?c|đc)"
_CALLED = rf"(?:{_COMRADE}|anh|chị|ông|bà|cô|thầy|chi|ong|ba|co|thay)"
_NAME = r"(?P<name>\w[\w.'’-]*(?:\s+[\w.'’-]+){0,7})"
_NAMED = re.compile(
    rf"(?:(?:\s*[,:;–-]\s*(?:cho\s+)?|(?:^|\s+)cho\s+|^){_CALLED}|\s+{_COMRADE}|\s+cho)\s+{_NAME}\s*$",
    re.IGNORECASE,
)
_UNIT_FOLLOWS = re.compile(
    r"\s+(?:ở\s+|của\s+|bên\s+)?(?=(?:trường|công ty|cđcs|công đoàn|bệnh viện|trung tâm|xã|phường|ubnd|ngân hàng"
    r"|thcs|thpt|tiểu học|mầm non|sở)\s)",
    re.IGNORECASE,
)
_AS = re.compile(
    rf"^(?:cho\s+|mời\s+|moi\s+)?(?:{_CALLED}\s+)?{_NAME}\s+(?:làm|lam|giữ|giu|là|la)\s+(?:chức\s+|chuc\s+)?"
    rf"(?:(?P<deputy>{_ROLES[0][1]})|{_ROLES[1][1]})(?!\w)(?P<unit>.*)$",
    re.IGNORECASE,
)
_AFTER_MARK = re.compile(rf"\s*[,:;]\s*{_NAME}\s*$", re.IGNORECASE)
_FOR = re.compile(r"^(?:mời|moi|mới|lại|lai|cho|của|cua|công\s+đoàn\s+viên)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Invited:
    """`role`: chair, deputy, or empty where none was said; `unit`: the words that name it; `name` may be empty."""

    role: str
    unit: str
    name: str = ""


def invited(text: str) -> Invited:
    """Who is to be invited, from what stands behind «cấp mã».

    >>> invited("pct thcs Bình Lư, đ/c Lò Văn A")
    Invited(role='deputy', unit='thcs Bình Lư', name='Lò Văn A')
    """
    rest, role = clean(text).strip(" ."), ""
    as_one = _AS.match(rest)
    if as_one is not None:  # «chị Hoa làm chủ tịch trường Bình Lư»
        unit = _without_for(re.sub(r"^\s*(?:ở|o|của|cua|bên|ben)\s", " ", as_one["unit"]))
        return Invited("deputy" if as_one["deputy"] else "chair", unit, as_one["name"])
    for one, said in _ROLES:
        stripped = re.sub(rf"(?<!\w){said}(?!\w)", " ", rest, count=1, flags=re.IGNORECASE)
        if stripped != rest:
            rest, role = " ".join(stripped.split()), one
            break
    rest, name = _without_for(rest), ""
    found = _NAMED.search(rest) or _AFTER_MARK.search(rest)
    if found is not None:
        rest, name = _without_for(rest[: found.start()]), found["name"].strip(" .")
        if not rest and (parted := _UNIT_FOLLOWS.search(name)):
            rest, name = name[parted.end() :], name[: parted.start()]
    return Invited(role, rest, name)


def _without_for(text: str) -> str:
    """Without «cho», «mời» before what is named."""
    text = f"{text.strip(' ,:;')} "
    while (shorter := _FOR.sub("", text)) != text:
        text = shorter
    return text.strip()
