"""A small reader for the tests of replies: knows enough kinds of text to show how messages are cut."""

import re

from reporting.reading.readings import Absent, Ask, Given, Reading, Unreadable
from reporting.text import fold
from reporting.values import Kind, Pair, Ratio

_COUNT = re.compile(
    r"(?:co |ket nap )?(\d{1,3}(?:[., ]\d{3})+|\d+)\.?(?: ?(?:dv|doan vien|nguoi|dong chi|cuoc|luot|suat))?(?: moi)?"
)
_MONEY = re.compile(
    r"(\d+) ?(tr|trieu|ty|ti|k|nghin)(?: dong)?(?: (\d))?|(\d{1,3}(?:[.,]\d{3})+) ?(?:d|dong)?|(\d{1,3}(?: \d{3})+)"
)
_SCALE = {"tr": 10**6, "trieu": 10**6, "ty": 10**9, "ti": 10**9, "k": 1000, "nghin": 1000}
_PAIR = re.compile(r"(\d+) (?:tt|tap the),? (\d+) (?:cn|ca nhan)")
_NONE = {"khong", "ko", "k", "khong co", "ko co", "0", "hok"}
_WORDS = {"hai": 2, "ba": 3, "nam": 5, "sau": 6, "muoi": 10}


def _digits(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _money(text: str) -> Reading:
    found = _MONEY.fullmatch(text)
    if found and found[1]:
        scale = _SCALE[found[2]]
        return Given(int(found[1]) * scale + int(found[3] or 0) * scale // 10)
    if found:
        return Given(_digits(found[4] or found[5]))
    if re.fullmatch(r"\d+", text):
        return (
            Given(int(text)) if int(text) >= 10**6 else Ask((int(text) * 10**6, int(text) * 1000, int(text)))
        )
    return Unreadable("not_a_number")


def _count(text: str) -> Reading:
    found = _COUNT.fullmatch(text)
    if found:
        return Given(_digits(found[1]))
    if text in _WORDS:
        return Given(_WORDS[text])
    vague = re.fullmatch(r"(?:khoang|gan|hon) (\d+)|(\d+)-(\d+)|- ?(\d+)|(\d+), (\d+)|(\d+)\+\d+", text)
    if vague:
        return Ask(tuple(dict.fromkeys(int(group) for group in vague.groups() if group)))
    return Unreadable("two_numbers" if len(re.findall(r"\d+", text)) > 1 else "not_a_number")


def read(kind: Kind, text: str) -> Reading:
    if kind == "text":
        return Given(text)
    words = re.sub(r"^da | (?:a|nhe)$", "", fold(text))
    if words in ("chua co so lieu", "khong biet"):
        return Absent(text)
    if words in _NONE:
        return Given(Pair(0, 0) if kind == "pair" else 0)
    if kind == "money":
        return _money(words)
    if kind == "pair":
        found = _PAIR.fullmatch(words)
        return Given(Pair(int(found[1]), int(found[2]))) if found else Unreadable("not_a_pair")
    if kind == "ratio":
        parts = re.fullmatch(r"(\d+) ?/ ?(\d+)", words)
        return Given(Ratio(int(parts[1]), int(parts[2]))) if parts else Unreadable("not_a_ratio")
    return _count(words)
