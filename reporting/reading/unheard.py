"""Figures of a message that came into no reading of it: they are named, so that nothing is lost in silence."""

import re
from collections import Counter

from reporting.reading.dictated_clause import parts
from reporting.reading.reply_types import Reply, Values
from reporting.text import fold

_DIGITS = re.compile(r"\d+")
# «nghỉ hưu từ 1/10», «(18/9)»: days, whatever stands behind them.
_DAYS = re.compile(
    r"(?:(?<=\()|(?<=từ )|(?<=tu )|(?<=ngày )|(?<=ngay )|(?<=hôm )|(?<=hom )|(?<=hưu )|(?<=huu ))"
    r"\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d/])",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(?:^|(?<=[\n;/,\s]))\(?\d{1,2}(?:\s*\)|\s*[.:=](?=\s))\s*(?=\S)")
# Days, months, places and orders of things: no figures.
_NO_FIGURE = re.compile(
    r"(?<![\d/])\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d/])(?!\s*$)"
    r"|\b(?:ngay|mung|thang|thg|quy|nam|tuan|thu|lan thu|dot|khoa|lop|to|khu|ban|thon|tram|so|qd|cau|muc|dong)"
    r"\s+\d{1,4}"
    r"(?:\s?[/.-]\s?\d{1,4}){0,2}\b"
    r"|\b\d[\d.,]*\s?(?:km|cay so|gio|phut|h|kg|tuoi|ngay|thang|nam|tuan)\b|\b1 (?:so|vai|it|chut|ti|xiu)\b"
    r"|\b\d{8,}\b",
)


def unheard(text: str, reply: Reply) -> tuple[str, ...]:
    """The clauses whose figures are neither in an item nor among what was not read."""
    if not isinstance(reply, Values) or not reply.items:
        return ()
    known = Counter(_DIGITS.findall(" ".join((*(item.text for item in reply.items), *reply.unread))))
    lost: list[str] = []
    for part in parts(_NUMBERS.sub(" ", _DAYS.sub(" ", text))):
        figures = Counter(_DIGITS.findall(_NO_FIGURE.sub(" ", fold(part))))
        if any(known[figure] < times for figure, times in figures.items()):
            lost.append(part)
        known -= figures
    return tuple(lost)
