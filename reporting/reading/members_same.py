"""Members told without a figure of their own: «nữ ko đổi», «không có gì thay đổi», «đoàn viên hiện có 72»."""

import re

_NOT = r"(?:không|khong|ko|k|hông|chẳng)"
_MEMBERS = (
    r"(?:(?:số |so )?(?:lượng |luong )?(?:công đoàn viên|đoàn viên|doan vien|đvcđ|đv|dv)|quân số|nhân sự)"
)
_WOMEN = r"(?:(?:tổng |tong )?(?:số |so )?(?:đoàn viên nữ|đv nữ|nữ|nu|chị em|chi em))"
_STAYS = (
    rf"(?:(?:thì |thi |vẫn |van |cũng |cung )*(?:{_NOT} (?:có gì )?(?:thay )?(?:đổi|doi)(?: gì)?"
    rf"|như cũ|nhu cu|như trước"
    r"|như vậy|như thế|y nguyên|giữ nguyên|nguyên vẹn|nguyên như cũ)"
    r"|(?:thì |vẫn |van |cũng |cung )+(?:thế|the|vậy|vay|nguyên|nguyen|giữ nguyên|y như cũ|y như vậy|y nguyên))"
)
_POLITE = (
    r"(?:\s(?:ạ|a|nhé|nhe|em|nha|chị|anh|cháu|thôi|luôn|đ/c|bác|rồi|cả|so với tháng trước|như tháng trước))*"
)
_ENDS = rf"{_POLITE}(?=\s*(?:[,;.\n!)]|$))"
_BEGINS = (
    r"(?:(?<=[,;.\n(])|^)(?P<lead>\s*(?:dạ |da |nên |còn |con |và |thì |tháng này |kỳ này "
    r"|hiện |đơn vị |trường |bên |em |mình |bác |nhé: )*)"
)
WOMEN_STAY = re.compile(
    rf"(?<!\w)(?:(?:nên|còn|và|thì|nen)\s)?{_WOMEN}\s*:?\s*{_STAYS}{_ENDS}", re.IGNORECASE
)
_NOTHING = re.compile(
    rf"{_BEGINS}(?:{_MEMBERS}\s{_STAYS}"
    rf"|(?:{_MEMBERS}\s)?{_NOT}\s(?:có\s|co\s)?(?:gì\s|gi\s|j\s|sự\s)?(?:thay đổi|thay doi"
    rf"|biến động|bien dong|tăng giảm|vào ra|ra vào)"
    rf"(?:\sgì|\sgi|\sj)?){_ENDS}",
    re.IGNORECASE,
)
_NONE_BUT_WOMEN = re.compile(
    rf"^(?:dạ\s|da\s)?{_NOT}\s?(?:có|co)\s(?:gì|gi|j|ai)(?:\s(?:đâu|dau|cả|ca|hết|het|mới|em|chị"
    rf"|anh|ạ|nhé|hết))*\s*[,;.]\s*"
    rf"(?={_WOMEN}(?!\w)[^,;.\n]*$)",
    re.IGNORECASE,
)
_RATIO = re.compile(
    rf"(?<!\w)(?P<women>{_WOMEN})(?P<link>\s*(?:là|la|:"
    rf"|=)?\s*)(?P<some>\d{{1,4}})\s?/\s?(?P<all>\d{{1,4}})(?![\d/])"
    r"(?P<noun>\s(?:đoàn viên|đv|người|ng|cb|đ/c|đc)(?!\w))?",
    re.IGNORECASE,
)
_HAS = re.compile(
    rf"(?:(?<=[,;.\n])|^)(?P<lead>\s*)(?:tổng (?:số )?)?"
    rf"(?:{_MEMBERS}\s(?:hiện nay|hiện tại|hiện giờ|hiện|hien|đang|giờ|bây giờ|vẫn|van|còn|con)"
    r"(?:\s(?:có|co|là|la|còn))*\s(?P<one>\d{1,4})(?:\s(?:người|đ/c|đồng chí|đv|đoàn viên))?"
    r"|(?:hiện nay|hiện tại|hiện giờ|hiện|vẫn|đơn vị hiện|trường hiện)(?:\s(?:có|là|còn))*\s(?P<two>\d{1,4})"
    r"\s(?:đoàn viên|người|đv|công đoàn viên))(?!\s?(?:nữ|nu|nam|\d|dự|tham|nghe))(?=\s*(?:[,;.\n]|$))",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\s*\+\s?(?P<came>\d{1,3})(?:\s*[/,;]\s*|\s+)[-–−]\s?(?P<left>\d{1,3})(?:\s*[/,;]\s*"
    r"|\s+)(?P<women>\d{1,4})\s*"
)
_NO = re.compile(rf"\s*(?:dạ |da )?{_NOT}{_POLITE}\s*[.!]*\s*", re.IGNORECASE)
_TOTAL_OF_WOMEN = re.compile(
    r"(?<!\w)(?:(?:tổng|tong)\s(?:số\s|so\s)?(?:đoàn viên\s|đv\s)?(?:nữ|nu|chị em)|(?:nữ|nu"
    r"|chị em)(?=\s(?:giờ|bây giờ|hiện)\s))"
    r"(?:\s(?:bây giờ|giờ|hiện nay|hiện tại|hiện|cuối kỳ|là|có|còn|vẫn|phải|thì"
    r"|chỉ)){0,4}\s*[:=]?\s*(?P<figure>\d{1,4})"
    r"(?![\d/.,]*\d)",
    re.IGNORECASE,
)
_LEAST_ALL = 12  # a smaller second figure may be a month


# «nữ tăng 1 thành 46»: how it moved, and what it then is.
_BECAME = re.compile(
    r"(?<!\w)(?P<who>(?:tổng |tong )?(?:số |so )?(?:nữ|nu|chị em|chi em))"
    r"\s(?:tăng|tang|giảm|giam|thêm|them|bớt|bot)(?:\sthêm|\sđi)?"
    r"\s\d{1,3}(?:\s(?:người|nguoi|chị|chi|cô|co|đc|dc|bạn|ban|đv|dv))?[\s,]+"
    r"(?:lên|len|thành|thanh|còn|con|xuống|xuong|là|la)\s+"
    r"(?P<then>\d{1,4})(?!\d)",
    re.IGNORECASE,
)


def plainly(text: str) -> str:
    """The same, with the total of members by its name and «nữ 48/74» as 48; nothing else changes.

    >>> plainly("Đoàn viên hiện có 72")
    'tổng số đoàn viên 72'
    >>> plainly("nữ 48/74 đv, kết nạp 4")
    'nữ 48, kết nạp 4'
    >>> plainly("+1 / -0 / 46")
    'kết nạp 1, giảm 0, nữ 46'
    >>> plainly("nữ tăng 1 thành 46, kết nạp 1")
    'nữ 46, kết nạp 1'
    """

    def women(found: re.Match[str]) -> str:
        some, every = int(found["some"]), int(found["all"])
        if some > every or (every <= _LEAST_ALL and not found["noun"]):
            return found[0]
        return f"{found['women']}{found['link']}{found['some']}"

    text = _BECAME.sub(r"\g<who> \g<then>", text)
    signed = _SIGNED.fullmatch(text)
    if signed is not None:
        return f"kết nạp {signed['came']}, giảm {signed['left']}, nữ {signed['women']}"
    return _HAS.sub(lambda m: f"{m['lead']}tổng số đoàn viên {m['one'] or m['two']}", _RATIO.sub(women, text))


def women_stay(text: str) -> tuple[str, str]:
    """The text without «nữ ko đổi», and those words; "" where that is not said.

    >>> women_stay("giảm 1, nữ vẫn thế ạ")
    ('giảm 1', 'nữ vẫn thế ạ')
    """
    found = WOMEN_STAY.search(text)
    if found is None:
        return text, ""
    return (text[: found.start()] + text[found.end() :]).strip(" ,;\n"), found[0].strip()


def nobody_moved(text: str) -> tuple[str, str]:
    """The text with «không có gì thay đổi» as nobody admitted and nobody gone; and those words, or "".

    >>> nobody_moved("không có gì thay đổi em nhé")
    ('kết nạp 0, giảm 0', 'không có gì thay đổi em nhé')
    >>> nobody_moved("k có gì đâu em, nữ vẫn 7")
    ('kết nạp 0, giảm 0, nữ vẫn 7', 'k có gì đâu em')
    """
    if _NO.fullmatch(text):
        return "kết nạp 0, giảm 0", text.strip()
    found = _NONE_BUT_WOMEN.match(text)
    if found is not None:
        return f"kết nạp 0, giảm 0, {text[found.end() :]}", found[0].strip(" ,;.")
    found = _NOTHING.search(text)
    if found is None:
        return text, ""
    return f"{text[: found.start()]}kết nạp 0, giảm 0{text[found.end() :]}", found[0].strip()


def says_unchanged(text: str) -> bool:
    """Whether words say that the members are as they were, and not only that nobody came or went.

    >>> says_unchanged("không biến động"), says_unchanged("k có gì đâu em")
    (True, False)
    """
    return _NOTHING.search(text) is not None


def women_in_all(text: str) -> int | None:
    """The total of women where a text says in so many words that it is that; None where it does not.

    >>> women_in_all("à 2 nữ là nữ mới vào thôi, tổng nữ giờ là 21")
    21
    """
    found = {int(each["figure"]) for each in _TOTAL_OF_WOMEN.finditer(text)}
    return found.pop() if len(found) == 1 else None
