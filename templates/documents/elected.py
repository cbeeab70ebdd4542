"""Who was elected to what, of a line of the office: «A: Chủ tịch», «Chủ tịch: A», «các Phó Chủ tịch: B, C»."""

import re

from reporting.text import fold
from templates.documents.wording import capital, clauses

_TITLES = (
    "uy vien", "bi thu", "pho bi thu", "truong ", "pho truong", "chu tich", "pho chu tich", "giam doc", "pho giam doc",
    "tinh uy", "thuong vu", "dai bieu", "nguyen ", "chanh ", "pho chanh", "chu nhiem", "pho chu nhiem",
)  # fmt: skip
_POSTS = ("chu tich", "pho chu tich")  # of what is not said
_HELD = re.compile(r"([^:()]+?)\s*(?:[:(–]|\s-\s)\s*([^:()]+?)\)?")
_SPOKEN = re.compile(
    r"(?P<who>.+?)\s+(?:làm|giữ chức(?: vụ)?|được bầu làm|được bầu giữ chức(?: vụ)?|là)\s+(?P<post>.+)"
)
_AGAIN = re.compile(r",\s*(?=[^,:]{2,60}:)")
_SEVERAL = re.compile(r"^(?:các|cac|\d{1,2})\s+", re.I)
_COMRADES = re.compile(r"^(?:các\s+)?(?:đồng chí|đ/c)\s+", re.I)


def lines_of(line: str) -> list[str]:
    """One line for each office held: «Chủ tịch: A, Phó Chủ tịch: B».

    >>> lines_of("Chủ tịch: A, các Phó Chủ tịch: B, C")
    ['Chủ tịch: A', 'các Phó Chủ tịch: B, C']
    >>> lines_of("Hoàng A, Ủy viên Ban Chấp hành Đảng bộ tỉnh: Chủ tịch")
    ['Hoàng A, Ủy viên Ban Chấp hành Đảng bộ tỉnh: Chủ tịch']
    """
    found: list[str] = []
    for part in _AGAIN.split(line):
        if found and ":" not in found[-1]:
            found[-1] = f"{found[-1]}, {part}"
        else:
            found.append(part)
    return found


def elected(line: str, *, first: bool) -> str:
    """ "đồng chí A được bầu giữ chức vụ Chủ tịch LĐLĐ tỉnh"; a line that says neither who nor what as it stands."""
    found = _HELD.fullmatch(line) or _SPOKEN.fullmatch(line)
    if found is None:
        return line
    who, post = found[1], found[2]
    if _is_post(who) and not _is_post(post):
        who, post = post, who
    post = _SEVERAL.sub("", post.strip())
    if _titled(post):
        post = capital(re.sub(r"\bchủ (?=tịch|nhiệm)", "Chủ ", post, flags=re.I))
    if fold(post) in _POSTS:
        post = f"{post} LĐLĐ tỉnh"
    return f"{_persons(who)} {'được bầu giữ' if first else 'giữ'} chức vụ {post}"


def _is_post(text: str) -> bool:
    """Whether a side of a line names an office, and not somebody: «các Phó Chủ tịch», not «Nguyễn Trưởng»."""
    return _titled(_SEVERAL.sub("", text.strip()))


def _titled(text: str) -> bool:
    """Whether a text begins with an office: with its own marks, since «Trương», «Nguyễn» are names."""
    begun = next((title for title in _TITLES if fold(text).startswith(title)), "")
    names = ("trương", "truơng", "nguyễn", "chánh")
    return bool(begun) and not text.lower().startswith(names)


def _persons(named: str) -> str:
    """ "đồng chí A, Ủy viên Ban Chấp hành Đảng bộ tỉnh," "các đồng chí A và B": a title goes with its bearer."""
    parts = [_COMRADES.sub("", part.strip()) for part in re.split(r",|\s-\s|\s+và\s+", named) if part.strip()]
    titles = [part for part in parts[1:] if _titled(part)]
    if titles:
        told, many = ", ".join(parts) + ",", len(parts) - len(titles) > 1
    else:
        told, many = clauses(parts), len(parts) > 1
    return f"{'các đồng chí' if many else 'đồng chí'} {told}"
