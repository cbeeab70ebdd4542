"""The words of the sample: what units write, and what generated provinces are named from. Read from words.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reporting.values import Value

WORDS_FILE = Path(__file__).with_name("words.toml")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence, and when it is true: in these months, of these lines, if this figure is not zero."""

    text: str
    months: frozenset[int]
    lines: frozenset[str]
    needs: str

    def fits(self, month: int, line: str, figures: Mapping[str, Value]) -> bool:
        in_season = not self.months or month in self.months
        of_line = not self.lines or line in self.lines
        return in_season and of_line and (not self.needs or bool(figures.get(self.needs)))


@dataclass(frozen=True, slots=True)
class Names:
    """Parts of names; `unions` are (line, pattern with {place})."""

    families: tuple[str, ...]
    middles: tuple[str, ...]
    given: tuple[str, ...]
    unions: tuple[tuple[str, str], ...]
    province: str
    superiors: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """`phrases` by question code."""

    phrases: Mapping[str, tuple[Phrase, ...]]
    names: Names


@cache
def read_words() -> Words:
    raw = tomllib.loads(WORDS_FILE.read_text("utf8"))
    keys = {
        "highlights": "highlights",
        "difficulties": "difficulties",
        "special_event": "special_events",
        "finance_note": "finance_notes",
    }
    return Words({code: tuple(map(_phrase, raw[key])) for code, key in keys.items()}, _names(raw["names"]))


def _phrase(row: Mapping[str, Any]) -> Phrase:
    months, lines = frozenset(row.get("months", ())), frozenset(row.get("lines", ()))
    return Phrase(row["text"], months, lines, row.get("needs", ""))


def _names(row: Mapping[str, Any]) -> Names:
    return Names(
        families=tuple(row["families"]),
        middles=tuple(row["middles"]),
        given=tuple(row["given"]),
        unions=tuple((line, pattern) for line, pattern in row["unions"]),
        province=row["province"],
        superiors=row["superiors"],
        places=tuple(row["places"]),
    )
