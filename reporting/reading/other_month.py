"""Which other month a message's figures are of: «sửa báo cáo tháng 10, kết nạp là 3» typed in November."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from reporting.errors import Broken
from reporting.periods import Month
from reporting.reading import month_words as data
from reporting.reading.doubt_reply import is_question
from reporting.reading.only_later import is_later
from reporting.reading.typed import words_of
from reporting.text import clean

_LONGEST = 300  # characters; nothing longer is searched


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_YEAR = r"(?:\s*[/.-]\s*(?:20)?(?P<short>\d\d)(?!\d)|\s+(?:năm|nam)\s+(?P<year>20\d\d))?"
_MONTH = re.compile(
    rf"(?<![\w/])(?:(?:tháng|thang|thg)\s*(?P<number>1[0-2]|0?[1-9])(?!\d|[.,]\d){_YEAR}"
    rf"|t\s?(?P<brief>1[0-2]|0?[1-9])(?![\d.,]*\d)(?!\w)"
    rf"|(?P<before>{_any_of(data.BEFORE)})|(?P<now>{_any_of(data.NOW)}))(?!\w)",
    re.IGNORECASE,
)
_COMPARED = re.compile(rf"(?<!\w)(?:{_any_of(data.COMPARING)})\s*$", re.IGNORECASE)
_DAY = re.compile(r"(?:\d\s*[/-]?\s*|(?:ngày|ngay|mùng|mung|mồng)\s*)$", re.IGNORECASE)
_REPORT = re.compile(r"(?<!\w)(?:báo cáo|bao cao|bc|bcáo|phiếu|phieu|bản|ban)\s*$", re.IGNORECASE)
_COUNTS = re.compile(rf"\s*(?:{_any_of(data.COUNTED)})(?!\w)", re.IGNORECASE)
_MENDING = re.compile(rf"(?<!\w)(?:{_any_of(data.MENDING)})(?!\w)", re.IGNORECASE)
_MISSED = re.compile(rf"(?<!\w)(?:{_any_of(data.MISSED)})(?!\w)", re.IGNORECASE)
_ORDERING = re.compile(
    rf"(?:(?:{_any_of(data.ORDERING)}|{_any_of(data.MENDING)})(?!\w)[\s,]*)*", re.IGNORECASE
)
_TIES = re.compile(rf"(?:(?<!\w)(?:(?:là|la)\s+)?(?:{_any_of(data.TIED)})\s*)+$", re.IGNORECASE)
_CLAUSE = re.compile(r"[;\n]+|[,.](?=\s)|\s+(?:còn|con)\s+(?=(?:tháng|thang)\s)")
_CLOSING = " ,.;:-\n"


@dataclass(frozen=True, slots=True)
class OtherMonth:
    """`month` is the one meant; `said` what is said of it, `kept` what is said of the month that is reported."""

    month: Month
    said: str
    kept: str = ""
    ordered: bool = False  # «sửa …», «báo cáo …»: plainly of that month's report


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    month: Month
    tied: bool


def other_month(text: str, reported: Month, *, today: Month | None = None) -> OtherMonth | None:
    """The other month that a message's figures are of; None where they are of the month reported, or none is named.

    >>> other_month("sửa 1 3 của tháng 10", Month(2023, 11)).said
    'sửa 1 3'
    """
    text = clean(text)
    if not text or len(text) > _LONGEST or is_question(text) or is_later(text, reported.month):
        return None
    mentions = [
        m for found in _MONTH.finditer(text) if (m := _mention(text, found, reported, today or reported))
    ]
    others = [m for m in mentions if m.month != reported]
    if not others or len({m.month for m in others}) > 1:
        return None
    first = others[0]
    if len(others) < len(mentions):
        return _parted(text, first, mentions, reported)
    if not _of_the_report(text, first):
        return None
    said = _without(text, first)
    mending = _MENDING.search(text) is not None
    if not (mending or _bears_figure(said) or (not said and _REPORT.search(text[: first.start]))):
        return None  # «lấy số tháng trước»
    return OtherMonth(first.month, said, ordered=mending or first.tied)


def seen_month(text: str, reported: Month, *, today: Month | None = None) -> Month | None:
    """The month whose report a message wants to see: «xem tháng 10», «cho chị xem lại bản đã gửi»; None: none.

    >>> str(seen_month("cho chị xem lại bản đã gửi", Month(2023, 11)))
    '2023-11'
    """
    text = clean(text)
    if len(text) > _LONGEST:
        return None
    found = [(each, _mention(text, each, reported, today or reported)) for each in _MONTH.finditer(text)]
    rest = text
    for each, _ in reversed(found):
        rest = f"{rest[: each.start()]} {rest[each.end() :]}"
    keys = [word.key for word in words_of(rest)]
    if "xem" not in keys or len(keys) < 2 - len(found) or not data.SEEING.issuperset(keys):
        return None
    months = {mention.month for _, mention in found if mention is not None}
    told = months or ({reported} if says_sent(text) and not found else set())
    return next(iter(told)) if len(told) == 1 else None


def says_sent(text: str) -> bool:
    """Whether a message speaks of what was sent: «bản đã gửi»."""
    return bool({"gui", "nop"} & {word.key for word in words_of(text)})


def named_among(text: str, names: Mapping[int, str]) -> list[int]:
    """Which of several units a message names, by the words that the others lack; none where that is not plain.

    >>> named_among("của UBND xã Mường So", {1: "UBND xã Mường So", 2: "Hợp tác xã Mường So"})
    [1]
    """
    said = {word.key for word in words_of(text)}
    keyed = {unit: {word.key for word in words_of(name)} for unit, name in names.items()}
    common = set.intersection(*keyed.values()) if keyed else set()
    hits = [
        unit for unit, keys in keyed.items() if len(own := keys - common) and len(own & said) * 2 >= len(own)
    ]
    return hits if len(hits) == 1 else []


def without_name(text: str, name: str) -> str:
    """A message without the name of its unit, whole or without what kind of union it is."""
    words = name.split()
    for start in range(min(2, len(words))):
        pattern = rf"(?:(?:của|cua|ở|o)\s+)?{re.escape(' '.join(words[start:]))}"
        left = re.sub(pattern, "", text, count=1, flags=re.IGNORECASE)
        if left != text:
            return left.strip(_CLOSING)
    return text


def tells_missed(text: str) -> bool:
    """Whether something was left out: «quên ghi 2 suất quà» may be all of the line, or come on top of what stands."""
    return _MISSED.search(text) is not None


def _mention(text: str, found: re.Match[str], reported: Month, today: Month) -> _Mention | None:
    """A month that is named; None where it is rather a day, a comparison or a number of something."""
    before = text[: found.start()]
    tie = _TIES.search(before)
    compared = _COMPARED.search(before[: tie.start()] if tie else before)
    number = found["number"] or found["brief"]
    tied = tie is not None
    if compared or (number and (_DAY.search(before) or _COUNTS.match(text, found.end()))):
        return None
    if found["brief"] and not tied:
        return None
    if found["now"]:
        return _Mention(found.start(), found.end(), reported, tied)
    try:
        month = _numbered(found, reported) if number else today.previous()
    except Broken:
        return None
    return _Mention(found.start(), found.end(), month, tied)


def _numbered(found: re.Match[str], reported: Month) -> Month:
    number = int(found["number"] or found["brief"])
    year = int(found["year"] or 0) or (2000 + int(found["short"]) if found["short"] else 0)
    if year:
        return Month(year, number)
    ahead = number - reported.month
    return Month(reported.year + (-1 if ahead > 6 else 1 if ahead < -9 else 0), number)


def _of_the_report(text: str, mention: _Mention) -> bool:
    """Whether a month is the report's that is spoken of, not a day of the story: tied to it, mended, or said first."""
    if mention.tied or _MENDING.search(text):
        return True
    first = _ORDERING.match(text)
    return first is not None and first.end() >= mention.start and _bears_figure(text[mention.end :])


def _bears_figure(text: str) -> bool:
    return any(c.isdigit() for c in text) or any(word.key in ("khong", "ko") for word in words_of(text))


def _without(text: str, mention: _Mention) -> str:
    """A message without its month and what ties it to that: «sửa 1 3 của tháng 10» → «sửa 1 3»."""
    tie = _TIES.search(text[: mention.start])
    start = tie.start() if tie else mention.start
    before, after = text[:start].rstrip(_CLOSING), text[mention.end :].lstrip(_CLOSING)
    opening = _ORDERING.match(before)
    if opening is not None and opening.end() >= len(before):
        before = ""
    return " ".join(filter(None, (before, after)))


def _parted(text: str, first: _Mention, mentions: list[_Mention], reported: Month) -> OtherMonth | None:
    """«kết nạp 3 là của tháng 10, tháng này không kết nạp ai»: what is said of each, clause by clause."""
    if not first.tied and not _MENDING.search(text):
        return None
    marks = list(_CLAUSE.finditer(text))
    spans = list(zip([0, *(m.end() for m in marks)], [*(m.start() for m in marks), len(text)], strict=True))
    of: list[Month | Literal[""]] = []
    for start, end in spans:
        inside = {m.month for m in mentions if start <= m.start < end}
        if len(inside) > 1:
            return None
        of.append(next(iter(inside)) if inside else of[-1] if of else "")
    kept = ", ".join(
        text[a:b].strip() for (a, b), month in zip(spans, of, strict=True) if month in (reported, "")
    )
    said = ", ".join(
        text[a:b].strip() for (a, b), month in zip(spans, of, strict=True) if month == first.month
    )
    return OtherMonth(first.month, said, kept, ordered=True) if kept and said else None
