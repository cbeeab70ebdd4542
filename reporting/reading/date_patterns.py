"""The ways to write a date, as patterns over folded text: the grammar of dates. The first that fits is meant."""

import re
from collections.abc import Callable

from reporting.reading import date_words
from reporting.reading.date_candidates import Dates, asked, day_of
from reporting.reading.shapes import Settled

Build = Callable[[Dates, re.Match[str]], Settled | None]


def _numbers_in_words() -> dict[str, int]:
    """mot … ba muoi mot, folded."""
    units = date_words.NUMBERS
    odd = {**units, "lam": 5, "nham": 5}
    numbers = dict(units)
    numbers["muoi"] = 10
    numbers.update({f"muoi {word}": 10 + value for word, value in odd.items()})
    for tens, base in (("hai", 20), ("ba", 30)):
        numbers[f"{tens} muoi"] = base
        numbers[f"{tens} muoi mot"] = base + 1
        numbers[f"{tens} mot"] = base + 1
    numbers.update({f"hai muoi {word}": 20 + value for word, value in odd.items()})
    numbers.update({f"hai {word}": 20 + odd[word] for word in ("lam", "nham", "tu")})
    return numbers


_WORDS = _numbers_in_words()
_IN_WORDS = "|".join(sorted(_WORDS, key=lambda word: -len(word)))
_PLACEHOLDERS = {
    "<d>": rf"(?P<d>\d{{1,2}}|{_IN_WORDS})",
    "<d2>": r"(?P<d2>\d{1,2})",
    "<m>": rf"(?P<m>\d{{1,2}}|{_IN_WORDS})",
    "<dd>": r"(?P<d>\d{1,2})",
    "<mm>": r"(?P<m>\d{1,2})",
    "<lm>": rf"(?P<m>\d{{1,2}}|gieng|chap|{_IN_WORDS})",
    "<lname>": r"(?P<m>gieng|chap)",
    "<yyyy>": r"(?P<y>\d{4})",
    "<yy>": r"(?P<y>\d{4}|\d{2})",
    "<day>": r"(?:(?:hom|sang|trua|chieu|toi) )?(?:ngay )?(?:mung |mong )?",
    "<month>": r"(?: ?thang ?| ?thg\.? ?| ?th\.? ?| t|-thg\.? ?|-th\.? ?|-t)",
    "<weekday>": r"(?:(?:thu |t)(?P<w>[2-7]|hai|ba|tu|nam|sau|bay)|(?P<sunday>chu nhat|cn))",
    "<weeks>": r"(?: tuan)? (?P<week>truoc|qua|roi|vua roi|vua qua|nay|sau|toi)",
    "<lunar>": r" ?(?:am lich|am|al)",
}
_PLACEHOLDER = re.compile(r"(?<!P)<\w+>")


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else _WORDS[text]


def _day(match: re.Match[str]) -> int:
    return _number(match["d"])


def _month(match: re.Match[str]) -> int:
    return _number(match["m"])


def _year(dates: Dates, text: str | None) -> int | None:
    if text is None:
        return None
    return dates.century(int(text)) if len(text) == 2 else int(text)


def _day_month_year(dates: Dates, match: re.Match[str]) -> Settled | None:
    return dates.day_month(_day(match), _month(match), _year(dates, match.groupdict().get("y")))


def _day_month(dates: Dates, match: re.Match[str]) -> Settled | None:
    """2-9 may be a range of days, or the holiday; 12-10 is no range."""
    rising = match.groupdict().get("s") == "-" and _day(match) < _month(match)
    return dates.day_month(_day(match), _month(match), None, doubt=rising)


def _doubtful_day_month(dates: Dates, match: re.Match[str]) -> Settled | None:
    found = dates.day_month(_day(match), _month(match), _year(dates, match.groupdict().get("y")), doubt=True)
    return Settled(found.values, False) if found else None


def _year_said(dates: Dates, match: re.Match[str]) -> Settled | None:
    """5/10 năm nay, năm ngoái."""
    back = {"nay": 0, "sau": -1, "toi": -1}.get(match["which"], 1)
    return dates.day_month(_day(match), _month(match), dates.today.year - back)


def _iso(dates: Dates, match: re.Match[str]) -> Settled | None:
    if day_of(int(match["y"]), _month(match), _day(match)) is None:
        return asked(day_of(int(match["y"]), _day(match), _month(match)))
    return _day_month_year(dates, match)


def _this_or_last_month(dates: Dates, match: re.Match[str]) -> Settled | None:
    months = {"nay": 0, "sau": 1, "toi": 1}.get(match["which"], -1)
    return dates.day_of_month(_day(match), months)


def _weekday(match: re.Match[str]) -> int:
    return 6 if match["sunday"] else date_words.WEEKDAYS[match["w"]]


def _weekday_alone(dates: Dates, match: re.Match[str]) -> Settled | None:
    week = match.groupdict().get("week")
    weeks = (
        None
        if week is None
        else {"nay": 0, "sau": 1, "toi": 1, "vua roi": None, "vua qua": None}.get(week, -1)
    )
    return dates.weekday(_weekday(match), weeks)


def _weekday_and_date(dates: Dates, match: re.Match[str]) -> Settled | None:
    found = dates.day_month(_day(match), _month(match), _year(dates, match.groupdict().get("y")))
    return dates.weekday_and_date(_weekday(match), found)


def _range(dates: Dates, match: re.Match[str]) -> Settled | None:
    """5-7/10."""
    year = _year(dates, match.groupdict().get("y")) or dates.today.year
    return asked(day_of(year, _month(match), _day(match)), day_of(year, _month(match), int(match["d2"])))


def _full_moon_of(dates: Dates, match: re.Match[str]) -> Settled | None:
    return dates.lunar(15, _lunar_month(match["m"]))


def _lunar(dates: Dates, match: re.Match[str]) -> Settled | None:
    return dates.lunar(_day(match), _lunar_month(match["m"]), _year(dates, match.groupdict().get("y")))


def _lunar_month(text: str) -> int:
    return date_words.MONTHS_BY_NAME.get(text) or _number(text)


def _feast(dates: Dates, match: re.Match[str]) -> Settled | None:
    name = match["name"]
    if name in date_words.LUNAR_FEASTS:
        return dates.lunar(*date_words.LUNAR_FEASTS[name])
    found = dates.day_month(*date_words.SOLAR_FEASTS[name], None)
    return Settled(found.values, False) if found else None


def _last_of_month(dates: Dates, match: re.Match[str]) -> Settled | None:
    return dates.last_of_month(_month(match), _year(dates, match.groupdict().get("y")))


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(_PLACEHOLDER.sub(lambda match: _PLACEHOLDERS[match[0]], text))


_FEASTS = "|".join(sorted([*date_words.LUNAR_FEASTS, *date_words.SOLAR_FEASTS], key=lambda name: -len(name)))
_ROWS: tuple[tuple[tuple[str, ...], Build], ...] = (
    ((r"<yyyy>(?P<s>[-/. ])<mm>(?P=s)<dd>(?:[ t]00:00(?::00)?)?",), _iso),
    ((r"<day><dd>(?P<s>[-/. ])<mm>(?P=s)<yy>", r"<day><dd>[-/.]<mm> nam <yyyy>"), _day_month_year),
    ((r"<day><d><month><m>(?: nam | ?/ ?|-|, ?| )<yy>",), _day_month_year),
    ((r"<day><dd>(?P<s>[-/.])<mm>", r"<day><d><month><m>", r"thang <m> ngay <d>"), _day_month),
    (
        (r"<day><d>(?:[-/.]|<month>)<m> nam (?P<which>nay|ngoai|truoc|roi|qua|sau|toi)",),
        _year_said,
    ),
    ((r"<day><d> thang (?P<which>nay|truoc|qua|roi|vua roi|vua qua|sau|toi)",), _this_or_last_month),
    ((r"(?P<digits>\d{8}|\d{6}|\d{4})",), lambda dates, match: dates.compact(match["digits"])),
    ((r"<day><d>(?: tay)?",), lambda dates, match: dates.day_alone(_day(match))),
    ((r"(?:(?:tu )?ngay )?<dd> ?(?:-|,|va|den|hoac) ?<d2>(?:[/.]|<month>)<mm>(?:[/.-]<yy>)?",), _range),
    (
        (
            r"<dd> <mm>", r"<dd>, ?<mm>", r"<dd>\\<mm>", r"<dd>[-/.]<mm>[-/.]<yy>", r"<dd>[/.-]{2}<mm>",
            r"ngay <dd>,? thang:? ?<mm>", r"<dd>:<mm>:<yyyy>",
        ),
        _doubtful_day_month,
    ),
    ((r"<day><dd>[-/.]<mm>[-/.]\d{3}",), lambda dates, match: dates.odd_year(_day(match), _month(match))),
    ((r"<weekday>(?:<weeks>)?",), _weekday_alone),
    ((r"<weekday>,?(?: ngay)? <dd>[-/.]<mm>(?:[-/.]<yy>)?",), _weekday_and_date),
    ((r"(?:ngay )?ram",), lambda dates, match: dates.full_moon()),
    ((r"<day>ram(?: thang)? <lm>(?:<lunar>)?",), _full_moon_of),
    ((r"<day><d>(?:[-/.]|<month>)<m>(?:[-/.]<yyyy>)?<lunar>", r"<day><d> thang <lname>(?:<lunar>)?"), _lunar),
    ((r"(?:ngay )?(?:mung |mong )<d> tet(?: am lich| nguyen dan)?",), lambda dates, match: dates.lunar(_day(match), 1)),
    ((r"(?:ngay )?(?P<d>30|29|28|27|26|25|24|23) tet",), lambda dates, match: dates.lunar(_day(match), 12)),
    ((rf"(?:(?:hom|dip|ngay|nhan|le|tet) )*(?P<name>{_FEASTS})",), _feast),
    (
        (r"<d> (?:ngay|hom|bua)(?: truoc| roi| qua)", r"cach day <d> (?:ngay|hom)"),
        lambda dates, match: dates.days_ago(_day(match)),
    ),
    ((r"ngay cuoi(?: cung)?(?: cua)? thang <m>(?:[/ .-]<yyyy>)?", r"cuoi thang <m>(?:[/ .-]<yyyy>)"), _last_of_month),
)  # fmt: skip
PATTERNS: tuple[tuple[re.Pattern[str], Build], ...] = tuple(
    (_pattern(text), build) for texts, build in _ROWS for text in texts
)
SPOTTED = re.compile(
    r"(?<!\d)\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?(?!\d)|(?:ngay |mung |mong )?\d{1,2} thang \d{1,2}(?: nam \d{4})?"
)
