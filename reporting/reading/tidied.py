"""How reports are laid out, put as they are read: tables copied from a sheet, own numbering, shortened names."""

import re
from itertools import pairwise

from reporting.reading.rest import same_length_fold
from reporting.reading.ways_of_writing import plainly_written

_FEWEST = 3  # rows of a table, or of a numbered list
_LETTERS = re.compile(r"[^\W\d_].*[^\W\d_]", re.DOTALL)
_PLACE = re.compile(r"(?:\d{1,2}|[IVX]{1,4})[.)/]?")
_VALUE = re.compile(r"^\s*(?:\d|(?:không|khong|ko|k)(?!\w))", re.IGNORECASE)
_OF_MONTH = re.compile(r"\b(?:thang|ky|t)\s?(?:\d{1,2}|nay|truoc)\b")
_THIS_MONTH = re.compile(r"\b(?:thang|ky) nay\b")
_SLASHED = re.compile(r"\s*(\d{1,2})\s?/\s+(?=\S)")
_BEFORE_MOVE = re.compile(
    r"(?<=(?i:nữ))\s*:\s*(?=(?:tăng|giảm|thêm|bớt)\s+\d)|(?<=\bnu)\s*:\s*(?=(?:tang|giam|them|bot)\s+\d)"
)
_WOMEN_THEN = re.compile(r"(?<=\d)(\s?(?:nữ|nu))\s+(?=(?:giảm|giam|tăng|tang)\s)", re.IGNORECASE)
# «nữ 46 (tăng 1)»: how many they are is told.
_WOMEN_MOVED = re.compile(
    r"((?<!\w)(?:nữ|nu)(?!\w)[^\d\n,;]{0,12}\d{1,4})\s*"
    r"\((?:tăng|giảm|tang|giam|thêm|them|\+|-)\s?\d{1,3}[^()\d]{0,20}\)",
    re.IGNORECASE,
)
# «không thêm không bớt», «ko có ai ra vào»: none came, none went.
_NOT = r"(?:khong|ko|k|chang|cha)"
_NO_MOVE = re.compile(
    rf"(?:(?:so luong\s|tong so\s)?(?:doan vien|dv)\s)?(?:(?:van\s)?(?:the|vay|nhu cu)\s)?"
    rf"(?:{_NOT}\s(?:co\s)?(?:ai\s)?(?:them|tang|vao|den)[\s,]+(?:ma\s|va\s|cung\s)?{_NOT}\s(?:co\s)?(?:ai\s)?(?:bot|giam|ra|di)"
    rf"|{_NOT}\s(?:co\s)?ai\s(?:ra\svao|vao\sra|di\sden)|{_NOT}\s(?:tang|co tang)\s(?:hay\s)?giam)"
    r"(?:\s(?:ai|gi|nguoi nao|dong chi nao))?(?!\s?\w*\d|\s(?:nu|chi em))(?=\s*(?:$|[,;.\n]))"
)
# «ko kết nạp ai cả mà lại có 2 người đi»: what was not, and then what was.
_THEN = re.compile(
    r"(?<!\w)(?:khong|ko|k|chua|chang)\s(?:(?:co|duoc|them)\s)?(?:ket nap|kn|giam|tang|them|bot)(?:\sduoc)?\s"
    r"(?:ai|nguoi nao|dong chi nao|dv nao)(?:\s(?:ca|het|dau|nua|moi))*(?=\s(?:ma|nhung|con|lai|chi)\s)"
)
# «k đối thoại k thỏa ước»
_NAMED = r"(?:doi thoai|thoa uoc|ket nap|giam|tuyen truyen|tap huan|sang kien|tham hoi|tham|tang qua|qua)"
_NOT_THIS = re.compile(
    rf"(?:^|(?<=[,;.\n])|(?<=[,;.\n]\s)){_NOT}\s(?:co\s)?{_NAMED}(?=\s{_NOT}\s(?:co\s)?{_NAMED}(?!\w))"
)
_MOST_NOTS = 6
# «th 2 qua 3» are visits before gifts, «sk 0, th 0» is training behind initiatives; «đt 0, tư 0» agreements.
_VISITS = re.compile(r"(?<!\w)th(?=\s*:?\s*\d{1,3}\s*[,;\n]?\s*(?:qua|q)\s*:?\s*\d)")
_TRAINING = re.compile(r"(?<=\W)th(?=\s*[:=]?\s*(?:\d{1,3}|khong|ko|k)(?!\w|\s?[/.]\d))")
_INITIATIVES = re.compile(r"(?<!\w)(?:sk|sang kien)\s*:?\s*(?:\d{1,3}|khong|ko|k)\s*[,;.\n]*\s*$")
_AGREEMENTS = re.compile(r"(?<!\w)tu(?=\s*[:=]?\s*(?:\d{1,2}|khong|ko|k)(?![\w./]))")
_DIALOGUES = re.compile(r"(?<!\w)(?:dt|doi thoai)\s*:?\s*(?:\d{1,3}|khong|ko|k)\s*[,;.\n]*\s*$")
_PROPAGANDA = re.compile(r"(?<!\w)t\.\s?truyen(?!\w)")
_BOTH = re.compile(r"(?<![\w.,/])(\d{1,2})\s?[bB]\s?/\s?(\d{1,4})\s?[lL](?!\w)")
_THUAN = re.compile(r"(?<!\w)thuan(?=\s*[:=]?\s*\d)")


def tidied(text: str) -> str:
    """A message with its tables, numbering and shortened names put as they are read.

    >>> tidied("1\\tKết nạp mới\\tngười\\t3\\n2\\tGiảm\\tngười\\t1\\n3\\tNữ\\tngười\\t45")
    'Kết nạp mới: 3\\nGiảm: 1\\nNữ: 45'
    >>> tidied("sk 0, th 4")
    'sk 0, tập huấn 4'
    """
    text = plainly_written(_slashes(_table(text)))
    text = _BEFORE_MOVE.sub(" ", _WOMEN_MOVED.sub(r"\1", text))
    text = _BOTH.sub(r"\1 buổi, \2 lượt", _WOMEN_THEN.sub(r"\1, ", text))
    text = _parted(text, _THEN)
    for _ in range(_MOST_NOTS):
        text = _parted(text, _NOT_THIS)
    text = _put(text, _NO_MOVE, "kết nạp không, giảm không")
    text = _put(_put(text, _PROPAGANDA, "tuyên truyền"), _THUAN, "tập huấn")
    text = _put(text, _VISITS, "thăm hỏi")
    text = _behind(text, _TRAINING, _INITIATIVES, "tập huấn")
    return _behind(text, _AGREEMENTS, _DIALOGUES, "thỏa ước")


def _put(text: str, found: re.Pattern[str], instead: str) -> str:
    """A text with what is found in its folded form put in other words."""
    folded = same_length_fold(text)
    for each in reversed(list(found.finditer(folded))):
        text = f"{text[: each.start()]}{instead}{text[each.end() :]}"
    return text


def _parted(text: str, found: re.Pattern[str]) -> str:
    """A text with a comma behind what is found in its folded form."""
    for each in reversed(list(found.finditer(same_length_fold(text)))):
        text = f"{text[: each.end()]},{text[each.end() :]}"
    return text


def _behind(text: str, found: re.Pattern[str], before: re.Pattern[str], instead: str) -> str:
    """The same, only right behind a figure of another name."""
    folded = same_length_fold(text)
    for each in reversed(list(found.finditer(folded))):
        if before.search(folded, max(0, each.start() - 40), each.start()):
            text = f"{text[: each.start()]}{instead}{text[each.end() :]}"
    return text


def _table(text: str) -> str:
    """Rows of cells as «name: value», without the numbers of the rows, the units and the heading."""
    rows = [row for row in text.split("\n") if row.strip()]
    if len([row for row in rows if "\t" in row.strip()]) < _FEWEST:
        return text
    place = _now(rows[0])
    return "\n".join(filter(None, (_row(row, place) for row in rows)))


def _now(heading: str) -> int:
    """Which of the columns of months is the one reported, by the heading: «kỳ này», else the last one."""
    months = [cell for cell in same_length_fold(heading).split("\t") if _OF_MONTH.search(cell)]
    here = [place for place, cell in enumerate(months) if _THIS_MONTH.search(cell)]
    return here[0] if here else max(len(months) - 1, 0)


def _row(row: str, place: int) -> str:
    cells = [cell.strip() for cell in row.strip().split("\t") if cell.strip()]
    if len(cells) > 1 and _PLACE.fullmatch(cells[0]) and _LETTERS.search(cells[1]):
        cells = cells[1:]
    if len(cells) < 2:
        return row.strip()
    values = [cell for cell in cells[1:] if _VALUE.match(cell)]
    cells[0] = cells[0].replace(",", " ")
    if values:
        return f"{cells[0]}: {values[min(place, len(values) - 1)]}"
    return f"{cells[0]}: {cells[-1]}" if len(cells) == 2 else ""


def _slashes(text: str) -> str:
    """«1/ 2», «2/ 0»: the numbers of rows with the sign that is read."""
    rows = [row for row in text.split("\n") if row.strip()]
    marks = [_SLASHED.match(row) for row in rows]
    if len(rows) < _FEWEST or not all(marks):
        return text
    order = [int(mark[1]) for mark in marks if mark]
    if any(one >= two for one, two in pairwise(order)):
        return text
    return "\n".join(_SLASHED.sub(r"\1) ", row, count=1) for row in rows)
