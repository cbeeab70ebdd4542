"""«à quên không giảm, cô ấy tháng 12 mới đi. nữ vẫn 42»: what was forgotten mends lines by name, and tells of it.

Such a «quên» is no line's «chưa có số liệu»: that says nothing behind it.
"""

import re

from reporting.reading.doubt_figures import DAYS
from reporting.reading.typed import words_of
from reporting.text import clean

_FORGOT = re.compile(
    r"^(?:(?:à|a|ơ|ấy|ay|ối|thôi chết|chết|dạ|da|em|tôi|toi|chị|chi|anh|mình|xin lỗi)[\s,]+)*"
    r"(?:bị\s+)?(?:quên|quen)(?:\s+(?:mất|mat|là|la|rồi|roi|chưa nói|chưa báo))*[\s,]+(?=\w)",
    re.IGNORECASE,
)
_NOT_KNOWN = re.compile(
    r"^(?:số|so|số liệu|so lieu|sổ|con số|giấy|ở nhà|o nha|ạ|a|em|nhé|nữa|hết|het|không nhớ|rồi|roi|mất|mat)(?!\w)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"\s*[,;!\n]+\s*|\.(?:\s+|$)")


def forgotten(text: str) -> tuple[str, ...]:
    """The clauses behind a «quên»; none where a text does not begin so, or only says that a figure is not known.

    >>> forgotten("à quên không giảm, cô ấy tháng 12 mới đi")
    ('không giảm', 'cô ấy tháng 12 mới đi')
    >>> forgotten("quên mất rồi"), forgotten("quên số liệu ở nhà")
    ((), ())
    """
    text = clean(text)
    found = _FORGOT.match(text)
    if found is None:
        return ()
    rest = text[found.end() :]
    if _NOT_KNOWN.match(rest):
        return ()
    return tuple(clause for clause in _CLAUSE.split(rest) if words_of(clause))


_NO_ACTIVITY = re.compile(
    r"(?P<none>(?:không|khong|ko|k|kh|chẳng|chả)\s+(?:có|co))\s+(?:hoạt động|hoat dong)\s+"
    r"(?P<what>gì|gi|j|nào|nao)(?!\w)"
    r"(?P<rest>(?:\s+(?:cả|ca|hết|het|ạ|đâu|nhé))*)(?:\s*[,;]\s*[^\d,;]{1,60})?$",
    re.IGNORECASE,
)


def without_activity(text: str) -> str:
    """«không có hoạt động gì, công ty ít việc» where figures are asked: none of them, and why; no line of words.

    >>> without_activity("không có hoạt động gì, công ty ít việc")
    'không có gì'
    """
    return _NO_ACTIVITY.sub(lambda m: f"{m['none']} {m['what']}{m['rest']}", clean(text))


def has_figure(clause: str) -> bool:
    """Whether a clause has a figure that is no day or month."""
    return any(c.isdigit() for c in DAYS.sub(" ", clause))
