"""People of several sessions told one by one, put together as a sum: «buổi đầu 120 người, buổi sau 95 người»."""

import re

_LONGEST = 400  # characters
_ORDER = (
    r"(?:đầu|dau|trước|truoc|sau|thứ\s\w+|thu\s\w+|cuối|cuoi|một|mot|hai|ba|[1-5]"
    r"|sáng|sang|chiều|chieu|tối|toi)"
)
_PEOPLE = (
    r"(?:người(?:\s(?:dự|tham gia|tham dự))?|nguoi(?:\s(?:du|tham gia|tham du))?|ng|lượt(?:\sngười)?|luot(?:\snguoi)?"
    r"|đoàn viên|doan vien|đv|dv|bà con|ba con|chị em|chi em)"
)
_ONE = (
    rf"(?<!\d )(?<!\w)(?:buổi|buoi)\s{_ORDER}\s*[:,]?\s*(?:(?:có|co|được|duoc|là|la)\s)?"
    rf"(?P<people>\d{{1,4}})(?:\s?{_PEOPLE}(?!\w))?"
)
_JOIN = r"(?:\s*[,;+]\s*|\s+)(?:(?:và|va|còn|con|với|voi|vs)\s)?"
_EACH = re.compile(_ONE, re.IGNORECASE)
_UNNAMED = _ONE.replace("?P<people>", "?:")
_ALL = re.compile(rf"{_UNNAMED}(?:{_JOIN}{_UNNAMED})+", re.IGNORECASE)
_IN_ALL = re.compile(r"^\s*(?:là|la|vậy là|tất cả|tổng)\s\d\s(?:buổi|buoi|cuộc|cuoc)(?!\w)", re.IGNORECASE)
_HOW_MANY = re.compile(r"(?<![\w.,])\d{1,2}\s?(?:buổi|buoi|b)\s*[:,(]?\s*$", re.IGNORECASE)
# «2 buổi: 20 + 25»
_BARE = re.compile(
    r"(?P<events>(?<![\w.,])\d{1,2}\s?(?:buổi|buoi))\s*[:,]\s*(?P<sum>\d{1,4}(?:\s?\+\s?\d{1,4})+)(?=\s*(?:$|[,;.\n]))",
    re.IGNORECASE,
)
# «1 buổi tuyên truyền do xã chủ trì 30 người tham gia», in a clause that names no other line.
_TOOK_PART = re.compile(
    r"(?P<event>(?:^|(?<=[;.\n]))[^;.\n,]*(?<!\w)(?:buổi|buoi|tuyên truyền|tuyen truyen)(?!\w)[^;.\n,\d]*)"
    r"(?P<people>(?<!\w)\d{1,4}\s(?:người|nguoi))\s(?:tham gia|tham dự|tham du)(?=\s*(?:$|[,;.\n]))",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?<!\w)(?:tập huấn|tap huan|bồi dưỡng|boi duong|đối thoại|doi thoai)(?!\w)", re.IGNORECASE
)
# «ngày 20/9 có buổi PCCC 45 người dự, rồi 3/10 phổ biến luật 60 người nữa»: each told with its people.
_SESSION = (
    r"(?<!\w)(?:buổi|buoi|phổ biến|pho bien|tuyên truyền|tuyen truyen|quán triệt|quan triet|nói chuyện"
    r"|noi chuyen)(?!\w)"
)
_BESIDE = r"(?:[^;.,\n\d]|(?<!\d)\d{1,2}/\d{1,2}(?!\d)){0,60}?"
_WHAT = rf"{_BESIDE}{_SESSION}{_BESIDE}(?<![\d/])"
_TOLD_ON = re.compile(
    rf"(?:^|(?<=[,;.\n])\s*){_WHAT}(?P<one>\d{{1,4}})\s?{_PEOPLE}(?!\w)[^,;.\n\d]{{0,30}}[,;.]?"
    rf"\s+(?:rồi|roi|sau đó|sau do|xong|thêm|them)\s{_WHAT}(?P<other>\d{{1,4}})\s?{_PEOPLE}"
    r"(?!\w)(?:\s(?:nữa|nua|nghe|dự|du|tham gia|tham dự))*(?=\s*(?:[,;.\n]|$|ạ|em|nhé))",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?<![\w.,/])\d{1,2}\s?(?:buổi|buoi|b|cuộc|cuoc)(?!\w)", re.IGNORECASE)

_LIST = re.compile(
    r"(?<![\w.,])(?P<many>[2-6]|0[2-6]|hai|ba|bốn|bon|năm)\s?(?P<events>(?:buổi|buoi|cuộc|cuoc|lần|lan|đợt|dot)"
    r"(?:\s(?:tuyên truyền|tuyen truyen|tt))?)(?:\s(?:ạ|a|nhé|nhe))?\s*[:,(]\s*",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?:\(?\d\)\s*|[-+•–]\s*)?(?:(?:(?:1|một|mot)\s(?:cuộc|cuoc|buổi|buoi|lần|lan)|(?:cuộc|cuoc|buổi|buoi|lần|lan|đợt|dot)\s\d\s?:?)\s)?(?:(?:ngày|ngay|hôm|hom)\s)?(?:\d{1,2}/\d{1,2}\s)?[^\d,;.\n]{0,40}?"
    rf"(?P<people>\d{{1,4}})\s?{_PEOPLE}(?!\w)[^\d,;.\n]{{0,20}}(?P<end>[,;\n]\s*|\.?\s*$|\.\s+|\)\s*)",
    re.IGNORECASE,
)
_MANY = {"hai": 2, "ba": 3, "bốn": 4, "bon": 4, "năm": 5}


def listed(text: str) -> str:
    """Sessions told one after the other, as many as are said, with their people as one sum.

    >>> listed("2 buổi tuyên truyền: (1) PCCC 55 lượt; (2) ATGT 61 lượt. Đối thoại: 0")
    '2 buổi tuyên truyền, 55 + 61 người. Đối thoại: 0'
    >>> listed("3 buổi: 25 người, 31 người")
    '3 buổi: 25 người, 31 người'
    """
    head = _LIST.search(text) if len(text) <= _LONGEST else None
    if head is None:
        return text
    many = _MANY.get(head["many"].casefold()) or int(head["many"])
    people: list[str] = []
    at, end = head.end(), ""
    while len(people) < many and (found := _LISTED.match(text, at)):
        people.append(found["people"])
        at, end = found.end(), found["end"]
    if len(people) < many:
        return text
    lead = f"{text[: head.start()]}{head['many']} {head['events']}"
    return f"{lead}, {' + '.join(people)} người{end.replace(')', '') or ''}{text[at:]}"


def took_part(text: str) -> str:
    """Who took part in a session as those who came to it.

    >>> took_part("1 buổi tuyên truyền do xã chủ trì 30 người tham gia")
    '1 buổi tuyên truyền do xã chủ trì 30 người dự'
    """
    if len(text) > _LONGEST or _OTHER.search(text.split(",")[0]):
        return text
    return _TOOK_PART.sub(r"\g<event>\g<people> dự", text)


def added_up(text: str) -> str:
    """A message with the people of its sessions as one sum, which is asked.

    >>> added_up("2 buổi, buổi đầu 120 người, buổi sau 95 người")
    '2 buổi, 120 + 95 người'
    >>> added_up("ngày 20/9 có buổi PCCC 45 người dự, rồi 3/10 phổ biến luật BHXH 60 người nữa")
    '2 buổi, 45 + 60 người'
    """
    if len(text) > _LONGEST:
        return text
    text = listed(text)
    told = _TOLD_ON.search(text)
    if told is not None and not (_OTHER.search(told[0]) or _COUNTED.search(text) or _ALL.search(text)):
        text = _TOLD_ON.sub(r" 2 buổi, \g<one> + \g<other> người", text, count=1).strip()
    text = _BARE.sub(r"\g<events>, \g<sum> người", text)
    found = _ALL.search(text)
    if found is None:
        return text
    people = [each["people"] for each in _EACH.finditer(found[0])]
    before, after = text[: found.start()], _IN_ALL.sub("", text[found.end() :], count=1)
    stood = _HOW_MANY.search(before)
    lead = f"{before.rstrip(' :,(')}, " if stood else f"{before}{len(people)} buổi, "
    return f"{lead}{' + '.join(people)} người{after}"
