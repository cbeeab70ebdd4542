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
    r"\b(?:cong nhan|dat|duyet)(?: (?:duoc|la|co|them))* (?P<many>\d{1,3})\b(?! ?/)"
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
    r"|lop|khoa|ngay|chuyen|to|so|may|phong|xuong|khoi|mon|ca) \d{1,2}\b"
)
_SOME = re.compile(rf"\s*(?:co |duoc |cong nhan |va |them )*(?P<many>\d{{1,3}}) {_NAMES}\b")
# «1 sáng kiến cải tiến quy trình lấy máu …»: one, and what it is.
_DESCRIBED = re.compile(rf"\b(?P<many>\d{{1,3}}) {_NAMES}(?: (?!la\b)[^\W\d_]+){{4}}")
# «6 sk cả năm nhưng t10 thì 0»: the month's own, beside those of a longer time.
_LONGER = re.compile(r"\b(?:ca nam|tu dau nam|dau nam|luy ke|cong don|nam nay|ca quy|tong nam)\b")
_NOW = re.compile(
    r"\b(?:(?:thang|ky|dot) nay|t ?(?P<month>\d{1,2})|thang (?P<named>\d{1,2}))"
    r"(?: (?:thi|la|chi|co|moi|duoc|dc|cong nhan|duyet|them|rieng|van|mai|cung))*"
    r" (?:(?P<many>\d{1,3})\b(?! ?/)|(?P<none>khong|ko|k|chua|0)\b)"
)
# «…, tính 1»: how many that makes, said at the end.
_MAKES = re.compile(
    r"(?:nen |vay |thi |do |e |em |minh )*(?:tinh|coi nhu|ghi|tong cong|tong|vi chi)"
    r"(?: (?:la|cho|em|e|minh|vao|dum|giup))*"
    rf" (?P<many>\d{{1,3}})(?: (?:cai|{_NAMES}|thoi|nhe|nha|a|e|em|b|ban))*[ .!]*"
)
# «đang chờ qđ công nhận 2 cái»: not yet.
_WAITING = re.compile(
    r"\b(?:cho|doi|xin|sap|se|chuan bi)(?: (?:qd|quyet dinh|ket qua|hoi dong|hd|cap tren|giam doc|gd|so|phong|tinh"
    r"|huyen|duoc|dc|ky|ra|co|xet|de))* (?:cong nhan|duyet|cham)\b"
)
_LATER = re.compile(
    r"(?:chac|du kien|hen|de|phai|cho|doi|sang|qua|toi|den)\b[^\n]{0,40}\b(?:moi|thang sau|ky sau|thang toi|dot sau)\b"
)
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
    makes = _MAKES.fullmatch(fold(text[starts[past - 1] : ends[past - 1]])) if past > first + 1 else None
    counted = int(makes["many"]) if makes else _this_month(fold(said), month)
    counted = _counted(fold(said), month) if counted is None else counted
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
    """Whether a clause names another line; «mới» is no name here («mới được công nhận 1»)."""
    named = (mark for mark in labels.find(text) if not mark.common and not mark.number)
    return any(
        code not in mark.codes and fold(text[mark.start : mark.end]).strip() != "moi" for mark in named
    )


def _goes_on(text: str, labels: Labels) -> bool:
    """Whether a clause goes on about initiatives: it names no line, and tells what became of them."""
    said = fold(text)
    if _of_others(text, labels, ""):
        return False
    return bool(
        _NONE.search(said)
        or _MAKES.fullmatch(said)
        or _LATER.match(said)
        or _NOW.match(re.sub(r"^(?:con|rieng|nhung|ma) ", "", said))
        or _SO_MANY.search(said)
        or re.match(
            r"(?:con )?(?:thang"
            r"|ky) nay\b",
            said,
        )
    )


def _this_month(said: str, month: int | None) -> int | None:
    """The month's own figure behind that of a longer time; None where the two are not told together."""
    longer = _LONGER.search(said)
    now = _NOW.search(said, longer.end()) if longer else None
    if now is None:
        return None
    named = now["month"] or now["named"]
    if named and int(named) != month:
        return None
    return int(now["many"]) if now["many"] else 0


def _counted(said: str, month: int | None) -> int | None:
    """How many are counted; -1 where none of those told is, and None where it is read as it stands."""
    bare = _NO_FIGURE.sub(" ", said)
    figures = [int(found[0]) for found in _COUNT.finditer(bare)]
    times = [
        found for found in _OTHER_TIME.finditer(said) if not (found["month"] and int(found["month"]) == month)
    ]
    waiting = _WAITING.search(bare) is not None
    found = None if waiting else _SO_MANY.search(bare)
    none = _NONE.search(said) is not None
    registered = waiting or _REGISTERED.search(said) is not None
    times = times or ([longer] if (longer := _LONGER.search(said)) else [])
    if found is not None and not times:
        many = int(found["many"] or found["first"])
        return many if len(figures) > 1 or none or registered or _DESCRIBED.search(bare) else None
    if none:
        return 0
    if figures and (registered or times):
        return -1
    described = _DESCRIBED.search(bare)
    return int(described["many"]) if described and len(figures) == 1 else None
