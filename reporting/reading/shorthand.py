"""What chairs shorten, or say beside a figure, put as it is read: «TƯ», «8 - 2, 9 - 0», «giảm 3 (về hưu 2, mất 1)»."""

import re
from collections.abc import Iterable
from itertools import pairwise

from reporting.reading.sessions import added_up, took_part

_LONGEST = 400  # characters
_FEWEST = 2  # rows of a list
_FEWEST_IN_A_ROW = 6  # figures with commas between them, written without blanks
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
_DASHED = re.compile(
    r"\s*(?:(?:câu|cau|mục|muc|dòng|dong|k|c|d|m)\s?(?P<noun>\d{1,2})\s*(?:[-–—=:.]|là(?=\s)|la(?=\s))"
    r"|(?P<number>\d{1,2})\s*(?:[-–—]|(?:là|la)(?=\s)))\s*(?P<said>\S.*)",
    re.DOTALL | re.IGNORECASE,
)
# «mỗi người 2 trăm»: hundreds of thousands of đồng.
_HUNDREDS_EACH = re.compile(
    r"(?P<each>(?<!\w)(?:mỗi|moi)\s(?:người|nguoi|ng|suất|suat|cháu|chau|chị|chi|đ/c)\s(?:là\s|la\s)?\d)"
    r"\s(?:trăm|tram)(?=\s*(?:$|[,;.\n]))",
    re.IGNORECASE,
)
# «17 là người, buổi 1»: what a figure is, told behind it.
_COUNTED_AS = re.compile(
    r"(?<![\w.,/])(?P<figure>\d{1,4})\s(?:là|la)\s(?:số\s|so\s)?"
    r"(?P<unit>người(?:\s(?:dự|tham gia))?|nguoi(?:\s(?:du|tham gia))?"
    r"|lượt|luot|buổi|buoi|suất|suat)(?=\s*(?:$|[,;.\n)!]|(?:còn|con|chứ|chu|ạ|thôi|thoi)(?!\w)))",
    re.IGNORECASE,
)
_PEOPLE_FIRST = re.compile(
    r"^(?P<lead>\D*)(?P<people>\d{1,4}\s(?:người|nguoi|lượt|luot)(?:\s(?:dự|du|tham gia))?)[\s,;.]+(?:còn\s|con\s)?"
    r"(?:(?:buổi|buoi)\s(?:là\s|la\s|thì\s|thi\s)?(?P<behind>\d{1,2})"
    r"|(?P<before>\d{1,2}|một|mot|hai|ba)\s(?:buổi|buoi|cuộc|cuoc)(?:\sthôi|\sthoi)?)(?=\s*(?:$|[,;.\n]))",
    re.IGNORECASE,
)
# «1 buổi/52 người»
_SLASH = re.compile(
    r"(?<=\d)(?P<unit>\s?(?:buổi|buoi|cuộc|cuoc|lượt|luot|người|nguoi|ng|suất|suat))\s?/\s?(?=\d)",
    re.IGNORECASE,
)
# «về hưu 1 người thì là giảm 1»: one figure, told twice.
_THAT_IS = re.compile(
    r"(?:^|(?<=[,;.\n]))[^\d,;.\n]*(?<!\d)(?P<figure>\d{1,3})(?!\d)[^\d,;.\n]*\s"
    r"(?:thì là|thi la|tức là|tuc la|nghĩa là|nghia la|vậy là|vay la)\s(?=[^\d,;.\n]*(?P=figure)(?!\d))",
    re.IGNORECASE,
)
# «người dự thì 58 trên 62»: how many of all came.
_CAME_OF = re.compile(
    r"(?P<came>(?<!\w)(?:dự|tham dự|tham gia|du|tham du)\s(?:(?:thì|thi|là|la|được|duoc|có|co)\s){0,2}\d{1,4})"
    r"\s(?:trên|tren)\s(?:(?:tổng|tong)\s)?(?:(?:số|so)\s)?\d{1,4}(?![\d%])",
    re.IGNORECASE,
)
# «3 (2 nữ)»: how many of them are women, where two figures follow.
_WOMEN_OF = re.compile(
    r"(?<![\w.,])(?P<whole>\d{1,4})(?P<unit>(?:\s[^\W\d_]+){0,2})\s*"
    r"\((?:có\s|co\s|trong đó\s)?(?:(?P<figure>\d{1,4})\s?(?:nữ|nu)|(?:nữ|nu)\s?:?\s?(?P<other>\d{1,4}))\)"
    r"(?=[\s,;/]+\D{0,12}\d{1,4}[\s,;/]+\D{0,16}\d)",
    re.IGNORECASE,
)
# «thăm hỏi: 1 (300.000)»: one, and the money for it.
_PAID = re.compile(
    r"(?P<one>(?<![\w.,])1(?:\s(?:người|nguoi|lượt|luot|ca|suất|suat|đ/c))?)\s*"
    r"\((?P<money>\d{1,3}(?:\.\d{3})+\s?(?:đ|đồng|dong)?|\d{2,4}\s?(?:k|nghìn|nghin|ngàn|ngan)"
    r"|\d{1,3}\s?(?:tr|triệu|trieu))\)",
    re.IGNORECASE,
)
# «60 bà con, trong đó có 22 đoàn viên»
_MEMBERS_OF = re.compile(
    r"(?P<whole>(?<![\w.,])\d{1,4})(?P<unit>\s(?:bà con|ba con|người|nguoi|ng|lượt(?: người)?|luot(?: nguoi)?)"
    r"(?:\s(?:dự|tham gia|tham dự|du))?)[\s,(]{1,3}(?:trong đó|trong do)\s(?:(?:có|co)\s)?"
    r"(?P<figure>\d{1,4})\s(?:đoàn viên|doan vien|đv|dv|nữ|nu|công nhân|cong nhan|chị em|chi em)\)?"
    r"(?=\s*(?:$|[,;.\n]))",
    re.IGNORECASE,
)
_WOMAN = re.compile(r"(?<!\w)(?:nữ|nu|cô|chị)(?!\w)", re.IGNORECASE)
_MOVED = re.compile(
    r"(?<!\w)(?:kết nạp|ket nap|kn|tăng|tang|giảm|giam|nghỉ|nghi|nhận|nhan|chuyển|chuyen)(?!\w)[^\d,;.\n]{0,25}$",
    re.IGNORECASE,
)
_COMMAS = re.compile(r"[\dktr.]+(?:,[\dktr.]+){2,}")
_BLANKS = re.compile(r"\d+(?: [\dktr.]+)+")
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
    text = _HUNDREDS_EACH.sub(r"\g<each>00 nghìn", text)
    text = _CAME_OF.sub(r"\g<came>", _THAT_IS.sub(" ", text))
    text = _MEMBERS_OF.sub(_without_some, _WOMEN_OF.sub(_without_some, added_up(took_part(text))))
    text = _SLASH.sub(r"\g<unit>, ", _paid(text))
    text = _PEOPLE_FIRST.sub(_events_first, _COUNTED_AS.sub(r"\g<figure> \g<unit>", text))
    text = _OF_WOMEN.sub("", _NO_MONEY.sub("tiền không", text))
    return _numbered(_BRACKET.sub(_without_parts, text), frozenset(numbers))


def in_a_row(text: str, asked: Iterable[int]) -> str:
    """Many figures with commas alone between them, where there are as many as lines: no fraction fits in.

    >>> in_a_row("1,0,20,1,30,0", (6,))
    '1, 0, 20, 1, 30, 0'
    """
    text = text.strip()
    parts = text.split(",") if "," in text else text.split(" ")
    grouped = all(len(part) == len("000") and part.isdecimal() for part in parts[1:])
    if (
        len(text) > _LONGEST
        or len(parts) < _FEWEST_IN_A_ROW
        or grouped
        or (_COMMAS.fullmatch(text) is None and (_BLANKS.fullmatch(text) is None or "000" in parts))
        or len(parts) not in set(asked)
    ):
        return text
    return ", ".join(parts)


def _paid(text: str) -> str:
    """«1 (300.000)» as one and the money, where that is the only sum of the message."""
    found = _PAID.search(text)
    others = re.search(r"(?:tiền|tien|\(\s*\d[^()]*\).*\()", text, re.IGNORECASE)
    return text if found is None or others else _PAID.sub(r"\g<one>, tiền \g<money>", text)


def _events_first(found: re.Match[str]) -> str:
    """«17 người, buổi 1» as people told behind their sessions."""
    return f"{found['lead']}{found['behind'] or found['before']} buổi, {found['people']}"


def _without_some(found: re.Match[str]) -> str:
    """A figure without how many of it are women, or members."""
    some = found["figure"] or found.groupdict().get("other") or ""
    return f"{found['whole']}{found['unit']}" if int(some) <= int(found["whole"]) else found[0]


def _without_parts(found: re.Match[str]) -> str:
    """A figure without its parts in brackets, where they add up to it."""
    parts = [int(part) for part in _DIGITS.findall(found["inside"])]
    same = sum(parts) == int(found["whole"]) and not re.search(r"\d[.,/]\d", found["inside"])
    if _WOMAN.search(found["inside"]) and _MOVED.search(found.string[: found.start()]):
        return found[0]  # the women among who came and left count for the total of women
    return f"{found['whole']}{found['unit']}" if same else found[0]


def _numbered(text: str, numbers: frozenset[int]) -> str:
    """«8 - 2 lượt, 9 - 0»: the numbers of lines before dashes, in every part and rising."""
    rows = [_DASHED.fullmatch(part) for part in _ROW.split(text) if part.strip()]
    found = [row for row in rows if row is not None]
    if len(found) < len(rows) or len(found) < _FEWEST:
        return text
    order = [int(row["number"] or row["noun"]) for row in found]
    if not numbers.issuperset(order) or any(one >= two for one, two in pairwise(order)):
        return text
    rows_of = zip(order, found, strict=True)
    return "\n".join(f"{number}) {row['said'].strip()}" for number, row in rows_of)
