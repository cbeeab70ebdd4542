"""What reading a typed answer comes to: one value, a question back, no figure yet, or nothing readable."""

import re
from dataclasses import dataclass

from reporting.values import Value


@dataclass(frozen=True, slots=True)
class Given:
    """The text has exactly one reading, and it is certain."""

    value: Value


@dataclass(frozen=True, slots=True)
class Ask:
    """The text has several readings or a doubtful one: the person chooses. Never empty; may hold `Missing`."""

    candidates: tuple[Value, ...]

    def __post_init__(self) -> None:
        if not self.candidates:
            raise ValueError("an ask-back without candidates")


@dataclass(frozen=True, slots=True)
class Absent:
    """The person says that there is no figure yet; `reason` in their own words, cleaned."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """No reading. `why` names the wording under `templates/messages/reading/`."""

    why: str


Reading = Given | Ask | Absent | Unreadable

_FIGURES = re.compile(r"\d+(?:[.,/]\d+)*")
_OF_ONE = (
    "not_a_number",
    "fraction_unwanted",
    "not_money",
    "broken_number",
)  # said of a text that gives no one figure


def seen(why: str, text: str) -> str:
    """Why a text has no reading, as it is said: of a text with several figures that they were seen.

    >>> seen("not_a_number", "lớp 5 có 3 em, lớp 6 có 4")
    'several'
    """
    return "several" if why in _OF_ONE and len(_FIGURES.findall(text)) > 1 else why
