"""A message that takes a figure back: "nhầm, 10tr", "ủa lộn 20", "3 chứ không phải 2" mean the right figure alone."""

import re
from collections.abc import Iterable, Sequence

from reporting.reading.restated import without_bit
from reporting.reading.typed import Word, phrase, same_words, words_of
from reporting.text import clean

# What plainly takes back, wherever it stands before a figure; what does so only with a sign behind it ("khoan, 5").
_SLIPS = (
    "nhầm", "nhầm rồi", "nhầm số", "gõ nhầm", "viết nhầm", "ghi nhầm", "báo nhầm", "nhắn nhầm", "lộn", "lộn rồi",
    "gõ lộn", "ghi lộn", "à không", "ơ không", "ấy không", "ý không", "sai rồi", "sai số", "gõ sai", "ghi sai",
    "à khoan", "ấy khoan", "ơ khoan", "khoan đã", "đính chính",
)  # fmt: skip
_SLIPS_BEFORE_SIGN = ("sai", "khoan", "không phải", "ko phải", "k phải", "không đúng", "ko đúng")
# What may stand beside them, and says nothing for itself.
_BESIDE = (
    "ủa", "à", "ơ", "ý", "ấy", "ối", "chết", "thôi chết", "xin lỗi", "dạ", "em", "tôi", "mình", "chị", "anh", "cô",
    "cho em", "cho tôi", "vừa", "vừa rồi", "lúc nãy", "ạ", "rồi", "chết rồi", "thôi", "chứ", "đấy", "đó", "quên",
    "đúng là", "đúng ra là", "phải là", "sửa lại", "sửa thành", "sửa lại là",
    "là", "nhé", "uh", "uhm", "uk", "ừ", "ừm", "ờ",
)  # fmt: skip
_BACK = (
    *_SLIPS, *_SLIPS_BEFORE_SIGN, "không", "ủa", "à", "ơ", "ý", "ối", "chết", "thôi chết", "quên", "xin lỗi", "dạ",
    "đúng là", "đúng ra là", "phải là", "sửa", "sửa lại", "sửa thành", "là", "uh", "uhm", "uk", "ừ", "ừm", "ờ",
)  # fmt: skip
_LONGEST = 3
_LONGEST_MESSAGE = 400  # characters; in a longer one nothing is looked for in its midst
_SEPARATOR = re.compile(r"[;\n]|,\s")
_SEGMENT = re.compile(r"[;\n]|,(?!\d)")
_SIGN = re.compile(r"\s*[,;:.!\n]")
_NOT = r"(?:không|khong|ko|k|kh|khg|hông|hong|hổng|chẳng|chả)"
_BUT = r"(?:chứ|chu|mà|ma)"
_FIGURE = r"\d[\d.,]*(?<=\d)(?:[^\d,;.\n]|\.(?!\s))*"
_DENIED_BEHIND = re.compile(
    rf"[\s,]+(?:{_BUT}\s+)?{_NOT}\s+(?:phải|phai)(?:\s+(?:là|la))?\s+{_FIGURE}(?=$|[,;\n]|\.\s)"
    rf"|[\s,]+(?:chứ|chu)\s+{_NOT}\s+{_FIGURE}(?=$|[,;\n]|\.\s)",
    re.IGNORECASE,
)
_DENIED_BEFORE = re.compile(
    rf"(?<!\S){_NOT}\s+(?:phải|phai)(?:\s+(?:là|la))?\s+\d[\d.,]*(?<=\d)[^\d,;\n]*?"
    rf"(?:[\s,]+(?:mà|ma)\s+(?:là\s+|la\s+)?|[\s,]+(?:là|la)\s+|\s*[,;]\s+)(?=[^,;\n]*\d)",
    re.IGNORECASE,
)
# "thầy Pâng ghi 4 là thiếu": a part that says of a figure how it was got wrong.
_WRONG = re.compile(
    rf"(?:^|[,;\n])[^\d,;\n]*(?<!\S)(?:ghi|gõ|go|nhập|nhap|báo|bao|để|de)(?:\s+là|\s+la)?\s+{_FIGURE}"
    r"(?<!\S)(?:thiếu|thieu|thừa|thua|sai|nhầm|nham|lộn|lon|(?:không|khong|ko|chưa|chua) (?:đúng|dung))"
    r"[^\d,;\n]*(?=$|[,;\n])",
    re.IGNORECASE,
)
# "em gõ thừa số 0": how a figure was got wrong; that nought is none.
_NOUGHT = re.compile(
    r"(?:(?:(?:em|e|tôi|toi|mình|minh|do|vì|vi|lỡ|lo)\s+)*(?:tay\s+)?(?:gõ|go|ghi|nhập|nhap|bấm|bam|viết|viet)\s+)?"
    r"(?<!\S)(?:bị\s+|bi\s+)?(?:thừa|thua|thiếu|thieu|dư|du)\s+(?:mất\s+|mat\s+)?(?:(?:\d|một|mot|hai|mấy|may)\s+)?"
    r"(?:con\s+|chữ\s+|chu\s+)?(?:số|so)\s+(?:0|không|khong)(?!\d)",
    re.IGNORECASE,
)
_RIGHT_AND_WRONG = re.compile(
    rf"(?P<right>[^,;\n]*\d[^,;\n]*?)[\s,]+(?:{_BUT}\s+)?{_NOT}\s+(?:phải|phai)(?:\s+(?:là|la))?\s+"
    r"(?P<wrong>\d[^,;\n]*)",
    re.IGNORECASE,
)
# "600 mới đúng": that puts right, and names no line.
_RIGHT = re.compile(
    r"(?<=\w)\s+(?:thì\s+|thi\s+)?(?:mới|moi)\s+(?:đúng|dung|phải|phai|chuẩn|chuan)"
    r"(?=(?:\s+(?:ạ|a|nhé|nhe|nha|em|anh|chị|chi))*\s*(?:$|[,;.\n]))",
    re.IGNORECASE,
)
# "đúng ra là 1", "thực ra 3": no name of a line.
_ACTUALLY = re.compile(
    r"(?<!\w)(?:(?:đúng|dung|thực|thuc|hóa|hoá|hoa)\s+ra(?:\s+thì|\s+thi)?(?=\s+\w)\s+"
    r"|(?:tính|tinh|đếm|dem|kể|ke)\s+ra\s+(?=(?:(?:thì|thi|phải|phai|là|la|chỉ|chi|có|co)\s+)*\d))",
    re.IGNORECASE,
)
_WRONG_AND_RIGHT = re.compile(
    rf"(?:^|.*?[\s,]){_NOT}\s+(?:phải|phai)(?:\s+(?:là|la))?\s+(?P<wrong>\d[^,;\n]*?)"
    r"(?:[\s,]+(?:mà|ma)(?:\s+(?:phải|phai))?(?:\s+(?:là|la))?\s+|\s*,\s*(?:(?:phải|phai)\s+)?(?:(?:là|la)\s+)?)"
    r"(?P<right>\d[^,;\n]*)",
    re.IGNORECASE,
)
_DOTS = re.compile(r"\s*(?:\.{2,}|…)\s*")


_Phrases = dict[tuple[int, str], list[tuple[Word, ...]]]


def _phrases(texts: Iterable[str]) -> _Phrases:
    """Phrases by how many words they have and by the key of the first."""
    table: _Phrases = {}
    for words in map(phrase, texts):
        table.setdefault((len(words), words[0].key), []).append(words)
    return table


_ALL_BACK, _ALL_SLIPS, _SIGNED, _AROUND = map(_phrases, (_BACK, _SLIPS, _SLIPS_BEFORE_SIGN, _BESIDE))


def _length(words: Sequence[Word], known: _Phrases) -> int:
    """How many words of the longest known phrase stand at the beginning; 0 if none does."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        if any(same_words(words[:length], each) for each in known.get((length, words[0].key), ())):
            return length
    return 0


def without_slip(text: str) -> str:
    """What is left of a message after the words that take something back; all of it if no figure would be left.

    >>> without_slip("ủa nhầm, 20")
    '20'
    """
    text = without_denied(text)
    words = words_of(text)
    start = 0
    while start < len(words) and (length := _length(words[start:], _ALL_BACK)):
        start += length
    rest = text[words[start].start :] if 0 < start < len(words) else ""
    return rest if any(c.isdigit() for c in rest) and not only_denies(text) else text


def correction(text: str) -> str | None:
    """What a message puts in the place of what was said before; None if it does not plainly take anything back.

    >>> correction("à nhầm, nữ 33")
    'nữ 33'
    """
    said = _RIGHT.search(text) is not None
    text = without_denied(text)
    words = words_of(text)
    start, slipped = 0, said
    while start < len(words):
        length = _length(words[start:], _ALL_SLIPS)
        signed = 0 if length else _length(words[start:], _SIGNED)
        if signed and not _SIGN.match(text, words[start + signed - 1].end):
            signed = 0
        slipped = slipped or bool(length or signed)
        length = length or signed or _length(words[start:], _AROUND)
        if not length:
            break
        start += length
    rest = text[words[start].start :] if slipped and start < len(words) else ""
    return rest if any(c.isdigit() for c in rest) else None


def taken_back_within(text: str) -> tuple[str, str] | None:
    """What a message says before and after it takes something back in its midst; None if it does not.

    >>> taken_back_within("giảm 1, nữ 24... a nhầm, nữ 33")
    ('giảm 1, nữ 24', 'nữ 33')
    """
    if len(text) > _LONGEST_MESSAGE:
        return None
    text = _DOTS.sub(", ", text)
    for mark in _SEGMENT.finditer(text):
        before, after = text[: mark.start()].strip(), correction(text[mark.end() :].strip())
        if after is not None and any(c.isdigit() for c in before):
            return before, after
    return None


def only_slips(text: str) -> bool:
    """Whether a part of a message only says that something was wrong ("gõ nhầm", "chết")."""
    words = words_of(text)
    while words:
        length = _length(words, _ALL_SLIPS) or _length(words, _SIGNED) or _length(words, _AROUND)
        if not length:
            return False
        words = words[length:]
    return True


def without_denied(text: str) -> str:
    """Without the figures that are said not to be right, where others are left.

    >>> without_denied("thăm 3 chứ ko phải 2, quà 5")
    'thăm 3, quà 5'
    """
    text = without_bit(clean(text))
    if len(text) > _LONGEST_MESSAGE:
        return text
    bare = _NOUGHT.sub("", text).strip(" ,;\n")
    text = bare if any(c.isdigit() for c in bare) else text
    text = _ACTUALLY.sub("", _RIGHT.sub("", text))

    def behind(found: re.Match[str]) -> str:
        said = found.string[: found.start()]
        beside = any(c.isdigit() for c in _SEGMENT.split(said)[-1])
        last = found.end() == len(found.string) and any(c.isdigit() for c in said)
        return "" if (beside and "," not in found[0]) or last else found[0]

    left = _DENIED_BEFORE.sub("", _DENIED_BEHIND.sub(behind, text))
    right = _WRONG.sub("", left).strip(" ,;\n")
    return right if any(c.isdigit() for c in right) else left


def right_and_wrong(text: str) -> tuple[str, str] | None:
    """The figure that is right, and the one that it is put in the place of.

    >>> right_and_wrong("khoan, 3 chứ không phải 2")
    ('3', '2')
    """
    text = clean(text)
    text = _RIGHT.sub("", text)
    found = None
    if len(text) <= _LONGEST_MESSAGE:
        found = _WRONG_AND_RIGHT.fullmatch(text) or _RIGHT_AND_WRONG.search(text)
    return (without_slip(found["right"].strip()), found["wrong"].strip()) if found else None


def only_denies(text: str) -> bool:
    """Whether a message says of a figure that it is not right, and gives no other ("không phải 4")."""
    text = clean(text)
    return len(text) <= _LONGEST_MESSAGE and _DENIED_BEHIND.fullmatch(f" {text}") is not None


def segments(text: str) -> list[str]:
    """The parts of a message, parted by line, semicolon or comma and blank."""
    return [part for part in _SEPARATOR.split(clean(text)) if part.strip()]


def segments_with_figures(text: str) -> int:
    """In how many parts of a message digits stand."""
    return sum(any(c.isdigit() for c in part) for part in segments(text))


def is_wordy(text: str) -> bool:
    """Whether a message is rather a sentence than figures: at least three letters for a digit, and a few words."""
    digits, letters = sum(c.isdigit() for c in text), sum(c.isalpha() for c in text)
    return letters >= 3 * digits and len(words_of(text)) >= 3
