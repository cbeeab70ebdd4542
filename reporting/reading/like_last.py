"""«Giống tháng 9», said in October: the month before by its number is «tháng trước»."""

import re

from reporting.periods import Month
from reporting.reading.rest import same_length_fold

_LIKE = re.compile(
    r"\b(?:nhu|giong|bang|het|chang|nguyen|theo)\s(?P<last>(?:cua\s)?(?:thang|t)\s?(?P<month>0?[1-9]|1[0-2])"
    r"(?:\s?/\s?(?P<year>\d{4}))?)(?![\w/.-]*\d)"
)
_LAST = "tháng trước"
NOT_LIKE_LAST = (
    "không",
    "không phải",
    "không đúng",
    "chưa đúng",
    "sai",
    "khác",
    "không giống",
)  # what denies it


def likens(text: str) -> bool:
    """Whether a text says that something is as in a month it names by its number."""
    return _LIKE.search(same_length_fold(text)) is not None


def with_last_month(text: str, reported: Month) -> str:
    """A text in which the month before the reported one, where something is said to be like it, is «tháng trước».

    >>> with_last_month("đoàn viên thì như tháng 9, thăm 1 lượt", Month(2023, 10))
    'đoàn viên thì như tháng trước, thăm 1 lượt'
    >>> with_last_month("giống tháng 8", Month(2023, 10))
    'giống tháng 8'
    """
    last = reported.previous()
    for found in reversed(list(_LIKE.finditer(same_length_fold(text)))):
        if int(found["month"]) == last.month and found["year"] in (None, str(last.year)):
            text = text[: found.start("last")] + _LAST + text[found.end("last") :]
    return text
