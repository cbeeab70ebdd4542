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
            r"\b(?:khong|ko|k)\stuyen truyen\s(?:(?:duoc|dc)\s)?buoi nao(?:\s(?:vi|do|tai)\s[^,;.\n\d]*)?",
            "không tuyên truyền buổi nào",
        ),
        (r"\b(?P<kept>\d{1,2})\slit\b(?=\s*(?:$|[,;.\n]))", "{kept}00 nghìn"),
    )
)


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
    if len(_SLASHES.findall(text)) + 1 >= _FEWEST and "\n" not in text:
        text = _SLASHES.sub(", ", text)
    folded = same_length_fold(text)
    for pattern, instead in _WAYS:
        for found in reversed(list(pattern.finditer(folded))):
            kept = text[slice(*found.span("kept"))] if "kept" in pattern.groupindex else ""
            text = f"{text[: found.start()]}{instead.format(kept=kept)}{text[found.end() :]}"
            folded = same_length_fold(text)
    return text
