"""«…, gửi luôn nhé»: the wish to send that stands beside a figure or a text, and is no part of it.

Only a clause that says nothing else is such a wish: «lương chậm, gửi chiều nay» and «đơn đã gửi» are none.
"""

import re

from reporting.reading.typed import Word, keys, phrase, same_words, words_of
from reporting.text import clean

_BREAK = re.compile(r"\s*(?:[,;!…\n]+|\.{2,}|\.(?=\s|$)|\s[-–]\s)\s*")
_SENDING = (phrase("gửi"), phrase("nộp"))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What may stand before «gửi», and behind it, in a clause that wishes nothing else (folded).
_BEFORE = _words(
    "thi the la vay xong roi r ok oke u uh uhm vang dung ro nhat tri dong y chot em thay co chi anh toi minh nho giup"
    " cho xin bam an ne nhe a kinh dc duoc het luon duyet chuan e"
)
_BEHIND = _words(
    "luon di giup ho gium dum nhe nha nhen a ah em thay co chi anh toi minh voi thoi ngay cho bac lai bao cao bc so"
    " lieu phieu nao nhi e bot vay cap tren ban dong chi lien doan len"
)
# «gửi luôn không cần xem lại»: what need not be done before.
_NO_NEED = re.compile(
    r"\s*[,.]?\s+(?:không|khong|ko|k)\s+(?:cần|can|phải|phai)\s+"
    r"(?:xem|sửa|sua|chỉnh|chinh|hỏi|hoi|kiểm tra|kiem tra|gì|gi|j)"
    r"(?:\s+(?:lại|lai|gì|gi|nữa|nua|đâu|dau|nhé|nhe|ạ))*\s*$",
    re.IGNORECASE,
)
# Why one wants it sent, behind the wish: «gửi đi thầy đang vội», «gửi thôi, hôm qua bảo gửi rồi mà».
_WHY = re.compile(
    r"\s*[,.]?\s+(?:(?:thầy|thay|em|tôi|toi|chị|chi|anh|mình|minh|cô)\s+(?:đang|dang|phải|phai|bận|ban|vội|voi|sắp)"
    r"|(?:hôm qua|hom qua|hôm nọ|nãy|vừa nãy|tôi|chị|em)\s+(?:đã\s+|da\s+)?(?:bảo|bao|nói|noi)\s+(?:là\s+)?(?:gửi|gui))"
    r"(?!\w)[^\d?]{0,40}$",
    re.IGNORECASE,
)
# A clause that only closes a message; beside a wish it says nothing more.
_CLOSERS = tuple(
    map(
        phrase,
        ("xong", "xong rồi", "xong r", "thế là xong", "vậy là xong", "thế là xong nhé", "hết", "hết rồi", "thế thôi",
         "vậy thôi", "chỉ thế thôi", "chỉ vậy thôi", "cảm ơn", "cảm ơn em", "cám ơn", "cám ơn em", "cảm ơn nhé",
         "trân trọng", "thế nhé", "ok", "vâng", "cảm ơn chị", "cảm ơn đồng chí", "cảm ơn anh", "cảm ơn bot"),
    )
)  # fmt: skip
_SPARE = _words("nhe a ah em chi anh nha da")
_BARE_TAIL = re.compile(
    r"(?P<rest>^.*(?:\d|(?<!\w)(?:hết|het|có gì|co gi|k co j|ko co|k co|không có|khong co))"
    r"|^.*\d.*(?<!\w)(?:bỏ|xóa|xoá)(?:\s+[^\W\d_]+){1,4}?)"
    r"\s+(?P<wish>(?:gửi|gui)(?:\s+[^\W\d_]+){0,4})\s*$",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_CLAUSE = 12  # words


def without_sending(text: str) -> tuple[str, bool]:
    """A text without the wish to send in it, and whether there was one.

    >>> without_sending("thiếu nước rửa tay. gửi luôn giúp chị")
    ('thiếu nước rửa tay', True)
    >>> without_sending("đơn thư đã gửi"), without_sending("chiều gửi")
    (('đơn thư đã gửi', False), ('chiều gửi', False))
    """
    text = clean(text)
    if text.rstrip(" .").endswith("?"):
        return text, False
    whole = _WHY.sub("", _NO_NEED.sub("", text))
    if wishes(whole) and _BREAK.search(whole.strip(" .!,")) is None:
        return "", True
    rest, wished = _cut(_NO_NEED.sub("", text))
    bare = _BARE_TAIL.match(rest) if not wished and len(rest) < 200 else None
    if bare is not None and wishes(bare["wish"]):
        return bare["rest"].strip(), True
    return (rest, True) if wished else (text, False)


def _cut(text: str) -> tuple[str, bool]:
    """The text without its last clauses, as long as they wish to send or close the message."""
    wished, end = False, len(text)
    places = [(0, 0), *(mark.span() for mark in _BREAK.finditer(text))]
    for start, past in reversed(places):
        clause = text[past:end]
        if not words_of(clause):
            end = start
        elif wishes(clause):
            wished, end = True, start
        elif closes(clause):
            end = start
        else:
            break
    else:
        return "", wished
    return text[:end].strip(" ,;\n"), wished


def closes(clause: str) -> bool:
    """Whether a clause only ends a message: «hết», «thế thôi nhé»."""
    words = words_of(clause)
    while len(words) > 1 and words[-1].key in _SPARE:
        words = words[:-1]
    while len(words) > 1 and words[0].key in _SPARE:
        words = words[1:]
    return any(same_words(words, known) for known in _CLOSERS)


def wishes(clause: str) -> bool:
    """Whether a clause wishes that the report be sent, and says nothing else: «xong r gui», «đồng ý gửi ạ»."""
    words = words_of(clause)
    if not 0 < len(words) <= _LONGEST_CLAUSE:
        return False
    at = next((n for n, word in enumerate(words) if any(same_words((word,), s) for s in _SENDING)), -1)
    if at < 0 or (at > 0 and not _may_precede(words[:at])):
        return False
    behind = keys(words[at + 1 :])
    return all(key in _BEHIND for key in behind) and behind[:1] != ("ban",)


def leads_up(text: str) -> bool:
    """Whether words only lead up to the wish: «duyệt, gửi nhé», «xong hết rồi, gửi»."""
    words = words_of(text)
    return 0 < len(words) <= _LONGEST_CLAUSE and all(w.key in _BEFORE | _SPARE for w in words)


def _may_precede(words: list[Word]) -> bool:
    """Not «đã gửi»; a bare «da» right before may be that too."""
    last = words[-1]
    told = last.key == "da" and last.marks != phrase("dạ")[0].marks
    return not told and all(word.key in _BEFORE or word.key == "da" for word in words)
