"""Ways of writing that mean just what another way means: «hai (02) đồng chí», «1 bữa 65 người», «1tr tròn», «t.huấn».

Patterns are over text folded letter by letter; what they find is put in the words beside them.
"""

import re

from reporting.reading import dictated_words as data
from reporting.reading.rest import same_length_fold
from reporting.reading.typed import words_of

_NUMERAL = "|".join(sorted({word.key for word in words_of(data.NUMERALS)}, key=len, reverse=True))
_PEOPLE = r"(?:nguoi|ng|dv|doan vien|dong chi|dc|d/c|luot|can bo|cb|giao vien|gv|nv|nhan vien|thay co|anh chi em|ace)"
_MONEY = r"(?:tr\d{0,3}|trieu|k|nghin|ngan|ty|cu|dong|d|vnd)"
_PICTURES = re.compile(r"[\s\u2600-\u27bf\ufe0f\U0001f300-\U0001faff]+$")
_SLASHES = re.compile(r"\s/\s(?=\d)")
_FEWEST = 3  # figures parted by slashes
_DIALECT = (
    (re.compile(r"(?<!\w)nỏ(?!\w)", re.IGNORECASE), "không"),
    (re.compile(r"(?<!\w)bựa(?!\w)", re.IGNORECASE), "buổi"),
    (re.compile(r"(?<!\w)lữ\s(?:nà|là)?\s?(?=\d)", re.IGNORECASE), "nữ "),
)
# «1+1=2», «45+2-1 là 46»: what it comes to is told.
_TERM = r"\d{1,7}(?:\s?\([^()\d]*\))?"
_RECKONED = re.compile(
    rf"(?P<sum>{_TERM}(?:\s?[+-]\s?{_TERM})+)\s?(?:=|là|bằng|vậy là)\s?(?P<is>\d{{1,7}})(?![\d.,]\d)"
)

# What is found, and what stands there instead; «{kept}» is the part of it of that name, as it was typed.
_WAYS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (rf"(?P<kept>\b(?:{_NUMERAL}))\s\(0*\d{{1,4}}\)", "{kept}"),  # as papers have it
        (rf"(?<=\d)\s\((?:{_NUMERAL})(?:\s(?:{_NUMERAL})){{0,4}}\)", ""),
        (r"\b(?:theo thu tu|lan luot)(?:\s(?:la|nhu sau))?\s*:?\s*(?=\d)", ""),
        (rf"(?<=\d)(?P<kept>\s?{_MONEY})\s(?:tron|chan)\b", "{kept}"),
        (rf"\b(?P<kept>\d{{1,2}}|mot|hai|ba)\sbua(?=\s\d{{1,4}}\s{_PEOPLE}\b)", "{kept} buổi"),
        (
            rf"(?<!doi thoai )\b(?P<kept>\d{{1,2}}|hai|ba|bon)\scuoc,?\smoi cuoc(?=\s\d{{1,4}}\s?{_PEOPLE}\b)",
            "{kept} buổi mỗi buổi",
        ),
        (r"\bt\.\s?huan\b", "tập huấn"),
        (
            r"\btt(?=\s*[:=]?\s*(?:(?:thi|duoc|la|co)\s)?(?:\d{1,2}|mot|hai|ba)\s?(?:buoi|cuoc|lan|b)\b)",
            "tuyên truyền",
        ),
        (
            rf"\b(?:co mat|tham gia|du)\s(?P<kept>\d{{1,4}})\s?/\s?\d{{1,4}}(?:\s?{_PEOPLE})?\b",
            "{kept} người dự",
        ),
        (
            rf"\b(?P<kept>\d{{1,4}})\s?/\s?\d{{1,4}}(?:\s?{_PEOPLE})?\s(?:co mat|tham gia|tham du|du|den du)\b",
            "{kept} người dự",
        ),
        (r"\bai\svo\b", "ai vào"),
        (
            r"(?:^|(?<=[,;.\n]\s))(?:khong|ko|k)\s(?P<kept>ket nap|giam|doi thoai|tap huan|sang kien|tuyen truyen)"
            r"(?=\s*(?:$|[,;.\n]))",
            "{kept} không",
        ),
        # a bare «no» before what was not
        (
            r"^(?:da\s)?(?:khong|ko|k)[,.]\s"
            r"(?=(?:(?:thang nay|ky nay|ben em|don vi|em|truong)\s)*(?:khong|ko|k|chua)\s)",
            "",
        ),
        # one figure put right at once
        (
            r"(?P<kept>(?P<name>[^\d,;.\n]{2,30}?)\s)\d{1,4}\s(?:a|y|o)\s(?:nham|khong|lon)\s(?:(?P=name)\s)?(?=\d{1,4}\b)",
            "{kept}",
        ),
        (r"\b(?:buoi|lan|cuoc) nao cung\s(?:(?:du|co|duoc)\s)?(?=\d)", "mỗi buổi "),
        (rf"(?<=\d )(?P<kept>{_PEOPLE})\s(?:ngoi nghe|den nghe|nghe|den du|toi du|co mat)\b", "{kept} dự"),
        (r"\blan truoc\s(?:la\s|co\s|duoc\s)?\d{1,4}\s(?:chu|con|thi)\s[^\d,;.\n]*[,;]\s*(?=\d)", ""),
        (r"\b(?P<kept>to|ban) nu cong\b(?! nhan)", "{kept} công đoàn"),
        (r"\bsk\s(?:va|voi|vs)\sth\b", "sáng kiến và tập huấn"),
        (r"\s(?:(?:moi|vua)\s)?ra truong\b", ""),  # who comes from school leaves nothing
        # as last month, in other words
        (
            r"\b(?:y|giong|het|nhu)\s(?:chang|het|xi|si|nhu)\s(?:nhu\s)?(?P<kept>thang|ky)"
            r"\s(?:truoc|trc|chuoc|roi|vua roi|vua qua)\b",
            "như {kept} trước",
        ),
        (r"(?<=nhu thang )(?:trc|chuoc)\b", "trước"),
        (r"(?<=\d)\s(?:(?:van\s)?(?:nhu cu|nhu thang truoc|nhu truoc)|y nguyen)(?=\s*(?:$|[,;.\n]))", ""),
        # the same figure, with a word of the dialect or of courtesy behind it
        (r"(?<=\d)\s(?:nha+|nhe+|ne+|nghen|hen|hi|rua thoi|truoc nhe|truoc nha)(?=\s*(?:$|[,;.\n]))", ""),
        (
            r"^(?P<kept>[\d\s,.;/-]*\d)(?:\s(?:nhe|nha|a|em|e|chi|c|anh|ad|bac|chau|thoi)){1,4}[\s.!]*$",
            "{kept}",
        ),
        (
            r"\bnu\s(?:(?:y nguyen|van|tru|bot|giam|tang|them)\s)(?:mot\s|\d\s)?(?:(?:con|thanh|len|la)\s)?"
            r"(?P<kept>\d{2,4})\b",
            "nữ {kept}",
        ),
        (r"\bnu\stu\s\d{1,4}\s(?:len|xuong|thanh|con)\s(?P<kept>\d{1,4})\b", "nữ {kept}"),
        (r"(?:^|(?<=[,;.\n]))\s*(?:ri la|the la|vay la|nen)\s(?P<kept>nu\s)", " {kept}"),
        # why, behind the last figure
        (r"(?<=\d)\s(?:vi|do|tai)\s(?:ng|nguoi|dc|co|thay|ban|em|chi|anh)\s[^,;.\n\d]*$", ""),
        (r"(?:^|(?<=[\s:]))\+\s?(?P<kept>\d{1,3})\s*,?\s*[-–]\s?(?=\d{1,3}\b)", "kết nạp {kept}, giảm "),
        (r"\b(?:ttr|tr\.?\s?truyen)\b(?=\W)", "tuyên truyền"),
        (r"\bd\.?\s?thoai\b", "đối thoại"),
        (r"\bt\.\s?uoc\b", "thỏa ước"),
        (r"(?<=\d)\s?c\s?/\s?(?=\d{1,4}\s?(?:luot|ng|nguoi|l)\b)", " buổi, "),
        (r"\btotal\b", "tổng"),
        (r"\bzero\b", "0"),
        # sounds that are mixed up, written as they are said
        (r"\bket lap\b", "kết nạp"),
        (r"(?<=\d )nuot\b", "lượt"),
        (r"(?<=\d )chieu\b(?=\s*(?:$|[,;.\n\d]))", "triệu"),
        (r"\btuyen chuyen\b", "tuyên truyền"),
        (r"\bxang kien\b", "sáng kiến"),
        # what is told later
        (
            r"[,;.]\s*(?:con\s)?(?:may|cac|nhung)\s(?:cai|muc|so|phan)\s(?:kia|khac|con lai)\s(?:thi\s)?"
            r"(?:doi|cho|de|lat|ti|mai|chieu|toi|hom)\s[^\d\n]*$",
            "",
        ),
        (
            r"\b(?:khong|ko|k)\stuyen truyen\s(?:(?:duoc|dc)\s)?buoi nao(?:\s(?:vi|do|tai)\s[^,;.\n\d]*)?",
            "không tuyên truyền buổi nào",
        ),
        (r"\b(?P<kept>\d{1,2})\slit\b(?=\s*(?:$|[,;.\n]))", "{kept}00 nghìn"),
    )
)


def _told(found: re.Match[str]) -> str:
    """What a sum comes to, where it does."""
    terms = re.findall(r"([+-]?)\s?(\d+)", re.sub(r"\([^()]*\)", "", found["sum"]))
    total = sum(-int(figure) if sign == "-" else int(figure) for sign, figure in terms)
    return found["is"] if total == int(found["is"]) else found[0]


def plainly_written(text: str) -> str:
    """The message in plain words and signs.

    >>> plainly_written("kết nạp hai (02) đồng chí, nữ bốn mươi sáu (46)")
    'kết nạp hai đồng chí, nữ bốn mươi sáu'
    >>> plainly_written("lần lượt là 2, không, 46")
    '2, không, 46'
    >>> plainly_written("1 cuộc / 64 lượt / 0 / 0")
    '1 cuộc, 64 lượt, 0, 0'
    """
    if any(map(str.isdigit, text)):
        text = _PICTURES.sub("", text)
    for sound, instead in _DIALECT:
        text = sound.sub(instead, text)
    text = _RECKONED.sub(_told, text)
    if len(_SLASHES.findall(text)) + 1 >= _FEWEST and "\n" not in text:
        text = _SLASHES.sub(", ", text)
    folded = same_length_fold(text)
    for pattern, instead in _WAYS:
        for found in reversed(list(pattern.finditer(folded))):
            kept = text[slice(*found.span("kept"))] if "kept" in pattern.groupindex else ""
            text = f"{text[: found.start()]}{instead.format(kept=kept)}{text[found.end() :]}"
            folded = same_length_fold(text)
    return text
