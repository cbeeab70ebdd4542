"""What is done to a message before it is read: asides, other times and slips left out, one spelling of "none"."""

import re

from reporting.reading.elsewhere import Parted, without_elsewhere
from reporting.reading.elsewhere_months import without_other_months
from reporting.reading.message import unexplained
from reporting.reading.nothing import plainly_nothing
from reporting.reading.pieces import numbering
from reporting.reading.restated import without_bit, without_forgotten
from reporting.text import clean, fold

_LATER = re.compile(
    r"(?:de|cho|doi|phai|can)(?: \w+){0,2} (?:hoi|xem|kiem tra|tra|tinh|tim|ra soat|coi)(?: \w+){0,6}|"
    r"(?:\w+ ){0,6}(?:hoi|xem|cho|doi|lat nua|ti nua|chut nua|mai)(?: \w+){0,3} "
    r"(?:da|sau|roi)(?: (?:a|nhe|nha|em|chi|anh))*"
)
_SENDING = re.compile(
    r"(?:(?:cho|em|chi|anh|toi|minh|da|oi|a|hay|bac|chau) )*(?:gui|nop)(?: \w+){0,3} (?:ca|het) (?:hai|ba|bon|2|3|4)"
    r" (?:don vi|truong|ben|bao cao|noi|cho|co quan|cong doan|cai)(?: \w+){0,4}"
)
_MONTH = re.compile(r"(?:tháng|thang|quý|quy|kỳ|ky)\s\d{1,2}(?:/\d{4})?", re.IGNORECASE)
_FEWEST_WORDS = 4  # of a heading; fewer may be a label with its figure on the next row
_LONGEST = 200  # characters


def heard(text: str, month: int | None = None) -> Parted:
    """A message as it is to be read, and the clauses that bring no figure for the month that is reported."""
    text = without_heading(without_forgotten(without_bit(clean(text))))
    months = without_other_months(text, month)
    parted = without_elsewhere(unexplained(months.kept))
    kept = parted.kept if parted.dropped else months.kept
    return Parted(plainly_nothing(kept), (*months.dropped, *parted.dropped))


def without_heading(text: str) -> str:
    """A list without the polite row before it: «Dạ em gửi số liệu ạ:», where every other row is numbered."""
    first, _, rows = text.partition("\n")
    if (
        len(first) > _LONGEST
        or not first.rstrip().endswith((":", ".", "ạ"))
        or len(first.split()) < _FEWEST_WORDS
    ):
        return text
    heading = first.rstrip(" :.")
    return rows if not any(c.isdigit() for c in _MONTH.sub("", heading)) and numbering(rows) else text


def is_sending(text: str) -> bool:
    """Whether a message wishes reports of several units to be sent: its number is how many.

    >>> is_sending("gửi cả hai đơn vị")
    True
    """
    return len(text) <= _LONGEST and _SENDING.fullmatch(fold(text).strip(" .!")) is not None


def puts_off(text: str) -> bool:
    """Whether words without a figure only put the answer off: «em chưa có số, để hỏi chị Hằng đã ạ».

    >>> puts_off("Dạ em chưa có số, để hỏi chị Hằng đã ạ")
    True
    """
    if len(text) > _LONGEST or any(char.isdigit() for char in text):
        return False
    return any(
        _LATER.fullmatch(fold(part).strip(" .!")) for part in re.split(r"[,.;\n]", text) if part.strip()
    )
