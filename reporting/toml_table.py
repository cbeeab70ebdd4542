"""Reading the settings of one TOML table: each reader notes what is wrong and goes on with something sound.

Findings it makes: unknown_key, missing_key, wrong_type, wrong_choice, out_of_range, wrong_time, wrong_date.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime, time
from difflib import get_close_matches
from typing import Any, TypeVar

from reporting.toml_source import Source, iso_date

T = TypeVar("T")

_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")
_SOME_DAY = date(2000, 1, 1)  # stands in for a day that was noted as wrong


class Table:
    """One table. A setting that is not read by the time `done` is called is unknown."""

    def __init__(self, source: Source, path: str, raw: Mapping[str, Any]) -> None:
        self.source = source
        self.path = path
        self._raw = raw
        self._known: list[str] = []

    def where(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without a default it must be given and not be blank."""
        if not self._given(key, required=default is None):
            return default or ""
        value = self._typed(key, _text, "text")
        if value == "" and default is None:
            self._note("missing_key", key)
        return value or default or ""

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts, blank ones left out."""
        if not self._given(key, required=required):
            return ()
        value = self._typed(key, _texts, "texts")
        if value == () and required:
            self._note("missing_key", key)
        return value or ()

    def integer(self, key: str, low: int, high: int, default: int) -> int:
        if not self._given(key):
            return default
        value = self._typed(key, _integer, "integer")
        return default if value is None or not self._within(key, value, low, high) else value

    def integers(self, key: str, low: int, high: int, default: tuple[int, ...]) -> tuple[int, ...]:
        if not self._given(key):
            return default
        value = self._typed(key, _integers, "integers")
        return (
            default if value is None else tuple(item for item in value if self._within(key, item, low, high))
        )

    def choice(self, key: str, allowed: Collection[str], default: str) -> str:
        if not self._given(key):
            return default
        value = self._typed(key, _text, "text")
        if value is None or value in allowed:
            return value or default
        self._note("wrong_choice", key, value=value, allowed=tuple(allowed))
        return default

    def yes_or_no(self, key: str, default: bool) -> bool:
        """true or false."""
        if not self._given(key):
            return default
        value = self._typed(key, _yes_or_no, "boolean")
        return default if value is None else value

    def has(self, key: str) -> bool:
        """Whether a setting is given, right or wrong."""
        return key in self._raw

    def know(self, keys: Iterable[str]) -> None:
        """These may be given, though nobody asked for them: `done` may name them as meant."""
        self._known.extend(keys)

    def pairs(self, key: str, allowed: Collection[str]) -> dict[str, str]:
        """A table whose keys are anything and whose values are each one of `allowed`."""
        raw = self._typed(key, _table, "table") if self._given(key) else None
        found: dict[str, str] = {}
        for name, value in (raw or {}).items():
            if isinstance(value, str) and value in allowed:
                found[name] = value
            else:
                self._note("wrong_choice", f"{key}.{name}", value=value, allowed=tuple(allowed))
        return found

    def time_of_day(self, key: str, default: time) -> time:
        """A time written "08:00", or as TOML's own 08:00:00."""
        if not self._given(key):
            return default
        raw = self._typed(key, _time_text, "time")
        if raw is None:
            return default
        found = _TIME.fullmatch(raw)
        if found is None:
            self._note("wrong_time", key, value=raw)
            return default
        return time(int(found[1]), int(found[2]))

    def day(self, key: str) -> date | None:
        """A day, or None where it is not given."""
        raw = self._typed(key, _day_text, "date") if self._given(key) else None
        return None if raw is None else self._existing(key, raw)

    def days(self, key: str) -> tuple[date, ...]:
        """A list of days, empty where it is not given."""
        raw = self._typed(key, _day_texts, "dates") if self._given(key) else None
        return tuple(self._existing(key, item) for item in raw or ())

    def table(self, key: str) -> "Table":
        """A table below this one; an empty one where it is not given."""
        raw = self._typed(key, _table, "table") if self._given(key) else None
        return Table(self.source, self.where(key), raw or {})

    def tables(self, key: str) -> list["Table"]:
        """The tables of `[[key]]`; at least one must be given."""
        raw = self._typed(key, _tables, "tables") if self._given(key, required=True) else None
        if raw == ():
            self._note("missing_key", key)
        return [
            Table(self.source, f"{self.where(key)}[{index}]", item) for index, item in enumerate(raw or ())
        ]

    def done(self) -> None:
        """Note every setting nobody asked for, with the known one most like it."""
        for key in self._raw:
            if key not in self._known:
                near = get_close_matches(key.casefold().replace("-", "_"), self._known, 1, 0.6)
                self._note("unknown_key", key, nearest=near[0] if near else "")

    def _given(self, key: str, *, required: bool = False) -> bool:
        self._known.append(key)
        if required and key not in self._raw:
            self._note("missing_key", key)
        return key in self._raw

    def _typed(self, key: str, read: Callable[[Any], T | None], wanted: str) -> T | None:
        """The setting as `read`; None, and a finding, where its type is wrong."""
        value = read(self._raw[key])
        if value is None:
            self._note("wrong_type", key, wanted=wanted)
        return value

    def _within(self, key: str, value: int, low: int, high: int) -> bool:
        if not low <= value <= high:
            self._note("out_of_range", key, value=value, low=low, high=high)
        return low <= value <= high

    def _existing(self, key: str, raw: str) -> date:
        """The day; one that does not exist is noted at its own line."""
        day = iso_date(raw)
        if day is None:
            line = self.source.line_with(self.where(key), raw)
            self.source.note("wrong_date", self.where(key), line, value=raw)
        return day or _SOME_DAY

    def _note(self, finding: str, key: str, **facts: object) -> None:
        self.source.note(finding, self.where(key), **facts)


def _text(raw: Any) -> str | None:
    return raw.strip() if isinstance(raw, str) else None


def _texts(raw: Any) -> tuple[str, ...] | None:
    if not isinstance(raw, list) or not all(isinstance(item, str) for item in raw):
        return None
    return tuple(item.strip() for item in raw if item.strip())


def _yes_or_no(raw: Any) -> bool | None:
    return raw if isinstance(raw, bool) else None


def _integer(raw: Any) -> int | None:
    return raw if isinstance(raw, int) and not isinstance(raw, bool) else None


def _integers(raw: Any) -> tuple[int, ...] | None:
    if not isinstance(raw, list) or any(_integer(item) is None for item in raw):
        return None
    return tuple(raw)


def _time_text(raw: Any) -> str | None:
    return f"{raw:%H:%M}" if isinstance(raw, time) else _text(raw)


def _day_text(raw: Any) -> str | None:
    if isinstance(raw, datetime):
        return None
    return raw.isoformat() if isinstance(raw, date) else _text(raw)


def _day_texts(raw: Any) -> tuple[str, ...] | None:
    if not isinstance(raw, list):
        return None
    read = tuple(text for text in map(_day_text, raw) if text is not None)
    return read if len(read) == len(raw) else None


def _table(raw: Any) -> dict[str, Any] | None:
    return raw if isinstance(raw, dict) else None


def _tables(raw: Any) -> tuple[dict[str, Any], ...] | None:
    if not isinstance(raw, list) or not all(isinstance(item, dict) for item in raw):
        return None
    return tuple(raw)
