"""Sessions that others held and the unit only went to: «huyện tổ chức 1 buổi, mình cử 5 người đi dự» is not counted."""

import re

from reporting.reading.elsewhere import Parted
from reporting.text import fold

_LONGEST = 400  # characters
_OTHERS = (
    r"(?:(?:công đoàn|cong doan|cđ|lđlđ|ldld|liên đoàn(?: lao động)?|lien doan(?: lao dong)?|ubnd"
    r"|phòng|ban|đoàn|hội \w+)\s)?"
    r"(?:huyện|huyen|tỉnh|tinh|thành phố|thanh pho|cấp trên|cap tren|lđlđ|ldld|liên đoàn|lien doan"
    r"|ngành|nganh|cụm|giáo dục|tổng ldld|sở)"
    r"(?:\s(?:đoàn|\w+)){0,2}?"
)
_WENT = r"(?:đi|di|cử|cu|được mời|duoc moi|đến|den|lên|len|về|ve|sang|xuống)"
_TOOK_PART = r"(?:dự|du|tham dự|tham du|tham gia|nghe|học|hoc)"
# «huyện tổ chức …, mình đi dự …»
_HELD = re.compile(
    rf"(?:^|(?<=[,;.\n]\s)|(?<=[,;\n(]))(?:(?:có|co|ngoài ra|còn|con)\s)?{_OTHERS}\s(?:tổ chức"
    rf"|to chuc|mở|mo|triệu tập|mời|moi|làm|lam)(?!\w)"
    rf"[^;.\n]{{0,60}}?(?<!\w){_WENT}\s(?:[^;.\n]{{0,24}}?\s)?{_TOOK_PART}(?!\w)[^,;.\n]*",
    re.IGNORECASE,
)
# «dự 1 buổi do huyện tổ chức», «tham gia 2 buổi của tỉnh»
_THEIRS = re.compile(
    rf"(?:^|(?<=[,;.\n]\s)|(?<=[,;\n(]))[^\d,;.\n]{{0,30}}?(?<!\w)(?:đi\s|di\s|được\s|có\s)?(?:dự|du"
    rf"|tham dự|tham du|tham gia)\s[^,;.\n]{{0,40}}?"
    rf"(?<!\w)(?:do|của|cua|bên|trên)\s{_OTHERS}(?:\s(?:tổ chức|to chuc|mở|mo|chủ trì))?(?!\w)[^,;.\n]*",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?:tap huan|boi duong|nghiep vu|doi thoai|chuyen mon)\b")


def without_attended(text: str) -> Parted:
    """A message without sessions that others held.

    >>> without_attended("tuyên truyền 1 buổi 40 người, huyện tổ chức 1 buổi mình đi dự 5 người")
    Parted(kept='tuyên truyền 1 buổi 40 người', dropped=('huyện tổ chức 1 buổi mình đi dự 5 người',))
    """
    if len(text) > _LONGEST:
        return Parted(text)
    found = _HELD.search(text) or _THEIRS.search(text)
    if found is None or not any(char.isdigit() for char in found[0]) or _COUNTED.search(fold(found[0])):
        return Parted(text)
    kept = f"{text[: found.start()].rstrip(' ,;(')}{text[found.end() :].removeprefix(')')}".strip(" ,;.\n")
    return Parted(kept, (found[0].strip(),))
