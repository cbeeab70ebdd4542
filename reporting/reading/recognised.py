"""Initiatives: only those recognised in the month are counted, not those registered, nor those of another time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reporting.reading.labels import Labels
from reporting.reading.reply_types import Line
from reporting.text import fold

_LONGEST = 400  # characters
_NAMES = r"(?:sang kien(?: kinh nghiem)?|sk|skkn|de tai|giai phap)"
_NAME = re.compile(rf"\b{_NAMES}\b")
_CLAUSE = re.compile(r"[;\n]+\s*|\.(?=\s|$)\s*|,(?!\d)\s*|(?<!\d),\s*")
_NUMERALS = {
    "mot": 1,
    "hai": 2,
    "ba": 3,
    "bon": 4,
    "nam": 5,
    "sau": 6,
    "bay": 7,
    "tam": 8,
    "chin": 9,
    "muoi": 10,
}
_IN_WORDS = re.compile(
    r"(?<!\w)(?P<many>một|mot|hai|ba|bốn|bon|năm|sáu|bảy|bẩy|tám|tam|chín|mười|muoi)\s"
    r"(?P<name>(?:sáng kiến|sang kien|đề tài|de tai|sk)(?!\w))",
    re.IGNORECASE,
)
_DEEDS = (
    r"cong nhan|cham|xet|duyet|tham dinh|nghiem thu|co quyet dinh|co qd|viet|nop|dang ky|bao ve|trien khai"
)
_NOT = r"(?:chua|khong|ko|k|cha)"
# Nothing was recognised.
_NONE = re.compile(
    rf"\b{_NOT} (?:(?:co|duoc|dc|thay|ai|cai nao|kip|he|to chuc|huyen|tinh|xa|truong|hoi dong"
    rf"|phong) )*(?:{_DEEDS})\b"
    rf"|\b(?:thang|ky|dot) nay (?:thi |la |cung |van )*{_NOT}(?: (?:co|duoc)(?: gi| cai nao"
    rf"| sang kien(?: nao)?)?)?(?= ?$| ?[,.;])"
)
# So many were.
_SO_MANY = re.compile(
    r"\b(?:cong nhan|dat|duoc duyet|da duyet)(?: (?:duoc|la|co|them))* (?P<many>\d{1,3})\b(?! ?/)"
    rf"|\b(?P<first>\d{{1,3}}) (?:{_NAMES} |cai |ban )?(?:da |vua |moi )?(?:duoc "
    rf"|dc )?(?:\w+ ){{0,3}}?(?:cong nhan|duoc duyet)\b(?! \d)"
)
_REGISTERED = re.compile(
    r"\b(?:dang ky|dk|nop|viet|gui|(?<!quy )trinh|de nghi|dang cho|cho xet|cho cham|cho cong nhan"
    r"|dang cham|dang xet|de xuat|ho so)\b"
)
_OTHER_TIME = re.compile(
    r"\b(?:nam hoc|hoc ky|hk) (?:20\d\d|\d|i+|truoc|ngoai|vua)|\b(?:tu|hoi|trong|cua|vao)? ?(?:thang"
    r"|t) ?(?P<month>\d{1,2})\b"
    r"|\b(?:nam|thang|quy|ky) (?:ngoai|truoc)\b|\bdau nam\b"
)
_NO_FIGURE = re.compile(
    r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b|\b20\d\d(?: ?- ?20\d\d)?\b|\b(?:thang|quy"
    r"|lop|khoa|ngay) \d{1,2}\b"
)
_SOME = re.compile(rf"\s*(?:co |duoc |cong nhan |va |them )*(?P<many>\d{{1,3}}) {_NAMES}\b")
# «1 sáng kiến cải tiến quy trình lấy máu …»: one, and what it is.
_DESCRIBED = re.compile(rf"\b(?P<many>\d{{1,3}}) {_NAMES}(?: (?!la\b)[^\W\d_]+){{4}}")
_COUNT = re.compile(r"(?<![\w.,/])\d{1,3}(?![\w.,/]?\d)")


@dataclass(frozen=True, slots=True)
class Recognised:
    """A message with its initiatives in a word, and the clauses of them that bring no figure for the month."""

    text: str
    dropped: tuple[str, ...] = ()


def only_recognised(text: str, lines: Sequence[Line], month: int | None = None) -> Recognised:
    """What a message says of initiatives, put as it counts; `lines` are all those of the form.

    >>> from reporting.reading.reply_types import Line
    >>> line = Line(11, "i", "count", "Sáng kiến", ("sáng kiến",))
    >>> only_recognised("đăng ký 9 sáng kiến nhưng chưa chấm", (line,)).text
    'sáng kiến không'
    >>> only_recognised("đăng ký 9 sáng kiến", (line,))
    Recognised(text='', dropped=('đăng ký 9 sáng kiến',))
    """
    lined = _lined(lines)
    if len(text) > _LONGEST or len(lined) != 1:
        return Recognised(text)
    text = _IN_WORDS.sub(lambda found: f"{_NUMERALS[fold(found['many'])]} {found['name']}", text)
    cuts = [mark.span() for mark in _CLAUSE.finditer(text)]
    starts, ends = [0, *(end for _, end in cuts)], [*(at for at, _ in cuts), len(text)]
    labels = Labels(lines)
    first = next((n for n, start in enumerate(starts) if _NAME.search(fold(text[start : ends[n]]))), None)
    if first is None or _of_others(text[starts[first] : ends[first]], labels, lined[0].code):
        return Recognised(text)
    past = first + 1
    while past < len(starts) and _goes_on(text[starts[past] : ends[past]], labels):
        past += 1
    row = _row([text[start:end] for start, end in zip(starts[first:], ends[first:], strict=True)])
    if len(row) > 1:
        past = first + len(row)
        return Recognised(f"{text[: starts[first]]}sáng kiến {' + '.join(row)}{text[ends[past - 1] :]}")
    before, said, behind = text[: starts[first]], text[starts[first] : ends[past - 1]], text[ends[past - 1] :]
    counted = _counted(fold(said), month)
    if counted is None:
        return Recognised(text)
    if counted < 0:
        return Recognised(f"{before}{behind}".strip(" ,;.\n"), (said.strip(),))
    return Recognised(f"{before}sáng kiến {counted or 'không'}{behind}")


def _row(clauses: Sequence[str]) -> list[str]:
    """«1 sáng kiến cấp tỉnh, 2 sáng kiến cấp cơ sở»: the figures of clauses that each tell some."""
    found: list[str] = []
    for clause in clauses:
        said = _NO_FIGURE.sub(" ", fold(clause))
        each = _SOME.match(said)
        if (
            each is None
            or len(_COUNT.findall(said)) > 1
            or _REGISTERED.search(said)
            or _OTHER_TIME.search(said)
        ):
            break
        found.append(each["many"])
    return found


def _lined(lines: Sequence[Line]) -> list[Line]:
    """The line of initiatives, where there is but one."""
    return [line for line in lines if "sáng kiến" in line.words and line.flow]


def _of_others(text: str, labels: Labels, code: str) -> bool:
    return any(code not in mark.codes for mark in labels.find(text) if not mark.common and not mark.number)


def _goes_on(text: str, labels: Labels) -> bool:
    """Whether a clause goes on about initiatives: it names no line, and tells what became of them."""
    said = fold(text)
    if any(not mark.common and not mark.number for mark in labels.find(text)):
        return False
    return bool(
        _NONE.search(said)
        or _SO_MANY.search(said)
        or re.match(
            r"(?:con )?(?:thang"
            r"|ky) nay\b",
            said,
        )
    )


def _counted(said: str, month: int | None) -> int | None:
    """How many are counted; -1 where none of those told is, and None where it is read as it stands."""
    bare = _NO_FIGURE.sub(" ", said)
    figures = [int(found[0]) for found in _COUNT.finditer(bare)]
    times = [
        found for found in _OTHER_TIME.finditer(said) if not (found["month"] and int(found["month"]) == month)
    ]
    found = _SO_MANY.search(bare)
    none = _NONE.search(said) is not None
    registered = _REGISTERED.search(said) is not None
    if found is not None and not times:
        many = int(found["many"] or found["first"])
        return many if len(figures) > 1 or none or registered or _DESCRIBED.search(bare) else None
    if none:
        return 0
    if figures and (registered or times):
        return -1
    described = _DESCRIBED.search(bare)
    return int(described["many"]) if described and len(figures) == 1 else None
