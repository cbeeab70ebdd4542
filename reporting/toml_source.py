"""A TOML text a person wrote: parsed as far as it goes, what is wrong noted with its line.

Findings are keys and facts; their wording lies in `templates/messages/office/<key>.j2`. Keys made here: not_toml,
wrong_date, unquoted_time.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from reporting.errors import BadFile


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong: `key` names the wording, `where` the setting (`schedule.due_at`; empty: the file).

    Lines count from 1; None: it stands nowhere.
    """

    key: str
    where: str
    line: int | None
    facts: Mapping[str, object] = field(default_factory=dict)


_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.-]+)\s*\]")
_KEY = re.compile(r"""\s*["']?([\w.-]+)["']?\s*=""")
_TOKEN = re.compile(
    r""" (?P<kept> "(?:[^"\\]|\\.)*" | '[^']*' | \#.* )
       | (?P<date> (?<![\w-]) \d{4}-\d{1,2}-\d{1,2} (?![\w-]) )
       | (?P<time> (?<![\w:]) \d{1,2}[:hg]\d{2} (?![\w:]) ) """,
    re.VERBOSE,
)
_AT_LINE = re.compile(r"at line (\d+)")


class Source:
    """A TOML text, its findings so far, and which line each setting stands in."""

    def __init__(self, text: str, name: str) -> None:
        self.name = name
        self.lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
        self.findings: list[Finding] = []
        self._line_of = _settings(self.lines)

    def parse(self) -> dict[str, Any]:
        """The document. Dates that do not exist and times without quotes are noted and read over."""
        try:
            return tomllib.loads("\n".join(self.lines))
        except tomllib.TOMLDecodeError as error:
            repaired = [self._repair(number, line) for number, line in enumerate(self.lines, 1)]
            if not self.findings:
                self._not_toml(error)
                return {}
        try:
            return tomllib.loads("\n".join(repaired))
        except tomllib.TOMLDecodeError as error:
            self._not_toml(error)
            return {}

    def note(self, key: str, where: str, line: int | None = None, /, **facts: object) -> None:
        """Remember a finding; without `line`, at the line of the setting or of the table it should be in."""
        if line is None:
            line = self._line_of.get(where) or self._line_of.get(where.rpartition(".")[0])
        self.findings.append(Finding(key, where, line, facts))

    def line_with(self, where: str, text: str) -> int | None:
        """The line from the setting on that holds the text, such as one date of a long list."""
        start = self._line_of.get(where)
        following = range(start, len(self.lines) + 1) if start else range(0)
        return next((number for number in following if text in self.lines[number - 1]), start)

    def sound(self, table: str) -> bool:
        """Whether nothing is wrong so far in a table, so that its settings may be weighed against each other."""
        return not any(
            finding.where == table or finding.where.startswith(f"{table}.") for finding in self.findings
        )

    def finish(self) -> None:
        """Raise BadFile with all findings, in the order of the lines, if there are any."""
        if self.findings:
            in_order: list[Finding] = sorted(self.findings, key=lambda finding: finding.line or 0)
            raise BadFile(self.name, in_order)

    def _not_toml(self, error: tomllib.TOMLDecodeError) -> None:
        found = _AT_LINE.search(str(error))
        self.findings.append(Finding("not_toml", "", int(found[1]) if found else len(self.lines)))

    def _repair(self, number: int, line: str) -> str:
        where = next((where for where, at in reversed(self._line_of.items()) if at <= number), "")

        def mend(token: re.Match[str]) -> str:
            if token["time"]:
                self.note("unquoted_time", where, number, value=token["time"])
                return f'"{token["time"]}"'
            if token["date"] and iso_date(token["date"]) is None:
                self.note("wrong_date", where, number, value=token["date"])
                return "2000-01-01"
            return token[0]

        return _TOKEN.sub(mend, line)


def _settings(lines: list[str]) -> dict[str, int]:
    """The line of each table and setting: `schedule`, `schedule.due_at`, `signers[0].name`."""
    found: dict[str, int] = {}
    table, counts = "", dict[str, int]()
    for number, line in enumerate(lines, 1):
        if header := _HEADER.match(line):
            table = header[2]
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = f"{table}[{counts[table]}]"
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            found.setdefault(f"{table}.{key[1]}" if table else key[1], number)
    return found


def iso_date(text: str) -> date | None:
    """The day written as 2024-02-29; None if there is no such day."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
