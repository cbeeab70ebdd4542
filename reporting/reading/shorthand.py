"""What chairs shorten, or say beside a figure, put as it is read: «TƯ», «8 - 2, 9 - 0», «giảm 3 (về hưu 2, mất 1)»."""

import re
from collections.abc import Iterable
from itertools import pairwise

_LONGEST = 400  # characters
_FEWEST = 2  # rows of a list
_NOT = r"(?:không|khong|ko|k|chưa|chua)"
# «TƯ» of agreements, never of the central committee.
_AGREEMENT = re.compile(
    rf"(?:(?<=[,;.\n]\s)|(?<=[,;.\n])|(?<=^)|(?<=ký\s)|(?<=ky\s)|(?<=ko\s)|(?<=ông\s))T\.?[ƯU]"
    rf"(?=\s*(?::|=|\d|{_NOT}|mới|moi|$|[,;.]))|(?<=ký\s)tư(?!\w)"
)
_INITIATIVE = re.compile(r"(?<=sáng kiến) kinh nghiệm|(?<=sang kien) kinh nghiem", re.IGNORECASE)
_TRAINING = re.compile(
    r"(?:(?<=^)|(?<=[,;.\n])|(?<=[,;.\d]\s))th(?=\s*[:=]?\s*\d{1,3}(?!\s?[/.\d]))", re.IGNORECASE
)
# How many classes there were: only who came is counted.
_CLASSES = r"(?:\d{1,2}|một|mot|hai)\s*(?:lớp|lop|buổi|buoi|đợt|dot|khóa|khoá|khoa|cuộc|cuoc|ngày|ngay)"
_PUPILS = r"\d{1,3}\s*(?:người|nguoi|ng|lượt|luot|đ/c|đc|dc|cán bộ|can bo|đoàn viên|doan vien|đv|dv)(?!\w)"
_BEFORE_PUPILS = re.compile(
    rf"(?P<name>(?<!\w)(?:tập huấn|tap huan|bồi dưỡng|boi duong)(?:\s+(?:được|duoc|là|la|có|co))?)\s+{_CLASSES}[\s,]*"
    rf"(?:(?:có|co|cho|với|voi|gồm|gom)\s+)?(?={_PUPILS})",
    re.IGNORECASE,
)
_BEHIND_PUPILS = re.compile(
    rf"(?P<name>(?<!\w)(?:tập huấn|tap huan|bồi dưỡng|boi duong)\s+(?:(?:được|duoc|là|la|có|co)\s+)?{_PUPILS})"
    rf"\s+(?:(?:ở|o|trong)\s+)?{_CLASSES}(?!\w)",
    re.IGNORECASE,
)
_SPENT = re.compile(
    r"(?<!\w)(?<!đồng )(?<!dong )chi\s+"
    r"(?=(?:\d{2,}[\d.,]*|\d[\d.,]*\s?(?:k|tr|triệu|trieu|củ)\d{0,3})\s*(?:$|[,;\n]))",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"(?<!\w)(?:tặng|(?<=\d\s)tang)\s+(?=\d{1,3}(?:\s*[,;.\n]|\s*$|\s+chi|\s+tiền|\s+tien))", re.IGNORECASE
)
_HEADING = re.compile(
    r"(?:^|(?<=[.;\n]))\s*(?:(?:phần|phan|mục|muc)\s+)?(?:chăm lo|cham lo|đoàn viên|doan vien|thi đua|thi dua)"
    r"\s*:\s*(?=\D{0,12}\d[^\n]*[,;][^\n]*\d)",
    re.IGNORECASE,
)
_NO_MONEY = re.compile(
    rf"(?<!\w){_NOT}\s+(?:(?:có|co)\s+)?(?:(?:chi|tốn|ton|mất|mat|tiêu|tieu)\s+)?(?:(?:một|mot)\s+)?"
    r"(?:đồng|dong|xu)\s+(?:nào|nao)"
    r"(?:\s+(?:cả|ca|hết|het))?(?!\w)",
    re.IGNORECASE,
)
# How many of those admitted are women, where the women are told again behind.
_OF_WOMEN = re.compile(
    r",?\s*\(?\s*(?:trong đó|trong do)\s+(?:(?:có|co)\s+)?(?:(?:nữ|nu)\s*:?\s*\d+|"
    r"\d+\s*(?:là\s+)?(?:nữ|nu))(?!\w)\s*\)?"
    r"(?=[\s,;.][^\n]*(?<!\w)(?:nữ|nu)\s*\D{0,12}\d)",
    re.IGNORECASE,
)
_BRACKET = re.compile(
    r"(?<![\w.,])(?P<whole>\d{1,4})(?P<unit>(?:\s?[^\W\d_/]+){0,3})\s*\((?P<inside>[^()\n]*\d[^()\n]*)\)"
)
_DASHED = re.compile(r"\s*(?P<number>\d{1,2})\s*[-–—]\s*(?P<said>\S.*)", re.DOTALL)
_ROW = re.compile(r"[,;\n]+(?!\d{3}(?!\d))")
_DIGITS = re.compile(r"\d+")


def written_out(text: str, numbers: Iterable[int], *, training: bool = False) -> str:
    """A message with what is short written out. `numbers`: of the lines of the form; `training`: one is asked now.

    >>> written_out("giảm 3 (về hưu 2, chuyển công tác 1)", ())
    'giảm 3'
    """
    if len(text) > _LONGEST:
        return text
    text = _AGREEMENT.sub("thỏa ước", text)
    text = _INITIATIVE.sub("", _HEADING.sub("", text))
    text = _TRAINING.sub("tập huấn", text) if training else text
    text = _BEHIND_PUPILS.sub(r"\g<name>", _BEFORE_PUPILS.sub(r"\g<name> ", text))
    text = _GIVEN.sub("quà ", _SPENT.sub("tiền ", text))
    text = _OF_WOMEN.sub("", _NO_MONEY.sub("tiền không", text))
    return _numbered(_BRACKET.sub(_without_parts, text), frozenset(numbers))


def _without_parts(found: re.Match[str]) -> str:
    """A figure without its parts in brackets, where they add up to it."""
    parts = [int(part) for part in _DIGITS.findall(found["inside"])]
    same = sum(parts) == int(found["whole"]) and not re.search(r"\d[.,/]\d", found["inside"])
    return f"{found['whole']}{found['unit']}" if same else found[0]


def _numbered(text: str, numbers: frozenset[int]) -> str:
    """«8 - 2 lượt, 9 - 0»: the numbers of lines before dashes, in every part and rising."""
    rows = [_DASHED.fullmatch(part) for part in _ROW.split(text) if part.strip()]
    found = [row for row in rows if row is not None]
    if len(found) < len(rows) or len(found) < _FEWEST:
        return text
    order = [int(row["number"]) for row in found]
    if not numbers.issuperset(order) or any(one >= two for one, two in pairwise(order)):
        return text
    return "\n".join(f"{row['number']}) {row['said'].strip()}" for row in found)
