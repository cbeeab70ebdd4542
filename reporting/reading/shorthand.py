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


def written_out(text: str, numbers: Iterable[int]) -> str:
    """A message with what is short written out. `numbers`: of the lines of the form.

    >>> written_out("giảm 3 (về hưu 2, chuyển công tác 1)", ())
    'giảm 3'
    """
    if len(text) > _LONGEST:
        return text
    text = _AGREEMENT.sub("thỏa ước", text)
    text = _INITIATIVE.sub("", _HEADING.sub("", text))
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
