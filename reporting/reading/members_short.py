"""Who came and left in a few signs or words, put with the words that are read: «+3 -0», «3 nữ mới», «kho: -1 nam».

Told so, the figure in front of «nữ» would be taken for the total of women.
"""

import re

from reporting.reading import members_words as data
from reporting.reading.members_tokens import is_one_of, length_at, table, tokens_of
from reporting.reading.members_verbs import TOPICS, has, verb_at

_SEXED = r"(?:nữ|nu|nam|cô|thầy|thay|chị|chi|anh)"
_MEMBERS = r"(?:đoàn viên|doan vien|đvcđ|đv|dv|công đoàn viên)"
_NOUN = (
    rf"(?:{_SEXED}|{_MEMBERS}|đồng chí|dong chi|đ/c|đc|dc|bạn|ban|người|nguoi|ng|em|công nhân|cong nhan|cn|lao động"
    r"|lao dong|nhân viên|nhan vien|nv|giáo viên|giao vien|gv|thành viên)"
)
_PEOPLE = rf"{_NOUN}(?:\s{_NOUN}){{0,2}}"
_CLAUSE_ENDS = r"(?=\s*(?:$|[,;.!\n(]|(?:và|va|với|còn|nhưng|mà|thôi|nhé|nhe|nha|ạ)(?!\w)|\d{1,2}\s))"
_SIGNED = re.compile(
    rf"(?<![\w.,+–−-])(?P<sign>[+–−-])\s?(?P<many>\d{{1,3}})(?![\d.,/]*\d)(?P<who>\s?{_PEOPLE}(?!\w))?",
    re.IGNORECASE,
)
_HEAD = re.compile(
    rf"^\s*(?:[-*•]\s)?{_MEMBERS}(?:\s(?:mới|tháng này|kỳ này|biến động))?\s*:?\s*(?=[+–−-])", re.IGNORECASE
)
_CALLED = {"+": "gia nhập"}
_LEFT = "xin ra"
_BESIDE = re.compile(r"\([^()\n]*\)")
_AROUND = re.compile(
    r"\b(?:đoàn viên|doan vien|đvcđ|đv|dv|tháng này|kỳ này|và|va|với|là|thì|biến động)\b|[\s:,;./()]+",
    re.IGNORECASE,
)
_PLACE = re.compile(r"^\s*(?:[-*•]\s)?(?P<place>[^\d\n:+–−-]{1,30}\d{0,2})\s*:?\s*(?=[+–−-])")
_UNCHANGED = re.compile(
    r"^\s*[^\d\n:]{1,30}\d{0,2}\s*:\s*(?:không|khong|ko|k|0)(?:\s(?:có gì|có|thay|đổi|doi|biến|động|gì|ai))*\s*$",
    re.IGNORECASE,
)
_NEW_FIRST = re.compile(
    rf"(?P<lead>(?:^|[,;.\n(]|(?:^|(?<=\s))(?:và|với|có|thêm|được|này|là)\s)\s*)(?P<many>\d{{1,3}})\s(?P<who>{_PEOPLE})\smới{_CLAUSE_ENDS}",
    re.IGNORECASE,
)
_NEW_LAST = re.compile(
    rf"(?P<lead>(?:^|[,;.\n])\s*)(?:có\s)?mới\s(?P<many>\d{{1,3}})\s(?P<who>(?:{_MEMBERS}\s)?(?:nữ|nam|cô|thầy)){_CLAUSE_ENDS}",
    re.IGNORECASE,
)
# «tiếp nhận 8 công nhân mới vào công đoàn (7 nữ)»: what «nhận» says already.
_NEW_AGAIN = re.compile(
    rf"(?P<kept>\b(?:kết nạp|ket nap|kn|nhận|nhan|tuyển|tuyen|tăng|thêm)(?:\s(?:mới|được|thêm|có))*\s*:?"
    rf"\s*\d{{1,3}}\s{_PEOPLE})\s"
    r"(?:mới\s(?:vào|về)(?:\s(?:công đoàn(?:\scơ sở)?|cđcs|cđ|làm))?|mới|vào\s(?:công đoàn(?:\scơ sở)?|cđcs|cđ))"
    r"(?=\s*(?:$|[,;.!\n(]|(?:đều|toàn|cả|là|trong đó|gồm|gồm có)\s))",
    re.IGNORECASE,
)
# «tính cả năm 9 đv mới còn kỳ này 2 thôi»: the month apart from the longer time.
_THIS_TIME = re.compile(
    r"(?P<longer>(?<!\w)(?:cả năm|từ đầu năm|đầu năm|luỹ kế|lũy kế|cộng dồn|từ đầu nhiệm kỳ|từ đầu quý)(?!\w)"
    r"[^,;.\n]{0,60}?\d[^,;.\n]{0,40}?)"
    r"[,\s]+(?:còn|mà|nhưng|trong đó|thì|riêng)\s(?:riêng\s|trong\s)?(?P<time>(?:tháng|kỳ)\snày)"
    r"(?:\s(?:thì|là|chỉ|có|mới|được|đc|mỗi|duy nhất|vẫn))*\s(?=\d|không|ko|k\s)",
    re.IGNORECASE,
)
# «3 người mới vào làm nhưng chưa kết nạp, đợi tháng sau»
_NOT_YET = re.compile(
    r"(?P<lead>(?:^|(?<=[,;.\n(]))\s*)(?P<said>[^,;.\n()]{0,40}?(?:\d|một|hai|ba|bốn|mấy)[^,;.\n()]{0,40}?,?\s?"
    r"(?:nhưng|mà|song|còn)?\s?chưa\s(?:được\s|đc\s|kịp\s|làm\s|thể\s)*"
    r"(?:kết nạp|kn|vào công đoàn|vào cđ|vào đoàn|gia nhập|xin vào)"
    r"(?:\s(?:được|đc|công đoàn|cđ|ai|vào|ạ|nhé|e|em))*"
    r"(?:[,\s(]+(?:đợi|chờ|để|hẹn|sang|qua|chắc|dự kiến)"
    r"\s(?:sang\s|qua\s|tới\s|đến\s|đợt\s)?(?:tháng|kỳ|đợt|quý)?\s?(?:sau|tới|11)[^,;.\n]{0,30})?)"
    r"(?=\s*(?:$|[,;.\n!)]))",
    re.IGNORECASE,
)
_ADMITTED = re.compile(
    r"(?<!\w)(?<!chưa )(?:kết nạp|kn|gia nhập)(?:\s(?:mới|thêm|được))*\s*:?\s*\d", re.IGNORECASE
)


_SINCE = table(data.SINCE)


def in_verbs(text: str) -> tuple[str, tuple[str, ...]]:
    """A text with its short signs for who came and left in words, and what it tells of people not yet admitted.

    >>> in_verbs("ĐV +3 -0 (3 bạn nữ)")[0]
    'gia nhập 3 (3 bạn nữ), xin ra 0'
    >>> in_verbs("3 nữ mới, 0 giảm")[0]
    'gia nhập 3 nữ, 0 giảm'
    >>> in_verbs("3 người mới vào nhưng chưa kết nạp, giảm 1")
    ('kết nạp 0, giảm 1', ('3 người mới vào nhưng chưa kết nạp',))
    """
    text, waiting = _without_waiting(text)
    text = _signs_in_verbs(text)
    text = _NEW_AGAIN.sub(lambda found: found["kept"], text)
    text = _NEW_FIRST.sub(_new, text)
    text = _NEW_LAST.sub(_new, text)
    return _THIS_TIME.sub(lambda found: f"{found['longer'].rstrip()}, {found['time']} ", text), waiting


def _new(found: re.Match[str]) -> str:
    """«3 nữ mới» as who came, unless its clause tells of something else or who came already."""
    lead, who = found["lead"], found["who"]
    start = max(found.string.rfind(mark, 0, found.start("many")) for mark in ",;.\n") + 1
    ends = [place for mark in ",;.\n" if (place := found.string.find(mark, found.end())) >= 0]
    tokens = tokens_of(found.string[start : min(ends, default=len(found.string))])
    verbs = [verb for n in range(len(tokens)) if (verb := verb_at(tokens, n)) and verb.came and not verb.weak]
    told = any("mới" not in verb.text for verb in verbs) or (verbs and has(tokens, 0, len(tokens), _SINCE))
    if told or has(tokens, 0, len(tokens), TOPICS):
        return found[0]
    return f"{lead}gia nhập {found['many']} {who}"


def _without_waiting(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without people who are not yet admitted; nobody is, unless it tells of others who were."""
    found = _NOT_YET.search(text)
    if found is None or has(tokens_of(found["said"]), 0, len(tokens_of(found["said"])), TOPICS):
        return text, ()
    before, behind = text[: found.end("lead")], text[found.end() :]
    if _ADMITTED.search(before + behind) or _ADMITTED.search(found["said"]):
        return text, ()
    return f"{before}kết nạp 0{behind}", (found["said"].strip(),)


def _signs_in_verbs(text: str) -> str:
    """Rows of signed figures («ĐV +3 -0», «Kho: -1 nam») as who came and left; other rows as they were."""
    rows = text.split("\n")
    made = [_row(row) for row in rows]
    signed = [n for n, (row, new) in enumerate(zip(rows, made, strict=True)) if row != new]
    if not signed or not any("+" in rows[n] for n in signed):
        return text  # «- 2 nữ» is the sign of a list
    many = len(signed) > 1
    return "\n".join(
        new
        for row, new in zip(rows, made, strict=True)
        if not (many and row == new and _UNCHANGED.fullmatch(row))
    )


def _row(row: str) -> str:
    signs = list(_SIGNED.finditer(row))
    if not signs:
        return row
    around = _SIGNED.sub(" ", row)
    head = _HEAD.match(row)
    sexed = all(found["who"] and _of_members(found["who"]) for found in signs)
    place = _PLACE.match(row) if sexed else None
    if not head and not sexed:
        return row
    plain = around if place is None else around[place.end("place") :]
    if (
        _AROUND.sub("", _BESIDE.sub(" ", plain))
        or len(signs) > 2
        or len({found["sign"] == "+" for found in signs}) < len(signs)
    ):
        return row
    said = tokens_of(place["place"] if place else "")
    if has(said, 0, len(said), TOPICS) or any(verb_at(said, n) for n in range(len(said))):
        return row
    return _told(signs, _BESIDE.findall(row), [found.end() for found in signs], row)


def _told(signs: list[re.Match[str]], beside: list[str], ends: list[int], row: str) -> str:
    """Each sign with its verb; a parenthesis behind both goes with the one that tells of somebody."""
    parts = []
    somebody = [found for found in signs if int(found["many"])]
    for n, found in enumerate(signs):
        until = signs[n + 1].start() if n + 1 < len(signs) else len(row)
        own = _BESIDE.findall(row[ends[n] : until])
        if len(somebody) == 1 and beside:
            own = beside if found is somebody[0] else []
        verb = _CALLED.get(found["sign"], _LEFT)
        parts.append(
            " ".join([f"{verb} {found['many']}{' ' + found['who'].strip() if found['who'] else ''}", *own])
        )
    return ", ".join(parts)


def _of_members(who: str) -> bool:
    tokens = tokens_of(who)
    known = table((*data.WOMEN, *data.MEN, *data.OF_WOMEN, *data.OF_MEN, "đoàn viên", "đv", "đvcđ"))
    return any(length_at(tokens, n, known) or is_one_of(tokens[n], ("dv",)) for n in range(len(tokens)))
